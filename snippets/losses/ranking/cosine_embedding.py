r"""CosineEmbeddingLoss: angles of pairs, alike or not.

As `HingeEmbeddingLoss`, with the cosine of the angle between two embeddings: their
lengths do not matter, unless they are tiny or their fourth powers overflow, as that of
16 does in float16. Pairs with target -1 cost nothing once the cosine is below `margin`
(default 0).

$$\ell = \frac{1}{N} \sum_n \begin{cases} 1 - \cos(x_{1,n}, x_{2,n}) & y_n = 1 \\
\max(0, \cos(x_{1,n}, x_{2,n}) - \text{margin}) & y_n = -1 \end{cases}$$

Attributes: Shapes
    first: (N, D) float32, embeddings
    second: (N, D) float32, embeddings
    target: (N,) float32, 1 or -1
    loss: () float32

Raises:
    RuntimeError: `nn.CosineEmbeddingLoss()(first, second, target.unsqueeze(1))` 0D or
        1D target tensor expected, multi-target not supported

Asked as:
    F.cosine_embedding_loss; tf.keras.losses.CosineSimilarity; Lua Torch
    CosineEmbeddingCriterion; train two embeddings to point in the same direction; loss
    = 1 - cos(a, b), one minus cosine similarity; maximise cosine similarity; sentence
    vectors of paraphrases should be alike; match text with picture embeddings; make
    embeddings similar by their angle, not their length; cosine similarity loss with
    labels 1 and -1; cosine distance as a training loss; loss between two feature
    vectors; make text and image embeddings close in cosine; align two representations,
    CLIP-like pairs; similar or not similar by angle; CosineEmbeddingLoss margin; small
    angle for two sentences that mean the same
"""

import torch
import torch.nn.functional as F
from torch import nn

first = torch.tensor([[1.0, 0.0], [1.0, 0.0], [1.0, 0.0]])  # (3, 2)
second = torch.tensor([[5.0, 0.0], [0.0, 1.0], [3.0, 4.0]])  # (3, 2)
target = torch.tensor([1.0, 1.0, -1.0])

loss_fn = nn.CosineEmbeddingLoss()  # <-
loss = loss_fn(first, second, target)  # cosines 1, 0 and 0.6: mean of 0, 1, 0.6
print(loss)
#> tensor(0.5333)
print(F.cosine_embedding_loss(first, second, target))
#> tensor(0.5333)
