"""What the sentences of tensors/patterns say."""

import itertools

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says

sizes, offsets = st.integers(1, 4), st.integers(-3, 3)


@says(
    "tensors/patterns/tril_triu",
    "`diagonal=1` moves the border up, `-1` down.",
    "`tril_indices` gives rows and columns as a (2, m) tensor, to fill a triangle from a vector.",
    "`tril_` and `triu_` write in place; batches of matrices are taken too.",
)
@given(rows=sizes, columns=sizes, offset=offsets)
def test_triangles(rows, columns, offset):
    x = torch.arange(1, 2 * rows * columns + 1).reshape(2, rows, columns)
    for name in ("tril", "triu"):
        expected = getattr(np, name)(x.numpy(), k=offset)
        assert getattr(x, name)(diagonal=offset).tolist() == expected.tolist()
        copy = x.clone()
        assert getattr(copy, f"{name}_")(diagonal=offset) is copy
        assert copy.tolist() == expected.tolist()
    places = torch.tril_indices(rows, columns, offset=offset)
    assert places.shape[0] == 2
    filled = torch.zeros(rows, columns, dtype=torch.int64)
    filled[places[0], places[1]] = x[0][places[0], places[1]]
    assert filled.equal(x[0].tril(diagonal=offset))


@says(
    "tensors/patterns/tril_triu",
    "`torch.ones(n, n, dtype=torch.bool).tril()` is the causal mask: row i sees columns up to i.",
)
@given(n=st.integers(1, 6))
def test_causal_mask(n):
    mask = torch.ones(n, n, dtype=torch.bool).tril()
    assert mask.tolist() == [[j <= i for j in range(n)] for i in range(n)]
    query, value = torch.zeros(1, n, n), torch.eye(n)[None]
    seen = torch.nn.functional.scaled_dot_product_attention(query, query, value, mask)[0] > 0
    assert seen.equal(mask)


@says(
    "tensors/patterns/diag",
    "`diag` of a vector makes a matrix, of a matrix takes its diagonal out; `offset` or `diagonal` "
    "chooses a parallel.",
    "For batches: `diagonal(dim1=-2, dim2=-1)` takes out, `diag_embed` makes.",
    "`diagonal()` is a view: write to it, or use `fill_diagonal_`, which is for one matrix.",
)
@given(n=sizes, offset=offsets)
def test_diagonals(n, offset):
    vector = torch.arange(1, n + 1)
    matrix = vector.diag(diagonal=offset)
    assert matrix.tolist() == np.diag(vector.numpy(), offset).tolist()
    assert matrix.diag(diagonal=offset).equal(vector)
    assert matrix.diagonal(offset=offset).equal(vector)
    batch = torch.stack([vector, vector + 5])
    matrices = torch.diag_embed(batch, offset=offset)
    assert matrices.diagonal(offset=offset, dim1=-2, dim2=-1).equal(batch)
    x, y = torch.zeros(n, n), torch.zeros(n, n)
    x.diagonal().fill_(3)
    assert x.equal(y.fill_diagonal_(3))
    assert x.equal(3 * torch.eye(n))
    with pytest.raises(RuntimeError, match="must be of equal length"):
        torch.zeros(n + 1, n, n).fill_diagonal_(3)
    cube = torch.zeros(2, 2, 2).fill_diagonal_(3)
    assert cube.count_nonzero() == 2


@says("tensors/patterns/diag", "`block_diag` sets matrices along the diagonal.")
def test_block_diag():
    a, b = torch.rand(2, 3), torch.rand(1, 2)
    found = torch.block_diag(a, b)
    assert found.shape == (3, 5)
    assert found[:2, :3].equal(a)
    assert found[2:, 3:].equal(b)
    assert found.sum() == a.sum() + b.sum() or (found.sum() - a.sum() - b.sum()).abs() < 1e-6


@says(
    "tensors/patterns/meshgrid",
    '`meshgrid` gives a matrix a coordinate; with `indexing="ij"` the first has the rows, with '
    '`"xy"` the columns.',
    "`cartesian_prod` gives the pairs as rows, `combinations` those of one tensor, without order.",
    "Where the operation broadcasts, no grid is needed: `y[:, None] + x`.",
)
@given(n=sizes, m=sizes)
def test_grids(n, m):
    y, x = torch.arange(n), torch.arange(10, 10 + m)
    rows, columns = torch.meshgrid(y, x, indexing="ij")
    assert rows.equal(y[:, None].expand(n, m))
    assert columns.equal(x.expand(n, m))
    assert (rows + columns).equal(y[:, None] + x)
    first, second = torch.meshgrid(x, y, indexing="xy")
    assert first.equal(columns)
    assert second.equal(rows)
    pairs = [list(pair) for pair in itertools.product(y.tolist(), x.tolist())]
    assert torch.cartesian_prod(y, x).tolist() == pairs
    pairs = [list(pair) for pair in itertools.combinations(x.tolist(), 2)]
    assert torch.combinations(x).tolist() == pairs


@says(
    "tensors/patterns/meshgrid",
    'Name it: without `indexing` it is "ij", and warns.',
)
def test_meshgrid_warns():
    y, x = torch.arange(2), torch.arange(3)
    torch.set_warn_always(True)
    try:
        with pytest.warns(UserWarning, match="indexing"):
            found = torch.meshgrid(y, x)
    finally:
        torch.set_warn_always(False)
    assert found[0].equal(torch.meshgrid(y, x, indexing="ij")[0])
