r"""Found dtype Long but expected Float: a binary target of integers.

The binary losses compute with the target, so it is float, as the prediction is; labels
of integers or bools are not. `BCELoss` says this, `BCEWithLogitsLoss` "result type
Float can't be cast to the desired output type Long", or, for bools, that subtraction of
two bool tensors is not supported. "Double" is float64, as NumPy makes it. `HuberLoss`
says it in `backward`, as `MSELoss` did in older versions. Make the target float, in the
shape of the prediction.

Raises:
    RuntimeError: `F.binary_cross_entropy(prob, target)`
        Found dtype Long but expected Float
    RuntimeError: `F.binary_cross_entropy_with_logits(logits, target)`
        result type Float can't be cast to the desired output type Long

Also worded:
    NotImplementedError: Subtraction, the `-` operator, with two bool tensors is not
      supported.
    RuntimeError: Found dtype Double but expected Float
    RuntimeError: Found dtype Float but expected Double
    RuntimeError: Found dtype Bool but expected Float
    RuntimeError: Found dtype Int but expected Float
    RuntimeError: Found dtype Byte but expected Float
    RuntimeError: expected scalar type Float but found Long
    RuntimeError: Expected object of scalar type Float but got scalar type Long for
      argument #2 'target' in call to _thnn_binary_cross_entropy_forward
    RuntimeError: Expected object of scalar type Float but got scalar type Double for
      argument #2 'target'

Asked as:
    bool mask as target of a binary loss; yes/no labels as LongTensor; loss.backward
    says Found dtype Double but expected Float; multilabel target of integers;
    CrossEntropyLoss worked with these labels, BCELoss does not; float target for the
    discriminator
"""

import numpy as np
import torch
import torch.nn.functional as F

logits, target = torch.tensor([-1.0, 1.0]), torch.tensor([0, 1])
prob = logits.sigmoid()
try:
    F.binary_cross_entropy(prob, target)
except RuntimeError as error:
    print(error)
    #> Found dtype Long but expected Float

# Labels of integers, or a mask of bools: to float.
print(F.binary_cross_entropy(prob, target.float()))  # <-
#> tensor(0.3133)
print(F.binary_cross_entropy_with_logits(logits, target.float()))
#> tensor(0.3133)
print(F.binary_cross_entropy_with_logits(logits, (target > 0).float()))
#> tensor(0.3133)

# Labels from NumPy or pandas: float64 becomes float32.
labels = torch.from_numpy(np.array([0.0, 1.0]))
print(F.binary_cross_entropy(prob, labels.to(prob.dtype)))
#> tensor(0.3133)
