"""torchmetrics: the same numbers, kept over batches and devices.

A metric is a module: call it on each batch, then `compute()`, then `reset()`. It moves
with `.to(device)` and adds up across the processes of a distributed run. For several
classes the default of many metrics is the macro average: look before you compare.

Attributes: Shapes
    logits: (N, C) float32
    target: (N,) int64

Asked as:
    torchmetrics.Accuracy; from torchmetrics import Accuracy, F1Score; torchmetrics or
    sklearn.metrics; torchmetrics accuracy differs from mine; MetricCollection;
    metric.update(preds, target); compute() and reset() a metric after an epoch;
    average="micro" or "macro" in MulticlassAccuracy; pytorch_lightning.metrics;
    built-in metrics like keras.metrics; package with ready-made metrics, nothing to
    code myself; library for F1, AUC and accuracy; prebuilt metric objects; metric
    object that keeps state over batches; several metrics at once, updated on each
    batch; compute several metrics with one object; metrics that live on the GPU and
    work with DDP; sync metrics across multiple GPUs automatically, without all_reduce
"""
# needs: torchmetrics

import torch
from torchmetrics import MetricCollection
from torchmetrics.classification import MulticlassAccuracy, MulticlassF1Score

torch.manual_seed(0)
logits, target = torch.randn(100, 3), torch.randint(3, (100,))
metrics = MetricCollection(
    {
        "accuracy": MulticlassAccuracy(3, average="micro"),
        "per class": MulticlassAccuracy(3, average="none"),
        "F1": MulticlassF1Score(3, average="macro"),
    }
).to(logits.device)

for x, y in zip(logits.split(32), target.split(32), strict=True):
    metrics.update(x, y)  # <-
found = metrics.compute()
metrics.reset()
print(sorted(found))
#> ['F1', 'accuracy', 'per class']

right = logits.argmax(1) == target
print(torch.allclose(found["accuracy"], right.float().mean()))
#> True
print(found["per class"].shape)
#> torch.Size([3])
