"""What the sentences of tensors/math_ops say."""

import inspect
import math

import numpy as np
import pytest
import scipy.linalg
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from support import library, says
from torch import nn

nan, inf = math.nan, math.inf
FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
sizes = st.lists(st.integers(1, 3), max_size=3)


@says(
    "tensors/math_ops",
    "`*` multiplies element by element and broadcasts, `@` is the matrix product.",
)
def test_products():
    a, b = torch.randn(2, 3), torch.randn(3)
    assert (a * b).tolist() == (a.numpy() * b.numpy()).tolist()
    expected = [sum(x * y for x, y in zip(row, b.tolist(), strict=True)) for row in a.tolist()]
    torch.testing.assert_close(a @ b, torch.tensor(expected))


@says(
    "tensors/math_ops",
    "Linear algebra lives in `torch.linalg`; the old names at the top level (`symeig`, `eig`, "
    "`lstsq`, `solve`) are removed.",
)
@says("tensors/math_ops/linalg_eigh", "`torch.symeig` and `torch.eig` are removed.")
@says("tensors/math_ops/linalg_solve", "`torch.solve` with its swapped arguments is removed.")
@pytest.mark.parametrize("name", ["symeig", "eig", "lstsq", "solve"])
def test_old_names_are_removed(name):
    matrices = [torch.eye(2)] * (2 if name in ("lstsq", "solve") else 1)
    with pytest.raises(RuntimeError, match="is now removed"):
        getattr(torch, name)(*matrices)
    assert hasattr(torch.linalg, name.replace("symeig", "eigh"))


def fits(a, b):
    """Say by the rule on the page whether two shapes fit."""
    pairs = zip(reversed(a), reversed(b), strict=False)
    return all(m == n or 1 in (m, n) for m, n in pairs)


@says(
    "tensors/math_ops/broadcasting",
    "Shapes are compared from the right.",
    "Two sizes fit if they are equal, or one is 1, or missing.",
)
@given(a=sizes, b=sizes)
def test_broadcasting(a, b):
    if fits(a, b):
        assert (torch.ones(a) + torch.ones(b)).shape == np.broadcast_shapes(a, b)
    else:
        with pytest.raises(RuntimeError, match="must match"):
            torch.ones(a) + torch.ones(b)


@says("tensors/math_ops/broadcasting", "The smaller one is not copied.")
def test_broadcasting_does_not_copy():
    row = torch.randn(3)
    _, stretched = torch.broadcast_tensors(torch.ones(1000, 3), row)
    assert stretched.shape == (1000, 3)
    assert stretched.stride() == (0, 1)
    assert stretched.untyped_storage().nbytes() == 12


@says(
    "tensors/math_ops/broadcasting",
    "A (3,) against a (3, 1) gives (3, 3) and no error: check shapes before you subtract.",
)
def test_vector_against_column():
    x = torch.arange(3)
    assert (x - x.view(3, 1)).tolist() == [[0, 1, 2], [-1, 0, 1], [-2, -1, 0]]


@says(
    "tensors/math_ops/matmul",
    "For matrices, the last size of the first must be the first of the second.",
    "`@` is `matmul`: it takes vectors and broadcasts batches.",
)
@pytest.mark.parametrize(
    ("a", "b"),
    [((2, 3), (3, 4)), ((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 2)), ((5, 1, 2, 3), (4, 3, 2))],
)
def test_matmul(a, b):
    x, y = torch.randn(a, dtype=torch.float64), torch.randn(b, dtype=torch.float64)
    np.testing.assert_allclose(x @ y, np.matmul(x.numpy(), y.numpy()), rtol=1e-12)
    assert torch.equal(x @ y, x.matmul(y))
    with pytest.raises(RuntimeError):
        torch.ones(2, 3) @ torch.ones(2, 3)


