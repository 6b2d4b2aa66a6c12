"""Weight histograms: how the weights spread while training.

Copies of one weight at a few steps, over one another. Here they start as drawn and
spread. If they stand still, the layer learns nothing; if the range doubles again and
again, lower the learning rate. For every step: `add_histogram`.

Attributes: Shapes
    weight: (32, 64) float32

Asked as:
    draw how weights evolve over training; plt.hist of a layer; plot parameters before
    and after; did my layer change at all; parameters grow without limit; all my
    snapshots of the weights are identical; layer.get_weights() histogram; compare a
    layer between epochs; values of a kernel matrix at several steps; plot the weight
    distribution; weights before and after training; how parameter values get
    distributed during training; visualize weights of a linear layer over time with
    matplotlib
"""
# needs: matplotlib

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

torch.manual_seed(0)
digits = load_digits()
x = torch.tensor(digits.data, dtype=torch.float32) / 16
y = torch.tensor(digits.target)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)

kept = {}
for step in range(101):
    if step in (0, 20, 100):
        kept[step] = model[0].weight.detach().clone()  # <- without clone: the last
    optimizer.zero_grad()
    F.cross_entropy(model(x), y).backward()
    optimizer.step()

figure, axes = plt.subplots(figsize=(5.6, 2.6))
for step, weight in kept.items():
    values = weight.flatten().cpu().numpy()
    axes.hist(values, bins=60, range=(-1, 1), histtype="step", label=f"step {step}")
axes.set(title="First weight while training", xlabel="weight", ylabel="count")
axes.legend()

print(round(kept[0].abs().max().item(), 3))  # drawn from -1/sqrt(64) to 1/sqrt(64)
#> 0.125
print((kept[100].std() > 1.5 * kept[0].std()).item())
#> True
