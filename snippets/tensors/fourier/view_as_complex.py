r"""view_as_real, view_as_complex, polar: complex numbers as pairs.

`view_as_real` shows (…) complex as (…, 2) float, `view_as_complex` the other way; both
are views, and the second wants a last dimension of 2 with stride 1. `polar(length,
angle)` builds by length and direction: a rotation is a product with `polar(1, angle)`,
as in rotary embeddings. `view_as_complex` refuses bfloat16: `float()` first.

Attributes: Shapes
    x: (3, 2) float32
    z: (3,) complex64

Raises:
    RuntimeError: `torch.view_as_complex(x.T)` Tensor must have a last dimension of size
        2

Asked as:
    torch.view_as_complex; torch.view_as_real; torch.polar; last dimension of size 2 to
    complex; complex to two channels; real and imaginary as channels; rotate pairs of
    numbers; rotary position embedding freqs_cis; RoPE with complex numbers; Tensor must
    have a last dimension of size 2; from magnitude and phase to complex; save complex
    numbers as floats; torch.polar magnitude and angle; old stft output with a last
    dimension of 2; rotate points by an angle with a complex product
"""

import math

import torch

x = torch.tensor([[1.0, 0.0], [0.0, 2.0], [3.0, 4.0]])
z = torch.view_as_complex(x)  # <-
print(z)
#> tensor([1.+0.j, 0.+2.j, 3.+4.j])
print(torch.view_as_real(z).equal(x), torch.view_as_real(z).data_ptr() == x.data_ptr())
#> True True

quarter = torch.polar(torch.tensor(1.0), torch.tensor(math.pi / 2))
print(torch.view_as_real(z * quarter).round(decimals=4))  # turned by 90 degrees
#> tensor([[-0.,  1.],
#>         [-2., -0.],
#>         [-4.,  3.]])
