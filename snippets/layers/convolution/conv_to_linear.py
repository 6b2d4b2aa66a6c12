"""Linear after convolutions: how many features arrive.

Linear needs channels * height * width of the last feature map; the batch is not part of
it. Print the shape after every layer, and take the last one. Here 400 would be right
for kernel 5, and kernel 3 gives 576. [`LazyLinear`](linear.md#lazy_layers) finds the
number at the first call.

Attributes: Shapes
    images: (N, 3, 32, 32) float32
    x: (N, 16, 6, 6) float32, after the last pooling
    rows: (N, 16*6*6) float32
    logits: (N, 120) float32

Raises:
    RuntimeError: `nn.Linear(400, 120)(rows)` mat1 and mat2 shapes cannot be multiplied
        (4x576 and 400x120)
    RuntimeError: `nn.Linear(576, 120)(x)` mat1 and mat2 shapes cannot be multiplied
        (384x6 and 576x120)
    RuntimeError: `x.view(-1, 400)` shape '[-1, 400]' is invalid for input of size 2304

Asked as:
    in_features after flatten; determine the input size of fc1, the first fully
    connected layer; where does 16 * 5 * 5 come from; calculate the flatten size of a
    CNN; linear layer size after the last pooling; connect conv layers to a dense layer;
    changed the input size and the linear layer complains about shapes; magic number 400
    in the tutorial; mat1 and mat2 error after changing kernel or image size; print the
    output size after every layer; what to write in nn.Linear behind conv layers;
    nn.Linear fails because I forgot to flatten; shape mismatch between conv and fc
    layer; first argument of Linear after convolutions and poolings; how many input
    neurons has the first dense layer after convolutions; how to find the 16 * 5 * 5 for
    my own image size; length of the vector after the conv part; input dimension of the
    dense layer, channels * height * width; size mismatch, m1: [64 x 9216], m2: [4096 x
    10]; which number goes into the first linear layer
"""

import torch
from torch import nn

convolutions = nn.Sequential(
    nn.Conv2d(3, 6, kernel_size=3),
    nn.MaxPool2d(2),
    nn.Conv2d(6, 16, kernel_size=3),
    nn.MaxPool2d(2),
)
images = torch.zeros(4, 3, 32, 32)

x = images
for layer in convolutions:
    x = layer(x)
    print(f"{type(layer).__name__:9}", tuple(x.shape))
    #> Conv2d    (4, 6, 30, 30)
    #> MaxPool2d (4, 6, 15, 15)
    #> Conv2d    (4, 16, 13, 13)
    #> MaxPool2d (4, 16, 6, 6)

rows = x.flatten(1)  # keeps the batch: (4, 576)
logits = nn.Linear(16 * 6 * 6, 120)(rows)  # <-
print(x[0].numel(), logits.shape)
#> 576 torch.Size([4, 120])
