"""Evaluation: numbers that say how good a model is.

| You want | Use |
|---|---|
| the share that is right | [accuracy](#accuracy), [top-k](#top_k_accuracy) |
| where it goes wrong | [confusion matrix](#confusion_matrix), [per class](#per_class_accuracy) |
| one class that matters, or rare ones | [precision and recall](#precision_recall), [F1](#f1_score) |
| one number over many classes | [averages](#averages) |
| a score without a threshold | [ROC AUC](#roc_auc), [average precision](#average_precision) |
| an error in units | [regression](#regression_errors) |
| masks compared | [mean IoU](#mean_iou) |
| whether its probabilities hold | [calibration](#calibration) |
| how sure a score is | [bootstrap interval](#bootstrap_interval) |
| all of them ready made | [torchmetrics](#torchmetrics_library) |

Each formula is compared with scikit-learn's function on random predictions. Collect
predictions over the whole set, then compute: a mean of batch scores is another number.
With no samples [precision and recall](#precision_recall) and [F1](#f1_score) give 0,
the confusion matrix holds zeros, and the other formulas give NaN. Memory grows with the
samples, not with their square.
"""

__all__ = [
    "accuracy",
    "top_k_accuracy",
    "per_class_accuracy",
    "confusion_matrix",
    "precision_recall",
    "f1_score",
    "averages",
    "threshold",
    "roc_auc",
    "average_precision",
    "regression_errors",
    "over_batches",
    "mean_iou",
    "calibration",
    "bootstrap_interval",
    "torchmetrics_library",
]

#: What the home page names of it.
WANTED = ["accuracy", "confusion_matrix", "f1_score"]
