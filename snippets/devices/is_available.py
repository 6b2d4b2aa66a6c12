r"""is_available: whether there is a GPU to use.

`torch.cuda.is_available()` asks for NVIDIA and AMD, `torch.accelerator.is_available()` for any
accelerator: CUDA, Apple's MPS, Intel's XPU. Neither raises on a machine without one.
`current_accelerator()` is None there.
"""

import torch

cuda = torch.cuda.is_available()
accelerator = torch.accelerator.is_available()
print(type(cuda), type(accelerator))
#> <class 'bool'> <class 'bool'>

kind = torch.accelerator.current_accelerator()
print((kind is not None) == accelerator)
#> False
