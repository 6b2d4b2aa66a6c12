"""Convolution kernels: the first layer as a grid of pictures.

The weight is (out channels, in channels, height, width). Those of the first layer read
as pictures: edges, strokes, colours; with three input channels show them as RGB
(`make_grid(weight, normalize=True)`). One scale for all, with zero in the middle, so
that kernels can be compared. Still noise: train longer, or with more weight decay.

Attributes: Shapes
    before: (K, 1, 5, 5) float32
    after: (K, 1, 5, 5) float32

Asked as:
    visualize filters; kernel images, show the weights of conv1; what did a CNN learn in
    its first conv; plot the weights of the first conv layer with imshow; edge
    detectors; Gabor filters; AlexNet filter picture; filters look like random noise;
    RGB filters; filters before and after training; how the kernels of a trained conv
    net look; plot the kernels of the first layer as a grid; what have the filters of a
    CNN learned
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
model = nn.Sequential(nn.Conv2d(1, 8, 5), nn.ReLU(), nn.Flatten(), nn.Linear(128, 10))
before = model[0].weight.detach().clone()

optimizer = torch.optim.Adam(model.parameters(), lr=0.02, weight_decay=0.02)
for _ in range(100):
    optimizer.zero_grad()
    F.cross_entropy(model(images), labels).backward()
    optimizer.step()
after = model[0].weight.detach().clone()  # <-

limit = after.abs().max().item()
figure, all_axes = plt.subplots(2, 8, figsize=(5.6, 1.8))
for row, kernels in zip(all_axes, (before, after), strict=True):
    for axes, kernel in zip(row, kernels, strict=True):
        axes.imshow(kernel[0].cpu().numpy(), cmap="coolwarm", vmin=-limit, vmax=limit)
        axes.axis("off")
figure.suptitle("Kernels before training (above) and after")

for weight in (before, after):  # how neighbours differ: about 2 for noise
    ratio = weight.diff(dim=2).square().mean() / weight.var()
    print((ratio > 1.8).item(), (ratio < 1.2).item())
    #> True False
    #> False True
