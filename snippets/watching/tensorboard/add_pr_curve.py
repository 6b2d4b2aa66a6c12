"""add_pr_curve, add_pr_curve_raw: precision and recall at every threshold.

Labels are 0 or 1, predictions are probabilities, not logits: values outside [0, 1] are
lost, or count as 1. At most 127 thresholds are kept. The raw form takes counts that
were summed up over batches.

Attributes: Shapes
    labels: (N,) int64
    scores: (N,) float32, in [0, 1]

Asked as:
    follow or plot the precision-recall curve over epochs; PR curve of a binary
    classifier; slider for the decision threshold; PrecisionRecallDisplay; see how
    precision falls when recall rises, false alarms against misses; num_thresholds; tp,
    fp, tn, fn counts as a curve; one class against the rest; sum counts over batches
    for a PR curve; tensorboard.plugins.pr_curve; wandb.plot.pr_curve; precision and
    recall for different thresholds in TensorBoard; choose the threshold of a classifier
    from a curve
"""
# needs: tensorboard

import tempfile

import numpy as np
import torch
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.util.tensor_util import make_ndarray
from torch.utils.tensorboard import SummaryWriter

labels = torch.tensor([1, 0, 1, 0])
scores = torch.tensor([0.9, 0.8, 0.3, 0.1])

thresholds = torch.linspace(0, 1, 5)  # 0, 0.25, 0.5, 0.75, 1
chosen = scores >= thresholds.unsqueeze(1)  # (5, 4)
tp = (chosen & (labels == 1)).sum(1)
fp = (chosen & (labels == 0)).sum(1)
tn, fn = fp[0] - fp, tp[0] - tp
precision = tp / (tp + fp).clamp(min=1)
recall = tp / (tp + fn)
counts = [x.cpu().numpy() for x in (tp, fp, tn, fn, precision, recall)]

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        writer.add_pr_curve("curve", labels, scores, 0, num_thresholds=5)  # <-
        writer.add_pr_curve_raw("raw", *counts, 0, num_thresholds=5)
    log = EventAccumulator(log_dir).Reload()

tensors = [log.Tensors(tag)[0].tensor_proto for tag in ("curve", "raw")]
curve, raw = map(make_ndarray, tensors)
print(curve[4:].round(2))  # precision, recall
#> [[0.5  0.67 0.5  0.5  0.  ]
#>  [1.   1.   0.5  0.5  0.  ]]
print(np.allclose(curve, raw))
#> True
