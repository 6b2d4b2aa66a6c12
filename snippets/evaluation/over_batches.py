"""Over batches: keep counts, not scores.

The mean of the scores of batches is not the score of the set: the last batch is
smaller, and F1 or AUC are no means at all. Add up the confusion matrix, or collect
predictions with `torch.cat`, and compute once.

Attributes: Shapes
    matrix: (2, 2) int64

Asked as:
    average F1 of batches is wrong; can I average the scores, f1 or auc of the batches;
    f1 score over several batches; AUC for each mini-batch; mean of batch metrics is
    wrong since the last batch is smaller; compute accuracy over all batches correctly;
    metric over the whole dataset; metric for the whole epoch, batch by batch;
    accumulate counts across minibatches; add up the confusion matrix in the evaluation
    loop; aggregate metrics without storing everything; gather all predictions; collect
    the predictions; append predictions of each batch to a list, concatenate outputs;
    all_preds.extend(preds.tolist()); update_state, result, reset_state; my score
    differs from sklearn on the full set; exact metric of the test set when it does not
    fit into one batch; get the predictions for the whole test set; metrics over all
    batches; store all outputs and labels; list of all predictions
"""

import torch


def f1_of(matrix):
    right, wrong = matrix[1, 1], matrix[0, 1] + matrix[1, 0]
    return (2 * right / (2 * right + wrong)).item()


target = torch.tensor([1, 0, 0, 0, 1, 1, 1, 0, 1, 1])
predicted = torch.tensor([0, 0, 0, 1, 1, 1, 0, 0, 1, 1])

matrix = torch.zeros(2, 2, dtype=torch.int64)
of_batches = []
for y, found in zip(target.split(4), predicted.split(4), strict=True):
    batch = torch.bincount(2 * y + found, minlength=4).reshape(2, 2)
    matrix += batch  # <-
    of_batches.append(f1_of(batch))

print(f"{f1_of(matrix):.3f}")
#> 0.727
print(f"{sum(of_batches) / len(of_batches):.3f}")  # another number
#> 0.600
