r"""set_default_tensor_type: dtype and device are two settings.

`torch.set_default_tensor_type` warns since 2.1. Its types on the CPU are
`torch.set_default_dtype`; `"torch.cuda.FloatTensor"` is
`torch.set_default_device("cuda")`, which moves new tensors to the GPU. What
`torch.FloatTensor` itself became: [legacy
types](../tensors/dtypes.md#legacy_tensor_types).

Asked as:
    torch.set_default_tensor_type('torch.cuda.FloatTensor'); set_default_tensor_type
    deprecated; default tensor type is double;
    torch.set_default_tensor_type(torch.DoubleTensor); all new tensors on the GPU, old
    way; replace set_default_tensor_type
"""

import warnings

import torch

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.set_default_tensor_type(torch.DoubleTensor)
print(torch.ones(2).dtype, str(caught[0].message).split(",")[0])
#> torch.float64 torch.set_default_tensor_type() is deprecated as of PyTorch 2.1

torch.set_default_dtype(torch.float32)  # <-
print(torch.ones(2).dtype)
#> torch.float32
torch.set_default_device("meta")  # or "cuda"
print(torch.ones(2).device)
#> meta
