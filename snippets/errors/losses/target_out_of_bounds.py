r"""Target is out of bounds: a label is not in [0, C).

A label names a class for which the logits have no column: C columns take the labels 0
to C - 1. Usual causes: labels that start at 1; a last layer with too few outputs, often
1 for two classes; -1 or 255 for "no label" without `ignore_index`; a mask of grey
values, 0 and 255. On a GPU it is an assertion, and the line in the traceback may be a
later one: [device-side assert](devices.md#device_side_assert).

Raises:
    IndexError: `F.cross_entropy(logits, torch.tensor([0, 3]))`
        Target 3 is out of bounds.
    RuntimeError: `F.one_hot(torch.tensor([0, 3]), 3)`
        Class values must be smaller than num_classes.

Also worded:
    IndexError: Target 10 is out of bounds.
    IndexError: Target -1 is out of bounds.
    RuntimeError: Assertion `cur_target >= 0 && cur_target < n_classes' failed.
    RuntimeError: Assertion `t >= 0 && t < n_classes` failed.
    ClassNLLCriterion.cu: Assertion `t >= 0 && t < n_classes` failed.
    SpatialClassNLLCriterion.cu: Assertion `t >= 0 && t < n_classes` failed.
    nll_loss_forward_reduce_cuda_kernel_2d: Assertion `t >= 0 && t < n_classes` failed.
    RuntimeError: target out of range
    RuntimeError: Class values must be non-negative.

Asked as:
    labels start at 1 in my csv; two classes, but the last layer has one output;
    unlabeled pixels are 255; cross entropy index out of bounds; class ids are not
    consecutive; works on the CPU with IndexError, asserts on the GPU
"""

import torch
import torch.nn.functional as F

logits = torch.zeros(2, 3)  # three classes: 0, 1, 2
target = torch.tensor([1, 3])
try:
    F.cross_entropy(logits, target)
except IndexError as error:
    print(error)
    #> Target 3 is out of bounds.
print(target.min().item(), target.max().item(), logits.shape[1])
#> 1 3 3

# Labels from 1 to C: subtract one.
print(F.cross_entropy(logits, target - 1))  # <-
#> tensor(1.0986)

# Labels with gaps: number those that occur.
classes, target = torch.tensor([40, 7, 7, 99]).unique(return_inverse=True)
print(classes, target)
#> tensor([ 7, 40, 99]) tensor([1, 0, 0, 2])

# A label that means "none": leave it out of the loss.
target = torch.tensor([1, 255])
print(F.cross_entropy(logits, target, ignore_index=255))
#> tensor(1.0986)

# A mask of 0 and 255: to classes 0 and 1.
mask = torch.tensor([[[0, 255], [255, 255]]])
print(F.cross_entropy(torch.zeros(1, 2, 2, 2), (mask > 0).long()))
#> tensor(0.6931)
