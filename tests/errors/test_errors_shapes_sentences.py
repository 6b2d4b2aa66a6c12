"""What the sentences of errors/shapes say."""

import math
import re
import traceback
from operator import mod

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import assume, given
from hypothesis import strategies as st
from support import says
from torch import nn
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader, default_collate
from torchvision import transforms
from torchvision.transforms import v2

SIZE = st.integers(1, 4)
SHAPE = st.lists(SIZE, min_size=1, max_size=3)
ONES = torch.ones


def fails(part, kind=RuntimeError):
    return pytest.raises(kind, match=re.escape(part))


def runs(call):
    """Tell whether a call raises no error of shapes."""
    try:
        call()
    except (RuntimeError, ValueError, IndexError):
        return False
    return True


@says(
    "errors/shapes/mat1_and_mat2",
    "The last size of the first matrix must be the first size of the second.",
)
@given(SIZE, SIZE, SIZE, SIZE)
def test_inner_sizes_of_a_product(n, k, j, m):
    assert runs(lambda: ONES(n, k) @ ONES(j, m)) == (k == j)
    assert (ONES(n, k) @ ONES(k, m)).shape == (n, m)


@says(
    "errors/shapes/mat1_and_mat2",
    "In a model `mat2` is the weight of a linear layer: its first number is `in_features`, and the"
    " last of `mat1` is what arrives.",
)
@pytest.mark.parametrize("front", [(), (2,), (2, 5)])
@pytest.mark.parametrize("bias", [True, False])
def test_numbers_of_mat1_and_mat2(front, bias):
    with fails("shapes cannot be multiplied") as error:
        nn.Linear(50, 3, bias=bias)(ONES(*front, 72))
    rows = math.prod(front)
    assert f"({rows}x72 and 50x3)" in str(error.value)


FEATURES = torch.zeros(2, 8, 3, 3)


@says(
    "errors/shapes/mat1_and_mat2",
    "Usual causes: `in_features` worked out for pictures of another size; no `flatten` before the"
    " layer, so that it gets rows of pixels; `flatten()` without 1, which takes the batch too; a"
    " matrix that has to be transposed.",
)
@pytest.mark.parametrize(
    ("wrong", "numbers", "right"),
    [
        (lambda: nn.Linear(200, 3)(FEATURES.flatten(1)), "(2x72 and 200x3)",
         lambda: nn.LazyLinear(3)(FEATURES.flatten(1))),
        (lambda: nn.Linear(72, 3)(FEATURES), "(48x3 and 72x3)",
         lambda: nn.Linear(72, 3)(FEATURES.flatten(1))),
        (lambda: nn.Linear(72, 3)(FEATURES.flatten()), "(1x144 and 72x3)",
         lambda: nn.Linear(72, 3)(FEATURES.flatten(1))),
        (lambda: ONES(2, 3) @ ONES(4, 3), "(2x3 and 4x3)", lambda: ONES(2, 3) @ ONES(4, 3).T),
    ],
)  # fmt: skip
def test_causes_of_mat1_and_mat2(wrong, numbers, right):
    with fails(f"mat1 and mat2 shapes cannot be multiplied {numbers}"):
        wrong()
    assert len(right()) == 2


@says(
    "errors/shapes/size_of_tensor_a",
    "no size 1 there.",
    "Two tensors of one operation are compared from the last dimension on; sizes fit if they are"
    " equal or one of them is 1 or missing.",
)
@given(SHAPE, SHAPE)
def test_which_sizes_fit(a, b):
    pairs = list(zip(a[::-1], b[::-1], strict=False))
    if all(m == n or 1 in (m, n) for m, n in pairs):
        assert (ONES(a) * ONES(b)).shape == np.broadcast_shapes(a, b)
    else:
        with fails("must match the size of tensor b"):
            ONES(a) * ONES(b)


@says(
    "errors/shapes/size_of_tensor_a",
    "The message names the dimension; in `a + b` tensor a is the left one.",
)
@pytest.mark.parametrize(
    ("a", "b", "dim"), [((2, 3), (2, 4), 1), ((2, 4), (2, 3), 1), ((5, 3, 2), (5, 4, 2), 1),
                        ((5,), (4,), 0), ((6, 2, 3), (7, 2, 3), 0)],
)  # fmt: skip
def test_what_the_message_of_unequal_sizes_names(a, b, dim):
    said = f"tensor a ({a[dim]}) must match the size of tensor b ({b[dim]}) at non-singleton"
    with fails(f"{said} dimension {dim}"):
        ONES(a) + ONES(b)


def doubled(picture):
    return F.interpolate(F.max_pool2d(picture, 2), scale_factor=2)


ODD = ONES(1, 4, 7, 7)
EVERY_OTHER = nn.Conv2d(4, 4, 3, stride=2, padding=1)


