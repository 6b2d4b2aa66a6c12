"""What the sentences of tensors/linear_algebra say, and its formulas."""

import itertools
import math

import numpy as np
import pytest
import scipy.linalg
import torch
from support import says

RNG = np.random.default_rng(0)
A = torch.from_numpy(RNG.standard_normal((4, 4)))
SPD = A @ A.T + torch.eye(4)
TALL = torch.from_numpy(RNG.standard_normal((6, 3)))
B = torch.from_numpy(RNG.standard_normal((4, 2)))


@says(
    "tensors/linear_algebra/det",
    "That of a large matrix overflows or vanishes: `slogdet` gives the sign and the logarithm of "
    "the absolute value.",
    "`logdet` is `nan` where the determinant is negative.",
    "A singular matrix has 0, up to rounding.",
)
@pytest.mark.parametrize("seed", range(4))
def test_determinants(seed):
    x = np.random.default_rng(seed).standard_normal((3, 3))
    expected = sum(
        (-1) ** sum(p[i] > p[j] for i in range(3) for j in range(i + 1, 3))
        * math.prod(x[i, p[i]] for i in range(3))
        for p in itertools.permutations(range(3))
    )
    t = torch.from_numpy(x)
    assert math.isclose(t.det(), expected)
    sign, log = t.slogdet()
    assert sign == np.sign(expected)
    assert math.isclose(log, math.log(abs(expected)))
    assert t.logdet().isnan() == (expected < 0)
    t[2] = t[0] + t[1]
    assert t.det().abs() < 1e-12
    for scale, gone in ((0.01, 0.0), (100.0, torch.inf)):
        large = scale * torch.eye(50)
        assert large.det() == gone
        assert math.isclose(large.slogdet().logabsdet, 50 * math.log(scale), rel_tol=1e-5)


@says(
    "tensors/linear_algebra/cholesky",
    "A = L Lᵀ with L lower triangular.",
    "The test whether a symmetric matrix is positive definite, of which it reads the lower "
    "triangle: `cholesky_ex` gives an `info` above 0 instead of an error.",
    "`cholesky_solve` solves with the factor.",
)
def test_cholesky():
    L = torch.linalg.cholesky(SPD)
    assert L.equal(L.tril())
    torch.testing.assert_close(L @ L.mT, SPD)
    np.testing.assert_allclose(torch.cholesky_solve(B, L), np.linalg.solve(SPD, B))
    low = torch.linalg.eigvalsh(SPD).min()
    for shift in (0.5, 1.5):  # the smallest eigenvalue above 0, below 0
        matrix = SPD - shift * low * torch.eye(4)
        assert (torch.linalg.cholesky_ex(matrix).info > 0) == (shift > 1)
    other = SPD + torch.ones(4, 4).triu(diagonal=1)
    assert torch.linalg.cholesky(other).equal(L)


@says(
    "tensors/linear_algebra/cholesky",
    "A covariance that fails by rounding gets a small number on its diagonal.",
)
def test_jitter():
    x = torch.arange(30.0)
    cov = (-((x[:, None] - x) ** 2) / 200).exp()
    assert torch.linalg.cholesky_ex(cov).info > 0
    assert torch.linalg.cholesky_ex(cov + 1e-4 * torch.eye(30)).info == 0


@says(
    "tensors/linear_algebra/qr",
    "A = Q R.",
    '`mode="reduced"` (default) gives as many columns as needed, `"complete"` a square Q, `"r"` R '
    "alone.",
    "The signs of R's diagonal are not fixed: multiply by them for a Q that is unique.",
    "A random orthogonal matrix is the Q of a random matrix.",
)
def test_qr():
    Q, R = torch.linalg.qr(TALL)
    torch.testing.assert_close(Q @ R, TALL)
    torch.testing.assert_close(Q.mT @ Q, torch.eye(3).double())
    assert R.equal(R.triu())
    assert Q.shape == (6, 3)
    assert torch.linalg.qr(TALL, mode="complete").Q.shape == (6, 6)
    alone = torch.linalg.qr(TALL, mode="r")
    assert alone.Q.numel() == 0
    torch.testing.assert_close(alone.R, R)
    # The other signs are a factorisation as well; Gram-Schmidt is the one with a positive diagonal.
    flip = torch.tensor([1.0, -1.0, 1.0]).double()
    torch.testing.assert_close((Q * flip) @ (flip[:, None] * R), TALL)
    columns = []
    for column in TALL.T:
        for other in columns:
            column = column - (column @ other) * other
        columns.append(column / column.norm())
    torch.testing.assert_close(Q * R.diagonal().sign(), torch.stack(columns, dim=1))
    square = torch.linalg.qr(A).Q
    torch.testing.assert_close(square @ square.mT, torch.eye(4).double())


