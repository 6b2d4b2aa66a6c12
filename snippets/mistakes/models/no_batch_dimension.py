r"""One image without a batch: dim=1 is the height.

Convolution, pooling and `Softmax` take one image (C, H, W) as it is, and code that
counts from the left is then off by one: `dim=1` is no longer the classes. Probabilities
of a fully convolutional classifier are all 1; a segmentation map has classes where rows
should be. Add the batch with `unsqueeze(0)`, or count from the right (`dim=-3`). A
model with `Flatten` and `Linear` raises, in most cases:
[forgotten batch dimension](../predict/index.md#forgotten_batch).

Attributes: Shapes
    image: (1, 8, 8) float32

Asked as:
    softmax gives 1 for every class; all class probabilities are 1.0 for a single image;
    model accepts an image without a batch; prediction is class 0 for every single
    image; segmentation output has a wrong shape for one image; argmax(1) over the
    height instead of the classes; does Conv2d accept (C, H, W); unbatched input to a
    convolutional network; fully convolutional network on a single 3D tensor; probs do
    not sum to 1 at inference; works on batches, wrong on one image without an error
"""

import torch
from torch import nn

torch.manual_seed(0)
segment = nn.Sequential(nn.Conv2d(1, 8, 3), nn.ReLU(), nn.Conv2d(8, 5, 1))
classify = nn.Sequential(segment, nn.AdaptiveAvgPool2d(1)).eval()
image = torch.rand(1, 8, 8)


def report(x):  # sum of the probabilities, shape of the map of classes
    with torch.no_grad():
        probs = classify(x).softmax(dim=1).flatten()
        scores = segment(x)
    return round(probs.sum().item(), 2), tuple(scores.argmax(dim=1).shape)


# Wrong: (C, H, W). Five probabilities of 1, and five rows of "classes".
print(report(image))
#> (5.0, (5, 6))

# Right: (1, C, H, W).
print(report(image.unsqueeze(0)))  # <-
#> (1.0, (1, 6, 6))
