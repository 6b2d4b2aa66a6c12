r"""device=: make a tensor where it is used.

Factories take `device=`. It saves the copy that `torch.zeros(…).to(device)` makes.
`with torch.device(…)` sets the default for a block, `torch.set_default_device` for the
program. On `meta` a tensor has a shape and no numbers: a huge model fits.

Attributes: Shapes
    x: (2, 3) float32
    layer.weight: (100000, 100000) float32, 40 GB that take no memory

Asked as:
    create a tensor on the GPU; tensor on the GPU from the start; allocate directly,
    straight on the GPU; torch.zeros(3, device="cuda"); torch.randn(3, device="cuda");
    random numbers on the GPU; avoid a copy from CPU to GPU; default device for all
    tensors; torch.set_default_device; all new tensors on the GPU automatically; make
    cuda the default for new tensors; meta device; shapes only, no data; build a giant
    model without memory; huge network without the RAM for it; init_empty_weights;
    torch.set_default_tensor_type(torch.cuda.FloatTensor), torch.cuda.FloatTensor(2, 3);
    instantiate a model on the meta device
"""

import torch
from torch import nn

accelerator = torch.accelerator.current_accelerator(check_available=True)
device = accelerator or torch.device("cpu")
x = torch.zeros(2, 3, device=device)  # <-
like = torch.rand_like(x)  # (2, 3): the device of x
print(like.device == x.device)
#> True

with torch.device("meta"):
    layer = nn.Linear(100_000, 100_000)
print(layer.weight.device, layer.weight.numel())
#> meta 10000000000
