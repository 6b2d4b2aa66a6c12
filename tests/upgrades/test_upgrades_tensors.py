"""What the entries on tensor functions say, against NumPy or the messages of torch itself."""

import warnings

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from old_calls import message_of, warnings_of
from support import says

SEEDS = range(4)
X = torch.arange(4.0)


def matrix(seed, rows=3, columns=3):
    return torch.randn(
        rows, columns, generator=torch.Generator().manual_seed(seed), dtype=torch.float64
    )


def close(x, array):
    np.testing.assert_allclose(x.resolve_conj().numpy(), array, atol=1e-9)


@says(
    "upgrades/tensors/solve_and_lstsq",
    "linalg, with the arguments turned round.",
    "`torch.solve(b, A)` and `torch.lstsq(b, A)` took the right-hand side first, and raise today.",
    "In `torch.linalg` the matrix comes first.",
    "`torch.solve` gave the LU factors as well: take `torch.linalg.lu_factor`.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_solve_and_lstsq(seed):
    A, b = matrix(seed), matrix(seed + 9, columns=1)
    solve, lstsq = message_of(lambda: torch.solve(b, A)), message_of(lambda: torch.lstsq(b, A))
    assert "has its arguments reversed and does not return the LU factorization" in solve
    assert "X = torch.solve(B, A).solution should be replaced with" in solve
    assert "has reversed arguments" in lstsq
    close(torch.linalg.solve(A, b), np.linalg.solve(A, b))
    close(torch.linalg.lstsq(A[:, :2], b).solution, np.linalg.lstsq(A[:, :2], b, rcond=None)[0])
    P, L, U = torch.lu_unpack(*torch.linalg.lu_factor(A))
    close(P @ L @ U, A)


@says(
    "upgrades/tensors/symeig_and_eig",
    "eigh reads the lower triangle, eig is complex.",
    "Both raise today.",
    "`torch.symeig` read the upper triangle by default, `torch.linalg.eigh` reads the lower one: "
    "that is the same for a symmetric matrix (a complex one has to be Hermitian), else pass "
    '`UPLO="U"`.',
    "`torch.linalg.eig` gives complex numbers, not pairs of real ones.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_symeig_and_eig(seed):
    A = matrix(seed)
    told = message_of(lambda: torch.symeig(A))
    assert "from using the upper triangular portion of the matrix by default to using the" in told
    assert "complex tensors" in message_of(lambda: torch.eig(A))
    close(torch.linalg.eigvalsh(A), np.linalg.eigvalsh(np.tril(A) + np.tril(A, -1).T))
    close(torch.linalg.eigvalsh(A, UPLO="U"), np.linalg.eigvalsh(np.triu(A) + np.triu(A, 1).T))
    S = A + A.T
    close(torch.linalg.eigvalsh(S), torch.linalg.eigvalsh(S, UPLO="U"))
    C = torch.complex(S, A - A.T)  # Hermitian, then symmetric
    for Z, same in ((C, True), (torch.complex(S, A @ A.T), False)):
        values, vectors = torch.linalg.eigh(Z, UPLO="U")
        lower, basis = torch.linalg.eigh(Z)
        again = [(V * x) @ V.mH for x, V in ((values, vectors), (lower, basis))]
        assert torch.allclose(*again) == same
    assert torch.linalg.eig(A).eigenvalues.shape == (3,)
    assert torch.linalg.eig(A).eigenvalues.is_complex()


@says(
    "upgrades/tensors/qr_and_cholesky",
    "removed, in linalg under the same name.",
    "Both raise today.",
    '`some=False` of `torch.qr` is `mode="complete"`.',
    "`upper=True` of `torch.cholesky` stays: it reads the upper triangle.",
    "The adjoint of the lower factor, `.mH`, comes from the lower one.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_qr_and_cholesky(seed):
    A = matrix(seed, columns=2)
    S = A.T @ A + torch.eye(2)
    told = message_of(lambda: torch.qr(A))
    assert "is now removed" in told
    assert 'mode="complete"' in told.replace("'", '"')
    told = message_of(lambda: torch.cholesky(S, upper=True))
    assert "is now removed" in told
    assert "U = torch.linalg.cholesky(A).mH" in told
    Q, R = torch.linalg.qr(A, mode="complete")
    assert Q.shape == (3, 3)
    close(Q @ R, A)
    L = torch.linalg.cholesky(S)
    close(L, np.linalg.cholesky(S))
    close(torch.linalg.cholesky(S.triu(), upper=True), L.mH)
    close(torch.linalg.cholesky(S.tril()).mH, L.mH)
    assert not torch.allclose(torch.linalg.cholesky(S.triu()).mH, L.mH)


@says(
    "upgrades/tensors/svd_v_transposed",
    "`torch.svd` still works, with no warning.",
    "`torch.linalg.svd` returns `Vh`, the adjoint of `V`: a call that is only renamed multiplies "
    "with the wrong factor, and on a square matrix raises nothing.",
    "Its `full_matrices` is True by default; `torch.svd` had `some=True`, which is "
    "`full_matrices=False`.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_svd(seed):
    A = matrix(seed)
    assert not warnings_of(lambda: torch.svd(A))
    U, S, V = torch.linalg.svd(A)
    assert not torch.allclose(U @ S.diag() @ V.mH, A)
    close(U @ S.diag() @ V, A)
    for shape in ((2, 3), (3, 2)):
        U, S, V = torch.linalg.svd(matrix(seed, *shape))
        assert "cannot be multiplied" in message_of(
            lambda p=(U, S, V): p[0] @ p[1].diag() @ p[2].mH
        )
    tall = matrix(seed, rows=5)
    assert torch.linalg.svd(tall).U.shape == (5, 5)
    assert torch.linalg.svd(tall, full_matrices=False).U.shape == torch.svd(tall).U.shape == (5, 3)
    assert torch.svd(tall, some=False).U.shape == (5, 5)
    close(torch.svd(tall).V.mH, torch.linalg.svd(tall).Vh)


@says(
    "upgrades/tensors/lu_and_triangular",
    "They warn and are to be removed; `torch.matrix_rank` raises.",
    "Of a singular matrix `lu_factor` raises and `torch.lu` does not: take `lu_factor_ex`.",
    "`linalg.lu_solve` takes the factors first, `solve_triangular` takes the matrix first and "
    "wants `upper` named; `transpose=True` is `A.mT`, with `upper` turned round.",
    "`multi_dot` takes a list.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_lu_and_triangular(seed):
    A, b = matrix(seed), matrix(seed + 9, columns=1)
    LU, pivots = torch.linalg.lu_factor(A)
    old = {
        "lu": lambda: torch.lu(A),
        "lu_solve": lambda: torch.lu_solve(b, LU, pivots),
        "triangular_solve": lambda: torch.triangular_solve(b, A),
        "chain_matmul": lambda: torch.chain_matmul(A, A, b),
    }
    for name, call in old.items():
        (told,) = warnings_of(call)
        assert f"torch.{name} is deprecated" in told
        assert "removed in a future PyTorch release" in told
    message_of(lambda: torch.matrix_rank(A))
    close(torch.linalg.lu_solve(LU, pivots, b), np.linalg.solve(A, b))
    close(
        torch.linalg.solve_triangular(A, b, upper=True),
        np.linalg.solve(np.triu(A), b),
    )
    message_of(lambda: torch.linalg.solve_triangular(A, b), TypeError)
    singular = A.clone()
    singular[:, seed % 3] = 0
    message_of(lambda: torch.linalg.lu_factor(singular))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        close(torch.linalg.lu_factor_ex(singular).LU, torch.lu(singular)[0])
        old = torch.triangular_solve(b, A, transpose=True)[0]
        lower = torch.triangular_solve(b, A, upper=False, transpose=True)[0]
    close(torch.linalg.solve_triangular(A.mT, b, upper=False), old)
    close(torch.linalg.solve_triangular(A.mT, b, upper=True), lower)
    close(torch.linalg.multi_dot([A, A, b]), A.numpy() @ A.numpy() @ b.numpy())


@says(
    "upgrades/tensors/norm_of_a_matrix",
    "`torch.norm` and `x.norm()` still work and warn of nothing.",
    "`torch.norm(A, p=2)` is the root of the sum of squares of all elements; "
    "`torch.linalg.norm(A, ord=2)` is the largest singular value.",
    "`torch.linalg.vector_norm` means what the old call meant: a number `p` is `ord`, "
    '`"fro"`, the default, is 2.',
    'It takes no `"nuc"`: that is `matrix_norm`.',
)
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("p", [1, 2, 3, float("inf")])
def test_norm(seed, p):
    A = matrix(seed)
    assert not warnings_of(lambda: (torch.norm(A, p=p), A.norm()))
    close(torch.norm(A, p=2), np.sqrt((A.numpy() ** 2).sum()))
    close(torch.linalg.norm(A, ord=2), np.linalg.svd(A)[1].max())
    flat = np.linalg.norm(A.numpy().ravel(), ord=p)
    close(torch.norm(A, p=p), flat)
    close(torch.linalg.vector_norm(A, ord=p), flat)
    for frobenius in (torch.norm(A), torch.norm(A, p="fro")):
        close(frobenius, torch.linalg.vector_norm(A, ord=2))
    message_of(lambda: torch.linalg.vector_norm(A, ord="nuc"), TypeError)
    close(torch.norm(A, p="nuc"), torch.linalg.matrix_norm(A, ord="nuc"))


@says(
    "upgrades/tensors/range_to_arange",
    "`torch.range` includes an end that its steps meet, and warns; `torch.arange` stops before "
    "it, as Python's `range`.",
    "With whole numbers the new end is `end + 1`, with a negative step `end - 1`; `end + step` "
    "gives one number too many where no step meets the end.",
    "From whole numbers `torch.range` makes float32, `torch.arange` int64.",
)
@given(start=st.integers(-9, 9), length=st.integers(1, 9), step=st.integers(1, 4))
def test_range(start, length, step):
    end = start + length
    (told,) = warnings_of(lambda: torch.range(start, end))
    assert "torch.range is deprecated" in told
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        old = torch.range(start, end)
    assert old.tolist() == list(range(start, end + 1))
    assert torch.arange(start, end).tolist() == list(range(start, end))
    assert (old.dtype, torch.arange(start, end).dtype) == (torch.float32, torch.int64)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        up, down = torch.range(start, end, step), torch.range(end, start, -step)
    assert up.tolist() == torch.arange(start, end + 1, step).tolist()
    assert down.tolist() == torch.arange(end, start - 1, -step).tolist()
    missed = length % step != 0
    assert (up[-1] == end) == (not missed)
    assert len(torch.arange(start, end + step, step)) == len(up) + missed


@says(
    "upgrades/tensors/t_of_three_dimensions",
    "`x.T` turns all dimensions round.",
    "On other than two it warns and is to raise.",
)
@pytest.mark.parametrize("shape", [(5,), (2, 3, 4), (2, 3, 4, 5), (1, 2), (4, 3)])
def test_t(shape):
    x = torch.arange(torch.Size(shape).numel()).reshape(shape)
    told = warnings_of(lambda: x.T)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        np.testing.assert_array_equal(x.T, x.numpy().transpose())
    assert len(told) == (len(shape) != 2)
    assert all("will throw an error in a future release" in text for text in told)


@says(
    "upgrades/tensors/byte_masks",
    "Old code that makes masks with `.byte()`, or computes with them, breaks: `x[mask.byte()]` "
    "warns, `x[mask.byte()] = 0`, `masked_fill` and `masked_select` with it raise, as does "
    "`1 - mask`, and `~` of a uint8 mask turns its bits over, 1 into 254, which counts as true.",
)
def test_byte_masks():
    mask = X > 1
    (told,) = warnings_of(lambda: X[mask.byte()])
    assert "use a dtype torch.bool instead" in told
    message_of(lambda: 1 - mask, NotImplementedError)
    message_of(lambda: X.clone().__setitem__(mask.byte(), 0))
    message_of(lambda: X.masked_fill(mask.byte(), 0.0))
    message_of(lambda: X.masked_select(mask.byte()))
    assert (~mask.byte()).tolist() == [255 ^ int(value) for value in mask]
    assert (~mask.byte()).bool().all()


@says(
    "upgrades/tensors/division_of_integers",
    "Today `/` gives floats, and nothing is said.",
    "`//` rounds down, which differs where the result is negative and not whole.",
    "`/=` and `addcdiv` of integers raise.",
)
@given(a=st.integers(-99, 99), b=st.integers(-9, 9).filter(bool))
def test_division(a, b):
    x, y = torch.tensor([a]), torch.tensor([b])
    assert not warnings_of(lambda: x / y)
    assert (x / y).dtype == torch.float32
    assert (x // y).item() == a // b
    cut = torch.div(x, y, rounding_mode="trunc").item()
    assert cut == int(a / b)
    assert (cut != a // b) == (a * b < 0 and a % b != 0)
    message_of(lambda: x.div_(y))
    with pytest.raises(RuntimeError, match="can't be cast"):
        x /= y
    message_of(lambda: torch.addcdiv(x, x, y))


@says(
    "upgrades/tensors/scalar_before_tensor",
    "The number before the tensor still works and warns.",
    "Today it stands behind, as `alpha=` of `add` and `sub`, as `value=` of `addcmul` and "
    "`addcdiv`, and as `beta=` of `addmm`.",
)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (lambda x: torch.add(x, 3, x), lambda x: torch.add(x, x, alpha=3)),
        (lambda x: x.clone().add_(3, x), lambda x: x.clone().add_(x, alpha=3)),
        (lambda x: torch.sub(x, 3, x), lambda x: torch.sub(x, x, alpha=3)),
        (lambda x: torch.addcmul(x, 3, x, x), lambda x: torch.addcmul(x, x, x, value=3)),
        (lambda x: torch.addcdiv(x, 3, x, x + 1), lambda x: torch.addcdiv(x, x, x + 1, value=3)),
        (lambda x: torch.addmm(3, x, x, x), lambda x: torch.addmm(x, x, x, beta=3)),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_scalar_before_tensor(old, new):
    x = matrix(0)
    assert "is deprecated" in warnings_of(lambda: old(x))[0]
    assert not warnings_of(lambda: new(x))
    assert torch.equal(old(x), new(x))


@says(
    "upgrades/tensors/fft_and_stft",
    "`torch.fft` is a module today: calling it raises, and `torch.rfft`, `ifft` and `irfft` are "
    "gone.",
)
@pytest.mark.parametrize("name", ["rfft", "ifft", "irfft"])
def test_fft(name):
    assert not hasattr(torch, name)
    assert "'module' object is not callable" in message_of(lambda: torch.fft(X, 1), TypeError)
    close(getattr(torch.fft, name)(X.double()), getattr(np.fft, name)(X.numpy()))


@says(
    "upgrades/tensors/default_tensor_type",
    'Its types on the CPU are `torch.set_default_dtype`; `"torch.cuda.FloatTensor"` is '
    '`torch.set_default_device("cuda")`, which moves new tensors to the GPU.',
)
@pytest.mark.parametrize("dtype", [torch.float64, torch.float16])
def test_default_tensor_type(dtype):
    (told,) = warnings_of(lambda: torch.set_default_tensor_type(torch.FloatTensor))
    assert "torch.set_default_dtype() and torch.set_default_device() as alternatives" in told
    try:
        torch.set_default_dtype(dtype)
        assert torch.ones(1).dtype == dtype
        torch.set_default_device("meta")
        assert torch.ones(1).device.type == "meta"
    finally:
        torch.set_default_dtype(torch.float32)
        torch.set_default_device(None)


@says(
    "upgrades/tensors/grid_and_cross",
    "Both warn.",
    '`torch.meshgrid(x, y)` is `indexing="ij"`, with rows first; NumPy\'s default is `"xy"`.',
    "`torch.cross` without `dim` takes the first dimension of size 3, `torch.linalg.cross` the "
    "last dimension: on a 3 × 3 tensor the two differ.",
)
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_grid_and_cross(seed):
    x, y = torch.arange(2), torch.arange(seed + 3)
    a, b = matrix(seed), matrix(seed + 9)
    assert "torch.meshgrid" in warnings_of(lambda: torch.meshgrid(x, y))[0]
    assert "torch.cross without specifying the dim" in warnings_of(lambda: torch.cross(a, b))[0]
    close(torch.meshgrid(x, y)[0], np.meshgrid(x, y, indexing="ij")[0])
    close(torch.meshgrid(x, y, indexing="xy")[0], np.meshgrid(x, y)[0])
    close(torch.cross(a, b), np.cross(a, b, axis=0))
    close(torch.linalg.cross(a, b), np.cross(a, b))
    assert not torch.allclose(torch.cross(a, b), torch.linalg.cross(a, b))


@says(
    "upgrades/tensors/renamed",
    "`torch.ger` is `torch.outer`.",
    "`torch.testing.assert_allclose` is `assert_close`, which looks at the dtype as well, and "
    "refuses NaN unless told `equal_nan=True`.",
    "`x.resize(…)` is `reshape`, `x.storage()` is `x.untyped_storage()`, whose length and "
    "positions count bytes.",
    "`sample_n(n)` of a distribution is `sample((n,))`.",
)
@pytest.mark.filterwarnings("ignore")
def test_renamed():
    assert torch.equal(torch.ger(X, X), torch.outer(X, X))
    torch.testing.assert_allclose(X.double(), X)
    message_of(lambda: torch.testing.assert_close(X.double(), X), AssertionError)
    assert torch.equal(X.resize(2, 2), X.reshape(2, 2))
    nan = torch.tensor([float("nan"), 1.0])
    torch.testing.assert_allclose(nan, nan.clone())
    message_of(lambda: torch.testing.assert_close(nan, nan.clone()), AssertionError)
    torch.testing.assert_close(nan, nan.clone(), equal_nan=True)
    assert X.storage().data_ptr() == X.untyped_storage().data_ptr()
    assert (len(X.storage()), len(X.untyped_storage())) == (4, 16)
    assert X.storage().tolist() == X.tolist()
    assert X.untyped_storage().tolist() == list(X.numpy().tobytes())
    normal = torch.distributions.Normal(0.0, 1.0)
    torch.manual_seed(0)
    old = normal.sample_n(3)
    torch.manual_seed(0)
    assert torch.equal(old, normal.sample((3,)))
