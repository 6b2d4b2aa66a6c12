"""Features selected before the split: chance scores high.

With many features some agree with the labels by accident. Whoever picks them with all
labels in sight has used those of the validation part too, and the same accident is
found there. Here features and labels are noise, so that half is all there is. The same
goes for a threshold, a number of epochs or a model that was picked on the samples it is
reported on. Choose on the training part of the [split](../data/splits.md#random_split)
alone; in [k folds](../data/splits.md#k_fold), anew in each fold.

Asked as:
    feature selection before cross validation; information leak through preprocessing;
    high accuracy on random labels; SelectKBest on the whole data set; why is my
    validation score much better than the final test; fit the scaler or PCA on all data
    before the split; leaking labels into the features; cross validation too optimistic;
    more features than samples, perfect score; target leakage; choose genes by
    correlation with the label then cross validate
"""

import torch


def accuracy(selected_on):
    scores = []
    for seed in range(20):
        generator = torch.Generator().manual_seed(seed)
        x = torch.randn(100, 2000, generator=generator).double()
        y = torch.randn(100, generator=generator).double().sign()  # -1 or 1, by lot
        agreement = y[selected_on] @ x[selected_on]
        best = agreement.abs().topk(20).indices
        weight = (y[:50] @ x[:50])[best]  # fitted on the first half alone
        predicted = (x[50:, best] @ weight).sign()
        scores.append((predicted == y[50:]).double().mean())
    return round(torch.stack(scores).mean().item(), 1)


# Wrong: the 20 best of 2000 features by all labels.
print(accuracy(selected_on=slice(0, 100)))
#> 0.9

# Right: by those of the training half.
print(accuracy(selected_on=slice(0, 50)))  # <-
#> 0.5
