"""register_hook: look at a gradient, or change it.

The function gets the gradient of that tensor during `backward`; what it returns takes
its place. For several tensors `register_multi_grad_hook`; after accumulation into
`.grad`, `register_post_accumulate_grad_hook`.

Attributes: Shapes
    x: (2,) float32
    h: (2,) float32
"""

import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
h = x * 3

seen = []
h.register_hook(lambda grad: seen.append(grad.tolist()))
handle = h.register_hook(lambda grad: grad.clamp(max=1.0))
(h**2).sum().backward()
print(seen)
#> [[6.0, 12.0]]
print(x.grad)
#> tensor([3., 3.])
handle.remove()

x.grad = None
x.register_post_accumulate_grad_hook(lambda p: print("norm", p.grad.norm().item()))
#> norm 5.0
(x * torch.tensor([3.0, 4.0])).sum().backward()
