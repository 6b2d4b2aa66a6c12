r"""too many indices for tensor of dimension: it has fewer dimensions than indices.

Each index or slice between the brackets takes one dimension, `None` takes none, `...`
what is left. Usual causes: labels of shape (N,) that are read as (N, 1); a batch that
has lost a dimension in `squeeze`, or one image in the place of a batch; a mask of more
dimensions than the tensor, which takes as many as it has. Print the shape on the line
before.

Raises:
    IndexError: `labels[:, 0]` too many indices for tensor of dimension 1
    IndexError: `labels[torch.ones(3, 1) > 0]` too many indices for tensor of dimension
        1

Also worded:
    IndexError: too many indices for tensor of dimension 2
    IndexError: too many indices for tensor of dimension 3
    IndexError: trying to index 3 dimensions of a 2 dimensional tensor

Asked as:
    x[:, 0] of a one-dimensional tensor; squeeze removed the batch dimension; mask has
    one dimension more than the data; two indices for a vector; image without channels
    indexed as [c, y, x]; logits[:, 1] of a model with one output
"""

import torch

labels = torch.tensor([2, 0, 1])
try:
    labels[:, 0]
except IndexError as error:
    print(error)
    #> too many indices for tensor of dimension 1
print(labels.ndim, labels.shape)
#> 1 torch.Size([3])

# One dimension: one index.
print(labels[0])  # <-
#> tensor(2)

# A column is wanted: add the dimension.
print(labels[:, None][:, 0])
#> tensor([2, 0, 1])

# squeeze took the batch of one away: name the dimension that is to go.
scores = torch.zeros(1, 3, 1)
print(scores.squeeze().shape, scores.squeeze(-1).shape)
#> torch.Size([3]) torch.Size([1, 3])

# The last dimension, however many there are before it: an ellipsis.
print(labels[..., 0], scores[..., 0].shape)
#> tensor(2) torch.Size([1, 3])

# A mask with a dimension more: take it off.
mask = torch.tensor([[True], [False], [True]])
print(labels[mask[:, 0]])
#> tensor([2, 1])