@says(
    "tensors/math_ops/matmul",
    "`mm` is for two matrices, `bmm` for two batches; neither broadcasts.",
)
def test_mm_and_bmm():
    a, b = torch.randn(5, 2, 3), torch.randn(5, 3, 4)
    assert a[0].mm(b[0]).shape == (2, 4)
    torch.testing.assert_close(a.bmm(b), torch.stack([x @ y for x, y in zip(a, b, strict=True)]))
    for product, x, y in [
        (torch.mm, a, b[0]),
        (torch.mm, a[0], b[0, :, 0]),
        (torch.bmm, a, b[:1]),
        (torch.bmm, a, b[0]),
    ]:
        assert (x @ y) is not None
        with pytest.raises(RuntimeError):
            product(x, y)


@says(
    "tensors/math_ops/matmul",
    'At "mat1 and mat2 shapes cannot be multiplied" in a model, look for a missing `flatten` or'
    " wrong `in_features`.",
)
@pytest.mark.parametrize("x", [torch.ones(2, 4, 3, 3), torch.ones(2, 37)])
def test_causes_of_mat1_and_mat2(x):
    layer = nn.Linear(36, 5)
    with pytest.raises(RuntimeError, match="mat1 and mat2 shapes cannot be multiplied"):
        layer(x)
    assert layer(torch.ones(2, 4, 3, 3).flatten(1)).shape == (2, 5)


@says(
    "tensors/math_ops/einsum",
    "One letter a dimension.",
    "Letters that do not stand behind the arrow are summed.",
)
def test_einsum_sums():
    for letters in ("i->", "ijk->"):
        with pytest.raises(RuntimeError, match="number of subscripts"):
            torch.einsum(letters, torch.ones(2, 3))
    a, b = torch.randn(2, 2, 3, dtype=torch.float64)
    torch.testing.assert_close(torch.einsum("ij->i", a), a.sum(1))
    torch.testing.assert_close(torch.einsum("ij,kj->ik", a, b), (a[:, None] * b).sum(2))
    torch.testing.assert_close(torch.einsum("ij,kj->", a, b), (a[:, None] * b).sum())


@says("tensors/math_ops/einsum", "`...` stands anywhere for dimensions without a letter.")
@pytest.mark.parametrize("rest", [(), (4,), (4, 5)])
def test_einsum_dots(rest):
    x = torch.randn(2, *rest, 3)
    assert torch.equal(torch.einsum("i...j->j...i", x), x.movedim(0, -1).movedim(-2, 0))
    assert torch.equal(torch.einsum("ij...->ji...", x.movedim(-1, 1)), x.movedim(-1, 0))
    assert torch.equal(torch.einsum("...j->j...", x), x.movedim(-1, 0))


@says(
    "tensors/math_ops/outer",
    "Element (i, j) is `a[i] * b[j]`, as `a[:, None] * b` by broadcasting.",
)
def test_outer():
    a, b = torch.randn(4), torch.randn(3)
    table = torch.outer(a, b)
    assert torch.equal(table, a[:, None] * b)
    assert [[table[i, j] == a[i] * b[j] for j in range(3)] for i in range(4)] == [[True] * 3] * 4


@says(
    "tensors/math_ops/clamp",
    "Give `min`, `max` or both: numbers or tensors, not one of each.",
    "`clip` is another name.",
)
@pytest.mark.parametrize("low", [None, -0.5, torch.linspace(-1, 1, 9)])
@pytest.mark.parametrize("high", [None, 0.5, torch.linspace(2, 0, 9)])
def test_clamp(low, high):
    x = torch.randn(5, 9)
    if (low is None and high is None) or (type(low), type(high)) in [
        (float, torch.Tensor),
        (torch.Tensor, float),
    ]:
        with pytest.raises((RuntimeError, TypeError)):
            x.clamp(low, high)
        return
    plain = [None if v is None else np.asarray(v) for v in (low, high)]
    np.testing.assert_array_equal(x.clamp(low, high), np.clip(x.numpy(), *plain))
    assert torch.equal(x.clip(low, high), x.clamp(low, high))


