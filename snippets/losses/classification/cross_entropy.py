r"""CrossEntropyLoss: one class per sample, from raw logits.

The loss for a classifier with C exclusive classes. It applies log-softmax itself: pass
logits, never probabilities. The target is the class index, or a float row of
[class probabilities](options.md#class_probabilities).

$$\ell = -\frac{1}{N} \sum_n \log \frac{e^{x_{n, y_n}}}{\sum_c e^{x_{n, c}}}$$

Attributes: Shapes
    logits: (N, C) float32, unnormalised scores
    target: (N,) int64, class index in [0, C)
    loss: () float32

Raises:
    IndexError: `nn.CrossEntropyLoss()(logits, torch.tensor([0, 3]))` Target 3 is out
        of bounds.
    RuntimeError: `nn.CrossEntropyLoss()(logits, target.float())` expected target dtype
        to be Long or Byte, but got Float
    RuntimeError: `nn.CrossEntropyLoss()(logits, target.unsqueeze(1))` 0D or 1D target
        tensor expected, multi-target not supported

Before: 2.12
    RuntimeError: `nn.CrossEntropyLoss()(logits, target.float())` expected scalar
        type Long but found Float

Asked as:
    F.cross_entropy(output, label); categorical crossentropy;
    SparseCategoricalCrossentropy(from_logits=True);
    tf.nn.sparse_softmax_cross_entropy_with_logits; sklearn log_loss; loss for
    multiclass classification; which loss for a classifier with ten classes, handwritten
    digits; softmax and log-likelihood in a single function; one-hot encode the labels
    before the loss, or integers; expected scalar type Long but found Float for labels;
    multi-target not supported at ClassNLLCriterion; Assertion t >= 0 && t < n_classes
    failed; class labels start at 1 instead of 0; which shape and dtype should the
    labels of a classifier have; standard loss for image classification; recognise cats,
    dogs and birds, which loss; loss to put things into one of several categories;
    softmax loss for several classes; do labels have to be one-hot as in Keras; cross
    entropy; classification loss; segmentation loss, a class for every pixel; which loss
    should I use; difference between MSE and cross entropy
"""

import torch
from torch import nn

logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 0.2, 0.3]])  # (2, 3)
target = torch.tensor([0, 2])

loss_fn = nn.CrossEntropyLoss()  # <-
loss = loss_fn(logits, target)
print(loss)
#> tensor(0.6216)

# The same by hand: minus the log-probability of the right class, averaged.
log_probs = torch.log_softmax(logits, dim=1)  # (2, 3)
print(-log_probs[torch.arange(2), target].mean())
#> tensor(0.6216)
