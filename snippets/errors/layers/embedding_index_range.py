r"""index out of range in self: an id that the embedding has no row for.

An embedding of `num_embeddings` rows takes ids from 0 to num_embeddings − 1. Usual
causes: ids that start at 1, or a padding or unknown token that was not counted; a
negative id as padding; a vocabulary of other data than the model's; a sequence longer
than the table of positions. `index_select` and `index_add` use the same words. On a GPU
the same mistake is [a device-side assert](devices.md#device_side_assert). See
[Embedding](../layers/linear.md#embedding).

Raises:
    IndexError: `embedding(torch.tensor([10]))`
        index out of range in self
    RuntimeError: `nn.EmbeddingBag(10, 3)(torch.tensor([[10]]))`
        Index 0 of input takes value 10 which is not in the valid range [0, 10)

Also worded:
    RuntimeError: index out of range: Tried to access index 10 out of table with 9 rows.
    RuntimeError: index out of range at
      /pytorch/aten/src/TH/generic/THTensorEvenMoreMath.cpp:191
    Assertion `srcIndex < srcSelectDimSize` failed.

Asked as:
    vocabulary size is one too small; new tokens added to the tokenizer but not to the
    model; position embedding, text longer than max_len; num_embeddings must be the
    largest id plus one; unknown words at test time have no row; user ids are not
    consecutive numbers
"""

import torch
from torch import nn

embedding = nn.Embedding(10, 3)
ids = torch.tensor([1, 4, 10])  # counted from 1
try:
    embedding(ids)
except IndexError as error:
    print(error)
    #> index out of range in self

# Look at the ids before anything else.
print(ids.min().item(), ids.max().item(), embedding.num_embeddings)
#> 1 10 10

# Ids from 1: as many rows as the largest id, and one more.
print(nn.Embedding(int(ids.max()) + 1, 3)(ids).shape)  # <-
#> torch.Size([3, 3])

# Padding is -1: give it a row of its own, number 0.
padded = torch.tensor([0, 9, -1])
print(nn.Embedding(11, 3, padding_idx=0)(padded + 1).shape)
#> torch.Size([3, 3])

# Ids with gaps: number them again.
known, renumbered = torch.tensor([7, 900, 7, 31]).unique(return_inverse=True)
print(renumbered, nn.Embedding(len(known), 3)(renumbered).shape)
#> tensor([0, 2, 0, 1]) torch.Size([4, 3])

# Positions of a sequence longer than their table: drop the rest.
positions = torch.arange(25)[: embedding.num_embeddings]
print(embedding(positions).shape)
#> torch.Size([10, 3])
