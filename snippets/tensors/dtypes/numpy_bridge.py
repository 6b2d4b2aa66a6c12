r"""detach().cpu().numpy(): a tensor, or a prediction, as a NumPy array.

Detach from the graph, move to the CPU, convert. `x.numpy()` alone is for a CPU tensor
without gradient; bfloat16 has no NumPy type: `float()` first. The array shares memory
with a CPU tensor: `.copy()` it where the tensor changes later. `np.squeeze(array)`
drops a batch of one too: name the axis. The way back is
[`from_numpy`](create.md#from_numpy).

Attributes: Shapes
    output: (1, 1, 2, 2) float32
    array: (1, 1, 2, 2) float32
    mask: (2, 2) float32

Raises:
    RuntimeError: `output.numpy()` Can't call numpy() on Tensor that requires grad. Use
        tensor.detach().numpy() instead.
    TypeError: `torch.ones(1, dtype=torch.bfloat16).cpu().numpy()` Got unsupported
        ScalarType BFloat16

Asked as:
    torch tensor to numpy; convert a gpu tensor with gradient to a numpy ndarray; cuda
    tensor to numpy; .data.cpu().numpy(); force=True; predictions for sklearn metrics;
    plot a tensor; can't convert cuda:0 device type tensor to numpy; can't convert CUDA
    tensor to numpy; Can't call numpy() on Variable that requires grad; bfloat16 to
    numpy; K.eval; np.asarray of a tensor; segmentation mask for opencv; results from
    the gpu as an array; model output to numpy; get the prediction of my model as a
    numpy array; from a tensor back to numpy; matplotlib plot of tensor values
"""

import numpy as np
import torch
from torch import nn

model = nn.Conv2d(1, 1, kernel_size=1)
nn.init.ones_(model.weight)
nn.init.zeros_(model.bias)

output = model(torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]]))  # on a device, with a graph
array = output.detach().cpu().numpy()  # <-
mask = np.squeeze(array, axis=(0, 1))
print(mask)
#> [[1. 2.]
#>  [3. 4.]]
print(output.numpy(force=True).dtype)  # the same steps in one call
#> float32
