"""Fuse batch norm into the layer before it: one layer for prediction.

Both layers are in eval mode; the fused one is a copy.

Raises:
    AssertionError: `fusion.fuse_conv_bn_eval(conv.train(), nn.BatchNorm2d(8))` Fusion
        only for eval!

Asked as:
    fuse conv and batch norm; fold batch norm into convolution; conv bn fusion;
    fuse_conv_bn_eval; fuse_conv_bn_weights; merge BatchNorm for inference; fewer layers
    at inference; batch norm folding; remove batch norm layers of a trained model; fuse
    linear and batch norm; faster inference without retraining; RepVGG fuse layers
"""

import torch
from torch import nn
from torch.nn.utils import fusion

torch.manual_seed(0)
conv, bn = nn.Conv2d(3, 8, kernel_size=3, bias=False), nn.BatchNorm2d(8)
images = torch.randn(4, 3, 10, 10)
bn(conv(images))  # moves the running statistics

fused = fusion.fuse_conv_bn_eval(conv.eval(), bn.eval())  # <-
print(torch.allclose(fused(images), bn(conv(images)), atol=1e-5))
#> True

linear, bn = nn.Linear(5, 4).eval(), nn.BatchNorm1d(4).eval()
x = torch.randn(2, 5)
fused = fusion.fuse_linear_bn_eval(linear, bn)
print(torch.allclose(fused(x), bn(linear(x)), atol=1e-5))
#> True

statistics = bn.running_mean, bn.running_var, bn.eps, bn.weight, bn.bias
weight, bias = fusion.fuse_linear_bn_weights(linear.weight, linear.bias, *statistics)
print(weight.equal(fused.weight), bias.equal(fused.bias))
#> True True

statistics = torch.zeros(8), torch.ones(8), 0.0, torch.full((8,), 2.0), None
weight, bias = fusion.fuse_conv_bn_weights(conv.weight, None, *statistics)
print(weight.equal(2 * conv.weight), bias.shape)
#> True torch.Size([8])
