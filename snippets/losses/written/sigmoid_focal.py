r"""sigmoid_focal_loss: focal loss for yes or no, as in detectors.

From raw logits, with a target of the same shape. `alpha` weighs the positives and `1 -
alpha` the negatives: the default 0.25 takes three quarters of the positives' loss away;
a negative alpha weighs nothing. The default `reduction="none"` returns a loss an
element. Divide the sum by the number of positives, as detectors do.

$$\ell_n = -\alpha y_n (1 - p_n)^\gamma \log p_n - (1 - \alpha) (1 - y_n) p_n^\gamma
\log (1 - p_n), \quad p_n = \sigma(x_n)$$

Attributes: Shapes
    logit: (N,) float32, unbounded scores
    target: (N,) float32, in [0, 1]
    each: (N,) float32, one loss an element
    loss: () float32

Raises:
    RuntimeError: `sigmoid_focal_loss(logit, target.long())` result type Float can't be
        cast to the desired output type Long
    ValueError: `sigmoid_focal_loss(logit.unsqueeze(1), target)` Target size
        (torch.Size([3])) must be the same as input size (torch.Size([3, 1]))

Asked as:
    torchvision.ops.sigmoid_focal_loss; binary focal loss; BinaryFocalCrossentropy;
    focal loss for object detection; RetinaNet classification loss; focal loss for
    multi-label; what is alpha in the focal loss; alpha=0.25, gamma=2; imbalanced binary
    segmentation, few foreground pixels; focal loss with logits; most anchors are
    background; BCE focal loss
"""

import torch
import torch.nn.functional as F
from torchvision.ops import sigmoid_focal_loss

logit = torch.tensor([2.0, -1.0, -6.0])
target = torch.tensor([1.0, 1.0, 0.0])

each = sigmoid_focal_loss(logit, target)  # <-
print(each)
#> tensor([4.5089e-04, 1.7547e-01, 1.1352e-08])
loss = each.sum() / target.sum().clamp(min=1)  # over the positives
print(loss)
#> tensor(0.0880)

plain = sigmoid_focal_loss(logit, target, alpha=-1, gamma=0, reduction="mean")
print(plain, F.binary_cross_entropy_with_logits(logit, target))
#> tensor(0.4809) tensor(0.4809)
