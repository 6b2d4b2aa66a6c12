r"""outer: every product of two vectors.

Element (i, j) is `a[i] * b[j]`, as `a[:, None] * b` by broadcasting.

Attributes: Shapes
    a: (2,) int64
    b: (3,) int64
    table: (2, 3) int64

Asked as:
    np.multiply.outer; torch.ger; multiplication table; column times row; tensor
    product; rank one matrix; vector times its transpose; multiply every element of one
    vector with every element of another; positions times frequencies in rotary
    embeddings; column vector times row vector gives a matrix; all combinations of two
    vectors multiplied; matrix from two vectors; outer product of two 1d tensors
"""

import torch

a = torch.tensor([1, 2])
b = torch.tensor([10, 20, 30])
table = torch.outer(a, b)  # <-
print(table)
#> tensor([[10, 20, 30],
#>         [20, 40, 60]])
