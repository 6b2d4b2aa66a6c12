"""register_hook: look at a gradient, or change it.

The function gets the gradient of that tensor during `backward`; what it returns takes
its place. For several tensors `torch.autograd.graph.register_multi_grad_hook`; after
accumulation into `.grad`, `register_post_accumulate_grad_hook`.

Attributes: Shapes
    x: (2,) float32
    h: (2,) float32

Asked as:
    print the gradient during backward; modify or scale a gradient before it flows back;
    clip one tensor's gradient inside backward; mask the gradient of some weights; keep
    part of a weight matrix fixed; freeze some rows of an embedding; hook on a tensor,
    not a module; register_post_accumulate_grad_hook; run the optimizer step inside
    backward; multiply the gradient by a factor at one tensor; callback when a gradient
    is ready; replace nan gradients by zero; attach a callback to a variable, called
    with its gradient; clip the gradient of an intermediate tensor; see what gradient
    arrives at one tensor; set some entries of a gradient to zero; change the grad of a
    tensor in the backward pass; change a gradient before the step
"""

import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
h = x * 3

seen = []
h.register_hook(lambda grad: seen.append(grad.tolist()))
handle = h.register_hook(lambda grad: grad.clamp(max=1.0))  # <-
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
