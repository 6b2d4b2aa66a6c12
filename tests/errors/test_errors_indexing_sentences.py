"""What the sentences of errors/indexing say."""

import re

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torch.utils.data import WeightedRandomSampler

ONES = torch.ones
SIZE = st.integers(1, 4)


def fails(part, kind=RuntimeError):
    return pytest.raises(kind, match=re.escape(part))


def runs(call):
    """Tell whether a call raises no error of an index."""
    try:
        call()
    except (RuntimeError, ValueError, IndexError, TypeError):
        return False
    return True


def put(x, index, values):
    x = x.clone()
    x[index] = values
    return x


X, ROWS = torch.arange(3.0), torch.arange(12.0).view(3, 4)


@says(
    "errors/indexing/index_out_of_bounds",
    "the last index is size minus one.",
    "A dimension of size 3 has the indices 0, 1, 2, and -1 to -3 from the end.",
    "A slice raises nothing: it ends where the tensor ends.",
    "`gather` raises the same words as a RuntimeError, see `gather`.",
)
@given(st.integers(1, 4), st.integers(-6, 6), st.integers(0, 6))
def test_which_indices_there_are(size, index, more):
    x = torch.arange(size)
    said = f"is out of bounds for dimension 0 with size {size}"
    if -size <= index < size:
        assert x[index] == x[torch.tensor([index])] == index % size
    else:
        for call in (lambda: x[index], lambda: x[torch.tensor([index])]):
            with fails(f"index {index} {said}", IndexError):
                call()
        with fails(f"index {index} {said}"):
            x.gather(0, torch.tensor([index]))
    assert x[more : more + 9].tolist() == list(range(size))[more : more + 9]


@says(
    "errors/indexing/index_out_of_bounds",
    "Usual causes: a count that starts at 1; the index of another tensor, such as a position in the"
    " data set used in a batch; the last batch, which is smaller; a result of `nonzero` or of a"
    ' mask that is empty, "with size 0".',
)
@pytest.mark.parametrize(
    ("wrong", "size", "right"),
    [
        (lambda: X[torch.tensor([1, 2, 3])], 3, lambda: X[torch.tensor([1, 2, 3]) - 1]),
        (lambda: torch.arange(8).split(4)[1][6], 4, lambda: torch.arange(8).split(4)[1][6 - 4]),
        (lambda: torch.arange(6).split(4)[1][3], 2, lambda: torch.arange(6).split(4)[1][1]),
        (lambda: (X > 9).nonzero()[0], 0, lambda: (X > 1).nonzero()[0]),
        (lambda: X[X > 9][0], 0, lambda: X[X > 1][0]),
    ],
)
def test_causes_of_index_out_of_bounds(wrong, size, right):
    with fails(f"is out of bounds for dimension 0 with size {size}", IndexError):
        wrong()
    right()


INDICES = st.lists(st.sampled_from([0, slice(None), None]), max_size=5)


@says(
    "errors/indexing/too_many_indices",
    "it has fewer dimensions than indices.",
    "Each index or slice between the brackets takes one dimension, `None` takes none, `...` what is"
    " left.",
)
@given(st.integers(0, 3), INDICES, INDICES)
def test_what_an_index_takes(ndim, before, after):
    x = torch.zeros([2] * ndim)
    taken = [index for index in before + after if index is not None]
    if len(taken) > ndim:
        with pytest.raises(IndexError):
            x[(*before, ..., *after)]
        if ndim:
            with fails(f"too many indices for tensor of dimension {ndim}", IndexError):
                x[(*before, *after)]
    else:
        left = ndim - len(taken)
        expected = left + sum(index != 0 or index is None for index in before + after)
        assert x[(*before, ..., *after)].ndim == expected
        assert np.empty([2] * ndim)[(*before, ..., *after)].ndim == expected


@says(
    "errors/indexing/too_many_indices",
    "The last dimension, however many there are before it: an ellipsis.",
)
@given(st.lists(SIZE, min_size=1, max_size=4))
def test_an_ellipsis_leaves_the_last_dimension(shape):
    x = torch.arange(ONES(shape).numel()).view(shape)
    assert x[..., 0].shape == tuple(shape[:-1])
    assert x[..., 0].flatten().tolist() == list(range(0, x.numel(), shape[-1]))


