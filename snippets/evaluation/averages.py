r"""Macro, weighted, micro: three ways to average over classes.

Macro: each class counts the same, so rare ones matter. Weighted: each class by its
samples. Micro: all samples in one pot; with one class per sample, that is the accuracy.
A paper that says "F1" without the word leaves it open.

$$\text{macro} = \frac{1}{C} \sum_c F_c \qquad \text{weighted} = \frac{1}{N} \sum_c n_c
F_c$$

Attributes: Shapes
    matrix: (C, C) int64, rows are true classes
    f1: (C,) float32

Asked as:
    macro-averaged f1; f1_score(average="macro"); average='weighted' or 'macro' in
    f1_score; average= argument of sklearn metrics; micro-averaged score; weighted F1 of
    classification_report; multiclass f1 for more than two classes; average f1 over
    classes; unweighted mean of the scores of each class; one score from the scores of
    all classes; difference between macro, micro and weighted average; why does micro F1
    equal accuracy; which average to report in a paper; Target is multiclass but
    average='binary'; small classes should count as much as large ones; should rare
    classes count as much as frequent ones; macro precision, macro recall; F1 score per
    class
"""

import torch

matrix = torch.tensor([[90, 0, 0, 0], [0, 5, 3, 0], [0, 2, 0, 0], [0, 0, 0, 0]])

right, true, called = matrix.diagonal(), matrix.sum(dim=1), matrix.sum(dim=0)
f1 = 2 * right / (true + called)
print(f1)  # NaN: neither true nor called
#> tensor([1.0000, 0.6667, 0.0000,    nan])

macro = f1.nanmean()  # <-
weighted = (f1 * true).nansum() / true.sum()
micro = right.sum() / matrix.sum()
print(f"macro {macro:.3f}, weighted {weighted:.3f}, micro {micro:.3f}")
#> macro 0.556, weighted 0.953, micro 0.950
