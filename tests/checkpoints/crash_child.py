"""What runs in processes that are killed; light to import, since each of them imports it."""

import os
import resource
import time
from functools import cache, partial

import torch
from recipes import names_of

EPOCHS = 5


@cache
def functions_of(name):
    """Return what an entry defines, without its section `Use` where it has one."""
    if name != "projects/fit":
        return names_of(name)
    recipe = names_of(name, "Use")
    # A narrow model: what is tried here is not what it learns.
    recipe["convolutional"] = partial(recipe["convolutional"], width=4)
    return recipe


def run_fit(folder, slow_disk=False, **options):
    """Train; a slow disk makes writing long enough to be hit."""
    torch.set_num_threads(1)
    if slow_disk:
        fsync = os.fsync
        os.fsync = lambda descriptor: (time.sleep(0.1), fsync(descriptor))
    recipe = functions_of("projects/fit")
    options = {"epochs": EPOCHS, "batch_size": 128, **options}
    return recipe["fit"](recipe["Config"]("digits", **options), folder)


def fit_as_nobody(folder, sender):
    """Train as a user who may write nothing there; tell what was raised."""
    os.seteuid(65534)
    try:
        run_fit(folder)
    except OSError as error:
        sender.send(f"{type(error).__name__}: {error}")
    else:
        sender.send("nothing was raised")


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
            functions["save"](state, folder, 2, keep=1)
    except (OSError, RuntimeError) as error:
        sender.send(str(error))
    else:
        sender.send(None)
