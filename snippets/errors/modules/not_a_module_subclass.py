r"""is not a Module subclass: a Sequential holds layers, made with parentheses.

`Sequential`, `ModuleList`, `ModuleDict` and `add_module` take objects of `nn.Module`.
Usual causes: a function of `torch.nn.functional`; a class without parentheses,
`nn.ReLU`; a list that was not spread with `*`; the result of a layer where the layer is
meant. See [Sequential](../layers/containers.md#sequential).

Raises:
    TypeError: `nn.Sequential(nn.Linear(4, 3), F.relu)`
        torch.nn.functional.relu is not a Module subclass
    TypeError: `nn.Sequential(layers)`
        list is not a Module subclass

Also worded:
    TypeError: torch.nn.modules.activation.ReLU is not a Module subclass
    TypeError: torch.FloatTensor is not a Module subclass
    TypeError: collections.OrderedDict is not a Module subclass
    TypeError: __main__.<lambda> is not a Module subclass
    TypeError: tuple is not a Module subclass
    TypeError: ModuleList.extend should be called with an iterable, but got ReLU

Asked as:
    F.relu inside nn.Sequential; lambda or view in a Sequential; flatten function in a
    Sequential; star before the list of layers; ModuleList of functions; activation
    given as a class and not an object
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.zeros(2, 4)
try:
    nn.Sequential(nn.Linear(4, 3), F.relu)
except TypeError as error:
    print(error)
    #> torch.nn.functional.relu is not a Module subclass

# The layer of that function, with parentheses.
print(nn.Sequential(nn.Linear(4, 3), nn.ReLU())(x).shape)  # <-
#> torch.Size([2, 3])

# A list: spread it.
layers = [nn.Linear(4, 3), nn.ReLU()]
print(len(nn.Sequential(*layers)))
#> 2


# A function that has no layer: a module around it.
class Apply(nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


print(nn.Sequential(nn.Linear(4, 3), Apply(torch.sin))(x).shape)
#> torch.Size([2, 3])
