r"""hamming_window: weights that fade a frame of sound.

For the short-time Fourier transform. `periodic=True` (default) is meant for it; `False`
gives the symmetric window of filter design.

$$w_n = 0.54 - 0.46 \cos \frac{2 \pi n}{N}$$

Attributes: Shapes
    window: (8,) float32
"""

import torch

window = torch.hamming_window(8)
print(window)
#> tensor([0.0800, 0.2147, 0.5400, 0.8653, 1.0000, 0.8653, 0.5400, 0.2147])
print(torch.hamming_window(5, periodic=False))
#> tensor([0.0800, 0.5400, 1.0000, 0.5400, 0.0800])
