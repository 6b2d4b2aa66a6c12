r"""TripletMarginLoss: closer to the positive than to the negative.

The anchor should be nearer to `positive` (same identity) than to `negative`, by
`margin` (default 1). Distances are Euclidean (`p=2`); there is no target. `eps` (1e-6)
is added to the differences before the norm, so equal rows are not at distance 0.

$$\ell = \frac{1}{N} \sum_n \max(0, \|a_n - p_n\| - \|a_n - n_n\| + \text{margin})$$

Attributes: Shapes
    anchor: (N, D) float32, embeddings
    positive: (N, D) float32, embeddings of the same identity
    negative: (N, D) float32, embeddings of another identity
    loss: () float32

Asked as:
    F.triplet_margin_loss; triplet loss of FaceNet; siamese network with three inputs;
    anchor, positive, negative; metric learning; face recognition and face verification
    loss; person re-identification; tfa.losses.TripletSemiHardLoss; learn embeddings for
    image retrieval; same person nearer than a stranger; one-shot learning; three
    pictures: anchor, same person, other person; deep metric learning; embeddings where
    same identity is close; same people near, different people far apart;
    TripletMarginLoss(margin=0.2); loss with anchor, matching and non-matching sample;
    siamese network
"""

import torch
import torch.nn.functional as F
from torch import nn

anchor = torch.tensor([[0.0, 0.0], [0.0, 0.0]])
positive = torch.tensor([[1.0, 0.0], [3.0, 4.0]])  # distances 1 and 5
negative = torch.tensor([[3.0, 0.0], [3.0, 0.0]])  # distances 3 and 3

loss_fn = nn.TripletMarginLoss(margin=1.0)  # <-
loss = loss_fn(anchor, positive, negative)  # mean of 0 and 5 - 3 + 1
print(loss)
#> tensor(1.5000)
print(F.triplet_margin_loss(anchor, positive, negative, margin=1.0))
#> tensor(1.5000)
