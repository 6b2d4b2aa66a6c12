r"""Loss of tokens: over the batch, by text, by place.

Flatten batch and time, or put the classes into dimension 1: `cross_entropy` gives the
same. Labels of -100, the default `ignore_index`, do not count: padding, and the prompt
where the answer alone is to be learnt. The mean is over the tokens that count, so a
long text weighs more than a short one. `reduction="none"` keeps the table (N, T), with
0 where nothing counts: from it comes the mean of each text, or of each place. A mean
over no token is NaN, be it of a text or of the batch.

$$\ell = -\frac{1}{M} \sum_{n, t:\, y_{n,t} \ne -100} \log p_{n,t}(y_{n,t}), \quad M =
\left| \{ n, t : y_{n,t} \ne -100 \} \right|$$

Attributes: Shapes
    logits: (N, T, V) float32
    labels: (N, T) int64, already shifted, -100 where nothing counts
    loss: () float32, mean over the tokens
    table: (N, T) float32
    each: (N,) float32, mean of each text

Asked as:
    cross entropy over N times T tokens; logits.flatten(0, 1); logits.transpose(1, 2)
    for cross_entropy; loss per sequence of a language model; loss by position in the
    context; per-sample loss in a batch of texts; reduction none with (B, T, V) logits;
    mean per token or per sequence; token-level loss table; score of each sentence of a
    batch; which texts have a high loss; average the loss of each document first; loss
    of each text of a batch
"""

import torch
import torch.nn.functional as F

torch.manual_seed(0)
logits = torch.randn(2, 5, 10)
labels = torch.tensor([[-100, -100, 4, 3, 1], [-100, 8, 1, -100, -100]])

loss = F.cross_entropy(logits.flatten(0, 1), labels.flatten())  # <-
print(loss, F.cross_entropy(logits.transpose(1, 2), labels))
#> tensor(2.7963) tensor(2.7963)

table = F.cross_entropy(logits.transpose(1, 2), labels, reduction="none")
counts = labels != -100
each = table.sum(dim=1) / counts.sum(dim=1)
print(table[1].count_nonzero(), each)
#> tensor(2) tensor([2.3585, 3.4528])
print(table.sum() / counts.sum(), each.mean())
#> tensor(2.7963) tensor(2.9057)
