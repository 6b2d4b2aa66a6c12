"""sdpa_kernel: which kernel scaled_dot_product_attention takes.

`F.scaled_dot_product_attention` chooses among the kernels that can do it; the block
allows those in the list, and raises where none of them can; warnings name most reasons.
To see whether flash attention is used, allow nothing else. `MATH` takes what the others
refuse, and makes the matrix of scores. On the CPU there are flash and math; flash takes
no dropout, no values of another width and no mask that requires a gradient.

Attributes: Shapes
    q: (2, 4, 6, 8) float32

Raises:
    RuntimeError: `attend(SDPBackend.EFFICIENT_ATTENTION)` No viable backend

Asked as:
    torch.nn.attention.sdpa_kernel; SDPBackend.FLASH_ATTENTION; SDPBackend.MATH;
    EFFICIENT_ATTENTION, CUDNN_ATTENTION; is flash attention used by my model; force
    flash attention; No available kernel. Aborting execution; Flash attention kernel not
    used because; torch.backends.cuda.flash_sdp_enabled;
    torch.backends.cuda.enable_flash_sdp; mem_efficient_sdp_enabled, math_sdp_enabled;
    disable flash attention for debugging; which attention kernel is selected;
    set_priority=True of sdpa_kernel; attention is slow with a float mask;
    can_use_flash_attention
"""

import torch
import torch.nn.functional as F
from torch.nn.attention import SDPBackend, sdpa_kernel

torch.manual_seed(0)
q = torch.randn(2, 4, 6, 8, device="cpu")


def attend(*backends):
    with sdpa_kernel(list(backends)):  # <-
        return F.scaled_dot_product_attention(q, q, q, is_causal=True)


flash, math = attend(SDPBackend.FLASH_ATTENTION), attend(SDPBackend.MATH)
print(torch.allclose(flash, math, atol=1e-6))
#> True
with sdpa_kernel(SDPBackend.MATH):
    print(torch.backends.cuda.flash_sdp_enabled())
    #> False
print(torch.backends.cuda.flash_sdp_enabled())
#> True
