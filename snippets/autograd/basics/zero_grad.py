"""zero_grad: forget the gradients of the last step.

Call it once a step, before `backward`. It sets `.grad` to None: memory is freed, and
the optimizer leaves out what got no gradient. With `set_to_none=False` the gradients
are zeros, and momentum or weight decay still moves the weights. Optimizers and modules
both have it.

Attributes: Shapes
    w: (2,) float32

Asked as:
    clear gradients before each batch; reset .grad between iterations; why do I have to
    call optimizer.zero_grad(); optimizer.zero_grad or model.zero_grad;
    set_to_none=True; where to put zero_grad in the training loop; wipe old gradients;
    x.grad.data.zero_(); zeroGradParameters; 'NoneType' object has no attribute 'zero_';
    gradients None instead of zeros since PyTorch 2.0; delete gradients to free memory;
    reset gradients to zero; erase or empty gradients; forgot to clear gradients before
    backward; set gradients to None; gradients start at None each step; grads None or
    zero; why zero_grad before every backward pass; why set gradients to zero
"""

import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, weight_decay=0.5)

w.sum().backward()
print(w.grad)
#> tensor([1., 1.])
optimizer.zero_grad()  # <-
print(w.grad)
#> None
optimizer.step()
print(w)  # no gradient, no step
#> tensor([1., 2.], requires_grad=True)

w.sum().backward()
optimizer.zero_grad(set_to_none=False)
print(w.grad)
#> tensor([0., 0.])
optimizer.step()
print(w)  # the decay moved it
#> tensor([0.9500, 1.9000], requires_grad=True)
