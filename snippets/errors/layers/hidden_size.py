r"""Expected hidden[0] size: the first state has another shape.

The state is (layers · directions, N, hidden_size), also with `batch_first=True`, which
concerns input and output only. Usual causes: a state made with the batch first; two
layers or directions that were not counted; a state kept from a full batch while the
last batch is smaller. Left out, the state is zeros of the right shape. See [how to
carry the state](../layers/recurrent.md#carry_state).

Raises:
    RuntimeError: `lstm(x, (torch.zeros(2, 1, 5), torch.zeros(2, 1, 5)))`
        Expected hidden[0] size (1, 2, 5), got [2, 1, 5]
    RuntimeError: `nn.GRU(4, 5)(torch.zeros(3, 4), torch.zeros(1, 1, 5))`
        For unbatched 2-D input, hx should also be 2-D but got 3-D tensor

Also worded:
    RuntimeError: Expected hidden size (1, 2, 5), got [1, 3, 5]
    RuntimeError: Expected hidden[1] size (1, 2, 5), got [1, 2, 6]
    RuntimeError: Expected hidden[0] size (2, 32, 128), got (2, 64, 128)
    RuntimeError: Expected hidden size (2, 20, 256), got (2, 32, 256)
    RuntimeError: For unbatched 2-D input, hx and cx should also be 2-D but got (3-D,
      3-D) tensors
    RuntimeError: For batched 3-D input, hx should also be 3-D but got 2-D tensor
    RuntimeError: For batched 3-D input, hx and cx should also be 3-D but got (2-D, 2-D)
      tensors
    RuntimeError: Input batch size 2 doesn't match hidden0 batch size 3

Asked as:
    shape of h0 and c0; init_hidden with the wrong batch size; bidirectional LSTM,
    initial state has the wrong size; encoder state does not fit the decoder; num_layers
    times directions in the first axis; hidden size mismatch at prediction with one
    sample
"""

import torch
from torch import nn

lstm = nn.LSTM(input_size=4, hidden_size=5, batch_first=True)
x = torch.zeros(2, 3, 4)  # 2 sequences of 3 steps
state = torch.zeros(2, 1, 5)
try:
    lstm(x, (state, state))
except RuntimeError as error:
    print(error)
    #> Expected hidden[0] size (1, 2, 5), got [2, 1, 5]

# The batch is the second axis of the state, with batch_first too.
state = state.transpose(0, 1).contiguous()  # <- (1, 2, 5)
y, (h, c) = lstm(x, (state, state))
print(y.shape, h.shape)
#> torch.Size([2, 3, 5]) torch.Size([1, 2, 5])

# No state: zeros.
print(torch.equal(lstm(x)[0], y))
#> True

# Two layers, two directions: four rows of state.
both = nn.LSTM(4, 5, num_layers=2, bidirectional=True, batch_first=True)
print(both(x)[1][0].shape)
#> torch.Size([4, 2, 5])

# A smaller batch than the one before: take the batch size from the input.
def first_state(lstm, x):
    rows = lstm.num_layers * (2 if lstm.bidirectional else 1)
    return x.new_zeros(rows, len(x), lstm.hidden_size)


print(lstm(x[:1], (first_state(lstm, x[:1]), first_state(lstm, x[:1])))[0].shape)
#> torch.Size([1, 3, 5])
