r"""Dice loss: how little two masks overlap.

For binary segmentation with few foreground pixels. It is soft: probabilities in place
of 0 and 1. `smooth` decides about empty masks: with 0 an empty target costs 1, without
a gradient, or NaN where all probabilities round to 0. In float16 sums over large masks
overflow to NaN: `.float()` first. Often it is added to the pixels' cross-entropy.

$$\ell = 1 - \frac{1}{N} \sum_n \frac{2 \sum_i p_{n,i} y_{n,i} + s}{\sum_i p_{n,i} +
\sum_i y_{n,i} + s}$$

Attributes: Shapes
    logits: (N, H, W) float32
    target: (N, H, W) float32, 0 or 1
    loss: () float32

Asked as:
    soft dice; dice coefficient as a loss; F1 loss; Sorensen-Dice; monai DiceLoss;
    smp.losses.DiceLoss; loss for medical image segmentation; binary mask with very few
    foreground pixels; dice + bce loss; smooth=1 in the dice loss; dice loss does not
    decrease; dice of an empty mask; 2 * intersection / (pred + target); overlap loss of
    segmentation; Jaccard or dice loss; tversky loss; loss for the overlap of a
    predicted mask with the true mask
"""

import torch
import torch.nn.functional as F


def dice_loss(logits, target, smooth=1.0):
    prob, target = logits.sigmoid().flatten(1), target.flatten(1)
    overlap = (prob * target).sum(dim=1)
    total = prob.sum(dim=1) + target.sum(dim=1)
    return (1 - (2 * overlap + smooth) / (total + smooth)).mean()  # <-


target = torch.tensor([[[1.0, 1.0], [0.0, 0.0]]])  # (1, 2, 2)
logits = torch.tensor([[[9.0, -9.0], [-9.0, -9.0]]])  # one of the two pixels

loss = dice_loss(logits, target)
print(loss, f"{dice_loss(18 * target - 9, target):.3f}")
#> tensor(0.2500) 0.000
both = loss + F.binary_cross_entropy_with_logits(logits, target)

empty = torch.zeros(1, 2, 2)
print(dice_loss(empty - 9, empty), dice_loss(empty - 9, empty, smooth=0))
#> tensor(0.0005) tensor(1.)
