"""what weights_only takes: name what is refused, save plain values.

Tensors, numbers, strings, bytes, lists, tuples, dicts, sets, `OrderedDict`, `Counter`,
dtypes, devices and sizes are taken. Numbers and arrays of NumPy, paths, dates,
`defaultdict`, `deque`, `Namespace`, enums and your own classes are not.
`get_unsafe_globals_in_checkpoint` names what a file needs, without running it. Turn the
values into plain ones before saving; for a file that is there `safe_globals` allows by
name. A `defaultdict` that holds something is refused even then.

Attributes: Shapes
    mean: (2,) float64

Asked as:
    torch.serialization.add_safe_globals; get_unsafe_globals_in_checkpoint; numpy scalar
    in a checkpoint, weights_only; list of types that weights_only=True accepts;
    Unsupported global: GLOBAL pathlib.PosixPath; Unsupported global: GLOBAL
    collections.defaultdict; argparse.Namespace in a checkpoint; save config and metrics
    so that they load safely; which class makes my checkpoint unsafe; datetime in a
    torch.save file; Unsupported global: GLOBAL numpy.dtype; save a numpy array in a
    checkpoint; get_safe_globals, clear_safe_globals; make an old checkpoint loadable
    with weights_only=True; enum in a checkpoint; which classes does a pth file import
"""

import io
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from torch.serialization import get_unsafe_globals_in_checkpoint, safe_globals


def saved(value):
    file = io.BytesIO()
    torch.save(value, file)
    return file.getvalue()


counts = defaultdict(int, cat=3)
content = saved({"best": np.float64(0.9), "folder": Path("data"), "counts": counts})
print(len(get_unsafe_globals_in_checkpoint(io.BytesIO(content))))  # <-
#> 5

plain = {
    "best": float(np.float64(0.9)),
    "folder": str(Path("data")),
    "counts": dict(counts),
    "mean": torch.from_numpy(np.ones(2)),
}
loaded = torch.load(io.BytesIO(saved(plain)))
mean = loaded["mean"]
print(loaded["best"], loaded["folder"], loaded["counts"])
#> 0.9 data {'cat': 3}

print(sorted(get_unsafe_globals_in_checkpoint(io.BytesIO(saved(counts)))))
#> ['builtins.int', 'collections.defaultdict']
with safe_globals([type(Path())]):
    print(torch.load(io.BytesIO(saved({"folder": Path("data")}))))
#> {'folder': PosixPath('data')}
