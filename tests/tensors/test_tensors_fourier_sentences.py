"""What the sentences of tensors/fourier say, and its formulas."""

import math

import numpy as np
import pytest
import scipy.signal
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says

X = np.random.default_rng(0).standard_normal((3, 4, 6))


@says(
    "tensors/fourier/complex_numbers",
    "`torch.complex(re, im)` puts two float tensors together; Python's `3 + 4j` works in "
    "`torch.tensor` too.",
    "`real` and `imag` are views, `abs` is the length and `angle` the direction.",
)
@given(a=st.floats(-9, 9), b=st.floats(-9, 9))
def test_complex_numbers(a, b):
    re, im = torch.tensor([a], dtype=torch.float64), torch.tensor([b], dtype=torch.float64)
    z = torch.complex(re, im)
    assert z.equal(torch.tensor([complex(a, b)], dtype=torch.complex128))
    assert math.isclose(z.abs(), abs(complex(a, b)), abs_tol=1e-12)
    assert math.isclose(z.angle(), np.angle(complex(a, b)), abs_tol=1e-12)
    z.real[0], z.imag[0] = 7.0, 8.0
    assert z.item() == 7 + 8j


@says(
    "tensors/fourier/complex_numbers",
    "`conj` is lazy: it marks, and `resolve_conj` writes.",
    "Comparisons such as `<` are refused, and a loss has to be real.",
)
@pytest.mark.parametrize("name", ["lt", "le", "gt", "ge"])
def test_conjugates_and_comparisons(name):
    z = torch.tensor([1 + 2j])
    assert z.conj().data_ptr() == z.data_ptr()
    written = z.conj().resolve_conj()
    assert written.data_ptr() != z.data_ptr()
    assert written.item() == z.conj().item() == 1 - 2j
    with pytest.raises(RuntimeError, match="not implemented"):
        getattr(z, name)(z)
    with pytest.raises(RuntimeError, match="only for real"):
        (z.requires_grad_() * 1).sum().backward()


@says(
    "tensors/fourier/view_as_complex",
    "`view_as_real` shows (…) complex as (…, 2) float, `view_as_complex` the other way; both are "
    "views, and the second wants a last dimension of 2 with stride 1.",
    "`polar(length, angle)` builds by length and direction: a rotation is a product with "
    "`polar(1, angle)`, as in rotary embeddings.",
)
@given(angle=st.floats(-3, 3))
def test_view_as_complex(angle):
    x = torch.rand(3, 4, 2)
    z = torch.view_as_complex(x)
    assert z.shape == (3, 4)
    assert z.is_complex()
    assert torch.view_as_real(z).equal(x)
    assert z.data_ptr() == torch.view_as_real(z).data_ptr() == x.data_ptr()
    for bad in (torch.rand(2, 3), torch.rand(2, 3).T):
        with pytest.raises(RuntimeError, match="last dimension"):
            torch.view_as_complex(bad)
    turn = torch.polar(torch.ones(()), torch.tensor(angle))
    sin, cos = math.sin(angle), math.cos(angle)
    rotation = torch.tensor([[cos, sin], [-sin, cos]])
    torch.testing.assert_close(torch.view_as_real(z * turn), x @ rotation)
    assert math.isclose(torch.polar(torch.tensor(2.0), torch.tensor(angle)).abs(), 2, rel_tol=1e-6)


