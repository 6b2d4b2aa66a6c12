"""Classes in the last dimension: cross entropy along the sequence.

`cross_entropy` looks for the classes in dimension 1. Logits (N, L, C) of a sequence
model with target (N, L) raise an error, except where L equals C: then the softmax runs
over positions, and sure and right answers may have a high loss. `view` or `reshape` to
(N, C, L) fits, but mixes positions with classes. Transpose, or flatten both. For other
sizes see the error
[Expected target size](../errors/losses.md#expected_target_size).

Attributes: Shapes
    logits: (N, L, C) float32
    target: (N, L) int64

Asked as:
    sequence length equals the number of classes and the loss is wrong; which dimension
    are the classes in for cross entropy; view(N, C, L) instead of transpose in the
    loss; reshape logits of a sequence for the loss; permute or view before
    CrossEntropyLoss; loss of a sequence model does not fall, shapes fit; softmax over
    time instead of classes; logits (batch, length, vocab) into cross_entropy; channels
    last logits in the loss; token classifier does not learn, no error; logits.view(-1,
    C, L)
"""

import torch
import torch.nn.functional as F

target = torch.tensor([[0, 0, 1]])  # (1, 3)
logits = 5.0 * F.one_hot(target, 3)  # (1, 3, 3): sure and right

# Wrong: the softmax runs along the sequence, which is as long as there are classes.
print(F.cross_entropy(logits, target))
#> tensor(2.2695)

# Right: the classes in dimension 1.
print(F.cross_entropy(logits.transpose(1, 2), target))  # <-
#> tensor(0.0134)

longer = torch.tensor([[0, 0, 1, 2]])  # (1, 4)
scores = 5.0 * F.one_hot(longer, 3)  # (1, 4, 3)

# Wrong: the size fits, the numbers stand elsewhere.
print(F.cross_entropy(scores.view(1, 3, 4), longer))
#> tensor(0.8273)

# Right: every position a row of its own.
print(F.cross_entropy(scores.flatten(0, 1), longer.flatten()))
#> tensor(0.0134)
