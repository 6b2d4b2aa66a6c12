r"""The expanded size of the tensor must match the existing size: only a 1 grows.

A tensor is to be brought to another shape, by `expand` or by an assignment, and a size
that is not 1 would have to change; sizes are compared from the last dimension on. Usual
causes: a row or column of another length is assigned to `x[i]`; the new dimension
stands in front where it has to come last; a text with more tokens than the model has
positions, as with the 512 of BERT.

Raises:
    RuntimeError: `per_row.expand(2, 3)` The expanded size of the tensor (3) must match
        the existing size (2) at non-singleton dimension 1. Target sizes: [2, 3].
        Tensor sizes: [2]
    RuntimeError: `torch.zeros(3, 1).expand(3)` the number of sizes provided (1) must be
        greater or equal to the number of dimensions in the tensor (2)

Also worded:
    RuntimeError: The expanded size of the tensor (600) must match the existing size
      (512) at non-singleton dimension 1. Target sizes: [1, 600]. Tensor sizes: [1, 512]
    RuntimeError: expand(torch.cuda.FloatTensor{[3, 1]}, size=[3]): the number of sizes
      provided (1) must be greater or equal to the number of dimensions in the tensor
      (2)
    RuntimeError: The expanded size of the tensor (-1) isn't allowed in a leading,
      non-existing dimension 0

Asked as:
    assigning a row of the wrong length; text longer than 512 tokens in BERT; token
    indices sequence length is longer than the maximum; x[i] = y fails, shapes differ;
    copy a small tensor into a large buffer; save features of unequal length in one
    tensor
"""

import torch

per_row = torch.tensor([1.0, 2.0])
try:
    per_row.expand(2, 3)
except RuntimeError as error:
    print(str(error).split(" at ")[0])
    #> The expanded size of the tensor (3) must match the existing size (2)

# One value a row: the dimension that grows comes last and is 1.
print(per_row[:, None].expand(2, 3))  # <-
#> tensor([[1., 1., 1.],
#>         [2., 2., 2.]])

# A row into a longer one: name the part that it fills.
table = torch.zeros(2, 4)
row = torch.ones(3)
table[0, : len(row)] = row
print(table)
#> tensor([[1., 1., 1., 0.],
#>         [0., 0., 0., 0.]])

# More tokens than positions: shorten the text before the model.
positions = torch.arange(512).expand(1, -1)
tokens = torch.zeros(1, 600, dtype=torch.int64)[:, : positions.shape[1]]
print(positions.expand_as(tokens).shape)
#> torch.Size([1, 512])
