r"""FlopCounterMode: how many operations a model does.

Divide by the time for GFLOP/s and hold them against what the machine does in a large
matrix product: above it, the timing is wrong; far below, the time goes elsewhere. A
product of $n \times k$ by $k \times m$ counts two operations a term;
what works element by element is not counted,
nor is a matrix times a vector. Layers that are one operation can be left out: on the
CPU `nn.LSTM`, in eval mode without gradients `nn.TransformerEncoderLayer`.

$$\text{FLOP} = 2 \, n \, k \, m$$

Attributes: Shapes
    x: (32, 64) float32

Asked as:
    FLOPs of a network; MACs or multiply-adds; GFLOPs; thop.profile; ptflops; fvcore
    FlopCountAnalysis; computational cost; complexity of a network; model FLOPs
    utilization; TFLOPS achieved; cost of the backward pass; number of floating point
    operations; multiply-adds of a model; how many FLOPs for one image; number of GFLOPs
    for a paper; compute needed for training in FLOPs
"""

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

n, k, m = 32, 64, 10
model = nn.Linear(k, m)
x = torch.randn(n, k)

with FlopCounterMode(display=False) as forward:  # <-
    y = model(x)
print(forward.get_total_flops(), 2 * n * k * m)
#> 40960 40960

with FlopCounterMode(display=False) as both:
    model(x).sum().backward()  # the gradient of the weight; x needs none
print(both.get_total_flops() / forward.get_total_flops())
#> 2.0
