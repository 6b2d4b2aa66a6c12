r"""Address already in use: something listens at this port.

Rank 0 opens a port on which the others find it. On one machine torchrun looks for a
free port; with `--nnodes 2`, and in older versions, it takes 29500. Usual causes: a
second training with that port on the same machine; processes of a run that crashed and
still live; a fixed number in `init_method="tcp://localhost:12355"`. Give a run a port
of its own: `--master-port 29501`, without torchrun `MASTER_PORT`. End what is left of
the old run; look for it by `nvidia-smi` and `ss -ltnp`.

Raises:
    DistNetworkError: `dist.TCPStore("127.0.0.1", store.port, 1, True)` The server
        socket has failed to listen on any local network address.

Also worded:
    torch.distributed.DistNetworkError: The server socket has failed to listen on any
      local network address. port: 29500, useIpv6: false, code: -98, name: EADDRINUSE,
      message: address already in use
    RuntimeError: The server socket has failed to listen on any local network address.
      The server socket has failed to bind to [::]:29500 (errno: 98 - Address already in
      use).
    RuntimeError: Address already in use
    OSError: [Errno 98] Address already in use
    [W socket.cpp:401] [c10d] The server socket has failed to bind to [::]:29500 (errno:
      98 - Address already in use).

Asked as:
    two torchrun jobs on one machine; MASTER_PORT for a second run; old DDP processes
    still hold the port; EADDRINUSE after Ctrl+C; start two trainings on different GPUs
    of one server; rdzv endpoint with a free port
"""

import torch.distributed as dist

# Port 0: the system picks a free one.
store = dist.TCPStore("127.0.0.1", 0, world_size=1, is_master=True)  # <-
print(store.port > 0)
#> True
try:
    dist.TCPStore("127.0.0.1", store.port, world_size=1, is_master=True)
except dist.DistNetworkError as error:
    print(str(error).split(" on any")[0], "...", str(error)[-26:])
    #> The server socket has failed to listen ... ge: address already in use

# One process, for a test: no port at all.
dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
print(dist.get_world_size())
#> 1
dist.destroy_process_group()
