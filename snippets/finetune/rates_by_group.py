"""Learning rates by group: small for the body, ten times as much for the head.

The old weights are good and should move little; the new head starts from nothing. What
a group leaves out it takes from the arguments behind. A scheduler scales all groups
alike.

Attributes: Shapes
    model.head.weight: (2, 4) float32

Raises:
    ValueError: `torch.optim.SGD([{"params": [body.weight]}, {"params":
        [body.weight]}])` some parameters appear in more than one parameter group
"""

from collections import OrderedDict

import torch
from torch import nn

body, head = nn.Linear(8, 4), nn.Linear(4, 2)
model = nn.Sequential(OrderedDict(body=body, head=head))
optimizer = torch.optim.AdamW(
    [
        {"params": model.body.parameters(), "lr": 1e-4},
        {"params": model.head.parameters()},
    ],
    lr=1e-3,
    weight_decay=0.01,
)
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
