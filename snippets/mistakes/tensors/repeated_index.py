"""Repeated index: x[index] += 1 adds once.

The values at the positions are read, raised, and written back: a position that stands
twice in the index is written twice with one result. `-=` and `*=` do the same, and of
different values one is kept. Counts come out too small, and sums by group lose rows.
`index_add_`, [`scatter_add_`](../tensors/indexing.md#scatter) and `index_put_(…,
accumulate=True)` add every time; for plain counts there is
[`bincount`](../tensors/reduce.md#bincount).

Attributes: Shapes
    classes: (5,) int64
    weights: (5,) float32

Asked as:
    x[idx] += 1 with duplicate indices; counts are too low when indices repeat; indexed
    add only counts once; np.add.at for tensors; histogram by x[index] += 1 is wrong;
    duplicates in the index are ignored; confusion matrix by cm[target, pred] += 1; sum
    by group loses rows; voxel grid or bag of words counts each position once;
    accumulate at indices that occur several times; index_put_ with accumulate=True;
    index_add_ or += for repeated indices
"""

import torch

classes = torch.tensor([0, 0, 0, 2, 2])
weights = torch.tensor([1.0, 2.0, 4.0, 8.0, 16.0])

# Wrong: three zeros count as one.
counts = torch.zeros(3)
counts[classes] += 1
print(counts)
#> tensor([1., 0., 1.])

# Right: repeats are added.
counts = torch.zeros(3)
counts.index_add_(0, classes, torch.ones(5))
print(counts)
#> tensor([3., 0., 2.])
print(torch.zeros(3).index_add_(0, classes, weights))  # <-
#> tensor([ 7.,  0., 24.])

# Wrong, then right, in two dimensions: a confusion matrix.
pred = torch.tensor([0, 0, 1, 2, 2])
matrix = torch.zeros(3, 3)
matrix[classes, pred] += 1
print(matrix.sum())
#> tensor(3.)
matrix = torch.zeros(3, 3)
matrix.index_put_((classes, pred), torch.tensor(1.0), accumulate=True)
print(matrix.sum())
#> tensor(5.)
