r"""PairwiseDistance: row by row, the distance of two batches.

The Euclidean distance for p = 2. A small eps is added to every difference, so equal
rows do not give exactly 0. For all pairs use `torch.cdist`.

$$d = \left(\sum_i |x_{1,i} - x_{2,i} + \epsilon|^p\right)^{1/p}$$

Attributes: Shapes
    x1: (N, 2) float32
    x2: (N, 2) float32
    y: (N,) float32

Asked as:
    Euclidean distance; L2 distance between two batches of embeddings; Manhattan
    distance; F.pairwise_distance; np.linalg.norm(a - b, axis=1); distance matrix
    between two sets of points; scipy.spatial.distance.cdist; sklearn
    euclidean_distances; Minkowski p-norm distance; distance from one point to many
    others; why is the distance of equal vectors not zero; how far apart are two
    embeddings; distance of each query to all reference points; nearest neighbours by
    Euclidean distance; torch.cdist, torch.dist between rows; squared distance between
    two matrices of points; L1 distance of two batches of vectors; how far is a sample
    from its prototype or cluster centre
"""

import torch
import torch.nn.functional as F
from torch import nn

x1 = torch.tensor([[0.0, 0.0], [1.0, 1.0]])
x2 = torch.tensor([[3.0, 4.0], [1.0, 1.0]])
y = nn.PairwiseDistance(p=2)(x1, x2)  # <-
print(y)
#> tensor([5.0000e+00, 1.4142e-06])
print(nn.PairwiseDistance(p=1)(x1, x2))
#> tensor([7.0000e+00, 2.0000e-06])
print(torch.cdist(x1, x2))
#> tensor([[5.0000, 1.4142],
#>         [3.6056, 0.0000]])

print(F.pairwise_distance(x1, x2).equal(y))
#> True
print(F.pdist(torch.tensor([[0.0, 0.0], [3.0, 4.0], [0.0, 1.0]])))
#> tensor([5.0000, 1.0000, 4.2426])
