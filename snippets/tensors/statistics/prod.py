r"""prod and cumprod: products.

Of nothing the product is 1. Products of many numbers overflow or vanish: for
probabilities add [logarithms](functions.md#logarithms). Of integers the result is
int64, and too large a product wraps around. `dim` takes one number, not several.

Attributes: Shapes
    x: (2, 3) int64

Asked as:
    torch.prod; product of all elements; multiply all elements together; np.prod;
    np.cumprod along rows; tf.reduce_prod; number of elements from a shape; running
    product; x.prod(dim=1); likelihood as a product of probabilities; survival curve by
    cumulative product; K.prod; product over an axis; product of the sizes of a tensor;
    numbers of a row multiplied with each other; tf.math.reduce_prod over an axis
"""

import torch

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(x.prod(), x.prod(dim=1))  # <-
#> tensor(720) tensor([  6, 120])
print(x.cumprod(dim=1))
#> tensor([[  1,   2,   6],
#>         [  4,  20, 120]])
print(torch.tensor([]).prod(), torch.prod(torch.tensor([True, False])))
#> tensor(1.) tensor(0)
print(torch.full((100,), 0.1).prod(), torch.full((100,), 0.1).log().sum())
#> tensor(0.) tensor(-230.2585)
