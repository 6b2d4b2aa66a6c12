r"""HingeEmbeddingLoss: distances of pairs, alike or not.

The input is a distance. Pairs that belong together (target 1) cost their distance;
pairs that do not (target -1) cost nothing beyond `margin` (default 1).

$$\ell = \frac{1}{N} \sum_n \begin{cases} x_n & y_n = 1 \\
\max(0, \text{margin} - x_n) & y_n = -1 \end{cases}$$

Attributes: Shapes
    distance: (N,) float32
    target: (N,) float32, 1 or -1
    loss: () float32

Asked as:
    contrastive loss of a siamese network; F.hinge_embedding_loss;
    tfa.losses.ContrastiveLoss; Lua Torch HingeEmbeddingCriterion; pull similar pairs
    together, push different pairs apart; pairs labelled same or different; metric
    learning with pairs; loss on pairwise_distance; small distance for similar pairs, at
    least a margin for different ones; contrastive loss; signature or face verification
    with a siamese network; L1 or L2 distance of two embeddings as a loss; loss for a
    siamese network; are two signatures from the same writer; embedding distance with
    labels 1 and -1; dissimilar pairs at least a margin apart; loss for pairs of images,
    same or not same
"""

import torch
import torch.nn.functional as F
from torch import nn

distance = torch.tensor([0.2, 0.2, 3.0])
target = torch.tensor([1.0, -1.0, -1.0])

loss_fn = nn.HingeEmbeddingLoss(margin=1.0)  # <-
loss = loss_fn(distance, target)  # mean of 0.2, 0.8, 0
print(loss)
#> tensor(0.3333)
print(F.hinge_embedding_loss(distance, target, margin=1.0))
#> tensor(0.3333)
