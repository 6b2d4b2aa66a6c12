r"""scatter(), Expected self.dtype to be equal to src.dtype: two dtypes in one tensor.

`scatter` writes the values of `src` into the tensor, and does not convert them. Usual
causes: whole numbers into floats, or the other way; float64 of NumPy; float16 of
autocast into float32. An assignment to a tensor of indices, `x[index] = values`, asks
for the same dtype too. Turn the values into the tensor's dtype, `src.to(x.dtype)`. See
[`scatter`](../tensors/indexing.md#scatter).

Raises:
    RuntimeError: `x.scatter(1, index, torch.tensor([[2], [3]]))` scatter(): Expected
        self.dtype to be equal to src.dtype
    RuntimeError: `x.index_put((index[:, 0],), ones.double())` Index put requires the
        source and destination dtypes match, got Float for the destination and Double
        for the source.
    RuntimeError: `x.index_add(0, index[:, 0], ones.double())` index_add_(): self
        (Float) and source (Double) must have the same scalar type
    RuntimeError: `x.index_copy(0, index[:, 0], ones.double())` index_copy_(): self and
        source expected to have the same dtype, but got (self) Float and (source) Double

Also worded:
    RuntimeError: Index put requires the source and destination dtypes match, got Float
      for the destination and Half for the source.
    RuntimeError: Index put requires the source and destination dtypes match, got Half
      for the destination and Float for the source.
    RuntimeError: Expected object of scalar type Float but got scalar type Long for
      argument #4 'src' in call to _th_scatter_

Asked as:
    scatter_add with float64 values into float32; index_put_ dtypes differ under
    autocast; index_add with Double source; write int64 values with scatter; mixed
    precision breaks an indexed assignment; source and destination dtypes match, got
    Half
"""

import torch

x = torch.zeros(2, 3)
index = torch.tensor([[1], [0]])
ones = torch.ones(2, 3)
try:
    x.scatter(1, index, torch.tensor([[2], [3]]))
except RuntimeError as error:
    print(error)
    #> scatter(): Expected self.dtype to be equal to src.dtype

# The values in the dtype of the tensor.
values = torch.tensor([[2], [3]])
print(x.scatter(1, index, values.to(x.dtype)))  # <-
#> tensor([[0., 2., 0.],
#>         [3., 0., 0.]])

# One number for all places is cast, 1.5 to 1 in a tensor of integers.
print(x.scatter(1, index, 1))
#> tensor([[0., 1., 0.],
#>         [1., 0., 0.]])

# An assignment to indices: the same.
x[index[:, 0]] = ones.double().to(x.dtype)
print(x.scatter_add(1, index, torch.ones(2, 1, dtype=x.dtype)).dtype)
#> torch.float32