@says(
    "errors/indexing/too_many_indices",
    "Usual causes: labels of shape (N,) that are read as (N, 1); a batch that has lost a dimension"
    " in `squeeze`, or one image in the place of a batch; a mask of more dimensions than the"
    " tensor, which takes as many as it has.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda: X[:, 0], lambda: X[:, None][:, 0]),
        (lambda: ONES(1, 3, 1).squeeze()[:, 0], lambda: ONES(1, 3, 1).squeeze(-1)[:, 0]),
        (lambda: ONES(3, 8, 8)[:, :, :4, :4], lambda: ONES(3, 8, 8)[None][:, :, :4, :4]),
        (lambda: X[ONES(3, 1) > 0], lambda: X[ONES(3) > 0]),
        (lambda: ROWS[ONES(3, 4, 1) > 0], lambda: ROWS[ONES(3, 4) > 0]),
    ],
)
def test_causes_of_too_many_indices(wrong, right):
    with fails("too many indices for tensor of dimension", IndexError):
        wrong()
    right()


DTYPES = "tensors used as indices must be long, int, byte or bool tensors"


@says(
    "errors/indexing/tensors_used_as_indices",
    "floats are not.",
    "The tensor between the brackets has floats.",
    "An int16 tensor is refused too.",
)
@pytest.mark.parametrize("dtype", [torch.float16, torch.float32, torch.float64, torch.int16])
@pytest.mark.parametrize("shape", [(2,), (1,), (0,), (2, 2)])
def test_indices_are_not_floats(dtype, shape):
    with fails(DTYPES, IndexError):
        X[ONES(shape).to(dtype)]
    for right in (torch.int64, torch.int32):
        assert X[ONES(shape).to(right)].shape == shape


@says(
    "errors/indexing/tensors_used_as_indices",
    "Usual causes: a division, whose result is float even where it is whole; labels or positions"
    " that were read from a file or made by `torch.zeros` or `torch.Tensor`; a mask of 0.0 and"
    " 1.0.",
    "A division: the whole-number one keeps integers.",
    "A mask of 0.0 and 1.0: bool chooses elements, long would be positions 0 and 1.",
)
@pytest.mark.parametrize(("wrong", "right"), [
    (lambda: torch.tensor([2, 4]) / 2, lambda: torch.tensor([2, 4]) // 2),
    (lambda: torch.from_numpy(np.loadtxt(["1", "2"])),
     lambda: torch.from_numpy(np.loadtxt(["1", "2"])).long()),
    (lambda: torch.zeros(2), lambda: torch.zeros(2, dtype=torch.int64)),
    (lambda: torch.Tensor([0, 1]), lambda: torch.tensor([0, 1])),
    (lambda: torch.tensor([0.0, 1.0, 1.0]), lambda: torch.tensor([0.0, 1.0, 1.0]).bool()),
])  # fmt: skip
def test_causes_of_tensors_used_as_indices(wrong, right):
    with fails(DTYPES, IndexError):
        X[wrong()]
    assert len(X[right()]) == 2
    assert not right().is_floating_point()
    mask = torch.tensor([1.0, 0.0, 1.0])
    assert (X[mask.bool()].tolist(), X[mask.long()].tolist()) == ([0, 2], [1, 0, 1])


@says(
    "errors/indexing/tensors_used_as_indices",
    'For a Python float in place of a tensor the message is "only integers, slices".',
)
@pytest.mark.parametrize("index", [1.0, 4 / 2, np.float64(1)])
def test_a_python_float_is_another_message(index):
    with fails("only integers, slices", IndexError):
        X[index]
    X[int(index)]


@says(
    "errors/indexing/shape_of_the_mask",
    "a mask is not broadcast.",
    "A mask has the size of the dimensions that it stands for, from the first one on; a size of 1"
    " is not stretched.",
)
@given(st.lists(SIZE, min_size=1, max_size=3))
def test_the_size_of_a_mask(shape):
    x = torch.zeros(3, 4, 2)
    mask = ONES(shape) > 0
    if shape == [3, 4, 2][: len(shape)]:
        assert x[mask].shape == (mask.sum(), *[3, 4, 2][len(shape) :])
    else:
        first = next(n for n, (a, b) in enumerate(zip(shape, [3, 4, 2], strict=False)) if a != b)
        with fails(f"The shape of the mask {shape} at index {first} does not match", IndexError):
            x[mask]


@says(
    "errors/indexing/shape_of_the_mask",
    "Usual causes: a mask of the columns in the place of the rows; a mask of another batch, or made"
    " before rows were dropped; a mask (N, 1) or with the channels left out; numbers in uint8,"
    " which count as a mask: take `.long()`.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda: ROWS[ONES(4) > 0], lambda: ROWS[:, ONES(4) > 0]),
        (lambda: ROWS[ONES(2) > 0], lambda: ROWS[ONES(3) > 0]),
        (lambda: ROWS[1:][ROWS[:, 0] > 0], lambda: ROWS[1:][ROWS[1:, 0] > 0]),
        (lambda: ROWS[ONES(3, 1) > 0], lambda: ROWS[(ONES(3, 1) > 0)[:, 0]]),
        (lambda: ONES(3, 2, 2)[ONES(2, 2) > 0], lambda: ONES(3, 2, 2)[:, ONES(2, 2) > 0]),
        (lambda: ONES(5, 3)[ONES(2, 2).byte()], lambda: ONES(5, 3)[ONES(2, 2).long()]),
    ],
)
@pytest.mark.filterwarnings("ignore:indexing with dtype torch.uint8:UserWarning")
def test_causes_of_shape_of_the_mask(wrong, right):
    with fails("does not match the shape of the indexed tensor", IndexError):
        wrong()
    right()


