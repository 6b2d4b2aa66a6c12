r"""Module is missing the required "forward" function: the call finds none.

Calling a module calls its `forward`, and this one has none of that name. Usual causes:
a misspelt name (`foward`, `forword`); `forward` indented too far, so that it is a
function inside `__init__`; a `ModuleList` or `ModuleDict`, which holds layers but does
not say in which order they run. See [how to write a
module](../models/define.md#subclass).

Raises:
    NotImplementedError: `Net()(x)`
        Module [Net] is missing the required "forward" function
    NotImplementedError: `nn.ModuleList([nn.Linear(4, 3)])(x)`
        Module [ModuleList] is missing the required "forward" function

Also worded:
    NotImplementedError: Module [ModuleDict] is missing the required "forward" function
    RuntimeError: ParameterList should not be called.

Asked as:
    forward misspelled in my network; model(x) raises NotImplementedError; forward is
    indented inside __init__; calling a ModuleList like a Sequential; ModuleDict cannot
    be called; wrong indentation of def forward
"""

import torch
from torch import nn

x = torch.zeros(2, 4)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)

        def forward(self, x):  # one level too far
            return self.fc(x)


try:
    Net()(x)
except NotImplementedError as error:
    print(error)
    #> Module [Net] is missing the required "forward" function


# As far to the left as __init__, and spelt forward.
class Fixed(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)

    def forward(self, x):  # <-
        return self.fc(x)


print(Fixed()(x).shape)
#> torch.Size([2, 3])

# Layers in a list: call them one by one, or make a Sequential of them.
layers = nn.ModuleList([nn.Linear(4, 8), nn.Linear(8, 3)])
print(nn.Sequential(*layers)(x).shape)
#> torch.Size([2, 3])
