r"""several machines: one torchrun on each.

The same line on every machine. The one named as endpoint lets the others in on the
port, and torchrun deals out the ranks.

```sh
torchrun --nnodes 2 --nproc-per-node 4 --rdzv-id run1 \
    --rdzv-backend c10d --rdzv-endpoint host0:29500 train.py
```

Without the rendezvous each machine gets its number by hand, 1 on the second.

```sh
torchrun --nnodes 2 --nproc-per-node 4 --node-rank 0 \
    --master-addr host0 --master-port 29500 train.py
```

| What must hold | Otherwise |
|---|---|
| all machines reach `host0:29500`, and each other on any port | the start times out |
| the same code, torch and data at the same paths | errors on some ranks |
| `--nnodes` machines are started | the start waits for the rest |
| `NCCL_SOCKET_IFNAME=eth0` names the card, if there are several | nccl hangs |
| `GLOO_SOCKET_IFNAME=eth0` likewise | gloo hangs |

The script is that of one machine. Checkpoints go to a folder that all machines share.
`NCCL_DEBUG=INFO` shows what nccl connects to.

Attributes: Shapes
    total: (1,) float32

Asked as:
    multi-node or multinode training; train on a cluster; DDP on two computers over the
    network or ethernet; nodes of a Slurm job, multinode torchrun; torchrun --nnodes 2
    --node-rank 1; rendezvous endpoint; NCCL hangs at init_process_group; which network
    interface does NCCL take; The client socket has timed out, connect timeout; NCCL
    error, unhandled system error, NCCL_DEBUG=INFO;
    tf.distribute.MultiWorkerMirroredStrategy; TF_CONFIG; two servers with several GPUs
    each; train on more than one computer together; MASTER_ADDR and MASTER_PORT of the
    main node; two nodes with 8 GPUs in distributed training; IP address of the master
    node; training on several computers
"""

import os

import torch
import torch.distributed as dist

if "RANK" in os.environ:  # started by torchrun
    dist.init_process_group("gloo")
else:  # started by python: a group of one
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)

machines = [None] * dist.get_world_size()
dist.all_gather_object(machines, os.uname().nodename)  # <-
total = torch.ones(1)
dist.all_reduce(total)  # a first collective shows that all are connected
if dist.get_rank() == 0:
    print(len(set(machines)), total.item() == dist.get_world_size())
    #> 1 True
dist.destroy_process_group()
