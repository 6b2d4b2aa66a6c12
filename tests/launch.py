"""Scripts on several processes, started as a reader starts them: by torchrun."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

LAUNCH = [sys.executable, "-m", "torch.distributed.run"]
# The machine's GPUs, if any, are left aside: two processes want two of them. With
# PYTHONUNBUFFERED a line and its end are two writes, and lines of two processes mix.
ENVIRONMENT = os.environ | {
    "CUDA_VISIBLE_DEVICES": "",
    "OMP_NUM_THREADS": "1",
    "PYTHONUNBUFFERED": "",
}

#: A thread of gloo that waits for the interpreter while it ends aborts the process, after all
#: work is done: seen twice in a hundred runs under load, see pull request 179291 of PyTorch.
ABORTED_AT_EXIT = "terminate called without an active exception"


def start(command: Iterable[object], folder: Path) -> subprocess.Popen[str]:
    """Start a command in a folder."""
    return subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def own_lines(text: str) -> str:
    """Leave out what gloo says."""
    return "\n".join(line for line in text.splitlines() if not line.startswith("[Gloo]"))


def finish(process: subprocess.Popen[str]) -> str:
    """Wait, and return what was printed."""
    try:
        out, err = process.communicate(timeout=240)
    finally:
        process.kill()
    assert process.returncode == 0, err
    return own_lines(out)


def on_processes(processes: int, script: Path, *options: object) -> list[object]:
    """Return the command that runs a script on several processes of this machine."""
    return [*LAUNCH, "--standalone", "--nproc-per-node", processes, *options, script]


def torchrun(processes: int, script: Path, folder: Path, *options: object) -> str:
    """Run a script on several processes, and return what they printed."""
    command = on_processes(processes, script, *options)
    try:
        return finish(start(command, folder))
    except AssertionError as error:
        if ABORTED_AT_EXIT not in str(error):
            raise
    return finish(start(command, folder))
