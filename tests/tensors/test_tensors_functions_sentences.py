"""What the sentences of tensors/functions say, and its formulas."""

import inspect
import math

import numpy as np
import pytest
import scipy.integrate
import scipy.special
import scipy.stats
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
INTS = [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64]
X = 3 * np.random.default_rng(0).standard_normal(50)


@says(
    "tensors/functions",
    "With a trailing underscore most work in place: `sqrt_`, `floor_`, `sin_`, `neg_`.",
)
@pytest.mark.parametrize("name", ["sqrt", "floor", "sin", "neg", "log1p", "round", "tanh", "erf"])
def test_trailing_underscore(name):
    x = torch.rand(5) + 0.5
    expected = getattr(x, name)()
    assert getattr(x, f"{name}_")() is x
    assert x.equal(expected)
    assert not hasattr(x, "ndtr_")


@says("tensors/functions", "Integers refuse those that give floats.")
@pytest.mark.parametrize("name", ["sqrt", "floor", "sin", "neg", "log1p", "round", "tanh", "erf"])
@pytest.mark.parametrize("dtype", INTS)
def test_integers_in_place(name, dtype):
    x = torch.tensor([1, 4]).to(dtype)
    if getattr(x, name)().dtype == dtype:
        assert getattr(x, f"{name}_")() is x
    else:
        with pytest.raises(RuntimeError, match="can't be cast to the desired output type"):
            getattr(x, f"{name}_")()


@says(
    "tensors/functions/exponents",
    "`x ** 2`, `x.pow(2)` and `x.square()` are one thing.",
)
@pytest.mark.parametrize("dtype", FLOATS + INTS)
def test_squares(dtype):
    x = torch.tensor([0, 1, 3, 11]).to(dtype)
    assert (x**2).tolist() == x.pow(2).tolist() == x.square().tolist() == [0, 1, 9, 121]
    assert x.square().dtype == dtype


@says("tensors/functions/exponents", "A root of a negative number is `nan`, no error.")
@pytest.mark.parametrize("dtype", FLOATS)
def test_roots_of_negative_numbers(dtype):
    x = -torch.rand(10, dtype=dtype) - 0.1
    assert x.sqrt().isnan().all()
    assert x.rsqrt().isnan().all()
    assert x.pow(0.5).isnan().all()


@says(
    "tensors/functions/exponents",
    "`expm1` is `exp(x) - 1` without losing the digits of a small `x`.",
)
@says(
    "tensors/functions/logarithms",
    "`log1p(x)` is `log(1 + x)` without losing the digits of a small `x`.",
)
def test_digits_of_a_small_x():
    for x in (1e-12, 1e-6, 1e-3, 1.0):
        x = torch.tensor(x)
        assert abs(x.expm1().item() / math.expm1(x.item()) - 1) < 1e-6
        assert abs(x.log1p().item() / math.log1p(x.item()) - 1) < 1e-6
    small = torch.tensor(1e-4)
    assert abs((small.exp() - 1).item() / math.expm1(1e-4) - 1) > 1e-5
    assert abs((1 + small).log().item() / math.log1p(1e-4) - 1) > 1e-5


@says("tensors/functions/exponents", "`float_power` computes in float64.")
@pytest.mark.parametrize("dtype", [torch.float32, torch.float16, *INTS])
def test_float_power(dtype):
    found = torch.float_power(torch.tensor([3]).to(dtype), -1)
    assert found.dtype == torch.float64
    assert found.item() == 1 / 3


@says(
    "tensors/functions/logarithms",
    "The logarithm of 0 is `-inf`, of a negative number `nan`.",
)
@pytest.mark.parametrize("name", ["log", "log2", "log10"])
def test_logarithm_outside(name):
    found = getattr(torch.tensor([0.0, -0.5, -torch.inf]), name)()
    assert found[0] == -torch.inf
    assert found[1:].isnan().all()