ZERO_DIM = "invalid index of a 0-dim tensor"


@says(
    "errors/indexing/invalid_index_of_0_dim",
    "it is one number, without dimensions.",
    "A loss, a sum or one element of a vector is a tensor of shape (), in which there is nothing to"
    " index.",
    "Usual causes: `loss.data[0]` of code before torch 0.4; an index too many, `x[0][0]` of a"
    " vector; a target that `squeeze` has turned from (1,) into ().",
    "Read the number with `item()`.",
)
@pytest.mark.parametrize(
    ("x", "number"),
    [(F.mse_loss(X, X), 0), (F.mse_loss(X, X).data, 0), (X.sum(), 3), (X.mean(), 1), (X[1], 1),
     (X[2], 2), (torch.tensor([1]).squeeze(), 1)],
)  # fmt: skip
def test_one_number_has_no_index(x, number):
    assert x.shape == ()
    with fails(ZERO_DIM, IndexError):
        x[0]
    assert x.item() == number


@says(
    "errors/indexing/iteration_over_0_dim",
    "it is one number, not a sequence.",
    "Something goes through the elements of a tensor of shape (): a `for`, `list`, `zip`, `sum`,"
    " `max` or an assignment to several names.",
    "Usual causes: a function that returns one value is unpacked into two; predictions of a batch"
    " of one went through `squeeze()`; a loss in a list's place, `losses.extend(loss)`.",
)
@pytest.mark.parametrize(
    "call",
    [lambda x: list(x), list, lambda x: list(zip(x, x, strict=True)), sum, max,
     lambda x: (lambda loss, accuracy: None)(*x), lambda x: [].extend(x)],
)  # fmt: skip
@pytest.mark.parametrize("x", [F.mse_loss(X, X), ONES(1, 1).squeeze()])
def test_one_number_is_no_sequence(call, x):
    with fails("iteration over a 0-d tensor", TypeError):
        call(x)
    call(torch.stack([x, x]))


ONE_INTEGER = "only integer tensors of a single element can be converted to an index"


@says(
    "errors/indexing/only_integer_tensors",
    "a list takes one whole number.",
    "A list, a tuple, `range` and others of Python's own take one whole number.",
)
@pytest.mark.parametrize("call", [[5, 6, 7].__getitem__, (5, 6, 7).__getitem__, range, bin])
@pytest.mark.parametrize("index", [torch.tensor([0, 1]), torch.tensor(1.0), torch.tensor([])])
def test_python_takes_one_whole_number(call, index):
    with fails(ONE_INTEGER, TypeError):
        call(index)
    assert call(torch.tensor(1)) == call(torch.tensor([1])) == call(1)


NAMES = ["cat", "dog", "bird"]


