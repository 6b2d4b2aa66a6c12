r"""torch.ger and others: the same function under a new name.

`torch.ger` is `torch.outer`. `torch.testing.assert_allclose` is `assert_close`, which
looks at the dtype as well, and refuses NaN unless told `equal_nan=True`. `x.resize(…)`
is `reshape`, `x.storage()` is `x.untyped_storage()`, whose length and positions count
bytes. `sample_n(n)` of a distribution is `sample((n,))`.

Raises:
    AssertionError: `torch.testing.assert_close(a.double(), a)` The values for attribute
        'dtype' do not match

Warns:
    FutureWarning: `torch.testing.assert_allclose(a.double(), a)`
        `torch.testing.assert_allclose()` is deprecated since 1.12 and will be removed
        in a future release. Please use `torch.testing.assert_close()` instead.
    UserWarning: `a.resize(2, 1)` non-inplace resize is deprecated
    UserWarning: `a.storage()` TypedStorage is deprecated. It will be removed in the
        future and UntypedStorage will be the only storage class.
    FutureWarning: `torch.distributions.Normal(0.0, 1.0).sample_n(3)` `sample_n(n)` will
        be deprecated. Use `sample((n,))` instead.

Asked as:
    torch.ger(a, b); non-inplace resize is deprecated; TypedStorage is deprecated;
    x.storage().data_ptr(); dist.sample_n(10); outer product in old code;
    torch.testing.assert_allclose is deprecated since 1.12
"""

import torch

a, b = torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0])
print(torch.equal(torch.outer(a, b), torch.ger(a, b)))  # <-
#> True
torch.testing.assert_close(a + 1e-7, a)

print(a.reshape(2, 1).shape)
#> torch.Size([2, 1])
print(a.untyped_storage().data_ptr() == a.data_ptr(), a.untyped_storage().nbytes())
#> True 8
print(torch.distributions.Normal(0.0, 1.0).sample((3,)).shape)
#> torch.Size([3])
