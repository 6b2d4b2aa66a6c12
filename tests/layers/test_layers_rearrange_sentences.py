"""What the sentences of layers/rearrange say."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import assume, given
from hypothesis import strategies as st
from PIL import Image
from support import says
from torch import nn

small, size, pad = st.integers(1, 4), st.integers(2, 8), st.integers(0, 3)
sides = st.tuples(pad, pad, pad, pad)
PADS = {
    "zero": (nn.ZeroPad1d, nn.ZeroPad2d, nn.ZeroPad3d),
    "reflect": (nn.ReflectionPad1d, nn.ReflectionPad2d, nn.ReflectionPad3d),
    "edge": (nn.ReplicationPad1d, nn.ReplicationPad2d, nn.ReplicationPad3d),
    "wrap": (nn.CircularPad1d, nn.CircularPad2d, nn.CircularPad3d),
}


def padded(x, sides, mode, **options):
    """NumPy's padding of the last two dimensions."""
    left, right, top, bottom = sides
    return np.pad(x.numpy(), [(0, 0), (0, 0), (top, bottom), (left, right)], mode=mode, **options)


@says(
    "layers/rearrange",
    "move pixels, learn nothing.",
)
@pytest.mark.parametrize(
    "layer",
    [
        nn.Upsample(scale_factor=2), nn.PixelShuffle(2), nn.ChannelShuffle(2), nn.Unfold(2),
        nn.Fold((3, 3), 2), nn.ZeroPad2d(1), nn.ReflectionPad2d(1), nn.ReplicationPad2d(1),
        nn.CircularPad2d(1), nn.ConstantPad2d(1, 2.0),
    ],
)  # fmt: skip
def test_nothing_is_learned(layer):
    assert not layer.state_dict()


@says(
    "layers/rearrange",
    "`Upsample` makes new pixels, `PixelShuffle` takes them from channels, `Unfold` "
    "splits an image into patches.",
)
@given(h=size, w=size)
def test_upsample_makes_pixels_and_shuffle_takes_them(h, w):
    x = torch.rand(1, 4, h, w)
    assert nn.Upsample(scale_factor=2, mode="bilinear")(x).unique().numel() > x.numel()
    shuffled = nn.PixelShuffle(2)(x)
    assert shuffled.shape == (1, 1, 2 * h, 2 * w)
    assert shuffled.flatten().sort()[0].equal(x.flatten().sort()[0])
    patches = nn.Unfold(2)(x)
    assert patches[0, :, 0].equal(x[0, :, :2, :2].flatten())
    assert patches.shape[2] == (h - 1) * (w - 1)


@says(
    "layers/rearrange",
    "Padding is given from the last dimension on: left, right, top, bottom.",
)
@says(
    "layers/rearrange/zero_pad",
    "a border of zeros.",
    "One number for all sides, or left, right, top, bottom.",
)
@given(h=size, w=size, sides=sides, n=pad)
def test_zeros_left_right_top_bottom(h, w, sides, n):
    x = torch.randn(2, 3, h, w)
    np.testing.assert_array_equal(nn.ZeroPad2d(sides)(x), padded(x, sides, "constant"))
    np.testing.assert_array_equal(nn.ZeroPad2d(n)(x), padded(x, (n,) * 4, "constant"))


@says(
    "layers/rearrange/zero_pad",
    "Negative numbers crop.",
)
@given(h=size, w=size, crop=st.tuples(*[st.integers(0, 1)] * 4))
def test_negative_padding_crops(h, w, crop):
    left, right, top, bottom = crop
    assume(left + right < w)
    assume(top + bottom < h)
    x = torch.randn(2, 3, h, w)
    found = nn.ZeroPad2d(tuple(-n for n in crop))(x)
    assert found.equal(x[..., top : h - bottom, left : w - right])


@says(
    "layers/rearrange/constant_pad",
    "a border of any value.",
    "As ZeroPad, with the value after the sizes.",
)
@given(sides=sides, value=st.floats(-1e3, 1e3))
def test_constant_pad_is_zero_pad_with_a_value(sides, value):
    x = torch.randn(2, 3, 4, 5).double()
    expected = padded(x, sides, "constant", constant_values=value)
    np.testing.assert_array_equal(nn.ConstantPad2d(sides, value)(x), expected)
    np.testing.assert_array_equal(nn.ZeroPad2d(sides)(x), nn.ConstantPad2d(sides, 0)(x))