@says(
    "errors/indexing/only_integer_tensors",
    "Usual causes: a Python list is indexed with a tensor of several indices, which only a tensor"
    " or an array allows, such as `randperm` on file names or the predictions of a batch on names"
    " of classes; a float tensor, such as the result of a division, as a count.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda: NAMES[torch.randperm(3)], lambda: [NAMES[i] for i in torch.randperm(3)]),
        (lambda: NAMES[torch.eye(2).argmax(1)], lambda: [NAMES[i] for i in torch.eye(2).argmax(1)]),
        (lambda: tuple(NAMES)[torch.tensor([0, 1])], lambda: X[torch.tensor([0, 1])]),
        (lambda: range(torch.tensor(4) / 2), lambda: range(torch.tensor(4) // 2)),
        (lambda: range(torch.tensor([0, 1])), lambda: np.array(NAMES)[torch.tensor([0, 1])]),
    ],
)
def test_causes_of_only_integer_tensors(wrong, right):
    with fails(ONE_INTEGER, TypeError):
        wrong()
    assert len(right()) in (2, 3)


@says(
    "errors/indexing/shape_mismatch_indexing",
    "as many values as elements.",
    "On the left of `=` the index chooses some elements, on the right are more, or fewer, or in"
    " another shape.",
    "As many values as the index chooses, or one for all.",
)
@given(st.integers(1, 3), st.lists(SIZE, min_size=1, max_size=2))
def test_as_many_values_as_elements(chosen, shape):
    rows = torch.arange(chosen)
    fits = all(n in (1, size) for n, size in zip(shape[::-1], (4, chosen), strict=False))
    if fits:
        assert put(ROWS, rows, ONES(shape)).sum() == ROWS[chosen:].sum() + 4 * chosen
    else:
        with fails(f"cannot be broadcast to indexing result of shape [{chosen}, 4]"):
            put(ROWS, rows, ONES(shape))


MASK = torch.tensor([True, True, False])


@says(
    "errors/indexing/shape_mismatch_indexing",
    "Usual causes: a mask that chooses fewer than there are values; values of the columns where"
    " rows are chosen.",
)
@pytest.mark.parametrize(("wrong", "right"), [
    (lambda: put(X, MASK, ONES(3)), lambda: put(X, MASK, ONES(3)[MASK])),
    (lambda: put(ROWS, MASK, ONES(3, 2)), lambda: put(ROWS, MASK, ONES(2, 4))),
    (lambda: put(ROWS, torch.tensor([0, 2]), ONES(3, 2)),
     lambda: put(ROWS, (slice(None), torch.tensor([0, 2])), ONES(3, 2))),
])  # fmt: skip
def test_causes_of_shape_mismatch_indexing(wrong, right):
    with fails("shape mismatch: value tensor of shape"):
        wrong()
    right()


@says(
    "errors/indexing/shape_mismatch_indexing",
    'With "indexing tensors" two indices in one pair of brackets have different lengths: they are'
    " read in pairs, not as rows and columns.",
    "Rows times columns: give the rows a dimension more.",
)
@given(st.integers(2, 4), st.integers(2, 4))
def test_two_indices_are_read_in_pairs(a, b):
    x, rows, columns = torch.arange(16).view(4, 4), torch.arange(a), torch.arange(b).flip(0)
    if a == b:
        assert x[rows, columns].tolist() == [4 * n + a - 1 - n for n in range(a)]
    else:
        with fails(f"indexing tensors could not be broadcast together with shapes [{a}], [{b}]",
                   IndexError):  # fmt: skip
            x[rows, columns]
    assert x[rows[:, None], columns].tolist() == x[:a, :b].flip(1).tolist()


SHAPES = st.tuples(SIZE, SIZE)


@says(
    "errors/indexing/gather_dimensions",
    "`gather` and `scatter` take one index for each element read or written: the index has the"
    " dimensions of the input, and along all but `dim` it is no larger; a `src` of `scatter` has"
    " at least its size.",
)
@given(SHAPES, SHAPES, st.integers(0, 1))
def test_the_shape_of_an_index(shape, of_index, dim):
    x, index = torch.zeros(shape), torch.zeros(of_index, dtype=torch.int64)
    other = 1 - dim
    if of_index[other] <= shape[other]:
        assert x.gather(dim, index).shape == of_index
        written = x.scatter_add(dim, index, ONES(of_index))
        assert (written.shape, written.sum()) == (shape, index.numel())
        larger = ONES([n + 1 for n in of_index])
        assert torch.equal(x.scatter_add(dim, index, larger), written)
        with fails("to be no larger size than src"):
            x.scatter_add(dim, index, ONES(of_index[0], of_index[1] - 1))
    else:
        for call in (lambda: x.gather(dim, index), lambda: x.scatter(dim, index, 1.0)):
            with fails(f"apart from dimension {dim}"):
                call()
    for call in (x.gather, lambda d, i: x.scatter(d, i, 1.0)):
        with fails("Index tensor must have the same number of dimensions as"):
            call(dim, index[0].repeat(2))


SCORES, TARGET = torch.tensor([[0.1, 0.2, 0.7], [0.8, 0.1, 0.1]]), torch.tensor([2, 0])


@says(
    "errors/indexing/gather_dimensions",
    "Usual causes: a target of shape (N,) beside scores of shape (N, C), which needs"
    " `unsqueeze(1)`; whole rows are wanted, for which `index_select` or brackets take an index of"
    " one dimension; an index of another batch.",
)
@pytest.mark.parametrize(
    ("wrong", "right", "shape"),
    [
        (lambda s: s.gather(1, TARGET), lambda s: s.gather(1, TARGET.unsqueeze(1)), (2, 1)),
        (lambda s: s.gather(0, TARGET - 1), lambda s: s[torch.tensor([1, 0])], (2, 3)),
        (lambda s: s.gather(0, TARGET - 1), lambda s: s.index_select(0, torch.tensor([1])), (1, 3)),
        (lambda s: s.gather(1, torch.zeros(5, 1).long()),
         lambda s: s.gather(1, torch.zeros(2, 1).long()), (2, 1)),
    ],
)  # fmt: skip
def test_causes_of_gather_dimensions(wrong, right, shape):
    with pytest.raises(RuntimeError, match=r"same number of dimensions|no larger than self"):
        wrong(SCORES)
    assert right(SCORES).shape == shape


@says(
    "errors/indexing/gather_dimensions",
    "One column for each row: the index is (N, 1), the result too.",
    "The same with brackets: pairs of row and column.",
)
@given(st.lists(st.integers(0, 2), min_size=1, max_size=5))
def test_one_column_for_each_row(columns):
    x, target = torch.arange(15).view(5, 3)[: len(columns)], torch.tensor(columns)
    found = x.gather(1, target[:, None])
    assert found.shape == (len(columns), 1)
    assert found[:, 0].tolist() == [3 * row + column for row, column in enumerate(columns)]
    assert torch.equal(x[torch.arange(len(columns)), target], found[:, 0])


@says(
    "errors/indexing/gather_index_dtype",
    "the index has floats.",
    "`gather`, `scatter` and `index_select` take positions: int64 or int32;"
    " `take_along_dim` takes int64 alone.",
)
@pytest.mark.parametrize(
    ("dtype", "right"),
    [(torch.int64, True), (torch.int32, True), (torch.int16, False), (torch.float32, False),
     (torch.float64, False)],
)  # fmt: skip
def test_dtypes_of_an_index(dtype, right):
    index = TARGET[:, None].to(dtype)
    for call in (lambda: SCORES.gather(1, index), lambda: SCORES.scatter(1, index, 1.0),
                 lambda: SCORES.index_select(1, index[:, 0])):  # fmt: skip
        if right:
            call()
        else:
            with fails("Expected dtype int32"):
                call()
    if dtype == torch.int64:
        SCORES.take_along_dim(index, 1)
    else:
        with fails("dtype of indices should be Long"):
            SCORES.take_along_dim(index, 1)


@says(
    "errors/indexing/gather_index_dtype",
    "Usual causes: actions or targets that were stored as floats, as a replay memory does; a"
    " division; `torch.Tensor(...)`, which makes floats of whole numbers.",
    "Turn it into int64 with `.long()`, better where it is made.",
    "torch.Tensor makes floats; torch.tensor keeps what it is given.",
    "A division: `//` keeps integers.",
)
@pytest.mark.parametrize(("wrong", "right"), [
    (lambda: torch.from_numpy(np.zeros((2, 1), np.float32)),
     lambda: torch.from_numpy(np.zeros((2, 1), np.float32)).long()),
    (lambda: torch.tensor([[5], [1]]) / 2, lambda: torch.tensor([[5], [1]]) // 2),
    (lambda: torch.Tensor([[2], [0]]), lambda: torch.tensor([[2], [0]])),
])  # fmt: skip
def test_causes_of_gather_index_dtype(wrong, right):
    with fails("gather(): Expected dtype int32/int64 for index"):
        SCORES.gather(1, wrong())
    assert SCORES.gather(1, wrong().long()).equal(SCORES.gather(1, right()))
    assert right().dtype is torch.int64


BOTH = "scatter(): Expected self.dtype to be equal to src.dtype"
PUT = "Index put requires the source and destination dtypes match"


@says(
    "errors/indexing/scatter_dtype",
    "`scatter` writes the values of `src` into the tensor, and does not convert them.",
    "Usual causes: whole numbers into floats, or the other way; float64 of NumPy; float16 of"
    " autocast into float32.",
    "An assignment to a tensor of indices, `x[index] = values`, asks for the same dtype too.",
    "Turn the values into the tensor's dtype, `src.to(x.dtype)`.",
)
@pytest.mark.parametrize(
    ("x", "src"),
    [(torch.float32, torch.int64), (torch.int64, torch.float32),
     (torch.float32, torch.from_numpy(np.ones(1)).dtype), (torch.float32, torch.float16),
     (torch.float32, torch.bfloat16), (torch.int64, torch.bool)],
)  # fmt: skip
def test_causes_of_scatter_dtype(x, src):
    x, src, index = torch.zeros(2, 3).to(x), ONES(2, 1).to(src), TARGET[:, None]
    with fails(BOTH):
        x.scatter(1, index, src)
    assert x.scatter(1, index, src.to(x.dtype)).sum() == 2
    for at in (torch.tensor([0, 1]), [0, 1], torch.tensor([True, True])):
        with fails(PUT):
            put(x, at, src)
        assert put(x, at, src.to(x.dtype)).sum() == 6


@says(
    "errors/indexing/scatter_dtype",
    "One number for all places is cast, 1.5 to 1 in a tensor of integers.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float16, torch.int64, torch.int32])
@pytest.mark.parametrize("number", [1, 1.5, True])
def test_one_number_needs_no_dtype(dtype, number):
    x = torch.zeros(2, 3).to(dtype).scatter(1, TARGET[:, None], number)
    written = number if dtype.is_floating_point else int(number)
    assert (x.dtype, x.sum()) == (dtype, 2 * written)


BOOLEANS = r"boolean mask|expected BoolTensor|to be a boolean tensor"


@says(
    "errors/indexing/boolean_masks_only",
    "the mask has numbers.",
    "`masked_fill`, `masked_select` and `torch.where` take a mask of True and False.",
)
@pytest.mark.parametrize("dtype", [torch.int64, torch.int32, torch.float32, torch.float16])
@pytest.mark.parametrize(
    "call",
    [lambda x, m: x.masked_fill(m, 0.0), torch.masked_select, lambda x, m: torch.where(m, x, 0.0)],
)
def test_masks_are_booleans(dtype, call):
    with pytest.raises(RuntimeError, match=BOOLEANS):
        call(X, ONES(3).to(dtype))
    call(X, ONES(3).bool())


@says(
    "errors/indexing/boolean_masks_only",
    "Usual causes: a mask of 0 and 1 from a tokenizer, int64, or from `torch.tril`, float32; uint8"
    " of code before torch 1.2.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (torch.tensor([[1, 0], [1, 1]]), torch.tensor([[1, 0], [1, 1]]) == 0),
        (ONES(2, 2).tril(), ONES(2, 2, dtype=torch.bool).tril()),
        (torch.tensor([[1, 0], [1, 1]]).byte(), torch.tensor([[1, 0], [1, 1]]).byte().bool()),
    ],
)
def test_causes_of_boolean_masks_only(wrong, right):
    with fails("masked_fill_ only supports boolean masks, but got mask with dtype"):
        ONES(2, 2).masked_fill(wrong, 0.0)
    ONES(2, 2).masked_fill(right, 0.0)
    assert ONES(2, 2).tril().dtype is torch.float32


@says(
    "errors/indexing/boolean_masks_only",
    "`mask.bool()` makes every number but 0 True: say which side you mean, `mask == 0` or `mask =="
    " 1`.",
)
@given(st.one_of(st.integers(-9, 9), st.floats(width=32)))
def test_bool_of_a_number(number):
    assert torch.tensor(number).bool().item() == (number != 0)


@says(
    "errors/indexing/topk_out_of_range",
    "topk asks for more than there is.",
    "`topk` looks along one dimension, the last unless `dim` says another, and k is larger than its"
    " size.",
)
@given(SHAPES, st.integers(1, 5), st.sampled_from([None, 0, 1]))
def test_along_which_dimension_topk_looks(shape, k, dim):
    x = torch.arange(16.0).view(4, 4)[: shape[0], : shape[1]]
    options = {} if dim is None else {"dim": dim}
    axis = 1 if dim is None else dim
    if k > shape[axis]:
        with fails("selected index k out of range"):
            x.topk(k, **options)
    else:
        assert torch.equal(x.topk(k, **options).values, x.flip(axis).narrow(axis, 0, k))


@says(
    "errors/indexing/topk_out_of_range",
    "Usual causes: top-5 accuracy with fewer than five classes; the wrong `dim`, batch in place of"
    " classes; a candidate list or a last batch that is shorter than k.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda: ONES(8, 3).topk(5), lambda: ONES(8, 3).topk(min(5, 3))),
        (lambda: ONES(2, 10).topk(5, dim=0), lambda: ONES(2, 10).topk(5, dim=1)),
        (lambda: ONES(3).topk(4), lambda: ONES(3).topk(3)),
        (lambda: ONES(10).split(4)[-1].topk(3), lambda: ONES(10).split(4)[0].topk(3)),
    ],
)
def test_causes_of_topk_out_of_range(wrong, right):
    with fails("selected index k out of range"):
        wrong()
    right()


@says(
    "errors/indexing/topk_out_of_range",
    "Top-k accuracy with few classes: k below their number, or every answer is right.",
)
@given(st.permutations(range(4)), st.integers(0, 3))
def test_topk_of_all_classes_is_right(scores, target):
    x = torch.tensor(scores)
    assert target in x.topk(4).indices
    assert x.argmin() not in x.topk(3).indices


@says(
    "errors/indexing/slice_step",
    "a tensor is not reversed with a slice.",
    "`x[::-1]`, which turns round a list or an array, is not there for tensors, whose steps in"
    " memory are never negative.",
    "`flip` makes a reversed copy; for BGR to RGB flip the channels.",
)
@pytest.mark.parametrize("shape", [(1,), (3,), (2, 3), (0,), (3, 2, 2)])
@pytest.mark.parametrize("layout", ["plain", "transposed", "flipped"])
def test_a_tensor_is_reversed_by_flip(shape, layout):
    x = torch.arange(12)[: ONES(shape).numel()].view(shape)
    x = {"plain": x, "transposed": x.T if x.ndim == 2 else x, "flipped": x.flip(-1)}[layout]
    with fails("step must be greater than zero", ValueError):
        x[::-1]
    assert x.flip(0).tolist() == x.tolist()[::-1] == x.numpy()[::-1].tolist()
    assert min(x.flip(0).stride()) >= 0
    assert x.flip(0).data_ptr() != x.data_ptr() or not x.numel()
    with fails("Negative strides are not supported"):
        x.as_strided((1,), (-1,))


@says(
    "errors/indexing/slice_step",
    "An array that was reversed with `[::-1]` raises when it is made a tensor, as its strides are"
    " negative: copy it first.",
)
@pytest.mark.parametrize("make", [torch.from_numpy, torch.tensor, torch.as_tensor])
def test_a_reversed_array(make):
    array = np.arange(3)[::-1]
    assert array.strides[0] < 0
    with fails("negative strides are not currently supported", ValueError):
        make(array)
    assert make(array.copy()).tolist() == [2, 1, 0]


@says("errors/indexing/slice_step", "The order reversed, along any dimensions.")
@pytest.mark.parametrize("dims", [(0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2), ()])
def test_flip_along_any_dimensions(dims):
    x = torch.arange(24).view(2, 3, 4)
    assert torch.equal(x.flip(dims), torch.from_numpy(np.flip(x.numpy(), dims).copy()))


@says(
    "errors/indexing/narrow_length",
    "narrow goes beyond the end.",
    "`narrow` takes a start and a length, not an end, and raises where a slice would end early.",
)
@given(st.integers(0, 5), st.integers(0, 6))
def test_narrow_takes_a_length(start, length):
    x = torch.arange(5)
    if start + length <= 5:
        assert torch.equal(x.narrow(0, start, length), x[start : start + length])
    else:
        with fails(f"start ({start}) + length ({length}) exceeds dimension size (5)"):
            x.narrow(0, start, length)
        assert len(x[start : start + length]) == 5 - start < length


@says(
    "errors/indexing/narrow_length",
    "Usual causes: the third number was meant as the end; the last piece of a loop, shorter than"
    " the others; a tensor shorter than the one that the code was written for, such as position"
    " embeddings and a longer text.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda x: x.narrow(0, 3, 5), lambda x: x.narrow(0, 3, 5 - 3)),
        (lambda x: [x.narrow(0, n, 2) for n in range(0, 5, 2)][-1], lambda x: x.split(2)[0]),
        (lambda x: x.narrow(0, 0, 7)[:2], lambda x: x.repeat(2).narrow(0, 0, 7)[:2]),
    ],
)
def test_causes_of_narrow_length(wrong, right):
    with fails("exceeds dimension size (5)"):
        wrong(torch.arange(5))
    assert len(right(torch.arange(5))) == 2


