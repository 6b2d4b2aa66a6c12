r"""two devices in one operation: the error, and the cause.

With a GPU the message is "Expected all tensors to be on the same device, but got mat1
is on cpu, different from other tensors on cuda:0", or "found at least two devices,
cuda:0 and cpu!". The usual causes are a batch or a hidden state that was
not moved, and a tensor made in `forward` without `device=x.device`. A CPU tensor
without dimensions may mix in arithmetic.

The `meta` device shows the same mistake on any machine.

Attributes: Shapes
    here: (2,) float32
    there: (2,) float32

Raises:
    RuntimeError: `torch.nn.Linear(2, 2)(there)` is not on the expected device meta!

Asked as:
    Expected all tensors to be on the same device; found at least two devices, cuda:0
    and cpu!; tensors must be on the same device; model on GPU, data on CPU; input on
    CPU, weights on CUDA; error: model is on cuda, some input tensor on the cpu; some
    layers on CPU, some on GPU; forgot to move a tensor to the GPU; hidden state of an
    LSTM not on cuda; tensor created in forward is on the wrong device; add a CPU tensor
    and a GPU tensor, a CPU scalar with CUDA; when checking argument for argument mat1
    in method wrapper_CUDA_addmm; Input type (torch.cuda.FloatTensor) and weight type
    (torch.FloatTensor) should be the same; Input type (torch.FloatTensor) and weight
    type (torch.cuda.FloatTensor) should be the same; Expected object of backend CPU but
    got backend CUDA; Expected object of device type cuda but got device type cpu, but
    expected them to be on GPU; indices should be either on cpu or on the same device as
    the indexed tensor; tensors on different devices, one on the GPU and the other not;
    device mismatch
"""

import torch

here = torch.ones(2)
there = torch.ones(2, device="meta")
print(here.device == there.device)
#> False

fixed = here.to(there.device) + there  # <- (2,): both on one device
print(fixed.device)
#> meta

scale = torch.tensor(2.0, device="cpu")
print((there * scale).device)  # a number on the CPU may mix
#> meta
