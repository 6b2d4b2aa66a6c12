"""parameters_to_vector: all weights as one vector, and back.

In the order of `parameters()`. After `vector_to_parameters` the parameters share the
memory of the vector; what it has beyond them is ignored without a word.

Asked as:
    flatten all weights; flatten a model into one tensor; weights as a vector; set
    all parameters from a vector; genetic algorithm over weights; evolution
    strategies in torch; parameters to numpy vector and back; concatenate all
    parameters; distance between two models; scipy.optimize with a torch model;
    vector_to_parameters; interpolate between two networks; parameters as one flat
    vector
"""

import torch
from torch import nn
from torch.nn.utils import parameters_to_vector, vector_to_parameters

model = nn.Sequential(nn.Linear(3, 2), nn.Linear(2, 1))
vector = parameters_to_vector(model.parameters())  # <-
print(vector.shape)
#> torch.Size([11])
print(vector[:6].equal(model[0].weight.flatten()))
#> True

vector_to_parameters(torch.arange(11.0), model.parameters())
print(model[0].weight.detach())
#> tensor([[0., 1., 2.],
#>         [3., 4., 5.]])
print(model[1].bias.detach())
#> tensor([10.])
