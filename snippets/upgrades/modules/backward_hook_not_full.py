r"""register_backward_hook: the full one, since the old one sees one operation.

The old hook still works and warns in the backward pass of a module of several
operations: its `grad_input` belongs to the last operation.
`register_full_backward_hook` gives the gradient of the module's inputs. Where the
output is then changed in place, as by `nn.ReLU(inplace=True)`, it raises and the old
one does not. A module cannot have both. See
[register_full_backward_hook](../models/inspection.md#backward_hook).

Raises:
    RuntimeError: `twice.register_backward_hook(shapes)` Cannot use both regular
        backward hooks and full backward hooks on a single Module.

Warns:
    FutureWarning: `hooked(x).sum().backward()` Using a non-full backward hook when the
        forward contains multiple autograd Nodes is deprecated and will be removed in
        future versions.

Asked as:
    model.register_backward_hook(hook); Grad-CAM from an old repository; grad_input of a
    module hook has the wrong shape; non-full backward hook warning; Cannot use both
    regular backward hooks and full backward hooks on a single Module; grad_in[0] is the
    gradient of the bias
"""

import warnings

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
x = torch.ones(5, 2, requires_grad=True)


def shapes(module, grad_input, grad_output):
    seen.append([tuple(gradient.shape) for gradient in grad_input])


seen = []
handle = model.register_backward_hook(shapes)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it is listed below
    model(x).sum().backward()
print(seen.pop())  # bias, input and weight of the last layer
#> [(1,), (5, 3), (3, 1)]
handle.remove()

model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
handle = model.register_full_backward_hook(shapes)  # <-
model(x).sum().backward()
print(seen.pop())
#> [(5, 2)]
twice, hooked = nn.Linear(2, 1), nn.Sequential(nn.Linear(2, 1), nn.ReLU())
twice.register_full_backward_hook(shapes)
hooked.register_backward_hook(lambda *_: None)
