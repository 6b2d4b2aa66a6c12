"""Accuracy on rare classes: 95 % for a model that says no to all.

Where 95 of 100 samples are negative, the answer "no" is right 95 times and finds
nothing. A model that finds most positives and raises some false alarms can have the
lower accuracy, so the best checkpoint by accuracy is the useless one. First compute
what the majority class alone scores; then report the recall of each class and its mean,
the balanced accuracy, which is 50 % for a constant answer to two classes:
[per-class accuracy](../evaluation/index.md#per_class_accuracy).

Attributes: Shapes
    target: (N,) int64
    predicted: (N,) int64

Asked as:
    accuracy of 95 percent but the model is useless; high accuracy on imbalanced data
    means nothing; model always says no and has 99 % accuracy; accuracy does not change
    during training on imbalanced data; accuracy equals the share of the largest class;
    accuracy stays at 0.95 from the first epoch; baseline of the majority class; fraud
    model finds no fraud; accuracy is good but recall is 0; which metric for rare
    positives; accuracy paradox; is my accuracy better than always guessing the most
    frequent class
"""

import torch

target = torch.zeros(100, dtype=torch.int64)
target[:5] = 1  # 5 of 100 are ill

always_no = torch.zeros(100, dtype=torch.int64)
useful = target.clone()
useful[4] = 0  # one of the five is missed
useful[5:15] = 1  # ten false alarms


def of_class(predicted, c):
    return (predicted == c)[target == c].float().mean().item()  # <-


for predicted in (always_no, useful):
    # Wrong: the share of right answers prefers the first.
    print(f"accuracy {(predicted == target).float().mean():.3f}")
    #> accuracy 0.950
    #> accuracy 0.890

for predicted in (always_no, useful):
    # Right: of the healthy, of the ill, and their mean.
    no, yes = of_class(predicted, 0), of_class(predicted, 1)
    print(f"{no:.3f} and {yes:.3f}, balanced {(no + yes) / 2:.3f}")
    #> 1.000 and 0.000, balanced 0.500
    #> 0.895 and 0.800, balanced 0.847
