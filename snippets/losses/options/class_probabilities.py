r"""class probabilities as target: a distribution instead of an index.

`CrossEntropyLoss` takes a float target of the input's shape as probabilities: for mixed
images, soft labels and distillation. A one-hot row gives the same loss as the index.
Integer one-hot rows are refused.

Attributes: Shapes
    logits: (N, C) float32
    probs: (N, C) float32, each row sums to 1
    loss: () float32

Raises:
    RuntimeError: `nn.CrossEntropyLoss()(logits, F.one_hot(index, 3))` Expected floating
        point type for target with class probabilities, got Long
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
loss = nn.CrossEntropyLoss()(logits, probs)
print(loss)
#> tensor(0.8716)
