r"""eq, ne, lt, le, gt, ge: compare element by element.

The results are bool tensors, and shapes broadcast. `greater`, `less_equal` and the like
are other names. `equal` compares whole tensors and gives one Python bool. For floats
that were computed take [`isclose` or `allclose`](math_ops.md#allclose). Chained
comparisons such as `0 < x < 2` are refused unless `x` has one element.

Attributes: Shapes
    x: (3,) int64
    inside: (3,) bool

Raises:
    RuntimeError: `0 < x < 2` Boolean value of Tensor with more than one value is
        ambiguous

Asked as:
    torch.eq; torch.ge; torch.less; torch.gt; elementwise equality; np.greater_equal;
    tf.not_equal; larger than a threshold; between two values; np.less; torch.ne;
    compare with a number; np.count_nonzero; count elements above a threshold; eq_, lt_
    in place; tf.greater, tf.less
"""

import torch

x = torch.tensor([1, 2, 3])
print(x.eq(2), x.ne(2))
#> tensor([False,  True, False]) tensor([ True, False,  True])
print(x.lt(2), x.le(2), x.gt(2), x.ge(2), sep="\n")
#> tensor([ True, False, False])
#> tensor([ True,  True, False])
#> tensor([False, False,  True])
#> tensor([False,  True,  True])
print(torch.less(x, 2), torch.less_equal(x, 2), torch.not_equal(x, 2), sep="\n")
#> tensor([ True, False, False])
#> tensor([ True,  True, False])
#> tensor([ True, False,  True])
print(torch.greater(x, 2), torch.greater_equal(x, 2))
#> tensor([False, False,  True]) tensor([False,  True,  True])

inside = (x > 1) & (x <= 3)  # <-
print(inside, torch.count_nonzero(inside))
#> tensor([False,  True,  True]) tensor(2)
print(torch.equal(x, x.clone()), x.equal(x[:2]))
#> True False
