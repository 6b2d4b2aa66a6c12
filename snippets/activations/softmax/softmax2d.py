r"""Softmax2d: one distribution over the channels at every pixel.

For segmentation maps of shape (N, C, H, W). `Softmax(dim=-3)`, with a check that the
input is an image.

$$\text{Softmax2d}(x)_{c, h, w} = \frac{e^{x_{c, h, w}}}{\sum_k e^{x_{k, h, w}}}$$

Attributes: Shapes
    logits: (N, C, H, W) float32
    probs: (N, C, H, W) float32, sums to 1 over C

Raises:
    ValueError: `activation(torch.ones(2, 3))` Softmax2d: expected input to be 3D or 4D,
        got 2D instead

Asked as:
    per-pixel class probabilities; softmax of a segmentation output; softmax over the
    channel axis of an image; nn.SpatialSoftMax; F.softmax2d does not exist; softmax on
    NCHW with dim=1; probability map for each class; per-pixel softmax for a U-Net;
    distribution over channels for each location; segmentation logits to probabilities;
    softmax for 4D input; heatmap of class probabilities; pixelwise softmax
"""

import torch
from torch import nn

logits = torch.tensor([[0.0, 1.0], [0.0, 3.0]]).reshape(1, 2, 1, 2)  # (1, 2, 1, 2)

activation = nn.Softmax2d()  # <-
probs = activation(logits)
print(probs)
#> tensor([[[[0.5000, 0.1192]],
#>
#>          [[0.5000, 0.8808]]]])
print(probs.sum(dim=1))
#> tensor([[[1.0000, 1.0000]]])
print(probs.equal(logits.softmax(dim=1)))
#> True
