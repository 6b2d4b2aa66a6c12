r"""LoRA: train a small product beside a frozen weight.

The weight stays as it is; two thin matrices learn what is added to it, of rank r at
most. `B` starts at zero, so that the model starts as it was; `A` must not, or neither
would ever move. `alpha` is often r or 2 r.

$$y = W x + b + \frac{\alpha}{r} B A x$$

Attributes: Shapes
    x: (N, 8) float32
    layer.A: (2, 8) float32
    layer.B: (6, 2) float32
    update: (6, 8) float32

Asked as:
    LoRA from scratch; low-rank adaptation of a linear layer; lora_A and lora_B;
    LoraConfig(r=8, lora_alpha=16); peft without the library; fine-tune a large model on
    a small GPU; why is B initialised to zero; rank of the weight update; alpha over r;
    parameter-efficient fine-tuning; adapter beside a frozen Linear; train few
    parameters of a transformer; minimal LoRALinear; write a LoRA layer myself
"""

import torch
import torch.nn.functional as F
from torch import nn


class LoRA(nn.Module):
    def __init__(self, base, rank, alpha):
        super().__init__()
        self.base = base.requires_grad_(False)
        self.A = nn.Parameter(torch.randn(rank, base.in_features) / rank)
        self.B = nn.Parameter(torch.zeros(base.out_features, rank))
        self.scale = alpha / rank

    def forward(self, x):
        return self.base(x) + self.scale * F.linear(x, self.A) @ self.B.T  # <-


torch.manual_seed(0)
base = nn.Linear(8, 6)
layer = LoRA(base, rank=2, alpha=4)
x, y = torch.randn(32, 8), torch.randn(32, 6)
print(torch.equal(layer(x), base(x)))
#> True
print([name for name, p in layer.named_parameters() if p.requires_grad])
#> ['A', 'B']

before = base.weight.clone()
trained = [p for p in layer.parameters() if p.requires_grad]
optimizer = torch.optim.AdamW(trained, lr=0.05)
for _ in range(50):
    optimizer.zero_grad()
    F.mse_loss(layer(x), y).backward()
    optimizer.step()
update = layer.scale * (layer.B @ layer.A).detach()
print(torch.equal(base.weight, before), torch.linalg.matrix_rank(update))
#> True tensor(2)
