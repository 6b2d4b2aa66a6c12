r"""object is not subscriptable: a network that is not a Sequential has no [0].

`Sequential` and `ModuleList` can be indexed and sliced, a `ModuleDict` takes a key;
most other modules have attributes only. Usual causes: `model[0]` of a ResNet or of a
class of one's own; a model that was a `Sequential` and became a class;
`model.parameters()[0]`, a generator. To take layers by number, list the children. See
[children and modules](../models/inspection.md#children_and_modules).

Raises:
    TypeError: `Net()[0]`
        'Net' object is not subscriptable
    TypeError: `Net().parameters()[0]`
        'generator' object is not subscriptable

Also worded:
    TypeError: 'Linear' object is not subscriptable
    TypeError: 'ResNet' object is not subscriptable
    TypeError: 'Conv2d' object is not subscriptable
    TypeError: object of type 'Net' has no len()
    TypeError: 'method' object is not subscriptable
    TypeError: 'Net' object is not iterable
    IndexError: index 5 is out of range

Asked as:
    loop over the layers of my model; first weight of model.parameters(); length of a
    network; parameters()[0] is a generator; layers of a custom class by number; take
    the last layer off a ResNet by slicing
"""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)
        self.out = nn.Linear(8, 3)


model = Net()
try:
    model[0]
except TypeError as error:
    print(error)
    #> 'Net' object is not subscriptable

# By name, or by number among the children.
print(model.hidden)  # <-
#> Linear(in_features=4, out_features=8, bias=True)
print(list(model.children())[1])
#> Linear(in_features=8, out_features=3, bias=True)

# By a name in a string.
print(model.get_submodule("out"))
#> Linear(in_features=8, out_features=3, bias=True)

# A Sequential has numbers and slices.
layers = nn.Sequential(*model.children())
print(layers[-1], len(layers[:1]))
#> Linear(in_features=8, out_features=3, bias=True) 1

# The first parameter.
print(next(model.parameters()).shape)
#> torch.Size([8, 4])
