"""Index: take out, pick, mask, write in place.

A slice is a view: writing to it changes the original. A mask or a tensor of indices
copies; a 0-d index is a number, and gives a view. `gather` and `scatter_` pick and
place one element for each position of an index tensor.
"""

__all__ = [
    "slices",
    "ellipsis_none",
    "boolean_mask",
    "integer_array",
    "nonzero",
    "where",
    "masked_fill",
    "gather",
    "take_along_dim",
    "index_select",
    "scatter",
    "index_add",
    "scatter_reduce",
    "take_put",
]