@says(
    "tensors/fourier/fft",
    "For real signals `rfft`: n samples give n // 2 + 1 complex numbers.",
    "`rfftfreq(n, d)` names their frequencies, with `d` the time between samples.",
    "`irfft` undoes it, and wants `n=` where the signal was odd.",
    "`fftshift` moves frequency 0 to the middle.",
)
@given(n=st.integers(2, 9), d=st.floats(0.1, 2))
def test_fft(n, d):
    x = np.random.default_rng(n).standard_normal(n)
    k = np.arange(n)
    by_formula = (x * np.exp(-2j * np.pi * k[:, None] * k / n)).sum(axis=1)
    t = torch.from_numpy(x)
    np.testing.assert_allclose(torch.fft.fft(t), by_formula, atol=1e-9)
    half = torch.fft.rfft(t)
    assert half.shape == (n // 2 + 1,)
    np.testing.assert_allclose(half, by_formula[: n // 2 + 1], atol=1e-9)
    np.testing.assert_allclose(torch.fft.rfftfreq(n, d), np.fft.rfftfreq(n, d), rtol=1e-5)
    np.testing.assert_allclose(torch.fft.irfft(half, n=n), x, atol=1e-9)
    assert len(torch.fft.irfft(half)) == n - n % 2
    shifted = torch.fft.fftshift(torch.fft.fftfreq(n))
    assert shifted[n // 2] == 0
    assert shifted.diff().min() > 0


@says(
    "tensors/fourier/fft",
    'The default does not scale forward and divides by n backward; `fft` with `norm="ortho"` keeps '
    "the energy.",
)
def test_scale_of_fft():
    x = torch.ones(8)
    assert torch.fft.fft(x)[0].real == 8
    assert torch.fft.ifft(x)[0].real == 1
    x = torch.rand(8)
    kept = torch.fft.fft(x, norm="ortho").abs().square().sum()
    torch.testing.assert_close(kept, x.square().sum())
    assert torch.fft.rfft(x, norm="ortho").abs().square().sum() < kept


@says("tensors/fourier/fft", "A bfloat16 signal is refused: `float()` first.")
@pytest.mark.parametrize("name", ["fft", "rfft", "ifft", "fft2"])
def test_fft_of_bfloat16(name):
    x = torch.ones(2, 4, dtype=torch.bfloat16)
    with pytest.raises(RuntimeError, match="Unsupported dtype BFloat16"):
        getattr(torch.fft, name)(x)
    assert getattr(torch.fft, name)(x.float()).dtype == torch.complex64


@says("tensors/fourier/view_as_complex", "`view_as_complex` refuses bfloat16: `float()` first.")
def test_pairs_of_bfloat16():
    x = torch.ones(3, 2, dtype=torch.bfloat16)
    with pytest.raises(RuntimeError, match="BFloat16"):
        torch.view_as_complex(x)
    assert torch.view_as_complex(x.float()).dtype == torch.complex64


@says(
    "tensors/fourier/fft2",
    "`fft2` transforms the last two dimensions, `fftn` all of them, or those of `dim`.",
    "Batches and channels in front stay.",
    "`rfft2` halves the last dimension.",
)
@pytest.mark.parametrize("dims", [(0, 1), (1, 2), (0, 1, 2)])
def test_fft_of_images(dims):
    x = torch.from_numpy(X)
    np.testing.assert_allclose(torch.fft.fft2(x), np.fft.fft2(X), atol=1e-9)
    for one, image in zip(torch.fft.fft2(x), x, strict=True):
        torch.testing.assert_close(one, torch.fft.fft2(image))
    np.testing.assert_allclose(torch.fft.fftn(x), np.fft.fftn(X), atol=1e-9)
    np.testing.assert_allclose(torch.fft.fftn(x, dim=dims), np.fft.fftn(X, axes=dims), atol=1e-9)
    assert torch.fft.rfft2(x).shape == (3, 4, 6 // 2 + 1)


@says(
    "tensors/fourier/fft2",
    "A product of spectra is a circular convolution: pad before, if it should not go round.",
)
def test_circular_convolution():
    a, b = X[0, 0], X[0, 1]
    circular = [sum(a[k] * b[(n - k) % 6] for k in range(6)) for n in range(6)]
    fft = torch.fft
    ta, tb = torch.from_numpy(a), torch.from_numpy(b)
    np.testing.assert_allclose(fft.irfft(fft.rfft(ta) * fft.rfft(tb), n=6), circular, atol=1e-9)
    padded = fft.irfft(fft.rfft(ta, n=11) * fft.rfft(tb, n=11), n=11)
    np.testing.assert_allclose(padded, np.convolve(a, b), atol=1e-9)


@says(
    "tensors/fourier/stft",
    "The result is (n_fft // 2 + 1, frames), with the frequencies first.",
    "With `center=True` (default) the ends are padded by reflection and a frame is centred on each "
    "hop: 1 + length // hop_length frames.",
    "`istft` with the same arguments and `length=` gives the signal back.",
)
@pytest.mark.parametrize(
    ("n_fft", "hop", "length"), [(64, 16, 400), (64, 16, 410), (32, 8, 101), (16, 8, 64)]
)
def test_stft(n_fft, hop, length):
    x = torch.rand(length, dtype=torch.float64)
    window = torch.hann_window(n_fft, dtype=torch.float64)
    options = {"n_fft": n_fft, "hop_length": hop, "window": window}
    found = torch.stft(x, **options, return_complex=True)
    assert found.shape == (n_fft // 2 + 1, 1 + length // hop)
    padded = np.pad(x.numpy(), n_fft // 2, mode="reflect")
    for frame in range(found.shape[1]):
        part = padded[frame * hop : frame * hop + n_fft] * window.numpy()
        np.testing.assert_allclose(found[:, frame], np.fft.rfft(part), atol=1e-9)
    torch.testing.assert_close(torch.istft(found, **options, length=length), x)
    assert len(torch.istft(found, **options)) == length - length % hop


@says(
    "tensors/fourier/windows",
    "`periodic=True` (default) is for spectra; `False` is symmetric, for filters, as NumPy's are.",
    "More are in `torch.signal.windows`.",
)
@given(n=st.integers(2, 12))
def test_windows(n):
    by_formula = np.sin(np.pi * np.arange(n) / n) ** 2
    np.testing.assert_allclose(torch.hann_window(n), by_formula, atol=1e-6)
    for ours, its in [("hann", "hanning"), ("bartlett", "bartlett"), ("blackman", "blackman")]:
        window = getattr(torch, f"{ours}_window")(n, periodic=False)
        np.testing.assert_allclose(window, getattr(np, its)(n), atol=1e-6)
        torch.testing.assert_close(window, window.flip(0))
    names = set(torch.signal.windows.__all__)
    assert len(names) >= 10
    assert "gaussian" in names


@says(
    "tensors/fourier/windows",
    "Against leakage: a frequency between two bins shows in fewer of them.",
)
def test_leakage():
    tone = torch.sin(2 * math.pi * 10.5 * torch.arange(128) / 128)
    plain = torch.fft.rfft(tone).abs()
    faded = torch.fft.rfft(tone * torch.hann_window(128)).abs()
    assert (faded > 0.01 * faded.max()).sum() < (plain > 0.01 * plain.max()).sum() / 3


@says(
    "tensors/fourier/windows",
    "Kaiser has a dial: a larger `beta` has lower side lobes and a wider main lobe.",
)
def test_beta_of_kaiser():
    def lobes(beta):
        window = torch.kaiser_window(64, periodic=False, beta=beta, dtype=torch.float64)
        spectrum = torch.fft.rfft(window, n=4096).abs()
        width = int((spectrum.diff() > 0).nonzero()[0])
        return width, (spectrum[width:].max() / spectrum[0]).item()

    widths, sides = zip(*map(lobes, (2.0, 5.0, 8.0)), strict=True)
    assert widths[0] < widths[1] < widths[2]
    assert sides[0] > sides[1] > sides[2]
    expected = scipy.signal.windows.kaiser(16, 5.0)
    window = torch.kaiser_window(16, periodic=False, beta=5.0)
    np.testing.assert_allclose(window, expected, rtol=1e-5)
