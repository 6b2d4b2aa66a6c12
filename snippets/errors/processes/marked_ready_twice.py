r"""Expected to mark a variable ready only once: two gradients for one parameter.

DDP expects one gradient a parameter in a backward pass. Usual causes: a layer that is
used twice under reentrant `checkpoint`; with `find_unused_parameters=True`, reentrant
`checkpoint` or a parameter used only outside of the wrapped `forward`. Pass
`use_reentrant=False` to `checkpoint`, or `static_graph=True` to DDP where the steps use
the same layers. The message names the parameter.

Raises:
    RuntimeError: `step(DistributedDataParallel(Net(True)))` Expected to mark a variable
        ready only once. This error is caused by one of the following reasons: 1) Use of
        a module parameter outside the `forward` function.

Also worded:
    RuntimeError: Expected to mark a variable ready only once. This error is caused by
      one of the following reasons: 1) Use of a module parameter outside the `forward`
      function. 2) Reused parameters in multiple reentrant backward passes.
    Parameter at index 3 with name 1.a.bias has been marked as ready twice. This means
      that multiple autograd engine hooks have fired for this particular parameter
      during this iteration.

Asked as:
    shared layer, checkpoint and DDP; _set_static_graph() as a workaround;
    static_graph=True; reentrant backward passes; gradient_checkpointing_enable with
    several GPUs; autograd engine hooks have fired
"""

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.checkpoint import checkpoint


class Net(nn.Module):
    def __init__(self, reentrant):
        super().__init__()
        self.first, self.shared = nn.Linear(2, 2), nn.Linear(2, 2)
        self.reentrant = reentrant

    def forward(self, x):
        x = self.first(x)
        for _ in range(2):  # the same layer, twice
            x = checkpoint(self.shared, x, use_reentrant=self.reentrant)
        return x


def step(model):
    model(torch.ones(4, 2)).mean().backward()
    return "done"


if not dist.is_initialized():
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
try:
    step(DistributedDataParallel(Net(True)))
except RuntimeError as error:
    print(str(error).split(".")[0])
    #> Expected to mark a variable ready only once

# Checkpoints that are not reentrant.
print(step(DistributedDataParallel(Net(False))))
#> done

# Steps that all use the same layers.
ddp = DistributedDataParallel(Net(True), static_graph=True)  # <-
print(step(ddp))
#> done
