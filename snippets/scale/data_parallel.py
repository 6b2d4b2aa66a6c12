"""DataParallel: what older code used for several GPUs.

One process copies the model to its GPUs at a step and splits the batch: take
[`DistributedDataParallel`](#ddp) even on one machine. Without a GPU it calls the plain
module. Checkpoints of either wrapper have the prefix `module.` in their keys.

Attributes: Shapes
    x: (6, 4) float32

Raises:
    RuntimeError: `model.load_state_dict(saved)` Missing key(s) in state_dict: "weight",
        "bias". Unexpected key(s) in state_dict: "module.weight", "module.bias".

Asked as:
    use two GPUs from one Python process, easy multi-GPU in one line; difference between
    DP and DDP, DataParallel and DistributedDataParallel; why is DP slow; data parallel
    in one process, split the batch over GPUs; keras.utils.multi_gpu_model;
    DataParallelTable; nn.parallel.data_parallel; scatter, replicate and gather at each
    step; migrate an old multi-GPU script; device_ids=[0, 1]; wrap the model, first GPU
    out of memory, second half used; is nn.DataParallel deprecated or still good; split
    each batch across GPUs automatically; old code wraps the model in
    nn.DataParallel(model).cuda()
"""

import torch
from torch import nn
from torch.nn.modules.utils import consume_prefix_in_state_dict_if_present

device = torch.accelerator.current_accelerator(check_available=True) or "cpu"
model = nn.Linear(4, 2).to(device)
parallel = nn.DataParallel(model)  # <-

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
