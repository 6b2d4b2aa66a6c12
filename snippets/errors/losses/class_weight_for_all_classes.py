r"""weight tensor should be defined either for all: one number a class.

`weight` of `CrossEntropyLoss` or `NLLLoss` has one number a class, (C,), where C is the
number of columns of the logits. Usual causes: weights for the classes that occur in the
data, while the last layer has more outputs; a weight a sample; a row, (1, C). The
weights have the dtype of the logits: with float64, as NumPy and scikit-learn make them,
"expected scalar type Float but found Double". See [class
weights](../losses/options.md#class_weights).

Raises:
    RuntimeError: `F.cross_entropy(logits, target, weight)`
        weight tensor should be defined either for all 3 classes or no classes but got
        weight tensor of shape: [2]
    RuntimeError: `F.cross_entropy(logits, target, torch.ones(3).double())`
        expected scalar type Float but found Double
    TypeError: `nn.CrossEntropyLoss(weight=[1.0, 2.0, 1.0])`
        cannot assign 'list' object to buffer 'weight' (torch Tensor or None required)

Also worded:
    RuntimeError: weight tensor should be defined either for all or no classes
    RuntimeError: weight tensor should be defined either for all 10 classes or no
      classes but got weight tensor of shape: [9]
    RuntimeError: cross_entropy: weight tensor should be defined either for all 3
      classes or no classes but got weight tensor of shape: [2]
    TypeError: cannot assign 'numpy.ndarray' object to buffer 'weight' (torch Tensor or
      None required)
    TypeError: cannot assign 'str' object to buffer 'weight' (torch Tensor or None
      required)

Asked as:
    class weights as a python list; compute_class_weight gives float64 weights; class
    missing in the training set, weights too short; imbalanced classes, weight raises an
    error; CrossEntropyLoss('sum') fails; background class forgotten in the weights
"""

import torch
import torch.nn.functional as F
from torch import nn

logits, target = torch.zeros(4, 3), torch.tensor([0, 0, 0, 1])
count = target.bincount()
weight = 4 / count  # of the classes that occur: two
try:
    F.cross_entropy(logits, target, weight)
except RuntimeError as error:
    print(str(error).split(" but ")[0])
    #> weight tensor should be defined either for all 3 classes or no classes

# A class that does not occur: count it too, and divide by one at least.
count = target.bincount(minlength=logits.shape[1])  # <-
print(count)
#> tensor([3, 1, 0])
print(F.cross_entropy(logits, target, 4 / count.clamp(min=1)))
#> tensor(1.0986)

# Weights of NumPy or a list: a float32 tensor, named.
print(nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 1.0]))(logits, target))
#> tensor(1.0986)

# A weight a sample: multiply the losses, then average.
losses = F.cross_entropy(logits, target, reduction="none")
each = torch.tensor([1.0, 0.0, 0.0, 1.0])
print((losses * each).sum() / each.sum())
#> tensor(1.0986)
