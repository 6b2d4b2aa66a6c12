"""Padding in loss and accuracy: the score of nothing.

Short sequences are filled up with padding, which a model soon predicts. Counted as
words, it then raises the accuracy and lowers the loss, the more the shorter the
sentences are next to the longest of their batch: the figures change with the batches.
Give the loss [`ignore_index`](../losses/options.md#ignore_index), and take the accuracy
over the rest. If padding has the number of a real token (often the end of the text),
set the padded targets to -100 instead.

Attributes: Shapes
    target: (N, L) int64, 0 is padding
    logits: (N, L, C) float32

Asked as:
    accuracy is high but the generated sentences are bad; pad tokens count in the
    accuracy; exclude padding from accuracy; model only predicts the pad token; loss of
    a language model is too low; token accuracy 90 percent at once; mask the padding in
    the metric; perplexity is too good because of padding; pad_token_id in the loss;
    accuracy depends on the batch size with padded sequences; seq2seq learns to output
    padding; average over real tokens only
"""

import torch
import torch.nn.functional as F
from torch.nn.utils.rnn import pad_sequence

sentences = [[4, 2, 6, 3, 5, 3, 2, 4, 6, 1], [5, 1], [3, 1], [2, 1]]
target = pad_sequence([torch.tensor(s) for s in sentences], batch_first=True)  # (4, 10)

# A model that knows the padding and the first word, and says 7 for the others.
predicted = torch.where(target == 0, 0, 7)
predicted[:, 0] = target[:, 0]
logits = 5.0 * F.one_hot(predicted, 8)  # (4, 10, 8)
words = target != 0

# Wrong: 24 of the 40 positions are padding.
print((predicted == target).float().mean())
#> tensor(0.7000)
print(F.cross_entropy(logits.transpose(1, 2), target))
#> tensor(1.5461)

# Right: the 16 words.
print((predicted == target)[words].float().mean())
#> tensor(0.2500)
print(F.cross_entropy(logits.transpose(1, 2), target, ignore_index=0))  # <-
#> tensor(3.7961)
