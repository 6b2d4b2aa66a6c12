r"""Expected to have finished reduction in the prior iteration: unused parameters.

DDP waits for the gradients of the parameters; some of them took no part in the loss,
and at the next forward pass the wait is found unfinished. Usual causes: a layer that is
made and not called; a branch skipped for this batch; an output that the loss leaves
out. The end of the message numbers the parameters. Remove or freeze them, or pass
`find_unused_parameters=True`, which looks for them in each step.

Raises:
    RuntimeError: `two_steps(DistributedDataParallel(Net()))` Expected to have finished
        reduction in the prior iteration before starting a new one. This error indicates
        that your module has parameters that were not used in producing loss.

Also worded:
    RuntimeError: Expected to have finished reduction in the prior iteration before
      starting a new one. This error indicates that your module has parameters that were
      not used in producing its output (the return value of `forward`).
    Parameter indices which did not receive grad for rank 0: 2 3
    Parameters which did not receive grad for rank 0: unused.bias, unused.weight

Asked as:
    find_unused_parameters=True; a frozen branch in DistributedDataParallel;
    TORCH_DISTRIBUTED_DEBUG=DETAIL; GAN training in DDP; auxiliary head without a loss
    on several GPUs; parameter indices which did not receive grad
"""

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.used, self.unused = nn.Linear(2, 1), nn.Linear(2, 1)

    def forward(self, x):
        return self.used(x)


def two_steps(model):
    for _ in range(2):
        model(torch.ones(4, 2)).mean().backward()
    return "done"


if not dist.is_initialized():  # a group of one shows it too
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
try:
    two_steps(DistributedDataParallel(Net()))
except RuntimeError as error:
    print(str(error).split(" before")[0])
    #> Expected to have finished reduction in the prior iteration

# Which ones: those without a gradient in a plain step.
net = Net()
net(torch.ones(4, 2)).mean().backward()
print([name for name, p in net.named_parameters() if p.grad is None])
#> ['unused.weight', 'unused.bias']

# A layer without a use: remove it, or freeze it before DDP sees it.
net.unused.requires_grad_(False)
print(two_steps(DistributedDataParallel(net)))
#> done

# A layer that some batches skip: let DDP look.
ddp = DistributedDataParallel(Net(), find_unused_parameters=True)  # <-
print(two_steps(ddp))
#> done
