r"""PSNR: how far a picture is from its target, in decibels.

Ten times the logarithm of the largest square error that is possible over the mean one:
ten times less error is 10 dB more. `peak` is the range of the values: 1 for floats, 255
for bytes, which must be float first. Equal pictures give infinity. Take the mean of the
PSNR of pictures: the PSNR of their mean error is never higher.

$$\text{PSNR} = 10 \log_{10} \frac{\text{peak}^2}{\text{MSE}}$$

Attributes: Shapes
    image: (N, 1, 4, 4) float32, in [0, 1]
    target: (N, 1, 4, 4) float32, in [0, 1]
    values: (N,) float32, in dB

Asked as:
    PSNR; peak signal to noise ratio; measure image quality; metric for
    super-resolution; metric for denoising; tf.image.psnr; torchmetrics
    PeakSignalNoiseRatio; skimage peak_signal_noise_ratio; MSE to PSNR; how good is the
    restored picture; decibels of a reconstruction; PSNR is infinite; data_range of PSNR
"""

import torch


def psnr(image, target, peak=1.0):
    """Return one value for each picture of a batch."""
    error = (image - target).square().flatten(1).mean(dim=1)
    return 10 * (peak**2 / error).log10()  # <-


target = torch.full((3, 1, 4, 4), 0.5)
image = target + torch.tensor([0.1, 0.01, 0.0]).view(3, 1, 1, 1)
values = psnr(image, target)
print(values)
#> tensor([20.0000, 40.0000,     inf])
