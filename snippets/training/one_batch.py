"""One batch: a model that cannot learn eight images by heart has a bug.

Run it before the first long training. The loss starts near the logarithm of the number
of classes (2.3 for ten) and goes to almost nothing. If it stays, look for a missing
`zero_grad`, parameters that the optimizer does not hold, a softmax before
`CrossEntropyLoss`, or a learning rate that is far off.

Attributes: Shapes
    images: (8, 64) float32
    classes: (8,) int64

Asked as:
    overfit a single batch; sanity check before a long run; quick check before a
    training of days; sanity check on a few samples; why does my network not learn; why
    does my loss not go down, never changes; training loss is not decreasing; loss stuck
    at 2.303; debug a model that will not learn; network output is constant, model
    learns nothing; accuracy stays at 10 percent; what should the first loss be, initial
    loss ln(number of classes); my training code runs but nothing improves, where should
    I look; smoke test of a training, memorise a few samples; is my training code
    broken, accuracy does not rise at all; output of the network is the same for every
    input; model always predicts the same class; loss is flat, stays constant; accuracy
    does not improve; test my training code; accuracy like a coin flip, no better than
    chance; model does not train; my neural network is not working
"""

import math

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

torch.manual_seed(0)
digits = load_digits()
images = torch.tensor(digits.data[:8]).float() / 16
classes = torch.tensor(digits.target[:8])

model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
losses = []
for _ in range(100):
    loss = F.cross_entropy(model(images), classes)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

print(abs(losses[0] - math.log(10)) < 0.3, losses[-1] < 0.01)
#> True True
print(model(images).argmax(1), classes)  # <-
#> tensor([0, 1, 2, 3, 4, 5, 6, 7]) tensor([0, 1, 2, 3, 4, 5, 6, 7])
