r"""minimum, maximum, fmin, fmax: the smaller or larger of two.

The shapes broadcast. The second operand is a tensor; for a number take
[`clamp`](math_ops.md#clamp). `maximum` passes `nan` on, `fmax` takes the other number.
`max` of a whole tensor is [another function](reduce.md#max_min).

Attributes: Shapes
    a: (3,) float32
    b: (3,) float32

Raises:
    TypeError: `torch.maximum(a, 2.0)` argument 'other'

Asked as:
    torch.minimum; elementwise minimum of two tensors; smaller of two values at each
    position; np.minimum; np.fmax; np.fmin; pairwise maximum of two tensors; maximum
    ignoring nan; tf.minimum; maximum of a tensor and a number; keras.ops.minimum; lower
    envelope of two curves; merge two score maps by taking the larger; argument 'other'
    must be Tensor, not float; take the lower of two arrays element by element
"""

import torch

a = torch.tensor([1.0, 5.0, float("nan")])
b = torch.tensor([4.0, 2.0, 3.0])
print(torch.minimum(a, b), torch.maximum(a, b))  # <-
#> tensor([1., 2., nan]) tensor([4., 5., nan])
print(torch.fmin(a, b), torch.fmax(a, b))
#> tensor([1., 2., 3.]) tensor([4., 5., 3.])
print(torch.maximum(a, torch.tensor(2.0)), a.clamp(min=2.0))
#> tensor([2., 5., nan]) tensor([2., 5., nan])
