r"""The total norm for gradients is non-finite: NaN, infinite or huge ones.

`clip_grad_norm_` with `error_if_nonfinite=True` found a gradient that is NaN or
infinite, or finite ones whose norm overflows. Usual causes: the loss is NaN already; a
root or logarithm of 0 in `backward`; with `GradScaler`, a step that the scaler would
leave out by itself. Without the flag the clip goes on: one NaN makes every gradient
NaN. See [`clip_grad_norm`](../optimizers/practice.md#clip_grad_norm).

Raises:
    RuntimeError: `nn.utils.clip_grad_norm_([w], 1.0, error_if_nonfinite=True)` The
        total norm of order 2.0 for gradients from `parameters` is non-finite, so it
        cannot be clipped.

Also worded:
    RuntimeError: The total norm of order 2.0 for gradients from `parameters` is
      non-finite, so it cannot be clipped. To disable this error and scale the gradients
      by the non-finite norm anyway, set `error_if_nonfinite=False`
    FutureWarning: Non-finite norm encountered in torch.nn.utils.clip_grad_norm_;
      continuing anyway.

Asked as:
    clipping does not help against nan gradients; which parameter has a nan gradient;
    grad_norm nan in the log; skip a batch whose gradients are not finite; exploding
    gradients are inf before clipping; clip_grad_norm_ fails
"""

import torch
from torch import nn

w = torch.tensor([0.0, 1.0], requires_grad=True)
v = torch.ones(2, requires_grad=True)
(w.sqrt().sum() + v.sum()).backward()
try:
    nn.utils.clip_grad_norm_([w], 1.0, error_if_nonfinite=True)
except RuntimeError as error:
    print(str(error).split(", so")[0])
    #> The total norm of order 2.0 for gradients from `parameters` is non-finite

# Which one: look at each gradient.
named = {"w": w, "v": v}
print([name for name, p in named.items() if not p.grad.isfinite().all()])  # <-
#> ['w']

# A batch that is bad: leave it out.
optimizer = torch.optim.SGD([w, v], lr=0.1)
norm = nn.utils.get_total_norm([p.grad for p in (w, v)])
if norm.isfinite():
    nn.utils.clip_grads_with_norm_([w, v], 1.0, norm)
    optimizer.step()
print(norm, v)
#> tensor(inf) tensor([1., 1.], requires_grad=True)
