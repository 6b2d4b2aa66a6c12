r"""torch.special: Bessel, Airy and zeta functions, polynomials.

Named as in `scipy.special`, or by the family: `chebyshev_polynomial_t(x, n)` is the
polynomial of degree `n`. `i0` and `i1` have a gradient, the polynomials have none.
`i0e` is `i0` times `exp(-|x|)`, for a large `x`.

Attributes: Shapes
    x: (2,) float32

Asked as:
    scipy.special.j0; Bessel function of the first kind; modified Bessel function;
    scipy.special.i0; torch.i0; scipy.special.iv; Airy function; Riemann zeta, Hurwitz
    zeta; Chebyshev polynomial; Legendre polynomial; Hermite polynomial; Laguerre
    polynomial; scipy.special.eval_chebyt; scipy.special.k0; spherical Bessel;
    orthogonal polynomials in torch; von Mises normaliser
"""

import torch
from torch import special

x = torch.tensor([0.5, 2.0])
print(special.bessel_j0(x), special.bessel_j1(x))  # <-
#> tensor([0.9385, 0.2239]) tensor([0.2423, 0.5767])
print(special.bessel_y0(x), special.bessel_y1(x))
#> tensor([-0.4445,  0.5104]) tensor([-1.4715, -0.1070])
print(torch.i0(x), special.i1(x))
#> tensor([1.0635, 2.2796]) tensor([0.2579, 1.5906])
print(special.i0e(x) * x.exp(), special.i1e(x) * x.exp())
#> tensor([1.0635, 2.2796]) tensor([0.2579, 1.5906])
print(special.modified_bessel_k0(x), special.modified_bessel_k1(x))
#> tensor([0.9244, 0.1139]) tensor([1.6564, 0.1399])
print(special.spherical_bessel_j0(x), special.airy_ai(x))
#> tensor([0.9589, 0.4546]) tensor([0.2317, 0.0349])
print(special.modified_bessel_i0(x), special.modified_bessel_i1(x))
#> tensor([1.0635, 2.2796]) tensor([0.2579, 1.5906])
print(special.scaled_modified_bessel_k0(x), special.scaled_modified_bessel_k1(x))
#> tensor([1.5241, 0.8416]) tensor([2.7310, 1.0335])
print(special.zeta(torch.tensor(2.0), 1))  # pi squared / 6
#> tensor(1.6449)

# Polynomials of degree 3, at both x
print(special.chebyshev_polynomial_t(x, 3), special.chebyshev_polynomial_u(x, 3))
#> tensor([-1., 26.]) tensor([-1., 56.])
print(special.chebyshev_polynomial_v(x, 3), special.chebyshev_polynomial_w(x, 3))
#> tensor([-1., 41.]) tensor([-1., 71.])
print(special.shifted_chebyshev_polynomial_t(x, 3))  # of 2x - 1
#> tensor([-0., 99.])
print(special.legendre_polynomial_p(x, 3), special.laguerre_polynomial_l(x, 3))
#> tensor([-0.4375, 17.0000]) tensor([-0.1458, -0.3333])
print(special.hermite_polynomial_h(x, 3), special.hermite_polynomial_he(x, 3))
#> tensor([-5., 40.]) tensor([-1.3750,  2.0000])