@says("tensors/math_ops/clamp", "The gradient is 0 where a value was clamped.")
@pytest.mark.parametrize("limit", [1.0, torch.tensor(1.0)])
def test_gradient_of_clamp(limit):
    x = torch.tensor([-2.0, -0.9, 0.5, 3.0], requires_grad=True)
    x.clamp(-limit, limit).sum().backward()
    assert x.grad.tolist() == [0, 1, 1, 0]


@says(
    "tensors/math_ops/clamp",
    "At a limit itself it is 0, or 0.5 if the limit is a tensor; before 2.14 it was 1.",
)
@pytest.mark.parametrize(("limit", "slope"), [(1.0, 0), (torch.tensor(1.0), 0.5)])
def test_gradient_of_clamp_at_a_limit(limit, slope):
    x = torch.tensor([-1.0, 0.0, 1.0], requires_grad=True)
    x.clamp(-limit, limit).sum().backward()
    if tuple(map(int, torch.__version__.split(".")[:2])) < (2, 14):
        slope = 1
    assert x.grad.tolist() == [slope, 1, slope]


@says("tensors/math_ops/sigmoid", "Turns the logit of a yes-or-no question into a probability.")
def test_sigmoid_undoes_the_logit():
    p = torch.linspace(0.01, 0.99, 50, dtype=torch.float64)
    torch.testing.assert_close(torch.sigmoid((p / (1 - p)).log()), p)


@says("tensors/math_ops/sigmoid", "any number to between 0 and 1.")
@given(x=st.floats(allow_nan=False))
def test_range_of_sigmoid(x):
    assert 0 <= torch.sigmoid(torch.tensor(x, dtype=torch.float64)) <= 1


@says("tensors/math_ops/softmax", "A number added to all scores cancels.")
@given(shift=st.floats(-100, 100))
def test_softmax_of_shifted_scores(shift):
    scores = torch.randn(3, 4, dtype=torch.float64)
    torch.testing.assert_close((scores + shift).softmax(1), scores.softmax(1))


@says(
    "tensors/math_ops/softmax",
    "scores to probabilities that sum to 1.",
    "`dim` is the dimension that sums to 1: the classes, so `dim=1` for (N, C).",
)
@pytest.mark.parametrize("dim", [0, 1, 2])
def test_softmax_sums_to_1(dim):
    probs = torch.randn(4, 3, 5, dtype=torch.float64).softmax(dim)
    torch.testing.assert_close(probs.sum(dim), torch.ones_like(probs.sum(dim)))
    assert not torch.allclose(probs.sum((dim + 1) % 3), torch.ones(()).double())


@says(
    "tensors/math_ops/softmax",
    "For the loss use `log_softmax`, which does not run into `log(0)`.",
)
@pytest.mark.parametrize("dtype", FLOATS)
def test_log_softmax_is_finite(dtype):
    scores = torch.tensor([0.0, 1000.0], dtype=dtype)
    assert scores.softmax(0).log()[0] == -inf
    assert scores.log_softmax(0).tolist() == [-1000, 0]


@says("tensors/math_ops/softmax", "`F.softmax` without `dim` warns and guesses.")
@pytest.mark.parametrize(("ndim", "dim"), [(1, 0), (2, 1), (3, 0), (4, 1)])
def test_softmax_guesses(ndim, dim):
    x = torch.randn([3] * ndim)
    with pytest.warns(UserWarning, match="Implicit dimension choice"):
        assert torch.equal(F.softmax(x), x.softmax(dim))


@says("tensors/math_ops/in_place", "They change the tensor and return it.")
@pytest.mark.parametrize(
    ("name", "args"), [("add_", (1,)), ("mul_", (2,)), ("zero_", ()), ("copy_", (torch.ones(3),))]
)
def test_in_place(name, args):
    x = torch.tensor([1.5, 2.5, 3.5])
    before, address = x.clone(), x.data_ptr()
    assert getattr(x, name)(*args) is x
    assert x.data_ptr() == address
    assert not torch.equal(x, before)


