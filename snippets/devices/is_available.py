r"""is_available: whether there is a GPU to use.

`torch.cuda.is_available()` asks for NVIDIA and AMD, `torch.accelerator.is_available()`
for any accelerator: CUDA, Apple's MPS, Intel's XPU. Neither raises on a machine without
one. `current_accelerator()` names what PyTorch was built for, present or not: with
`check_available=True` it is None where there is no device.
"""

import torch

cuda = torch.cuda.is_available()
accelerator = torch.accelerator.is_available()
print(type(cuda), type(accelerator))
#> <class 'bool'> <class 'bool'>

present = torch.accelerator.current_accelerator(check_available=True)
print((present is not None) == accelerator)
#> True
