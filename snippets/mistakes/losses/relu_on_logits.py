"""ReLU after the last layer: some classes may never be predicted.

Scores of classes may have any sign. A ReLU behind the last layer turns all negative
ones into 0 and passes no gradient for them: a class below 0 for every sample learns
nothing through its own score. If all scores of a sample are below 0, its loss is log C
and it has no gradient at all. Look for a block of linear layer and ReLU that is used
for the output too. End in the linear layer; see
[`CrossEntropyLoss`](../losses/classification.md#cross_entropy).

Asked as:
    relu on the output layer of a classifier; ReLU before cross entropy; some classes
    are never predicted although the data is balanced; activation function after the
    last layer; negative logits are cut off; outputs of the classifier are all zero;
    logits contain many exact zeros; dead outputs, dead ReLU in the last layer; accuracy
    stops at 60 percent, whole classes missing; should the last layer have a relu;
    F.relu(self.fc3(x)) as the return value of forward
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
x = torch.tensor(digits.data).float() / 16  # (1797, 64)
target = torch.tensor(digits.target)


def train(*end):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10), *end)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    for _ in range(100):
        optimizer.zero_grad()
        F.cross_entropy(model(x), target).backward()
        optimizer.step()
    predicted = model(x).argmax(dim=1)
    accuracy = (predicted == target).float().mean().item()
    return round(accuracy, 1), predicted.unique().tolist()


# Wrong: a ReLU after the last layer. Four of the ten classes do not occur.
print(train(nn.ReLU()))
#> (0.6, [0, 1, 3, 5, 8, 9])

# Right: nothing that changes the scores.
print(train(nn.Identity()))  # <-
#> (1.0, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
