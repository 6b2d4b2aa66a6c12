r"""trunc_normal_: normal, without outliers.

A normal distribution without its values outside [a, b]: for embeddings and vision
transformers. `a` and `b` are values, not numbers of standard deviations: with std 0.02
the defaults -2 and 2 leave nothing out.

$$W \sim N(\text{mean}, \text{std}^2) \text{ given } a \le W \le b$$

Attributes: Shapes
    weight: (200, 300) float32

Asked as:
    tf.keras.initializers.TruncatedNormal; tf.truncated_normal;
    tf.random.truncated_normal; timm trunc_normal_; ViT or Swin weight init std=.02;
    scipy.stats.truncnorm; gaussian cut at two standard deviations; normal weights
    within limits or bounds; jax.random.truncated_normal; bounded gaussian; outliers
    redrawn, values beyond the limits; gaussian values no further than two sigma; cut
    off the tails of a normal distribution; limit how far random weights lie from the
    mean; gaussian initialisation without large or extreme values; ViT weight
    initialization; gaussian weights with clipped ends
"""

import torch
from torch import nn

torch.manual_seed(0)
weight = torch.empty(200, 300)
nn.init.trunc_normal_(weight, std=0.02, a=-0.04, b=0.04)  # <-
print(round(weight.abs().max().item(), 3))
#> 0.04
print(round(weight.std().item(), 4))  # smaller than 0.02: the tails are gone
#> 0.0176
