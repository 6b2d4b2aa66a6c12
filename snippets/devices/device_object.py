r"""torch.device: a kind and a number.

`"cuda"` is the current CUDA device, `"cuda:1"` the second one. Making the object checks
only the spelling, so this runs without a GPU; using it is what may fail. Every call
that takes a device takes the string as well.

Raises:
    RuntimeError: `torch.device("gpu")` device type at start of device string: gpu
"""

import torch

device = torch.device("cuda:1")
print(device.type, device.index)
#> cuda 1
print(torch.device("cuda", 1) == device)
#> True
print(torch.device("cuda").index)  # no number: the current one
#> None
