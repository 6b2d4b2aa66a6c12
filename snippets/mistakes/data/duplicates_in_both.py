"""Duplicates in both parts: noise that validates well.

Copies made before the split, by oversampling, augmentation or frames of one video, fall
into both parts. The model then knows the answers of validation by heart. Here labels
are drawn by lot, so that half is all that can be reached on new samples. Split first,
by what belongs together (patient, video, original), and make copies of the training
part alone: a [sampler](../data/splits.md#weighted_random_sampler) draws rare classes
more often without a copy on disk.

Attributes: Shapes
    x: (N, 50) float32
    y: (N,) int64

Asked as:
    validation accuracy too good to be true; oversampling before the split; augmented
    copies of an image in train and test; data leakage between training and validation
    set; same patient in training and test; frames of one video in both sets; SMOTE
    before train_test_split; validation 99 percent, on new data like a coin; duplicates
    between train and test set; split by group and not by image; near duplicates in the
    validation set; GroupShuffleSplit for images
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x, y = torch.randn(1000, 50), torch.randint(2, (1000,))  # nothing to learn
number = torch.arange(1000).repeat(5)  # five of each, slightly changed
copies = x[number] + 0.1 * torch.randn(5000, 50)


def accuracy(train, val):
    model = nn.Sequential(nn.Linear(50, 128), nn.ReLU(), nn.Linear(128, 2))
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    for _ in range(60):
        loss = F.cross_entropy(model(copies[train]), y[number[train]])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return (model(copies[val]).argmax(1) == y[number[val]]).float().mean()


# Wrong: copied, then split.
order = torch.randperm(5000)
print(f"{accuracy(order[:4000], order[4000:]):.1f}")
#> 1.0

# Right: all copies of one sample on one side.
held_out = torch.isin(number, torch.randperm(1000)[:200])  # <-
print(f"{accuracy(~held_out, held_out):.1f}")
#> 0.5
