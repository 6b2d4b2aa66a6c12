r"""the NumPy bridge: when numpy() works, and when it copies.

`x.numpy()` shares memory with a CPU tensor. A tensor that requires grad needs
`detach()`, one on a GPU `cpu()`, in this order: `x.detach().cpu().numpy()`. bfloat16
has no NumPy type: `float()` first.

Attributes: Shapes
    x: (2,) float32
    array: (2,) float32

Raises:
    RuntimeError: `x.numpy()` Can't call numpy() on Tensor that requires grad. Use
        tensor.detach().numpy() instead.
    TypeError: `torch.ones(1, dtype=torch.bfloat16).cpu().numpy()` Got unsupported
        ScalarType BFloat16
"""

import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
array = x.detach().cpu().numpy()
print(array, array.dtype)
#> [1. 2.] float32

back = torch.from_numpy(array.copy())  # (2,) float32: a copy of its own
print(back)
#> tensor([1., 2.])
