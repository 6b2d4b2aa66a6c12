"""U-Net: small and whole, for pictures of odd sizes too.

On the way down the maps get smaller and more; on the way up each is doubled and joined
with the map of that size from the way down. Halving rounds down: where a doubled map is
a row or a column short, it is filled up first. Gives logits for each pixel: no softmax.

Attributes: Shapes
    images: (N, 3, H, W) float32
    logits: (N, 4, H, W) float32

Raises:
    RuntimeError: `model(torch.rand(1, 3, 3, 3))` Output size is too small

Asked as:
    U-Net from scratch; UNet in PyTorch; encoder decoder with skip connections; small
    unet implementation; segmentation network from scratch; size mismatch in the skip
    connection; unet with odd image size; Sizes of tensors must match in the U-Net
    decoder; concatenate encoder and decoder maps; image size not divisible by 32;
    contracting and expanding path; double conv block; how do I write a segmentation
    model; smp.Unet by hand; ConvTranspose2d upsampling with skip; network that labels
    each pixel; upsampled map and skip connection have different sizes; net with skip
    connections for pixels
"""

from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import nn


def block(inputs, outputs):
    layers = []
    for channels in (inputs, outputs):
        layers += [nn.Conv2d(channels, outputs, 3, padding=1, bias=False)]
        layers += [nn.BatchNorm2d(outputs), nn.ReLU()]
    return nn.Sequential(*layers)


class UNet(nn.Module):
    def __init__(self, inputs, classes, widths=(16, 32, 64)):
        super().__init__()
        self.down = nn.ModuleList(block(*pair) for pair in pairwise((inputs, *widths)))
        steps = [*pairwise(reversed(widths))]
        self.up = nn.ModuleList(nn.ConvTranspose2d(*pair, 2, 2) for pair in steps)
        self.join = nn.ModuleList(block(2 * narrow, narrow) for _, narrow in steps)
        self.head = nn.Conv2d(widths[0], classes, kernel_size=1)

    def forward(self, x):
        kept = []
        for down in self.down:
            x = down(F.max_pool2d(x, 2) if kept else x)
            kept.append(x)
        kept.pop()
        for up, join in zip(self.up, self.join, strict=True):
            x, same = up(x), kept.pop()
            rows, columns = same.shape[2] - x.shape[2], same.shape[3] - x.shape[3]
            x = join(torch.cat([same, F.pad(x, (0, columns, 0, rows))], dim=1))  # <-
        return self.head(x)


model = UNet(inputs=3, classes=4).eval()
images = torch.rand(2, 3, 64, 48)
logits = model(images)
for height, width in [(64, 48), (37, 50), (4, 5)]:
    print(model(torch.rand(1, 3, height, width)).shape)
    #> torch.Size([1, 4, 64, 48])
    #> torch.Size([1, 4, 37, 50])
    #> torch.Size([1, 4, 4, 5])
print(sum(p.numel() for p in model.parameters()))
#> 117412
