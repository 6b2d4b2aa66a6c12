r"""not implemented for 'Long': an operation on floats got integers.

The operation has no version for integers ("Long" is int64, "Int" int32, "Char" int8,
"Byte" uint8) or for "Bool". The word in quotes names the inner function, often with the
name of the operation in it. Usual causes: a tensor made from integers,
`torch.tensor([1, 2])`; labels first in `cross_entropy`; bytes of a picture. Older
versions raise RuntimeError, which is above NotImplementedError, so `except
RuntimeError` catches both.

Raises:
    NotImplementedError: `scores.softmax(-1)`
        "softmax_lastdim_kernel_impl" not implemented for 'Long'
    NotImplementedError: `F.mse_loss(scores, scores)`
        "mse_cpu" not implemented for 'Long'

Also worded:
    RuntimeError: "log_softmax_lastdim_kernel_impl" not implemented for 'Long'
    RuntimeError: "softmax_kernel_impl" not implemented for 'Long'
    RuntimeError: "host_softmax" not implemented for 'Long'
    RuntimeError: "nll_loss_out_frame" not implemented for 'Long'
    RuntimeError: "normal_kernel_cpu" not implemented for 'Long'
    RuntimeError: "check_uniform_bounds" not implemented for 'Long'
    RuntimeError: "upsample_bilinear2d_channels_last" not implemented for 'Long'
    RuntimeError: "addmm_impl_cpu_" not implemented for 'Bool'

Asked as:
    interpolate an integer mask; kernel missing for int64; argmax passed to the loss
    instead of the logits; matrix product of two bool tensors; average pooling of a byte
    image; cross_entropy arguments swapped, labels first
"""

import torch
import torch.nn.functional as F

scores = torch.tensor([1, 2, 3])  # int64: no decimal point
try:
    scores.softmax(-1)
except NotImplementedError as error:
    print(error)
    #> "softmax_lastdim_kernel_impl" not implemented for 'Long'

# A tensor from integers: a decimal point, or float().
print(scores.float().softmax(-1))  # <-
#> tensor([0.0900, 0.2447, 0.6652])

# A loss: logits first, not labels, nor their argmax.
logits, target = torch.zeros(2, 3), torch.tensor([0, 2])
print(F.cross_entropy(logits, target))
#> tensor(1.0986)

# A mask of classes, resized: as float, with the nearest pixel, and back.
mask = torch.tensor([[[[0, 7]]]])
print(F.interpolate(mask.float(), size=(1, 4)).long())
#> tensor([[[[0, 0, 7, 7]]]])

# Random integers have a function of their own.
print(torch.randint(0, 10, (3,)).dtype)
#> torch.int64
