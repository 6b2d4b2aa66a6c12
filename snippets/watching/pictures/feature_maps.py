"""Feature maps: what a convolution makes of an image, by a forward hook.

Register the hook, run the image, remove the hook. Detach what you keep. One map a
channel: bright where its kernel fits. Channels that are zero for every image are dead;
channels that look alike are redundant.

Attributes: Shapes
    images: (N, 1, 8, 8) float32, in [0, 1]
    maps: (1, 8, 6, 6) float32

Asked as:
    visualize activations; output of a CNN layer as an image; see what the second
    convolution extracts or detects in an image; view the hidden layers of a CNN as
    pictures with a hook; plot the channels of a conv layer; activation map;
    get_activation hook and plot; result of each convolution for one picture; all
    channels look alike; dead channels; show how a photo passes through the network;
    what a network sees in a photo after its first layers; show intermediate activations
    as images; plot the outputs of the conv layers; what does a layer see
"""
# needs: matplotlib

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

torch.manual_seed(0)
digits = load_digits()
images = torch.tensor(digits.images, dtype=torch.float32).unsqueeze(1) / 16
labels = torch.tensor(digits.target)
model = nn.Sequential(nn.Conv2d(1, 8, 3), nn.ReLU(), nn.Flatten(), nn.Linear(288, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
for _ in range(40):
    optimizer.zero_grad()
    F.cross_entropy(model(images), labels).backward()
    optimizer.step()
kept = {}


def keep(name):
    def hook(module, args, output):
        kept[name] = output.detach()

    return hook


handles = [model[i].register_forward_hook(keep(f"layer {i}")) for i in (0, 1)]  # <-
model(images[:1])
for handle in handles:
    handle.remove()
maps = kept["layer 1"]
print({name: tuple(output.shape) for name, output in kept.items()})
#> {'layer 0': (1, 8, 6, 6), 'layer 1': (1, 8, 6, 6)}
print((kept["layer 0"].min() < 0).item(), maps.min().item())
#> True 0.0

figure, all_axes = plt.subplots(1, 9, figsize=(5.6, 1.2))
for axes, picture in zip(all_axes, [images[0, 0], *maps[0]], strict=True):
    axes.imshow(picture.cpu().numpy(), cmap="viridis")
    axes.axis("off")
figure.suptitle("A zero, and its eight maps after the ReLU")