@says(
    "tensors/functions/logarithms",
    "`xlogy(x, y)` is `x * log(y)`, and 0 where `x` is 0 and `y` not `nan`.",
    "`logit` undoes `sigmoid`, until that is rounded to 0 or 1.",
)
def test_xlogy_and_logit():
    x = torch.tensor([0.0, 2.0, 0.0, 0.0, 0.0])
    y = torch.tensor([0.0, 3.0, 5.0, torch.inf, -1.0])
    np.testing.assert_allclose(
        torch.xlogy(x, y), scipy.special.xlogy(x.numpy(), y.numpy()), rtol=1e-6
    )
    assert (torch.xlogy(x, y)[x == 0] == 0).all()
    assert torch.xlogy(x, torch.tensor(torch.nan)).isnan().all()
    z = torch.from_numpy(X)
    torch.testing.assert_close(z.sigmoid().logit(), z)
    far = torch.tensor([200.0, -200.0])
    assert far.sigmoid().tolist() == [1, 0]
    assert far.sigmoid().logit().tolist() == [torch.inf, -torch.inf]


@says(
    "tensors/functions/trigonometric",
    "Angles are in radians; `deg2rad` and `rad2deg` convert.",
    "`atan2(y, x)` finds the angle in all four quadrants, `atan(y / x)` in two.",
    "`asin` and `acos` outside -1 to 1 are `nan`.",
    "`sinc(x)` is `sin(pi x) / (pi x)`, as in NumPy.",
    "`arcsin`, `arctan2` and the like are other names.",
)
@given(degrees=st.floats(-179, 179))
def test_angles(degrees):
    angle = math.radians(degrees)
    x = torch.tensor(degrees, dtype=torch.float64)
    assert math.isclose(x.deg2rad(), angle)
    assert math.isclose(x.deg2rad().rad2deg(), degrees, abs_tol=1e-300)
    assert math.isclose(x.deg2rad().sin(), math.sin(angle), abs_tol=1e-12)
    sin, cos = torch.tensor([math.sin(angle), math.cos(angle)], dtype=torch.float64)
    assert math.isclose(torch.atan2(sin, cos), angle, abs_tol=1e-9)
    assert abs(torch.atan(sin / cos)) <= math.pi / 2
    assert torch.tensor(1.0001 + abs(degrees)).asin().isnan()
    assert torch.tensor(-1.0001 - abs(degrees)).acos().isnan()
    assert math.isclose(x.sinc(), np.sinc(degrees), abs_tol=1e-12)
    assert torch.arctan2(sin, cos) == torch.atan2(sin, cos)
    for name in ("sin", "cos", "tan", "sinh", "tanh"):
        value = torch.tensor(degrees / 200)
        arc = getattr(value, f"a{name}")()
        assert getattr(value, f"arc{name}")().equal(arc) or arc.isnan()


@says(
    "tensors/functions/rounding",
    "`round` takes halves to the even neighbour; with `decimals=2` it rounds to hundredths.",
    "`trunc` cuts towards zero, as `long()` does, and `frac` is the rest.",
)
@given(x=st.floats(-1e4, 1e4, width=32))
def test_rounding(x):
    t = torch.tensor(x, dtype=torch.float64)
    assert t.round() == round(x)
    assert torch.tensor(math.floor(x) + 0.5).round() % 2 == 0
    assert math.isclose(t.round(decimals=2), round(x, 2), abs_tol=0.0101)
    assert abs(t.round(decimals=2) - t) <= 0.005 + 1e-9
    assert t.trunc() == math.trunc(x) == t.long()
    assert t.frac() == x - math.trunc(x)


@says(
    "tensors/functions/rounding",
    "The result of a float tensor is a float tensor: add `.long()` for an index.",
    "The gradient is 0, but for `frac` it is 1.",
)
@pytest.mark.parametrize("name", ["floor", "ceil", "round", "trunc", "fix", "frac"])
def test_gradient_of_rounding(name):
    x = torch.tensor([-1.3, 0.2, 2.7], requires_grad=True)
    y = getattr(x, name)()
    assert y.dtype == torch.float32
    (grad,) = torch.autograd.grad(y.sum(), x)
    assert grad.tolist() == [float(name == "frac")] * 3


