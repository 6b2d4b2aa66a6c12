"""What the sentences of tensors/sparse say."""

import numpy as np
import pytest
import scipy.sparse
import torch
from support import says
from torch import nn

DENSE = torch.tensor([[0.0, 1.0, 2.0], [0.0, 0.0, 0.0], [3.0, 0.0, 0.0]])


@pytest.fixture(autouse=True)
def checks():
    """The invariants of sparse tensors are checked."""
    with torch.sparse.check_sparse_tensor_invariants():
        yield


@says(
    "tensors/sparse/coo",
    "Coordinates and values; `coalesce` sorts and adds up repeats, and `indices()` and `values()` "
    "want it.",
    "`to_dense` goes back.",
    "row and column of each value",
)
@pytest.mark.parametrize("seed", range(3))
def test_coordinates(seed):
    rng = np.random.default_rng(seed)
    places, values = rng.integers(0, 4, (2, 9)), rng.integers(1, 9, 9)
    x = torch.sparse_coo_tensor(places, values, size=(4, 4))
    expected = np.zeros((4, 4), dtype=int)
    np.add.at(expected, tuple(places), values)
    assert x.to_dense().tolist() == expected.tolist()
    for call in (x.indices, x.values):
        with pytest.raises(RuntimeError, match="uncoalesced"):
            call()
    y = x.coalesce()
    flat = y.indices()[0] * 4 + y.indices()[1]
    assert flat.diff().min() > 0
    assert y.values().tolist() == expected[tuple(y.indices().numpy())].tolist()


@says("tensors/sparse/coo", "It pays where few elements in a hundred are not zero.")
def test_when_sparse_pays():
    def nbytes(share):
        x = (torch.rand(100, 100) < share).float().to_sparse().coalesce()
        return x.indices().nbytes + x.values().nbytes

    dense = 4 * 100 * 100
    assert nbytes(0.03) < dense / 4
    assert nbytes(0.3) > dense


@says(
    "tensors/sparse/sparse_matmul",
    "`A @ x` with a sparse A gives a dense result.",
    "The gradient goes to the values and to `x`.",
    "That of the values takes a dense matrix of the size of A: where it is large, take "
    "`index_add`.",
    "Two sparse matrices give a sparse one.",
    "`sparse.softmax` takes the stored values of a row.",
)
@pytest.mark.filterwarnings("ignore:Sparse CSR")
def test_products():
    places = DENSE.nonzero().T
    values = DENSE[tuple(places)].requires_grad_()
    x = torch.rand(3, 2, requires_grad=True)
    A = torch.sparse_coo_tensor(places, values, (3, 3))
    A.retain_grad()
    out = A @ x
    assert not out.is_sparse
    torch.testing.assert_close(out, DENSE @ x)
    out.sum().backward()
    by_x = x.grad
    torch.testing.assert_close(by_x, DENSE.sum(dim=0)[:, None].expand(3, 2))
    torch.testing.assert_close(values.grad, x.detach().sum(dim=1)[places[1]])
    assert (A.grad.layout, A.grad.shape) == (torch.strided, (3, 3))
    by_edge = torch.zeros(3, 2).index_add(0, places[0], values[:, None] * x[places[1]])
    torch.testing.assert_close(by_edge, out)
    sparse = DENSE.to_sparse()
    square = torch.sparse.mm(sparse, sparse)
    assert square.is_sparse
    torch.testing.assert_close(square.to_dense(), DENSE @ DENSE)
    masked = torch.where(DENSE != 0, DENSE, -torch.inf)
    expected = masked.softmax(dim=1).nan_to_num()
    torch.testing.assert_close(torch.sparse.softmax(sparse, dim=1).to_dense(), expected)


@says(
    "tensors/sparse/csr",
    "`crow_indices[i]` to `crow_indices[i + 1]` are the stored values of row i, `col_indices` "
    "their columns: SciPy's `indptr` and `indices`.",
    "CSC compresses columns, BSR stores blocks.",
)
@pytest.mark.filterwarnings("ignore:Sparse CSR")
@pytest.mark.filterwarnings("ignore:Sparse CSC")
@pytest.mark.filterwarnings("ignore:Sparse BSR")
def test_compressed():
    x, its = DENSE.to_sparse_csr(), scipy.sparse.csr_matrix(DENSE.numpy())
    assert x.crow_indices().tolist() == its.indptr.tolist()
    assert x.col_indices().tolist() == its.indices.tolist()
    assert x.values().tolist() == its.data.tolist()
    for i, (start, end) in enumerate(x.crow_indices().unfold(0, 2, 1)):
        row = torch.zeros(3)
        row[x.col_indices()[start:end]] = x.values()[start:end]
        assert row.equal(DENSE[i])
    columns, its = DENSE.to_sparse_csc(), scipy.sparse.csc_matrix(DENSE.numpy())
    assert columns.ccol_indices().tolist() == its.indptr.tolist()
    assert columns.row_indices().tolist() == its.indices.tolist()
    blocks = torch.block_diag(torch.ones(2, 2), torch.ones(2, 2)).to_sparse_bsr((2, 2))
    assert blocks.values().equal(torch.ones(2, 2, 2))


@says("tensors/sparse/csr", "The first use in a program warns that the layout is in beta.")
def test_csr_warns():
    torch.set_warn_always(True)  # else the first use of this process
    try:
        with pytest.warns(UserWarning, match="Sparse CSR tensor support is in beta"):
            DENSE.to_sparse_csr()
    finally:
        torch.set_warn_always(False)


@says(
    "tensors/sparse/nested",
    "`layout=torch.jagged` holds the rows behind one another, without padding, with `offsets()`.",
    "`unbind` gives the rows, `to_padded_tensor` a padded tensor.",
)
@pytest.mark.parametrize("lengths", [(1, 3), (2, 2, 5), (4,)])
def test_jagged(lengths):
    rows = [torch.rand(n, 2) for n in lengths]
    x = torch.nested.nested_tensor(rows, layout=torch.jagged)
    assert x.values().equal(torch.cat(rows))
    assert x.offsets().tolist() == [0, *np.cumsum(lengths)]
    assert all(a.equal(b) for a, b in zip(x.unbind(), rows, strict=True))
    padded = torch.nested.to_padded_tensor(x, padding=-1.0)
    assert padded.equal(nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=-1.0))


@says(
    "tensors/sparse/nested",
    "`Linear`, `LayerNorm`, most activations and `scaled_dot_product_attention` take it.",
)
@pytest.mark.parametrize(
    "layer",
    [nn.Linear(4, 3), nn.LayerNorm(4), nn.GELU(), nn.ReLU(), nn.SiLU(), nn.Tanh(), nn.Sigmoid()],
)
def test_layers_of_jagged(layer):
    rows = [torch.rand(n, 4) for n in (1, 3)]
    x = torch.nested.nested_tensor(rows, layout=torch.jagged)
    for found, row in zip(layer(x).unbind(), rows, strict=True):
        torch.testing.assert_close(found, layer(row))
    for other in (nn.PReLU(), nn.GLU(), nn.Hardswish()):
        with pytest.raises(NotImplementedError):
            other(x)
    heads = x.unflatten(-1, [2, 2]).transpose(1, 2)
    out = nn.functional.scaled_dot_product_attention(heads, heads, heads)
    for found, row in zip(out.transpose(1, 2).unbind(), rows, strict=True):
        one = row.unflatten(-1, [2, 2]).transpose(0, 1)
        expected = nn.functional.scaled_dot_product_attention(one, one, one)
        torch.testing.assert_close(found, expected.transpose(0, 1))
