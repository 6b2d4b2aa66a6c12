"""Prune channels: whole rows, or over several layers.

`ln_structured` takes rows by their norm, `random_structured` any; with `dim=0` they are
output channels. `global_unstructured` compares the weights of all layers in the list.

Asked as:
    structured pruning; prune filters of a convolution; remove whole neurons; prune
    channels by norm; global pruning; ln_structured; global_unstructured; prune the
    entire model at once; which filters matter least; drop output channels;
    random_structured; filter pruning for a smaller model; throw away whole filters
    of a network
"""

import torch
from torch import nn
from torch.nn.utils import prune

conv = nn.Conv2d(1, 4, kernel_size=3)
with torch.no_grad():
    for channel, size in enumerate((3.0, 1.0, 4.0, 2.0)):
        conv.weight[channel] = size

prune.ln_structured(conv, "weight", amount=0.5, n=2, dim=0)  # <-
print(conv.weight_mask[:, 0, 0, 0])
#> tensor([1., 0., 1., 0.])
layer = prune.random_structured(nn.Linear(3, 4), "weight", amount=1, dim=0)
print(layer.weight_mask.sum())
#> tensor(9.)

small, large = nn.Linear(2, 2), nn.Linear(2, 2)
nn.init.constant_(small.weight, 0.1)
nn.init.constant_(large.weight, 5.0)
weights = [(small, "weight"), (large, "weight")]
prune.global_unstructured(weights, pruning_method=prune.L1Unstructured, amount=0.5)
print(small.weight.count_nonzero(), large.weight.count_nonzero())
#> tensor(0) tensor(4)
