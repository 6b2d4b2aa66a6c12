r"""tensor: from Python numbers and lists.

It copies its data and reads the type from it. `torch.Tensor(3)` with a capital is
another thing: an uninitialised tensor of three elements. To copy a tensor, write
`x.detach().clone()`.

Attributes: Shapes
    x: (N, C) float32
    n: () int64

Raises:
    ValueError: `torch.tensor([[1, 2], [3]])` expected sequence of length 2 at dim 1
        (got 1)

Warns:
    UserWarning: `torch.tensor(x)` To copy construct from a tensor, it is recommended to
        use sourceTensor.detach().clone()

Asked as:
    convert a python list, make a tensor of it; values in a nested python list or list
    of lists become a tensor; enter a small matrix by hand, write its values in code;
    tf.constant; tf.convert_to_tensor; np.array, jnp.array equivalent; difference
    between torch.tensor with small t and torch.Tensor with capital T; make a copy of a
    tensor that does not change the original; clone a tensor; scalar tensor from a
    single number; ragged nested list, rows of unequal or different length; dtype
    inferred from the data; create a tensor from values; array literal with given
    numbers; tensor from tuple or list of numbers; I have numbers in python and need
    them as torch data; construct a tensor from existing data; turn a list of lists into
    a matrix; create a tensor, make a tensor; list to tensor; list of numbers to a
    tensor; get my numbers or data into PyTorch; new tensor
"""

import torch

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])  # <-
print(x)
#> tensor([[1., 2., 3.],
#>         [4., 5., 6.]])

n = torch.tensor(7)
print(n.dtype, torch.tensor([True]).dtype)
#> torch.int64 torch.bool
