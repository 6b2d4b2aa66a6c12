"""One class against the ground: one channel of logits, and a sigmoid.

The target is float, 0 or 1, and has the channel too. `pos_weight` multiplies the loss
of the pixels inside: count them over all masks, as none in a batch makes it infinite
and the loss NaN. A probability above 0.5 is a logit above 0: for the mask no
sigmoid is needed.

Attributes: Shapes
    logits: (N, 1, H, W) float32
    target: (N, 1, H, W) float32, 0 or 1
    mask: (N, 1, H, W) bool

Raises:
    ValueError: `F.binary_cross_entropy_with_logits(logits, target[:, 0])` Target size

Asked as:
    binary segmentation; foreground and background segmentation; one output channel for
    a mask; sigmoid or softmax for two classes of pixels; BCEWithLogitsLoss for masks;
    pos_weight for few foreground pixels; threshold the predicted mask at 0.5; lane or
    crack segmentation; target size must be the same as input size for masks; mask loss
    for a single class; probability map to binary mask; two channels or one for a binary
    mask; object or no object for each pixel; one logit a pixel
"""

import torch
import torch.nn.functional as F

target = torch.tensor([[[[0.0, 0.0, 1.0], [0.0, 0.0, 1.0]]]])
logits = torch.tensor([[[[-4.0, -2.0, 0.5], [-3.0, 1.0, -1.0]]]])

inside = target.sum()
pos_weight = (target.numel() - inside) / inside
loss = F.binary_cross_entropy_with_logits(logits, target, pos_weight=pos_weight)  # <-
print(pos_weight, f"{loss.item():.3f}")
#> tensor(2.) 0.847

mask = logits > 0
print(mask.equal(logits.sigmoid() > 0.5))
#> True
hit, either = (mask & target.bool()).sum(), (mask | target.bool()).sum()
print(f"IoU {(hit / either).item():.3f}")
#> IoU 0.333
pictures = {"target": target[0], "probability": logits.sigmoid()[0], "mask": mask[0]}
