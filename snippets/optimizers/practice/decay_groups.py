"""Decay for matrices only: two parameter groups.

Biases and the weights of normalisation are usually left out of weight decay. They have
one dimension, unless a `LayerNorm` spans several; matrices and kernels, but embeddings
and class tokens too, have more.

Attributes: Shapes
    x: (2, 4) float32

Asked as:
    no weight decay on bias and LayerNorm, no_decay list of Hugging Face; exclude bias
    and BatchNorm from weight decay; bias_regularizer=None; no_decay = ["bias",
    "LayerNorm.weight"]; configure_optimizers of minGPT and nanoGPT; timm
    param_groups_weight_decay; regularise weights but not biases; optax mask for weight
    decay; weight_decay=0 for some parameters; skip one-dimensional tensors; regularize
    only weights, not the bias; should norm layers and biases be decayed; different
    weight_decay per layer; apply weight decay to linear and conv weights alone; two
    parameter groups, with and without decay; leave biases, gamma and beta out of L2;
    split parameters by number of dimensions; weight decay for some layers and not for
    others
"""

import torch
from torch import nn

x = torch.ones(2, 4)
model = nn.Sequential(nn.Linear(4, 8), nn.LayerNorm(8), nn.Linear(8, 2))

decay = [p for p in model.parameters() if p.dim() >= 2]
no_decay = [p for p in model.parameters() if p.dim() < 2]  # <-
optimizer = torch.optim.AdamW(
    [
        {"params": decay, "weight_decay": 0.05},
        {"params": no_decay, "weight_decay": 0.0},
    ],
    lr=1e-3,
)
for group in optimizer.param_groups:
    print(group["weight_decay"], [tuple(p.shape) for p in group["params"]])
    #> 0.05 [(8, 4), (2, 8)]
    #> 0.0 [(8,), (8,), (8,), (2,)]
