"""MaxUnpool1d, 2d, 3d: the largest back to where they stood.

Needs the indices of the pooling layer. Everything else is zero. When the last window
ended before the input did, say `output_size`.

Attributes: Shapes
    x: (1, 1, 5) float32
    small: (1, 1, 2) float32
    indices: (1, 1, 2) int64
    back: (1, 1, 5) float32

Asked as:
    inverse of MaxPool; undo pooling; SegNet decoder; F.max_unpool2d; return_indices;
    pooling switches; tf.nn.max_pool_with_argmax; upsample with zeros between the
    maxima; remember the positions of the maxima; SpatialMaxUnpooling; unpooled image
    has the wrong size; reverse a max pooling; unpooling layer; put pooled values back
    at their original places; decoder with the pooling indices of the encoder; sparse
    upsampling by remembered places; inverse operation of max pooling
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([[[1.0, 3.0, 4.0, 2.0, 9.0]]])
small, indices = nn.MaxPool1d(2, return_indices=True)(x)
print(small, indices)
#> tensor([[[3., 4.]]]) tensor([[[1, 2]]])

print(nn.MaxUnpool1d(2)(small, indices))  # <-
#> tensor([[[0., 3., 4., 0.]]])
back = nn.MaxUnpool1d(2)(small, indices, output_size=x.shape)
print(back)
#> tensor([[[0., 3., 4., 0., 0.]]])

images = torch.rand(1, 1, 4, 4)
print(nn.MaxUnpool2d(2)(*nn.MaxPool2d(2, return_indices=True)(images)).shape)
#> torch.Size([1, 1, 4, 4])
volume = torch.rand(1, 1, 4, 4, 4)
print(nn.MaxUnpool3d(2)(*nn.MaxPool3d(2, return_indices=True)(volume)).shape)
#> torch.Size([1, 1, 4, 4, 4])

print(F.max_unpool1d(small, indices, 2))
#> tensor([[[0., 3., 4., 0.]]])
squares, places = F.max_pool2d(images, 2, return_indices=True)
print(F.max_unpool2d(squares, places, 2).equal(nn.MaxUnpool2d(2)(squares, places)))
#> True
cubes, places = F.max_pool3d(volume, 2, return_indices=True)
print(F.max_unpool3d(cubes, places, 2).equal(nn.MaxUnpool3d(2)(cubes, places)))
#> True
