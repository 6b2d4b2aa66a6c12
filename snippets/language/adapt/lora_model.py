"""LoRA in a whole model: replace the layers, count what trains.

Freeze everything first, then put a LoRA in the place of each layer whose name is
wanted: often the projections of queries and values, or all but the head. Make the
optimizer after. Layers that are read as `layer.weight` elsewhere, as those within
`nn.MultiheadAttention`, do not go through `forward`: use a
[parametrization](#lora_merge) there.

Attributes: Shapes
    tokens: (1, 5) int64
    logits: (1, 5, 100) float32

Asked as:
    get_peft_model; target_modules=["q_proj", "v_proj"]; apply LoRA to every linear
    layer; replace modules of a pretrained model by name; print_trainable_parameters;
    number of trainable parameters with LoRA; which layers should LoRA adapt; setattr on
    a parent module; inject adapters into a transformer; swap nn.Linear for another
    module; LoRA does nothing with nn.MultiheadAttention; freeze the base model and
    train adapters; adapters in all query and value layers
"""

import torch
import torch.nn.functional as F
from torch import nn


class LoRA(nn.Module):
    def __init__(self, base, rank, alpha):
        super().__init__()
        self.base, self.scale = base, alpha / rank
        self.A = nn.Parameter(torch.randn(rank, base.in_features) / rank)
        self.B = nn.Parameter(torch.zeros(base.out_features, rank))

    def forward(self, x):
        return self.base(x) + self.scale * F.linear(x, self.A) @ self.B.T


class Block(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.q, self.k = nn.Linear(features, features), nn.Linear(features, features)
        self.v, self.out = nn.Linear(features, features), nn.Linear(features, features)

    def forward(self, x):
        q, k, v = self.q(x), self.k(x), self.v(x)
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        return x + self.out(y)


torch.manual_seed(0)
model = nn.Sequential(nn.Embedding(100, 64), Block(64), Block(64), nn.Linear(64, 100))
tokens = torch.randint(100, (1, 5))
before = model(tokens)

model.requires_grad_(False)
for path, layer in list(model.named_modules()):
    parent, _, name = path.rpartition(".")
    if name in ("q", "v"):
        setattr(model.get_submodule(parent), name, LoRA(layer, rank=4, alpha=8))  # <-

logits = model(tokens)
print(torch.equal(logits, before))
#> True
trained = sum(p.numel() for p in model.parameters() if p.requires_grad)
total = sum(p.numel() for p in model.parameters())
print(trained, total, f"{trained / total:.1%}")
#> 2048 48228 4.2%
print([name for name, p in model.named_parameters() if p.requires_grad][:2])
#> ['1.q.A', '1.q.B']
