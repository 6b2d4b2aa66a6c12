"""pin_memory of a loader: faster copies to a GPU.

The loader puts batches into page-locked memory, from where `.to(device,
non_blocking=True)` copies while the CPU goes on. Without a GPU, and with Apple's
(`mps`), it warns and does nothing: switch it on elsewhere. A single tensor is [pinned
by hand](../devices/index.md#pinned_memory).

Attributes: Shapes
    x: (4, 2) float32

Asked as:
    pin_memory=True; what does pin_memory do; page-locked batches; set pin_memory to
    true or false in the DataLoader; non_blocking=True with a DataLoader; 'pin_memory'
    argument is set as true but no accelerator is found; speed up host to device
    transfer of batches; faster transfer of batches to the graphics card;
    prefetch_to_device; pin_memory warning on cpu or Mac; does pin_memory make data
    loading faster; copy of batches to the GPU is slow; pinned loader, then non_blocking
    to device
"""

import torch
from torch.utils.data import DataLoader

x = torch.ones(4, 2)
accelerator = torch.accelerator.current_accelerator(check_available=True)
device = accelerator or torch.device("cpu")

pin = device.type not in ("cpu", "mps")
loader = DataLoader(x.cpu(), batch_size=2, pin_memory=pin)  # <-
for batch in loader:
    batch = batch.to(device, non_blocking=True)
print(batch.shape)
#> torch.Size([2, 2])
