r"""device-side assert triggered: an index is out of range on the GPU.

Most often a label of a classification loss is not in [0, C), or an index of an
embedding or of `gather` is too large; also an input of `BCELoss` outside 0 to 1. A GPU
works behind Python: the line in the traceback may be a later one, and nothing more runs
on the GPU in this process. Run the same batch on the CPU, where the message names the
cause; or start with `CUDA_LAUNCH_BLOCKING=1`, which makes the traceback right. Then
restart the notebook.

Raises:
    IndexError: `F.cross_entropy(logits, target)` Target 3 is out of bounds.

Also worded:
    RuntimeError: CUDA error: device-side assert triggered
    torch.AcceleratorError: CUDA error: device-side assert triggered
    RuntimeError: CUDA error: device-side assert triggered. CUDA kernel errors might be
      asynchronously reported at some other API call, so the stacktrace below might be
      incorrect. For debugging consider passing CUDA_LAUNCH_BLOCKING=1.
    Assertion `srcIndex < srcSelectDimSize` failed.
    Assertion `t >= 0 && t < n_classes` failed.

Asked as:
    index assertion in a CUDA kernel; error shows up at a later line on the GPU;
    CUDA_LAUNCH_BLOCKING=1; CUBLAS_STATUS_ALLOC_FAILED after
    wrong labels; labels above the number of classes crash the GPU; num_classes too
    small for the labels
"""

import torch
import torch.nn.functional as F

logits = torch.zeros(2, 3, device="cpu")  # the CPU tells which index it is
target = torch.tensor([1, 3], device="cpu")
try:
    F.cross_entropy(logits, target)
except IndexError as error:
    print(error)
    #> Target 3 is out of bounds.

# Check the labels once, before training; -100, the `ignore_index`, is allowed.
classes, labels = logits.shape[1], target[target != -100]
print(labels.min().item() >= 0, labels.max().item() < classes)  # <-
#> True False

# Labels from 1 to C: subtract one.
print(F.cross_entropy(logits, target - 1))
#> tensor(1.0986)
