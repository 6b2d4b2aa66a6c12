"""What the sentences of layers/convolution say."""

import inspect
import math
from functools import cache

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import assume, given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn
from torchvision import models

CONV = {1: nn.Conv1d, 2: nn.Conv2d, 3: nn.Conv3d}
TRANSPOSED = {1: nn.ConvTranspose1d, 2: nn.ConvTranspose2d, 3: nn.ConvTranspose3d}
small, dims, size = st.integers(1, 5), st.integers(1, 3), st.integers(3, 12)
cl = torch.channels_last


def double(kind, *args, **kwargs):
    return kind(*args, bias=False, **kwargs).double()


@says(
    "layers/convolution",
    "the same small weights at every place.",
)
@given(shift=st.integers(0, 4))
def test_a_shifted_input_gives_a_shifted_output(shift):
    layer, x = double(nn.Conv1d, 2, 3, 3), torch.randn(1, 2, 12).double()
    torch.testing.assert_close(layer(x[..., shift:]), layer(x)[..., shift:])


@says(
    "layers/convolution",
    "Input (N, C, L), (N, C, H, W) or (N, C, D, H, W).",
)
@given(dims=dims, n=small, c=small, data=st.data())
def test_input_of_the_three_convolutions(dims, n, c, data):
    sizes = data.draw(st.lists(size, min_size=dims, max_size=dims))
    layer = CONV[dims](c, 4, 1)
    assert layer(torch.zeros(n, c, *sizes)).shape == (n, 4, *sizes)
    with pytest.raises(RuntimeError):
        layer(torch.zeros(n, c, 2, *sizes))


@says(
    "layers/convolution",
    "With kernel 3, `padding=1` keeps the size, and `stride=2` then halves it, rounded up.",
)
@given(dims=dims, n=size)
def test_padding_1_keeps_the_size_and_stride_2_halves_it(dims, n):
    x = torch.zeros(1, 1, *[n] * dims, device="meta")
    kept = CONV[dims](1, 1, 3, padding=1, device="meta")(x)
    halved = CONV[dims](1, 1, 3, padding=1, stride=2, device="meta")(x)
    assert kept.shape[2:] == x.shape[2:]
    assert halved.shape[2:] == tuple([math.ceil(n / 2)] * dims)


@says(
    "layers/convolution",
    "Three grey images (3, H, W) pass through `Conv2d(3, 6, 3)` as one image.",
)
def test_three_grey_images_are_taken_for_one(recwarn):
    layer, grey = nn.Conv2d(3, 6, 3), torch.randn(3, 8, 8)
    assert layer(grey).shape == (6, 6, 6)
    torch.testing.assert_close(layer(grey), layer(grey[None])[0])
    assert not recwarn


