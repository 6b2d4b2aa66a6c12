r"""hann_window, blackman_window, kaiser_window: windows of a frame.

Against leakage: a frequency between two bins shows in fewer of them. `periodic=True`
(default) is for spectra; `False` is symmetric, for filters, as NumPy's are. Hann is the
usual choice. Kaiser has a dial: a larger `beta` has lower side lobes and a wider main
lobe. More are in `torch.signal.windows`.

$$w_n = \sin^2 \frac{\pi n}{N}$$

Attributes: Shapes
    window: (8,) float32

Asked as:
    torch.hann_window; torch.blackman_window; torch.bartlett_window;
    torch.kaiser_window; np.hanning; np.kaiser; scipy.signal.get_window;
    tf.signal.hann_window; Hann window; triangular window; torch.signal.windows; window
    for a spectrogram, which one; overlap-add windows; cosine window; gaussian window
    for a signal; taper a frame; fade in and fade out; bell shaped weights of an audio
    frame
"""

import torch

window = torch.hann_window(8)  # <-
print(window)
#> tensor([0.0000, 0.1464, 0.5000, 0.8536, 1.0000, 0.8536, 0.5000, 0.1464])
print(torch.hann_window(5, periodic=False))
#> tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000])
print(torch.blackman_window(8)[:5].round(decimals=4).abs())
#> tensor([0.0000, 0.0664, 0.3400, 0.7736, 1.0000])
print(torch.bartlett_window(8)[:5])
#> tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
print(torch.kaiser_window(8, periodic=True, beta=8.0)[:5])
#> tensor([0.0023, 0.0827, 0.3690, 0.7888, 1.0000])
print(window[:4] + window[4:])  # half overlapped they add up to 1
#> tensor([1.0000, 1.0000, 1.0000, 1.0000])
print(torch.signal.windows.gaussian(5, std=1.0))
#> tensor([0.1353, 0.6065, 1.0000, 0.6065, 0.1353])
