"""k-fold cross-validation: each sample validates once.

Train k models, each without one fold, and average their scores. For small data sets.

Attributes: Shapes
    x: (6,) int64

Asked as:
    cross_val_score; 5-fold or 10-fold; KFold; crossvalind; too little data for a
    validation set; train several times on different parts and average; leave one fold
    out; cross validation loop; sklearn folds with a DataLoader; trainControl(method =
    "cv"); cross validation of a neural network; small data set, evaluate reliably with
    folds; five models on five folds; crossvalidation, each part is used for testing
    once; k-fold
"""

import torch
from sklearn.model_selection import KFold
from torch.utils.data import DataLoader, Subset, TensorDataset

x = torch.arange(6)
dataset = TensorDataset(x)

for train_idx, val_idx in KFold(n_splits=3).split(range(len(dataset))):
    train = DataLoader(Subset(dataset, train_idx), batch_size=4, shuffle=True)
    val = DataLoader(Subset(dataset, val_idx), batch_size=4)
    print(len(train.dataset), val_idx)
    #> 4 [0 1]
    #> 4 [2 3]
    #> 4 [4 5]
