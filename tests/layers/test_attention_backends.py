"""What the sentences on the kernels of attention say."""

import warnings

import pytest
import torch
import torch.nn.functional as F
from support import says
from torch.nn.attention import SDPBackend, sdpa_kernel


def attend(q, backends, **options):
    with sdpa_kernel(backends):
        return F.scaled_dot_product_attention(q, q, q, **options)


@says(
    "layers/attention/attention_kernels",
    "`F.scaled_dot_product_attention` chooses among the kernels that can do it; the block allows"
    " those in the list, and raises where none of them can; warnings name most reasons.",
    "To see whether flash attention is used, allow nothing else.",
    "`MATH` takes what the others refuse, and makes the matrix of scores.",
    "On the CPU there are flash and math; flash takes no dropout, no values of another width and "
    "no mask that requires a gradient.",
)
@pytest.mark.parametrize(
    ("shape", "options", "reason"),
    [
        ((2, 3, 4, 8), {}, None),
        ((2, 3, 4, 8), {"dropout_p": 0.5}, "do not support non-zero dropout"),
        ((4, 8), {}, "to be 4 dimensional"),
    ],
)
def test_kernels_of_the_cpu(shape, options, reason):
    q = torch.randn(shape)
    flash = [SDPBackend.FLASH_ATTENTION]
    if reason is None:
        expected = torch.softmax(q @ q.mT / 8**0.5, dim=-1) @ q
        torch.testing.assert_close(attend(q, flash), expected)
        torch.testing.assert_close(attend(q, [SDPBackend.MATH]), expected)
    else:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            with pytest.raises(RuntimeError, match="No available kernel"):
                attend(q, flash, **options)
        assert any(reason in str(w.message) for w in caught)
        assert attend(q, [*flash, SDPBackend.MATH], **options).shape == q.shape
    for other in (SDPBackend.EFFICIENT_ATTENTION, SDPBackend.CUDNN_ATTENTION):
        with pytest.raises(RuntimeError, match="No viable backend"):
            attend(q, [other])


@says(
    "layers/attention/attention_kernels",
    "On the CPU there are flash and math; flash takes no dropout, no values of another width and "
    "no mask that requires a gradient.",
)
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("width", "grad"), [(8, False), (5, False), (8, True)])
def test_what_flash_refuses(width, grad):
    q, value = torch.randn(2, 3, 4, 8), torch.randn(2, 3, 4, width)
    mask = torch.zeros(4, 4, requires_grad=grad)

    def take(backend):
        with sdpa_kernel([backend]):
            return F.scaled_dot_product_attention(q, q, value, attn_mask=mask)

    assert take(SDPBackend.MATH).shape == value.shape
    if width == 8 and not grad:
        assert take(SDPBackend.FLASH_ATTENTION).shape == value.shape
    else:
        with pytest.raises(RuntimeError, match="No available kernel"):
            take(SDPBackend.FLASH_ATTENTION)