@says(
    "tensors/linear_algebra/lstsq",
    "More equations than unknowns: the smallest sum of squared residuals.",
    "`b` has one column for a problem, or is a vector.",
    "The default driver of the CPU, `gelsy`, copes with columns that depend on each other, and "
    "leaves `residuals` empty; `gels` gives them and wants full rank.",
)
@pytest.mark.parametrize("columns", [1, 2])
def test_lstsq(columns):
    b = torch.from_numpy(RNG.standard_normal((6, columns)))
    found = torch.linalg.lstsq(TALL, b)
    expected, residuals, *_ = np.linalg.lstsq(TALL.numpy(), b.numpy(), rcond=None)
    np.testing.assert_allclose(found.solution, expected)
    assert found.residuals.numel() == 0
    np.testing.assert_allclose(torch.linalg.lstsq(TALL, b, driver="gels").residuals, residuals)
    for column in range(columns):
        alone = torch.linalg.lstsq(TALL, b[:, column].unsqueeze(1)).solution
        torch.testing.assert_close(alone[:, 0], found.solution[:, column])
    best = (TALL @ found.solution - b).square().sum()
    for _ in range(20):
        other = found.solution + 0.1 * torch.randn_like(found.solution)
        assert (TALL @ other - b).square().sum() > best
    twice = torch.cat([TALL, TALL[:, :1]], dim=1)
    again = torch.linalg.lstsq(twice, b)
    torch.testing.assert_close(twice @ again.solution, TALL @ found.solution)
    bad = torch.linalg.lstsq(torch.ones(6, 2), b.float(), driver="gels").solution
    assert not bad.isfinite().all() or bad.abs().max() > 1e4
    vector = torch.linalg.lstsq(TALL, b[:, 0]).solution
    torch.testing.assert_close(vector, found.solution[:, 0])


@says(
    "tensors/linear_algebra/pinv_rank",
    "`cond` is the largest singular value by the smallest: with 10^k expect to lose k of the "
    "digits, and float32 has seven.",
    "`matrix_rank` counts the singular values above a tolerance, which `rtol` sets.",
    "`pinv` inverts those and drops the rest.",
)
@pytest.mark.parametrize("k", [1, 3, 5])
def test_condition(k):
    U, V = torch.linalg.qr(A).Q, torch.linalg.qr(A.mT).Q
    S = torch.logspace(0, -k, 4, dtype=torch.float64)
    matrix = U @ S.diag() @ V
    assert math.isclose(torch.linalg.cond(matrix), 10.0**k, rel_tol=1e-6)
    x = torch.ones(4, dtype=torch.float64)
    found = torch.linalg.solve(matrix.float(), (matrix @ x).float())
    error = (found - 1).abs().max()
    assert error < 10.0 ** (k - 6)
    assert error > 10.0 ** (k - 9)
    assert -math.log10(torch.finfo(torch.float32).eps) // 1 == 6  # and a part of the seventh
    rtol = 10 ** (-k / 2)
    kept = torch.linalg.matrix_rank(matrix, rtol=rtol)
    assert kept == (rtol < S).sum() == 2
    inverse = torch.where(rtol < S, 1 / S, 0.0)
    expected = V.mT @ inverse.diag() @ U.mT
    torch.testing.assert_close(torch.linalg.pinv(matrix, rtol=rtol), expected)


@says(
    "tensors/linear_algebra/lu",
    "A = P L U, for any square matrix.",
    "`lu_factor` keeps it packed with its pivots, for `lu_solve` with one right side after "
    "another; `lu` unpacks, and takes singular ones too.",
    "`solve_triangular` wants `upper=`, and reads that triangle alone.",
    "For positive definite matrices take `cholesky`, for symmetric ones `ldl_factor`.",
)
@pytest.mark.parametrize("matrix", [A, SPD, torch.zeros(4, 4).double(), A + A.mT])
def test_lu(matrix):
    P, L, U = torch.linalg.lu(matrix)
    torch.testing.assert_close(P @ L @ U, matrix)
    assert L.equal(L.tril())
    assert U.equal(U.triu())
    if not matrix.any():
        with pytest.raises(RuntimeError, match="is zero"):
            torch.linalg.lu_factor(matrix)
    LU, pivots = torch.linalg.lu_factor(A)
    torch.testing.assert_close(LU, torch.linalg.lu(A).U + torch.linalg.lu(A).L.tril(-1))
    for b in (B, 2 * B):
        np.testing.assert_allclose(torch.linalg.lu_solve(LU, pivots, b), np.linalg.solve(A, b))
    expected = scipy.linalg.solve_triangular(A.numpy(), B.numpy())
    np.testing.assert_allclose(torch.linalg.solve_triangular(A, B, upper=True), expected)
    with pytest.raises(TypeError):
        torch.linalg.solve_triangular(A, B)
    symmetric = A + A.mT
    LD, pivots = torch.linalg.ldl_factor(symmetric)
    found = torch.linalg.ldl_solve(LD, pivots, B)
    np.testing.assert_allclose(found, np.linalg.solve(symmetric, B))


