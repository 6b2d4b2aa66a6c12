"""Dead ReLUs: units that are zero for every sample.

Its weights get no gradient, so it seldom comes back by itself. A learning rate that
is too large or a bias far below zero kills units. Count over a whole data set, after
the ReLU: zero for one sample is normal, zero for all is dead. Against it: a smaller
rate, `LeakyReLU`, normalisation.

Attributes: Shapes
    x: (N, 64) float32
    y: (N,) int64
    share: (K,) float32, share of the samples for which a unit is active

Asked as:
    how many of my neurons have died; neurons never activate; percentage of zero
    activations or inactive neurons; most activations are zero after the ReLU; count
    zeros after the activation; sparsity of activations; neurons killed by a high
    learning rate; neurons that always output zero; are the neurons dead after ReLU; why
    switch to leaky relu; why are so many outputs of a hidden layer zero, statistics;
    dying relu problem; ReLU units that never fire; dead neurons
"""
# needs: matplotlib

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
x = torch.tensor(digits.data, dtype=torch.float32) / 16
y = torch.tensor(digits.target)
active = {}


def count(module, args, output):
    active["share"] = (output > 0).float().mean(0)  # <-


figure, all_axes = plt.subplots(1, 2, figsize=(5.6, 2.6), sharey=True)
for axes, lr in zip(all_axes, (0.1, 5.0), strict=True):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(30):
        optimizer.zero_grad()
        F.cross_entropy(model(x), y).backward()
        optimizer.step()
    with model[1].register_forward_hook(count), torch.inference_mode():
        model(x)
    share = active["share"]
    dead = (share == 0).float().mean().item()
    print(lr, dead < 0.1, dead > 0.3)
    #> 0.1 True False
    #> 5.0 False True
    axes.hist(share.cpu().numpy(), bins=20, range=(0, 1))
    axes.set(title=f"lr {lr:g}: {dead:.0%} dead", xlabel="active for this share")
all_axes[0].set_ylabel("units")
