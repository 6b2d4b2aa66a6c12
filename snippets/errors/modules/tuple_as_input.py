r"""argument 'input' must be Tensor, not tuple: the layer before returned two things.

LSTM, GRU and RNN return (output, state), MultiheadAttention (output, weights), and the
next layer got the pair. Usual causes: an LSTM in a `Sequential`; a result that was not
taken apart; a network that returns several outputs (Inception in training), or a
dictionary (segmentation), which unpacked gives its keys, text. A batch of a
`DataLoader`, passed whole, is a list: "not list". See
[LSTM](../layers/recurrent.md#lstm).

Raises:
    TypeError: `nn.Sequential(lstm, nn.Linear(5, 1))(x)`
        linear(): argument 'input' (position 1) must be Tensor, not tuple
    AttributeError: `lstm(x).shape`
        'tuple' object has no attribute 'shape'

Also worded:
    AttributeError: 'tuple' object has no attribute 'dim'
    AttributeError: 'tuple' object has no attribute 'size'
    TypeError: relu(): argument 'input' (position 1) must be Tensor, not tuple
    TypeError: dropout(): argument 'input' (position 1) must be Tensor, not tuple
    TypeError: dropout(): argument 'input' (position 1) must be Tensor, not str
    TypeError: tuple indices must be integers or slices, not tuple
    TypeError: cross_entropy_loss(): argument 'input' (position 1) must be Tensor, not
      InceptionOutputs
    AttributeError: 'collections.OrderedDict' object has no attribute 'shape'

Asked as:
    LSTM inside nn.Sequential; attention layer gives back a pair; 'tuple' object in the
    loss; Inception v3 output in training mode; segmentation model returns an
    OrderedDict; stack LSTM and Linear in one Sequential
"""

import torch
from torch import nn

x = torch.zeros(2, 3, 4)
lstm = nn.LSTM(4, 5, batch_first=True)
try:
    nn.Sequential(lstm, nn.Linear(5, 1))(x)
except TypeError as error:
    print(error)
    #> linear(): argument 'input' (position 1) must be Tensor, not tuple

# Take the pair apart.
output, (h, c) = lstm(x)  # <-
print(nn.Linear(5, 1)(output[:, -1]).shape)
#> torch.Size([2, 1])


# In a Sequential: a small layer that keeps the first part.
class First(nn.Module):
    def forward(self, pair):
        return pair[0]


print(nn.Sequential(lstm, First(), nn.Linear(5, 1))(x).shape)
#> torch.Size([2, 3, 1])

# Attention: the weights are the second part.
y, weights = nn.MultiheadAttention(4, 2, batch_first=True)(x, x, x)
print(y.shape, weights.shape)
#> torch.Size([2, 3, 4]) torch.Size([2, 3, 3])
