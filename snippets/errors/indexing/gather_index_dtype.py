r"""gather(), Expected dtype int32/int64 for index: the index has floats.

`gather`, `scatter` and `index_select` take positions: int64 or int32; `take_along_dim`
takes int64 alone. Usual causes: actions or targets that were stored as floats, as a
replay memory does; a division; `torch.Tensor(...)`, which makes floats of whole
numbers. Turn it into int64 with `.long()`, better where it is made.

Raises:
    RuntimeError: `scores.gather(1, index.float())` gather(): Expected dtype int32/int64
        for index
    RuntimeError: `scores.scatter(1, index.float(), 1.0)` scatter(): Expected dtype
        int32/int64 for index
    RuntimeError: `scores.index_select(1, torch.zeros(1))` index_select(): Expected
        dtype int32 or int64 for index
    RuntimeError: `scores.take_along_dim(index.float(), 1)` torch.take_along_dim():
        dtype of indices should be Long but got Float

Also worded:
    RuntimeError: gather(): Expected dtype int64 for index
    RuntimeError: scatter(): Expected dtype int64 for index
    RuntimeError: Expected object of scalar type Long but got scalar type Float for
      argument #3 'index' in call to _th_gather
    RuntimeError: Expected tensor for argument #3 'index' to have scalar type Long; but
      got torch.FloatTensor

Asked as:
    actions are stored as float32 in the replay buffer; index_select needs an integer
    index; one-hot with scatter, labels are float; take_along_dim with float indices;
    index of gather to long; convert actions to int64 for gather
"""

import torch

scores = torch.tensor([[0.1, 0.2, 0.7], [0.8, 0.1, 0.1]])
index = torch.tensor([[2], [0]])
try:
    scores.gather(1, index.float())
except RuntimeError as error:
    print(error)
    #> gather(): Expected dtype int32/int64 for index

# Actions that were stored as floats.
actions = torch.tensor([2.0, 0.0])
print(scores.gather(1, actions.long().unsqueeze(1)))  # <-
#> tensor([[0.7000],
#>         [0.8000]])

# torch.Tensor makes floats; torch.tensor keeps what it is given.
print(torch.Tensor([2, 0]).dtype, torch.tensor([2, 0]).dtype)
#> torch.float32 torch.int64

# A division: `//` keeps integers.
cells = torch.tensor([[5], [1]])
print(scores.gather(1, cells // 2))
#> tensor([[0.7000],
#>         [0.8000]])

# One-hot rows of float labels.
print(torch.zeros(2, 3).scatter(1, actions.long().unsqueeze(1), 1.0))
#> tensor([[0., 0., 1.],
#>         [1., 0., 0.]])
