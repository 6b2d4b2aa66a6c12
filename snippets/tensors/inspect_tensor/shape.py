r"""shape and size(): how many along each dimension.

The same thing twice: `shape` is an attribute, `size()` a method that also takes a
dimension. It is a tuple: unpack it. `len(x)` is the first size.

Attributes: Shapes
    x: (N, C, H, W) float32

Raises:
    IndexError: `x.size(4)` Dimension out of range (expected to be in range of [-4, 3],
        but got 4)

Asked as:
    tf.shape; x.get_shape().as_list(); see what dimensions my tensor has; how big is my
    tensor; get number of rows and columns of a matrix; get the batch size from a
    tensor; height and width of an image tensor; how long is the first axis; difference
    between .shape and .size(); 'torch.Size' object is not callable; torch.Size to list
    or tuple; unpack batch, channels, height, width; matlab size; int_shape; get the
    dimensions, print the size of a tensor; find out how many rows or channels a tensor
    has; x.size(0); get the dimensions of an array; length of a tensor; how long is a
    tensor; count the columns, count the rows; print the shape; matrix dimensions
"""

import torch

x = torch.zeros(2, 3, 4, 5)
print(x.shape)  # <-
#> torch.Size([2, 3, 4, 5])
print(x.size(0), x.shape[-1], len(x))
#> 2 5 2

N, C, H, W = x.shape
print(N * C * H * W)
#> 120
