"""autograd.grad: gradients as values.

Returns a tuple, one gradient an input, and leaves the `.grad` of leaves alone. An input
that the output does not depend on is an error unless `allow_unused=True`, which gives
None.

Attributes: Shapes
    x: () float32
    dx: () float32
    dy: () float32

Raises:
    RuntimeError: `torch.autograd.grad(x * 2, y)` appears to not have been
        used in the graph. Set allow_unused=True if this is the desired behavior.

Asked as:
    return the gradient instead of storing it; tape.gradient(y, x); tf.gradients;
    derivative of the output with respect to the input; difference between
    torch.autograd.grad and backward; partial derivatives for two variables at once;
    gradient returned directly instead of looking in w.grad; allow_unused=True; unused
    input gives None; dy/dx as a tensor; gradient only for some of the variables;
    gradient of y with respect to x; One of the differentiated Tensors appears to not
    have been used in the graph; get gradients without filling .grad; gradient or
    derivative w.r.t. the inputs as a tensor; derivative as a result, .grad fields not
    modified; derivative of y at x without calling backward
"""

import torch

x = torch.tensor(2.0, requires_grad=True)
y = torch.tensor(3.0, requires_grad=True)

dx, dy = torch.autograd.grad(x * y + x, [x, y])  # <- (), ()
print(dx, dy)
#> tensor(4.) tensor(2.)
print(x.grad)
#> None

print(torch.autograd.grad(x * 2, y, allow_unused=True))
#> (None,)
