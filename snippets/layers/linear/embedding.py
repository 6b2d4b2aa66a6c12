r"""Embedding: a row of a table for every number.

Turns word numbers into vectors that are learned. Numbers must be int64 or int32, from 0
to num_embeddings - 1. The row of `padding_idx` gets no gradient; it starts at zero,
unless `from_pretrained` or `nn.init` fills it.

$$y_{n, l} = W_{i_{n, l}}$$

Attributes: Shapes
    tokens: (N, L) int64
    vectors: (N, L, 3) float32
    layer.weight: (10, 3) float32

Raises:
    IndexError: `layer(torch.tensor([10]))` index out of range in self
    RuntimeError: `layer(torch.tensor([1.0]))` Expected tensor for argument #1 'indices'
        to have one of the following scalar types: Long, Int

Asked as:
    convert words to vectors, first layer of a text model; vectors for the words of a
    text; lookup table with learned rows; tf.keras.layers.Embedding; F.embedding; turn
    integer tokens or ids to dense vectors; use pretrained GloVe or word2vec vectors;
    categorical variable or feature as a learned vector; user id and item id as vectors;
    instead of multiplying a one-hot by a matrix; num_embeddings, vocabulary size;
    padding_idx, padding token stays zero; freeze word vectors; nn.LookupTable;
    Assertion srcIndex < srcSelectDimSize failed; Expected tensor for argument #1
    'indices' to have scalar type Long; learn a vector for every category or id; word
    embeddings; embedding layer; what is an embedding; categorical columns of a table;
    how large should an embedding be, embedding size; embedding or one-hot
"""

import torch
from torch import nn

torch.manual_seed(0)
layer = nn.Embedding(num_embeddings=10, embedding_dim=3, padding_idx=0)  # <-
tokens = torch.tensor([[4, 7, 0, 0], [4, 1, 2, 3]])

vectors = layer(tokens)
print(vectors[0, 2])
#> tensor([0., 0., 0.], grad_fn=<SelectBackward0>)
print(vectors[0, 0].equal(vectors[1, 0]), vectors[0, 0].equal(layer.weight[4]))
#> True True

table = torch.tensor([[0.0, 0.0], [1.0, 2.0]])
pretrained = nn.Embedding.from_pretrained(table, freeze=True)
print(pretrained(torch.tensor([1])), pretrained.weight.requires_grad)
#> tensor([[1., 2.]]) False
