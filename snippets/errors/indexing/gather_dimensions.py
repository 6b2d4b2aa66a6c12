r"""Index tensor must have the same number of dimensions: add one to the index.

`gather` and `scatter` take one index for each element read or written: the index has
the dimensions of the input, and along all but `dim` it is no larger; a `src` of
`scatter` has at least its size. Usual causes: a target of shape (N,) beside scores of
shape (N, C), which needs `unsqueeze(1)`; whole rows are wanted, for which
`index_select` or brackets take an index of one dimension; an index of another batch.
See [`gather`](../tensors/indexing.md#gather).

Raises:
    RuntimeError: `scores.gather(1, target)` Index tensor must have the same number of
        dimensions as input tensor
    RuntimeError: `scores.gather(1, torch.zeros(5, 1).long())` Size does not match at
        dimension 0 expected index [5, 1] to be no larger than self [2, 3] apart from
        dimension 1
    RuntimeError: `torch.zeros(2, 3).scatter(1, target, 1.0)` Index tensor must have the
        same number of dimensions as self tensor

Also worded:
    RuntimeError: Size does not match at dimension 0 expected index [5, 1] to be smaller
      than self [2, 3] apart from dimension 1
    RuntimeError: Expected index [4, 1] to be smaller than self [3, 4] apart from
      dimension 1
    RuntimeError: Expected index [4, 1] to be no larger than self [3, 4] apart from
      dimension 1
    RuntimeError: invalid argument 4: Index tensor must have same dimensions as input
      tensor
    RuntimeError: invalid argument 2: Input tensor must have same size as output tensor
      apart from the specified dimension

Asked as:
    q_values.gather(1, actions) complains about dimensions; scatter for one-hot needs
    target.unsqueeze(1); index must not be larger apart from dim; DQN gather fails with
    batch of actions; choose whole rows with gather; gather on a 3D tensor with a 2D
    index
"""

import torch

scores = torch.tensor([[0.1, 0.2, 0.7], [0.8, 0.1, 0.1]])
target = torch.tensor([2, 0])
try:
    scores.gather(1, target)
except RuntimeError as error:
    print(error)
    #> Index tensor must have the same number of dimensions as input tensor

# One column for each row: the index is (N, 1), the result too.
print(scores.gather(1, target.unsqueeze(1)).squeeze(1))  # <-
#> tensor([0.7000, 0.8000])

# The same with brackets: pairs of row and column.
print(scores[torch.arange(2), target])
#> tensor([0.7000, 0.8000])

# Whole rows: an index of one dimension, in brackets.
print(scores[torch.tensor([1, 0, 1])].shape)
#> torch.Size([3, 3])

# Three dimensions, one step of each sequence: repeat the index over the features.
hidden, last = torch.zeros(2, 5, 8), torch.tensor([4, 1])
index = last[:, None, None].expand(-1, 1, 8)
print(hidden.gather(1, index).squeeze(1).shape)
#> torch.Size([2, 8])
