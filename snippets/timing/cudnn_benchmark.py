"""cudnn.benchmark: try the convolution algorithms, keep the fastest.

For convolutions on a GPU whose input sizes stay: the first batch of a new size is slow,
since cuDNN times its algorithms on it. Where sizes vary, that is paid again and again.
It may choose another algorithm in the next run, so results can differ in the last
digits: off for [determinism](../training/index.md#deterministic). It changes nothing on
the CPU.

Attributes: Shapes
    images: (8, 3, 32, 32) float32

Asked as:
    torch.backends.cudnn.benchmark = True; should I set cudnn benchmark; cudnn
    autotuner; what does cudnn.benchmark do; first iteration slow with cudnn;
    convolution algorithm selection; cudnn.deterministic or cudnn.benchmark; find the
    best cudnn algorithm; cudnn flags and settings; speedup for convolutions with fixed
    input size; cudnn.benchmark with varying image sizes; flag that lets cudnn choose
    the fastest convolution; CNN training faster with one line; input sizes change,
    benchmark=True slower
"""

import torch
from torch import nn

print(torch.backends.cudnn.benchmark)  # off by default
#> False
torch.backends.cudnn.benchmark = True  # <-

device = torch.accelerator.current_accelerator(check_available=True) or "cpu"
layer = nn.Conv2d(3, 16, kernel_size=3).to(device)
images = torch.zeros(8, 3, 32, 32, device=device)
print(layer(images).shape)  # the first batch of this size: the algorithms are timed
#> torch.Size([8, 16, 30, 30])

with torch.backends.cudnn.flags(enabled=True, benchmark=False):  # for a part only
    print("in this part:", torch.backends.cudnn.benchmark)
    #> in this part: False
torch.backends.cudnn.benchmark = False