@says(
    "errors/shapes/size_of_tensor_a",
    "Usual causes: a value for each row, (N,), where (N, 1) is meant; odd picture sizes on the two"
    " ways of a U-Net or a residual block; predictions and targets of unequal length; a picture"
    " with an alpha channel in `Normalize`.",
)
@pytest.mark.parametrize(("wrong", "right"), [
    (lambda: ONES(2, 3) - ONES(2, 3).mean(1), lambda: ONES(2, 3) - ONES(2, 3).mean(1, True)),
    (lambda: ODD + doubled(ODD), lambda: ODD[..., :6, :6] + doubled(ODD)),
    (lambda: ODD[..., :4] + F.avg_pool2d(ODD, 2), lambda: EVERY_OTHER(ODD) + ODD[..., ::2, ::2]),
    (lambda: F.mse_loss(ONES(4), ONES(5)), lambda: F.mse_loss(ONES(5), ONES(5))),
    *[
        (lambda t=t: t([0.5] * 3, [0.5] * 3)(ONES(4, 2, 2)),
         lambda t=t: t([0.5] * 3, [0.5] * 3)(ONES(4, 2, 2)[:3]))
        for t in (transforms.Normalize, v2.Normalize)
    ],
])  # fmt: skip
def test_causes_of_size_of_tensor_a(wrong, right):
    with fails("must match the size of tensor b"):
        wrong()
    right()


@says(
    "errors/shapes/batch_size_mismatch",
    "The loss pairs row n of the logits with target n, and the two counts differ.",
)
@given(st.lists(st.integers(0, 2), min_size=1, max_size=5), st.integers(1, 5))
def test_row_n_is_paired_with_target_n(target, rows):
    target = torch.tensor(target)
    logits = torch.arange(15.0).view(5, 3).square()[:rows]
    if rows == len(target):
        pairs = [-math.log(row.softmax(0)[n]) for row, n in zip(logits, target, strict=True)]
        loss = F.cross_entropy(logits, target, reduction="none")
        assert loss.tolist() == pytest.approx(pairs, abs=1e-5)
    else:
        with fails(f"batch_size ({rows}) to match target batch_size ({len(target)})", ValueError):
            F.cross_entropy(logits, target)


LABELS = torch.zeros(2, 7, dtype=torch.int64)


@says(
    "errors/shapes/batch_size_mismatch",
    "Usual causes: a `view(-1, features)` in the model whose number is wrong, so that it makes"
    " rows out of features; logits of a sequence, (N, T, C), that were flattened when their targets"
    " were not; the last step, `output[:, -1]`, of a recurrent layer without `batch_first`; a map"
    " of classes, (C, H, W), without its batch; targets of another batch.",
)
@pytest.mark.parametrize(("wrong", "right"), [
    (lambda: F.cross_entropy(ONES(2, 400).view(-1, 100), LABELS[:, 0]),
     lambda: F.cross_entropy(ONES(2, 400).view(-1, 400), LABELS[:, 0].clamp(max=1))),
    (lambda: F.cross_entropy(ONES(2, 7, 3).flatten(0, 1), LABELS),
     lambda: F.cross_entropy(ONES(2, 7, 3).flatten(0, 1), LABELS.flatten())),
    (lambda: F.cross_entropy(nn.LSTM(4, 3)(ONES(7, 2, 4))[0][:, -1], LABELS[:, 0]),
     lambda: F.cross_entropy(nn.LSTM(4, 3)(ONES(7, 2, 4))[0][-1], LABELS[:, 0])),
    (lambda: F.cross_entropy(ONES(3, 2, 7), LABELS),
     lambda: F.cross_entropy(ONES(1, 3, 2, 7), LABELS[None])),
    (lambda: F.cross_entropy(ONES(3, 5), LABELS[:, 0]),
     lambda: F.cross_entropy(ONES(2, 5), LABELS[:, 0])),
])  # fmt: skip
def test_causes_of_batch_size_mismatch(wrong, right):
    with fails("to match target batch_size (2)", ValueError):
        wrong()
    right()


@says(
    "errors/shapes/shape_is_invalid",
    "the sizes do not multiply to that number.",
    "`view` and `reshape` keep the number of elements; the sizes you name have to multiply to it,"
    " and with a -1 the others have to divide it.",
)
@given(st.integers(1, 24), SHAPE, st.booleans())
def test_sizes_multiply_to_the_number_of_elements(n, shape, infer):
    product = math.prod(shape)
    sizes = [*shape, -1] if infer else shape
    fits = n % product == 0 if infer else n == product
    for call in (torch.arange(n).view, torch.arange(n).reshape):
        if fits:
            assert call(sizes).flatten().tolist() == list(range(n))
        else:
            with fails(f"is invalid for input of size {n}"):
                call(sizes)


@says(
    "errors/shapes/shape_is_invalid",
    "Heads, patches, groups: split one dimension, where the sizes have to multiply to it.",
)
@given(st.integers(1, 12), SIZE, SIZE)
def test_unflatten_multiplies_to_the_dimension(n, a, b):
    x = torch.zeros(2, n, 3)
    assert runs(lambda: x.unflatten(1, (a, b))) == (a * b == n)
    assert runs(lambda: x.unflatten(1, (a, -1))) == (n % a == 0)