@says(
    "tensors/math_ops/in_place",
    "They save memory and can break gradients: a leaf that requires grad refuses them, and a value"
    " that backward needs must not change.",
)
def test_in_place_and_gradients():
    x = torch.ones(3)
    assert (x + 1).data_ptr() != x.data_ptr()
    assert x.add_(1).data_ptr() == x.data_ptr()
    w = torch.ones(3, requires_grad=True)
    with pytest.raises(RuntimeError, match="a leaf Variable that requires grad"):
        w.mul_(2)
    y = w.exp()
    y.mul_(2)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        y.sum().backward()


@says("tensors/math_ops/in_place", "`x += 1` is in place, `x = x + 1` is not.")
def test_plus_equals():
    x = alias = torch.zeros(2)
    x += 1
    assert x is alias
    x = x + 1
    assert x is not alias
    assert alias.tolist() == [1, 1]


@says(
    "tensors/math_ops/allclose",
    "`allclose` allows `1e-8 + 1e-5 * |other|` (`atol`, `rtol`), broadcasts, and refuses different"
    " dtypes.",
)
@given(other=st.floats(-1e3, 1e3), sign=st.sampled_from([-1, 1]))
def test_allclose(other, sign):
    b = torch.tensor(other, dtype=torch.float64)
    limit = 1e-8 + 1e-5 * abs(other)
    assert torch.allclose(b + sign * 0.99 * limit, b)
    assert not torch.allclose(b + sign * 1.01 * limit, b)
    assert torch.allclose(b.expand(2), b.expand(3, 1))
    with pytest.raises(RuntimeError, match="did not match"):
        torch.allclose(b, b.float())


@says("tensors/math_ops/allclose", "In tests, `torch.testing.assert_close` says what differs.")
def test_assert_close_names_the_element():
    with pytest.raises(AssertionError, match=r"Mismatched elements: 1 / 3[\s\S]*index \(2,\)"):
        torch.testing.assert_close(torch.tensor([1.0, 2.0, 3.5]), torch.tensor([1.0, 2.0, 3.0]))


@says("tensors/math_ops/allclose", "`equal` wants the same shape and values.")
@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ([1.0, 2.0], True),
        ([[1.0, 2.0]], False),
        ([1.0, 2.0 + 1e-6], False),
        ([1, 2], True),
        (1.0, False),
    ],
)
def test_equal(other, expected):
    assert torch.equal(torch.tensor([1.0, 2.0]), torch.tensor(other)) is expected


@says("tensors/math_ops/allclose", "`nan` equals `nan` with `equal_nan=True`.")
def test_equal_nan():
    x = torch.tensor([1.0, nan])
    assert not torch.allclose(x, x)
    assert not torch.equal(x, x)
    assert torch.allclose(x, x, equal_nan=True)
    torch.testing.assert_close(x, x, equal_nan=True)


@says("tensors/math_ops/not_a_number", "NaN does not equal itself, so `x == nan` finds none.")
@says("tensors/math_ops/not_a_number", "`isfinite` is False for NaN and for both infinities.")
@pytest.mark.parametrize("dtype", FLOATS)
def test_nan_and_isfinite(dtype):
    x = torch.tensor([1.0, nan, inf, -inf, torch.finfo(dtype).max], dtype=dtype)
    assert not (x == nan).any()
    assert (x == x).tolist() == [True, False, True, True, True]
    assert x.isfinite().tolist() == [True, False, False, False, True]


@says(
    "tensors/math_ops/not_a_number",
    "`nan_to_num` replaces NaN by 0 and infinities by the largest and the lowest number of the"
    " type, or by what you name.",
)
@pytest.mark.parametrize("dtype", FLOATS)
def test_nan_to_num(dtype):
    x = torch.tensor([nan, inf, -inf, 5], dtype=dtype)
    limits = torch.finfo(dtype)
    assert x.nan_to_num().tolist() == [0, limits.max, limits.min, 5]
    assert x.nan_to_num(nan=1, posinf=2, neginf=3).tolist() == [1, 2, 3, 5]


