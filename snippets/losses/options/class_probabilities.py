r"""class probabilities as target: a distribution instead of an index.

`CrossEntropyLoss` takes a float target of the input's shape as probabilities: for mixed
images, soft labels and distillation. Without class weights, a one-hot row gives the
loss of the index, if all logits are finite: one of `-inf` makes it NaN. Integer one-hot
rows are refused, and so is an `ignore_index` of 0 or more.

Attributes: Shapes
    logits: (N, C) float32
    probs: (N, C) float32, each row sums to 1
    loss: () float32

Raises:
    RuntimeError: `nn.CrossEntropyLoss()(logits, F.one_hot(index, 3))` Expected floating
        point type for target with class probabilities, got Long

Asked as:
    labels are already one-hot, use them in CrossEntropyLoss; soft labels;
    categorical_crossentropy with one-hot vectors;
    tf.nn.softmax_cross_entropy_with_logits; timm SoftTargetCrossEntropy; cross entropy
    with mixup labels; several annotators disagree; fuzzy or uncertain labels; cross
    entropy of two vectors of probabilities; integer one_hot is refused, convert to
    float; soft targets, 0.7 cat and 0.3 dog; target as a vector of probabilities; cross
    entropy with a distribution as label; targets are probabilities, not class numbers;
    one-hot float targets; train on predicted probabilities of another model; give
    CrossEntropyLoss a one-hot matrix; loss for label mixtures from MixUp and CutMix
"""

import torch
import torch.nn.functional as F
from torch import nn

logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 0.2, 0.3]])
index = torch.tensor([0, 2])

print(nn.CrossEntropyLoss()(logits, index))
#> tensor(0.6216)
print(nn.CrossEntropyLoss()(logits, F.one_hot(index, 3).float()))
#> tensor(0.6216)

probs = torch.tensor([[0.7, 0.3, 0.0], [0.0, 0.5, 0.5]])
loss = nn.CrossEntropyLoss()(logits, probs)  # <-
print(loss)
#> tensor(0.8716)
