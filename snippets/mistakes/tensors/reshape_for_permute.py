"""reshape for permute: the right shape, the wrong numbers.

`reshape` and `view` keep the elements in their order and split them anew; they do not
move a dimension. An image (H, W, C) reshaped to (C, H, W) has its channels mixed, and
heads of attention split that way share out the tokens instead of the features. The
shape fits, and the mean over all is unchanged. To change the order of dimensions use
[`permute`](../tensors/reshape.md#permute) or
[`transpose`](../tensors/reshape.md#transpose); look at one channel, or one head.

Attributes: Shapes
    image: (H, W, C) float32
    tokens: (N, T, D) int64

Asked as:
    image looks like noise after reshape; three small gray copies of the picture; image
    looks like stripes after reshape; HWC to CHW with view; reshape(-1, 3, 32, 32) of
    NHWC arrays; picture is torn into three small grey ones; image is scrambled but the
    shape is right; reshape(3, H, W) of an HWC array; colours wrong after view;
    x.view(N, heads, T, D) in attention; reshape instead of permute; view instead of
    transpose; model trains badly on images loaded with OpenCV or NumPy; heads of
    attention see other tokens; reshape (batch, seq) to (seq, batch); output has the
    right shape but wrong values
"""

import torch

image = torch.tensor([10.0, 20.0, 30.0]).repeat(2, 2, 1)  # (2, 2, 3): one colour

# Wrong: the first channel holds red, green and blue.
print(image.reshape(3, 2, 2)[0])
#> tensor([[10., 20.],
#>         [30., 10.]])

# Right: the first channel is red.
print(image.permute(2, 0, 1)[0])  # <-
#> tensor([[10., 10.],
#>         [10., 10.]])

# Two tokens of four features, for two heads.
tokens = torch.tensor([[[0, 1, 2, 3], [10, 11, 12, 13]]])  # (1, 2, 4)

# Wrong: the first head has the first token, and nothing of the second.
print(tokens.view(1, 2, 2, 2)[0, 0])
#> tensor([[0, 1],
#>         [2, 3]])

# Right: split the features, then swap heads and tokens.
print(tokens.view(1, 2, 2, 2).transpose(1, 2)[0, 0])
#> tensor([[ 0,  1],
#>         [10, 11]])
