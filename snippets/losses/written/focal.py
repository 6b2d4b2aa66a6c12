r"""Focal loss: samples that are easy count less.

The cross-entropy of each sample times $(1 - p)^\gamma$, with p the probability of the
right class; `gamma=0` is the cross-entropy. Take p before class weights: `exp` of a
weighted loss is no probability. With gamma between 0 and 1 the gradient of a sample
whose p is 1 is NaN. For yes or no, as in detection, see
[`sigmoid_focal_loss`](#sigmoid_focal).

$$\ell = -\frac{1}{N} \sum_n (1 - p_n)^\gamma \log p_n$$

Attributes: Shapes
    logits: (N, C) float32
    target: (N,) int64, class index in [0, C)
    loss: () float32

Asked as:
    focal loss for multi-class classification; FocalLoss(gamma=2); Lin et al. RetinaNet
    loss; down-weight easy examples; loss for imbalanced classes that focuses on hard
    samples; focal loss from cross entropy, pt = torch.exp(-ce); (1 - pt) ** gamma;
    CategoricalFocalCrossentropy; softmax focal loss; what does gamma do in the focal
    loss; focal loss gives nan; easy negatives dominate the loss; monai FocalLoss; weigh
    well classified examples less
"""

import torch
import torch.nn.functional as F


def focal(logits, target, gamma=2.0, weight=None):
    each = F.cross_entropy(logits, target, reduction="none")
    easy = torch.exp(-each)  # the probability of the right class
    if weight is not None:
        each = weight[target] * each
    return ((1 - easy) ** gamma * each).mean()  # <-


logits = torch.tensor([[4.0, 0.0], [0.0, 1.0]])  # sure and right, unsure and wrong
target = torch.tensor([0, 0])

loss = focal(logits, target)
print(loss)
#> tensor(0.3509)
print(focal(logits, target, gamma=0), F.cross_entropy(logits, target))
#> tensor(0.6657) tensor(0.6657)
print(focal(logits[:1], target[:1]) / F.cross_entropy(logits[:1], target[:1]))
#> tensor(0.0003)