@says("tensors/math_ops/not_a_number", "`nansum`, `nanmean` and `nanmedian` leave NaN out.")
@pytest.mark.parametrize("name", ["sum", "mean", "median"])
def test_nan_is_left_out(name):
    x = torch.tensor([5.0, nan, 1.0, 2.0, nan])
    expected = getattr(x[~x.isnan()], name)()
    assert getattr(torch, f"nan{name}")(x) == expected
    assert getattr(x, name)().isnan()


@says("tensors/math_ops/linalg_solve", "More exact than multiplying by the inverse.")
@pytest.mark.parametrize("size", [6, 8, 10, 12])
def test_solve_is_more_exact(size):
    matrix = torch.from_numpy(scipy.linalg.hilbert(size))
    b = matrix @ torch.ones(size, 1, dtype=torch.float64)
    residuals = [
        (matrix @ x - b).norm() for x in (torch.linalg.solve(matrix, b), matrix.inverse() @ b)
    ]
    assert residuals[0] < residuals[1] / 100


@says("tensors/math_ops/linalg_solve", "For more equations than unknowns use `linalg.lstsq`.")
def test_lstsq():
    a, b = torch.randn(7, 3, dtype=torch.float64), torch.randn(7, 1, dtype=torch.float64)
    expected = np.linalg.lstsq(a.numpy(), b.numpy(), rcond=None)[0]
    np.testing.assert_allclose(torch.linalg.lstsq(a, b).solution, expected)
    with pytest.raises(RuntimeError):
        torch.linalg.solve(a, b)


@says("tensors/math_ops/linalg_inv", "For a matrix or a batch of them.")
@pytest.mark.parametrize("batch", [(), (1,), (5,), (2, 3), (0,)])
def test_inv(batch):
    a = torch.randn(*batch, 3, 3, dtype=torch.float64)
    torch.testing.assert_close(a @ torch.linalg.inv(a), torch.eye(3).double().expand_as(a))


@says(
    "tensors/math_ops/linalg_inv",
    "`linalg.pinv` takes matrices that are singular or not square.",
)
@pytest.mark.parametrize("a", [torch.ones(2, 2), torch.zeros(2, 2), torch.randn(2, 4)])
def test_pinv(a):
    a = a.double()
    np.testing.assert_allclose(torch.linalg.pinv(a), np.linalg.pinv(a.numpy()), atol=1e-12)
    with pytest.raises(RuntimeError):
        torch.linalg.inv(a)


@says(
    "tensors/math_ops/linalg_eigh",
    "`eigh` is for symmetric matrices: real values, smallest first, orthonormal columns.",
    "The sign of a vector is arbitrary: compare `A @ v` with `value * v`.",
)
def test_eigh():
    x = torch.randn(5, 5, dtype=torch.float64)
    a = x + x.T
    values, vectors = torch.linalg.eigh(a)
    np.testing.assert_allclose(values, np.sort(np.linalg.eigvals(a.numpy()).real))
    torch.testing.assert_close(vectors.T @ vectors, torch.eye(5).double())
    for v in (vectors, -vectors):
        torch.testing.assert_close(a @ v, values * v)
    of_x = torch.linalg.eigh(x).eigenvalues  # not symmetric: one triangle is read
    assert torch.equal(of_x, torch.linalg.eigh(x.tril()).eigenvalues)


@says(
    "tensors/math_ops/linalg_eigh",
    "`eig` takes square matrices and gives complex numbers.",
)
@pytest.mark.parametrize("a", [torch.eye(3), torch.randn(4, 4), torch.ones(2, 2).triu(1)])
def test_eig(a):
    values, vectors = torch.linalg.eig(a)
    assert values.is_complex()
    torch.testing.assert_close(a.to(vectors.dtype) @ vectors, vectors * values)
    with pytest.raises(RuntimeError, match="square"):
        torch.linalg.eig(torch.ones(2, 3))


