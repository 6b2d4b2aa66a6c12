r"""untyped_storage, resize_: the memory behind a tensor.

Views share a storage. `untyped_storage().nbytes()` is what is held: a small slice keeps
the whole alive, and is saved with it; its `clone` does not. `resize_` changes the shape
in place, and the elements that it adds have no values: take `reshape` or `cat`.
`is_set_to` asks for the same memory, shape and strides.

Attributes: Shapes
    big: (1000,) float32
    slice: (2,) float32

Asked as:
    x.untyped_storage(); x.storage() is deprecated; do two tensors share memory;
    data_ptr equal; slice keeps the whole tensor in memory; saved slice is as large as
    the whole; np.may_share_memory; x.is_set_to; x._base; free the storage; memory held
    by a view; resize_as_; torch.Tensor.set_; file of torch.save is too big after
    slicing; is one tensor a view of another; np.shares_memory for tensors; resize_ in
    place
"""

import torch

big = torch.zeros(1000)
slice = big[:2]
print(slice.nbytes, slice.untyped_storage().nbytes())  # <-
#> 8 4000
print(slice.clone().untyped_storage().nbytes())
#> 8
print(slice.data_ptr() == big.data_ptr(), slice._base is big)
#> True True
print(slice.is_set_to(big[:2]), slice.is_set_to(big[:3]))
#> True False

buffer = torch.tensor([1, 2, 3, 4])
print(buffer.resize_(2, 1).tolist(), buffer.untyped_storage().nbytes())
#> [[1], [2]] 32
print(buffer.resize_as_(torch.zeros(2, 2)).tolist())  # the memory was still there
#> [[1, 2], [3, 4]]
print(torch.empty(0).set_(big.untyped_storage(), 0, (2, 2)).shape)
#> torch.Size([2, 2])
