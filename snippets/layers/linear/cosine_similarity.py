r"""CosineSimilarity: the cosine of an angle.

1 for the same direction, 0 for a right angle, -1 for opposite ones; lengths above eps
play no part, as long as their square does not overflow. In float16 the default eps
rounds to 0 and zeros give NaN: pass `eps=1e-4`. Along `dim`, 1 by default. For all
pairs of two sets multiply normalized rows: no array (N, M, D) is made.

$$\cos = \frac{x_1 \cdot x_2}{\max(\|x_1\|, \epsilon) \max(\|x_2\|, \epsilon)}$$

Attributes: Shapes
    x1: (N, 2) float32
    x2: (N, 2) float32
    y: (N,) float32

Asked as:
    compare two embeddings; similarity of two vectors, how alike they are; normalized
    dot product; similarity matrix of all pairs;
    sklearn.metrics.pairwise.cosine_similarity; scipy.spatial.distance.cosine; cosine
    distance, cos sim; which sentences are most alike from their vectors; do two vectors
    point in the same direction; tf.keras.metrics.CosineSimilarity; score between -1 and
    1; how close are two sentence embeddings; compare faces by their feature vectors;
    angle between vectors, direction only; cosine of each row with each other row;
    similarity independent of the length of the vectors; calculate similarity between
    two image embeddings
"""

import torch
import torch.nn.functional as F
from torch import nn

x1 = torch.tensor([[1.0, 0.0], [1.0, 0.0], [3.0, 4.0]])
x2 = torch.tensor([[5.0, 0.0], [0.0, 2.0], [-3.0, -4.0]])
y = nn.CosineSimilarity(dim=1)(x1, x2)  # <-
print(y)
#> tensor([ 1.,  0., -1.])

pairs = F.normalize(x1) @ F.normalize(x2).T  # (3, 3)
print(pairs.diagonal().allclose(y))
#> True
