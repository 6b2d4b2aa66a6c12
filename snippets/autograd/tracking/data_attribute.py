""".data: old, and unsafe.

It gives the values without history, as `detach()` does, but changes through it are not
counted: `backward` then computes a wrong gradient and says nothing. Write `detach()` to
read and `torch.no_grad()` to change.

Attributes: Shapes
    x: () float32
    y: () float32

Raises:
    RuntimeError: `(y.detach().zero_(), y.backward())` one of
        the variables needed for gradient computation has been modified

Asked as:
    should I use x.data or x.detach(); is tensor.data deprecated; meaning of tensor.data
    in old code or tutorials; Variable.data; param.data.copy_; p.data.add_(-lr,
    p.grad.data); weight.data.fill_; get the tensor out of a Variable; change weights
    behind autograd's back; silently wrong gradients; replace .data in legacy code;
    difference between .data and .detach(); avoid .data; is .data dangerous or safe;
    .data versus .detach; w.data -= lr * w.grad.data; modify values through .data
"""

import torch

x = torch.tensor(0.0, requires_grad=True)

y = torch.sigmoid(x)
y.data.zero_()  # not noticed
y.backward()
print(x.grad)  # wrong: the derivative of sigmoid at 0 is 0.25
#> tensor(0.)

x.grad = None
y = torch.sigmoid(x)
value = y.detach()  # <- ()
