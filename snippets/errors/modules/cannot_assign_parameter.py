r"""cannot assign 'torch.FloatTensor' as parameter 'weight': a tensor is no Parameter.

A name that holds a parameter takes an `nn.Parameter` or None, one that holds a layer a
module or None. Usual causes: weights replaced by a tensor, also by `weight * 2`, whose
result is a tensor; NumPy weights from another framework; a function in place of a
layer. See [Parameter](../layers/containers.md#parameter).

Raises:
    TypeError: `setattr(layer, "weight", torch.zeros(3, 4))`
        cannot assign 'torch.FloatTensor' as parameter 'weight' (torch.nn.Parameter or
        None expected)
    TypeError: `setattr(model, "fc", torch.relu)`
        as child module 'fc' (torch.nn.Module or None expected)

Also worded:
    TypeError: cannot assign 'torch.cuda.FloatTensor' as parameter 'weight'
      (torch.nn.Parameter or None expected)
    TypeError: cannot assign 'torch.DoubleTensor' as parameter 'bias'
      (torch.nn.Parameter or None expected)
    TypeError: cannot assign 'numpy.ndarray' as parameter 'weight' (torch.nn.Parameter
      or None expected)
    TypeError: cannot assign 'torch.FloatTensor' object to parameter 'w'
      (torch.nn.Parameter or None required)
    TypeError: cannot assign 'list' as buffer 'running_mean' (torch.nn.Buffer,
      torch.Tensor or None expected)
    TypeError: cannot assign 'list' as buffer 'running_mean' (torch.Tensor or None
      expected)

Asked as:
    replace weights by a numpy array; torch.nn.Parameter or None expected; multiply the
    weight of a layer by a mask; prune weights by hand; put a lambda in place of the fc
    layer; copy weights from Keras into a Linear
"""

import textwrap

import torch
from torch import nn

layer = nn.Linear(4, 3)
weight = torch.ones(3, 4)
try:
    layer.weight = weight
except TypeError as error:
    print(textwrap.fill(str(error), 80))
    #> cannot assign 'torch.FloatTensor' as parameter 'weight' (torch.nn.Parameter or
    #> None expected)

# New values in the parameter that is there: the optimizer keeps hold of it.
with torch.no_grad():
    layer.weight.copy_(weight)
    layer.weight *= 2
print(layer.weight[0])
#> tensor([2., 2., 2., 2.], grad_fn=<SelectBackward0>)

# Another parameter, of another size if need be.
layer.weight = nn.Parameter(torch.ones(5, 4))  # <-
layer.bias = None
print(layer(torch.ones(2, 4)).shape)
#> torch.Size([2, 5])

# In place of a layer: another module.
model = nn.Module()
model.fc = nn.Linear(4, 3)
model.fc = nn.Identity()
print(model)
#> Module(
#>   (fc): Identity()
#> )