@says("tensors/functions/division", "`x / y` of integers is a float.")
@pytest.mark.parametrize("dtype", INTS)
def test_quotient_of_integers(dtype):
    x = torch.tensor([7], dtype=dtype)
    assert (x / x).dtype == (x / 2).dtype == torch.float32


@says(
    "tensors/functions/division",
    '`rounding_mode="floor"` is Python\'s `//`, `"trunc"` is that of C: they differ for negative '
    "numbers.",
    "`remainder`, which is `%`, has the sign of the divisor, `fmod` that of the dividend.",
)
@given(a=st.integers(-100, 100), b=st.integers(-10, 10).filter(bool))
def test_quotients_and_remainders(a, b):
    x = torch.tensor(a)
    assert x.div(b, rounding_mode="floor") == a // b == x // b == x.floor_divide(b)
    assert x.div(b, rounding_mode="trunc") == math.trunc(a / b)
    assert x.remainder(b) == x % b == a % b
    assert x.fmod(b) == math.fmod(a, b)
    assert (x.remainder(b) * b).item() >= 0
    assert (x.fmod(b) * a).item() >= 0


@says(
    "tensors/functions/division",
    "A float divided by 0 is `inf` or `nan`; integers with a rounding mode are refused on the CPU, "
    "and give any value on a GPU.",
)
@pytest.mark.parametrize("mode", ["floor", "trunc"])
def test_division_by_zero(mode):
    x = torch.tensor([3.0, 0.0, -2.0])
    assert str((x / 0).tolist()) == "[inf, nan, -inf]"
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        torch.tensor([3]).div(0, rounding_mode=mode)
    documented = " ".join(torch.fmod.__doc__.split())
    assert "Integer division by zero on GPU may return any value" in documented


@says(
    "tensors/functions/arithmetic",
    "`add` and `sub` have a factor `alpha` for the second operand, which `+` and `-` have not.",
    "`addcmul` adds a product, `addcdiv` a quotient, `lerp` goes a part of the way to another "
    "tensor.",
    "With a trailing underscore they write into the first: the steps of an optimizer.",
)
def test_arithmetic_by_name():
    x, y, z = np.random.default_rng(0).uniform(1, 2, (3, 5))
    tx, ty, tz = map(torch.from_numpy, (x, y, z))
    for found, expected in [
        (tx.add(ty, alpha=3), x + 3 * y),
        (tx.sub(ty, alpha=3), x - 3 * y),
        (tx.addcmul(ty, tz, value=2), x + 2 * y * z),
        (tx.addcdiv(ty, tz, value=2), x + 2 * y / z),
        (tx.lerp(ty, 0.3), x + 0.3 * (y - x)),
        (tx.lerp(ty, tz), x + z * (y - x)),
    ]:
        np.testing.assert_allclose(found, expected, rtol=1e-12)
    for name, others in [("add_", 1), ("sub_", 1), ("mul_", 1), ("addcmul_", 2), ("addcdiv_", 2)]:
        first = tx.clone()
        result = getattr(first, name)(*(ty, tz)[:others])
        assert result is first
        assert first.equal(getattr(tx, name[:-1])(*(ty, tz)[:others]))
    source = inspect.getsource(inspect.getmodule(torch.optim.Adam))
    assert "addcdiv_" in source
    assert "lerp_" in source


@says(
    "tensors/functions/signs",
    "`sign` is -1, 0 or 1.",
    "`copysign` takes the size of one number and the sign of another.",
    "`signbit` tells -0.0 from 0.0, which `==` does not.",
    "`heaviside` is 0 below zero and 1 above; the second argument is its value at zero.",
)
@given(x=st.floats(-9, 9), y=st.floats(-9, 9))
def test_signs(x, y):
    t = torch.tensor(x, dtype=torch.float64)
    assert t.sign() == np.sign(x)
    assert str(t.copysign(y).item()) == str(math.copysign(x, y))
    assert t.signbit() == (math.copysign(1, x) < 0)
    assert torch.tensor(-0.0) == torch.tensor(0.0)
    value = torch.tensor(y, dtype=torch.float64)
    assert t.heaviside(value) == np.heaviside(x, y)


