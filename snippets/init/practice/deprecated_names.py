r"""names without underscore: deprecated, and in place all the same.

Old code writes `xavier_uniform(w)`. It still works, warns, and changes `w` in place.
Write the name with the underscore.

Attributes: Shapes
    weight: (2, 3) float32

Warns:
    FutureWarning: `nn.init.constant(weight, 1.0)` `nn.init.constant` is now deprecated
        in favor of `nn.init.constant_`
    FutureWarning: `nn.init.kaiming_normal(weight)` `nn.init.kaiming_normal` is now
        deprecated in favor of `nn.init.kaiming_normal_`
    FutureWarning: `nn.init.normal(weight)` `nn.init.normal` is now deprecated in favor
        of `nn.init.normal_`
"""

import torch
from torch import nn

weight = torch.empty(2, 3)
same = nn.init.constant_(weight, 1.0)
print(same is weight)
#> True
print(weight)
#> tensor([[1., 1., 1.],
#>         [1., 1., 1.]])