@says(
    "layers/rearrange/reflection_pad",
    "mirror, without the edge.",
    "The padding must be smaller than the image.",
)
@given(n=size, p=st.integers(0, 10), dims=st.integers(1, 3))
def test_reflection_is_smaller_than_the_image(n, p, dims):
    x, layer = torch.randn(1, 2, *[n] * dims), PADS["reflect"][dims - 1](p)
    if p < n:
        expected = np.pad(x.numpy(), [(0, 0), (0, 0), *[(p, p)] * dims], mode="reflect")
        np.testing.assert_array_equal(layer(x), expected)
    else:
        with pytest.raises(RuntimeError, match="less than the corresponding input dimension"):
            layer(x)


@says(
    "layers/rearrange/reflection_pad",
    "Good at image borders: no jump appears.",
)
@given(n=st.integers(4, 9), p=st.integers(1, 3))
def test_reflection_makes_no_jump(n, p):
    x = torch.rand(1, 1, n).cumsum(2) + 1  # neighbours differ by less than 1

    def jump(t):
        return t.diff().abs().max()

    assert jump(nn.ReflectionPad1d(p)(x)) <= jump(x) < jump(nn.ZeroPad1d(p)(x))


@says(
    "layers/rearrange/replication_pad",
    "repeat the edge.",
    "The border pixel goes on outward.",
    "Any size of padding.",
)
@given(n=st.integers(1, 5), p=st.integers(0, 12), dims=st.integers(1, 3))
def test_replication_of_any_size(n, p, dims):
    x = torch.randn(1, 2, *[n] * dims)
    expected = np.pad(x.numpy(), [(0, 0), (0, 0), *[(p, p)] * dims], mode="edge")
    np.testing.assert_array_equal(PADS["edge"][dims - 1](p)(x), expected)


@says(
    "layers/rearrange/circular_pad",
    "wrap around.",
    "At most once around.",
)
@given(n=size, p=st.integers(0, 10), dims=st.integers(1, 3))
def test_circular_padding_goes_once_around(n, p, dims):
    x, layer = torch.randn(1, 2, *[n] * dims), PADS["wrap"][dims - 1](p)
    if p <= n:
        expected = np.pad(x.numpy(), [(0, 0), (0, 0), *[(p, p)] * dims], mode="wrap")
        np.testing.assert_array_equal(layer(x), expected)
    else:
        with pytest.raises(RuntimeError, match="more than once"):
            layer(x)


@says(
    "layers/rearrange/functional_pad",
    "all of these in one function.",
)
@pytest.mark.parametrize("dims", [1, 2, 3])
@pytest.mark.parametrize(
    ("mode", "kind"),
    [("constant", "zero"), ("reflect", "reflect"), ("replicate", "edge"), ("circular", "wrap")],
)
def test_one_function_for_all_paddings(mode, kind, dims):
    x, sides = torch.randn(2, 3, *[4, 5, 6][:dims]), (1, 2, 0, 1, 2, 1)[: 2 * dims]
    assert F.pad(x, sides, mode=mode).equal(PADS[kind][dims - 1](sides)(x))


@says(
    "layers/rearrange/functional_pad",
    "Sizes from the last dimension on, in pairs: (left, right, top, bottom, front, back).",
)
@given(sides=st.tuples(*[pad] * 6))
def test_pairs_from_the_last_dimension_on(sides):
    x = torch.randn(2, 3, 4)
    left, right, top, bottom, front, back = sides
    expected = np.pad(x.numpy(), [(front, back), (top, bottom), (left, right)])
    np.testing.assert_array_equal(F.pad(x, sides), expected)


@says(
    "layers/rearrange/functional_pad",
    "The mode constant pads any dimensions; reflect, replicate and circular pad the "
    "last one to three, behind (C,) or (N, C).",
)
@pytest.mark.parametrize("mode", ["constant", "reflect", "replicate", "circular"])
def test_which_dimensions_the_modes_pad(mode):
    for dims in range(1, 7):
        for pairs in range(1, dims + 1):
            x = torch.zeros([3] * dims)
            if mode == "constant" or (pairs <= 3 and dims - pairs in (1, 2)):
                y = F.pad(x, (1, 1) * pairs, mode=mode)
                assert y.shape == (*[3] * (dims - pairs), *[5] * pairs)
            else:
                with pytest.raises((NotImplementedError, RuntimeError)):
                    F.pad(x, (1, 1) * pairs, mode=mode)


