r"""Dropout: zeros at random, while training.

Each element is dropped with probability p, and the others are divided by 1 - p, so that
the mean is kept. In eval mode nothing happens. `F.dropout` needs
`training=self.training`.

$$y = \frac{m \, x}{1 - p}, \quad m \sim \text{Bernoulli}(1 - p)$$

Attributes: Shapes
    x: (N, 4) float32
    y: (N, 4) float32

Raises:
    ValueError: `nn.Dropout(1.5)` dropout probability has to be between 0 and 1, but got
        1.5

Asked as:
    prevent overfitting, regularization between dense layers; randomly turn off neurons;
    tf.keras.layers.Dropout; F.dropout still active in evaluation; inverted dropout; why
    are the surviving values larger than before; effect of p in dropout, share to keep
    or to drop; keep_prob; is dropout switched off automatically for prediction; dropout
    at test time; output is random because of dropout; where to put dropout in an MLP,
    which rate; scale by 1 / (1 - p); stop neurons from relying on each other; F.dropout
    training=self.training; zero activations at random; network memorizes, randomly
    switch off units; dropout at inference for uncertainty, Monte Carlo dropout; dropout
    layer; what does dropout do; add dropout to a model; dropout or batch norm; dropout
    or weight decay
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x = torch.ones(2000, 4)
layer = nn.Dropout(p=0.2)  # <-

y = layer(x)
print(y.unique())  # 0 and 1 / (1 - 0.2)
#> tensor([0.0000, 1.2500])
print(round(y.mean().item(), 1), round((y == 0).float().mean().item(), 1))
#> 1.0 0.2

layer.eval()
print(layer(x).equal(x))
#> True


class Net(nn.Module):
    def forward(self, x):
        return F.dropout(x, p=0.2, training=self.training)


net = Net().eval()
print(net(x).equal(x), F.dropout(x, p=0.2).equal(x))
#> True False