@says(
    "errors/shapes/shape_is_invalid",
    "Usual causes: a number worked out for pictures of another size; a fixed batch size, which the"
    " last and smaller batch does not have; a pooling or a mean that took elements away; a number"
    " of features that the number of heads does not divide.",
)
@pytest.mark.parametrize(("wrong", "right"), [
    (lambda: ONES(2, 16, 6, 6).view(-1, 400), lambda: ONES(2, 16, 6, 6).view(2, -1)),
    (lambda: ONES(5, 784).split(2)[-1].view(2, 28, 28),
     lambda: ONES(5, 784).split(2)[-1].view(-1, 28, 28)),
    (lambda: F.max_pool2d(ONES(2, 4, 6, 6), 2).view(2, 144),
     lambda: F.max_pool2d(ONES(2, 4, 6, 6), 2).view(2, 36)),
    (lambda: ONES(2, 4, 6).mean(2).view(2, 24), lambda: ONES(2, 4, 6).mean(2).view(2, 4)),
    (lambda: ONES(2, 5, 10).view(2, 5, 3, -1), lambda: ONES(2, 5, 10).view(2, 5, 2, -1)),
])  # fmt: skip
def test_causes_of_shape_is_invalid(wrong, right):
    with fails("is invalid for input of size"):
        wrong()
    right()


@says(
    "errors/shapes/view_size_not_compatible",
    "`view` copies nothing: it merges dimensions where one lies behind the other in memory.",
)
@given(st.permutations(range(3)), st.integers(0, 1))
def test_what_view_merges(order, dim):
    x = torch.arange(24).view(2, 3, 4).permute(*order)
    sizes = list(x.shape)
    sizes[dim : dim + 2] = [sizes[dim] * sizes[dim + 1]]
    behind = x.stride(dim) == x.size(dim + 1) * x.stride(dim + 1)
    assert runs(lambda: x.view(sizes)) == behind
    if behind:
        assert x.view(sizes).data_ptr() == x.data_ptr()


X = torch.arange(96).view(2, 3, 4, 4)


@says(
    "errors/shapes/view_size_not_compatible",
    "not contiguous.",
    "That is often not so after `permute`, `transpose` or `.T`, in a slice of columns, in an"
    " expanded tensor and in features that are `channels_last`.",
    "Use `reshape` or `flatten`, which copy where they must; a `contiguous` copy may be viewed"
    " too.",
    "A slice of columns, an expanded row: `reshape` and `flatten` copy as well.",
)
@pytest.mark.parametrize(
    "x",
    [X.permute(0, 2, 3, 1), X.transpose(0, 1), X[0, 0].T, X[..., 1:], ONES(1, 3).expand(2, 3),
     X.to(memory_format=torch.channels_last)],
    ids=["permute", "transpose", "T", "columns", "expanded", "channels_last"],
)  # fmt: skip
def test_views_of_what_is_not_contiguous(x):
    assert not x.is_contiguous()
    assert X.is_contiguous() and X.view(-1).tolist() == list(range(96))  # noqa: PT018
    with fails("view size is not compatible with input tensor's size and stride"):
        x.view(-1)
    for copy in (x.reshape(-1), x.flatten(), x.contiguous().view(-1)):
        assert copy.tolist() == x.numpy().reshape(-1).tolist()
        assert copy.data_ptr() != x.data_ptr()
    assert X.reshape(-1).data_ptr() == X.flatten().data_ptr() == X.data_ptr()


@says(
    "errors/shapes/stack_equal_size",
    "`stack` puts tensors behind each other along a new dimension, so that all shapes have to be"
    " equal.",
)
@given(st.lists(SHAPE, min_size=1, max_size=3))
def test_stack_needs_equal_shapes(shapes):
    samples = [torch.full(shape, float(n)) for n, shape in enumerate(shapes)]
    if all(shape == shapes[0] for shape in shapes):
        assert torch.stack(samples).tolist() == np.stack(samples).tolist()
    else:
        with fails("stack expects each tensor to be equal size"):
            torch.stack(samples)


@says(
    "errors/shapes/stack_equal_size",
    "In a `DataLoader` the call is inside the default collate function: the samples of one batch"
    " differ.",
)
def test_where_a_loader_stacks():
    with fails("stack expects each tensor to be equal size") as error:
        next(iter(DataLoader([ONES(2), ONES(3)], batch_size=2)))
    assert "default_collate" in {frame.name for frame in traceback.extract_tb(error.tb)}
    assert len(list(DataLoader([ONES(2), ONES(3)], batch_size=1))) == 2


WIDE, HIGH = torch.zeros(3, 8, 12), torch.zeros(3, 12, 8)


