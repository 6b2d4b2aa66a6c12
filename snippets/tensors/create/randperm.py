r"""randperm: the numbers 0 to n - 1 in random order.

Index data and labels with the same permutation to shuffle both alike.

Attributes: Shapes
    order: (N,) int64
    x: (N, 2) int64
    y: (N,) int64

Asked as:
    shuffle a tensor; shuffle x and y in the same way; np.random.permutation;
    np.random.shuffle; tf.random.shuffle; random subset without replacement;
    np.random.choice with replace=False; random order of the samples of a batch,
    permuted; pick k random rows; keep data and labels aligned; indices in random order;
    randomly reorder or mix the training examples and their labels; shuffle inputs and
    labels together; random permutation of indices; permutation of 0 to n-1; shuffle the
    rows of a tensor, along the first dimension; random order; mix up the rows of my
    data
"""

import torch

x = torch.arange(8).reshape(4, 2)
y = x[:, 0] * 10

torch.manual_seed(0)
order = torch.randperm(4)  # <-
x, y = x[order], y[order]
print(torch.equal(y, x[:, 0] * 10))
#> True
print(order.sort().values)
#> tensor([0, 1, 2, 3])
