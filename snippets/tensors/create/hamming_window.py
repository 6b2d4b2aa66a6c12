r"""hamming_window: weights that fade a frame of sound.

For the short-time Fourier transform. `periodic=True` (default) is meant for it; `False`
gives the symmetric window of filter design.

$$w_n = 0.54 - 0.46 \cos \frac{2 \pi n}{N}$$

Attributes: Shapes
    window: (8,) float32

Asked as:
    scipy.signal.windows.hamming; tf.signal.hamming_window; window argument of
    torch.stft; spectral leakage; taper the ends of an audio segment; window function
    for a spectrogram; raised cosine; periodic or symmetric; windowing in signal
    processing; window to multiply audio frames with before the fft; hann, blackman,
    kaiser window; fade the edges of a speech frame to zero; apply a window to an audio
    signal
"""

import torch

window = torch.hamming_window(8)  # <-
print(window)
#> tensor([0.0800, 0.2147, 0.5400, 0.8653, 1.0000, 0.8653, 0.5400, 0.2147])
print(torch.hamming_window(5, periodic=False))
#> tensor([0.0800, 0.5400, 1.0000, 0.5400, 0.0800])
