r"""where and its gradient: make the input safe, not the result.

`where` differentiates both branches: the infinite slope of `sqrt` at 0 times the 0 of
the branch not taken is `nan`. Replace the input in a first `where`, the result in a
second. A division by 0 and a `log` of 0 are mended so too. `vector_norm` has a gradient
of 0 at 0; the root of a sum of squares has none.

Attributes: Shapes
    x: (2,) float32
    safe: (2,) float32

Asked as:
    double where trick; nan gradient through torch.where; gradient of sqrt at zero;
    backward of where gives nan although the forward is fine; infinite gradient times
    zero; safe sqrt; safe division with gradient; safe log; masked loss has nan
    gradient; tf.where nan gradient; jnp.where nan gradient; derivative of the norm at
    zero; avoid nan in backward of sqrt(0); divide where the denominator is not zero;
    finite loss, nan x.grad because of where
"""

import torch

x = torch.tensor([0.0, 4.0], requires_grad=True)
torch.where(x > 0, x.sqrt(), 0.0).sum().backward()
print(x.grad)  # of a result that is 0 and 2
#> tensor([   nan, 0.2500])

x.grad = None
safe = torch.where(x > 0, x, 1.0)  # <-
torch.where(x > 0, safe.sqrt(), 0.0).sum().backward()
print(x.grad)
#> tensor([0.0000, 0.2500])

point = torch.zeros(2, requires_grad=True)
(root,) = torch.autograd.grad(point.square().sum().sqrt(), point)
(norm,) = torch.autograd.grad(torch.linalg.vector_norm(point), point)
print(root, norm)
#> tensor([nan, nan]) tensor([0., 0.])
