r"""split: pieces of a size, or of sizes.

One number is the size of each piece but the last; a list names every size and must add
up.

Attributes: Shapes
    x: (5, 2) int64

Raises:
    RuntimeError: `x.split([2, 2])` split_with_sizes expects split_sizes to sum exactly
        to 5

Asked as:
    np.split; cut columns into groups of given sizes; batches of 32 rows without a
    DataLoader; separate features from the label column; first 80 rows for training, the
    other 20 for test; cut into blocks of fixed size, blocks of n rows; tensor to
    smaller tensors; hsplit and vsplit; split by sizes, pieces of given lengths; split a
    tensor in parts of n rows each; first 3 columns and the rest as separate tensors;
    torch.split_with_sizes; break a tensor into parts of 100; split a tensor into pieces
    of different sizes; split columns into two groups
"""

import torch

x = torch.arange(10).reshape(5, 2)
a, b, c = x.split(2)  # <- (2, 2), (2, 2), (1, 2)
print(c)
#> tensor([[8, 9]])

train, test = x.split([4, 1])  # (4, 2), (1, 2)
print(test)
#> tensor([[8, 9]])
