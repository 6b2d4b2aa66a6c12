r"""isin: which elements stand in a list.

The result is a bool tensor of the shape of the first argument. `invert=True` gives
those that do not. On floats it compares exactly, and `nan` is in no list. To pick the
rows of some classes index with the result.

Attributes: Shapes
    labels: (5,) int64
    keep: (5,) bool

Asked as:
    torch.isin; np.isin; np.in1d; is the element in a list; keep only some classes;
    filter rows by label; membership test; elements of one tensor that occur in another;
    values not in a list; remove stop tokens from ids; pandas isin; label in (3, 7);
    intersection of two tensors, common values; elements in a given set; samples whose
    label is one of several, keep them
"""

import torch

labels = torch.tensor([0, 3, 1, 7, 3])
keep = torch.isin(labels, torch.tensor([3, 7]))  # <-
print(keep)
#> tensor([False,  True, False,  True,  True])
print(labels[keep], keep.nonzero().squeeze(1))
#> tensor([3, 7, 3]) tensor([1, 3, 4])
print(labels[torch.isin(labels, torch.tensor([3, 7]), invert=True)])
#> tensor([0, 1])
