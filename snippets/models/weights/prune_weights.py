"""Prune single weights: the smallest become zero.

`l1_unstructured` masks the smallest in size, `random_unstructured` any. A call takes as
many operations as before, and `copy.deepcopy` can raise until `prune.remove`.

Asked as:
    prune a network; pruning by magnitude; sparsify weights; set small weights to
    zero; torch.nn.utils.prune; tfmot.sparsity.keras; weight_orig and weight_mask;
    make pruning permanent; lottery ticket hypothesis; remove 50% of the
    connections; mask for weights; does pruning make the model faster; unstructured
    sparsity; cut the weakest connections of a trained network
"""

import torch
from torch import nn
from torch.nn.utils import prune

layer = nn.Linear(4, 2, bias=False)
with torch.no_grad():
    layer.weight.copy_(torch.tensor([[0.1, -0.5, 0.3, 0.9], [-0.2, 0.8, -0.05, 0.4]]))

prune.l1_unstructured(layer, name="weight", amount=0.5)  # <-
print(layer.weight.detach())
#> tensor([[ 0.0000, -0.5000,  0.0000,  0.9000],
#>         [-0.0000,  0.8000, -0.0000,  0.4000]])
print(list(layer.state_dict()), prune.is_pruned(layer))
#> ['weight_orig', 'weight_mask'] True

prune.remove(layer, "weight")
print(list(layer.state_dict()), prune.is_pruned(layer))
#> ['weight'] False

prune.random_unstructured(layer, "weight", amount=3)
print((layer.weight_mask == 0).sum())
#> tensor(3)
prune.custom_from_mask(layer, "weight", mask=layer.weight_orig.abs() > 0.6)
print(layer.weight.detach())
#> tensor([[0.0000, -0.0000, 0.0000, 0.9000],
#>         [-0.0000, 0.8000, -0.0000, 0.0000]])
