"""k-fold cross-validation: each sample validates once.

Train k models, each without one fold, and average their scores. `KFold` without shuffle
can validate sorted labels on a class that was not trained.

Attributes: Shapes
    labels: (6,) int64

Asked as:
    cross_val_score; 5-fold or 10-fold; KFold; crossvalind; too little data for a
    validation set; train several times on different parts and average; leave one fold
    out; cross validation loop; sklearn folds with a DataLoader; trainControl(method =
    "cv"); cross validation of a neural network; small data set, evaluate reliably with
    folds; five models on five folds; crossvalidation, each part is used for testing
    once; k-fold
"""

import torch
from sklearn.model_selection import StratifiedKFold
from torch.utils.data import DataLoader, Subset, TensorDataset

labels = torch.tensor([0, 0, 0, 1, 1, 1])
dataset = TensorDataset(torch.arange(6), labels)

folds = StratifiedKFold(n_splits=3, shuffle=True, random_state=0)
for train_idx, val_idx in folds.split(labels, labels):  # <-
    train = DataLoader(Subset(dataset, train_idx), batch_size=4, shuffle=True)
    val = DataLoader(Subset(dataset, val_idx), batch_size=4)
    print(len(train.dataset), val_idx)
    #> 4 [2 4]
    #> 4 [1 5]
    #> 4 [0 3]
