"""strict=False: names that are missing or too many are returned, not raised.

Read the answer. A shape that differs is still an error, but for `(1,)` in place of
`()`. With a wrong prefix on every name nothing is loaded, and nothing is said.

Raises:
    RuntimeError: `model.load_state_dict(saved)` Missing key(s) in state_dict:
        "head.weight", "head.bias"
    RuntimeError: `model.load_state_dict(saved)` Unexpected key(s) in state_dict:
        "old.weight"

Asked as:
    Missing key(s) in state_dict; Unexpected key(s) in state_dict; Error(s) in loading
    state_dict for; missing_keys and unexpected_keys; _IncompatibleKeys; missing keys
    when loading; ignore missing keys; ignore unexpected keys; ignore extra entries in a
    checkpoint; checkpoint has more layers than my model; model has layers that the file
    lacks; load although some layers are not in the file; keys do not match the model;
    which names of the file do not match; what does strict do in load_state_dict; load
    backbone weights only, new layers stay random; loaded without an error but
    predictions are random; pretrained weights seem to have no effect;
    load_state_dict(strict=False)
"""

from collections import OrderedDict

import torch
from torch import nn

body, head = nn.Linear(8, 4), nn.Linear(4, 3)
model = nn.Sequential(OrderedDict(body=body, head=head))
saved = {
    "body.weight": torch.ones(4, 8),
    "body.bias": torch.zeros(4),
    "old.weight": torch.ones(1),
}

answer = model.load_state_dict(saved, strict=False)  # <-
print(answer.missing_keys)
#> ['head.weight', 'head.bias']
print(answer.unexpected_keys)
#> ['old.weight']

renamed = {f"net.{name}": value for name, value in saved.items()}
answer = model.load_state_dict(renamed, strict=False)
print(len(answer.missing_keys) == len(model.state_dict()))  # nothing was loaded
#> True
