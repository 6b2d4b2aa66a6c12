"""drop_last in evaluation: samples that never count.

The loader leaves out the incomplete last batch, in evaluation too. Without shuffling
these are the same samples each time, here the only ones of class 2; with shuffling
others, and the score can change from run to run. Divided by `len(dataset)`
even a perfect model stays below 1, and a set smaller than a batch gives no batch.
[`drop_last`](../data/loader.md#drop_last) is for training; here it stays False.

Attributes: Shapes
    logits: (10, 3) float32
    target: (10,) int64

Asked as:
    drop_last=True in the test loader; number of predictions is less than the size of
    the test set; accuracy divided by len(dataset) never reaches 100; test set smaller
    than the batch size gives an empty loader; ZeroDivisionError in evaluation with an
    empty loader; some samples are not predicted; predictions.csv has fewer rows than
    the test set; score depends on the batch size of evaluation; drop_last for
    validation; last samples of the test set are missing
"""

import torch
from torch.utils.data import DataLoader, TensorDataset

target = torch.tensor([0, 0, 0, 0, 1, 1, 1, 1, 2, 2])
logits = torch.eye(3)[[0, 0, 0, 0, 1, 1, 1, 1, 0, 1]]  # class 2 is unknown to it
dataset = TensorDataset(logits, target)


def evaluate(loader):
    right = count = 0
    for scores, y in loader:
        right += (scores.argmax(1) == y).sum().item()
        count += len(y)
    return right / count, count


# Wrong: the last two samples are left out.
print(evaluate(DataLoader(dataset, batch_size=4, drop_last=True)))
#> (1.0, 8)

# Right: all ten.
print(evaluate(DataLoader(dataset, batch_size=4)))  # <-
#> (0.8, 10)
