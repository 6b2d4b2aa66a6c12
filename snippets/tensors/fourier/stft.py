r"""stft and istft: a spectrum for each frame of a sound.

Give a window, and `return_complex=True`. The result is (n_fft // 2 + 1, frames), with
the frequencies first. With `center=True` (default) the ends are padded by reflection
and a frame is centred on each hop: 1 + length // hop_length frames. `istft` with the
same arguments and `length=` gives the signal back.

Attributes: Shapes
    signal: (400,) float32
    spectrum: (33, 26) complex64
    power: (33, 26) float32

Raises:
    RuntimeError: `torch.stft(signal, 64)` stft requires the return_complex parameter

Asked as:
    torch.stft; torch.istft; spectrogram; short-time Fourier transform; librosa.stft;
    tf.signal.stft; n_fft and hop_length; mel spectrogram input; shape of the stft
    output; reconstruct audio from a spectrogram; scipy.signal.stft; stft requires the
    return_complex parameter; number of frames of a spectrogram; log power spectrogram;
    speech features; center=True padding; frequency over time
"""

import math

import torch

t = torch.arange(400) / 1600  # a quarter of a second, 1600 samples a second
signal = torch.sin(2 * math.pi * 200 * t)
signal[200:] = torch.sin(2 * math.pi * 600 * t[200:])

window = torch.hann_window(64)
options = {"n_fft": 64, "hop_length": 16, "window": window}
spectrum = torch.stft(signal, **options, return_complex=True)  # <-
power = spectrum.abs().square()
print(power[:, [3, 22]].argmax(dim=0) * 1600 / 64)  # in Hz: early, late
#> tensor([200., 600.])
print(1 + 400 // 16)
#> 26

back = torch.istft(spectrum, **options, length=400)
print(back.allclose(signal, atol=1e-5))
#> True
