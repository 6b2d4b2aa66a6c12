"""Mask of integers: zeros and ones are read as positions.

With int64, as a tokenizer or a CSV has it, `x[mask]` takes the elements at positions 0
and 1, again and again; a mask of (N, T) makes (N, T, T) of an `x` of (N, T). A uint8
mask is read as a mask, with a warning, and `x[mask] = 0` raises. A tensor of floats
raises; a list or a NumPy array of floats does not, and is rounded towards zero. Write
`mask.bool()` or `mask == 1`, and see [boolean
masks](../tensors/indexing.md#boolean_mask).

Attributes: Shapes
    x: (4,) int64
    keep: (4,) int64

Raises:
    IndexError: `x[keep.float()]` tensors used as indices must be long, int, byte or
        bool tensors

Warns:
    UserWarning: `x[keep.to(torch.uint8)]` indexing with dtype torch.uint8 is now
        deprecated

Asked as:
    masking with a 0/1 tensor returns the wrong elements; x[mask] has the wrong number
    of elements; mask selects only the first two rows; attention_mask used as an index;
    int64 mask used to filter rows; loss over masked tokens uses the wrong tokens; x[[1,
    0, 1]] repeats elements; boolean mask as integers; index with a list of floats;
    filter by a column of zeros and ones; NumPy float array as an index; result of
    masking is larger than the tensor
"""

import torch

x = torch.tensor([10, 20, 30, 40])
keep = torch.tensor([0, 0, 1, 1])  # the last two

# Wrong: positions 0, 0, 1 and 1.
print(x[keep], x[keep].float().mean())
#> tensor([10, 10, 20, 20]) tensor(15.)

# Right: a mask is boolean.
print(x[keep.bool()], x[keep.bool()].float().mean())  # <-
#> tensor([30, 40]) tensor(35.)

# Wrong: a position as a float, 28.999999999999996, is read as 28.
hundred = torch.arange(100)
print(hundred[[0.29 * 100]])
#> tensor([28])

# Right: round it.
print(hundred[[round(0.29 * 100)]])
#> tensor([29])
