"""weights_only: refuse a file that would run code.

A pickle can call any function while it is loaded. Since torch 2.6 `torch.load` takes
tensors, containers and plain values only, unless told otherwise. Allow a class of your
own with `torch.serialization.safe_globals`. Keep a checkpoint to plain values, and the
question does not come up.

Raises:
    UnpicklingError: `torch.load(io.BytesIO(evil))` unsupported GLOBAL posix.mkdir
        whose module posix is blocked
    UnpicklingError: `torch.load(io.BytesIO(with_class))` Unsupported global
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

with torch.serialization.safe_globals([Settings]):
    print(torch.load(io.BytesIO(with_class)))
    #> Settings(width=8)
print(os.path.exists("harm"))
#> False
