"""Super-resolution: twice the pixels, sharper than bicubic.

The net works on the small picture. Its last layer gives four channels for each one, and
[pixel_shuffle](../layers/rearrange.md#pixel_shuffle) makes the four pixels of them. It
learns what bicubic lacks: the sum of both is the result. Here on drawn shapes: for
photographs train on photographs.

Attributes: Shapes
    high: (N, 1, 32, 32) float32, in [0, 1]
    low: (N, 1, 16, 16) float32
    result: (N, 1, 32, 32) float32

Asked as:
    super resolution; upscale images with a neural network; ESPCN super-resolution net;
    SRCNN; train a super-resolution model; image upscaling x2; better than bicubic;
    sharpen a low resolution picture; sub-pixel convolution network; enhance image
    resolution; EDSR small; residual learning for super-resolution; pixel shuffle
    upsampling network; PSNR of super-resolution; double the size of a picture with a
    network; network that sharpens a picture
"""

# %% Pictures
import torch
import torch.nn.functional as F
from torch import nn


def draw(count, size=32):
    """Draw discs and squares of several greys, (count, 1, size, size)."""
    line = torch.arange(size) + 0.5
    images = torch.rand(count, 1, 1).expand(count, size, size)
    for number in range(4):
        x, y = size * torch.rand(2, count, 1, 1)
        radius = 3 + 6 * torch.rand(count, 1, 1)
        down, across = (line[:, None] - y).abs(), (line - x).abs()
        far = torch.hypot(down, across) if number % 2 else torch.maximum(down, across)
        images = torch.where(far < radius, torch.rand(count, 1, 1), images)
    return images[:, None]


def shrink(images):
    return F.interpolate(images, scale_factor=0.5, mode="bicubic", antialias=True)


def enlarge(images):
    return F.interpolate(images, scale_factor=2, mode="bicubic")


def psnr(images, target):
    return (-10 * (images - target).square().mean(dim=(1, 2, 3)).log10()).mean()


# %% Net
class Upscale(nn.Module):
    def __init__(self, width=24):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(1, width, 5, padding=2), nn.ReLU(),
            nn.Conv2d(width, width, 3, padding=1), nn.ReLU(),
            nn.Conv2d(width, 4, 3, padding=1),
        )  # fmt: skip
        nn.init.zeros_(self.layers[-1].weight)  # begins close to bicubic

    def forward(self, low):
        return enlarge(low) + F.pixel_shuffle(self.layers(low), 2)  # <-


# %% Training
torch.manual_seed(0)
model = Upscale()
optimizer = torch.optim.Adam(model.parameters(), lr=2e-3)
for _ in range(200):
    high = draw(32)
    loss = F.mse_loss(model(shrink(high)), high)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

# %% Compare
high = draw(100)
low = shrink(high)
with torch.inference_mode():
    result = model(low)
gain = psnr(result, high) - psnr(enlarge(low), high)
print(gain > 1)  # in dB
#> tensor(True)
pictures = {"low": low[0], "bicubic": enlarge(low)[0].clamp(0, 1)}
pictures |= {"net": result[0].clamp(0, 1), "high": high[0]}
