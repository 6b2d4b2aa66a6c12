"""Group folds: a patient, a scene, a speaker on one side only.

Several samples of one group look alike: with one in training, the others are no test.
Give the groups their folds, not the samples. Folds then differ in size.
`StratifiedGroupKFold` of scikit-learn also keeps the shares of the classes. For a
single split take one of the folds.

Attributes: Shapes
    patient: (8,) int64, the group of each sample
    fold_of: (4,) int64, the fold of each group
    fold: (8,) int64, the fold of each sample

Asked as:
    GroupKFold; split by patient; GroupShuffleSplit; data leakage between train and test
    of the same person; same subject in train and validation; split by speaker or by
    video; frames of one video on both sides; leave one group out; StratifiedGroupKFold;
    cross validation with groups; patient-wise split; keep all images of one patient
    together; random_split leaks patients
"""

import torch
from sklearn.model_selection import GroupKFold
from torch.utils.data import Subset, TensorDataset

patient = torch.tensor([7, 7, 7, 2, 2, 9, 4, 4])
dataset = TensorDataset(torch.arange(len(patient)), patient)
folds = 2

groups, number = patient.unique(return_inverse=True)  # (4,), (8,)
order = torch.randperm(len(groups), generator=torch.Generator().manual_seed(0))
fold_of = order % folds
fold = fold_of[number]  # <-
for k in range(folds):
    train = Subset(dataset, (fold != k).nonzero().squeeze(1).tolist())
    val = Subset(dataset, (fold == k).nonzero().squeeze(1).tolist())
    print({int(p) for _, p in train}, {int(p) for _, p in val}, len(val))
    #> {4, 7} {9, 2} 3
    #> {9, 2} {4, 7} 5

for train_idx, val_idx in GroupKFold(n_splits=2).split(patient, groups=patient):
    print(set(patient[train_idx].tolist()), set(patient[val_idx].tolist()))
    #> {2, 4} {9, 7}
    #> {9, 7} {2, 4}
