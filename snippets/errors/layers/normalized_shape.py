r"""Given normalized_shape, expected input with shape: the last axes differ.

LayerNorm compares `normalized_shape` with the last axes of its input. Usual causes:
channels in dimension 1, as in pictures (N, C, H, W), where the norm was made with C; a
norm made for the length of the sequence and not for its features; a whole shape [C, H,
W] and pictures of another size. See [LayerNorm](../layers/normalization.md#layer_norm)
and [which norm](../layers/normalization.md#which_norm).

Raises:
    RuntimeError: `nn.LayerNorm(3)(images)`
        Given normalized_shape=[3], expected input with shape [*, 3], but got input of
        size[2, 3, 8, 8]
    RuntimeError: `nn.RMSNorm(3)(images)`
        Given normalized_shape=[3], expected input with shape [*3], but got input of
        size[2, 3, 8, 8]

Also worded:
    RuntimeError: Given normalized_shape=[512], expected input with shape [*, 512], but
      got input of size[32, 512, 100]
    RuntimeError: Given normalized_shape=[768], expected input with shape [*, 768], but
      got input of size[8, 197, 1024]
    RuntimeError: Given normalized_shape=[3, 8, 8], expected input with shape [*, 3, 8,
      8], but got input of size[2, 3, 9, 9]

Asked as:
    LayerNorm on feature maps of a CNN; LayerNorm has the wrong size; layer norm in a
    ConvNeXt block, channels first; layer norm with pictures of changing size; RMSNorm
    complains about the shape; layer norm behind a conv1d
"""

import textwrap

import torch
from torch import nn

images = torch.zeros(2, 3, 8, 8)
try:
    nn.LayerNorm(3)(images)
except RuntimeError as error:
    print(textwrap.fill(str(error), 80))
    #> Given normalized_shape=[3], expected input with shape [*, 3], but got input of
    #> size[2, 3, 8, 8]

# Over the channels of each pixel: move them to the end, and back.
y = nn.LayerNorm(3)(images.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
print(y.shape)
#> torch.Size([2, 3, 8, 8])

# Over the whole picture, of whatever size: one group.
print(nn.GroupNorm(1, 3)(images).shape)
#> torch.Size([2, 3, 8, 8])

# Over the whole picture, of this size only.
print(nn.LayerNorm(images.shape[1:])(images).shape)  # <-
#> torch.Size([2, 3, 8, 8])

# A sequence (N, L, C): the norm is made with C.
print(nn.LayerNorm(5)(torch.zeros(2, 7, 5)).shape)
#> torch.Size([2, 7, 5])
