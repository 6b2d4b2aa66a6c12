r"""a prediction to NumPy: detach, cpu, numpy, squeeze.

A model returns a batch, on its device, with a graph. Without `no_grad`, detach.
`numpy.squeeze` drops every dimension of size 1, the batch too: name the axis.

Attributes: Shapes
    output: (1, 1, 2, 2) float32
    mask: (2, 2) float32
"""

import numpy as np
import torch
from torch import nn

model = nn.Conv2d(1, 1, kernel_size=1)
nn.init.ones_(model.weight)
nn.init.zeros_(model.bias)

output = model(torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]]))
array = output.detach().cpu().numpy()  # (1, 1, 2, 2)
mask = np.squeeze(array, axis=(0, 1))
print(mask)
#> [[1. 2.]
#>  [3. 4.]]
