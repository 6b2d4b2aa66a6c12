"""What the sentences of the tensors topic's introduction say."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says

SIZES = st.lists(st.integers(1, 4), min_size=1, max_size=4)


@says(
    "tensors",
    "drop a dimension of size 1 | `x.squeeze(dim)`",
    "add a dimension of size 1 | `x.unsqueeze(dim)`",
)
@given(sizes=SIZES, data=st.data())
def test_unsqueeze_adds_and_squeeze_drops(sizes, data):
    dim = data.draw(st.integers(0, len(sizes)))
    longer = torch.zeros(sizes).unsqueeze(dim)
    assert list(longer.shape) == [*sizes[:dim], 1, *sizes[dim:]]
    assert list(longer.squeeze(dim).shape) == sizes


@says("tensors", "another shape, the same numbers | `x.reshape(2, -1)`")
@given(half=st.integers(0, 9))
def test_reshape(half):
    x = torch.arange(2 * half)
    rows = x.reshape(2, -1) if half else x.reshape(2, 0)
    assert rows.tolist() == [list(range(half)), list(range(half, 2 * half))]


@says("tensors", "(C, H, W) to (H, W, C) | `x.permute(1, 2, 0)`")
@given(c=st.integers(1, 4), h=st.integers(1, 4), w=st.integers(1, 4))
def test_hwc(c, h, w):
    x = torch.arange(c * h * w).reshape(c, h, w)
    picture = x.permute(1, 2, 0)
    assert picture.shape == (h, w, c)
    assert all(torch.equal(picture[:, :, k], x[k]) for k in range(c))


@says(
    "tensors",
    "join along an old dimension | `torch.cat([a, b], dim=0)`",
    "join along a new dimension | `torch.stack([a, b], dim=0)`",
)
def test_cat_and_stack():
    a, b = torch.tensor([[1, 2]]), torch.tensor([[3, 4]])
    assert torch.cat([a, b], dim=0).tolist() == [[1, 2], [3, 4]]
    assert torch.stack([a, b], dim=0).tolist() == [[[1, 2]], [[3, 4]]]


@says(
    "tensors",
    "the class with the highest score | `scores.argmax(dim=1)`",
    "the five best and where they are | `values, indices = scores.topk(5, dim=1)`",
    "the score of the right class | `scores.gather(1, target.unsqueeze(1))`",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
def test_scores(dtype):
    table = [[8, 3, 1, 4, 0, 9, 2], [5, 6, 7, 0, 1, 2, 3]]
    scores = torch.tensor(table, dtype=dtype)
    assert scores.argmax(dim=1).tolist() == [5, 2]
    values, indices = scores.topk(5, dim=1)
    assert values.tolist() == [sorted(row, reverse=True)[:5] for row in table]
    assert indices.tolist() == [[5, 0, 3, 1, 6], [2, 1, 0, 6, 5]]
    target = torch.tensor([3, 1])
    assert scores.gather(1, target.unsqueeze(1)).tolist() == [[4], [6]]


@says("tensors", "NumPy | `x.detach().cpu().numpy()`")
@says(
    "tensors/create/from_numpy",
    "From a tensor with a gradient or on a GPU: `detach().cpu().numpy()`.",
)
def test_numpy_of_a_tensor_in_a_graph():
    x = torch.tensor([1.0, 2.0], requires_grad=True) * 2
    with pytest.raises(RuntimeError):
        x.numpy()
    assert x.detach().cpu().numpy().tolist() == [2.0, 4.0]
