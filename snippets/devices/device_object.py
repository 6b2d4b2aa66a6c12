r"""torch.device: a kind and a number.

`"cuda"` is the current CUDA device, `"cuda:1"` the second one. Making the object checks
only the spelling, so this runs without a GPU; using it is what may fail. What makes
or moves a tensor takes the string as well.

Raises:
    RuntimeError: `torch.device("gpu")` device type at start of device string: gpu

Asked as:
    device string; device index; torch.device("cuda:0"); cuda:0 vs cuda; what does the
    number behind cuda mean; torch.device("gpu"); is gpu a valid device name; list of
    device names I can pass; valid device types, mps, xpu, meta; second graphics card by
    its number; string or object as device argument; compare two devices; Expected one
    of cpu, cuda; mx.gpu(0); what is a torch.device object for; difference cuda and
    cuda:1; torch.device("cuda") != torch.device("cuda:0")
"""

import torch

device = torch.device("cuda:1")  # <-
print(device.type, device.index)
#> cuda 1
print(torch.device("cuda", 1) == device)
#> True
print(torch.device("cuda").index)  # no number: the current one
#> None
print(torch.device("cuda") == torch.device("cuda:0"))  # compare x.device.type
#> False
