"""Output sizes by formula for drawn parameters, on the meta device, and values by loops."""

import itertools

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn

many = settings(max_examples=400, deadline=None, derandomize=True)
sizes = st.integers(1, 40)
CONV = {1: nn.Conv1d, 2: nn.Conv2d, 3: nn.Conv3d}
TRANSPOSED = {1: nn.ConvTranspose1d, 2: nn.ConvTranspose2d, 3: nn.ConvTranspose3d}


def per_dim(smallest, largest):
    return st.tuples(*[st.integers(smallest, largest)] * 3)


def meta(*shape):
    return torch.empty(shape, device="meta")


@says(
    "layers/convolution/conv2d",
    "The size of the output follows from the input size $H$, kernel $k$, padding $p$, "
    "stride $s$ and dilation $d$; the same for the width.",
)
@many
@given(
    st.integers(1, 3), st.tuples(sizes, sizes, sizes), per_dim(1, 6), per_dim(1, 4), per_dim(0, 4),
    per_dim(1, 3),
)  # fmt: skip
def test_conv2d_size_and_those_of_1d_and_3d(dims, size, kernel, stride, padding, dilation):
    size, kernel, stride, padding, dilation = (
        v[:dims] for v in (size, kernel, stride, padding, dilation)
    )
    expected = [
        (n + 2 * p - d * (k - 1) - 1) // s + 1
        for n, k, s, p, d in zip(size, kernel, stride, padding, dilation, strict=True)
    ]
    layer = CONV[dims](2, 3, kernel, stride, padding, dilation, device="meta")
    if (
        min(
            n + 2 * p - d * (k - 1)
            for n, k, p, d in zip(size, kernel, padding, dilation, strict=True)
        )
        < 1
    ):
        with pytest.raises(RuntimeError, match="Kernel size can't be greater than actual input"):
            layer(meta(1, 2, *size))
    else:
        assert layer(meta(1, 2, *size)).shape == (1, 3, *expected)


@many
@given(
    st.integers(1, 3), st.tuples(*[st.integers(1, 12)] * 3), per_dim(1, 5), per_dim(1, 4),
    per_dim(0, 3), per_dim(1, 3), per_dim(0, 3),
)  # fmt: skip
def test_conv_transpose_size(dims, size, kernel, stride, padding, dilation, extra):
    size, kernel, stride, padding, dilation, extra = (
        v[:dims] for v in (size, kernel, stride, padding, dilation, extra)
    )
    assume(all(e < max(s, d) for e, s, d in zip(extra, stride, dilation, strict=True)))
    expected = [
        (n - 1) * s - 2 * p + d * (k - 1) + e + 1
        for n, k, s, p, d, e in zip(size, kernel, stride, padding, dilation, extra, strict=True)
    ]
    assume(min(expected) >= 1)
    layer = TRANSPOSED[dims](2, 3, kernel, stride, padding, extra, dilation=dilation, device="meta")
    assert layer(meta(1, 2, *size)).shape == (1, 3, *expected)


rng = np.random.default_rng(0)


@pytest.mark.parametrize("groups", [1, 2])
@pytest.mark.parametrize(("stride", "padding", "dilation"), [(1, 0, 1), (2, 1, 1), (1, 2, 2)])
def test_conv2d_values(groups, stride, padding, dilation):
    x = rng.normal(size=(2, 4, 7, 6))
    layer = nn.Conv2d(4, 6, 3, stride, padding, dilation, groups).double()
    weight, bias = (p.detach().numpy() for p in (layer.weight, layer.bias))
    found = layer(torch.tensor(x)).detach().numpy()
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    expected = np.zeros_like(found)
    for n, c, h, w in itertools.product(*map(range, found.shape)):
        first = c // (6 // groups) * (4 // groups)
        for i, y, z in itertools.product(range(4 // groups), range(3), range(3)):
            pixel = padded[n, first + i, h * stride + y * dilation, w * stride + z * dilation]
            expected[n, c, h, w] += weight[c, i, y, z] * pixel
        expected[n, c, h, w] += bias[c]
    np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-12)


def test_conv1d():
    x = rng.normal(size=(2, 3, 9))
    layer = nn.Conv1d(3, 4, 3).double()
    weight, bias = (p.detach().numpy() for p in (layer.weight, layer.bias))
    expected = np.stack(
        [np.einsum("cij,nij->nc", weight, x[:, :, t : t + 3]) + bias for t in range(7)], axis=-1
    )
    np.testing.assert_allclose(layer(torch.tensor(x)).detach(), expected, rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize(("kernel", "stride", "padding"), [(2, 2, 0), (4, 2, 1), (3, 1, 0)])
def test_conv_transpose_is_the_transpose(kernel, stride, padding):
    """<conv(x), y> equals <x, conv_transpose(y)> for all x and y."""
    conv = nn.Conv2d(3, 5, kernel, stride, padding, bias=False).double()
    back = nn.ConvTranspose2d(5, 3, kernel, stride, padding, bias=False).double()
    back.weight = conv.weight
    x = torch.randn(1, 3, 8, 8, dtype=torch.float64)
    forward = conv(x)
    y = torch.randn_like(forward)
    torch.testing.assert_close((forward * y).sum(), (x * back(y)).sum())


@says(
    "layers/convolution/conv_transpose",
    "Each input pixel adds the kernel, times its value, to the output.",
)
@pytest.mark.parametrize("n", [1, 2, 5])
def test_conv_transpose_adds_the_kernel_for_each_pixel(n):
    x, weight = rng.normal(size=n), rng.normal(size=3)
    expected = np.zeros(2 * (n - 1) + 3)
    for i, value in enumerate(x):
        expected[2 * i : 2 * i + 3] += value * weight
    layer = nn.ConvTranspose1d(1, 1, 3, stride=2, bias=False).double()
    layer.weight.data = torch.tensor(weight).reshape(1, 1, 3)
    found = layer(torch.tensor(x).reshape(1, 1, n)).detach().flatten()
    np.testing.assert_allclose(found, expected, rtol=1e-12)


@says(
    "layers/convolution/receptive_field",
    "Each layer adds (k - 1) times the strides so far, times its dilation.",
    "how much of the image a pixel sees.",
)
@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.integers(1, 2), st.integers(1, 3)), min_size=1, max_size=4
    )
)
def test_receptive_field(layers):
    found = names_of("layers/convolution/receptive_field")["receptive_field"](layers)
    model = nn.Sequential(*[nn.Conv1d(1, 1, k, s, dilation=d, bias=False) for k, s, d in layers])
    for parameter in model.parameters():
        nn.init.ones_(parameter)
    x = torch.zeros(1, 1, 400, requires_grad=True)
    model(x)[0, 0, 0].backward()
    assert x.grad.nonzero().max() + 1 == found  # from the first pixel to the last one seen


@says(
    "layers/convolution/receptive_field",
    "Three layers of kernel 3 see 7 pixels; with stride 2, 15.",
)
@pytest.mark.parametrize(("stride", "seen"), [(1, 7), (2, 15)])
def test_three_layers_of_kernel_3(stride, seen):
    x = torch.zeros(1, 1, 40, requires_grad=True)
    nn.Sequential(*[nn.Conv1d(1, 1, 3, stride) for _ in range(3)])(x)[0, 0, 0].backward()
    assert x.grad.count_nonzero() == seen
