"""Unflatten: one dimension back into several.

The inverse of Flatten, for decoders. Sizes must multiply to the old one; one of them
may be -1.

Attributes: Shapes
    rows: (N, 60) float32
    images: (N, 3, 4, 5) float32

Raises:
    RuntimeError: `nn.Unflatten(1, (3, 7))(rows)` Provided sizes [3, 7] don't multiply
        up to the size of dim 1 (60) in the input tensor

Asked as:
    reshape a vector inside a Sequential; tf.keras.layers.Reshape; vector back to a
    feature map in a generator; linear output or latent vector to image in a decoder
    Sequential; opposite of nn.Flatten; 784 to 1x28x28; dense output 6272 to (128, 7,
    7); undo or reverse the flatten in a decoder; nn.View and nn.Reshape of Lua Torch;
    2d to 4d in a model; unflattened_size; Linear output to a channels x height x width
    map; give a vector the shape of a picture again; view as a layer, without a forward;
    from a noise vector to the first feature map of a GAN; split one axis into heads and
    features by a layer
"""

import torch
from torch import nn

rows = torch.arange(120.0).reshape(2, 60)
images = nn.Unflatten(1, (3, 4, 5))(rows)  # <-

print(nn.Flatten()(images).equal(rows))
#> True
print(nn.Unflatten(1, (3, -1))(rows).shape)
#> torch.Size([2, 3, 20])
