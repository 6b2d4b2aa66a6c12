"""bfloat16 weights: half the memory, two to three digits.

`model.bfloat16()` halves the weights. Inputs of Linear layers have to be bfloat16 too;
tokens stay int64. Training in pure bfloat16 loses small steps: from 1 to 2 neighbours
are 1/128 apart, and a step of less than half of that is rounded away. Keep float32
weights for the optimizer, and let [autocast](../training/index.md#mixed_precision)
compute in bfloat16.

Attributes: Shapes
    tokens: (1, 3) int64
    logits: (1, 3, 50) bfloat16

Raises:
    RuntimeError: `model[1](torch.ones(1, 16))` must have the same dtype

Asked as:
    load a model in bf16; model.bfloat16() or autocast; half precision weights for
    inference; training in pure bf16 does not improve; updates are lost in bfloat16;
    float32 master weights; weights do not change with a small learning rate in half
    precision; bf16 precision in digits; memory of a model in bf16; stochastic rounding;
    dtype of a loaded model, half the size
"""

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Embedding(50, 16), nn.Linear(16, 50))
tokens = torch.tensor([[3, 1, 4]])
before, size = model(tokens), sum(p.nbytes for p in model.parameters())

model = model.bfloat16()  # <-
logits = model(tokens)
print(sum(p.nbytes for p in model.parameters()) / size)
#> 0.5
print((logits - before).abs().max() < 0.02)
#> tensor(True)

# 0.001 a hundred times, and nothing moves.
weight, master = torch.ones(1, dtype=torch.bfloat16), torch.ones(1)
for _ in range(100):
    weight += 0.001
    master += 0.001
print(weight, master.bfloat16())
#> tensor([1.], dtype=torch.bfloat16) tensor([1.1016], dtype=torch.bfloat16)
