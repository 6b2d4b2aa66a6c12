r"""not implemented for 'Half': float16 on the CPU.

The CPU has no version of the operation for float16, "Half". Usual causes: a model
loaded in float16, for a GPU, run on a machine without one; `model.half()` on the CPU.
Version 2.15 runs Linear, convolutions and softmax in float16 on the CPU, where older
ones stop; decompositions and `cdist` it does not. Load the model in float32 there, or
compute that step in float32.

Raises:
    NotImplementedError: `torch.cdist(x, x)`
        "cdist" not implemented for 'Half'
    NotImplementedError: `x.det()`
        "lu_cpu" not implemented for 'Half'

Also worded:
    RuntimeError: "addmm_impl_cpu_" not implemented for 'Half'
    RuntimeError: "slow_conv2d_cpu" not implemented for 'Half'
    RuntimeError: "LayerNormKernelImpl" not implemented for 'Half'
    RuntimeError: "softmax_lastdim_kernel_impl" not implemented for 'Half'
    RuntimeError: "baddbmm_with_gemm" not implemented for 'Half'
    RuntimeError: "upsample_nearest2d_channels_last" not implemented for 'Half'
    NotImplementedError: linalg.inv: Low precision dtypes not supported. Got Half
    RuntimeError: "clamp_min_scalar_cpu" not implemented for 'Half'

Asked as:
    fp16 model on a computer without GPU; stable diffusion or whisper in float16 on cpu;
    torch_dtype=torch.float16 without cuda; matrix inverse in half precision; float16
    not supported by this operation; run a half precision checkpoint without a graphics
    card
"""

import torch
from torch import nn

x = torch.eye(2, dtype=torch.float16)
try:
    torch.cdist(x, x)
except NotImplementedError as error:
    print(error)
    #> "cdist" not implemented for 'Half'

# One operation: compute it in float32.
print(torch.cdist(x.float(), x.float()).half().dtype)
#> torch.float16

# A model in float16 on the CPU: float32 for the whole model and its input.
model = nn.Linear(2, 3).half()
print(model.float()(x.float()).dtype)  # <-
#> torch.float32

# Weights on disk in float16: a module of float32 takes them.
model = nn.Linear(2, 3)
model.load_state_dict(nn.Linear(2, 3).half().state_dict())
print(model.weight.dtype)
#> torch.float32
