"""Normalised twice: in the data set, and again before the model.

The second pass subtracts and divides once more: the mean is no longer 0, the standard
deviation no longer 1. A model that is trained and tested on such images hardly suffers,
so nothing shows. It can fail where one side does it: in a program that normalises
once, or with a pretrained model. How much depends on the layers. Look at mean and std
of a batch as the first layer gets it, and keep
[`Normalize`](../transforms/resize_convert.md#normalize) in one place.

Attributes: Shapes
    images: (N, 1, 8, 8) float64
    twice: (N, 1, 8, 8) float64

Asked as:
    Normalize applied twice; images normalised in the dataset and again in forward;
    weights.transforms() on images that are normalised already; mean of the input is -2
    instead of 0; pretrained model has low accuracy, preprocessing done twice;
    standardised the array and used Normalize as well; does it matter to normalise two
    times; double normalization; image processor and Normalize together; std of my batch
    is not 1
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn
from torchvision.transforms import v2

torch.manual_seed(0)
digits = load_digits()
images = torch.tensor(digits.images / 16).unsqueeze(1)
labels = torch.tensor(digits.target)
normalize = v2.Normalize([images.mean().item()], [images.std().item()])
once, twice = normalize(images), normalize(normalize(images))


def train(x):
    layers = nn.Linear(64, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Linear(64, 10)
    model = nn.Sequential(nn.Flatten(), *layers).double()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    for _ in range(80):
        loss = F.cross_entropy(model(x[:500]), labels[:500])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model.eval()


def accuracy(model, x):
    return f"{(model(x).argmax(1) == labels)[500:].float().mean():.1f}"


# Wrong: trained on images normalised twice; then used on images normalised once.
print(f"mean {twice.mean():.1f}, std {twice.std():.1f}")
#> mean -0.8, std 2.7
model = train(twice)
print(accuracy(model, twice), accuracy(model, once))
#> 0.9 0.3

# Right: once in both.
print(f"mean {abs(once.mean()):.1f}, std {once.std():.1f}")
#> mean 0.0, std 1.0
print(accuracy(train(once), once))  # <-
#> 0.9
