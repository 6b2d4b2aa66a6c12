r"""DistributedDataParallel is not needed: the module has nothing to train.

DDP averages gradients, and no parameter of the module asks for one. Usual causes: a
frozen network (a teacher, a feature extractor, the VAE of a diffusion model) that is
wrapped like the others; a loss or activation without parameters; freezing all layers
before the new head is in place. Wrap what is trained, leave the rest plain.

Raises:
    RuntimeError: `DistributedDataParallel(nn.ReLU())` DistributedDataParallel is not
        needed when a module doesn't have any parameter that requires a gradient.

Also worded:
    AssertionError: DistributedDataParallel is not needed when a module doesn't have any
      parameter that requires a gradient.

Asked as:
    wrap a frozen teacher in DDP; DDP around a loss without parameters; accelerate
    prepare on a frozen model; evaluate a frozen model on several GPUs, is DDP needed;
    requires_grad=False everywhere and DDP; pretrained encoder without gradients in DDP
"""

import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

if not dist.is_initialized():
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
teacher = nn.Linear(2, 2).requires_grad_(False)
try:
    DistributedDataParallel(teacher)
except RuntimeError as error:
    print(str(error).split(" when")[0])
    #> DistributedDataParallel is not needed

# Frozen: plain, on the device of its process.
teacher.eval()

# Frozen body, new head: the head is in place before DDP.
model = nn.Sequential(teacher, nn.Linear(2, 1))  # <-
ddp = DistributedDataParallel(model)
print([name for name, p in ddp.named_parameters() if p.requires_grad])
#> ['module.1.weight', 'module.1.bias']