@says(
    "tensors/functions/signs",
    "The smallest integer has no positive counterpart: `abs` leaves it.",
)
@pytest.mark.parametrize("dtype", INTS[1:])
def test_abs_of_the_smallest(dtype):
    low = torch.iinfo(dtype).min
    assert torch.tensor([low, low + 1], dtype=dtype).abs().tolist() == [low, -low - 1]


def test_erf_gamma():
    for x in (-1.5, 0.0, 0.4, 2.0):
        integral, _ = scipy.integrate.quad(lambda t: math.exp(-t * t), 0, x)
        expected = 2 / math.sqrt(math.pi) * integral
        assert math.isclose(torch.erf(torch.tensor(x, dtype=torch.float64)), expected)


@says(
    "tensors/functions/erf_gamma",
    "`torch.special.ndtr` is the distribution function of the standard normal, `ndtri` its "
    "inverse.",
    "`erfc` and `log_ndtr` keep the digits of the far tail.",
    "`lgamma` is the logarithm of the absolute value of the gamma function: factorials without "
    "overflow.",
    "`erf`, `lgamma` and `digamma` are in `torch` as well.",
)
def test_functions_of_statistics():
    x = torch.from_numpy(X)
    special = torch.special
    np.testing.assert_allclose(special.ndtr(x), scipy.stats.norm.cdf(X), rtol=1e-4)
    torch.testing.assert_close(special.ndtri(special.ndtr(x)), x, rtol=1e-5, atol=1e-5)
    far = torch.tensor(8.0)
    assert 1 - far.erf() == 0
    assert math.isclose(far.erfc(), math.erfc(8), rel_tol=1e-4)
    assert special.ndtr(-4 * far) == 0
    assert math.isclose(special.log_ndtr(-4 * far), scipy.special.log_ndtr(-32), rel_tol=1e-5)
    assert math.isclose(torch.lgamma(torch.tensor(6.0)).exp(), 120, rel_tol=1e-5)
    assert math.isclose(torch.lgamma(torch.tensor(201.0)), math.lgamma(201), rel_tol=1e-6)
    for value in (-0.5, -1.5, 0.5, 3.0):
        expected = math.log(abs(math.gamma(value)))
        assert math.isclose(torch.lgamma(torch.tensor(value)), expected, abs_tol=1e-6)
    p = x.abs() + 0.1
    for ours, its in [("erf", "erf"), ("lgamma", "gammaln"), ("digamma", "digamma")]:
        assert getattr(torch, ours)(p).equal(getattr(special, its)(p))


@says(
    "tensors/functions/bessel",
    "Named as in `scipy.special`, or by the family: `chebyshev_polynomial_t(x, n)` is the "
    "polynomial of degree `n`.",
    "Polynomials of degree 3, at both x",
    "pi squared / 6",
)
def test_named_as_in_scipy():
    x = torch.from_numpy(np.abs(X) + 0.1)
    for ours, its in [
        ("i0", "i0"), ("i1", "i1"), ("i0e", "i0e"), ("i1e", "i1e"), ("bessel_j0", "j0"),
        ("bessel_j1", "j1"), ("bessel_y0", "y0"), ("bessel_y1", "y1"),
        ("modified_bessel_k0", "k0"), ("modified_bessel_k1", "k1"),
    ]:  # fmt: skip
        expected = getattr(scipy.special, its)(x.numpy())
        np.testing.assert_allclose(getattr(torch.special, ours)(x), expected, rtol=1e-4, atol=1e-6)
    for ours, its in [
        ("chebyshev_polynomial_t", "chebyt"), ("chebyshev_polynomial_u", "chebyu"),
        ("legendre_polynomial_p", "legendre"), ("laguerre_polynomial_l", "laguerre"),
        ("hermite_polynomial_h", "hermite"), ("hermite_polynomial_he", "hermitenorm"),
    ]:  # fmt: skip
        for n in range(5):
            expected = getattr(scipy.special, f"eval_{its}")(n, x.numpy())
            found = getattr(torch.special, ours)(x, n)
            np.testing.assert_allclose(found, expected, rtol=1e-6, atol=1e-9)
    assert math.isclose(torch.special.zeta(torch.tensor(2.0), 1), math.pi**2 / 6, rel_tol=1e-6)


