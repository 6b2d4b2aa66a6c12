"""Two-layer net: a small model that learns a curve.

Two Linear layers with a ReLU between. Here 200 steps fit x squared.

Attributes: Shapes
    x: (N, 1) float32
    y: (N, 1) float32

Asked as:
    MLP; one hidden layer; regression with a neural network; nonlinear regression; fit a
    curve or a function with a network; MLPRegressor; hello world of neural networks;
    simple feedforward network; full training of a minimal net on made up data; fitnet;
    function approximation; my first neural net, learn sin(x); toy regression problem;
    regression with one input and one output number; network with one hidden layer for
    numbers; smallest possible training example, fit y = x squared; neural network that
    predicts a number from a number; multilayer perceptron; simple neural network;
    hidden layer; write an MLP; fit a line or a curve with a network
"""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.linspace(-1, 1, 64).unsqueeze(1)  # (64, 1)
y = x**2

model = nn.Sequential(nn.Linear(1, 32), nn.ReLU(), nn.Linear(32, 1))  # <-
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
loss_fn = nn.MSELoss()

start = loss_fn(model(x), y).item()
for _ in range(200):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
print(loss.item() < start / 100)
#> True
