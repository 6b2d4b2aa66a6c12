r"""Receptive field: how much of the image a pixel sees.

Each layer adds (k - 1) times the strides so far, times its dilation. Three layers of
kernel 3 see 7 pixels; with stride 2 each, 15. Checked by the gradient of one output.

$$r = 1 + \sum_l d_l (k_l - 1) \prod_{i < l} s_i$$

Attributes: Shapes
    x: (1, 1, 40) float32
"""

import torch
from torch import nn


def receptive_field(layers):  # of (kernel, stride, dilation)
    size, step = 1, 1
    for kernel, stride, dilation in layers:
        size += dilation * (kernel - 1) * step
        step *= stride
    return size


for layers in ([(3, 1, 1)] * 3, [(3, 2, 1)] * 3, [(3, 1, 1), (3, 1, 2), (3, 1, 4)]):
    model = nn.Sequential(*[nn.Conv1d(1, 1, k, s, dilation=d) for k, s, d in layers])
    x = torch.zeros(1, 1, 40, requires_grad=True)
    model(x)[0, 0, 0].backward()
    print(receptive_field(layers), x.grad.count_nonzero().item())
    #> 7 7
    #> 15 15
    #> 15 15
