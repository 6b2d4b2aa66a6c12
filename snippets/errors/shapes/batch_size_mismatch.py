r"""Expected input batch_size to match target batch_size: one target a prediction.

The loss pairs row n of the logits with target n, and the two counts differ. Usual
causes: a `view(-1, features)` in the model whose number is wrong, so that it makes rows
out of features; logits of a sequence, (N, T, C), that were flattened when their targets
were not; the last step, `output[:, -1]`, of a recurrent layer without `batch_first`; a
map of classes, (C, H, W), without its batch; targets of another batch.

Raises:
    ValueError: `F.cross_entropy(torch.zeros(64, 10), torch.zeros(32).long())`
        Expected input batch_size (64) to match target batch_size (32).

Asked as:
    wrong view before the linear layer; batch size mismatch in CrossEntropyLoss; flatten
    merged the batch with the channels by mistake; first dimension of output and labels
    differ; ValueError in cross_entropy about batch_size; logits have 800 rows, targets
    only 32
"""

import torch
import torch.nn.functional as F

features = torch.zeros(4, 16, 5, 5)  # of four images
target = torch.tensor([0, 2, 1, 1])
weight = torch.zeros(3, 100)
try:
    logits = features.view(-1, 100) @ weight.T  # 16 rows: 4 * 400 / 100
    F.cross_entropy(logits, target)
except ValueError as error:
    print(error)
    #> Expected input batch_size (16) to match target batch_size (4).

# Keep the batch, let the features follow: flatten from dimension 1 on.
rows = features.flatten(1)  # <- (4, 400)
print(F.cross_entropy(rows @ torch.zeros(400, 3), target))
#> tensor(1.0986)

# A class for each step of a sequence: flatten both, or put the classes second.
logits, target = torch.zeros(2, 7, 3), torch.zeros(2, 7, dtype=torch.int64)
print(F.cross_entropy(logits.flatten(0, 1), target.flatten()))
#> tensor(1.0986)
print(F.cross_entropy(logits.transpose(1, 2), target))
#> tensor(1.0986)
