"""find_unused_parameters: DDP with layers that a step leaves out.

Without it a parameter that takes no part in the loss is an [error in the next
step](../errors/processes.md#unfinished_reduction). With it DDP looks through the graph
behind the forward pass, which costs time. A process that left the layer out counts as a
gradient of zeros, and the sum is divided by all processes; where all of them left it
out the gradient stays `None`. A model whose steps do not differ takes
`static_graph=True`, without the search.

Attributes: Shapes
    net.extra.weight: (1, 2) float32

Asked as:
    DDP and a layer that is not always used; conditional layers in
    DistributedDataParallel; is find_unused_parameters=True slow, should I set it;
    static_graph in DDP; branch that only some ranks take; mixture of experts in DDP;
    layer drop, stochastic depth with several GPUs; parameters that receive no gradient
    on one rank; gradient of a skipped layer is too small in DDP; grad is None after
    backward in DDP; Lightning ddp_find_unused_parameters_true; warning:
    find_unused_parameters=True was specified, but did not find any unused parameters;
    multi-task heads on several GPUs
"""

import os

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.used, self.extra, self.never = (nn.Linear(2, 1) for _ in range(3))

    def forward(self, x, with_extra):
        return self.used(x) + (self.extra(x) if with_extra else 0)


net = Net()
model = DistributedDataParallel(net, find_unused_parameters=True)  # <-
x = torch.ones(4, 2)
for _ in range(2):
    model.zero_grad()
    model(x, with_extra=rank == 0).mean().backward()  # one process takes the layer

if rank == world - 1:
    print(torch.allclose(net.used.weight.grad, torch.ones(1, 2)))
    #> True
    print(torch.allclose(net.extra.weight.grad * world, torch.ones(1, 2)))
    #> True
    print(net.never.weight.grad)
    #> None
dist.destroy_process_group()
