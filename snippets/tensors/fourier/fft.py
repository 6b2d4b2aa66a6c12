r"""fft, rfft, irfft, fftfreq: the discrete Fourier transform.

For real signals `rfft`: n samples give n // 2 + 1 complex numbers. `rfftfreq(n, d)`
names their frequencies, with `d` the time between samples. `irfft` undoes it, and wants
`n=` where the signal was odd. The default does not scale forward and divides by n
backward; `fft` with `norm="ortho"` keeps the energy. `fftshift` moves frequency 0 to
the middle. A bfloat16 signal is refused: `float()` first.

$$X_k = \sum_n x_n \, e^{-2 \pi i k n / N}$$

Attributes: Shapes
    signal: (8,) float32
    spectrum: (5,) complex64

Asked as:
    torch.fft.fft; torch.fft.rfft; np.fft.rfft; np.fft.fftfreq; scipy.fft; frequency
    spectrum of a signal; Fourier transform; inverse Fourier transform; torch.fft.ifft;
    torch.fft.fftshift; frequencies of the bins; dominant frequency; low-pass filter;
    irfft gives one sample too few; tf.signal.rfft; convolution by fft; norm="ortho";
    power spectrum; torch.fft.hfft
"""

import math

import torch

rate = 8  # samples a second
t = torch.arange(8) / rate
signal = torch.sin(2 * math.pi * 2 * t) + 1  # 2 Hz, around 1
spectrum = torch.fft.rfft(signal)  # <-
print(spectrum.abs().round(decimals=4))
#> tensor([8., 0., 4., 0., 0.])
print(torch.fft.rfftfreq(8, d=1 / rate))
#> tensor([0., 1., 2., 3., 4.])
print(torch.fft.irfft(spectrum, n=8).allclose(signal, atol=1e-6))
#> True

spectrum[1:] = 0  # a filter: the mean is left
print(torch.fft.irfft(spectrum, n=8))
#> tensor([1., 1., 1., 1., 1., 1., 1., 1.])

full = torch.fft.fft(signal)  # (8,) complex64
print(torch.fft.ifft(full).real.allclose(signal, atol=1e-6))
#> True
print(torch.fft.fftfreq(4), torch.fft.fftshift(torch.fft.fftfreq(4)), sep="\n")
#> tensor([ 0.0000,  0.2500, -0.5000, -0.2500])
#> tensor([-0.5000, -0.2500,  0.0000,  0.2500])
print(torch.fft.ifftshift(torch.tensor([-2, -1, 0, 1])))
#> tensor([ 0,  1, -2, -1])
print(torch.fft.hfft(torch.tensor([1.0, 2.0, 3.0]), n=4))  # of a real spectrum
#> tensor([ 8., -2.,  0., -2.])
print(torch.fft.ihfft(torch.tensor([1.0, 2.0, 3.0, 2.0])).real)
#> tensor([ 2.0000, -0.5000,  0.0000])
