r"""Receptive field: how much of the image a pixel sees.

Each layer adds (k - 1) times the strides so far, times its dilation. Three layers of
kernel 3 see 7 pixels; with stride 2, 15. Checked by the gradient of one output.

$$r = 1 + \sum_l d_l (k_l - 1) \prod_{i < l} s_i$$

Attributes: Shapes
    x: (1, 1, 40) float32

Asked as:
    how many input pixels influence an output; field of view of a CNN; context length of
    stacked convolutions; how many layers to cover the whole picture; why stack several
    small 3x3 kernels instead of one 5x5; compute the receptive field from kernels and
    strides; effect of stride and dilation on context; which inputs does an output
    depend on; how far does a network see; patch size of a PatchGAN discriminator; how
    far back does a causal stack look; how big is the part of the picture that a unit
    looks at; receptive field formula; region of the input a neuron in the third layer
    depends on; does the network see the whole object; how much context has each output
    pixel; effective receptive field of a CNN
"""

import torch
from torch import nn


def receptive_field(layers):  # of (kernel, stride, dilation)
    size, step = 1, 1
    for kernel, stride, dilation in layers:
        size += dilation * (kernel - 1) * step  # <-
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
