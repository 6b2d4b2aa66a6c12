r"""Weights only load failed: the file holds more than tensors and plain values.

Since torch 2.6 `torch.load` reads tensors, plain values and common containers only. The
message names what it refused, after "Unsupported global". Usual causes: the file is a
whole model, not a state dict; a number from NumPy, such as a metric, was saved beside
the weights; an `argparse.Namespace`, a `Path` or a `defaultdict`. For a file that you
trust pass `weights_only=False`; this can run code that the file holds. Before, torch
2.4 and 2.5 warned. See [weights_only](../checkpoints/index.md#weights_only).

Raises:
    UnpicklingError: `torch.load(io.BytesIO(whole))` Unsupported global: GLOBAL
        torch.nn.modules.linear.Linear was not an allowed global by default.
    UnpicklingError: `torch.load(io.BytesIO(content))` Unsupported global: GLOBAL
        numpy._core.multiarray.scalar was not an allowed global by default.

Also worded:
    WeightsUnpickler error: Unsupported global: GLOBAL numpy.core.multiarray.scalar was
      not an allowed global by default. Please use
      `torch.serialization.add_safe_globals([scalar])` or the
      `torch.serialization.safe_globals([scalar])` context manager to allowlist this
      global if you trust this class/function.
    WeightsUnpickler error: Unsupported global: GLOBAL
      numpy._core.multiarray._reconstruct was not an allowed global by default.
    WeightsUnpickler error: Unsupported global: GLOBAL argparse.Namespace was not an
      allowed global by default.
    WeightsUnpickler error: Unsupported global: GLOBAL
      ultralytics.nn.tasks.DetectionModel was not an allowed global by default.
    _pickle.UnpicklingError: Weights only load failed. Re-running `torch.load` with
      `weights_only` set to `False` will likely succeed, but it can result in arbitrary
      code execution.
    _pickle.UnpicklingError: Weights only load failed. This file can still be loaded, to
      do so you have two options, do those steps only if you trust the source of the
      checkpoint.
    _pickle.UnpicklingError: Weights only load failed. In PyTorch 2.6, we changed the
      default value of the `weights_only` argument in `torch.load` from `False` to
      `True`.
    WeightsUnpickler error: Unsupported class numpy.core.multiarray.scalar
    Please file an issue with the following so that we can make `weights_only=True`
      compatible with your use case: WeightsUnpickler error:
    FutureWarning: You are using `torch.load` with `weights_only=False` (the current
      default value), which uses the default pickle module implicitly.

Asked as:
    old checkpoint does not open after the update of torch; np.float64 accuracy in the
    checkpoint stops the loading; best_acc saved as a numpy number; whole model saved,
    weights_only refuses it; save metrics so that a safe load accepts them; defaultdict
    or Path in a checkpoint
"""

import io
import pickle

import numpy as np
import torch
from torch import nn


def saved(value):
    file = io.BytesIO()
    torch.save(value, file)
    return file.getvalue()


whole = saved(nn.Linear(2, 3))
content = saved({"best": np.float64(0.5)})
try:
    torch.load(io.BytesIO(content))
except pickle.UnpicklingError as error:
    print(str(error).split(". ")[0])
    #> Weights only load failed
    print(str(error).split("error: ")[1].split(" was ")[0])
    #> Unsupported global: GLOBAL numpy._core.multiarray.scalar

# A number of NumPy: save a number of Python; an array: save a tensor.
plain = saved({"best": float(np.float64(0.5)), "mean": torch.tensor(np.ones(2))})
print(torch.load(io.BytesIO(plain)))  # <-
#> {'best': 0.5, 'mean': tensor([1., 1.], dtype=torch.float64)}

# A whole model: save its state dict.
weights = saved(nn.Linear(2, 3).state_dict())
print(list(torch.load(io.BytesIO(weights))))
#> ['weight', 'bias']

# A file that you made yourself: read it once, and save it anew.
print(torch.load(io.BytesIO(content), weights_only=False))
#> {'best': np.float64(0.5)}
print(type(torch.load(io.BytesIO(whole), weights_only=False)).__name__)
#> Linear
