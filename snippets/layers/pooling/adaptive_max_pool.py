"""AdaptiveMaxPool1d, 2d, 3d: the largest, in the output size you name.

Size 1 gives the largest answer of each channel anywhere in the image.

Attributes: Shapes
    x: (1, 1, 5) float32

Asked as:
    global max pooling; tf.keras.layers.GlobalMaxPooling2D; F.adaptive_max_pool2d; max
    over time pooling; strongest activation per channel; strongest response anywhere in
    the picture; text CNN, one value per filter; SpatialAdaptiveMaxPooling; max pooling
    to a fixed size; GlobalMaxPooling1D; only the largest value of each filter over the
    entire sequence; maximum over the whole feature map; maximum over all time steps of
    a Conv1d output; global maximum; strongest word for each filter; max pool to 1x1;
    any input length to a fixed number of maxima; difference between MaxPool and
    AdaptiveMaxPool
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([[[1.0, 7.0, 3.0, 4.0, 5.0]]])
print(nn.AdaptiveMaxPool1d(1)(x))
#> tensor([[[7.]]])
print(nn.AdaptiveMaxPool1d(2)(x))  # <-
#> tensor([[[7., 5.]]])

print(nn.AdaptiveMaxPool2d((3, 2))(torch.zeros(1, 2, 8, 9)).shape)
#> torch.Size([1, 2, 3, 2])
print(nn.AdaptiveMaxPool3d(1)(torch.zeros(1, 2, 4, 4, 4)).shape)
#> torch.Size([1, 2, 1, 1, 1])

print(F.adaptive_max_pool1d(x, 1), F.adaptive_max_pool2d(x, (1, 2)))
#> tensor([[[7.]]]) tensor([[[7., 5.]]])
print(F.adaptive_max_pool3d(torch.zeros(2, 4, 4, 4), 1).shape)
#> torch.Size([2, 1, 1, 1])
