r"""EmbeddingBag: the sum, mean or maximum of rows.

For bags of words: the rows are not stored one by one. Bags of different length go
in one long list, with `offsets` that say where each starts. `mode` is mean unless said
otherwise.

$$y_n = \sum_{l} W_{i_{n, l}}$$

Attributes: Shapes
    tokens: (5,) int64, both bags one after the other
    offsets: (2,) int64, where each bag starts
    y: (2, 2) float32

Raises:
    ValueError: `layer(tokens)` offsets has to be a 1D Tensor but got None

Asked as:
    bag-of-words embedding, order does not matter; average the word vectors of a
    sentence; F.embedding_bag; fastText style text features; texts of different length
    without padding; what are offsets; several categories per sample, multi-hot; sparse
    features of a recommender, DLRM; tf.nn.embedding_lookup_sparse; max of word
    embeddings; add up embeddings without storing each one; pooling of word vectors per
    document; faster than nn.Embedding followed by a mean; ragged lists of ids summed to
    one vector each; sum of several embeddings per sample; variable number of tags or
    categories per row; difference between nn.Embedding and nn.EmbeddingBag;
    per_sample_weights, weighted sum of embeddings
"""

import torch
import torch.nn.functional as F
from torch import nn

table = torch.tensor([[0.0, 0.0], [1.0, 10.0], [2.0, 20.0], [3.0, 30.0]])
layer = nn.EmbeddingBag.from_pretrained(table, mode="sum")  # <-

tokens = torch.tensor([1, 2, 3, 3, 3])
offsets = torch.tensor([0, 2])  # [1, 2] and [3, 3, 3]
y = layer(tokens, offsets)
print(y)
#> tensor([[ 3., 30.],
#>         [ 9., 90.]])

for mode in ("sum", "mean", "max"):
    bags = nn.EmbeddingBag.from_pretrained(table, mode=mode)
    print(mode, bags(torch.tensor([[1, 3]])))  # bags of equal length need no offsets
    #> sum tensor([[ 4., 40.]])
    #> mean tensor([[ 2., 20.]])
    #> max tensor([[ 3., 30.]])

print(F.embedding_bag(tokens, table, offsets, mode="sum").equal(y))
#> True
