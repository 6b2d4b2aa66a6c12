r"""expected target dtype to be Long or Byte: labels that are not int64.

Class labels are indices, so `CrossEntropyLoss` and `NLLLoss` take them as int64
("Long"); uint8 ("Byte") is taken for labels (N,), not for masks (N, H, W). Usual
causes: `torch.Tensor(labels)`, which makes float32; a column of pandas or NumPy,
float64 or int32; a mask read from a picture; labels made float for another loss. For a
target of 0.0 and 1.0 with one output, the loss is
[`BCEWithLogitsLoss`](../losses/classification.md#bce_with_logits).

Raises:
    RuntimeError: `F.cross_entropy(logits, floats)`
        expected target dtype to be Long or Byte, but got Float
    RuntimeError: `F.multi_margin_loss(logits, floats)`
        expected scalar type Long but found Float

Before: 2.12
    RuntimeError: `F.cross_entropy(logits, floats)` expected scalar type Long but
        found Float
    prints: `print(error)` expected scalar type Long but found Float

Also worded:
    RuntimeError: expected target dtype to be Long or Byte, but got Int
    RuntimeError: expected target dtype to be Long or Byte, but got Double
    RuntimeError: expected scalar type Long but found Byte
    RuntimeError: expected scalar type Long but found Int
    RuntimeError: Expected object of scalar type Long but got scalar type Float for
      argument #2 'target' in call to _thnn_nll_loss_forward
    RuntimeError: Expected object of type torch.LongTensor but found type
      torch.FloatTensor for argument #2 'target'
    RuntimeError: "nll_loss_forward_reduce_cuda_kernel_2d_index" not implemented for
      'Int'
    TypeError: cross_entropy_loss(): argument 'target' (position 2) must be Tensor, not
      list

Asked as:
    int32 labels from numpy; pandas column of labels as target; labels as a python list
    in the loss; segmentation mask is float; y_train is float64 and the loss wants long;
    cross entropy wants Long labels
"""

import numpy as np
import torch
import torch.nn.functional as F

logits = torch.zeros(2, 3)
floats = torch.Tensor([0, 2])  # capital T: float32
try:
    F.cross_entropy(logits, floats)
except RuntimeError as error:
    print(error)
    #> expected target dtype to be Long or Byte, but got Float

# A list of labels: `tensor` with a small t keeps integers.
target = torch.tensor([0, 2])
print(F.cross_entropy(logits, target))
#> tensor(1.0986)

# int32 or float64 from NumPy or pandas.
labels = np.array([0, 2], dtype=np.int32)
print(F.cross_entropy(logits, torch.from_numpy(labels).long()))  # <-
#> tensor(1.0986)

# A mask of uint8, (N, H, W).
mask = torch.zeros(2, 4, 4, dtype=torch.uint8)
print(F.cross_entropy(torch.zeros(2, 3, 4, 4), mask.long()))
#> tensor(1.0986)

# One output, yes or no: another loss, and a target of floats.
target = torch.tensor([[0.0], [1.0]])
print(F.binary_cross_entropy_with_logits(torch.zeros(2, 1), target))
#> tensor(0.6931)
