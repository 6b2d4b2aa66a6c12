"""Sorted by class: batches of one class.

`ImageFolder` lists one class after the other, and a `DataLoader` does not shuffle
unless told to. The model learns each class in turn and forgets it. The mean loss of the
first epoch is even lower than with shuffled batches, for the answer of a moment ago is
right again; then the model gives the last class for all. More epochs make up for a part
of it. Set [`shuffle=True`](../data/loader.md#data_loader), for the training set alone.

Attributes: Shapes
    images: (N, 64) float32
    labels: (N,) int64

Asked as:
    training set is sorted by label; forgot shuffle=True; model always predicts the last
    class; do I have to shuffle the training data; every batch has only one class;
    ImageFolder without shuffle; training loss is low but the accuracy is that of
    chance; network forgets the first classes; loss jumps within an epoch and falls
    again; predicts class 9 for everything; is the order of the training samples
    important; shuffle=False in the training loader
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
digits = load_digits()
images, labels = torch.tensor(digits.data).float() / 16, torch.tensor(digits.target)
order = labels.argsort(stable=True)  # as files in folders of classes
dataset = TensorDataset(images[order], labels[order])


def train(loader):
    model, losses = nn.Linear(64, 10), []
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for x, y in loader:
        loss = F.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    right = (model(images).argmax(1) == labels).float().mean()
    return f"mean loss {sum(losses) / len(losses):.1f}, accuracy {right:.1f}"


# Wrong: in the order of the folders.
print(train(DataLoader(dataset, batch_size=10)))
#> mean loss 0.6, accuracy 0.1

# Right: shuffled.
print(train(DataLoader(dataset, batch_size=10, shuffle=True)))  # <-
#> mean loss 1.4, accuracy 0.9
