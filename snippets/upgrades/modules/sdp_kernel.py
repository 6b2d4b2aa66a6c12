r"""backends.cuda.sdp_kernel: sdpa_kernel with a list of backends.

The old context had a switch for each backend, the new one takes those that are allowed,
in a list. The CPU has MATH and FLASH_ATTENTION, equal up to rounding; without either
the call raises.

Warns:
    FutureWarning: `torch.backends.cuda.sdp_kernel()` `torch.backends.cuda.sdp_kernel()`
        is deprecated. In the future, this context manager will be removed. Please see
        `torch.nn.attention.sdpa_kernel()`

Asked as:
    torch.backends.cuda.sdp_kernel is deprecated; with
    torch.backends.cuda.sdp_kernel(enable_flash=True); sdpa_kernel import;
    enable_math=False, enable_mem_efficient=False; choose flash attention for a block of
    code; from torch.nn.attention import sdpa_kernel, SDPBackend
"""

import warnings

import torch
import torch.nn.functional as F
from torch.nn.attention import SDPBackend, sdpa_kernel

torch.manual_seed(0)
q = torch.rand(1, 1, 2, 4)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it is listed below
    with torch.backends.cuda.sdp_kernel(enable_flash=False, enable_mem_efficient=False):
        old = F.scaled_dot_product_attention(q, q, q)

with sdpa_kernel([SDPBackend.MATH]):  # <-
    new = F.scaled_dot_product_attention(q, q, q)
print(torch.equal(old, new))
#> True
print(*SDPBackend.__members__)
#> ERROR MATH FLASH_ATTENTION EFFICIENT_ATTENTION CUDNN_ATTENTION OVERRIDEABLE
