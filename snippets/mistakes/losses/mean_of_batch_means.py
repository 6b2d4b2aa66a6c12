"""Mean of batch means: a small last batch counts as much as a full one.

Samples in a smaller last batch weigh more: 101 samples in batches of 50 give the last
one a third of the result. So accuracy and mean losses depend on the batch size, and a
model looks better or worse than it is. Add up counts and divide once; for losses see
the [running average](../training/index.md#running_average). F1 and AUC are no mean
over batches, not even equal ones:
[over batches](../evaluation/index.md#over_batches).

Attributes: Shapes
    right: (N,) bool, of 101 samples

Asked as:
    accuracy changes with the batch size of the test loader; validation accuracy differs
    for batch size 1 and 64; sum of batch accuracies divided by len(loader);
    np.mean(batch_accuracies); average of averages; epoch accuracy is off by a little;
    last incomplete batch and the average; test score depends on batch_size; total_acc /
    len(loader); accuracy over batches is not the accuracy of the set; mean of means is
    wrong
"""

import torch
from torch.utils.data import DataLoader

right = torch.ones(101, dtype=torch.bool)
right[::10] = False  # 11 of the answers are wrong, one is the last

for batch_size in (50, 101):
    of_batches = []
    correct = count = 0
    for batch in DataLoader(right, batch_size=batch_size):
        of_batches.append(batch.float().mean().item())
        correct += batch.sum().item()  # <-
        count += len(batch)

    # Wrong: the mean of the accuracies of the batches.
    print(f"{sum(of_batches) / len(of_batches):.3f}")
    #> 0.600
    #> 0.891

    # Right: all that is correct, divided by all samples.
    print(f"{correct / count:.3f}")
    #> 0.891
    #> 0.891
