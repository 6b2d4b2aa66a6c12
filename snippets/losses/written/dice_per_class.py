r"""Dice of several classes: one overlap a class, then their mean.

The target of class numbers becomes one plane a class; sums run over the batch and its
pixels. Each class counts the same, however few its pixels are. A class that is absent
and not predicted has a score near 1 with `smooth`, and 0 or NaN without. Leave the
background out with `score[1:]`. Take `.float()` of float16, where the sums overflow.
Class numbers such as 255 for unlabelled pixels are refused.

$$\ell = 1 - \frac{1}{C} \sum_c \frac{2 \sum_i p_{c,i} [y_i = c] + s}{\sum_i p_{c,i} +
\sum_i [y_i = c] + s}$$

Attributes: Shapes
    logits: (N, C, H, W) float32
    target: (N, H, W) int64, a class for each pixel
    score: (C,) float32, one overlap a class
    loss: () float32

Raises:
    RuntimeError: `F.one_hot(torch.tensor([255]), 3)` Class values must be smaller than
        num_classes.

Asked as:
    multiclass dice loss; generalized dice; dice score per class; GDL; dice loss with
    softmax and one-hot masks; segmentation of several organs; average dice over
    classes; dice without the background class; include_background=False; multi-class
    mask to planes; mean dice coefficient; per class overlap as a training loss; dice
    loss for a mask with more than two classes; overlap score of each class averaged
"""

import torch
import torch.nn.functional as F


def dice_scores(logits, target, smooth=1.0):
    prob = logits.softmax(dim=1)
    planes = F.one_hot(target, logits.shape[1]).movedim(-1, 1)  # (N, C, H, W)
    overlap = (prob * planes).sum(dim=(0, 2, 3))
    total = (prob + planes).sum(dim=(0, 2, 3))
    return (2 * overlap + smooth) / (total + smooth)  # (C,)


target = torch.tensor([[[0, 0, 0], [0, 1, 1]]])  # (1, 2, 3): no pixel of class 2
logits = torch.full((1, 3, 2, 3), -20.0)
logits[0, 0] = 20.0  # everything is background

score = dice_scores(logits, target)
loss = 1 - score.mean()  # <-
print(score, loss)
#> tensor([0.8182, 0.3333, 1.0000]) tensor(0.2828)
