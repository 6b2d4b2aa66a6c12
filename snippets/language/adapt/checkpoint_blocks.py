"""Checkpoint each block: memory of one block, not of all.

Of a block the input is kept alone; its inside is computed again in `backward`.
Gradients stay, for one more forward pass a block. `saved_tensors_hooks` see what is
kept. More: [checkpoint](../autograd/further.md#checkpointing).

Attributes: Shapes
    x: (4, 64, 32) float32

Asked as:
    gradient checkpointing for transformer blocks; activation checkpointing per layer;
    gradient_checkpointing=True for a GPT; checkpoint every block;
    checkpoint_sequential; memory of activations of a transformer; how much memory does
    checkpointing save; count the bytes autograd keeps; fine-tune a deep language model
    on a small GPU; recompute each block in the backward pass; less activation memory at
    long context
"""

import torch
from torch import nn
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.checkpoint import checkpoint

torch.manual_seed(0)
blocks = nn.ModuleList(
    nn.TransformerEncoderLayer(32, 4, dim_feedforward=128, batch_first=True)
    for _ in range(4)
)
weights = {p.untyped_storage().data_ptr() for p in blocks.parameters()}
x = torch.randn(4, 64, 32)


def recomputed(block, x):
    return checkpoint(block, x, use_reentrant=False)  # <-


def run(call):
    kept = {}

    def keep(tensor):
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in weights:
            kept[storage.data_ptr()] = storage.nbytes()
        return tensor

    torch.manual_seed(1)  # the same dropout
    blocks.zero_grad()
    y = x
    with saved_tensors_hooks(keep, lambda tensor: tensor):
        for block in blocks:
            y = call(block, y)
    y.square().mean().backward()
    return [p.grad for p in blocks.parameters()], sum(kept.values())


plain, much = run(lambda block, x: block(x))
again, little = run(recomputed)
print(all(torch.allclose(a, b, atol=1e-7) for a, b in zip(plain, again, strict=True)))
#> True
print(much / little > 10)
#> True
