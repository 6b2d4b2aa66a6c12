r"""ravel, swapaxes, moveaxis, tile: NumPy's names.

Other names for functions of torch: `ravel` is `flatten`, `swapaxes` and `swapdims` are
`transpose`, `moveaxis` is `movedim`, `tile` is `repeat`, also with fewer numbers than
dimensions, `concatenate` is `cat`, `clip` is `clamp`, `negative` is `neg`. `adjoint`
and `H` transpose and conjugate. Write those that the code around has.

Attributes: Shapes
    x: (2, 3) int64

Asked as:
    torch.ravel; torch.swapaxes; torch.swapdims; torch.tile and repeat; names of NumPy
    in torch; alias of transpose; array API names; np.concatenate in torch; atleast_2d;
    np.atleast_1d; keras.ops.moveaxis; conjugate transpose, x.H; functions that numpy
    names otherwise; swapdims and swapaxes of dims
"""

import torch

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(x.ravel().equal(x.flatten()))  # <-
#> True
print(x.swapaxes(0, 1).equal(x.transpose(0, 1)), x.swapdims(0, 1).equal(x.T))
#> True True
print(x.moveaxis(0, 1).equal(x.movedim(0, 1)))
#> True
print(x.tile(2, 1).equal(x.repeat(2, 1)), torch.tile(x[0], (2,)))
#> True tensor([1, 2, 3, 1, 2, 3])
print(torch.concatenate([x, x]).equal(torch.concat([x, x])), x.clip(2, 5)[0])
#> True tensor([2, 2, 3])
print(x.adjoint().shape, x.H.shape)
#> torch.Size([3, 2]) torch.Size([3, 2])
print(torch.atleast_1d(torch.tensor(5)), torch.atleast_2d(x[0]).shape)
#> tensor([5]) torch.Size([1, 3])
print(torch.atleast_3d(x).shape)
#> torch.Size([2, 3, 1])
