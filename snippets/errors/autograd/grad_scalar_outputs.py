r"""grad can be implicitly created only for scalar outputs: the loss is not one number.

`backward()` without an argument starts from one number. Usual causes: a loss with
`reduction="none"`, or one written by hand without `mean`; a loss for each GPU, as
`DataParallel` returns it; `backward` on the output of the model. Reduce it with
`mean()` or `sum()`, or give `backward` a weight for each value, see
[`vector_backward`](../autograd/basics.md#vector_backward).

Raises:
    RuntimeError: `F.mse_loss(x, target, reduction="none").backward()` grad can be
        implicitly created only for scalar outputs
    RuntimeError: `(x * 1j).sum().backward()` grad can be implicitly created only for
        real scalar outputs but got torch.complex64

Also worded:
    RuntimeError: backward should be called only on a scalar (i.e. 1-element tensor) or
      with gradient w.r.t. the variable

Asked as:
    loss has shape (batch,) instead of a number; DataParallel returns one loss a GPU and
    backward fails; reduction='none' and then backward; gradient of a vector valued
    function; per-sample loss cannot be backpropagated; backward on a matrix
"""

import torch
import torch.nn.functional as F

x = torch.tensor([1.0, 2.0, 4.0], requires_grad=True)
target = torch.zeros(3)
loss = F.mse_loss(x, target, reduction="none")  # (3,)
try:
    loss.backward()
except RuntimeError as error:
    print(error)
    #> grad can be implicitly created only for scalar outputs

# A loss for each sample: weight it if you like, then reduce.
weight = torch.tensor([1.0, 1.0, 0.0])
(loss * weight).mean().backward()  # <-
print(x.grad)
#> tensor([0.6667, 1.3333, 0.0000])

# Values that stay apart: one weight each; ones give the gradient of the sum.
x.grad = None
y = x**2  # (3,)
y.backward(torch.ones(3))
print(x.grad)
#> tensor([2., 4., 8.])
