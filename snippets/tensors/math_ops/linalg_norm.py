r"""linalg.norm: the length of a vector, the size of a matrix.

Without arguments the square root of the sum of squares. `vector_norm` with `dim=1`
gives one length a row; `ord=1` adds absolute values, `ord=torch.inf` takes the largest.
`torch.norm` is deprecated. For unit rows `F.normalize`: a row of zeros divided by its
length is `nan`.

Attributes: Shapes
    x: (2, 2) float32
    lengths: (2, 1) float32
    unit: (2, 2) float32

Asked as:
    np.linalg.norm; torch.norm; l2 norm; l1 norm; euclidean norm; magnitude of a vector;
    frobenius norm; normalize a vector to a unit vector; F.normalize;
    tf.math.l2_normalize; rows of length one; infinity norm; norm along dim; compute the
    euclidean length of a vector; scale each row to unit length; norm of every row;
    distance between two vectors or points; vector length
"""

import torch
import torch.nn.functional as F

x = torch.tensor([[3.0, 4.0], [0.0, 0.0]])
print(torch.linalg.norm(x[0]))  # <-
#> tensor(5.)
print(torch.linalg.norm(2 * x))
#> tensor(10.)

lengths = torch.linalg.vector_norm(x, dim=1, keepdim=True)
print((x / lengths)[1])
#> tensor([nan, nan])
unit = F.normalize(x, dim=1)
print(unit)
#> tensor([[0.6000, 0.8000],
#>         [0.0000, 0.0000]])
print(torch.linalg.vector_norm(x, ord=1, dim=1))
#> tensor([7., 0.])
print(torch.linalg.matrix_norm(x), torch.dist(x[0], x[1]))
#> tensor(5.) tensor(5.)
print(x.renorm(p=2, dim=0, maxnorm=1.0)[0])
#> tensor([0.6000, 0.8000])
