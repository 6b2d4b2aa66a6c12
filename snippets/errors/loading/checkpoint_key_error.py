r"""KeyError 'model_state_dict', 'state_dict': the file has no such key.

Each program names the parts of its checkpoints as it likes: `model_state_dict`,
`state_dict`, `model`, `net`. Usual causes: the file is the bare state dict, without a
dictionary around it; it was written by other code, with other names; a part was not
saved, such as the optimizer in a file for prediction; `'param_groups'` where an
optimizer was given the weights of the model. Print the keys. See [a full
checkpoint](../checkpoints/index.md#full_checkpoint).

Raises:
    KeyError: `bare["model_state_dict"]` 'model_state_dict'
    KeyError: `torch.optim.SGD(model.parameters()).load_state_dict(bare)` 'param_groups'
    KeyError: `checkpoint["optimizer_state_dict"]` 'optimizer_state_dict'

Also worded:
    KeyError: 'state_dict'
    KeyError: 'model'
    KeyError: 'net'
    KeyError: 'epoch'
    KeyError: 'optimizer'
    KeyError: 'pytorch-lightning_version'

Asked as:
    file is a plain state dict, code expects a checkpoint; load a checkpoint of another
    repository; optimizer state is missing in the file; names inside a .pth file of
    somebody else; print what is in a pth file; weights are nested under another name
"""

import torch
from torch import nn

model = nn.Linear(2, 3)
bare = model.state_dict()
checkpoint = {"epoch": 3, "state_dict": bare}
try:
    model.load_state_dict(bare["model_state_dict"])
except KeyError as error:
    print("KeyError:", error)
    #> KeyError: 'model_state_dict'

# What is in the file?
for file in (bare, checkpoint):
    print({name: type(value).__name__ for name, value in file.items()})  # <-
    #> {'weight': 'Tensor', 'bias': 'Tensor'}
    #> {'epoch': 'int', 'state_dict': 'OrderedDict'}


# A bare state dict, or one under any of the usual names.
def weights(file):
    for name in ("model_state_dict", "state_dict", "model", "net"):
        if isinstance(file.get(name), dict):
            return file[name]
    return file


print(model.load_state_dict(weights(bare)))
#> <All keys matched successfully>
print(model.load_state_dict(weights(checkpoint)))
#> <All keys matched successfully>

# A part that may be missing: ask first.
optimizer = torch.optim.SGD(model.parameters())
if "optimizer" in checkpoint:
    optimizer.load_state_dict(checkpoint["optimizer"])
print(checkpoint.get("epoch", 0))
#> 3