@says(
    "layers/rearrange/upsample",
    "By a factor or to a size.",
    "a larger image.",
)
@given(h=size, w=size, r=small, to=st.tuples(size, size))
def test_by_a_factor_or_to_a_size(h, w, r, to):
    x = torch.randn(2, 3, h, w)
    assert nn.Upsample(scale_factor=r)(x).shape == (2, 3, r * h, r * w)
    assert nn.Upsample(size=to)(x).shape == F.interpolate(x, size=to).shape == (2, 3, *to)


@says(
    "layers/rearrange/upsample",
    "`nearest` repeats pixels, `bilinear` blends them (also `linear`, `bicubic`, `trilinear`).",
)
@given(r=small, h=size, w=size)
def test_nearest_repeats_and_the_others_blend(r, h, w):
    x = torch.randn(1, 1, h, w)
    repeated = x.numpy().repeat(r, 2).repeat(r, 3)
    np.testing.assert_array_equal(nn.Upsample(scale_factor=r, mode="nearest")(x), repeated)
    for mode, dims in {"linear": 1, "bilinear": 2, "bicubic": 2, "trilinear": 3}.items():
        corner = torch.arange(2.0**dims).reshape(1, 1, *[2] * dims)
        middle = F.interpolate(corner, size=[3] * dims, mode=mode).flatten()[3**dims // 2]
        torch.testing.assert_close(middle, corner.mean())


@says(
    "layers/rearrange/upsample",
    "`align_corners=True` aligns the centres of the corner pixels; the default aligns "
    "their outer edges, as Pillow does.",
)
@given(n=st.integers(2, 9), out=st.integers(2, 20))
def test_where_pixels_are_read(n, out):
    x = np.random.default_rng(n).random((n, n)).astype("float32")
    row = torch.tensor(x)[None, None]
    centres = np.arange(out) * (n - 1) / (out - 1)
    edges = (np.arange(out) + 0.5) * n / out - 0.5
    for where, corners in ((centres, True), (edges, False)):
        line = F.interpolate(row[:, :, 0], size=out, mode="linear", align_corners=corners)
        np.testing.assert_allclose(line[0, 0], np.interp(where, np.arange(n), x[0]), atol=1e-5)
    assume(out >= n)  # Pillow smooths first when it shrinks
    pillow = np.asarray(Image.fromarray(x).resize((out, out), Image.Resampling.BILINEAR))
    found = F.interpolate(row, size=(out, out), mode="bilinear")[0, 0]
    np.testing.assert_allclose(found, pillow, atol=1e-5)


@says(
    "layers/rearrange/upsample",
    "`nearest` rounds down; what Pillow calls nearest is `nearest-exact`.",
)
@pytest.mark.parametrize(("n", "out"), [(3, 5), (3, 6), (5, 8), (5, 3), (7, 4), (10, 4)])
def test_two_kinds_of_nearest(n, out):
    x = torch.arange(n * n, dtype=torch.float32).reshape(1, 1, n, n)
    floor = [i * n // out for i in range(out)]
    found = F.interpolate(x, size=(out, out), mode="nearest")[0, 0]
    assert found.equal(x[0, 0][floor][:, floor])
    picture = Image.fromarray(x[0, 0].numpy())
    pillow = np.asarray(picture.resize((out, out), Image.Resampling.NEAREST))
    exact = F.interpolate(x, size=(out, out), mode="nearest-exact")[0, 0]
    np.testing.assert_array_equal(exact, pillow)
    assert found.equal(exact) == (out % n == 0)


@says(
    "layers/rearrange/upsample",
    "`F.upsample`, `UpsamplingNearest2d` and `UpsamplingBilinear2d` are deprecated.",
)
def test_old_names_are_deprecated():
    with pytest.warns(UserWarning, match="upsample` is deprecated"):
        F.upsample(torch.zeros(1, 1, 2, 2), scale_factor=2)
    for kind in (nn.UpsamplingNearest2d, nn.UpsamplingBilinear2d):
        assert "This class is deprecated in favor of" in kind.__doc__


@says(
    "layers/rearrange/upsample",
    "aligns corners",
)
def test_upsampling_bilinear_aligns_corners():
    x, y = torch.rand(1, 1, 5, 5), nn.UpsamplingBilinear2d(size=3)
    torch.testing.assert_close(y(x), F.interpolate(x, size=3, mode="bilinear", align_corners=True))
    assert not torch.allclose(y(x), F.interpolate(x, size=3, mode="bilinear"))


@says(
    "layers/rearrange/pixel_shuffle",
    "channels to pixels, and back.",
    "r * r channels become one of r times the height and width: super-resolution nets end so.",
    "No value is changed.",
)
@given(r=small, c=small, h=small, w=small)
def test_pixel_shuffle_changes_no_value(r, c, h, w):
    x = torch.randn(2, c * r * r, h, w)
    y = nn.PixelShuffle(r)(x)
    assert y.shape == (2, c, r * h, r * w)
    blocks = y.unfold(2, r, r).unfold(3, r, r).permute(0, 1, 4, 5, 2, 3)
    assert blocks.reshape(x.shape).equal(x)
    assert nn.PixelUnshuffle(r)(y).equal(x)


@says(
    "layers/rearrange/channel_shuffle",
    "mix the groups of grouped convolutions.",
    "Channels are dealt out like cards: the first of each group, then the second of each.",
)
@given(groups=small, each=small)
def test_channels_are_dealt_out_like_cards(groups, each):
    x = torch.arange(groups * each).reshape(1, -1, 1, 1)
    piles = [list(range(g * each, (g + 1) * each)) for g in range(groups)]
    expected = [pile[i] for i in range(each) for pile in piles]
    assert nn.ChannelShuffle(groups)(x).flatten().tolist() == expected


@says(
    "layers/rearrange/unfold",
    "the patches of an image as columns.",
    "Each column holds one window, channel by channel.",
    "A convolution is a matrix product with it.",
)
@given(c=small, h=st.integers(3, 6), w=st.integers(3, 6), k=st.integers(1, 3), s=small)
def test_columns_are_windows_and_make_a_convolution(c, h, w, k, s):
    x, conv = torch.randn(2, c, h, w).double(), nn.Conv2d(c, 4, k, s, bias=False).double()
    columns = nn.Unfold(k, stride=s)(x)
    corners = [(i, j) for i in range(0, h - k + 1, s) for j in range(0, w - k + 1, s)]
    windows = [x[:, :, i : i + k, j : j + k].flatten(1) for i, j in corners]
    assert columns.equal(torch.stack(windows, 2))
    expected = conv(x)
    product = conv.weight.flatten(1) @ columns
    torch.testing.assert_close(product.view(expected.shape), expected)


@says(
    "layers/rearrange/unfold",
    "`tensor.unfold` goes along one dimension.",
)
@pytest.mark.parametrize("dim", [0, 1, 2])
def test_tensor_unfold_goes_along_one_dimension(dim):
    x = torch.randn(4, 5, 6)
    windows = x.unfold(dim, 2, 1)
    assert windows.shape == (*(n - (i == dim) for i, n in enumerate(x.shape)), 2)
    assert windows.select(dim, 1).equal(x.narrow(dim, 1, 2).movedim(dim, -1))


@says(
    "layers/rearrange/fold",
    "patches back into an image, overlaps are summed.",
    "The inverse of Unfold when windows neither overlap nor leave pixels out.",
    "Divide by the fold of ones for the mean of overlapping patches.",
)
@given(n=st.integers(2, 8), k=st.integers(1, 4), s=small)
def test_fold_is_the_inverse_without_overlap_or_gap(n, k, s):
    assume(k <= n)
    x = torch.rand(1, 2, n, n).double() + 1
    columns, fold = nn.Unfold(k, stride=s)(x), nn.Fold((n, n), k, stride=s)
    times = np.zeros((n, n))
    for i in range(0, n - k + 1, s):
        for j in range(0, n - k + 1, s):
            times[i : i + k, j : j + k] += 1
    summed, count = fold(columns), fold(torch.ones_like(columns))
    np.testing.assert_allclose(summed, x.numpy() * times)
    assert summed.equal(x) is bool((times == 1).all())
    covered = count > 0
    torch.testing.assert_close((summed / count)[covered], x[covered])
