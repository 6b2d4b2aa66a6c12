r"""dtype and device in one call: to(device, dtype).

`x.to(other)` takes both from another tensor. Send bytes by `x.to(device).float()`: one
blocking call converts first and sends four times as much. A module's floating-point
parameters change type, its integer buffers keep theirs.

Attributes: Shapes
    half: (3,) float16
    same: (3,) float16

Asked as:
    move and cast at once; move to GPU and change to half precision together; change
    dtype while moving to the GPU; same dtype and device as another tensor; match the
    type and place of another tensor; fp16 model on the GPU; model to half precision on
    cuda; model.half().cuda() in one go; model.to("cuda", torch.bfloat16); x.to(device,
    dtype=torch.float16); x.to(other); tensor.type_as; model.half(); model.double();
    convert a network to float64; float16 weights for inference; do integer buffers
    change with half()
"""

import torch
from torch import nn

accelerator = torch.accelerator.current_accelerator(check_available=True)
device = accelerator or torch.device("cpu")
x = torch.tensor([1.0, 2.0, 3.0])

half = x.to(device, torch.float16)  # <-
same = x.to(half)
print(half.dtype, same.dtype, same.device == half.device)
#> torch.float16 torch.float16 True

norm = nn.BatchNorm1d(3).to(device, torch.float64)
print(norm.running_mean.dtype, norm.num_batches_tracked.dtype)
#> torch.float64 torch.int64
