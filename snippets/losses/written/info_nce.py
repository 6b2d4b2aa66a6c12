r"""InfoNCE: find the partner among all others of the batch.

Row i of one side belongs to row i of the other, and the other rows of the batch are the
negatives. The loss is `cross_entropy` of the matrix of similarities, whose right
classes lie on the diagonal. Without `normalize` long vectors win. A batch of one has no
negatives: its loss is 0, and so is its gradient.

$$\ell = -\frac{1}{N} \sum_i \log \frac{e^{q_i \cdot k_i / \tau}}{\sum_j e^{q_i \cdot
k_j / \tau}}$$

Attributes: Shapes
    query: (N, D) float32, one side of the pairs
    key: (N, D) float32, the other side, in the same order
    loss: () float32

Raises:
    RuntimeError: `info_nce(query, key[:, :1])` mat1 and mat2 shapes cannot be
        multiplied

Asked as:
    contrastive loss with in-batch negatives; MultipleNegativesRankingLoss; N-pair loss;
    train a text retrieval model on question and answer pairs; matching pairs in a
    batch, all the others are negatives; tf similarity contrastive; dual encoder loss;
    contrastive predictive coding; what does the temperature in a contrastive loss do;
    loss over a similarity matrix with the diagonal as target; DPR retriever loss;
    softmax over negatives; self-supervised embeddings loss; torch.arange(N) as labels;
    train embeddings, matching rows close and all others far apart
"""

import torch
import torch.nn.functional as F


def info_nce(query, key, temperature=0.1):
    query, key = F.normalize(query, dim=1), F.normalize(key, dim=1)
    similarity = query @ key.T / temperature  # all pairs
    right = torch.arange(len(query), device=query.device)
    return F.cross_entropy(similarity, right)  # <-


query = torch.tensor([[3.0, 0.0], [0.0, 2.0], [1.0, 1.0]])
key = torch.tensor([[1.0, 0.2], [0.1, 1.0], [1.0, 0.9]])

loss = info_nce(query, key)
print(loss)
#> tensor(0.1285)
print(info_nce(query, key.flip(0)))  # the wrong partners
#> tensor(1.4747)
print(info_nce(query[:1], key[:1]))
#> tensor(0.)