@says(
    "errors/indexing/narrow_length",
    "The last piece is shorter: a slice, or split, ends where the tensor ends.",
)
@given(st.integers(1, 9), st.integers(1, 5))
def test_split_ends_with_the_tensor(n, size):
    pieces = torch.arange(n).split(size)
    assert [p.tolist() for p in pieces] == [list(range(n))[k : k + size] for k in range(0, n, size)]


MANY = "cannot sample n_sample > prob_dist.size(-1) samples without replacement"


@says(
    "errors/indexing/multinomial_too_many",
    "more than there are.",
    "Each position is drawn once at most, and there are fewer positions than samples.",
    "Pass `replacement=True`, or draw no more than there are.",
    "`WeightedRandomSampler` draws in the same way: more samples than it has weights need"
    " replacement.",
    "No more than there are: an order by chance.",
    "An element may come again.",
)
@given(SIZE, st.integers(1, 6))
def test_each_position_is_drawn_once_at_most(size, count):
    weights = ONES(size)
    draws = [
        lambda again: torch.multinomial(weights, count, replacement=again).tolist(),
        lambda again: torch.multinomial(weights.expand(2, -1), count, again)[1].tolist(),
        lambda again: list(WeightedRandomSampler(weights, count, replacement=again)),
    ]
    for draw in draws:
        assert len(draw(True)) == count
        if count <= size:
            assert len(set(draw(False))) == count
        else:
            with fails(MANY):
                draw(False)