@says(
    "errors/shapes/stack_equal_size",
    "Usual causes: pictures of unequal size; `Resize(224)`, which keeps the ratio of the sides; a"
    " grey picture among coloured ones; texts or sounds of unequal length; boxes of a detection"
    " data set.",
)
@pytest.mark.parametrize(("wrong", "right"), [
    (lambda: default_collate([WIDE, HIGH]),
     lambda: default_collate([v2.CenterCrop(8)(WIDE), v2.CenterCrop(8)(HIGH)])),
    (lambda: default_collate([v2.Resize(4)(WIDE), v2.Resize(4)(HIGH)]),
     lambda: default_collate([v2.Resize((4, 4))(WIDE), v2.Resize((4, 4))(HIGH)])),
    (lambda: default_collate([WIDE, WIDE[:1]]),
     lambda: default_collate([WIDE, v2.RGB()(WIDE[:1])])),
    (lambda: default_collate([ONES(5), ONES(3)]),
     lambda: pad_sequence([ONES(5), ONES(3)], batch_first=True)),
    (lambda: default_collate([ONES(1, 4), ONES(3, 4)]), lambda: [ONES(1, 4), ONES(3, 4)]),
])  # fmt: skip
def test_causes_of_stack_equal_size(wrong, right):
    with fails("stack expects each tensor to be equal size"):
        wrong()
    assert len(right()) == 2
    small, ratio = v2.Resize(4)(WIDE).shape[1:], 12 / 8
    assert small[1] / small[0] == ratio


@says(
    "errors/shapes/stack_equal_size",
    "In a worker the message is `Trying to resize storage` where the first sample has more elements"
    " than the samples of its batch on average.",
)
@pytest.mark.parametrize("lengths", [(3, 2), (2, 3), (5, 2, 9), (5, 2, 4), (4, 9, 1), (9, 9, 8)])
def test_the_message_in_a_worker(monkeypatch, lengths):
    monkeypatch.setattr(torch.utils.data, "get_worker_info", lambda: "a worker")
    longer = lengths[0] > sum(lengths) / len(lengths)
    with fails("Trying to resize storage" if longer else "stack expects each tensor"):
        default_collate([ONES(n) for n in lengths])


@says(
    "errors/shapes/sizes_must_match_except",
    "`cat` lets sizes differ in the dimension that it joins along, and there only; it leaves out an"
    " empty tensor of shape (0,).",
)
@given(st.tuples(SIZE, SIZE, SIZE), st.tuples(SIZE, SIZE, SIZE), st.integers(0, 2))
def test_where_sizes_may_differ_in_cat(a, b, dim):
    fits = all(m == n or d == dim for d, (m, n) in enumerate(zip(a, b, strict=True)))
    assert runs(lambda: torch.cat([ONES(a), ONES(b)], dim)) == fits
    if fits:
        assert torch.cat([ONES(a), ONES(b)], dim).size(dim) == a[dim] + b[dim]
    assert torch.equal(torch.cat([ONES(0), ONES(a), torch.tensor([])], dim), ONES(a))


@says(
    "errors/shapes/sizes_must_match_except",
    "Usual causes: `dim` left out, which is 0, where columns or channels are meant; feature maps of"
    " a U-Net that differ by a pixel after an odd size was halved; batches whose rows have another"
    " length.",
)
@pytest.mark.parametrize(("wrong", "right"), [
    (lambda: torch.cat([ONES(2, 3), ONES(2, 1)]), lambda: torch.cat([ONES(2, 3), ONES(2, 1)], 1)),
    (lambda: torch.cat([ONES(1, 4, 2), ONES(1, 8, 2)]),
     lambda: torch.cat([ONES(1, 4, 2), ONES(1, 8, 2)], 1)),
    (lambda: torch.cat([ODD, doubled(ODD)], 1),
     lambda: torch.cat([ODD, F.interpolate(doubled(ODD), (7, 7))], 1)),
    (lambda: torch.cat([ONES(2, 5), ONES(2, 7)]),
     lambda: torch.cat([F.pad(ONES(2, 5), (0, 2)), ONES(2, 7)])),
])  # fmt: skip
def test_causes_of_sizes_must_match_except(wrong, right):
    with fails("Sizes of tensors must match except in dimension"):
        wrong()
    right()
    assert torch.cat([ONES(2, 3), ONES(1, 3)]).shape == (3, 3)  # dim is 0


@says(
    "errors/shapes/sizes_must_match_except",
    '"Tensors must have same number of dimensions" is the message where one of them lacks a'
    " dimension.",
)
@pytest.mark.parametrize(("a", "b"), [((2, 3), (2,)), ((3,), (1, 3)), ((2, 3, 4), (3, 4))])
def test_cat_where_a_dimension_is_missing(a, b):
    with fails("Tensors must have same number of dimensions"):
        torch.cat([ONES(a), ONES(b)])


