"""Expanded tensor written: one row set, all rows changed.

`expand`, `broadcast_to` and `meshgrid` make no copies: the rows, or the columns, are
one memory. A write to one raises nothing and shows in all, and in the tensor that was
expanded. `allowed += 1` over all rows raises, and a write by a list of indices or a
mask warns. Take `clone()` or `repeat` to write: [`expand` and
`repeat`](../tensors/reshape.md#expand_repeat).

Attributes: Shapes
    allowed: (N, T, T) float32

Raises:
    RuntimeError: `base.expand(3, 2, 2).add_(1)` more than one element of the written-to
        tensor refers to a single memory location

Warns:
    UserWarning: `base.expand(3, 2, 2).index_put_((torch.tensor([0]),), base)` Use of
        index_put_ on expanded tensors is deprecated

Asked as:
    changing one row of an expanded tensor changes all rows; mask of one sample changes
    the mask of every sample; write into a tensor after expand; all samples in the batch
    share one mask by mistake; expand then assign; broadcast_to and then writing; all
    rows equal after x[0] = 1; editing meshgrid output changes a whole row; hidden state
    expanded over the batch and updated; does expand copy memory; clone after expand
"""

import torch

base = torch.ones(2, 2).tril()

# Wrong: sample 0 is masked, and the others with it.
allowed = base.expand(3, 2, 2)
allowed[0] = 0
print(allowed.sum(dim=(1, 2)), base.sum())
#> tensor([0., 0., 0.]) tensor(0.)

# Right: in a copy the samples have memory of their own.
base = torch.ones(2, 2).tril()
allowed = base.expand(3, 2, 2).clone()  # <-
allowed[0] = 0
print(allowed.sum(dim=(1, 2)), base.sum())
#> tensor([0., 3., 3.]) tensor(3.)
