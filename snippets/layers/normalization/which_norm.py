r"""Which norm averages over what: one input, four norms.

For images (N, C, H, W) the norms differ in the dimensions that share a mean and a
variance. Batch norm alone mixes samples, so it needs running statistics for evaluation.

Attributes: Shapes
    x: (N, C, H, W) float32, images
    per_channel: (1, C, 1, 1) float32, means of batch norm
    per_sample: (N, 1, 1, 1) float32, means of layer norm over (C, H, W)
    per_both: (N, C, 1, 1) float32, means of instance norm
    per_group: (N, G, 1, 1, 1) float32, means of group norm

Asked as:
    difference between BatchNorm and LayerNorm; BatchNorm vs LayerNorm vs GroupNorm vs
    InstanceNorm; over which dimensions do the norms work; which normalization layer to
    choose for a CNN or a transformer; axes of mean and variance for every normalization
    layer; compute a norm layer by hand with mean and var; which normalization does not
    depend on the batch; the drawing with cubes from the Group Norm paper; is group norm
    the same as layer norm; compare normalization layers; picture of the norm types with
    N, C, H, W; batch norm or layer norm for a CNN, pros and cons; mean over batch,
    channel or pixels; what is normalized together in each type of norm; overview of
    normalization methods; layer norm for transformers, batch norm for CNNs; which norm
    keeps running statistics; batch norm or layer norm; when to use which normalization;
    normalization layers
"""

import torch
from torch import nn

torch.manual_seed(0)
N, C, H, W, G = 2, 6, 4, 5, 3
x = torch.randn(N, C, H, W)


def normalized(x, dims):
    var = x.var(dims, correction=0, keepdim=True)
    return (x - x.mean(dims, keepdim=True)) / (var + 1e-5).sqrt()


per_channel = x.mean((0, 2, 3), keepdim=True)  # <-
print(torch.allclose(nn.BatchNorm2d(C)(x), normalized(x, (0, 2, 3)), atol=1e-6))
#> True

per_sample = x.mean((1, 2, 3), keepdim=True)
print(torch.allclose(nn.LayerNorm((C, H, W))(x), normalized(x, (1, 2, 3)), atol=1e-6))
#> True

per_both = x.mean((2, 3), keepdim=True)
print(torch.allclose(nn.InstanceNorm2d(C)(x), normalized(x, (2, 3)), atol=1e-6))
#> True

groups = x.view(N, G, C // G, H, W)
per_group = groups.mean((2, 3, 4), keepdim=True)
expected = normalized(groups, (2, 3, 4)).view(N, C, H, W)
print(torch.allclose(nn.GroupNorm(G, C)(x), expected, atol=1e-6))
#> True
