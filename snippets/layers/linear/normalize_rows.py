r"""F.normalize: vectors of length 1.

Along dim 1 unless said otherwise. A vector of zeros stays zero: the length is at least
`eps`. In float16 the default `eps` rounds to 0 and zeros become NaN: pass `eps=1e-4`.

$$y = \frac{x}{\max(\lVert x \rVert_p, \epsilon)}$$

Asked as:
    unit vectors; normalise rows to length one; L2 normalisation of embeddings;
    l2_normalize rows; sklearn.preprocessing.normalize; x / x.norm(dim=1,
    keepdim=True); embeddings on the unit sphere; normalise features before a dot
    product; F.normalize(x, dim=-1); divide each row by its norm; length of a vector
    becomes 1; cosine similarity as a matrix product; scale embeddings to length 1
"""

import torch
import torch.nn.functional as F

x = torch.tensor([[3.0, 4.0], [0.0, 0.0], [0.0, -2.0]])  # (3, 2)
y = F.normalize(x)  # <-
print(y)
#> tensor([[ 0.6000,  0.8000],
#>         [ 0.0000,  0.0000],
#>         [ 0.0000, -1.0000]])
print(y.norm(dim=1))
#> tensor([1., 0., 1.])
print(F.normalize(x, p=1.0))
#> tensor([[ 0.4286,  0.5714],
#>         [ 0.0000,  0.0000],
#>         [ 0.0000, -1.0000]])
print(F.normalize(x, dim=0))
#> tensor([[ 1.0000,  0.8944],
#>         [ 0.0000,  0.0000],
#>         [ 0.0000, -0.4472]])

a, b = torch.tensor([[1.0, 2.0]]), torch.tensor([[2.0, 1.0]])
print((F.normalize(a) * F.normalize(b)).sum(), F.cosine_similarity(a, b))
#> tensor(0.8000) tensor([0.8000])
