r"""any and all: whether a condition holds somewhere, everywhere.

With `dim`, by row or column. For `if`, the result without `dim` is enough. Over
nothing, `all` is True and `any` is False.

Attributes: Shapes
    x: (2, 2) float32

Asked as:
    np.all; tf.reduce_any; tf.reduce_all; use a tensor in an if statement; is any value
    negative; are all values true; true for every row; is there at least one true in a
    mask; check that all values are positive; check whether any or all elements satisfy
    a condition; all elements true, at least one true; are all entries equal to
    something; does the tensor contain a value
"""

import torch

x = torch.tensor([[1.0, float("nan")], [2.0, 3.0]])
bad = x.isnan()  # (2, 2) bool
print(bad.any(), bad.any(dim=1))  # <-
#> tensor(True) tensor([ True, False])
print((x > 0).all(), (x > 0).all(dim=1))  # nan is not above 0
#> tensor(False) tensor([False,  True])
