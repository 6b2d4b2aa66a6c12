"""Decay groups of a transformer: by the kind of module, each weight once.

Biases, norms and embeddings do not decay, the other matrices do. The number of
dimensions cannot tell an embedding from a matrix; its module can. List what does not
decay: `in_proj_weight` of attention belongs to no `nn.Linear`. A tied head is one
parameter with its embedding, and goes with it. List them in the model's order: that of
a set differs from run to run, and a saved optimizer knows parameters by their number.
Shorter: [by dimensions](../optimizers/practice.md#decay_groups).

Attributes: Shapes
    model.head.weight: (50, 16) float32

Raises:
    ValueError: `torch.optim.AdamW([{"params": decay}, {"params": decay}])` some
        parameters appear in more than one parameter group

Asked as:
    weight decay groups of a transformer; no weight decay on embeddings; optimizer
    groups for GPT with tied weights; decay groups by module type; AdamW parameter
    groups for a language model; tied head appears in two parameter groups; which
    weights of a transformer should decay; exclude RMSNorm, bias and embedding from
    weight decay; decay matrices but not the embedding table; blacklist and whitelist
    modules of minGPT; in_proj_weight gets no weight decay
"""

import torch
from torch import nn

model = nn.ModuleDict(
    {
        "embedding": nn.Embedding(50, 16),
        "block": nn.TransformerEncoderLayer(16, 2, dim_feedforward=32),
        "head": nn.Linear(16, 50, bias=False),
    }
)
model.head.weight = model.embedding.weight

plain = (nn.Embedding, nn.LayerNorm, nn.RMSNorm)
kept = {p for m in model.modules() if isinstance(m, plain) for p in m.parameters()}
kept |= {p for name, p in model.named_parameters() if name.endswith("bias")}
decay = [p for p in model.parameters() if p not in kept]  # <-
optimizer = torch.optim.AdamW(
    [
        {"params": decay, "weight_decay": 0.1},
        {"params": [p for p in model.parameters() if p in kept], "weight_decay": 0.0},
    ],
    lr=1e-3,
)
names = [name for name, p in model.named_parameters() if p not in kept]
print("\n".join(names))
#> block.self_attn.in_proj_weight
#> block.self_attn.out_proj.weight
#> block.linear1.weight
#> block.linear2.weight
print(len(decay) + len(kept) == len(list(model.parameters())))
#> True