@says(
    "errors/indexing/multinomial_too_many",
    "Most other errors of `multinomial` are about the weights: they may not be negative, NaN,"
    " infinite or all 0, and they are floats.",
)
@pytest.mark.parametrize(
    ("weights", "part"),
    [
        ([-1.0, 2.0], "element < 0"), ([float("nan"), 1.0], "`nan`"),
        ([float("inf"), 1.0], "`inf`"),
        ([0.0, 0.0], "sum of probabilities <= 0"), ([1, 2], "only supports floating-point dtypes"),
        ([True, True], "only supports floating-point dtypes"),
    ],
)  # fmt: skip
def test_what_weights_may_not_be(weights, part):
    with fails(part):
        torch.multinomial(torch.tensor(weights), 1)
    assert torch.multinomial(torch.tensor([0.0, 2.0]), 1) == 1
    with fails("cannot sample n_sample <= 0 samples"):  # one that is not
        torch.multinomial(ONES(2), 0)


@says(
    "errors/indexing/multinomial_too_many",
    "Too few weights above 0 are no error: positions of weight 0 are drawn as well.",
)
@pytest.mark.parametrize("weights", [[1.0, 0.0, 0.0], [0.0, 2.0, 3.0]])
def test_positions_of_weight_0(weights):
    weights = torch.tensor(weights)
    above = int((weights > 0).sum())
    assert (weights[torch.multinomial(weights, above)] > 0).all()
    assert torch.multinomial(weights, 3).sort().values.tolist() == [0, 1, 2]
    assert (weights[torch.multinomial(weights, 3, replacement=True)] > 0).all()