@says(
    "tensors/math_ops/linalg_svd",
    "Gives U, S and Vh (V transposed already), with S from the largest.",
    "`full_matrices=False` is the economical form.",
    "For low rank keep the first k.",
    "batches too",
)
@pytest.mark.parametrize("shape", [(5, 3), (3, 5), (2, 5, 3), (2, 4, 3, 5)])
@pytest.mark.parametrize("k", [1, 2])
def test_svd(shape, k):
    a = torch.randn(shape, dtype=torch.float64)
    u, s, vh = torch.linalg.svd(a, full_matrices=False)
    assert u.shape == (*shape[:-1], 3)
    assert vh.shape == (*shape[:-2], 3, shape[-1])
    assert torch.linalg.svd(a).U.shape == (*shape[:-1], shape[-2])
    torch.testing.assert_close((u * s[..., None, :]) @ vh, a)
    assert (s.diff() <= 0).all()
    low = (u[..., :k] * s[..., None, :k]) @ vh[..., :k, :]
    assert (torch.linalg.matrix_rank(low) == k).all()
    error = torch.linalg.norm(a - low, dim=(-2, -1))  # the least that rank k allows
    torch.testing.assert_close(error, (s[..., k:] ** 2).sum(-1).sqrt())


@says(
    "tensors/math_ops/linalg_norm",
    "Without arguments the square root of the sum of squares.",
    "`vector_norm` with `dim=1` gives one length a row; `ord=1` adds absolute values,"
    " `ord=torch.inf` takes the largest.",
)
@pytest.mark.parametrize("shape", [(4,), (3, 4), (2, 3, 4)])
def test_norm(shape):
    x = torch.randn(shape, dtype=torch.float64)
    length = math.sqrt(sum(v * v for v in x.flatten().tolist()))
    assert torch.linalg.norm(x).item() == pytest.approx(length)
    assert torch.linalg.vector_norm(x).item() == pytest.approx(length)
    rows = torch.randn(3, 4, dtype=torch.float64)
    for order, by_hand in [
        (2, (rows**2).sum(1).sqrt()),
        (1, rows.abs().sum(1)),
        (torch.inf, rows.abs().amax(1)),
    ]:
        torch.testing.assert_close(torch.linalg.vector_norm(rows, ord=order, dim=1), by_hand)


@says("tensors/math_ops/linalg_norm", "`torch.norm` is deprecated.")
def test_norm_is_deprecated():
    assert "torch.norm is deprecated" in inspect.getdoc(torch.norm)


@says(
    "tensors/math_ops/linalg_norm",
    "For unit rows `F.normalize`: a row of zeros divided by its length is `nan`.",
)
def test_unit_rows():
    x = torch.randn(4, 3)
    x[2] = 0
    lengths = F.normalize(x, dim=1).norm(dim=1)
    torch.testing.assert_close(lengths, torch.tensor([1.0, 1.0, 0.0, 1.0]))
    assert (x / x.norm(dim=1, keepdim=True))[2].isnan().all()


@says(
    "tensors/math_ops/einops_rearrange",
    "The pattern names the dimensions, and a size that does not fit is an error.",
    "Parentheses split and join.",
    "Beside it `einsum` is for products.",
)
def test_einops():
    einops = library("einops")
    x = torch.rand(2, 6, 4)
    found = einops.rearrange(x, "b (h d) n -> b h n d", h=3)
    assert found.equal(x.unflatten(1, (3, 2)).transpose(2, 3))
    assert einops.rearrange(found, "b h n d -> b (h d) n").equal(x)
    for pattern, sizes in [("b (h d) n -> b h n d", {"h": 4}), ("b n -> n b", {})]:
        with pytest.raises(einops.EinopsError):
            einops.rearrange(x, pattern, **sizes)
    product = torch.einsum("bdn,bdm->bnm", x, x)
    torch.testing.assert_close(product, x.mT @ x)
