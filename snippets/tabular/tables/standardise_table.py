r"""Standardise columns: mean and deviation of the training part.

Bring columns of different units, metres and euros, to mean 0 and deviation 1. The
numbers come from the training rows alone and are kept with the model, as buffers: they
move with it and are saved with it. A column that never changes is divided by 1, not by
0.

Attributes: Shapes
    train: (N, 3) float32, the last column is constant
    test: (M, 3) float32
    scaled: (M, 3) float32

Asked as:
    StandardScaler in PyTorch; normalise features of a table; z-score columns; scale
    inputs with the mean and std of the training data; save the scaler with the model;
    normalisation layer inside the model; tf.keras.layers.Normalization; feature scaling
    for a neural network; division by zero std of a constant column; fit the scaler on
    the training set only; columns of different units; adapt() of a normalisation layer;
    standardize tabular data
"""

import torch
from torch import nn


class Standardise(nn.Module):
    def __init__(self, train):
        super().__init__()
        std, mean = torch.std_mean(train, dim=0, correction=0)
        self.register_buffer("mean", mean)
        self.register_buffer("std", torch.where(std > 1e-7 * mean.abs(), std, 1.0))

    def forward(self, x):
        return (x - self.mean) / self.std  # <-


train = torch.tensor([[1.0, 100.0, 7.0], [3.0, 300.0, 7.0], [5.0, 500.0, 7.0]])
test = torch.tensor([[3.0, 700.0, 7.0]])

scale = Standardise(train)
scaled = scale(test)
print(scaled)
#> tensor([[0.0000, 2.4495, 0.0000]])
model = nn.Sequential(scale, nn.Linear(3, 1))
print(list(model.state_dict()))
#> ['0.mean', '0.std', '1.weight', '1.bias']
