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

Asked as:
    nn.init.xavier_uniform without the trailing underscore; nn.init.orthogonal;
    init.xavier_normal(m.weight); update old initialization code;
    nn.init.kaiming_uniform(m.weight); get rid of the nn.init warning; does nn.init
    return a new tensor; nn.init.uniform or nn.init.normal, deprecated names; difference
    between xavier_uniform and xavier_uniform_; difference of init.normal with and
    without underscore; init functions without the underscore at the end;
    nn.init.xavier_uniform crossed out in my editor; kaiming_normal is deprecated, what
    instead; old spelling of init functions; init warning in an old repository; is now
    deprecated in favor of
"""

import torch
from torch import nn

weight = torch.empty(2, 3)
same = nn.init.constant_(weight, 1.0)  # <-
print(same is weight)
#> True
print(weight)
#> tensor([[1., 1., 1.],
#>         [1., 1., 1.]])
