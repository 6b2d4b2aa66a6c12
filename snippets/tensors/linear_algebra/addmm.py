r"""addmm, addmv, addr, baddbmm: a product and a sum in one.

`addmm(c, a, b, beta=…, alpha=…)` is `beta * c + alpha * a @ b`; `c` broadcasts. It is
what `Linear` computes. `baddbmm` is for batches, `addbmm` also sums over the batch,
`addmv` takes a vector and `addr` adds an outer product. With `beta=0` what is in `c`
does not count, `nan` included.

Attributes: Shapes
    a: (2, 3) float32
    b: (3, 2) float32
    bias: (2,) float32

Asked as:
    torch.addmm; torch.baddbmm; torch.addmv; torch.addr; torch.addbmm; F.linear by hand;
    gemm with alpha and beta; bias plus matrix product; addmm_ in place; BLAS gemm;
    fused bias and matmul; rank-one update; attention scores with baddbmm; mat1 and mat2
    in addmm; axpy for matrices; what is addmm in the profiler; scipy.linalg.blas, sgemm
"""

import torch

a = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
b = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
bias = torch.tensor([10.0, 20.0])
print(torch.addmm(bias, a, b))  # <- bias + a @ b
#> tensor([[14., 25.],
#>         [20., 31.]])
print(torch.addmm(bias, a, b, beta=0.0, alpha=0.5))
#> tensor([[2.0000, 2.5000],
#>         [5.0000, 5.5000]])
print(torch.addmv(bias, a, torch.ones(3)))
#> tensor([16., 35.])
print(torch.addr(torch.zeros(2, 2), bias, torch.ones(2)))
#> tensor([[10., 10.],
#>         [20., 20.]])

batch = a.expand(4, 2, 3)
print(torch.baddbmm(bias, batch, b.expand(4, 3, 2)).shape)
#> torch.Size([4, 2, 2])
print(torch.addbmm(bias, batch, b.expand(4, 3, 2)))  # the sum of the batch
#> tensor([[26., 40.],
#>         [50., 64.]])
