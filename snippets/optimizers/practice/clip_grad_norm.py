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

Asked as:
    gradient clipping; stop exploding gradients; clipnorm and global_clipnorm;
    tf.clip_by_global_norm; optax.clip_by_global_norm; max_norm=1.0; total gradient norm
    of all parameters; get_total_norm; torch.nn.utils.clip_grads_with_norm_; rescale
    large gradients; error_if_nonfinite; sudden spikes of the loss; print the gradient
    norm of all weights; gradients too large, limit their total norm to 1;
    clip_grad_norm without underscore; gradients of an LSTM or RNN explode;
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0); rescale gradients when
    their norm is too large; clip gradients; gradients are too big
"""

import torch
from torch import nn

a = torch.zeros(2, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
(a @ torch.tensor([2.0, 3.0]) + 6 * b.sum()).backward()

norm = nn.utils.clip_grad_norm_([a, b], max_norm=1.0)  # <-
print(norm)
#> tensor(7.)
print(a.grad, b.grad)
#> tensor([0.2857, 0.4286]) tensor([0.8571])
print(nn.utils.get_total_norm([a.grad, b.grad]))
#> tensor(1.0000)

broken = torch.zeros(1, requires_grad=True)
(broken * float("inf")).sum().backward()
