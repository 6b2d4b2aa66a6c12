"""Learning rates by group: small for the body, ten times as much for the head.

The old weights are good and should move little; the new head starts from nothing. What
a group leaves out it takes from the arguments behind. A scheduler keeps the ratio, but
`OneCycleLR` and `CyclicLR` take rates of their own, and `eta_min` is one floor for all.

Attributes: Shapes
    model.head.weight: (2, 4) float32

Raises:
    ValueError: `torch.optim.SGD([{"params": [body.weight]}, {"params":
        [body.weight]}])` some parameters appear in more than one parameter group

Asked as:
    lr per layer; lr per parameter group; different learning rates for different layers;
    different lr for backbone and classifier, for encoder and decoder; smaller lr for
    the backbone; set another learning rate for the last layer; small learning rate for
    pretrained layers, large one for new layers; head learns ten times faster than the
    backbone; train early layers slowly, late ones quickly; two groups of parameters
    with different lr in AdamW; discriminative or differential learning rates;
    layer-wise learning rate decay; LLRD, layerwise lr decay, layer_decay; slice(1e-5,
    1e-3); lr_mult of early layers, lr multiplier; tfa.optimizers.MultiOptimizer; do not
    destroy the pretrained weights; BERT fine-tuning, 2e-5 below and 1e-3 on top;
    fine-tune with a small learning rate
"""

from collections import OrderedDict

import torch
from torch import nn

body, head = nn.Linear(8, 4), nn.Linear(4, 2)
model = nn.Sequential(OrderedDict(body=body, head=head))
slow = {"params": model.body.parameters(), "lr": 1e-4}  # <-
rest = {"params": model.head.parameters()}
optimizer = torch.optim.AdamW([slow, rest], lr=1e-3, weight_decay=0.01)
for group in optimizer.param_groups:
    print(group["lr"], group["weight_decay"], [tuple(p.shape) for p in group["params"]])
    #> 0.0001 0.01 [(4, 8), (4,)]
    #> 0.001 0.01 [(2, 4), (2,)]

# one rate a layer, falling towards the input
layers = list(model.children())
groups = [
    {"params": layer.parameters(), "lr": 1e-3 * 0.5**depth}
    for depth, layer in enumerate(reversed(layers))
]
print([group["lr"] for group in torch.optim.AdamW(groups).param_groups])
#> [0.001, 0.0005]
