r"""einsum: products and sums, by letters.

One letter a dimension. Letters that do not stand behind the arrow are summed. `...`
stands anywhere for dimensions without a letter.

Attributes: Shapes
    a: (2, 3) int64
    b: (3, 2) int64
    query: (5, 4, 8) float32

Raises:
    RuntimeError: `torch.einsum("ij,jk->ik", a, a)` does not broadcast with previously
        seen size

Asked as:
    einstein summation; np.tensordot; tensor contraction; what do strings like
    "ij,jk->ik" mean, index notation; sum over a shared index; attention scores with
    subscripts; bij,bjk->bik; bilinear form; multiply along chosen axes; einops.einsum;
    einstein notation, sum over named indices; how to read "ij,jk->ik"; multiply and sum
    over particular axes; express matrix multiplication, transpose or trace with letters
"""

import torch

a = torch.tensor([[1, 2, 3], [4, 5, 6]])
b = torch.tensor([[1, 0], [0, 1], [1, 1]])
print(torch.einsum("ik,kj->ij", a, b))  # <- a @ b
#> tensor([[ 4,  5],
#>         [10, 11]])
print(torch.einsum("ij->j", a))  # sum over rows
#> tensor([5, 7, 9])
print(torch.einsum("ij,ij->", a, a))  # sum of squares
#> tensor(91)

query = key = torch.ones(5, 4, 8)
scores = torch.einsum("bqd,bkd->bqk", query, key)  # (5, 4, 4)
