r"""np.Inf, np.float, np.product: what NumPy took away.

Old scripts that feed PyTorch stop in NumPy. `np.inf`, Python's own `float`, `int` and
`object`, and `np.prod` take the places. `np.bool` is back in NumPy 2, as NumPy's own
type. `import torchmetrics` puts `np.Inf` back.

Raises:
    AttributeError: `np.float` module 'numpy' has no attribute 'float'.
    AttributeError: `np.int` module 'numpy' has no attribute 'int'.
    AttributeError: `np.product` module 'numpy' has no attribute 'product'

Asked as:
    np.Inf; np.float; np.int; np.object; np.product; module 'numpy' has no attribute
    'float'; np.Inf was removed in the NumPy 2.0 release; best_loss = np.Inf; early
    stopping from an old repository fails in NumPy; plt.cm.get_cmap
"""

import numpy as np
import torch

best = np.inf  # <- float("inf") needs no NumPy
print(best, best == float("inf"))
#> inf True
x = torch.from_numpy(np.ones((2, 3), dtype=float))
print(x.dtype, np.prod(x.shape), x.shape.numel())
#> torch.float64 6 6
print(np.bool is np.bool_)
#> True
