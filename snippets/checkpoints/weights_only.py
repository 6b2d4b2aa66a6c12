"""weights_only: refuse a file that would run code.

A pickle can call any function while it is loaded. Since torch 2.6 `torch.load` takes
tensors, containers and plain values only, unless told otherwise. Allow a class of your
own with `torch.serialization.safe_globals`. Keep a checkpoint to plain values, and the
question does not come up.

Raises:
    UnpicklingError: `torch.load(io.BytesIO(evil))` unsupported GLOBAL posix.mkdir
        whose module posix is blocked
    UnpicklingError: `torch.load(io.BytesIO(with_class))` Unsupported global

Asked as:
    checkpoint with a class in it cannot be loaded; Weights only load failed since torch
    2.6; cannot load my old checkpoint after upgrading to 2.6; torch.load security;
    torch.load warning, what shall I set; FutureWarning: You are using `torch.load` with
    `weights_only=False`; we changed the default value of the `weights_only` argument;
    is it safe to load a .pth from the internet; is it dangerous to load downloaded
    weights; malicious or untrusted checkpoint, virus, arbitrary code execution; should
    I trust this file; unpickling security, WeightsUnpickler error; add_safe_globals;
    was not an allowed global by default; GLOBAL numpy.core.multiarray.scalar; load a
    checkpoint that holds numpy values or argparse.Namespace; allow my own class in a
    safe load; allowlist a dataclass for loading; torch.load(weights_only=True)
"""

import io
import os
from dataclasses import dataclass

import torch


class Evil:
    def __reduce__(self):  # what unpickling would call
        return os.mkdir, ("harm",)


@dataclass
class Settings:
    width: int = 8


def saved(value):
    file = io.BytesIO()
    torch.save(value, file)
    return file.getvalue()


evil, with_class = saved(Evil()), saved(Settings())
plain = saved({"epoch": 3, "name": "net", "weight": torch.ones(2)})
print(torch.load(io.BytesIO(plain)))
#> {'epoch': 3, 'name': 'net', 'weight': tensor([1., 1.])}

with torch.serialization.safe_globals([Settings]):  # <-
    print(torch.load(io.BytesIO(with_class)))
    #> Settings(width=8)
print(os.path.exists("harm"))
#> False
