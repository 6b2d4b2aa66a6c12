r"""SSIM: how alike two pictures are, window by window.

Compares mean, contrast and pattern in small windows: 1 for equal pictures, less for any
other. Except in dark places a shift in brightness costs little, where noise of the same
square error costs much. Windows of 11 pixels, weighted by a Gauss curve of width 1.5,
values from 0 to `peak`.

$$\text{SSIM} = \frac{(2 \mu_x \mu_y + c_1)(2 \sigma_{xy} + c_2)}{(\mu_x^2 + \mu_y^2 +
c_1)(\sigma_x^2 + \sigma_y^2 + c_2)}$$

Attributes: Shapes
    image: (N, 1, 32, 32) float32, in [0, 1]
    values: (N,) float32

Asked as:
    SSIM; structural similarity; ssim loss; perceptual similarity of images; pytorch
    ssim from scratch; skimage structural_similarity; torchmetrics
    StructuralSimilarityIndexMeasure; image similarity better than MSE; compare two
    pictures; tf.image.ssim; 1 - ssim as a loss; metric for restored images; window size
    and sigma of SSIM
"""

import torch
import torch.nn.functional as F


def ssim(x, y, peak=1.0, size=11, sigma=1.5):
    """Return one value for each picture of two batches of shape (N, C, H, W)."""
    line = torch.arange(size, dtype=x.dtype, device=x.device) - size // 2
    weight = (-(line**2) / (2 * sigma**2)).exp()
    window = (weight / weight.sum()).outer(weight / weight.sum())

    def mean(z):
        kernel = window.expand(z.shape[1], 1, size, size)
        return F.conv2d(z, kernel, groups=z.shape[1])

    mx, my = mean(x), mean(y)
    xx, yy, xy = mean(x * x) - mx**2, mean(y * y) - my**2, mean(x * y) - mx * my
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    alike = (2 * mx * my + c1) * (2 * xy + c2)
    return (alike / ((mx**2 + my**2 + c1) * (xx + yy + c2))).mean(dim=(1, 2, 3))  # <-


torch.manual_seed(0)
line = torch.linspace(0.2, 0.8, 32)
image = (0.5 + 0.3 * (12 * line).sin() * (12 * line[:, None]).cos()).view(1, 1, 32, 32)
noise = torch.randn(1, 1, 32, 32)
changed = {
    "the same": image,
    "brighter": image + 0.1,
    "noisy": image + 0.1 * noise / noise.square().mean().sqrt(),
}
for name, other in changed.items():
    error = (other - image).square().mean()
    print(f"{name}: error {error:.3f}, SSIM {ssim(image, other).item():.1f}")
    #> the same: error 0.000, SSIM 1.0
    #> brighter: error 0.010, SSIM 1.0
    #> noisy: error 0.010, SSIM 0.5
values = ssim(image, changed["brighter"])
pictures = {name: other[0] for name, other in changed.items()}
