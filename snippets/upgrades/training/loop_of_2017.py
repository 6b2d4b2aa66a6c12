r"""Variable, volatile, .data[0]: a training loop of 2017, and today's.

`Variable(x)` gives a tensor on the memory of `x`, so the lines that hold it run; it is
detached, so around a computed result it cuts the graph. `volatile=True` warns and
records a graph all the same; `loss.data[0]` raises, since a loss has no dimensions.
Write the tensor, `torch.no_grad()`, and `loss.item()`. More: [Variable and
volatile](../autograd/basics.md#variable),
[loss.item()](../autograd/tracking.md#keep_the_number).

Raises:
    IndexError: `loss.data[0]` invalid index of a 0-dim tensor. Use `tensor.item()` in
        Python

Warns:
    UserWarning: `Variable(x, volatile=True)` volatile was removed and now has no
        effect. Use `with torch.no_grad():` instead.

Asked as:
    total_loss += loss.data[0]; inputs, labels = Variable(inputs), Variable(labels);
    Variable(images, volatile=True) in evaluation; port a training loop from PyTorch
    0.3; train a network with a 2017 tutorial; running_loss += loss.data[0]; correct +=
    pred.eq(target.data).cpu().sum(); old validation loop runs out of memory
"""

import warnings

import torch
from torch import nn
from torch.autograd import Variable

torch.manual_seed(0)
x, y = torch.tensor([[1.0], [2.0]]), torch.tensor([[2.0], [4.0]])


def train(wrap):
    model = nn.Linear(1, 1)
    nn.init.zeros_(model.weight), nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(3):
        optimizer.zero_grad()
        loss = nn.MSELoss()(model(wrap(x)), wrap(y))
        loss.backward()
        optimizer.step()
    return model, loss


_, old = train(Variable)
model, loss = train(lambda tensor: tensor)
print(old.item() == loss.item(), round(loss.item(), 4))  # <-
#> True 0.1732

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it is listed below
    print(model(Variable(x, volatile=True)).requires_grad)
    #> True
with torch.no_grad():
    print(model(x).requires_grad)
    #> False
