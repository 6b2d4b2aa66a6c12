r"""tensors used as indices must be long, int, byte or bool: floats are not.

The tensor between the brackets has floats. Usual causes: a division, whose result is
float even where it is whole; labels or positions that were read from a file or made by
`torch.zeros` or `torch.Tensor`; a mask of 0.0 and 1.0. An int16 tensor is refused too.
For a Python float in place of a tensor the message is "only integers, slices".

Raises:
    IndexError: `x[half]` tensors used as indices must be long, int, byte or bool
        tensors
    IndexError: `x[2 / 1]` only integers, slices (`:`), ellipsis (`...`), None and long
        or byte Variables are valid indices (got float)

Also worded:
    IndexError: tensors used as indices must be long, byte or bool tensors
    IndexError: tensors used as indices must be long or byte tensors
    IndexError: only integers, slices (`:`), ellipsis (`...`), None and long or byte
      Variables are valid indices (got numpy.float64)

Asked as:
    index with the result of a division; mask of zeros and ones in float does not work
    as an index; indices from a CSV are floats; got float in brackets of a tensor;
    convert an index tensor to int64; int16 tensor as an index
"""

import torch

x = torch.tensor([10.0, 20.0, 30.0, 40.0])
half = torch.tensor([2, 4]) / 2  # float32
try:
    x[half]
except IndexError as error:
    print(error)
    #> tensors used as indices must be long, int, byte or bool tensors

# A division: the whole-number one keeps integers.
print(x[torch.tensor([2, 4]) // 2], x[len(x) // 2])
#> tensor([20., 30.]) tensor(30.)

# Positions that were read as floats: round, then long.
print(x[half.round().long()])  # <-
#> tensor([20., 30.])

# A mask of 0.0 and 1.0: bool chooses elements, long would be positions 0 and 1.
mask = torch.tensor([1.0, 0.0, 0.0, 1.0])
print(x[mask.bool()])
#> tensor([10., 40.])
print(x[mask.long()])
#> tensor([20., 10., 10., 20.])

# Made as integers from the start.
print(torch.zeros(2, dtype=torch.int64).dtype, torch.tensor([0, 1]).dtype)
#> torch.int64 torch.int64
