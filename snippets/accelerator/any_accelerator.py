"""torch.accelerator: one spelling for CUDA, MPS and XPU.

| Instead of | Write |
|---|---|
| `torch.cuda.is_available()` | `torch.accelerator.is_available()` |
| `torch.cuda.device_count()` | `torch.accelerator.device_count()` |
| `torch.cuda.set_device(i)` | `torch.accelerator.set_device_index(i)` |
| `torch.cuda.current_device()` | `torch.accelerator.current_device_index()` |
| `with torch.cuda.device(i):` | `with torch.accelerator.device_index(i):` |
| `torch.cuda.synchronize()` | `torch.accelerator.synchronize()` |
| `torch.cuda.empty_cache()` | `torch.accelerator.empty_cache()` |
| `torch.cuda.memory_allocated()` | `torch.accelerator.memory_allocated()` |
| `torch.cuda.Stream()`, `torch.cuda.Event()` | `torch.Stream()`, `torch.Event()` |

Without a device `device_count`, `empty_cache` and `memory_allocated` answer or do
nothing; `set_device_index`, `current_device_index` and `synchronize` raise.

Asked as:
    torch.accelerator; torch.accelerator.device_index; device-agnostic code;
    torch.accelerator.current_accelerator; replace torch.cuda calls for other hardware;
    same script on NVIDIA, AMD, Intel and Apple; torch.accelerator.set_device_index;
    torch.mps.synchronize and torch.xpu.synchronize in one call; device count without
    cuda; torch.get_device_module; torch.accelerator.memory_stats; port a CUDA script to
    XPU; torch.accelerator.set_device_idx is deprecated
"""

import torch

count = torch.accelerator.device_count()
device = torch.accelerator.current_accelerator(check_available=True)  # <-
print((device is None) == (count == 0) == (not torch.accelerator.is_available()))
#> True

with torch.accelerator.device_index(0 if count else None):  # no device, no change
    x = torch.ones(3, device=device)
print(x.device.index in (None, 0))
#> True
torch.accelerator.empty_cache()
print(torch.accelerator.memory_allocated() >= 0)
#> True
