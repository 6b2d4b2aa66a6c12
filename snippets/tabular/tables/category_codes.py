r"""Categories to indices: what is unknown gets 0.

The list of known values comes from the training rows and is saved with the model. Index
0 is for what it does not hold: a new value, a typing error, a missing one. Its row of
the embedding learns only if training has some of it: count rare values as unknown, too.

Attributes: Shapes
    codes: (N,) int64, from 0 to the number of known values
    embedded: (N, 3) float32

Raises:
    IndexError: `embedding(torch.tensor([4]))` index out of range in self

Asked as:
    LabelEncoder y contains previously unseen labels; unknown category at test time; map
    strings to integers; handle_unknown; OrdinalEncoder with unknown values for an
    embedding; category to index dictionary; out-of-vocabulary category; new category in
    production; StringLookup of Keras; categorical column to an index tensor; rare
    categories together; how many rows does the embedding of a category need; reserve
    index 0; category that was not in the training rows; what if a new category appears;
    text values as integers for an embedding; category that never appeared in training
"""

from collections import Counter

import torch
from torch import nn

train = ["north", "south", "north", "east", None, "south", "east", "attic", None]
count = Counter(value for value in train if isinstance(value, str))  # none missing
known = sorted(value for value in count if count[value] >= 2)  # the others are rare
index = {value: i for i, value in enumerate(known, start=1)}
print(index)
#> {'east': 1, 'north': 2, 'south': 3}


def encode(values):
    return torch.tensor([index.get(value, 0) for value in values])  # <-


codes = encode(["south", "nowhere", None, "attic", "east"])
print(codes)
#> tensor([3, 0, 0, 0, 1])

embedding = nn.Embedding(len(known) + 1, 3)
embedded = embedding(codes)
print(embedded.shape)
#> torch.Size([5, 3])
