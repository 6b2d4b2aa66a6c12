"""Run scripts in groups of forked processes: torch is imported once for all of them.

Usage: forks.py SIZE:PATH…; what rank R of a group of N prints goes to STEM@N.R.txt.
"""

import os
import runpy
import socket
import sys
import traceback
from pathlib import Path

import torch._dynamo
import torch.distributed.fsdp
import torch.distributed.tensor.parallel
import torch.nn.parallel  # noqa: F401

for job in sys.argv[1:]:
    size, _, path = job.partition(":")
    with socket.socket() as s:
        s.bind(("localhost", 0))
        port = str(s.getsockname()[1])
    children = []
    for rank in range(int(size)):
        if child := os.fork():
            children.append(child)
            continue
        os.environ |= {"RANK": str(rank), "LOCAL_RANK": str(rank), "WORLD_SIZE": size}
        os.environ |= {"MASTER_ADDR": "localhost", "MASTER_PORT": port}
        sys.stdout = open(f"{Path(path).stem}@{size}.{rank}.txt", "w")  # noqa: SIM115
        try:
            runpy.run_path(path, run_name="__main__")
            sys.stdout.flush()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    ends = [os.waitpid(child, 0)[1] for child in children]
    if any(ends):
        sys.exit(f"{job} failed")
