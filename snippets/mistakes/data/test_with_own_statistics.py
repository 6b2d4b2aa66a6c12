"""Test data by its own statistics: differences go.

Mean and std belong to the training set, and are saved with the model. A large test set
that is drawn alike has nearly the same ones, which hides the mistake. A few samples, or
samples of one class, do not: subtracting their own mean takes away what they have in
common, and with it what tells them from others; one row minus its own mean is zero.
Compute [mean and std](../transforms/compose.md#own_mean_std) once, on the training set,
and use them everywhere.

Attributes: Shapes
    x: (N, 64) float32
    zeros: (M, 64) float32

Asked as:
    fit_transform on the test set; StandardScaler fitted on test data; should I
    normalise the test set with the mean of the training set; which mean and std for the
    test set; prediction differs with the number of samples given; works on the whole
    test set, fails on a single sample; standardise one sample by itself gives zeros;
    (x - x.mean(0)) / x.std(0) at prediction time; accuracy drops on data of one class;
    statistics of train or of test; normalising new data in production
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

torch.manual_seed(0)
digits = load_digits()
x, y = torch.tensor(digits.data).float() / 16, torch.tensor(digits.target)
mean, std = x[:1000].mean(0), x[:1000].std(0) + 0.1  # some pixels never change

model = nn.Linear(64, 10)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
for _ in range(100):
    loss = F.cross_entropy(model((x[:1000] - mean) / std), y[:1000])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

test, target = x[1000:], y[1000:]
zeros = test[target == 0]  # what came in today


def accuracy(x, target):
    return f"{(model(x).argmax(1) == target).float().mean():.1f}"


# Wrong: each set by its own mean and std.
own = (test - test.mean(0)) / (test.std(0) + 0.1)
own_zeros = (zeros - zeros.mean(0)) / (zeros.std(0) + 0.1)
print(accuracy(own, target), accuracy(own_zeros, 0))
#> 0.9 0.1

# Right: those of the training set.
print(accuracy((test - mean) / std, target), accuracy((zeros - mean) / std, 0))  # <-
#> 0.9 0.9
