"""module. prefix: weights that DataParallel or DDP saved.

The wrapper puts `module.` before each name, `torch.compile` puts `_orig_mod.`. Save
`model.module.state_dict()` and there is no prefix; or take it off when loading.

Raises:
    RuntimeError: `nn.Linear(2, 3).load_state_dict(saved)` Missing key(s) in state_dict:
        "weight", "bias"
"""

from torch import nn
from torch.nn.modules.utils import consume_prefix_in_state_dict_if_present

saved = nn.DataParallel(nn.Linear(2, 3)).state_dict()
print(list(saved))
#> ['module.weight', 'module.bias']

plain = {name.removeprefix("module."): value for name, value in saved.items()}
print(nn.Linear(2, 3).load_state_dict(plain))
#> <All keys matched successfully>

same = dict(saved)
consume_prefix_in_state_dict_if_present(same, "module.")  # in place
print(list(same))
#> ['weight', 'bias']