@says(
    "errors/shapes/dimension_out_of_range",
    "The range in the message tells how many there are: [-1, 0] is one dimension or none, [-2, 1]"
    " two; `unsqueeze` and `stack` count the new one as well.",
)
@pytest.mark.parametrize(
    ("call", "count"),
    [
        (lambda: torch.tensor(5.0).softmax(7), 1),
        (lambda: ONES(3).softmax(7), 1),
        (lambda: ONES(3, 3).sum(7), 2),
        (lambda: ONES(3, 3, 3).argmax(7), 3),
        (lambda: ONES(3).unsqueeze(7), 2),
        (lambda: torch.stack([ONES(3, 3)], 7), 3),
    ],
)
def test_the_range_in_the_message(call, count):
    with fails(f"(expected to be in range of [-{count}, {count - 1}], but got 7)", IndexError):
        call()


@says(
    "errors/shapes/dimension_out_of_range",
    "Usual causes: one sample without its batch, as in `dataset[0]`; `squeeze()`, which removes the"
    " batch where it has one row; an index, `max` or a mean that took a dimension away; `dim=1` on"
    " a vector of logits; counting from 1.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda: ONES(4, 3)[0].argmax(1), lambda: ONES(4, 3)[:1].argmax(1)),
        (lambda: ONES(1, 1, 5).squeeze().mean(1), lambda: ONES(1, 1, 5).squeeze(1).mean(1)),
        (lambda: ONES(4, 3)[:, 0].sum(1), lambda: ONES(4, 3)[:, :1].sum(1)),
        (lambda: ONES(4, 3).max(1).values.sum(1), lambda: ONES(4, 3).max(1, True).values.sum(1)),
        (lambda: ONES(4, 3).mean(1).sum(1), lambda: ONES(4, 3).mean(1, True).sum(1)),
        (lambda: ONES(3).softmax(dim=1), lambda: ONES(3).softmax(dim=-1)),
        (lambda: ONES(4, 3).sum(2), lambda: ONES(4, 3).sum(1)),
    ],
)
def test_causes_of_dimension_out_of_range(wrong, right):
    with fails("Dimension out of range (expected to be in range of", IndexError):
        wrong()
    right()


@says(
    "errors/shapes/dimension_out_of_range",
    "`squeeze()` takes every size of 1, the batch too: name the dimension.",
)
@given(SHAPE, st.integers(0, 2))
def test_squeeze_takes_every_size_of_1(shape, dim):
    assert ONES(shape).squeeze().shape == tuple(n for n in shape if n != 1)
    assume(dim < len(shape))
    rest = shape[:dim] + shape[dim + 1 :] if shape[dim] == 1 else shape
    assert ONES(shape).squeeze(dim).shape == tuple(rest)


@says(
    "errors/shapes/dimension_out_of_range",
    "A reduction removes its dimension: keep it where the next one is to be named.",
)
@pytest.mark.parametrize("name", ["sum", "mean", "argmax", "amax", "std", "prod", "logsumexp"])
def test_a_reduction_removes_its_dimension(name):
    reduce = getattr(torch, name)
    assert reduce(ONES(2, 3, 4), dim=1).shape == (2, 4)
    assert reduce(ONES(2, 3, 4), dim=1, keepdim=True).shape == (2, 1, 4)


@says(
    "errors/shapes/one_element_scalar",
    "`float(x)`, `int(x)`, `x.item()` and functions of `math` need one number.",
    "An empty tensor has no number either.",
)
@pytest.mark.parametrize("call", [float, int, torch.Tensor.item, math.sqrt, math.log])
@pytest.mark.parametrize("shape", [(), (1,), (1, 1), (2,), (0,)])
def test_one_number_is_needed(call, shape):
    assert runs(lambda: call(ONES(shape))) == (math.prod(shape) == 1)


@says("errors/shapes/one_element_scalar", "more, or none.")
@pytest.mark.parametrize("call", [float, int, math.sqrt, lambda x: torch.tensor([x, x])])
@pytest.mark.parametrize("shape", [(2,), (2, 1), (0,), (3, 0)])
def test_more_than_one_element_or_none(call, shape):
    with fails("only one element tensors can be converted to Python scalars", ValueError):
        call(ONES(shape))
    call(ONES(1))


NONE = nn.L1Loss(reduction="none")


@says(
    "errors/shapes/one_element_scalar",
    "Usual causes: `torch.tensor([a, b])` of tensors with several elements, where `stack` is meant;"
    ' a loss with `reduction="none"`, or the predictions instead of one of them, in a log or a'
    " `%d`.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda: torch.tensor([ONES(2), ONES(2)]), lambda: torch.stack([ONES(2), ONES(2)])),
        (lambda: float(NONE(ONES(2), ONES(2))), lambda: float(NONE(ONES(2), ONES(2)).mean())),
        (lambda: mod("%d", ONES(3)), lambda: mod("%d", ONES(3)[0])),
        (
            lambda: mod("%f", NONE(ONES(2), ONES(2))),
            lambda: mod("%f", NONE(ONES(2), ONES(2)).mean()),
        ),
    ],
)
def test_causes_of_one_element_scalar(wrong, right):
    with fails("only one element tensors can be converted to Python scalars", ValueError):
        wrong()
    right()


