"""Join and split: several tensors in one, one in several.

`cat` joins along a dimension that is there, `stack` makes a new one. `chunk` says how
many pieces, `split` how large, `unbind` takes a dimension apart.
"""

__all__ = [
    "cat",
    "stack",
    "chunk_tensor",
    "split",
    "unbind",
    "hstack",
    "tensor_split",
]
