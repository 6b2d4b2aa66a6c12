r"""unflatten: one dimension into several.

The opposite of `flatten`: splits attention heads, for example. One size may be -1.

Attributes: Shapes
    x: (2, 12) int64
    heads: (2, 3, 4) int64

Raises:
    RuntimeError: `x.unflatten(1, (5, 2))` multiply up to the size of
        dim 1 (12) in the input tensor

Asked as:
    split one axis into two; expand a flattened dim back; cut an embedding to 8 heads of
    64; (N, heads * d) to (N, heads, d); batch * time back to (batch, time); reshape
    only one axis; break the feature axis apart; group the channels into blocks;
    x.unflatten(1, (heads, -1)); reverse of flatten, split a dimension into two; split
    attention heads, hidden size into heads and head size; split batch axis into batch
    and time; split a dimension into multiple dimensions; unflatten back after
    flattening
"""

import torch

x = torch.arange(24).reshape(2, 12)
heads = x.unflatten(1, (3, -1))  # <-
print(heads[0])
#> tensor([[ 0,  1,  2,  3],
#>         [ 4,  5,  6,  7],
#>         [ 8,  9, 10, 11]])
