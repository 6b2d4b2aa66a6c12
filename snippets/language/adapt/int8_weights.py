r"""int8 weights: one byte each, one scale a row.

A row is divided by its largest absolute value over 127 and rounded. No weight moves by
more than half a scale. Divide in float32: in bfloat16 127 can come out as 128, which
is -128 in int8. One scale a row, not one for the matrix: a single large weight
would cost all others their precision. Computing is in float, the weight made anew in
each call: it saves memory, not arithmetic. Ready-made:
[quantize_dynamic](../ship/index.md#quantize_dynamic).

$$s_i = \frac{\max_j |w_{ij}|}{127}, \quad q_{ij} = \text{round}\!\left(
\frac{w_{ij}}{s_i}\right), \quad |w_{ij} - s_i q_{ij}| \le \frac{s_i}{2}$$

Attributes: Shapes
    weight: (4, 16) float32
    q: (4, 16) int8
    scale: (4, 1) float32

Asked as:
    per-channel weight quantization; weight-only quantization; load_in_8bit; absmax
    quantization; symmetric int8 scale; LLM.int8(); Linear layer with int8 weights;
    error of quantised weights; quantise and dequantise a matrix; bitsandbytes
    Linear8bitLt; outlier ruins per-tensor quantization; half the bytes of float16
    weights; one int8 scale a row
"""

import torch
import torch.nn.functional as F
from torch import nn


def quantise(weight):
    weight = weight.float()
    scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-12) / 127
    return (weight / scale).round().to(torch.int8), scale  # <-


class Int8Linear(nn.Module):
    def __init__(self, layer):
        super().__init__()
        q, scale = quantise(layer.weight.detach())
        self.q, self.scale, self.bias = nn.Buffer(q), nn.Buffer(scale), layer.bias

    def forward(self, x):
        return F.linear(x, (self.q * self.scale).to(x.dtype), self.bias)


torch.manual_seed(0)
layer = nn.Linear(16, 4)
weight = layer.weight.detach()
q, scale = quantise(weight)
error = (weight - scale * q).abs()
print((error <= scale / 2 + 1e-7).all(), weight.nbytes, q.nbytes)
#> tensor(True) 256 64

x = torch.randn(8, 16)
difference = (Int8Linear(layer)(x) - layer(x)).abs().max()
print(difference < 0.02)
#> tensor(True)
