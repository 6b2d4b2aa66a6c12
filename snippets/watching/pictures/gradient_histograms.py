"""Gradient histograms: does the first layer still learn?

After `backward`, before `zero_grad`: the size of `p.grad`, layer by layer, on a
logarithmic axis. Curves that march to the left toward the input are vanishing
gradients, as here with eight sigmoid layers; ReLU with its own initialisation keeps
them together.

Attributes: Shapes
    x: (N, 64) float32
    y: (N,) int64

Asked as:
    vanishing gradients; plot_grad_flow; visualize if gradients vanish in the early or
    first layers; plot or check the size of the gradient for every layer; why do the
    lower layers not train; deep sigmoid network learns nothing; gradient magnitudes per
    layer; diagnose the vanishing or exploding gradient problem of a net; mean absolute
    gradient, layer by layer; plot gradients with matplotlib, exploding or tiny;
    distribution of gradients after backward; histogram of p.grad; gradient flow through
    the layers; are the gradients of a deep network too small; how big are the gradients
    in every layer; look at the gradients of my layers
"""
# needs: matplotlib

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
x = torch.tensor(digits.data[:500], dtype=torch.float32) / 16
y = torch.tensor(digits.target[:500])


def deep(activation):
    torch.manual_seed(0)
    layers = [nn.Linear(64, 64) for _ in range(8)]
    if activation is nn.ReLU:
        for layer in layers:
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    hidden = [part for layer in layers for part in (layer, activation())]
    return nn.Sequential(*hidden, nn.Linear(64, 10))


figure, all_axes = plt.subplots(1, 2, figsize=(5.6, 2.6), sharex=True)
for axes, activation in zip(all_axes, (nn.Sigmoid, nn.ReLU), strict=True):
    model = deep(activation)
    F.cross_entropy(model(x), y).backward()
    sizes = {i: model[i].weight.grad.abs() for i in (0, 6, 14)}  # <-
    for i, size in sizes.items():
        log10 = size[size > 0].log10().cpu().numpy()
        axes.hist(log10, bins=40, histtype="step", label=f"layer {i}")
    axes.set(title=activation.__name__, xlabel="log10 of |gradient|")
    share = sizes[0].mean() / sizes[14].mean()  # input side over output side
    print(activation.__name__, (share < 1e-4).item(), (share > 0.1).item())
    #> Sigmoid True False
    #> ReLU False True
all_axes[1].legend(loc="upper left")
