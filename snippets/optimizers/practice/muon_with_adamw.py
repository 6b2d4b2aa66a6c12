"""Muon with AdamW: matrices to one, the rest to the other.

Muon takes the 2-D weights of hidden layers; embeddings, the head, biases and norms are
AdamW's. Two optimizers, one step each, in one loop; a scheduler belongs to each. With
`adjust_lr_fn="match_rms_adamw"` both can have AdamW's rate. Every parameter is in one
of the two: count them. The weight of a convolution is 4-D, which `Muon` refuses.

Attributes: Shapes
    x: (2, 5) int64, tokens

Raises:
    ValueError: `torch.optim.Muon(model.parameters())` Muon only supports 2D parameters

Asked as:
    muon and adamw together; optimizer for hidden matrices only; which parameters go to
    muon; moonlight optimizer; split parameters into muon and adam groups; nanogpt
    speedrun optimizer; SingleDeviceMuonWithAuxAdam; muon learning rate for embeddings;
    hybrid muon; aux adam; ValueError Muon only supports 2D parameters; hidden layers
    with muon, the rest with adam
"""

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(
    nn.Embedding(10, 8), nn.Linear(8, 16), nn.LayerNorm(16), nn.Linear(16, 10)
)
embedding, head = model[0], model[-1]

elsewhere = {id(embedding.weight), id(head.weight)}
matrices = [p for p in model.parameters() if p.ndim == 2 and id(p) not in elsewhere]
taken = {id(p) for p in matrices}
others = [p for p in model.parameters() if id(p) not in taken]
optimizers = [
    torch.optim.Muon(matrices, lr=1e-3, adjust_lr_fn="match_rms_adamw"),  # <-
    torch.optim.AdamW(others, lr=1e-3),
]
print(len(matrices), len(others), len(list(model.parameters())))
#> 1 6 7

x = torch.tensor([[1, 2, 3, 4, 5], [5, 6, 7, 8, 9]])
for _ in range(3):
    loss = nn.functional.cross_entropy(model(x).flatten(0, 1), x.flatten())
    for optimizer in optimizers:
        optimizer.zero_grad()
    loss.backward()
    for optimizer in optimizers:
        optimizer.step()
