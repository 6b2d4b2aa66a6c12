"""DataParallel: what older code used for several GPUs.

One process copies the model to every GPU at each step and splits the batch: slower than
[`DistributedDataParallel`](#ddp) even on one machine. Without a GPU it calls the plain
module. Checkpoints of either wrapper have the prefix `module.` in their keys.

Attributes: Shapes
    x: (6, 4) float32

Raises:
    RuntimeError: `model.load_state_dict(saved)` Missing key(s) in state_dict: "weight",
        "bias". Unexpected key(s) in state_dict: "module.weight", "module.bias".
"""

import torch
from torch import nn
from torch.nn.modules.utils import consume_prefix_in_state_dict_if_present

device = torch.accelerator.current_accelerator(check_available=True) or "cpu"
model = nn.Linear(4, 2).to(device)
parallel = nn.DataParallel(model)

x = torch.ones(6, 4, device=device)
print(torch.allclose(parallel(x), model(x)))
#> True

saved = parallel.state_dict()
print(list(saved))
#> ['module.weight', 'module.bias']
state = dict(saved)
consume_prefix_in_state_dict_if_present(state, "module.")
print(model.load_state_dict(state))
#> <All keys matched successfully>
