"""Merge LoRA: add the product to the weight, and nothing is left to compute.

As a parametrization, LoRA needs no new layer: the weight is that of before plus the
product, wherever it is read. `remove_parametrizations` writes the sum into the weight:
the outputs stay, up to rounding, the names in the `state_dict` are the old ones, and a
step costs what it did. Merge in float32: bfloat16 rounds small updates away. A merged
update cannot be taken out again without rounding; keep A and B.

Attributes: Shapes
    x: (4, 8) float32

Asked as:
    merge_and_unload; merge LoRA weights into the base model; fuse adapter for
    inference; no latency after LoRA; LoRA with register_parametrization; LoRA as a
    parametrization; export a merged model without adapter; add B @ A to the weight;
    unmerge LoRA; LoRA on the in_proj_weight of MultiheadAttention; combine adapter and
    base weights before saving; deploy a LoRA fine-tuned model
"""

import torch
from torch import nn
from torch.nn.utils import parametrize


class LowRank(nn.Module):
    def __init__(self, weight, rank, alpha):
        super().__init__()
        self.A = nn.Parameter(torch.randn(rank, weight.shape[1]) / rank)
        self.B = nn.Parameter(torch.zeros(weight.shape[0], rank))
        self.scale = alpha / rank

    def forward(self, weight):
        return weight + self.scale * self.B @ self.A


torch.manual_seed(0)
layer = nn.Linear(8, 6).requires_grad_(False)
low_rank = LowRank(layer.weight, rank=2, alpha=4)
parametrize.register_parametrization(layer, "weight", low_rank)
print([name for name, p in layer.named_parameters() if p.requires_grad])
#> ['parametrizations.weight.0.A', 'parametrizations.weight.0.B']

nn.init.normal_(low_rank.B)  # as if trained
x = torch.randn(4, 8)
adapted = layer(x)
parametrize.remove_parametrizations(layer, "weight")  # <-
print(torch.allclose(layer(x), adapted))
#> True
print(list(layer.state_dict()))
#> ['bias', 'weight']
