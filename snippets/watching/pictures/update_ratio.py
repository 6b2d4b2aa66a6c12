r"""Update ratio: how far a step moves the weights.

Length of the step over length of the weights, one matrix at a time. A rule of thumb
says about 0.001; 0.1 hints at a learning rate that is too large, 0.00001 at one too
small. Measure the weights themselves: the length of Adam's step is not that of the
gradient.

$$r = \frac{\|\theta_{t+1} - \theta_t\|}{\|\theta_t\|}$$

Attributes: Shapes
    x: (N, 64) float32
    y: (N,) int64

Asked as:
    is my lr right for this layer; how much do parameters move or change each step;
    update to weight ratio of 1e-3; relative size of a step; norm of the update over
    norm of the parameter; Karpathy's update:data ratio; weights barely move, how to
    measure it; optimizer steps too small or too big for the weights; size of Adam's
    update; is the learning rate suitable, monitor it layer by layer; is the learning
    rate too large, seen from the weights; weight change per step, magnitude of the
    update; how far weights travel in one step
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


def update_ratio(before, after):
    return ((after - before).norm() / before.norm()).item()  # <-


figure, axes = plt.subplots(figsize=(5.6, 2.6))
for lr in (1e-6, 1e-4, 1e-1):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    ratios = []
    for _ in range(50):
        before = model[0].weight.detach().clone()
        optimizer.zero_grad()
        F.cross_entropy(model(x), y).backward()
        optimizer.step()
        ratios.append(update_ratio(before, model[0].weight.detach()))
    axes.semilogy(ratios, label=f"lr {lr:g}")
    print(lr, f"{ratios[0]:.0e}")
    #> 1e-06 1e-05
    #> 0.0001 1e-03
    #> 0.1 1e+00

axes.axhline(1e-3, color="grey", linestyle=":")
axes.set(title="Update over weight, first layer", xlabel="step", ylabel="ratio")
axes.legend()
