r"""cannot assign module before Module.__init__() call: super().__init__() is missing.

A module keeps its layers in dictionaries that `nn.Module.__init__` makes; without them
there is nowhere to put a layer. Usual causes: no `super().__init__()`; it stands below
the first layer; it lacks its parentheses; `super(nn.Module, self)` in place of
`super(Net, self)`, which skips the one that is needed. See [how to write a
module](../models/define.md#subclass).

Raises:
    AttributeError: `Net()`
        cannot assign module before Module.__init__() call
    AttributeError: `OnlyNumbers().to("cpu")`
        'OnlyNumbers' object has no attribute '_modules'

Also worded:
    AttributeError: cannot assign parameters before Module.__init__() call
    AttributeError: cannot assign buffer before Module.__init__() call
    AttributeError: 'Net' object has no attribute '_parameters'
    AttributeError: 'Net' object has no attribute '_backward_hooks'
    AttributeError: 'Net' object has no attribute '_state_dict_pre_hooks'

Asked as:
    object has no attribute _modules; network class without a call of the parent's
    constructor; super().__init__ without parentheses; registering a parameter before
    the constructor of Module ran; own layer cannot hold a Linear; register_buffer fails
    in __init__
"""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        self.fc = nn.Linear(4, 3)


class OnlyNumbers(nn.Module):
    def __init__(self):
        self.factor = 2  # passes, and fails later


try:
    Net()
except AttributeError as error:
    print(error)
    #> cannot assign module before Module.__init__() call


# First line of __init__, before anything is assigned.
class Fixed(nn.Module):
    def __init__(self):
        super().__init__()  # <-
        self.fc = nn.Linear(4, 3)

    def forward(self, x):
        return self.fc(x)


print(Fixed()(torch.zeros(2, 4)).shape)
#> torch.Size([2, 3])
