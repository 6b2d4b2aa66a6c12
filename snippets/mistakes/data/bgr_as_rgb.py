"""BGR taken for RGB: red and blue change places.

`cv2.imread` returns blue, green, red. PIL, torchvision and the models trained with them
expect red, green, blue. Nothing is raised, grey images stay what they are, and a model
that goes by colour fails on the others. Turn the last dimension of the array round,
`array[..., ::-1].copy()`, or index a tensor (C, H, W) with
[`[2, 1, 0]`](../transforms/colour.md#channel_permutation).

Attributes: Shapes
    patches: (N, 3, 16, 16) float32, in [0, 1]
    target: (N,) int64
    bgr: (N, 3, 16, 16) float32, in [0, 1]

Asked as:
    cv2.imread into a torchvision model; pretrained model is worse on OpenCV images;
    blue skin in predictions, colours swapped; model trained with PIL, deployed with
    OpenCV; predictions differ between PIL and cv2; channel order of torchvision models;
    does torchvision expect RGB or BGR; accuracy drops in the camera pipeline; video
    frames of cv2.VideoCapture into the model; forgot cv2.cvtColor; orange becomes blue
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_sample_image
from torch import nn
from torchvision.transforms import v2

torch.manual_seed(0)
photo = v2.ToImage()(load_sample_image("flower.jpg").copy()).float() / 255  # RGB
petals, leaves = (
    part.unfold(1, 16, 16).unfold(2, 16, 16).permute(1, 2, 0, 3, 4).flatten(0, 1)
    for part in (photo[:, 110:320, 200:450], photo[:, 100:420, 480:])
)
patches = torch.cat([petals, leaves])
target = torch.tensor([0] * len(petals) + [1] * len(leaves))

model = nn.Sequential(
    nn.Conv2d(3, 16, 5, stride=4), nn.ReLU(),
    nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(16, 2),
)  # fmt: skip
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
for _ in range(60):
    loss = F.cross_entropy(model(patches), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

# Wrong: the patches as OpenCV would read them; orange petals are blue.
bgr = patches[:, [2, 1, 0]]
print(f"{(model(bgr).argmax(1) == target).float().mean():.1f}")
#> 0.3

# Right: back to RGB.
rgb = bgr[:, [2, 1, 0]]  # <-
print(f"{(model(rgb).argmax(1) == target).float().mean():.1f}")
#> 1.0
