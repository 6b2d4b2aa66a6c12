r"""trying to initialize the default process group twice!: one call a process.

`init_process_group` ran in this process before. Usual causes: a notebook cell run
again; Lightning, Accelerate or another library that made the group, and a call of your
own; a test or a function that makes a group and does not end it. Ask
`dist.is_initialized()` first, or end the old group with `destroy_process_group`.

Raises:
    ValueError: `start()` trying to initialize the default process group twice!

Also worded:
    RuntimeError: trying to initialize the default process group twice!

Asked as:
    run the cell with init_process_group again; Lightning has made the group already;
    destroy_process_group between two tests; second training in one process with DDP;
    Accelerator and init_process_group together; pytest with several DDP tests
"""

import torch.distributed as dist


def start():
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)


if not dist.is_initialized():  # <- the fix: ask first
    start()
try:
    start()
except ValueError as error:
    print(error)
    #> trying to initialize the default process group twice!

# Another group in the same process: end the old one.
dist.destroy_process_group()
print(dist.is_initialized())
#> False
start()
print(dist.get_backend())
#> gloo
