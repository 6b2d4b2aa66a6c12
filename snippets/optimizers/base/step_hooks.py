"""Step hooks: code before or after every step.

`register_step_pre_hook` sees the gradients before they are used,
`register_step_post_hook` the new weights. For logging, and for clipping in one place.

Attributes: Shapes
    w: (2,) float32
"""

import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
optimizer.register_step_pre_hook(
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
