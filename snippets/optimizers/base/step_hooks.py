"""Step hooks: code before or after a step.

`register_step_pre_hook` sees the gradients before they are used,
`register_step_post_hook` the new weights. For logging, and for clipping in one place.

Attributes: Shapes
    w: (2,) float32

Asked as:
    register_optimizer_step_post_hook; callback after each optimizer step; run a
    function before or after each step of the optimizer; clip weights after each update,
    WGAN; keep weights positive or normalised; kernel_constraint, MaxNorm;
    on_before_optimizer_step; print gradients whenever the optimizer runs; remove a hook
    again; intercept optimizer.step; hook on the optimizer; print the weights after each
    optimizer step; see the gradients just before the step; do something automatically
    at every update without changing the loop; optimizer hooks; clamp the weights
    automatically after every update; log something at each optimizer step; run my code
    whenever the weights are updated
"""

import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
optimizer.register_step_pre_hook(  # <-
    lambda optimizer, args, kwargs: print("gradient", w.grad.tolist())
)
#> gradient [2.0, 4.0]
handle = optimizer.register_step_post_hook(
    lambda optimizer, args, kwargs: print("weights", [round(x, 2) for x in w.tolist()])
)
#> weights [0.8, 1.6]

(w**2).sum().backward()
optimizer.step()
handle.remove()
