"""detach().cpu().numpy(): out of the graph, into NumPy.

In this order: cut the history, move to the CPU, convert. The array shares memory with a
CPU tensor: `.copy()` it when the tensor changes later.

Attributes: Shapes
    y: (2,) float32

Raises:
    RuntimeError: `y.numpy()` Can't call numpy() on Tensor that requires grad. Use
        tensor.detach().numpy() instead.
"""

import torch

y = torch.tensor([1.0, 2.0], requires_grad=True) * 2

array = y.detach().cpu().numpy()
print(array, array.dtype)
#> [2. 4.] float32
