r"""clip_grad_norm_: limit the length of the gradient.

All gradients together are one vector; when it is longer than `max_norm` it is scaled.
Between `backward` and `step`. It returns the norm before clipping: log it, as [in the
loop](../training/index.md#clip_in_loop). The name without underscore is deprecated.

$$g \leftarrow g \cdot \min\left(1, \frac{c}{\|g\| + 10^{-6}}\right)$$

Attributes: Shapes
    a: (2,) float32
    b: (1,) float32
    norm: () float32

Warns:
    FutureWarning: `nn.utils.clip_grad_norm([a, b], 1.0)` is now deprecated in favor of
        `torch.nn.utils.clip_grad_norm_`

Raises:
    RuntimeError: `nn.utils.clip_grad_norm_([broken], 1.0, error_if_nonfinite=True)` The
        total norm of order 2.0 for gradients from `parameters` is non-finite
"""

import torch
from torch import nn

a = torch.zeros(2, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
(a @ torch.tensor([2.0, 3.0]) + 6 * b.sum()).backward()

norm = nn.utils.clip_grad_norm_([a, b], max_norm=1.0)
print(norm)
#> tensor(7.)
print(a.grad, b.grad)
#> tensor([0.2857, 0.4286]) tensor([0.8571])
print(nn.utils.get_total_norm([a.grad, b.grad]))
#> tensor(1.0000)

broken = torch.zeros(1, requires_grad=True)
(broken * float("inf")).sum().backward()
