r"""Rare pixels: a weight for each class, and pixels that do not count.

Count the pixels of the training masks once. With these weights a class counts as much
as any other that is there, however few its pixels are. The weighted mean divides by the
weights of the pixels, not by their number. A batch in which no pixel counts gives NaN.

$$w_c = \frac{\sum_j n_j}{C \, n_c}, \qquad
\ell = \frac{\sum_i w_{y_i} \, \ell_i}{\sum_i w_{y_i}}$$

Attributes: Shapes
    target: (1, 2, 5) int64, 255 has no label
    logits: (1, 3, 2, 5) float32
    weight: (3,) float32

Asked as:
    class imbalance in segmentation; class weights for pixels; background dominates the
    loss; model predicts only background; weight of CrossEntropyLoss from pixel counts;
    inverse frequency weights; median frequency balancing; small objects are never
    predicted; ignore_index and weight together; all pixels are background; unbalanced
    masks; weights for Cityscapes classes; compute_class_weight balanced for masks; nan
    loss when all pixels are ignored; everything is marked as background; objects are
    tiny and the network finds none of their pixels
"""

import torch
import torch.nn.functional as F

target = torch.tensor([[[0, 0, 0, 0, 1], [0, 0, 2, 1, 255]]])
counts = torch.bincount(target[target != 255], minlength=3)
weight = counts.sum() / (len(counts) * counts.clamp(min=1))
print(counts, weight)
#> tensor([6, 2, 1]) tensor([0.5000, 1.5000, 3.0000])

logits = torch.zeros(1, 3, 2, 5)
logits[:, 0] = 2.0  # says background everywhere
plain = F.cross_entropy(logits, target, ignore_index=255)
loss = F.cross_entropy(logits, target, weight=weight, ignore_index=255)  # <-
print(plain, loss)
#> tensor(0.9062) tensor(1.5729)

each = F.cross_entropy(logits, target, weight, ignore_index=255, reduction="none")
print([f"{each[target == c].sum():.2f}" for c in range(3)], each[0, 1, 4])
#> ['0.72', '6.72', '6.72'] tensor(0.)
