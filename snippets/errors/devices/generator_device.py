r"""Expected a 'cuda' device type for generator but found 'cpu': one generator a device.

A `torch.Generator` belongs to a device and serves tensors of that device only. Usual
causes: `torch.Generator()`, which is on the CPU, for `torch.randn(..., device="cuda")`
and for diffusion models; `torch.set_default_device("cuda")` with a `DataLoader` or
`random_split`, which draw their order on the CPU by default. Give each its own
generator. On a Mac with MPS the words are the same with 'mps'.

Also worded:
    RuntimeError: Expected a 'cpu' device type for generator but found 'cuda'
    RuntimeError: Expected a 'cuda' device type for generator but found 'cpu'
    RuntimeError: Expected a 'mps' device type for generator but found 'cpu'
    RuntimeError: Expected a 'mps:0' generator device but found 'cpu'
    ValueError: Cannot generate a cpu tensor from a generator of type cuda.

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
generator = torch.Generator(device=device).manual_seed(0)
noise = torch.randn(2, device=generator.device, generator=generator)  # (2,)
print(noise.device == generator.device)
#> True

# Order of a dataset: a generator on the CPU, whatever the default device is.
on_cpu = torch.Generator(device="cpu").manual_seed(0)
train, val = random_split(range(10), [8, 2], generator=on_cpu)
print(on_cpu.device, len(train), len(val))
#> cpu 8 2
loader = DataLoader(train, batch_size=4, shuffle=True, generator=on_cpu)
print(sorted(int(i) for batch in loader for i in batch) == sorted(train))
#> True
