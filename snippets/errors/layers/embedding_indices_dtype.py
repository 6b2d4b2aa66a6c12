r"""Expected tensor for argument #1 'indices': an embedding reads integers.

An embedding looks rows up by number: int64 and int32 are taken, float and other
integers are not. Usual causes: `torch.Tensor(ids)`, or `torch.zeros` filled with ids,
which are float32, as is the tensor of an empty list; ids read from pandas or NumPy
together with float columns; one-hot rows in place of the ids; features that belong into
a linear layer. See [Embedding](../layers/linear.md#embedding).

Raises:
    RuntimeError: `embedding(ids)`
        Expected tensor for argument #1 'indices' to have one of the following scalar
        types: Long, Int; but got torch.FloatTensor instead (while checking arguments
        for embedding)
    TypeError: `embedding([1, 2])`
        embedding(): argument 'indices' (position 2) must be Tensor, not list

Also worded:
    RuntimeError: Expected tensor for argument #1 'indices' to have one of the following
      scalar types: Long, Int; but got torch.cuda.FloatTensor instead (while checking
      arguments for embedding)
    RuntimeError: Expected tensor for argument #1 'indices' to have one of the following
      scalar types: Long, Int; but got torch.ByteTensor instead (while checking
      arguments for embedding)
    RuntimeError: Expected tensor for argument #1 'indices' to have one of the following
      scalar types: Long, Int; but got torch.FloatTensor instead (while checking
      arguments for embedding_bag)
    RuntimeError: Expected tensor for argument #1 'indices' to have scalar type Long;
      but got torch.FloatTensor instead (while checking arguments for embedding)
    RuntimeError: Expected tensor for argument #1 'indices' to have scalar type Long;
      but got torch.IntTensor instead (while checking arguments for embedding)
    RuntimeError: Expected tensor for argument #1 'indices' to have scalar type Long;
      but got CPUFloatTensor instead (while checking arguments for embedding)

Asked as:
    embedding layer fails with float input; word indices must be long; one-hot vectors
    into an embedding layer; ids stored as uint8 or int16; user and item ids from a
    DataFrame are float64; export or half() turned my token ids to float
"""

import textwrap

import torch
from torch import nn

embedding = nn.Embedding(10, 3)
ids = torch.zeros(4)
ids[1:] = torch.tensor([7, 2, 5])
try:
    embedding(ids)
except RuntimeError as error:
    print(textwrap.fill(str(error).split(" (while")[0], 80))
    #> Expected tensor for argument #1 'indices' to have one of the following scalar
    #> types: Long, Int; but got torch.FloatTensor instead

# Integers that were stored as float.
print(embedding(ids.long()).shape)  # <-
#> torch.Size([4, 3])

# A list.
print(embedding(torch.tensor([1, 2])).shape)
#> torch.Size([2, 3])

# One-hot rows: the place of the one.
rows = torch.eye(10)[[7, 2]]
print(embedding(rows.argmax(dim=1)).shape)
#> torch.Size([2, 3])

# A table with ids in column 0 and float features beside them: take it apart.
table = torch.tensor([[7.0, 0.5], [2.0, 1.5]])
x = torch.cat([embedding(table[:, 0].long()), table[:, 1:]], dim=1)
print(x.shape)
#> torch.Size([2, 4])
