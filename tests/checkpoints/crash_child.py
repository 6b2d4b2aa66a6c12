"""What runs in processes that are killed; light to import, since each of them imports it."""

import os
import resource
import time
from functools import cache

import torch
from recipes import names_of

EPOCHS = 6


@cache
def functions_of(name):
    """Return what an entry defines, without its section `Use` where it has one."""
    return names_of(name, "Use" if name == "training/fit" else None)


def run_fit(folder, slow_disk):
    """Train; a slow disk makes writing long enough to be hit."""
    torch.set_num_threads(1)
    if slow_disk:
        fsync = os.fsync
        os.fsync = lambda descriptor: (time.sleep(0.1), fsync(descriptor))
    functions_of("training/fit")["fit"]("digits", epochs=EPOCHS, folder=folder, batch_size=256)


def save_within(limit, name, folder, state, sender):
    """Try to save where no file may grow beyond a limit, as on a full disk."""
    functions = functions_of(name)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        if name == "checkpoints/atomic_write":
            functions["save"](state, folder / "last.pt")
        elif name == "checkpoints/hash_in_name":
            functions["save"](state, folder, "last-0002")
        else:
            functions["save"](state, folder, "last-0002", keep=1)
    except (OSError, RuntimeError) as error:
        sender.send(str(error))
    else:
        sender.send(None)
