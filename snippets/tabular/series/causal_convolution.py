r"""Causal convolution: no step sees a later one.

Pad on the left only, by `dilation * (kernel_size - 1)`: the output has the length of
the input. Each layer doubles the dilation, so that few layers look far back: with
kernels of 2 and dilations 1, 2, 4 and 8 it is 16 steps.

$$R = 1 + (k - 1) \sum_l d_l$$

Attributes: Shapes
    x: (N, C, T) float32
    output: (N, 4, T) float32

Asked as:
    causal Conv1d by left padding; WaveNet layer; layers of a TCN in PyTorch; 1D
    convolution without looking into the future; left padding of Conv1d; padding causal
    in Keras; receptive field of a dilated convolution; convolution instead of LSTM for
    sequences; nn.ConstantPad1d before Conv1d; autoregressive convolution; how far back
    does a TCN see; F.pad on the left side only; convolution over time without the
    future; convolution that must not see the future; doubling dilations to reach far
    into the past
"""

import torch
import torch.nn.functional as F
from torch import nn


class CausalConv1d(nn.Conv1d):
    def forward(self, x):
        left = self.dilation[0] * (self.kernel_size[0] - 1)
        return super().forward(F.pad(x, (left, 0)))  # <-


torch.manual_seed(0)
layers = []
for inputs, dilation in ((1, 1), (4, 2), (4, 4), (4, 8)):
    layers += [CausalConv1d(inputs, 4, kernel_size=2, dilation=dilation), nn.Tanh()]
model = nn.Sequential(*layers)

x = torch.randn(1, 1, 40, requires_grad=True)
output = model(x)
output[0, :, 30].sum().backward()
seen = x.grad[0, 0].nonzero().squeeze(1)
print(seen.min().item(), seen.max().item(), len(seen))
#> 15 30 16
