r"""TripletMarginWithDistanceLoss: triplets with a distance of your own.

As `TripletMarginLoss`, with a function of two batches that gives one distance a row.
The default distance is Euclidean.

$$\ell = \frac{1}{N} \sum_n \max(0, d(a_n, p_n) - d(a_n, n_n) + \text{margin})$$

Attributes: Shapes
    anchor: (N, D) float32, embeddings
    positive: (N, D) float32, embeddings of the same identity
    negative: (N, D) float32, embeddings of another identity
    loss: () float32

Asked as:
    triplet loss with cosine similarity; F.triplet_margin_with_distance_loss;
    distance_function=; own distance function in the triplet loss; lambda as the
    distance between embeddings; anchor and negative compared by angle; pass a custom
    distance for anchor, positive and negative; triplet loss with another metric than
    Euclidean; cosine instead of euclidean triplets; change the distance of
    TripletMarginLoss; Manhattan or cosine distance for triplets; learned metric between
    anchor and positive; pass a function or module as the distance of triplets; triplet
    loss on normalised embeddings
"""

import torch
import torch.nn.functional as F
from torch import nn

anchor = torch.tensor([[1.0, 0.0], [1.0, 0.0]])
positive = torch.tensor([[2.0, 0.0], [0.0, 1.0]])  # cosines 1 and 0
negative = torch.tensor([[0.0, 5.0], [3.0, 4.0]])  # cosines 0 and 0.6

loss_fn = nn.TripletMarginWithDistanceLoss(  # <-
    distance_function=lambda a, b: 1 - F.cosine_similarity(a, b), margin=0.5
)
loss = loss_fn(anchor, positive, negative)  # mean of 0 and 1 - 0.4 + 0.5
print(loss)
#> tensor(0.5500)
print(F.triplet_margin_with_distance_loss(anchor, positive, negative, margin=0.5))
#> tensor(0.)
