r"""pytorch_lightning.metrics: torchmetrics, and a task.

The module is gone; `torchmetrics` has its classes, some renamed: `F1` is `F1Score`,
`IoU` is `JaccardIndex`, `PSNR` is `PeakSignalNoiseRatio`. `Accuracy()` wants `task=`
there, and the number of classes with it. See
[torchmetrics](../evaluation/index.md#torchmetrics_library).

Raises:
    ModuleNotFoundError: `__import__('pytorch_lightning.metrics')` No module named
        'pytorch_lightning.metrics'
    TypeError: `torchmetrics.Accuracy()` missing 1 required positional argument: 'task'

Asked as:
    import pytorch_lightning.metrics; pl.metrics.Accuracy(); No module named
    'pytorch_lightning.metrics'; Accuracy.__new__() missing 1 required positional
    argument: 'task'; torchmetrics.Accuracy() without task;
    pytorch_lightning.metrics.functional accuracy; F1() of old Lightning
"""

import torch
import torchmetrics

accuracy = torchmetrics.Accuracy(task="multiclass", num_classes=3)  # <-
predicted, target = torch.tensor([0, 1, 2, 2]), torch.tensor([0, 1, 1, 2])
print(accuracy(predicted, target))
#> tensor(0.7500)
print((predicted == target).float().mean())
#> tensor(0.7500)
