"""stochastic_depth: leave whole blocks out while training.

On the branch of a residual block. `row` draws for each sample, `batch` once for all;
what stays is divided by `1 - p`. In eval mode nothing is left out.

Asked as:
    stochastic depth; DropPath; drop path of timm; skip residual blocks at random;
    randomly drop layers; drop_connect of EfficientNet; survival probability of a block;
    regularise a deep resnet; timm.layers.DropPath; dropout of whole branches; train a
    very deep residual network; drop the branch of a sample
"""

import torch
from torchvision import ops

torch.manual_seed(0)
branch = torch.ones(8, 2, 3, 3)
drop = ops.StochasticDepth(p=0.5, mode="row")  # <-
print(drop(branch)[:, 0, 0, 0])
#> tensor([0., 0., 2., 0., 0., 0., 2., 2.])
print(ops.stochastic_depth(branch, p=0.5, mode="batch", training=True)[:, 0, 0, 0])
#> tensor([0., 0., 0., 0., 0., 0., 0., 0.])
print(drop.eval()(branch).equal(branch))
#> True

x = torch.zeros(8, 2, 3, 3)
y = x + drop(branch)  # (8, 2, 3, 3)
