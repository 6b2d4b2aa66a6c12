r"""'collections.OrderedDict' object has no attribute 'eval': a dict is no model.

The file holds the weights, or a checkpoint with the weights in it, not the model: make
the model from its class, then load. With `_IncompatibleKeys` in the message the answer
of `load_state_dict`, which names the missing keys, took the model's name: it loads in
place, so assign nothing. See [the state dict](../checkpoints/index.md#state_dict).

Raises:
    AttributeError: `state.eval()` 'collections.OrderedDict' object has no attribute
        'eval'
    AttributeError: `model.load_state_dict(state).eval()` '_IncompatibleKeys' object has
        no attribute 'eval'
    TypeError: `state(x)` 'collections.OrderedDict' object is not callable

Also worded:
    AttributeError: 'dict' object has no attribute 'eval'
    AttributeError: 'OrderedDict' object has no attribute 'eval'
    AttributeError: 'collections.OrderedDict' object has no attribute 'to'
    AttributeError: 'collections.OrderedDict' object has no attribute 'cuda'
    AttributeError: 'collections.OrderedDict' object has no attribute 'parameters'
    AttributeError: 'dict' object has no attribute 'state_dict'
    TypeError: 'dict' object is not callable
    AttributeError: 'NoneType' object has no attribute 'eval'

Asked as:
    torch.load gives a dictionary, not a model; load_state_dict returns
    _IncompatibleKeys; checkpoint is a dict with epoch and optimizer; file has weights
    only, where is the network; .to(device) of a loaded file fails; .pth file without
    the architecture
"""

import io

import torch
from torch import nn

file = io.BytesIO()
torch.save(nn.Linear(2, 3).state_dict(), file)
file.seek(0)
state = torch.load(file)
try:
    state.eval()
except AttributeError as error:
    print(error)
    #> 'collections.OrderedDict' object has no attribute 'eval'

# Make the model from its class, load into it.
model = nn.Linear(2, 3)
model.load_state_dict(state)  # <- in place
model.eval()
x = torch.zeros(1, 2)
print(model(x).shape)
#> torch.Size([1, 3])

# `model = model.load_state_dict(state)` keeps the answer, not the model.
answer = model.load_state_dict(state)
print(type(answer).__name__)
#> _IncompatibleKeys

# A checkpoint with more in it: look at its keys.
checkpoint = {"epoch": 3, "model": state}
print(list(checkpoint))
#> ['epoch', 'model']
model.load_state_dict(checkpoint["model"])
