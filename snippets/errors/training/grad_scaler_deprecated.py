r"""torch.cuda.amp.GradScaler(args...) is deprecated: take torch.amp with a device.

A warning since torch 2.4; what it does stays. The scaler and `autocast` are in
`torch.amp` now, and the device is the first argument. Where the warning comes from a
library, update it, or filter the message. See
[`mixed_precision_cuda`](../training/index.md#mixed_precision_cuda).

Warns:
    FutureWarning: `torch.cuda.amp.GradScaler()` `torch.cuda.amp.GradScaler(args...)` is
        deprecated. Please use `torch.amp.GradScaler('cuda', args...)` instead.
    FutureWarning: `torch.cuda.amp.autocast()` `torch.cuda.amp.autocast(args...)` is
        deprecated. Please use `torch.amp.autocast('cuda', args...)` instead.

Raises:
    TypeError: `torch.amp.autocast()` missing 1 required positional argument:
        'device_type'

Also worded:
    FutureWarning: `torch.cpu.amp.autocast(args...)` is deprecated. Please use
      `torch.amp.autocast('cpu', args...)` instead.
    FutureWarning: `torch.cpu.amp.GradScaler(args...)` is deprecated. Please use
      `torch.amp.GradScaler('cpu', args...)` instead.
    UserWarning: torch.cuda.amp.GradScaler is enabled, but CUDA is not available.
      Disabling.

Asked as:
    autocast FutureWarning in YOLOv5; replace torch.cuda.amp.autocast; from
    torch.cuda.amp import autocast, GradScaler in new versions; silence the GradScaler
    FutureWarning; amp import for torch 2.4 and later; GradScaler without a GPU warns
"""

import warnings

import torch

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.cuda.amp.autocast(enabled=False)
print(str(caught[0].message).split(". ")[0])
#> `torch.cuda.amp.autocast(args...)` is deprecated

# The scaler and autocast: the device first; enabled=False where there is no GPU.
device = "cuda" if torch.cuda.is_available() else "cpu"
scaler = torch.amp.GradScaler(device, enabled=device == "cuda")  # <-
with torch.autocast(device):  # float16 on CUDA, bfloat16 on the CPU
    product = torch.ones(2, 2, device=device) @ torch.ones(2, 2, device=device)
print(product.dtype == torch.get_autocast_dtype(device))
#> True

# From a library: filter this message only.
warnings.filterwarnings("ignore", message=r".*torch\.cuda\.amp.*is deprecated.*")
torch.cuda.amp.autocast(enabled=False)
