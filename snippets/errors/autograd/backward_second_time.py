r"""Trying to backward through the graph a second time: its saved values are gone.

`backward` frees what the forward pass kept. Usual causes: a value that was computed
before the loop is used in each step; a hidden state is carried from batch to batch with
its history; two losses share a forward pass and each calls `backward`; a loss that is
summed over the steps calls it in each. `retain_graph=True` is for two losses of one
forward pass; in a loop it keeps all the steps before, and mostly fails after
`optimizer.step()`: [the weights have changed](#modified_by_inplace_operation). See
[`retain_graph`](../autograd/basics.md#retain_graph).

Raises:
    RuntimeError: `second.backward()` Trying to backward through the graph a second time
        (or directly access saved tensors after they have already been freed).

Also worded:
    RuntimeError: Trying to backward through the graph a second time, but the buffers
      have already been freed. Specify retain_graph=True when calling backward the first
      time.
    RuntimeError: Trying to backward through the graph a second time, but the saved
      intermediate results have already been freed. Specify retain_graph=True when
      calling .backward() or autograd.grad() the first time.
    RuntimeError: Trying to backward through the graph second time, but the buffers have
      already been freed. Please specify retain_variables=True when calling backward for
      the first time.

Asked as:
    LSTM hidden state carried over to the next batch fails in backward; retain_graph
    makes each step slower; generator loss uses a fake that the discriminator already
    used; hidden state goes on without detach; truncated backpropagation through time
    error; embedding computed outside of the epoch loop
"""

import torch
from torch import nn

w = torch.ones(2, requires_grad=True)
shared = w * w  # once, before the loop
first, second = shared.sum(), (shared * 3).sum()
first.backward()
try:
    second.backward()
except RuntimeError as error:
    print(str(error).split(" (")[0])
    #> Trying to backward through the graph a second time

# Computed once, used in each step: compute it in the step.
for factor in (1, 3):
    (w * w * factor).sum().backward()

# Two losses of one forward pass: add them, call once.
shared = w * w
(shared.sum() + (shared * 3).sum()).backward()

# A state that is carried on: detach it; of an LSTM, both of its tensors.
rnn, state = nn.RNN(2, 3), torch.zeros(1, 3)
for _ in range(2):
    out, state = rnn(torch.ones(4, 2), state.detach())  # <- (4, 3), (1, 3)
    out.sum().backward()
