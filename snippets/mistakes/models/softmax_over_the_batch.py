r"""softmax over the wrong dimension: samples compete.

`dim` is the dimension that sums to 1. With `dim=0` on (N, C), each class is shared out
among the samples: a probability depends on who else is in the batch, the most likely
class may change, and for a batch of one all are 1. Nothing is raised, for shape and
range are right. Use the dimension of the classes, -1 for (N, C) and 1 for (N, C, H, W),
and check the sum: [softmax](../activations/softmax.md#softmax_layer).

Attributes: Shapes
    logits: (N, C) float32

Asked as:
    softmax(dim=0) on a batch; every probability is 1 for a single sample; columns sum
    to 1 instead of rows; probability of a sample changes with the batch; nn.Softmax(0)
    in a model; attention weights sum to one over the wrong axis; argmax after softmax
    differs from argmax of the logits; dim=0 or dim=1 for softmax of logits; class
    probabilities depend on the other images; wrong axis of softmax; softmax over the
    batch dimension; batch of one gives all ones
"""

import torch

logits = torch.tensor([[1.0, 3.0], [1.0, 9.0]])  # (2, 2): both are class 1

# Wrong: columns sum to 1.
probs = logits.softmax(dim=0)
print(probs.argmax(dim=1), probs.sum(dim=1))
#> tensor([0, 1]) tensor([0.5025, 1.4975])
print(logits[:1].softmax(dim=0))  # the first sample alone
#> tensor([[1., 1.]])

# Right: rows sum to 1.
probs = logits.softmax(dim=1)
print(probs.argmax(dim=1), probs.sum(dim=1))
#> tensor([1, 1]) tensor([1.0000, 1.0000])
print(logits[:1].softmax(dim=1))  # <-
#> tensor([[0.1192, 0.8808]])