@says(
    "tensors/linear_algebra/matrix_power",
    "`A ** 3` powers each element; `matrix_power(A, 3)` is `A @ A @ A`, and -1 the inverse.",
    "Both take batches.",
)
@pytest.mark.parametrize("matrix", [A, SPD])
def test_matrix_power(matrix):
    assert (matrix**3).equal(torch.stack([v**3 for v in matrix.flatten()]).reshape(4, 4))
    torch.testing.assert_close(torch.linalg.matrix_power(matrix, 3), matrix @ matrix @ matrix)
    torch.testing.assert_close(torch.linalg.matrix_power(matrix, -1), matrix.inverse())
    series = sum(
        torch.linalg.matrix_power(matrix / 9, k) / float(math.factorial(k)) for k in range(30)
    )
    torch.testing.assert_close(torch.linalg.matrix_exp(matrix / 9), series)
    batch = torch.stack([matrix, A])
    for function in (lambda x: torch.linalg.matrix_power(x, 2), torch.linalg.matrix_exp):
        torch.testing.assert_close(function(batch)[1], function(A))


@says(
    "tensors/linear_algebra/matrix_power",
    "`matrix_exp` solves x' = A x: the state after time t is `matrix_exp(t * A) @ x`, and of a "
    "skew-symmetric matrix it is a rotation.",
)
def test_matrix_exp():
    x = torch.ones(4, dtype=torch.float64)
    at = lambda t: torch.linalg.matrix_exp(t * A) @ x  # noqa: E731
    slope = (at(0.3 + 1e-5) - at(0.3 - 1e-5)) / 2e-5
    torch.testing.assert_close(slope, A @ at(0.3), rtol=1e-6, atol=1e-6)
    turn = torch.linalg.matrix_exp(A - A.mT)
    torch.testing.assert_close(turn @ turn.mT, torch.eye(4).double())
    torch.testing.assert_close(turn.det(), torch.tensor(1.0).double())


@says(
    "tensors/linear_algebra/vector_products",
    "`dot` takes two vectors and does not broadcast; `linalg.vecdot` takes batches along `dim`.",
    "`vdot` and `vecdot` conjugate the first, `dot` does not.",
    "`mv` is matrix times vector, `inner` sums over the last dimension of both.",
    "`linalg.cross` is for three numbers along `dim=-1`.",
)
def test_vector_products():
    for a, b in ((torch.ones(3), torch.ones(1)), (torch.ones(2, 3), torch.ones(2, 3))):
        with pytest.raises(RuntimeError):
            torch.dot(a, b)
    x, y = TALL.mT, TALL.mT.flip(0)
    torch.testing.assert_close(torch.linalg.vecdot(x, y), (x * y).sum(dim=-1))
    torch.testing.assert_close(torch.linalg.vecdot(x, y, dim=0), (x * y).sum(dim=0))
    z = torch.complex(A[0], A[1])
    w = torch.complex(A[2], A[3])
    torch.testing.assert_close(torch.dot(z, w), (z * w).sum())
    torch.testing.assert_close(torch.vdot(z, w), (z.conj() * w).sum())
    torch.testing.assert_close(torch.linalg.vecdot(z, w), (z.conj() * w).sum())
    torch.testing.assert_close(torch.mv(A, B[:, 0]), (A * B[:, 0]).sum(dim=1))
    np.testing.assert_allclose(torch.inner(A, SPD), np.inner(A.numpy(), SPD.numpy()))
    np.testing.assert_allclose(
        torch.linalg.cross(TALL, TALL + 1), np.cross(TALL.numpy(), TALL.numpy() + 1)
    )
    with pytest.raises(RuntimeError):
        torch.linalg.cross(A, A)


