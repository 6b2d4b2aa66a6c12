r"""to, cuda and cpu: move a tensor.

`x.to(device)` returns a tensor on the device and leaves `x` where it is: assign the
result. If `x` is there already the result is `x` itself, no copy. `x.cuda()` and
`x.cpu()` are the same for one kind of device.

Attributes: Shapes
    x: (3,) float32
    moved: (3,) float32
"""

import torch

accelerator = torch.accelerator.current_accelerator(check_available=True)
device = accelerator or torch.device("cpu")
x = torch.tensor([1.0, 2.0, 3.0], device="cpu")

moved = x.to(device)
print(moved.device.type == device.type)
#> True
print(moved.to(device) is moved)  # already there
#> True
print(moved.cpu().numpy())
#> [1. 2. 3.]
