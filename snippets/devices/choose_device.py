r"""choose a device: the accelerator if there is one, else the CPU.

Choose once, at the top of a script, and pass `device` on. The older spelling asks for CUDA only and
leaves a Mac on its CPU.

Attributes: Shapes
    x: (2, 3) float32
"""

import torch

device = torch.accelerator.current_accelerator() or torch.device("cpu")
x = torch.ones(2, 3, device=device)
print(x.device.type == device.type)

older = torch.device("cuda" if torch.cuda.is_available() else "cpu")
y = torch.ones(2, 3, device=older)
print(y.sum().item())