@says("tensors/functions/bessel", "`i0` and `i1` have a gradient, the polynomials have none.")
@pytest.mark.parametrize(
    "name",
    [n for n in dir(torch.special) if "polynomial" in n],
)
def test_gradients_of_special_functions(name):
    x = torch.rand(3, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(torch.special.i0, x)
    assert torch.autograd.gradcheck(torch.special.i1, x)
    with pytest.raises(RuntimeError):
        getattr(torch.special, name)(x, 2).sum().backward()


@says("tensors/functions/bessel", "`i0e` is `i0` times `exp(-|x|)`, for a large `x`.")
@pytest.mark.parametrize("sign", [-1, 1])
def test_scaled_bessel(sign):
    x = sign * torch.tensor([0.5, 3.0, 100.0])
    torch.testing.assert_close(torch.special.i0e(x)[:2], (torch.i0(x) * (-x.abs()).exp())[:2])
    assert torch.i0(x)[2] == torch.inf
    assert 0 < torch.special.i0e(x)[2] < 1


@says(
    "tensors/functions/foreach",
    "The optimizers use them with `foreach=True`.",
    "Each takes lists of one length, or a list and a number.",
    "The in-place ones end with another underscore.",
)
@pytest.mark.parametrize("name", ["add", "mul", "div", "sub"])
def test_foreach(name):
    of, sign = getattr(torch, f"_foreach_{name}"), getattr(torch, name)
    a, b = [torch.rand(2), torch.rand(3)], [torch.rand(2) + 1, torch.rand(3) + 1]
    for other in (b, 2.0):
        others = other if isinstance(other, list) else [other] * 2
        expected = [sign(x, y) for x, y in zip(a, others, strict=True)]
        assert all(x.equal(y) for x, y in zip(of(a, other), expected, strict=True))
        copies = [x.clone() for x in a]
        getattr(torch, f"_foreach_{name}_")(copies, other)
        assert all(x.equal(y) for x, y in zip(copies, expected, strict=True))
    with pytest.raises(RuntimeError, match="same number of tensors"):
        of(a, b[:1])
    assert "_foreach_" in inspect.getsource(inspect.getmodule(torch.optim.SGD))


@says(
    "tensors/functions/safe_where",
    "`where` differentiates both branches: the infinite slope of `sqrt` at 0 times the 0 of the "
    "branch not taken is `nan`.",
    "Replace the input in a first `where`, the result in a second.",
    "A division by 0 and a `log` of 0 are mended so too.",
)
@pytest.mark.parametrize("function", [torch.sqrt, torch.log, torch.reciprocal])
def test_safe_where(function):
    x = torch.tensor([0.0, 4.0], dtype=torch.float64, requires_grad=True)
    (bad,) = torch.autograd.grad(torch.where(x > 0, function(x), 0.0).sum(), x)
    assert bad[0].isnan()
    safe = torch.where(x > 0, x, 1.0)
    (good,) = torch.autograd.grad(torch.where(x > 0, function(safe), 0.0).sum(), x)
    assert good[0] == 0
    assert good[1] == bad[1]


@says(
    "tensors/functions/safe_where",
    "`vector_norm` has a gradient of 0 at 0; the root of a sum of squares has none.",
)
@pytest.mark.parametrize("order", [0.5, 1, 1.5, 2, 3, torch.inf])
def test_gradient_of_a_norm_at_zero(order):
    x = torch.zeros(3, requires_grad=True)
    (grad,) = torch.autograd.grad(torch.linalg.vector_norm(x, ord=order), x)
    assert grad.tolist() == [0, 0, 0]
    (grad,) = torch.autograd.grad(x.square().sum().sqrt(), x)
    assert grad.isnan().all()
    square = torch.zeros(2, 2, requires_grad=True)  # another norm
    (grad,) = torch.autograd.grad(torch.linalg.matrix_norm(square, ord="nuc"), square)
    assert grad.count_nonzero() > 0