@says(
    "errors/shapes/one_element_scalar",
    'An index of a list or the number of a `range` says "only integer tensors".',
)
@pytest.mark.parametrize("call", [lambda x: [5, 6][x], range])
def test_an_index_of_a_list_is_another_message(call):
    with fails("only integer tensors of a single element", TypeError):
        call(torch.tensor([0, 1]))
    assert call(torch.tensor([1])) in (6, range(1))


@says(
    "errors/shapes/expanded_size",
    "only a 1 grows.",
    "A tensor is to be brought to another shape, by `expand` or by an assignment, and a size that"
    " is not 1 would have to change; sizes are compared from the last dimension on.",
)
@given(SHAPE, SHAPE)
def test_what_expand_may_change(a, b):
    pairs = list(zip(a[::-1], b[::-1], strict=False))
    assume(len(a) <= len(b))
    fits = all(m in (n, 1) for m, n in pairs)
    assert runs(lambda: ONES(a).expand(b)) == fits
    assert runs(lambda: torch.zeros(2, *b).__setitem__(0, ONES(a))) == fits


@says(
    "errors/shapes/expanded_size",
    "Usual causes: a row or column of another length is assigned to `x[i]`; the new dimension"
    " stands in front where it has to come last; a text with more tokens than the model has"
    " positions, as with the 512 of BERT.",
)
@pytest.mark.parametrize(("wrong", "right"), [
    (lambda: torch.zeros(2, 4).__setitem__(0, ONES(3)),
     lambda: torch.zeros(2, 4).__setitem__((0, slice(3)), ONES(3))),
    (lambda: torch.zeros(2, 4).__setitem__((slice(None), 0), ONES(3)),
     lambda: torch.zeros(2, 4).__setitem__((slice(None), 0), ONES(2))),
    (lambda: ONES(2)[None].expand(2, 3), lambda: ONES(2)[:, None].expand(2, 3)),
    (lambda: ONES(1, 512).expand(2, 600), lambda: ONES(1, 512).expand(2, 512)),
])  # fmt: skip
def test_causes_of_expanded_size(wrong, right):
    with fails("must match the existing size"):
        wrong()
    right()


@says(
    "errors/shapes/doesnt_match_broadcast",
    "in place cannot grow.",
    "An operation in place, `add_`, `mul_`, `+=`, writes to the tensor on the left, and the right"
    " one would make it larger.",
)
@pytest.mark.parametrize("name", ["add_", "mul_", "__iadd__", "__imul__"])
@given(SHAPE, SHAPE)
def test_an_operation_in_place_keeps_its_shape(name, a, b):
    fits = all(m == n or 1 in (m, n) for m, n in zip(a[::-1], b[::-1], strict=False))
    assume(fits)
    left = ONES(a)
    if np.broadcast_shapes(a, b) == tuple(a):
        assert getattr(left, name)(ONES(b)).data_ptr() == left.data_ptr()
    else:
        with fails("doesn't match the broadcast shape"):
            getattr(left, name)(ONES(b))


GREY, THREE = ONES(1, 2, 2), ([0.5] * 3, [0.5] * 3)


@says(
    "errors/shapes/doesnt_match_broadcast",
    "Usual causes: three means on a grey picture in `transforms.Normalize`, or in v2 with"
    " `inplace=True` (else v2 makes three channels); `+=` on a running sum that starts as (1,) or"
    " (); (N, C) added to (N, 1).",
    "Write `x = x + y`, or start with the shape of the result.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            lambda: transforms.Normalize(*THREE)(GREY),
            lambda: transforms.Normalize([0.5], [0.5])(GREY),
        ),
        (lambda: v2.Normalize(*THREE, inplace=True)(GREY), lambda: v2.Normalize(*THREE)(GREY)[2]),
        (lambda: torch.zeros(1).__iadd__(ONES(3)), lambda: torch.zeros(3).__iadd__(ONES(3))),
        (lambda: torch.zeros(()).__iadd__(ONES(3)), lambda: torch.zeros(()) + ONES(3)),
        (lambda: ONES(2, 1).add_(ONES(2, 3)), lambda: ONES(2, 1) + ONES(2, 3)),
    ],
)
def test_causes_of_doesnt_match_broadcast(wrong, right):
    with fails("doesn't match the broadcast shape"):
        wrong()
    right()


