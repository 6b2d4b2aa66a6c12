r"""modified by an inplace operation: backward needs the value that was there.

"One of the variables needed for gradient computation has been …": an operation kept a
tensor for `backward`, and that tensor was changed later. Usual causes: `+=`, `x[i] = …`
or `ReLU(inplace=True)` on such a value; `optimizer.step()` between the forward pass and
a second `backward`, as in a GAN. The message names the shape, the operation that made
the tensor (a leaf has none) and two version counts.
`torch.autograd.set_detect_anomaly(True)` prints the forward line that kept it. See
[`inplace`](../autograd/basics.md#inplace).

Raises:
    RuntimeError: `torch.sigmoid(x).add_(1).sum().backward()` one of the variables
        needed for gradient computation has been modified by an inplace operation:
        [torch.FloatTensor [2]], which is output 0 of Sigmoid, is at version 1; expected
        version 0 instead.

Before: 2.13
    prints: `print(str(error).split(', ')[1])` which is output 0 of SigmoidBackward0
    RuntimeError: `torch.sigmoid(x).add_(1).sum().backward()` one of the variables
        needed for gradient computation has been modified by an inplace operation:
        [torch.FloatTensor [2]], which is output 0 of SigmoidBackward0, is at
        version 1; expected version 0 instead.

Also worded:
    RuntimeError: one of the variables needed for gradient computation has been modified
      by an inplace operation: [torch.cuda.FloatTensor [64, 128]], which is output 0 of
      ReluBackward0, is at version 1; expected version 0 instead.
    RuntimeError: one of the variables needed for gradient computation has been modified
      by an inplace operation: [torch.cuda.FloatTensor [128, 1]], which is output 0 of
      AsStridedBackward0, is at version 2; expected version 1 instead.
    RuntimeError: one of the variables needed for gradient computation has been modified
      by an inplace operation: [torch.FloatTensor [10, 10]], which is output 0 of
      TBackward, is at version 2; expected version 1 instead.
    Hint: the backtrace further above shows the operation that failed to compute its
      gradient. The variable in question was changed in there or anywhere later. Good
      luck!

Asked as:
    GAN training, discriminator stepped before the generator's backward; which line
    changed my tensor in place; output 0 of ReluBackward0, is at version 1; actor and
    critic share layers, second backward fails; mask written into an activation,
    backward fails; weights were updated before the second loss
"""

import torch
from torch import nn

x = torch.zeros(2, requires_grad=True)
y = torch.sigmoid(x)
y += 1
try:
    y.sum().backward()
except RuntimeError as error:
    print(str(error).split(", ")[1])
    #> which is output 0 of Sigmoid
    print(str(error).split(", ")[2].split(". ")[0])
    #> is at version 1; expected version 0 instead

# `+=`, or an assignment to a part: make a new tensor.
y = torch.sigmoid(x)
y = y + 1  # <-
y = torch.where(torch.tensor([True, False]), 5.0, y)
y.sum().backward()
print(x.grad)
#> tensor([0.0000, 0.2500])

# An activation in place after one that keeps its output: inplace=False.
nn.ReLU()(torch.sigmoid(x)).sum().backward()

# A step between two calls: both `backward` first, then the steps. In a GAN, where both
# fill the `.grad` of the discriminator, run it again after its step instead.
model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
out = model(torch.ones(1, 2))  # (1, 1)
out.sum().backward(retain_graph=True)
(out**2).sum().backward()
optimizer.step()
