"""Overfitting: read it from two curves.

The training loss goes on falling while the validation loss turns up: from there on the
model learns the samples, not the task. Against it: more data, augmentation, weight
decay, dropout, a smaller model, or an earlier end. Here 60 images and noisy labels make
it plain.

Asked as:
    training accuracy high but test accuracy low; val_loss goes up while train loss goes
    down; val loss increasing; validation accuracy drops while training accuracy still
    rises; test loss rises while train loss falls; how do I recognise or detect that a
    model is overfitted; prevent overfitting, overfit; great on training images,
    terrible on new ones; perfect on train data, bad on test data, why; network
    memorizes its training samples, learns by heart; generalization gap; model does not
    generalise, how to make it better; high variance, low bias, the two curves drift
    apart; large difference between train and test score; too few training samples, what
    helps: dropout, weight decay, augmentation; overtrained; is my model too complex;
    good in training, bad on new data; my data set is too small; test accuracy is much
    worse than training accuracy; validation loss goes up; works only on the training
    data
"""
# needs: matplotlib

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

torch.manual_seed(0)
digits = load_digits()
x, y = torch.tensor(digits.data).float() / 16, torch.tensor(digits.target)
order = torch.randperm(len(x))
x, y = x[order], y[order]
y[:60:5] += torch.randint(1, 10, (12,))  # a fifth of the training labels is wrong
y %= 10

model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
train_losses, val_losses = [], []
for epoch in range(120):
    loss = F.cross_entropy(model(x[:60]), y[:60])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    with torch.inference_mode():
        val_losses.append(F.cross_entropy(model(x[60:]), y[60:]).item())
    train_losses.append(loss.item())

turn = val_losses.index(min(val_losses))  # <-
print(5 < turn < 60, train_losses[-1] < 0.05, val_losses[-1] > 1.2 * val_losses[turn])
#> True True True

figure, axes = plt.subplots(figsize=(5.6, 2.6))
axes.plot(train_losses, label="training")
axes.plot(val_losses, "--", label="validation")
axes.axvline(turn, color="grey", linewidth=1)
axes.set(xlabel="epoch", ylabel="loss", title="Training and validation loss part ways")
axes.legend()
plt.show()
