r"""to, cuda and cpu: move a tensor.

`x.to(device)` returns a tensor on the device and leaves `x` where it is: assign the
result. If `x` is there already the result is `x` itself, no copy. `x.cuda()` and
`x.cpu()` do it for one kind of device.

Attributes: Shapes
    x: (3,) float32
    moved: (3,) float32

Asked as:
    GPU to CPU; copy from GPU to host; .to(device); x = x.cuda(); send a tensor to the
    device; copy my data onto the graphics card; transfer an array to the GPU; copy an
    array to another device; bring a result back to main memory; tensor still on CPU
    after .to(device); x.to("cuda") leaves x on the CPU; .to(device) has no effect,
    tensor stays where it is; no copy when it is already on the GPU;
    torch.cuda.FloatTensor to torch.FloatTensor; jax.device_put, gpuArray; get a tensor
    off the GPU, copy it from GPU to CPU; move a tensor to the GPU; difference between
    tensor.to(device) and .cuda(); what does .to(device) do
"""

import torch

accelerator = torch.accelerator.current_accelerator(check_available=True)
device = accelerator or torch.device("cpu")
x = torch.tensor([1.0, 2.0, 3.0], device="cpu")

moved = x.to(device)  # <-
print(moved.device.type == device.type)
#> True
print(moved.to(device) is moved)  # already there
#> True
print(moved.cpu().numpy())
#> [1. 2. 3.]
