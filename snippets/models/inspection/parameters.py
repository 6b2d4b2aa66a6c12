"""parameters and named_parameters: the weights.

What the optimizer gets. Buffers are not among them. A layer used twice is counted once.

Attributes: Shapes
    model.fc.weight: (3, 2) float32
"""

from collections import OrderedDict

from torch import nn

model = nn.Sequential(OrderedDict(fc=nn.Linear(2, 3), norm=nn.BatchNorm1d(3)))

for name, parameter in model.named_parameters():
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
