r"""input.size(-1) must be equal to input_size: the features stand elsewhere.

The last axis of what an LSTM, GRU or RNN reads holds the features of one step, and
`input_size` counts those, not the steps. Usual causes: input_size set to the length of
the sequence; a channels-first sequence (N, C, L); a series with one number per step,
(N, L), which lacks the last axis and is taken for one sequence without a batch. Four
axes are refused too. See [LSTM](../layers/recurrent.md#lstm).

Raises:
    RuntimeError: `lstm(torch.zeros(2, 4, 7))`
        input.size(-1) must be equal to input_size. Expected 4, got 7
    ValueError: `lstm(torch.zeros(2, 3, 4, 4))`
        LSTM: Expected input to be 2D or 3D, got 4D instead

Also worded:
    RuntimeError: input.size(-1) must be equal to input_size. Expected 1, got 30
    RuntimeError: input.size(-1) must be equal to input_size. Expected 28, got 784
    RuntimeError: input must have 3 dimensions, got 2
    RuntimeError: input has inconsistent input_size: got 7 expected 4
    ValueError: GRU: Expected input to be 2D or 3D, got 4D instead
    ValueError: RNN: Expected input to be 2D or 3D, got 4D tensor instead
    AssertionError: LSTM: Expected input to be 2-D or 3-D but received 4-D tensor

Asked as:
    time series with one value per step into an LSTM; GRU input has the wrong last
    dimension; LSTM behind a conv1d, axes in the wrong order; feature maps of a CNN into
    an LSTM; window of 30 prices into an LSTM; rows of a picture as steps of an RNN
"""

import torch
from torch import nn

lstm = nn.LSTM(input_size=4, hidden_size=5, batch_first=True)
x = torch.zeros(2, 4, 7)  # (N, C, L): 4 features, 7 steps
try:
    lstm(x)
except RuntimeError as error:
    print(error)
    #> input.size(-1) must be equal to input_size. Expected 4, got 7

# Channels first: swap the last two axes.
print(lstm(x.transpose(1, 2))[0].shape)  # <-
#> torch.Size([2, 7, 5])

# One number per step: input_size is 1, and the last axis has that size.
prices = torch.zeros(8, 30)
y, _ = nn.LSTM(input_size=1, hidden_size=5, batch_first=True)(prices.unsqueeze(-1))
print(y.shape)
#> torch.Size([8, 30, 5])

# Feature maps (N, C, H, W): the columns as steps, channels and rows as features.
maps = torch.zeros(2, 4, 3, 7)
steps = maps.permute(0, 3, 1, 2).flatten(2)  # (2, 7, 12)
y, _ = nn.LSTM(steps.shape[-1], hidden_size=5, batch_first=True)(steps)
print(y.shape)
#> torch.Size([2, 7, 5])
