"""output_padding and output_size: which of two sizes.

With stride 2, inputs of 7 and 8 both shrink to 4; the way back has to be told. It must
be smaller than stride or dilation. `output_size` at the call says the size itself.

Attributes: Shapes
    small: (1, 1, 4, 4) float32

Raises:
    RuntimeError: `nn.ConvTranspose2d(1, 1, 3, stride=2, output_padding=2)(small)`
        output padding must be smaller than either stride or dilation

Asked as:
    decoder output one pixel too small; transposed convolution, deconv output off by
    one; odd size is not restored after downsampling; transposed conv gives 27 instead
    of 28; match the encoder's size in a U-Net; exact output size of a transposed conv;
    output_size argument of a deconv, ConvTranspose2d; concat of skip connection fails
    by one pixel; size ambiguity of a strided transposed convolution; autoencoder
    reconstruction is 27x27 but the input 28x28; which output_padding for stride 2;
    upsampled size does not match the original; missing row and column after a
    transposed convolution; 7x7 to 13x13 or to 14x14; decoder output smaller than the
    encoder input; reconstruction and picture differ in size by one
"""

import torch
from torch import nn

down = nn.Conv2d(1, 1, kernel_size=3, stride=2, padding=1)
print(down(torch.zeros(1, 1, 7, 7)).shape, down(torch.zeros(1, 1, 8, 8)).shape)
#> torch.Size([1, 1, 4, 4]) torch.Size([1, 1, 4, 4])

small = torch.zeros(1, 1, 4, 4)
for extra in (0, 1):
    up = nn.ConvTranspose2d(1, 1, 3, stride=2, padding=1, output_padding=extra)
    print(extra, tuple(up(small).shape[2:]))
    #> 0 (7, 7)
    #> 1 (8, 8)

up = nn.ConvTranspose2d(1, 1, kernel_size=3, stride=2, padding=1)
print(up(small, output_size=(8, 8)).shape)  # <-
#> torch.Size([1, 1, 8, 8])
