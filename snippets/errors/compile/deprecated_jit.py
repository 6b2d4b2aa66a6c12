r"""torch.jit.script is deprecated: what to use in place of TorchScript.

`torch.jit.script`, `trace`, `save` and `load` still work and warn. In their place: for
speed in Python `torch.compile`; for a file without the classes `torch.export.save` and
`load`; for C++ and other runtimes AOTInductor, ExecuTorch or ONNX. The warning may come
from a library; then it asks nothing of you and can be filtered by its text. See
[ways to ship](../ship/index.md).

Warns:
    FutureWarning: `torch.jit.script(double)` `torch.jit.script` is deprecated. Please
        switch to `torch.compile` or `torch.export`.

Before: 2.14
    DeprecationWarning: `torch.jit.script(double)` `torch.jit.script` is deprecated.
        Please switch to `torch.compile` or `torch.export`.

Before: 2.13
    UserWarning: `...` The given buffer is not writable, and PyTorch does not
        support non-writable tensors.

Also worded:
    FutureWarning: `torch.jit.trace` is deprecated. Please switch to `torch.compile` or
      `torch.export`.
    FutureWarning: `torch.jit.load` is deprecated. Please switch to `torch.export`.
    FutureWarning: `torch.jit.trace_method` is deprecated. Please switch to
      `torch.compile` or `torch.export`.
    DeprecationWarning: `torch.jit.script` is deprecated. Please switch to
      `torch.compile` or `torch.export`.
    DeprecationWarning: `torch.jit.script_method` is deprecated. Please switch to
      `torch.compile` or `torch.export`.
    DeprecationWarning: You are using the legacy TorchScript-based ONNX export.

Asked as:
    replace torch.jit.save and load; successor of TorchScript; will TorchScript be
    removed; torch.jit warning from a library I import; legacy TorchScript-based ONNX
    export warning; filterwarnings for torch.jit
"""

import io
import warnings

import torch
from torch import nn


def double(x: torch.Tensor) -> torch.Tensor:
    return x * 2


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.jit.script(double)
print(str(caught[0].message).split(". ")[0])
#> `torch.jit.script` is deprecated

# A file without the class: torch.export.
model, x = nn.Linear(3, 1).eval(), torch.ones(2, 3)
file = io.BytesIO()
torch.export.save(torch.export.export(model, (x,)), file)  # <-
file.seek(0)
loaded = torch.export.load(file).module()
print(torch.equal(loaded(x), model(x)))
#> True

# A library that uses it: filter by text.
warnings.filterwarnings("ignore", message="`torch.jit")
