r"""eye_: the identity matrix.

For a linear layer that starts by passing on its input. Two dimensions only; a matrix
that is not square has ones on its diagonal as far as it goes.

Attributes: Shapes
    weight: (200, 300) float32
    small: (2, 3) float32

Raises:
    ValueError: `nn.init.eye_(torch.empty(3, 3, 3))` Only tensors with 2 dimensions are
        supported

Asked as:
    tf.keras.initializers.Identity; start a Linear as a pass-through; weight with ones
    on the diagonal and zero elsewhere; IRNN, recurrent weights start as identity;
    linear layer that copies its input at first; rectangular weight with a diagonal;
    do-nothing dense layer to begin with; np.eye or identity matrix as initial weights;
    identity initialization of a linear layer; linear layer passes its input unchanged
    at the start; make an nn.Linear return its input before training; weight equals the
    unit matrix; initialise a square matrix with identity
"""

import torch
from torch import nn

small = nn.init.eye_(torch.empty(2, 3))  # <-
print(small)
#> tensor([[1., 0., 0.],
#>         [0., 1., 0.]])
print(torch.tensor([5.0, 6.0, 7.0]) @ small.T)
#> tensor([5., 6.])

weight = nn.init.eye_(torch.empty(200, 300))
print(weight.sum())
#> tensor(200.)
