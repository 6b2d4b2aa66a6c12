"""LoRA on quantised weights: the base in int8, the adapter in float.

The base is kept as bytes and frozen; the adapter learns on top, and what rounding cost
with it. Gradients pass through the base to the layers below: for them autograd keeps
the weight in float until `backward`, so [checkpoint](#checkpoint_blocks) the blocks. An
int8 tensor takes no gradient: q is a buffer, not a parameter.

Attributes: Shapes
    x: (16, 64) float32
    layer.q: (64, 64) int8

Raises:
    RuntimeError: `nn.Parameter(layer.q)` Only Tensors of floating point and complex
        dtype can require gradients

Asked as:
    QLoRA; LoRA on a quantised model; fine-tune a 4-bit or 8-bit model; train an adapter
    on int8 weights; prepare_model_for_kbit_training; gradients through quantised
    weights; memory of fine-tuning with a quantised base; Only Tensors of floating point
    and complex dtype can require gradients for int8; frozen int8 base and float
    adapter; bnb.nn.Linear4bit with LoRA; merge LoRA into quantised weights
"""

import torch
import torch.nn.functional as F
from torch import nn


class Int8LoRA(nn.Module):
    def __init__(self, layer, rank):
        super().__init__()
        weight = layer.weight.detach().float()
        scale = weight.abs().amax(dim=1, keepdim=True) / 127
        self.q = nn.Buffer((weight / scale).round().to(torch.int8))
        self.scale, bias = nn.Buffer(scale), layer.bias
        self.bias = None if bias is None else nn.Buffer(bias.detach())
        self.A = nn.Parameter(torch.randn(rank, layer.in_features) / rank)
        self.B = nn.Parameter(torch.zeros(layer.out_features, rank))

    def forward(self, x):
        base = F.linear(x, (self.q * self.scale).to(x.dtype), self.bias)
        return base + F.linear(x, self.A) @ self.B.T  # <-


torch.manual_seed(0)
base = nn.Linear(64, 64)
layer = Int8LoRA(base, rank=4)
x = torch.randn(16, 64, requires_grad=True)
layer(x).square().sum().backward()
print(x.grad is not None, layer.B.grad is not None)
#> True True
print([name for name, _ in layer.named_parameters()])
#> ['A', 'B']
print(sum(b.nbytes for b in layer.buffers()), sum(p.nbytes for p in base.parameters()))
#> 4608 16640
