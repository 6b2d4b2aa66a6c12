"""Variable and volatile: what tensors do themselves since 0.4.

`Variable(x)` returns a plain tensor today, so old code runs and the wrapper can go: ask
with `requires_grad=True`. Around a tensor that has a graph it is `detach()`: no
gradient goes through, so look before you drop it there. `volatile=True` does nothing
but warn: it recorded no graph, which is [`torch.no_grad()`](tracking.md#no_grad) now.
For `.data[0]` of a loss write [`loss.item()`](tracking.md#keep_the_number).

Attributes: Shapes
    old: (2,) float32
    new: (2,) float32

Warns:
    UserWarning: `Variable(torch.ones(2), volatile=True)` volatile was removed and now
        has no effect.

Asked as:
    torch.autograd.Variable; do I still need Variable; from torch.autograd import
    Variable; Variable(x.cuda()); Variable(inputs, volatile=True); volatile=True; wrap a
    tensor in a Variable; variable vs tensor; tf.Variable; deprecated wrapper of old
    tutorials; difference between Variable and Tensor; port code from PyTorch 0.3; what
    replaced Variable; autograd.Variable deprecated; convert a tensor to a Variable;
    code from 2017 with Variable; Variable API merged with Tensor
"""

import torch
from torch.autograd import Variable

old = Variable(torch.ones(2), requires_grad=True)
new = torch.ones(2, requires_grad=True)  # <-
print(type(old).__name__, old.requires_grad, old.equal(new))
#> Tensor True True
print(Variable(new * 2).requires_grad)  # detached
#> False

with torch.no_grad():  # for volatile=True
    y = new * 2
print(y.requires_grad)
#> False
