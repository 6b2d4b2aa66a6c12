r"""expected sequence of length at dim: rows of a list differ in length.

A tensor is a full block of numbers. The first row sets the length, and another has the
length in brackets: `dim 1` is the length of the rows, `dim 2` of the lists in them.
Usual causes: texts as lists of tokens without padding; a row of a file with a value
missing; lists of boxes or labels, as many as there are objects. Pad them, keep a list
of tensors, or hold one long vector and the lengths.

Raises:
    ValueError: `torch.tensor(tokens)` expected sequence of length 3 at dim 1 (got 1)

Also worded:
    ValueError: expected sequence of length 128 at dim 1 (got 97)
    ValueError: expected sequence of length 2 at dim 2 (got 3)

Asked as:
    nested list with rows of unequal length; jagged array in torch; tf.ragged.constant;
    tokenizer without padding, tensor fails; make a tensor from sentences of token ids;
    inhomogeneous shape after 1 dimensions
"""

import torch
from torch.nn.utils.rnn import pad_sequence

tokens = [[5, 8, 2], [7]]
try:
    torch.tensor(tokens)
except ValueError as error:
    print(error)
    #> expected sequence of length 3 at dim 1 (got 1)

# Find the row that differs.
print([len(row) for row in tokens])
#> [3, 1]

# Texts: pad to the longest, and a mask that says what is padding.
rows = [torch.tensor(row) for row in tokens]
padded = pad_sequence(rows, batch_first=True, padding_value=0)  # <-
print(padded)
#> tensor([[5, 8, 2],
#>         [7, 0, 0]])
lengths = torch.tensor([len(row) for row in rows])
print(torch.arange(padded.shape[1]) < lengths[:, None])
#> tensor([[ True,  True,  True],
#>         [ True, False, False]])

# No padding: all numbers in one vector, split by their lengths.
print(torch.cat(rows).split(lengths.tolist()))
#> (tensor([5, 8, 2]), tensor([7]))
