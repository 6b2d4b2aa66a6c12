"""Stratified split: every class in its share.

A random split of few samples can leave a class out. `train_test_split` splits the
numbers by label; `Subset` makes datasets of them.

Attributes: Shapes
    labels: (10,) int64

Asked as:
    train_test_split stratify=y; StratifiedShuffleSplit; same percentage of positives in
    both parts; keep the proportion of labels; balanced train and test set; a class is
    missing from the test set; split imbalanced data; preserve class ratio; split by
    class or label, no mixing; stratified sampling; same class distribution in train and
    validation; class balanced train test split; rare class is missing in validation
    after a random split; split so that each class has the same proportion in train and
    validation
"""

import torch
from sklearn.model_selection import train_test_split
from torch.utils.data import Subset, TensorDataset

labels = torch.tensor([0] * 8 + [1] * 2)
dataset = TensorDataset(torch.arange(10), labels)

train_idx, val_idx = train_test_split(  # <-
    range(10), test_size=0.5, stratify=labels.tolist(), random_state=0
)
train, val = Subset(dataset, train_idx), Subset(dataset, val_idx)
print(labels[train_idx].bincount(), labels[val_idx].bincount())
#> tensor([4, 1]) tensor([4, 1])
