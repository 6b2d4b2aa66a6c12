r"""view(-1, k) with a wrong k: the batch gets another size.

In `x.view(-1, k)` the batch is what remains. If k is too small by a whole factor, each
sample becomes several rows and nothing is raised: the model judges pieces of images.
A cross-entropy with N labels would raise; `torch.ones_like(output)` as labels, an
`argmax` at prediction, or a mean do not. Keep the batch: `x.flatten(1)`, or
[`nn.Flatten`](../layers/linear.md#flatten_layer); then a layer of the wrong size
raises.

Attributes: Shapes
    images: (8, 1, 8, 8) float32

Asked as:
    more predictions than images; output has 32 rows for a batch of 8; x.view(-1, 256)
    with the wrong number; batch size changes inside the model; view(-1, k) mixes the
    batch; batch became four times larger after view; discriminator output has more rows
    than images; x.view(-1, 784) on colour images; why flatten(1) and not view(-1, n);
    reshape in forward changes the number of samples; number of outputs does not match
    the number of inputs; forgot a pooling before view
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
conv = nn.Conv2d(1, 16, kernel_size=3, padding=1)
images = torch.rand(8, 1, 8, 8)
features = conv(images)  # (8, 16, 8, 8): the pooling to 4 x 4 was forgotten

# Wrong: 16 * 4 * 4 features in a row, and four rows for each image.
head = nn.Linear(16 * 4 * 4, 1)
output = head(features.view(-1, 16 * 4 * 4))
loss = F.binary_cross_entropy_with_logits(output, torch.ones_like(output))
print(len(output), "outputs for", len(images), "images")
#> 32 outputs for 8 images

# Right: the batch is kept.
features = F.max_pool2d(features, 2)  # (8, 16, 4, 4)
output = head(features.flatten(1))  # <-
loss = F.binary_cross_entropy_with_logits(output, torch.ones_like(output))
print(len(output), "outputs for", len(images), "images")
#> 8 outputs for 8 images
