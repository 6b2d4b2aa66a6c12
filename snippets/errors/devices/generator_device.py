r"""Expected a 'cuda' device type for generator but found 'cpu': one generator a device.

A `torch.Generator` belongs to a device and serves tensors of that device only. Usual
causes: `torch.Generator()`, which is on the CPU, for `torch.randn(..., device="cuda")`
and for diffusion models; `torch.set_default_device("cuda")` with a `DataLoader` or
`random_split`, which draw their order by a CPU generator on the default device. Give
each a generator of its device. On a Mac with MPS the words are the same with 'mps'.

Also worded:
    RuntimeError: Expected a 'cpu' device type for generator but found 'cuda'
    RuntimeError: Expected a 'cuda' device type for generator but found 'cpu'
    RuntimeError: Expected a 'mps' device type for generator but found 'cpu'
    RuntimeError: Expected a 'mps:0' generator device but found 'cpu'

Asked as:
    DataLoader(shuffle=True) after set_default_tensor_type cuda; random_split with
    default device cuda; manual_seed generator and torch.randn on cuda;
    set_default_device breaks the shuffle; RandomSampler generator error; stable
    diffusion generator device
"""

import torch
from torch.utils.data import DataLoader, random_split

device = torch.accelerator.current_accelerator(check_available=True) or "cpu"

# Numbers on a device: a generator of that device.
generator = torch.Generator(device=device).manual_seed(0)  # <-
noise = torch.randn(2, device=generator.device, generator=generator)  # (2,)
print(noise.device == generator.device)
#> True

# Order of a dataset: it is drawn on the default device, the CPU unless set otherwise.
order = torch.Generator(device=torch.get_default_device()).manual_seed(0)
train, val = random_split(range(10), [8, 2], generator=order)
print(order.device, len(train), len(val))
#> cpu 8 2
loader = DataLoader(train, batch_size=4, shuffle=True, generator=order)
print(sorted(int(i) for batch in loader for i in batch) == sorted(train))
#> True
