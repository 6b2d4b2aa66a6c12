"""register_parametrization: a weight that is a function of a parameter.

The optimizer and `state_dict` have the parameter, `original`; the layer uses what the
module makes of it, computed at each look, or once within `parametrize.cached()`.

Asked as:
    parametrize a weight; torch.nn.utils.parametrize; constraint on a parameter;
    symmetric weight matrix; positive weights by softplus; kernel_constraint in Keras;
    reparametrization of a parameter; weight computed from another tensor; keep a
    parameter positive while training; remove_parametrizations; ParametrizationList;
    parametrizations.weight.original in a state_dict; force a weight to have a structure
"""

from torch import nn
from torch.nn.utils import parametrize


class Symmetric(nn.Module):
    def forward(self, x):
        return x.triu() + x.triu(1).T


layer = nn.Linear(3, 3, bias=False)
parametrize.register_parametrization(layer, "weight", Symmetric())  # <-
print(layer.weight.equal(layer.weight.T))
#> True
print(list(layer.state_dict()), parametrize.is_parametrized(layer, "weight"))
#> ['parametrizations.weight.original'] True

print(layer.weight is layer.weight)
#> False
with parametrize.cached():
    print(layer.weight is layer.weight)
    #> True

print(isinstance(layer.parametrizations.weight, parametrize.ParametrizationList))
#> True
parametrize.remove_parametrizations(layer, "weight")
print(list(layer.state_dict()), layer.weight.equal(layer.weight.T))
#> ['weight'] True
