r"""choose a device: the accelerator if there is one, else the CPU.

Choose once, at the top of a script, and pass `device` on. Without
`check_available=True` a CUDA build answers `cuda` on a machine that has no GPU. The
older spelling asks for CUDA only and leaves a Mac on its CPU.

Attributes: Shapes
    x: (2, 3) float32
"""

import torch

accelerator = torch.accelerator.current_accelerator(check_available=True)
device = accelerator or torch.device("cpu")
x = torch.ones(2, 3, device=device)
print(x.device.type == device.type)
#> True

older = torch.device("cuda" if torch.cuda.is_available() else "cpu")
y = torch.ones(2, 3, device=older)
print(y.sum().item())
#> 6.0
