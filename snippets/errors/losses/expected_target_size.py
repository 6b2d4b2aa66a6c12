r"""Expected target size: the classes are not in dimension 1.

The loss takes dimension 1 of the logits for the classes: (N, C, T) wants a target (N,
T). Usual causes: a model of sequences (an LSTM, a transformer) with logits (N, T, C); a
mask of volumes with its channel, (N, 1, D, H, W), which `squeeze(1)` drops. Where T
equals C nothing is raised and the loss is wrong. Transpose the logits, or flatten both,
in [`CrossEntropyLoss`](../losses/classification.md#cross_entropy).

Raises:
    RuntimeError: `F.cross_entropy(logits, target)`
        Expected target size [2, 7], got [2, 5]
    RuntimeError: `F.cross_entropy(torch.zeros(2, 5, 7), torch.tensor([1, 2]))`
        Expected target size [2, 7], got [2]

Also worded:
    ValueError: Expected target size (2, 7), got torch.Size([2, 5])
    ValueError: Expected target size (32, 10000), got torch.Size([32, 35])
    RuntimeError: Expected target size [32, 10000], got [32, 35]

Asked as:
    cross entropy of a language model, logits (N, T, vocab); logits have the vocabulary
    last; sequence tagging loss with one label per token; LSTM gives an output for each
    step but there is one label per sequence; char rnn loss shapes; token classification
    loss shape
"""

import torch
import torch.nn.functional as F

N, T, C = 2, 5, 7
logits = torch.zeros(N, T, C)  # as a model of sequences gives them
target = torch.zeros(N, T, dtype=torch.int64)
try:
    F.cross_entropy(logits, target)
except RuntimeError as error:
    print(error)
    #> Expected target size [2, 7], got [2, 5]

# The classes second: (N, C, T).
print(F.cross_entropy(logits.transpose(1, 2), target))  # <-
#> tensor(1.9459)

# Or every step a row of its own.
print(F.cross_entropy(logits.flatten(0, 1), target.flatten()))
#> tensor(1.9459)

# One label for the whole sequence: the logits of one step, here the last.
label = torch.tensor([1, 2])
print(F.cross_entropy(logits[:, -1], label))
#> tensor(1.9459)
