"""Complex and Fourier: complex numbers, spectra, windows.

| You want | Write |
|---|---|
| the frequencies of a real signal | [`torch.fft.rfft(signal)`](#fft) |
| the frequencies of an image | [`torch.fft.rfft2(image)`](#fft2) |
| a spectrogram | [`torch.stft(signal, ..., return_complex=True)`](#stft) |
| a window against leakage | [`torch.hann_window(n)`](#windows) |
| real and imaginary part as pairs | [`torch.view_as_real(z)`](#view_as_complex) |
| absolute value and angle | [`z.abs()`, `z.angle()`](#complex_numbers) |
"""

__all__ = [
    "complex_numbers",
    "view_as_complex",
    "fft",
    "fft2",
    "stft",
    "windows",
]