@says(
    "layers/convolution/conv2d",
    "The weight has shape (out_channels, in_channels / groups, k, k).",
)
@given(a=small, b=small, groups=small, k=small)
def test_shape_of_the_weight(a, b, groups, k):
    layer = nn.Conv2d(a * groups, b * groups, k, groups=groups)
    assert layer.weight.shape == (layer.out_channels, layer.in_channels // groups, k, k)


@says(
    "layers/convolution/conv1d",
    "Input (N, C, L): the features are channels, the time is last; text of shape (N, L,"
    " C) needs `transpose(1, 2)` first.",
)
def test_text_is_turned_before_conv1d():
    text, layer = torch.randn(2, 7, 16).double(), nn.Conv1d(16, 8, 3).double()
    weight = layer.weight.detach().numpy()
    found = layer(text.transpose(1, 2)).detach() - layer.bias.detach()[:, None]
    expected = [np.einsum("kfi,nif->nk", weight, text[:, t : t + 3].numpy()) for t in range(5)]
    np.testing.assert_allclose(found, np.stack(expected, -1), rtol=1e-9, atol=1e-12)
    with pytest.raises(RuntimeError):
        layer(text)


@says(
    "layers/convolution/conv1d",
    "PyTorch does not flip the kernel: it is a cross-correlation.",
)
@given(n=size, k=st.integers(1, 3))
def test_convolution_is_a_cross_correlation(n, k):
    x, layer = torch.randn(n).double(), double(nn.Conv1d, 1, 1, k)
    kernel = layer.weight.detach().numpy().reshape(-1)
    found = layer(x[None, None])[0, 0].detach()
    np.testing.assert_allclose(found, np.correlate(x.numpy(), kernel, "valid"), atol=1e-12)
    if k > 1:
        assert not np.allclose(found, np.convolve(x.numpy(), kernel, "valid"))


@says(
    "layers/convolution/conv3d",
    "Input (N, C, D, H, W): depth or time comes before height.",
)
def test_the_sizes_of_a_conv3d_kernel_are_depth_height_width():
    film = torch.zeros(1, 3, 8, 10, 12)
    assert nn.Conv3d(3, 4, (2, 3, 4))(film).shape == (1, 4, 7, 8, 9)


@says(
    "layers/convolution/conv3d",
    "A kernel of (1, 3, 3) looks at single frames.",
)
@given(frames=small)
def test_a_flat_kernel_sees_single_frames(frames):
    film, layer = torch.randn(1, 2, frames, 5, 6).double(), nn.Conv3d(2, 4, (1, 3, 3)).double()
    single = [F.conv2d(frame, layer.weight[:, :, 0], layer.bias) for frame in film.unbind(2)]
    torch.testing.assert_close(layer(film), torch.stack(single, 2))


@says(
    "layers/convolution/same_padding",
    "as large as the input.",
    "For stride 1; an even kernel with an odd dilation gets one more at the right and bottom.",
)
@pytest.mark.filterwarnings("ignore:Using padding='same'")
@given(
    n=st.integers(10, 14), k=st.integers(1, 4), d=st.integers(1, 3),
    mode=st.sampled_from(["zeros", "reflect", "replicate", "circular"]),
)  # fmt: skip
def test_same_padding(n, k, d, mode):
    x = torch.randn(1, 1, n, n).double()
    layer = double(nn.Conv2d, 1, 1, k, padding="same", dilation=d, padding_mode=mode)
    assert layer(x).shape == x.shape
    left, total = d * (k - 1) // 2, d * (k - 1)
    assert (total - left == left + 1) is (k % 2 == 0 and d % 2 == 1)
    sides = (left, total - left) * 2
    padded = F.pad(x, sides, mode="constant" if mode == "zeros" else mode)
    torch.testing.assert_close(layer(x), F.conv2d(padded, layer.weight, dilation=d))
    with pytest.raises(ValueError, match="not supported for strided"):
        nn.Conv2d(1, 1, k, padding="same", stride=2)


@says(
    "layers/convolution/same_padding",
    '`"valid"` means no padding.',
)
@given(n=size, k=st.integers(1, 3))
def test_valid_means_no_padding(n, k):
    x, layer = torch.randn(1, 1, n), nn.Conv1d(1, 1, k, padding="valid")
    assert layer(x).equal(F.conv1d(x, layer.weight, layer.bias, padding=0))


@says(
    "layers/convolution/same_padding",
    "With stride 2 and an odd kernel, write `padding=kernel_size // 2`.",
)
@given(n=size, k=st.sampled_from([1, 3, 5, 7]))
def test_half_the_kernel_halves_the_size_with_stride_2(n, k):
    layer = nn.Conv1d(1, 1, k, stride=2, padding=k // 2)
    assert layer(torch.zeros(1, 1, n)).shape[2] == math.ceil(n / 2)


@says(
    "layers/convolution/padding_modes",
    "Zeros by default.",
)
@pytest.mark.parametrize("kind", CONV.values())
def test_zeros_are_the_default(kind):
    assert inspect.signature(kind).parameters["padding_mode"].default == "zeros"


@says(
    "layers/convolution/padding_modes",
    "`reflect` mirrors without the edge, `replicate` repeats the edge, `circular` wraps around.",
)
@given(n=size, p=st.integers(0, 2))
def test_padding_modes_are_those_of_numpy(n, p):
    x = torch.randn(n).double()
    for mode, name in {"reflect": "reflect", "replicate": "edge", "circular": "wrap"}.items():
        layer = double(nn.Conv1d, 1, 1, 1, padding=p, padding_mode=mode)
        nn.init.ones_(layer.weight)
        found = layer(x[None, None])[0, 0].detach()
        np.testing.assert_array_equal(found, np.pad(x.numpy(), p, mode=name))


@says(
    "layers/convolution/dilation",
    "a wide kernel with few weights.",
    "The weights stand d apart, so a kernel of 3 spans 2 * d + 1.",
    "`padding=d` keeps the size for kernel 3.",
)
@given(d=small, n=st.integers(11, 16))
def test_dilated_weights_stand_d_apart(d, n):
    layer = double(nn.Conv1d, 1, 1, 3, dilation=d)
    assert layer.weight.numel() == 3
    x = torch.zeros(1, 1, n, dtype=torch.float64, requires_grad=True)
    layer(x)[0, 0, 0].backward()
    seen = x.grad[0, 0].nonzero().flatten().tolist()
    assert seen == [0, d, 2 * d]
    assert seen[-1] - seen[0] + 1 == 2 * d + 1
    same = double(nn.Conv1d, 1, 1, 3, dilation=d, padding=d)
    assert same(x).shape == x.shape


@says(
    "layers/convolution/grouped",
    "channels in separate parts.",
    "Input and output channels are split into g parts that do not mix: g times fewer weights.",
)
@given(a=small, b=small, groups=small)
def test_groups_do_not_mix(a, b, groups):
    full, layer = (double(nn.Conv1d, a * groups, b * groups, 3, groups=g) for g in (1, groups))
    assert full.weight.numel() == groups * layer.weight.numel()
    x = torch.randn(1, a * groups, 5).double()
    parts = zip(x.split(a, 1), layer.weight.split(b), strict=True)
    expected = torch.cat([F.conv1d(part, weight) for part, weight in parts], 1)
    torch.testing.assert_close(layer(x), expected)


@says(
    "layers/convolution/grouped",
    "With `groups=in_channels` each channel has its own filters (depthwise). g must divide both.",
)
@given(c=st.integers(2, 6), out=st.integers(2, 12), groups=st.integers(2, 6))
def test_groups_divide_both_and_depthwise_filters_are_own(c, out, groups):
    if c % groups or out % groups:
        with pytest.raises(ValueError, match="divisible by groups"):
            nn.Conv1d(c, out, 3, groups=groups)
    else:
        assert nn.Conv1d(c, out, 3, groups=groups).groups == groups
    layer = double(nn.Conv1d, c, c, 3, groups=c)
    x = torch.randn(1, c, 7).double()
    for channel in range(c):
        kernel = layer.weight[channel, 0].detach().numpy()
        expected = np.correlate(x[0, channel].numpy(), kernel, "valid")
        np.testing.assert_allclose(layer(x)[0, channel].detach(), expected, atol=1e-12)


@cache
def separable():
    return names_of("layers/convolution/depthwise_separable")["separable"]


@says(
    "layers/convolution/depthwise_separable",
    "filter each channel, then mix them.",
)
@given(c=small, out=small)
def test_separable_block_filters_each_channel_then_mixes(c, out):
    block = separable()(c, out).double()
    x = torch.randn(2, c, 5, 5).double()
    filtered = block[0](x)
    for i in range(c):
        alone = F.conv2d(x[:, i : i + 1], block[0].weight[i : i + 1], padding=1)
        torch.testing.assert_close(filtered[:, i : i + 1], alone)
    mixed = torch.einsum("oc,nchw->nohw", block[3].weight[..., 0, 0], filtered)
    torch.testing.assert_close(block[3](filtered), mixed)
    assert block.eval()(x).shape == (2, out, 5, 5)


@says(
    "layers/convolution/depthwise_separable",
    "For k = 3 it needs 1/9 + 1/out_channels of the weights.",
)
@given(c=small, out=small)
def test_weights_of_the_separable_block(c, out):
    block = separable()(c, out)
    needed = block[0].weight.numel() + block[3].weight.numel()
    full = nn.Conv2d(c, out, 3).weight.numel()
    assert needed / full == pytest.approx(1 / 9 + 1 / out)


@says(
    "layers/convolution/one_by_one",
    "a Linear at every pixel.",
    "Changes the number of channels, and with stride 1 neither height nor width.",
    "`Linear` gives the same numbers on the tensor (N, H, W, C).",
    "With `stride=2`, as in the shortcuts of ResNet, it reads every second pixel.",
)
@given(n=small, c=small, out=small, h=small, w=small)
def test_one_by_one_is_a_linear_at_every_pixel(n, c, out, h, w):
    conv, x = nn.Conv2d(c, out, 1).double(), torch.randn(n, c, h, w).double()
    linear = nn.Linear(c, out).double()
    linear.load_state_dict({"weight": conv.weight.flatten(1), "bias": conv.bias})
    y = conv(x)
    assert y.shape == (n, out, h, w)
    torch.testing.assert_close(y, linear(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2))
    conv.stride = (2, 2)
    torch.testing.assert_close(conv(x), y[..., ::2, ::2])
    shortcut = models.resnet18(weights=None).layer2[0].downsample[0]
    assert (shortcut.kernel_size, shortcut.stride) == ((1, 1), (2, 2))


@says(
    "layers/convolution/conv_transpose",
    "Kernel 2 with stride 2 doubles the size; kernel 4, stride 2, padding 1 does as "
    "well, and overlaps.",
    "the larger image of a smaller one.",
)
@given(n=small, dims=dims)
def test_two_ways_to_double_the_size(n, dims):
    x = torch.ones(1, 1, *[n] * dims, dtype=torch.float64)
    plain = double(TRANSPOSED[dims], 1, 1, 2, stride=2)
    smooth = double(TRANSPOSED[dims], 1, 1, 4, stride=2, padding=1)
    for layer in (plain, smooth):
        nn.init.ones_(layer.weight)  # counts the kernels that reach a pixel
        assert layer(x).shape[2:] == tuple([2 * n] * dims)
    assert plain(x).max() == 1
    assert (smooth(x).max().item() > 1) is (n > 1)


@says(
    "layers/convolution/conv_transpose",
    "The weight has shape (in_channels, out_channels / groups, k, k): the other way round.",
)
@given(a=small, b=small, groups=small, k=small)
def test_shape_of_the_weight_the_other_way_round(a, b, groups, k):
    layer = nn.ConvTranspose2d(a * groups, b * groups, k, groups=groups)
    assert layer.weight.shape == (layer.in_channels, layer.out_channels // groups, k, k)


@says(
    "layers/convolution/output_padding",
    "It must be smaller than stride or dilation.",
)
@given(s=small, d=small, extra=small)
def test_output_padding_is_smaller_than_stride_or_dilation(s, d, extra):
    layer = nn.ConvTranspose2d(1, 1, 3, stride=s, dilation=d, output_padding=extra)
    x = torch.zeros(1, 1, 4, 4)
    if extra < s or extra < d:
        assert layer(x).shape[2] == 3 * s + 2 * d + 1 + extra
    else:
        with pytest.raises(RuntimeError, match="output padding must be smaller than"):
            layer(x)


@says(
    "layers/convolution/output_padding",
    "`output_size` at the call says the size itself.",
)
@given(n=st.integers(3, 20), s=small)
def test_output_size_restores_the_size(n, s):
    down = nn.Conv1d(1, 1, 3, stride=s, padding=1)
    up = nn.ConvTranspose1d(1, 1, 3, stride=s, padding=1)
    small = down(torch.zeros(1, 1, n))
    assert up(small, output_size=(n,)).shape == (1, 1, n)
    assume(s > 1)
    assert up(small, output_size=(small.shape[2] * s,)).shape == (1, 1, small.shape[2] * s)


@says(
    "layers/convolution/conv_to_linear",
    "Linear needs channels * height * width of the last feature map; the batch is not part of it.",
)
@given(n=small, side=st.integers(10, 20), c=small)
def test_linear_needs_all_but_the_batch(n, side, c):
    x = nn.Sequential(nn.Conv2d(1, c, 3), nn.MaxPool2d(2))(torch.zeros(n, 1, side, side))
    linear = nn.LazyLinear(2)
    assert linear(x.flatten(1)).shape == (n, 2)
    assert linear.in_features == c * x.shape[2] * x.shape[3]


@says(
    "layers/convolution/conv_to_linear",
    "Here 400 would be right for kernel 5, and kernel 3 gives 576.",
    "`LazyLinear` finds the number at the first call.",
    "keeps the batch: (4, 576)",
)
@pytest.mark.parametrize(("kernel", "features"), [(3, 576), (5, 400)])
def test_features_for_both_kernels(kernel, features):
    model = nn.Sequential(
        nn.Conv2d(3, 6, kernel), nn.MaxPool2d(2), nn.Conv2d(6, 16, kernel), nn.MaxPool2d(2),
        nn.Flatten(), nn.LazyLinear(120),
    )  # fmt: skip
    model(torch.zeros(4, 3, 32, 32))
    assert model[-1].in_features == features
    assert names_of("layers/convolution/conv_to_linear")["rows"].shape == (4, 576)


@says(
    "layers/convolution/channels_last",
    "Shape and values stay (N, C, H, W); the numbers of one pixel lie side by side.",
    "the same batch of images, another order in memory.",
)
@given(n=st.integers(2, 4), c=st.integers(2, 4), h=st.integers(2, 4), w=st.integers(2, 4))
def test_channels_last_keeps_shape_and_values(n, c, h, w):
    x = torch.randn(n, c, h, w)
    y = x.to(memory_format=cl)
    assert y.shape == x.shape
    assert y.equal(x)
    in_memory = y.as_strided((y.numel(),), (1,))
    assert in_memory.equal(x.permute(0, 2, 3, 1).flatten())


HAND_ON = [
    nn.Conv2d(4, 6, 3), nn.ConvTranspose2d(4, 4, 2, 2), nn.BatchNorm2d(4), nn.GroupNorm(2, 4),
    nn.ReLU(), nn.GELU(), nn.MaxPool2d(2), nn.AvgPool2d(2), nn.AdaptiveAvgPool2d(2),
    nn.Dropout(), nn.Dropout2d(), nn.Upsample(scale_factor=2), nn.ZeroPad2d(1),
    nn.ReflectionPad2d(1), nn.PixelShuffle(2), nn.LPPool2d(2, 2),
]  # fmt: skip
DROP_IT = [
    nn.InstanceNorm2d(4), nn.CircularPad2d(1), nn.FractionalMaxPool2d(2, output_size=4),
    nn.Softmax2d(), nn.Softmax(1), nn.LogSoftmax(1), nn.RReLU(), nn.LogSigmoid(),
]  # fmt: skip


@says(
    "layers/convolution/channels_last",
    "Convert the model once and every batch; most layers hand the order on, "
    "`InstanceNorm2d`, `CircularPad2d`, `FractionalMaxPool2d`, `LogSigmoid`, `RReLU` and the "
    "softmaxes do not.",
)
@pytest.mark.parametrize("layer", HAND_ON + DROP_IT, ids=lambda layer: type(layer).__name__)
def test_most_layers_hand_the_order_on(layer):
    x = torch.randn(2, 4, 8, 8).to(memory_format=cl)
    y = layer.to(memory_format=cl)(x)
    assert y.is_contiguous(memory_format=cl) is (layer not in DROP_IT)


@says(
    "layers/convolution/channels_last",
    "its weight too",
    "a copy, in the usual order",
)
def test_weight_and_flat_copy_of_the_example():
    names = names_of("layers/convolution/channels_last")
    assert names["layer"].weight.is_contiguous(memory_format=cl)
    flat, features = names["flat"], names["features"]
    assert flat.data_ptr() != features.data_ptr()
    assert flat.equal(features.contiguous().view(2, -1))
