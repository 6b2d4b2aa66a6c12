r"""allclose: equal up to rounding.

`==` on floats is seldom what you mean. `allclose` allows `1e-8 + 1e-5 * |other|`
(`atol`, `rtol`), broadcasts, and refuses different dtypes. In tests,
`torch.testing.assert_close` says what differs. `equal` wants the same shape and values.
`nan` equals `nan` with `equal_nan=True`.

Attributes: Shapes
    a: () float64
    b: () float64

Raises:
    AssertionError: `torch.testing.assert_close(a, b + 0.01)` Scalars are not close!

Asked as:
    are two tensors the same, compare two tensors; compare two float tensors
    approximately, with a tolerance; np.allclose; np.isclose; torch.equal;
    np.array_equal; tolerance; atol and rtol; np.testing.assert_allclose; assert_near;
    0.1 + 0.2 == 0.3 gives False; test if two results are equal up to a small error; ==
    gives a tensor of booleans; approximately the same; nan == nan; unit test for
    tensors; compare tensors
"""

import torch

a = torch.tensor(0.1, dtype=torch.float64) + 0.2
b = torch.tensor(0.3, dtype=torch.float64)
print(a == b, torch.allclose(a, b))  # <-
#> tensor(False) True
print(torch.equal(torch.ones(2), torch.ones(2, 1)))
#> False
print(torch.isclose(torch.tensor([1.0, 2.0]), torch.tensor([1.0, 2.1])))
#> tensor([ True, False])
