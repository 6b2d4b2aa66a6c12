"""parameters and named_parameters: the weights.

What the optimizer gets. Buffers are not among them. A layer used twice is counted once.

Attributes: Shapes
    model.fc.weight: (3, 2) float32

Asked as:
    get_weights() of a Keras model; trainable_variables; trainable_weights; list of
    weights, every weight matrix and bias; list names and shapes of parameters; for
    name, p in model.named_parameters(); show the bias vector of a layer; access or see
    the weights of a specific layer; why is running_mean not in model.parameters(),
    named_buffers; difference between parameters and state_dict; is a shared layer
    counted twice; coef_ and intercept_; learnable tensors of a network; print weights
    and all parameter names of a model; iterate over weights with names and shapes; what
    is inside model.parameters(); look at the weights and biases of each layer; weights
    of a layer; weights of a model; same layer used twice, shared weights
"""

from collections import OrderedDict

from torch import nn

model = nn.Sequential(OrderedDict(fc=nn.Linear(2, 3), norm=nn.BatchNorm1d(3)))

for name, parameter in model.named_parameters():  # <-
    print(name, tuple(parameter.shape), parameter.requires_grad)
    #> fc.weight (3, 2) True
    #> fc.bias (3,) True
    #> norm.weight (3,) True
    #> norm.bias (3,) True

print([name for name, _ in model.named_buffers()])
#> ['norm.running_mean', 'norm.running_var', 'norm.num_batches_tracked']
print(len(list(model.parameters())))
#> 4

shared = nn.Linear(2, 2)
print(len(list(nn.Sequential(shared, nn.ReLU(), shared).parameters())))
#> 2
