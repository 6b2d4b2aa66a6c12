r"""gather: one element for each position of an index.

The result has the shape of `index`. Along `dim` the index says where to read: with
`dim=1`, `out[i, j] = x[i, index[i, j]]`. The index has as many dimensions as `x`: a
target of shape (N,) needs `unsqueeze(1)`.

Attributes: Shapes
    scores: (N, C) float32
    target: (N,) int64
    picked: (N, 1) float32

Raises:
    RuntimeError: `scores.gather(1, target)` Index tensor must have the same number of
        dimensions as input tensor
    RuntimeError: `scores.gather(1, target.unsqueeze(1) + 1)` index 3 is out of bounds
        for dimension 1 with size 3

Asked as:
    torch.gather explained; pick one value per row by column number; log-probability of
    the target class; q value of the chosen action in DQN; logit or probability of the
    true class for each sample; tf.batch_gather; tf.gather with batch_dims; difference
    between gather and index_select; out[i][j] = input[i][index[i][j]]; Expected dtype
    int64 for index; select by a tensor of indices along a dim; I do not understand
    gather; pick the predicted probability of the right class in every row; pick the q
    values of the actions taken; what is gather used for, gather values along an axis
"""

import torch

scores = torch.tensor([[0.1, 0.2, 0.7], [0.8, 0.1, 0.1]])
target = torch.tensor([2, 0])

picked = scores.gather(1, target.unsqueeze(1))  # <-
print(picked)
#> tensor([[0.7000],
#>         [0.8000]])
print(picked.squeeze(1))
#> tensor([0.7000, 0.8000])
