r"""0D or 1D target tensor expected, multi-target not supported: a column.

For logits (N, C) the target is one class index a sample, (N,). Usual causes: labels as
a column, (N, 1), from a DataFrame or a `Dataset` that returns `tensor([label])`; a
one-hot target whose length is not C; several labels a sample, which is a task for
`BCEWithLogitsLoss`. A one-hot row of integers with C columns has a message of its own,
"Expected floating point type for target with class probabilities".

Raises:
    RuntimeError: `F.cross_entropy(logits, target)`
        0D or 1D target tensor expected, multi-target not supported
    RuntimeError: `F.cross_entropy(logits, one_hot)`
        Expected floating point type for target with class probabilities, got Long

Also worded:
    RuntimeError: 1D target tensor expected, multi-target not supported
    RuntimeError: multi-target not supported at
      /pytorch/aten/src/THNN/generic/ClassNLLCriterion.c:22
    RuntimeError: multi-target not supported at
      /pytorch/aten/src/THCUNN/generic/ClassNLLCriterion.cu:15
    RuntimeError: Expected floating point type for target with class probabilities, got
      Int
    ValueError: For 1D input, 1D target must have size 1, but got target size: 2

Asked as:
    one-hot labels in CrossEntropyLoss; several labels per sample with cross entropy;
    dataset returns the label inside a list; integer one-hot rows as target; multilabel
    target with the wrong loss; to_categorical labels in PyTorch
"""

import torch
import torch.nn.functional as F

logits = torch.zeros(2, 3)
target = torch.tensor([[0], [2]])  # (2, 1)
try:
    F.cross_entropy(logits, target)
except RuntimeError as error:
    print(error)
    #> 0D or 1D target tensor expected, multi-target not supported

# A column: drop its dimension, by its number.
print(F.cross_entropy(logits, target.squeeze(1)))  # <-
#> tensor(1.0986)

# One-hot rows: the index of the one; or as probabilities, in float.
one_hot = F.one_hot(torch.tensor([0, 2]), 3)
print(F.cross_entropy(logits, one_hot.argmax(1)))
#> tensor(1.0986)
print(F.cross_entropy(logits, one_hot.float()))
#> tensor(1.0986)

# Several labels a sample: yes or no for each.
labels = torch.tensor([[1.0, 0.0, 1.0], [0.0, 0.0, 1.0]])
print(F.binary_cross_entropy_with_logits(logits, labels))
#> tensor(0.6931)
