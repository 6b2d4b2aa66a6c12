r"""BCELoss: yes or no, from probabilities.

The input has been through a sigmoid. Prefer `BCEWithLogitsLoss`, which takes the logit
and stays exact where a float32 sigmoid rounds to 0 or 1. The target is a float of the
input's shape. Logarithms are clamped at -100, so a wrong 0 or 1 costs 100, not `inf`.

$$\ell = -\frac{1}{N} \sum_n \left( y_n \log x_n + (1 - y_n) \log (1 - x_n) \right)$$

Attributes: Shapes
    prob: (N,) float32, in [0, 1]
    target: (N,) float32, in [0, 1]
    loss: () float32

Raises:
    RuntimeError: `loss_fn(prob + 1, target)` all elements of input should be between 0
        and 1
    RuntimeError: `loss_fn(prob, target.long())` Found dtype Long but expected Float
    ValueError: `loss_fn(prob.unsqueeze(1), target)` Using a target size
        (torch.Size([3])) that is different to the input size (torch.Size([3, 1])) is
        deprecated.

Asked as:
    F.binary_cross_entropy; loss of a model that ends in a sigmoid with a single output;
    BinaryCrossentropy(from_logits=False); Lua Torch BCECriterion; reconstruction loss
    of a VAE with pixels between 0 and 1; binary loss of exactly 100; Assertion
    input_val >= zero && input_val <= one failed; log of zero in a binary loss; input of
    BCELoss outside the range 0 to 1; log loss of predicted probabilities; loss after a
    sigmoid layer; binary_crossentropy, from_logits=False; CUDA assert in BCELoss;
    BCELoss wants float labels, found dtype Long; sigmoid first and then BCE; the model
    already outputs probabilities of yes; real or fake, GAN; discriminator loss of a GAN
    with a sigmoid; binary cross entropy
"""

import torch
import torch.nn.functional as F
from torch import nn

prob = torch.tensor([0.9, 0.5, 0.2])
target = torch.tensor([1.0, 1.0, 0.0])

loss_fn = nn.BCELoss()  # <-
loss = loss_fn(prob, target)  # mean of -log 0.9, -log 0.5, -log 0.8
print(loss)
#> tensor(0.3406)
print(loss_fn(torch.tensor([0.0]), torch.tensor([1.0])))  # clamped
#> tensor(100.)
print(F.binary_cross_entropy(prob, target))
#> tensor(0.3406)
