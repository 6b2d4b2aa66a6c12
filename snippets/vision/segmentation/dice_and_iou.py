r"""Dice and IoU of classes: over all batches, from one table.

Add up the table of true and predicted classes and divide at the end: the mean over
batches is another number. Dice is the F1 score of the pixels; it is never below the
[IoU](../evaluation/index.md#mean_iou). A class that neither table side has is NaN:
`nanmean` leaves it out. Pixels that are right say little where most are background.

$$\text{dice}_c = \frac{2 M_{cc}}{\sum_j M_{cj} + \sum_i M_{ic}} = \frac{2 \,
\text{IoU}_c}{1 + \text{IoU}_c}$$

Attributes: Shapes
    table: (3, 3) int64, row true, column predicted
    iou: (3,) float32
    dice: (3,) float32

Asked as:
    dice score; dice coefficient per class; dice and IoU together; pixel accuracy or
    IoU; pixel accuracy is high but the masks are bad; F1 score of pixels; convert IoU
    to dice; accumulate IoU over batches; validation metric of a segmentation model;
    evaluate masks over a DataLoader; torchmetrics dice score by hand; is dice higher
    than IoU; confusion matrix of pixels; monai DiceMetric; mean dice over a validation
    set
"""

import torch

C = 3
table = torch.zeros(C, C, dtype=torch.int64)
batches = [
    (torch.tensor([[0, 0, 0, 0, 1, 1]]), torch.tensor([[0, 0, 0, 0, 0, 1]])),
    (torch.tensor([[0, 0, 0, 0, 0, 2]]), torch.tensor([[0, 0, 0, 0, 0, 2]])),
]
for target, predicted in batches:
    pairs = C * target.flatten() + predicted.flatten()
    table += torch.bincount(pairs, minlength=C * C).view(C, C)  # <-

right = table.diagonal()
true, found = table.sum(dim=1), table.sum(dim=0)
iou = right / (true + found - right)
dice = 2 * right / (true + found)
print(iou, dice)
#> tensor([0.9000, 0.5000, 1.0000]) tensor([0.9474, 0.6667, 1.0000])
print(f"pixels {right.sum() / table.sum():.3f}, IoU {iou.nanmean():.3f}")
#> pixels 0.917, IoU 0.800
