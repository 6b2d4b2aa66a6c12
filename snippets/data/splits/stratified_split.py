"""Stratified split: every class in its share.

A random split of few samples can leave a class out. scikit-learn splits the numbers by
label; `Subset` makes datasets of them.

Attributes: Shapes
    labels: (10,) int64
"""

import torch
from sklearn.model_selection import train_test_split
from torch.utils.data import Subset, TensorDataset

labels = torch.tensor([0] * 8 + [1] * 2)
dataset = TensorDataset(torch.arange(10), labels)

train_idx, val_idx = train_test_split(
    range(10), test_size=0.5, stratify=labels.tolist(), random_state=0
)
train, val = Subset(dataset, train_idx), Subset(dataset, val_idx)
print(labels[train_idx].bincount(), labels[val_idx].bincount())
#> tensor([4, 1]) tensor([4, 1])