@says(
    "tensors/linear_algebra/addmm",
    "`addmm(c, a, b, beta=…, alpha=…)` is `beta * c + alpha * a @ b`; `c` broadcasts.",
    "It is what `Linear` computes.",
    "`baddbmm` is for batches, `addbmm` also sums over the batch, `addmv` takes a vector and "
    "`addr` adds an outer product.",
    "With `beta=0` what is in `c` does not count, `nan` included.",
)
def test_addmm():
    c = B[0]
    expected = 2 * c + 3 * A @ B
    torch.testing.assert_close(torch.addmm(c, A, B, beta=2, alpha=3), expected)
    layer = torch.nn.Linear(4, 2).double()
    torch.testing.assert_close(layer(A), torch.addmm(layer.bias, A, layer.weight.mT))
    batch, other = torch.stack([A, SPD]), torch.stack([B, B])
    torch.testing.assert_close(torch.baddbmm(c, batch, other), c + batch @ other)
    torch.testing.assert_close(torch.addbmm(c, batch, other), c + (batch @ other).sum(dim=0))
    torch.testing.assert_close(torch.addmv(A[0], A, B[:, 0]), A[0] + A @ B[:, 0])
    torch.testing.assert_close(torch.addr(A, A[0], A[1]), A + A[0][:, None] * A[1])
    nothing = torch.full((2,), math.nan).double()
    torch.testing.assert_close(torch.addmm(nothing, A, B, beta=0), A @ B)


@says(
    "tensors/linear_algebra/tensordot_kron",
    "`tensordot(a, b, dims=n)` sums over the last n of `a` and the first n of `b`, or over the two "
    "lists.",
    "`kron` puts `a[i, j] * b` in block (i, j).",
    "`einsum` says most of it by letters.",
)
@pytest.mark.parametrize("n", [1, 2])
def test_tensordot(n):
    a, b = torch.rand(2, 3, 4), torch.rand(3, 4, 5)
    b = b if n == 2 else b.transpose(0, 1)
    letters = {1: "ijk,klm->ijlm", 2: "ijk,jkl->il"}[n]
    torch.testing.assert_close(torch.tensordot(a, b, dims=n), torch.einsum(letters, a, b))
    lists = torch.tensordot(torch.rand(2, 3), torch.rand(4, 3, 2), dims=([0, 1], [2, 1]))
    assert lists.shape == (4,)
    found = torch.kron(A, B)
    for i in range(4):
        for j in range(4):
            assert found[4 * i : 4 * i + 4, 2 * j : 2 * j + 2].equal(A[i, j] * B)
    np.testing.assert_allclose(found, np.kron(A, B))


@says(
    "tensors/linear_algebra/tensordot_kron",
    "`multi_dot` multiplies a chain of matrices in the order that costs least.",
)
def test_multi_dot():
    from torch.utils.flop_counter import FlopCounterMode

    chain = [torch.ones(10, 100), torch.ones(100, 5), torch.ones(5, 50)]
    counts = []
    for product in (
        lambda: torch.linalg.multi_dot(chain),
        lambda: (chain[0] @ chain[1]) @ chain[2],
        lambda: chain[0] @ (chain[1] @ chain[2]),
    ):
        with FlopCounterMode(display=False) as counter:
            product()
        counts.append(counter.get_total_flops())
    assert counts[0] == counts[1] < counts[2]


@says(
    "tensors/linear_algebra/low_rank",
    "The random projections are exact where the rest is 0, and need a seed.",
    "`pca_lowrank` centres the columns first: `(x - x.mean(0)) @ V` are the components.",
    "`lobpcg` finds some eigenvalues of a large symmetric matrix.",
)
def test_low_rank():
    torch.manual_seed(0)
    noisy = torch.randn(50, 30, dtype=torch.float64)
    x = noisy[:, :3] @ torch.randn(3, 30, dtype=torch.float64) + 2
    V = torch.pca_lowrank(x, q=3)[2]
    centred = x - x.mean(0)
    true = torch.linalg.svd(centred, full_matrices=False)
    torch.testing.assert_close((centred @ V).abs(), (true.U * true.S)[:, :3].abs())
    S = torch.svd_lowrank(x, q=4)[1]
    torch.testing.assert_close(S, torch.linalg.svdvals(x)[:4])
    torch.manual_seed(1)
    first = torch.svd_lowrank(noisy, q=4)[1]
    assert not torch.svd_lowrank(noisy, q=4)[1].equal(first)
    torch.manual_seed(1)
    assert torch.svd_lowrank(noisy, q=4)[1].equal(first)
    matrix = noisy @ noisy.T
    found = torch.lobpcg(matrix, k=2)[0]
    torch.testing.assert_close(found, torch.linalg.eigvalsh(matrix).flip(0)[:2], rtol=1e-3, atol=0)
