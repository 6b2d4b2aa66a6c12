r"""zeros, ones, full: one value everywhere.

The shape is numbers or a tuple, for `full` a tuple. `full` takes its type from the
value.

Attributes: Shapes
    a: (2, 3) float32
    b: (2, 3) float32
    c: (2, 3) int64

Asked as:
    np.full; tf.fill; tensor where every value is the same; matrix completely filled
    with zeros; mask of all ones, tensor of all True; array of minus infinity or nan;
    real and fake labels of a GAN; black image; same number n times; initialise an array
    of ones with a given shape; all zeros, all ones; fill a tensor with a constant, one
    number everywhere; start an accumulator or counter with zeros; vector of ones of
    length n; matrix full of ones; tf.ones; tensor with a constant value; zero matrix;
    create a tensor of zeros; fill with a value
"""

import torch

a = torch.zeros(2, 3)  # <-
b = torch.ones((2, 3))
c = torch.full((2, 3), 7)
print(a + b)
#> tensor([[1., 1., 1.],
#>         [1., 1., 1.]])
print(c)
#> tensor([[7, 7, 7],
#>         [7, 7, 7]])
