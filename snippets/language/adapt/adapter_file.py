"""Save the adapter alone: a small file beside the large one.

Save what trains, by name; load it into a model that has the base weights and the same
adapters, with `strict=False`. That forgives every missing name: look at
`unexpected_keys`, and at the missing ones that are the adapter's. Another rank raises;
another base model does not: note both in the metadata.

Attributes: Shapes
    x: (4, 32) float32

Asked as:
    adapter_model.safetensors; model.save_pretrained of peft saves the adapter only;
    load a LoRA adapter into a base model; save trainable parameters only; small
    checkpoint for fine-tuned weights; state dict of parameters with requires_grad;
    several adapters for one base model; switch adapters; get_peft_model_state_dict;
    load_state_dict strict=False for an adapter; store the LoRA matrices alone, without
    the base model; load an adapter from a safetensors file
"""
# needs: safetensors

import tempfile
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn


class Adapted(nn.Module):
    def __init__(self):
        super().__init__()
        self.base = nn.Linear(32, 32).requires_grad_(False)
        self.A = nn.Parameter(torch.randn(2, 32) / 2)
        self.B = nn.Parameter(torch.zeros(32, 2))

    def forward(self, x):
        return self.base(x) + x @ self.A.T @ self.B.T


torch.manual_seed(0)
tuned, other = Adapted(), Adapted()
other.base.load_state_dict(tuned.base.state_dict())  # the same base weights
nn.init.normal_(tuned.B)  # as if trained

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "adapter.safetensors")
    adapter = {name: p for name, p in tuned.named_parameters() if p.requires_grad}
    save_file(adapter, path, metadata={"rank": "2"})  # <-
    found = other.load_state_dict(load_file(path), strict=False)
print(list(adapter), found.missing_keys, found.unexpected_keys)
#> ['A', 'B'] ['base.weight', 'base.bias'] []

x = torch.randn(4, 32)
print(torch.equal(other(x), tuned(x)))
#> True
