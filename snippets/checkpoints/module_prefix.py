"""module. prefix: weights that DataParallel or DDP saved.

The wrapper puts `module.` before each name, `torch.compile` puts `_orig_mod.`.
`get_model_state_dict` saves without them, but for that of DataParallel; or take them
off when loading.

Raises:
    RuntimeError: `nn.Linear(2, 3).load_state_dict(saved)` Missing key(s) in state_dict:
        "weight", "bias"

Asked as:
    keys have a module. prefix; remove "module." from the keys; all keys start with
    module, name = k[7:]; k.replace("module.", ""); why do names of my weights begin
    with module, prefix; rename keys of a state_dict; Unexpected key(s) in state_dict:
    "module.; Missing key(s) "conv1.weight", Unexpected key(s) "module.conv1.weight";
    multi-GPU checkpoint into a plain model; names do not fit after multi-GPU training;
    trained on several GPUs, load on one; model saved with nn.DataParallel, load it
    without DataParallel; load a DDP checkpoint in a single-GPU script;
    model.module.state_dict(); unwrap the model before saving; strip _orig_mod. after
    torch.compile; _orig_mod; "model." in front of every key of a Lightning file
"""

import torch
from torch import nn
from torch.distributed.checkpoint.state_dict import get_model_state_dict
from torch.nn.modules.utils import consume_prefix_in_state_dict_if_present

saved = nn.DataParallel(nn.Linear(2, 3)).state_dict()
print(list(saved))
#> ['module.weight', 'module.bias']

plain = {name.removeprefix("module."): value for name, value in saved.items()}
print(nn.Linear(2, 3).load_state_dict(plain))
#> <All keys matched successfully>

same = dict(saved)
consume_prefix_in_state_dict_if_present(same, "module.")  # <- in place
print(list(same))
#> ['weight', 'bias']

compiled = torch.compile(nn.Linear(2, 3))
print(list(compiled.state_dict()), list(get_model_state_dict(compiled)))
#> ['_orig_mod.weight', '_orig_mod.bias'] ['weight', 'bias']
