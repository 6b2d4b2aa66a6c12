r"""ConvTranspose1d, 2d, 3d: the larger image of a smaller one.

Each input pixel adds the kernel, times its value, to the output. Kernel 2 with stride 2
doubles the size; kernel 4, stride 2, padding 1 does as well, and overlaps. The weight
has shape (in_channels, out_channels / groups, k, k): the other way round.

$$H_\text{out} = (H - 1) s - 2p + d(k - 1) + p_\text{out} + 1$$

Attributes: Shapes
    x: (1, 1, 3) float32
    y: (1, 1, 7) float32

Asked as:
    transposed convolution; fractionally strided convolution; upconv of a UNet,
    up-convolution; tf.keras.layers.Conv2DTranspose; F.conv_transpose2d; upsample with
    learned weights; make a feature map bigger with learned weights; GAN generator
    layer, DCGAN; upsampling layer with weights in a decoder; how does ConvTranspose2d
    compute its size; opposite of a strided convolution; SpatialFullConvolution; why
    kernel 4 with stride 2 in a generator; double an image with a trainable layer,
    stride 2; deconvolution layer; from 8x8 to 16x16 in a generator; deconv, conv
    transpose formula; what is a transposed convolution; upconvolution
"""

import torch
import torch.nn.functional as F
from torch import nn

layer = nn.ConvTranspose1d(1, 1, kernel_size=3, stride=2, bias=False)  # <-
with torch.no_grad():
    layer.weight.copy_(torch.tensor([[[1.0, 2.0, 3.0]]]))
x = torch.tensor([[[1.0, 10.0, 100.0]]])
y = layer(x)
print(y)
#> tensor([[[  1.,   2.,  13.,  20., 130., 200., 300.]]],
#>        grad_fn=<ConvolutionBackward0>)

images = torch.zeros(2, 8, 5, 6)
double = nn.ConvTranspose2d(8, 4, kernel_size=2, stride=2)
print(double.weight.shape, double(images).shape)
#> torch.Size([8, 4, 2, 2]) torch.Size([2, 4, 10, 12])
print(nn.ConvTranspose2d(8, 4, kernel_size=4, stride=2, padding=1)(images).shape)
#> torch.Size([2, 4, 10, 12])
volume = torch.zeros(2, 8, 3, 3, 3)
print(nn.ConvTranspose3d(8, 4, kernel_size=2, stride=2)(volume).shape)
#> torch.Size([2, 4, 6, 6, 6])

print(F.conv_transpose1d(x, layer.weight, stride=2).equal(y))
#> True
print(F.conv_transpose2d(images, double.weight, double.bias, stride=2).shape)
#> torch.Size([2, 4, 10, 12])
print(F.conv_transpose3d(volume, torch.zeros(8, 4, 2, 2, 2), stride=2).shape)
#> torch.Size([2, 4, 6, 6, 6])
