"""TF32: float32 products on the tensor cores, with fewer digits.

Inputs of a product are rounded to 10 bits of fraction, sums stay float32. Convolutions
do so by default, matrix products do not. `set_float32_matmul_precision("high")` allows
it for these, `"medium"` bfloat16 too where it is faster. The newer names say it per
operation: `fp32_precision = "tf32"` or `"ieee"`. They do not change what the older ones
say, or these raise when asked: use one kind in a program.

Raises:
    RuntimeError: `torch.backends.cuda.matmul.allow_tf32` you have used mix of the
        legacy and new APIs
    RuntimeError: `torch.get_float32_matmul_precision()` you have used mix of the legacy
        and new APIs

Asked as:
    torch.backends.cuda.matmul.allow_tf32; torch.backends.cudnn.allow_tf32;
    torch.set_float32_matmul_precision; TensorFloat32 tensor cores available but not
    enabled; fp32_precision; torch.get_float32_matmul_precision; is TF32 on by default;
    matmul results differ between CPU and GPU in the third digit; speed up float32
    training on an A100; precision "highest", "high" or "medium"; PyTorch is checking
    whether allow_tf32_new is enabled for cuBlas matmul; disable TF32 for
    reproducibility; NVIDIA_TF32_OVERRIDE; ieee or tf32; float32 is not accurate on the
    GPU; imprecise matrix products on Ampere
"""

import torch

print(torch.backends.cudnn.allow_tf32, torch.backends.cuda.matmul.allow_tf32)
#> True False
torch.set_float32_matmul_precision("high")  # <-
print(torch.backends.cuda.matmul.allow_tf32, torch.get_float32_matmul_precision())
#> True high

torch.set_float32_matmul_precision("highest")
torch.backends.cudnn.conv.fp32_precision = "ieee"  # by the newer names
torch.backends.cuda.matmul.fp32_precision = "tf32"
print(torch.backends.cuda.matmul.fp32_precision)
#> tf32
