r""".grad attribute of a Tensor that is not a leaf Tensor: it is None.

`backward` fills `.grad` of leaves: tensors that no recorded operation made. Usual
causes: `.to("cuda")`, `.double()` or `* 0.1` after `requires_grad=True`, which gives a
result; the gradient of an activation; a part `w[0]` in place of `w`. See
[`leaf`](../autograd/basics.md#leaf).

Warns:
    UserWarning: `w[0].grad` The .grad attribute of a Tensor that is not a leaf Tensor
        is being accessed. Its .grad attribute won't be populated during
        autograd.backward().

Also worded:
    UserWarning: The .grad attribute of a Tensor that is not a leaf Tensor is being
      accessed. Its .grad attribute won't be populated during autograd.backward(). If
      you indeed want the gradient for a non-leaf Tensor, use .retain_grad() on the
      non-leaf Tensor.

Asked as:
    If you indeed want the .grad field to be populated for a non-leaf Tensor; warning
    when I print x.grad after x = x.cuda(); torch.randn(3,
    requires_grad=True).to(device) gives no gradient; saliency map, input.grad is None
    with a warning; parameter multiplied by a constant has no grad; warning pull/30531
"""

import warnings

import torch

w = torch.ones(2, requires_grad=True)
x = w.double()
(x**2).sum().backward()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(x.grad)
    #> None
    print(str(caught[0].message).split(". ")[0])
    #> The .grad attribute of a Tensor that is not a leaf Tensor is being accessed

# The name holds a result: convert or move first, require then.
x = torch.ones(2).double().requires_grad_()
(x**2).sum().backward()
print(x.grad)
#> tensor([2., 2.], dtype=torch.float64)

# An activation: ask for it before `backward`.
hidden = x * 3
hidden.retain_grad()  # <-
(hidden**2).sum().backward()
print(hidden.grad)
#> tensor([6., 6.], dtype=torch.float64)

# A part: take the part of the gradient.
print(w.grad[0])
#> tensor(2.)
