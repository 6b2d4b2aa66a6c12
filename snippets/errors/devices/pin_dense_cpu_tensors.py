r"""only dense CPU tensors can be pinned: the batch is on the GPU already.

Pinned memory is memory of the CPU from which a GPU copies faster; a tensor on the GPU
has none. Usual cause: a dataset or `collate_fn` that moves to the GPU, or
`torch.set_default_device("cuda")`, together with `DataLoader(pin_memory=True)`. Keep
the dataset on the CPU and move the batch in the loop, or, where all the data fits on
the GPU, leave `pin_memory` and the workers out.

Raises:
    RuntimeError: `torch.ones(2, device="meta").pin_memory()` cannot pin 'MetaFloatType'
        only dense CPU tensors can be pinned

Also worded:
    RuntimeError: cannot pin 'torch.cuda.FloatTensor' only dense CPU tensors can be
      pinned
    RuntimeError: cannot pin 'torch.cuda.LongTensor' only dense CPU tensors can be
      pinned
    RuntimeError: cannot pin 'torch.cuda.FloatTensor' only CPU memory can be pinned
    RuntimeError: Caught RuntimeError in pin memory thread for device 0.

Asked as:
    error in the pin memory thread; DataLoader over cuda tensors; dataset already on the
    GPU, which loader options; sparse tensor cannot be pinned; pin memory of LongTensor
    on cuda fails; move in __getitem__ and pin_memory
"""

import torch
from torch.utils.data import DataLoader, TensorDataset

device = torch.accelerator.current_accelerator(check_available=True) or "cpu"
try:
    torch.ones(2, device="meta").pin_memory()  # any device but the CPU
except RuntimeError as error:
    print(error)
    #> cannot pin 'MetaFloatType' only dense CPU tensors can be pinned

# Data on the CPU: pinned where there is a GPU to copy to, moved in the loop.
pin = torch.device(device).type not in ("cpu", "mps")
data = TensorDataset(torch.ones(4, 2, device="cpu"))
for (x,) in DataLoader(data, batch_size=2, pin_memory=pin):
    x = x.to(device, non_blocking=pin)  # (2, 2)

# All data on the device: no pinning, no workers.
data = TensorDataset(torch.ones(4, 2, device=device))
loader = DataLoader(data, batch_size=2, pin_memory=False, num_workers=0)  # <-
print(next(iter(loader))[0].device.type == torch.device(device).type)
#> True