@says(
    "errors/shapes/expected_sequence_of_length",
    "rows of a list differ in length.",
    "The first row sets the length, and another has the length in brackets: `dim 1` is the length"
    " of the rows, `dim 2` of the lists in them.",
)
@given(st.lists(SIZE, min_size=2, max_size=4), st.booleans())
def test_the_numbers_of_expected_sequence(lengths, nested):
    rows = [[1] * n for n in lengths]
    other = [n for n in lengths if n != lengths[0]]
    if not other:
        assert torch.tensor(rows).shape == (len(lengths), lengths[0])
        return
    said = f"expected sequence of length {lengths[0]} at dim {1 + nested} (got {other[0]})"
    with fails(said, ValueError):
        torch.tensor([rows] if nested else rows)


@says(
    "errors/shapes/expected_sequence_of_length",
    "Usual causes: texts as lists of tokens without padding; a row of a file with a value missing;"
    " lists of boxes or labels, as many as there are objects.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ([[5, 8, 2], [7]], [[5, 8, 2], [7, 0, 0]]),
        ([[1.5, 2.5], [3.5]], [[1.5, 2.5], [3.5, float("nan")]]),
        ([[[0, 0, 1, 1]], [[0, 0, 1, 1], [0, 0, 2, 2]]], [[[0, 0, 1, 1]], [[0, 0, 1, 1]]]),
    ],
)
def test_causes_of_expected_sequence(wrong, right):
    with fails("expected sequence of length", ValueError):
        torch.tensor(wrong)
    assert len(torch.tensor(right)) == 2
    assert len([torch.tensor(row) for row in wrong]) == 2


CALLS = {
    "permute": lambda x: x.permute(0, 1, 2),
    "t": torch.t,
    "mm": lambda x: torch.mm(x, x),
    "bmm": lambda x: torch.bmm(x, x),
    "dot": lambda x: torch.dot(x, x),
    "transpose": lambda x: x.transpose(-2, -1),
    "matmul": lambda x: torch.matmul(x, x),
    "@": lambda x: x @ x,
}


@says(
    "errors/shapes/desired_ordering",
    "`permute` names each dimension of its tensor once; `t` takes at most two; `mm` takes two"
    " matrices, `bmm` two batches of them, `dot` two vectors.",
    "`transpose` and `matmul`, `@`, take more: see `matmul`.",
)
@pytest.mark.parametrize(
    ("name", "counts"),
    [("permute", {3}), ("t", {0, 1, 2}), ("mm", {2}), ("bmm", {3}), ("dot", {1}),
     ("transpose", {2, 3, 4}), ("matmul", {1, 2, 3, 4}), ("@", {1, 2, 3, 4})],
)  # fmt: skip
def test_how_many_dimensions_a_function_takes(name, counts):
    assert {n for n in range(5) if runs(lambda n=n: CALLS[name](ONES([2] * n)))} == counts
    assert not runs(lambda: ONES(2, 2).permute(0, 0))


@says(
    "errors/shapes/desired_ordering",
    "Usual causes: a picture without its batch, or with one; a grey picture read as (H, W); `dot`"
    " for matrices as in NumPy.",
)
@pytest.mark.parametrize(
    ("wrong", "part", "right"),
    [
        (lambda: ONES(4, 5, 3).permute(0, 3, 1, 2), "desired ordering",
         lambda: ONES(4, 5, 3).permute(2, 0, 1)),
        (lambda: ONES(1, 4, 5, 3).permute(2, 0, 1), "desired ordering",
         lambda: ONES(1, 4, 5, 3).permute(0, 3, 1, 2)),
        (lambda: ONES(4, 5).permute(2, 0, 1), "desired ordering",
         lambda: ONES(4, 5)[..., None].permute(2, 0, 1)),
        (lambda: torch.dot(ONES(2, 3), ONES(3, 2)), "1D tensors expected",
         lambda: np.dot(np.ones((2, 3)), np.ones((3, 2))) == (ONES(2, 3) @ ONES(3, 2)).numpy()),
    ],
)  # fmt: skip
def test_causes_of_desired_ordering(wrong, part, right):
    with fails(part):
        wrong()
    assert right().all()


@says(
    "errors/shapes/batch2_first_two_dimensions",
    "A product of two batches of matrices, (B, N, K) and (B, K, M): both need one batch size and"
    " one inner size K.",
    "The expected numbers come from the first tensor, the second one has the others.",
    "`bmm` takes 3 dimensions and repeats none: see `matmul`.",
)
@given(SIZE, SIZE, SIZE, SIZE)
def test_the_numbers_of_batch2(batch, inner, b, k):
    first, second = ONES(batch, 2, inner), ONES(b, k, 3)
    if (batch, inner) == (b, k):
        assert first.bmm(second).shape == (b, 2, 3)
    else:
        with fails(f"batch2 tensor to be: [{batch}, {inner}] but got: [{b}, {k}]"):
            first.bmm(second)
    with fails("batch2 must be a 3D tensor"):
        first.bmm(ONES(inner, 3))


