r"""boolean masks: the elements for which a condition holds.

A mask of the same shape gives a flat copy, a mask over rows gives rows. Assigning
through a mask writes in place. Combine with `&`, `|`, `~` and parentheses; `and` and
`or` fail for more than one element.

Attributes: Shapes
    x: (2, 3) int64
    mask: (2, 3) bool

Raises:
    RuntimeError: `x > 1 and x < 4` Boolean value of Tensor with more than one value is
        ambiguous
    IndexError: `x[torch.tensor([True, False, True])]` does not match the shape of the
        indexed tensor

Asked as:
    filter a tensor; keep values greater than a threshold; x[x > 0]; keep rows that
    satisfy something; tf.boolean_mask; masked_select the elements greater than; logical
    indexing in matlab; two conditions with and, or, not; np.logical_and; drop rows with
    nan; keep or remove all samples whose label equals a class; set all negative
    elements to 0 by a mask; The truth value of an array with more than one element is
    ambiguous; remove padding tokens; filter by a condition, select by condition; pick
    the elements where a mask is true; keep only rows with a certain label; select the
    entries of a tensor that satisfy a condition; get all values greater than zero;
    remove elements by a condition; apply a mask to a tensor
"""

import torch

x = torch.tensor([[1, 5, 2], [4, 0, 3]])
mask = (x > 1) & (x < 5)
print(x[mask])  # <-
#> tensor([2, 4, 3])
print(x[torch.tensor([True, False])])  # rows
#> tensor([[1, 5, 2]])

x[mask] = 9
print(x)
#> tensor([[1, 5, 9],
#>         [9, 0, 9]])
