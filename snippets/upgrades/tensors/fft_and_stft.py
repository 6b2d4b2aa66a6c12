r"""torch.rfft and torch.fft as a call: functions of the module torch.fft.

`torch.fft` is a module today: calling it raises, and `torch.rfft`, `ifft` and `irfft`
are gone. They gave pairs of real numbers in a last dimension of 2, and `irfft` took
them; today the pairs are complex numbers, and `view_as_real` gives the pairs.
`torch.stft` wants `return_complex=True`.

Raises:
    TypeError: `torch.fft(x, 1)` 'module' object is not callable
    AttributeError: `torch.rfft(x, 1)` module 'torch' has no attribute 'rfft'
    RuntimeError: `torch.stft(x, 4, window=window)` stft requires the return_complex
        parameter be given for real inputs

Asked as:
    torch.rfft(x, 1); torch.fft(x, signal_ndim=1); torch.irfft(x, 1, onesided=False);
    torch.stft return_complex; 'module' object is not callable for torch.fft; last
    dimension of size 2 for real and imaginary part; spectrogram code of an old
    repository fails
"""

import torch

x = torch.tensor([1.0, 0.0, -1.0, 0.0])
spectrum = torch.fft.rfft(x)  # <- (3,) complex64
print(spectrum)
#> tensor([0.+0.j, 2.+0.j, 0.+0.j])
print(torch.view_as_real(spectrum).shape)  # as torch.rfft gave it
#> torch.Size([3, 2])
print(torch.equal(torch.fft.irfft(spectrum), x))
#> True
print(torch.fft.fft(x).shape)  # onesided=False
#> torch.Size([4])

window = torch.hann_window(4)
print(torch.stft(x, 4, window=window, return_complex=True).dtype)
#> torch.complex64
