"""Loss curves: training beside validation.

Both still falling together: train longer, or with a larger learning rate. Validation
turning up while training falls: overfitting; stop at the lowest point, or use more
data, augmentation, decay. Both far up and flat: try other learning rates first, then
look for a mistake in the data, then take a larger model.

Asked as:
    learning curve; plot training and validation loss per epoch with matplotlib;
    plt.plot(history.history['loss']); underfitting; model too small; loss goes down too
    slowly; when to train longer; what a good learning curve looks like; both losses
    stay high and flat; loss graph with matplotlib, plot a loss curve over epochs;
    compare train and test error in a plot; diagnose a training from its plot; train vs
    validation loss plot in one figure; see overfitting or underfitting in the curves;
    plt.plot(train_losses); plot train and test accuracy; draw the loss over epochs
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
x_valid, y_valid = x[1000:], y[1000:]


def curves(size, lr, steps=150):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    points = []
    for _ in range(steps):
        loss = F.cross_entropy(model(x[:size]), y[:size])
        with torch.inference_mode():
            valid_loss = F.cross_entropy(model(x_valid), y_valid)
        points.append((loss.item(), valid_loss.item()))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return torch.tensor(points)


cases = {"too slow": (1000, 1e-4), "good": (1000, 3e-3), "overfitting": (60, 3e-2)}
figure, all_axes = plt.subplots(1, 3, figsize=(5.6, 2.4), sharey=True)
for axes, (name, (size, lr)) in zip(all_axes, cases.items(), strict=True):
    train, valid = curves(size, lr).cpu().numpy().T
    axes.plot(train, label="train")  # <-
    axes.plot(valid, "--", label="valid")
    axes.set(title=name, xlabel="step")
    print(name, (train[-1] < 0.3).item(), (valid[-1] > 1.3 * valid.min()).item())
    #> too slow False False
    #> good True False
    #> overfitting True True
all_axes[0].set_ylabel("loss")
all_axes[2].legend()
