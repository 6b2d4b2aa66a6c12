r"""max and min: the value, and where it is.

Without `dim` one number. With `dim` a pair of values and indices: unpack it. With a
second tensor, the larger of two, as `maximum` does. `amax` gives the values only.

Attributes: Shapes
    x: (2, 3) int64
    values: (2,) int64
    indices: (2,) int64

Asked as:
    np.amin; largest element of each row; biggest and smallest; largest value;
    np.maximum; tf.maximum; elementwise maximum of two tensors; torch.max(outputs.data,
    1) in tutorials; torch.return_types.max; aminmax; difference between max, amax and
    maximum; maximum along a dimension returns values and indices, a tuple; find the
    maximum value of a tensor, highest number; smallest element, minimum value; biggest
    value of each row with its index; tf.reduce_max; minimum and maximum; biggest value
    in each row
"""

import torch

x = torch.tensor([[1, 9, 3], [7, 5, 6]])
print(x.max())
#> tensor(9)

values, indices = x.max(dim=1)  # <-
print(values, indices)
#> tensor([9, 7]) tensor([1, 0])
print(x.min(dim=0).values, x.amax(dim=1))
#> tensor([1, 5, 3]) tensor([9, 7])
print(torch.maximum(x[0], x[1]))
#> tensor([7, 9, 6])
