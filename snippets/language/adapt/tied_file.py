"""Tied weights in a file: one tensor, two names.

Embedding and head share one parameter. It counts once in `parameters()` and stands
twice in `state_dict()`, which `save_file` refuses. Leave one name out, and load into a
model that ties itself in `__init__`: setting one sets the other. An untied model would
keep the head it has: see what is missing.

Asked as:
    save tied weights with safetensors; lm_head.weight missing in the file; shared
    tensors embed_tokens.weight and lm_head.weight; tie_word_embeddings when saving and
    loading; Some tensors share memory for a tied language model; state_dict has two
    names for one parameter; missing keys lm_head.weight; retie weights after loading;
    tied embedding in a checkpoint; load a GPT-2 file without a head; head.weight is
    embedding.weight, saving fails
"""
# needs: safetensors

import tempfile
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(10, 4)
        self.head = nn.Linear(4, 10, bias=False)
        self.head.weight = self.embedding.weight

    def forward(self, tokens):
        return self.head(self.embedding(tokens))


torch.manual_seed(0)
model, other = Model(), Model()
print(list(model.state_dict()), len(list(model.parameters())))
#> ['embedding.weight', 'head.weight'] 1

state = model.state_dict()
del state["head.weight"]  # <-
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "model.safetensors")
    save_file(state, path)
    found = other.load_state_dict(load_file(path), strict=False)
print(found.missing_keys, found.unexpected_keys)
#> ['head.weight'] []

tokens = torch.tensor([[1, 2, 3]])
print(torch.equal(other(tokens), model(tokens)))
#> True
