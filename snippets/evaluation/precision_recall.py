r"""Precision and recall: of those called positive, of those that are.

Precision asks how many alarms are real, recall how many cases are found. Both come from
the confusion matrix with true classes in rows: columns sum to the predictions, rows to
the truth. A class that is never predicted has precision 0/0; scikit-learn makes that 0.

$$P_c = \frac{M_{cc}}{\sum_i M_{ic}} \qquad R_c = \frac{M_{cc}}{\sum_j M_{cj}}$$

Attributes: Shapes
    matrix: (C, C) int64, rows are true classes
    precision: (C,) float32
    recall: (C,) float32

Asked as:
    calculate precision and recall for every class; difference between precision and
    recall per class; precision_score, recall_score, keras.metrics.Precision; recall
    metric; precision_recall_fscore_support; sklearn classification report; true
    positive rate, specificity; sensitivity; positive predictive value; how many of the
    found ones are really true, tp / (tp + fp); compute tp, fp and fn per class; false
    positives and false negatives, missed positives; true positives, false positives,
    false negatives of a classifier; share of the alarms that is real, false alarms;
    share of the sick patients that we find, missed cases; precision metric;
    UndefinedMetricWarning: Precision is ill-defined; zero_division, class that the
    model never predicts; compute the precision
"""

import torch

matrix = torch.tensor([[50, 2, 0], [10, 30, 0], [5, 5, 0]])

right = matrix.diagonal()
precision = torch.nan_to_num(right / matrix.sum(dim=0))  # <-
recall = torch.nan_to_num(right / matrix.sum(dim=1))
print(precision)
#> tensor([0.7692, 0.8108, 0.0000])
print(recall)
#> tensor([0.9615, 0.7500, 0.0000])
