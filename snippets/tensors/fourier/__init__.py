"""Complex and Fourier: complex numbers, spectra, windows.
"""

__all__ = [
    "complex_numbers",
    "view_as_complex",
    "fft",
    "fft2",
    "stft",
    "windows",
]
