"""Images and labels shuffled apart: an accuracy of chance.

Two permutations give the images the labels of others. Shapes and types still fit;
on new images the model does no better than chance, although a large one learns the
training set by heart. Draw one order and index both with it, or let `shuffle=True` of a
[`DataLoader`](../data/loader.md#data_loader) move the pairs. Two lists of files, sorted
differently, come apart too.

Attributes: Shapes
    images: (N, 64) float32
    labels: (N,) int64

Asked as:
    images and labels do not match after shuffling; shuffle X and y together; two
    randperm calls for inputs and targets; labels are out of order, accuracy like random
    guessing; np.random.shuffle of x, then of y; validation accuracy of ten per cent
    with ten classes; training accuracy 100 percent, validation accuracy of chance;
    shuffle two tensors in the same order; model learns by heart but is random on new
    data; labels belong to other pictures; glob returns images and masks in another
    order; unison shuffle of two arrays; shuffled x and y separately
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

torch.manual_seed(0)
digits = load_digits()
images, labels = torch.tensor(digits.data).float() / 16, torch.tensor(digits.target)


def accuracies(x, y):
    model = nn.Sequential(nn.Linear(64, 512), nn.ReLU(), nn.Linear(512, 10))
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    for _ in range(100):
        loss = F.cross_entropy(model(x[:500]), y[:500])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    right = (model(x).argmax(1) == y).float()
    return f"training {right[:500].mean():.1f}, validation {right[500:].mean():.1f}"


# Wrong: one order for the images, another for the labels.
N = len(images)
print(accuracies(images[torch.randperm(N)], labels[torch.randperm(N)]))
#> training 1.0, validation 0.1

# Right: one order for both.
order = torch.randperm(N)
print(accuracies(images[order], labels[order]))  # <-
#> training 1.0, validation 1.0
