r"""tensor_split, hsplit, vsplit, dsplit: pieces as evenly as can be.

A number is how many pieces, and there are that many: the first are one longer where it
does not divide. A list is where to cut. `chunk` can give fewer pieces. `hsplit`,
`vsplit` and `dsplit` cut along columns, rows and depth, and refuse a number that does
not divide.

Attributes: Shapes
    x: (7,) int64
    image: (2, 4) int64

Raises:
    RuntimeError: `torch.hsplit(image, 3)` torch.hsplit attempted to split along
        dimension 1

Asked as:
    torch.tensor_split; np.array_split in torch; split at given positions; cut at
    indices; torch.hsplit; torch.vsplit; np.dsplit; exactly n pieces even if it does not
    divide; distribute rows over workers evenly; np.hsplit; split points; split into
    left and right half; split a list of parameters over ranks; attempted to split along
    dimension 1, but the size of the dimension is not divisible; chunk gives fewer
    pieces, exactly n wanted
"""

import torch

x = torch.arange(7)
print(x.tensor_split(3))  # <-
#> (tensor([0, 1, 2]), tensor([3, 4]), tensor([5, 6]))
print(x.tensor_split([2, 5]))
#> (tensor([0, 1]), tensor([2, 3, 4]), tensor([5, 6]))
print(len(torch.arange(5).tensor_split(4)), len(torch.arange(5).chunk(4)))
#> 4 3

image = torch.arange(8).reshape(2, 4)
left, right = image.hsplit(2)  # (2, 2), (2, 2)
top, bottom = image.vsplit(2)  # (1, 4), (1, 4)
print(right, bottom)
#> tensor([[2, 3],
#>         [6, 7]]) tensor([[4, 5, 6, 7]])
print(torch.dsplit(torch.zeros(1, 2, 6), [1, 3])[1].shape)
#> torch.Size([1, 2, 2])
