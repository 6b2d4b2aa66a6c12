r"""ReLU: max(0, x), the default between layers.

The first one to try. The gradient is 1 for positive inputs and 0 for negative ones, so
a unit that is negative for every sample stops learning. `inplace=True` saves memory and
overwrites its input.

$$\text{ReLU}(x) = \max(0, x)$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in [0, inf)

Asked as:
    rectified linear unit; rectifier; relu between two layers in a Sequential; which
    activation function should I use; set or replace negative values with zero;
    np.maximum(x, 0); F.relu or nn.ReLU; torch.relu; relu_; activation='relu';
    nn.ReLU(inplace=True); clamp at zero from below; derivative of relu at zero;
    standard activation for hidden layers; tf.nn.relu; simplest nonlinearity for an MLP;
    add a relu after a linear layer; most common activation function; difference between
    nn.ReLU and F.relu, which one to use; non-linearity; activation function; what is
    relu; why ReLU
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.ReLU()  # <-
y = activation(x)
print(y)
#> tensor([0., 0., 0., 1., 2.])
print(F.relu(x).equal(y))  # the functional form
#> True

x.requires_grad_()
F.relu(x).sum().backward()
print(x.grad)  # at 0 PyTorch takes 0
#> tensor([0., 0., 0., 1., 1.])