@says(
    "errors/shapes/batch2_first_two_dimensions",
    "Usual causes: keys that were not transposed in attention, or queries and keys with unequal"
    " features; `bmm` on one matrix for the whole batch, which `@` repeats; a batch in dimension 1,"
    " as recurrent layers give it.",
)
@pytest.mark.parametrize(("wrong", "right"), [
    (lambda q: q.bmm(ONES(2, 5, 8)), lambda q: q.bmm(ONES(2, 5, 8).mT)),
    (lambda q: q.bmm(ONES(2, 5, 6).mT), lambda q: q.bmm(nn.Linear(6, 8)(ONES(2, 5, 6)).mT)),
    (lambda q: q.bmm(ONES(1, 8, 5)), lambda q: q @ ONES(8, 5)),
    *[
        (lambda q, layer=layer: q.bmm(layer(3, 8)(ONES(5, 2, 3))[0].mT),
         lambda q, layer=layer: q.bmm(layer(3, 8)(ONES(5, 2, 3))[0].transpose(0, 1).mT))
        for layer in (nn.RNN, nn.GRU, nn.LSTM)
    ],
])  # fmt: skip
def test_causes_of_batch2(wrong, right):
    query = ONES(2, 4, 8)
    with fails("Expected size for first two dimensions of batch2 tensor to be: [2, 8]"):
        wrong(query)
    assert right(query).shape == (2, 4, 5)


@says(
    "errors/shapes/split_with_sizes",
    "A list names the size of every piece along `dim`, which is 0 if left out.",
)
@given(st.lists(st.integers(0, 4), min_size=1, max_size=3))
def test_a_list_of_sizes(sizes):
    x = torch.arange(15).view(5, 3)
    if sum(sizes) == 5:
        assert [len(piece) for piece in x.split(sizes)] == sizes
        assert [piece.size(1) for piece in x.T.split(sizes, dim=1)] == sizes
    else:
        with fails("expects split_sizes to sum exactly to 5"):
            x.split(sizes)


@says(
    "errors/shapes/split_with_sizes",
    "Usual causes: `dim` left out, so that rows are split where columns are meant; the rest not"
    " named; sizes from `int(0.8 * n)`, which round down.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda x: x.split([2, 1]), lambda x: x.split([2, 1], dim=1)),
        (lambda x: x.split([3]), lambda x: x.split([3, 4])),
        (lambda x: x.split([int(0.8 * 7), int(0.2 * 7)]), lambda x: x.split([5, 7 - 5])),
    ],
)
def test_causes_of_split_with_sizes(wrong, right):
    with fails("split_with_sizes expects split_sizes to sum exactly to 7"):
        wrong(torch.zeros(7, 3))
    assert len(right(torch.zeros(7, 3))) == 2


@says(
    "errors/shapes/split_with_sizes",
    "One number is the size of a piece, not their count: `chunk` and `tensor_split` take a count.",
)
@given(st.integers(1, 12), st.integers(1, 5))
def test_one_number_is_a_size(n, number):
    x = torch.arange(n)
    assert [len(piece) for piece in x.split(number)][:-1] == [number] * ((n - 1) // number)
    assert len(x.tensor_split(number)) == number
    assert len(torch.arange(n * number).chunk(number)) == number


@says(
    "errors/shapes/einsum_subscript",
    "A letter stands for one size; in another operand 1 fits as well.",
    "The message names the letter, the operand, counted from 0, and both sizes.",
)
@given(SIZE, SIZE)
def test_a_letter_stands_for_one_size(a, b):
    if a == b or 1 in (a, b):
        product = torch.einsum("ij,jk->ik", ONES(2, a), ONES(b, 3))
        assert product.eq(max(a, b)).all()
    else:
        said = f"subscript j has size {b} for operand 1 which does not broadcast with previously"
        with fails(f"{said} seen size {a}"):
            torch.einsum("ij,jk->ik", ONES(2, a), ONES(b, 3))
    if a != b:  # twice in one operand: 1 does not fit
        with fails("subscript i is repeated for operand 0 but the sizes don't match"):
            torch.einsum("ii->i", ONES(a, b))


@says(
    "errors/shapes/einsum_subscript",
    "Usual causes: a transposed operand, so that the letters have to be turned; one letter for two"
    " things, as the steps of queries and of keys; a missing batch letter, where the number of"
    " letters differs from the number of dimensions.",
)
@pytest.mark.parametrize(
    ("wrong", "part", "right"),
    [
        (("ij,jk->ik", (2, 3), (4, 3)), "does not broadcast", "ij,kj->ik"),
        (("btd,btd->bt", (2, 4, 8), (2, 5, 8)), "does not broadcast", "bqd,bkd->bqk"),
        (("ij,jk->ik", (6, 2, 3), (3, 4)), "the number of subscripts", "bij,jk->bik"),
    ],
)
def test_causes_of_einsum_subscript(wrong, part, right):
    equation, a, b = wrong
    with fails(part):
        torch.einsum(equation, ONES(a), ONES(b))
    assert torch.einsum(right, ONES(a), ONES(b)).shape[-1] == b[0 if b == (4, 3) else 1]
