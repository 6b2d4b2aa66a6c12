r"""complex, real, imag, conj, abs, angle: complex numbers.

`torch.complex(re, im)` puts two float tensors together; Python's `3 + 4j` works in
`torch.tensor` too. `real` and `imag` are views, `abs` is the length and `angle` the
direction. `conj` is lazy: it marks, and `resolve_conj` writes. Comparisons such as `<`
are refused, and a loss has to be real.

Attributes: Shapes
    z: (2,) complex64

Raises:
    NotImplementedError: `z < z` not implemented for 'ComplexFloat'

Asked as:
    torch.complex; complex tensor; complex64 or complex128; torch.real; np.conj;
    torch.conj; absolute value of a complex tensor; magnitude and phase; np.angle;
    cfloat, cdouble; tf.complex; imaginary part; complex-valued network; resolve_conj;
    is_conj; np.iscomplex; real and imaginary part; 1j in a tensor; loss of complex
    outputs; z.imag of a complex tensor; length of a complex number; two real tensors to
    a complex one
"""

import torch

z = torch.complex(torch.tensor([3.0, 0.0]), torch.tensor([4.0, -1.0]))  # <-
print(z)
#> tensor([3.+4.j, 0.-1.j])
print(z.real, z.imag)
#> tensor([3., 0.]) tensor([ 4., -1.])
print(z.abs(), torch.rad2deg(z.angle()))
#> tensor([5., 1.]) tensor([ 53.1301, -90.0000])
print(z * z.conj(), z.conj().is_conj(), z.conj().resolve_conj().is_conj())
#> tensor([25.+0.j,  1.+0.j]) True False
print(z.real.cfloat().dtype, z.real.cdouble().dtype)
#> torch.complex64 torch.complex128
print(torch.isreal(z), torch.conj_physical(z)[1])
#> tensor([False, False]) tensor(0.+1.j)
print(z.conj().imag.is_neg(), z.conj().imag.resolve_neg())
#> True tensor([-4.,  1.])

w = torch.tensor([1 + 1j], requires_grad=True)
w.abs().square().sum().backward()
print(w.grad)
#> tensor([2.0000+2.0000j])
