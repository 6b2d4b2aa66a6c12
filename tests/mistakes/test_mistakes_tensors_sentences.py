"""What the sentences of mistakes/tensors say, where test_mistakes_tensors does not hold them."""

import io
import itertools

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from support import says
from torch import nn
from torch.utils.data import WeightedRandomSampler
from torchvision.io import decode_image
from torchvision.transforms.v2.functional import pil_to_tensor

NAN = float("nan")
FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


@says(
    "mistakes/tensors/reshape_for_permute",
    "To change the order of dimensions use `permute` or `transpose`; look at one channel, or one "
    "head.",
)
@pytest.mark.parametrize("order", itertools.permutations(range(3)))
def test_permute_and_transpose_change_the_order(order):
    array = np.arange(24).reshape(2, 3, 4)
    x = torch.from_numpy(array)
    assert np.array_equal(x.permute(order), array.transpose(order))
    a, b = order[:2]
    assert np.array_equal(x.transpose(a, b), np.swapaxes(array, a, b))


def added(b):
    b += 1


def assigned(b):
    b[0] = 1


@says(
    "mistakes/tensors/view_changed",
    "`b = a` is a second name, `b = a[0]` a view: `b += 1`, `b[0] = 1` and `b.add_(1)` write into "
    "the memory of `a`.",
)
@pytest.mark.parametrize("write", [added, assigned, lambda b: b.add_(1)])
@pytest.mark.parametrize("dtype", [torch.float32, torch.int64])
def test_second_name_and_view_write_into_the_memory(write, dtype):
    a = torch.zeros(2, 3, dtype=dtype)
    b = a
    write(b)
    assert b is a
    assert a[0].tolist() == [1, 1, 1]
    a = torch.zeros(2, 3, dtype=dtype)
    b = a[0]
    write(b)
    assert a[0, 0] == 1
    assert a[1].tolist() == [0, 0, 0]


@says(
    "mistakes/tensors/view_changed",
    "A function that works in place changes what its caller holds.",
    "Write `b = b + 1`, or take a `clone` first.",
)
@pytest.mark.parametrize(
    "function", [lambda x: F.relu(x, inplace=True), lambda x: x.clamp_(0), nn.ReLU(inplace=True)]
)
def test_function_in_place_changes_its_argument(function):
    held = torch.tensor([-1.0, 2.0])
    function(held.clone())
    b = held
    b = b + 1
    assert held.tolist() == [-1, 2]
    function(held)
    assert held.tolist() == [0, 2]


@says(
    "mistakes/tensors/keepdim_forgotten",
    "`x.mean(dim=1)` of (N, D) is (N,), and `x - x.mean(dim=1)` lines it up with the columns: "
    "(2, 3) raises, a square matrix does not.",
)
@pytest.mark.parametrize("n", [2, 3, 7])
def test_mean_of_rows_lines_up_with_columns(n):
    array = np.random.default_rng(n).standard_normal((n, n))
    x = torch.from_numpy(array)
    assert torch.ones(n, 4).mean(dim=1).shape == (n,)
    by_hand = [[array[i, j] - array[j].mean() for j in range(n)] for i in range(n)]
    np.testing.assert_allclose(x - x.mean(dim=1), by_hand, rtol=1e-12)
    wide = torch.ones(2, 3)
    with pytest.raises(RuntimeError, match="size of tensor"):
        wide - wide.mean(dim=1)


@says(
    "mistakes/tensors/keepdim_forgotten",
    "The same happens in a division by a norm or a sum.",
    "Keep the dimension with `keepdim=True` where you subtract or divide, and look at the sums "
    "afterwards.",
)
@pytest.mark.parametrize("measure", [torch.sum, torch.linalg.vector_norm])
def test_division_by_a_norm_or_a_sum(measure):
    x = torch.rand(4, 4) + 0.1
    assert measure(x / measure(x, dim=1, keepdim=True), dim=1).tolist() == pytest.approx([1] * 4)
    wrong = x / measure(x, dim=1)
    assert not torch.allclose(measure(wrong, dim=1), torch.ones(4), atol=0.01)
    row = measure(x[2]).item()
    assert wrong[:, 2].tolist() == pytest.approx([v / row for v in x[:, 2].tolist()])
    with pytest.raises(RuntimeError, match="size of tensor"):
        x[:2] / measure(x[:2], dim=1)


@says(
    "mistakes/tensors/integer_division",
    "Write `1.0`, `dtype=torch.float32` or `float()`, and `/` for a share.",
)
def test_ways_to_floats():
    for x in (
        torch.tensor([1.0, 2]),
        torch.tensor([1, 2], dtype=torch.float32),
        torch.tensor([1, 2]).float(),
    ):
        x[0] = 0.5
        assert x.tolist() == [0.5, 2]
    assert (torch.tensor([3, 4]) / 4).tolist() == [0.75, 1]


@says("mistakes/tensors/uint8_overflow", "Pictures come as uint8, 0 to 255.")
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_pictures_come_as_uint8(kind):
    array = np.zeros((8, 16, 3), dtype=np.uint8)
    array[:, 8:] = 255
    file = io.BytesIO()
    Image.fromarray(array).save(file, kind)
    for picture in (
        decode_image(torch.frombuffer(bytearray(file.getvalue()), dtype=torch.uint8)),
        pil_to_tensor(Image.open(file)),
        torch.from_numpy(np.array(Image.open(file))),
    ):
        assert picture.dtype == torch.uint8
        assert (picture.min(), picture.max()) == (0, 255)


@says(
    "mistakes/tensors/uint8_overflow",
    "Convert before you compute: `float()`, or `int()`; `clamp(0, 255)` before you go back.",
)
def test_convert_and_clamp():
    a, b = np.meshgrid(np.arange(256), np.arange(256))
    x, y = torch.from_numpy(a).byte(), torch.from_numpy(b).byte()
    for convert in (torch.Tensor.float, torch.Tensor.int):
        assert np.array_equal(convert(x) - convert(y), a - b)
        back = (convert(x) + convert(y)).clamp(0, 255).byte()
        assert np.array_equal(back, np.minimum(a + b, 255))


@says(
    "mistakes/tensors/squeeze_drops_the_batch",
    "`squeeze()` without `dim` drops every dimension of size 1.",
)
@given(shape=st.lists(st.integers(1, 3), max_size=5))
def test_squeeze_drops_every_one(shape):
    assert list(torch.zeros(shape).squeeze().shape) == [n for n in shape if n != 1]


@says(
    "mistakes/tensors/squeeze_drops_the_batch",
    "Often something raises later; a loop over samples, `len` and a mean over `dim=0` go on, over "
    "the classes.",
)
@pytest.mark.parametrize(
    "consumer",
    [
        lambda x: x.argmax(dim=1),
        lambda x: nn.BatchNorm1d(3).eval()(x),
        lambda x: torch.cat([torch.zeros(8, 3), x]),
        lambda x: x.softmax(dim=1),
    ],
)
def test_squeezed_batch_of_one_later(consumer):
    x = torch.rand(1, 3, 1, 1)
    consumer(x.flatten(1))
    with pytest.raises((RuntimeError, ValueError, IndexError)):
        consumer(x.squeeze())
    values = x.flatten().tolist()
    assert [row.item() for row in x.squeeze()] == values
    assert len(x.squeeze()) == 3
    assert x.squeeze().mean(dim=0).item() == pytest.approx(sum(values) / 3)


@says(
    "mistakes/tensors/repeated_index",
    "x[index] += 1 adds once.",
    "The values at the positions are read, raised, and written back: a position that stands twice "
    "in the index is written twice with one result.",
    "`-=` and `*=` do the same, and of different values one is kept.",
    "Counts come out too small, and sums by group lose rows.",
)
@given(at=st.lists(st.integers(0, 4), min_size=1, max_size=30))
def test_repeated_index_is_written_with_one_result(at):
    index, values = torch.tensor(at), torch.arange(1.0, len(at) + 1)
    plus, minus, times = torch.ones(5), torch.ones(5), torch.ones(5)
    plus[index] += 1
    minus[index] -= 1
    times[index] *= 3
    hit = np.isin(np.arange(5), at)
    assert plus.tolist() == (1 + hit).tolist()
    assert minus.tolist() == (1 - hit).tolist()
    assert times.tolist() == (1 + 2 * hit).tolist()
    sums = torch.zeros(5)
    sums[index] += values
    for place in range(5):
        assert (
            sums[place].item() in [i + 1 for i, p in enumerate(at) if p == place] or not hit[place]
        )
    by_group = np.bincount(at, weights=values.numpy(), minlength=5)
    repeated = len(set(at)) < len(at)
    assert (sums.sum().item() < by_group.sum()) == repeated
    assert ((plus - 1).sum().item() < len(at)) == repeated


@says(
    "mistakes/tensors/nan_compared",
    "`==`, `<`, `<=`, `>` and `>=` with NaN are False, so `x == nan` finds none, a check of "
    "`loss > limit` lets it pass, and whether `max(best, loss)` of Python keeps NaN depends on "
    "the order.",
)
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("other", [0.0, -1.0, float("inf"), NAN])
def test_comparisons_with_nan_are_false(dtype, other):
    nan = torch.tensor([NAN], dtype=dtype)
    for one, two in ((nan, other), (nan, nan), (torch.tensor([other], dtype=dtype), NAN)):
        for made in (one == two, one < two, one <= two, one > two, one >= two):
            assert made.tolist() == [False]
    assert max(nan, torch.tensor([1.0])).isnan()
    assert max(torch.tensor([1.0]), nan).item() == 1


@says(
    "mistakes/tensors/nan_compared",
    "Ask with `isnan` or `isfinite` (`not_a_number`); `detect_anomaly` finds a NaN gradient.",
)
@pytest.mark.filterwarnings("ignore:Anomaly", "ignore:Error detected")
@pytest.mark.parametrize("dtype", FLOATS[:2])
def test_asking_for_nan(dtype):
    x = torch.tensor([1.0, NAN, float("inf")], dtype=dtype)
    assert x.isnan().tolist() == [False, True, False]
    assert x.isfinite().tolist() == [True, False, False]
    below = torch.tensor([-1.0], dtype=dtype, requires_grad=True)
    with torch.autograd.detect_anomaly():
        with pytest.raises(RuntimeError, match="'SqrtBackward0' returned nan"):
            below.sqrt().sum().backward()
        assert below.log().isnan()
        below.log().sum().backward()  # a NaN loss, and its gradient is 1 / -1


@says(
    "mistakes/tensors/numpy_shares_memory",
    "A reader that fills the same buffer again changes every frame you kept, and weights kept "
    "with `detach().numpy()` follow the training.",
)
@pytest.mark.parametrize("keep", [torch.from_numpy, torch.as_tensor])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_frames_on_one_buffer(keep, count):
    buffer, frames = np.zeros(3, dtype=np.float32), []
    for step in range(count):
        buffer[:] = step
        frames.append(keep(buffer))
    assert all((frame == count - 1).all() for frame in frames)
    layer = nn.Linear(2, 1)
    kept, copied = layer.weight.detach().numpy(), layer.weight.detach().numpy().copy()
    layer(torch.ones(2)).sum().backward()
    torch.optim.SGD(layer.parameters(), lr=1.0).step()
    assert np.array_equal(kept, layer.weight.detach().numpy())
    np.testing.assert_allclose(kept, copied - 1, rtol=1e-5, atol=1e-6)


OPTIMIZERS = [torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop]


@says(
    "mistakes/tensors/in_place_on_detached",
    "Changed in place, for a plot or a log, it changes the output that the loss is computed from "
    "next; weights kept with `detach()` follow the optimizer, so a comparison says that nothing "
    "was trained.",
    "Write the operation without its underscore, or take `detach().clone()`.",
)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_detached_follows_and_changes(optimizer):
    layer = nn.Linear(2, 1)
    output = layer(torch.ones(2))
    expected = output.item() ** 2
    output.detach().clamp(9, 9)
    output.detach().clone().clamp_(9, 9)
    assert (output**2).item() == pytest.approx(expected)
    output.detach().clamp_(9, 9)
    assert (output**2).item() == 81
    kept, copied = layer.weight.detach(), layer.weight.detach().clone()
    layer(torch.ones(2)).sum().backward()
    optimizer(layer.parameters(), lr=0.1).step()
    assert (layer.weight - kept).abs().sum() == 0
    assert (layer.weight - copied).abs().sum() > 0.01


MAKERS = [
    torch.empty,
    lambda n: torch.empty_like(torch.zeros(n)),
    lambda n: torch.zeros(1).new_empty(n),
    torch.Tensor,
]


@says(
    "mistakes/tensors/uninitialised_empty",
    "`torch.empty`, `empty_like`, `new_empty` and a capital `torch.Tensor(3)` reserve memory and "
    "leave in it what was there: zeros in one run, 1e+30 in another.",
)
@pytest.mark.parametrize("make", MAKERS)
def test_memory_keeps_what_was_there(make):
    """The memory of a tensor just deleted comes back: with its values, or the test is no use.

    What is made stays, so that holes of the heap fill up; a tensor before keeps the place apart.
    """
    size, kept, found = 4096, [], set()
    for value in itertools.islice(itertools.cycle([0.0, 1e30]), 4000):
        before, *old = (torch.full((size,), value) for _ in range(3))
        places = {x.data_ptr() for x in old}
        del old
        made = make(size)
        kept += before, made
        if made.data_ptr() in places and (made[64:] == value).all():
            found.add(value)
        if len(found) == 2:
            break
    assert found == {0.0, 1e30}


@says(
    "mistakes/tensors/uninitialised_empty",
    "A sum that starts there, or a weight that nobody initialises, carries them on.",
    "Write `zeros`, `torch.tensor(3)`, or fill it.",
    "Memory that is not written is NaN here, so that every run prints the same.",
)
@pytest.mark.parametrize("make", MAKERS)
def test_unwritten_memory_is_carried_on(make):
    before = torch.are_deterministic_algorithms_enabled()
    torch.use_deterministic_algorithms(True)
    try:
        total = make(2)
        total += 1
        assert total.isnan().all()
        assert F.linear(torch.ones(3), nn.Parameter(make(3)[None])).isnan().all()
        assert make(3).fill_(2).tolist() == [2, 2, 2]
        assert torch.zeros(2).tolist() == [0, 0]
        assert torch.tensor(3).tolist() == 3
    finally:
        torch.use_deterministic_algorithms(before)


@says(
    "mistakes/tensors/float32_counter",
    "A float32 has 24 bits for its digits: above 2**24 whole numbers are missing, and 2**24 + 1 is "
    "2**24.",
)
def test_float32_has_24_bits():
    assert torch.finfo(torch.float32).eps == 2.0 ** -(24 - 1)
    below = torch.arange(2**24 - 1000, 2**24 + 1)
    assert torch.equal(below.float().long(), below)
    assert torch.arange(2**24, 2**24 + 1000).float().unique().numel() == 501
    assert torch.tensor(2**24 + 1).float().item() == np.float32(2**24 + 1) == 2**24


@says(
    "mistakes/tensors/float32_counter",
    "Dates, seconds since 1970 and long ids lose their last digits, and two may become one.",
    "Count and number in int64; sum half precision with `dtype=torch.float32`.",
)
@pytest.mark.parametrize("first", [20240131, 1_700_000_000, 9_876_543_210])
def test_last_digits_are_lost(first):
    numbers = torch.arange(first, first + 10)
    assert numbers.dtype == torch.int64
    assert not torch.equal(numbers.float().long(), numbers)
    assert numbers.float().unique().numel() < 10 == numbers.unique().numel()
    assert torch.ones(70_000, dtype=torch.float16).sum(dtype=torch.float32) == 70_000


@says(
    "mistakes/tensors/float32_counter",
    "The largest float16 is 65504: the sum of 70 000 ones is `inf`.",
)
def test_largest_float16():
    assert torch.finfo(torch.float16).max == float(np.finfo(np.float16).max) == 65504
    assert torch.ones(70_000, dtype=torch.float16).sum().item() == float("inf")
    assert torch.ones(65_504, dtype=torch.float16).sum().item() == 65504


@says(
    "mistakes/tensors/expand_written",
    "Take `clone()` or `repeat` to write: `expand` and `repeat`.",
)
@pytest.mark.parametrize(
    "copy", [lambda x: x.expand(3, 2).clone(), lambda x: x.repeat(3, 1)], ids=["clone", "repeat"]
)
def test_clone_and_repeat_can_be_written(copy):
    base = torch.zeros(2)
    rows = copy(base)
    rows[0] = 1
    rows[[1]] += 2
    assert rows.tolist() == [[1, 1], [2, 2], [0, 0]]
    assert base.tolist() == [0, 0]


@says(
    "mistakes/tensors/unstable_sort",
    "equal elements change places.",
    "`sort` and `argsort` promise nothing about the order of equals, nor does `topk`.",
    "Rows in order of time lose it when they are sorted by group, and samples with equal scores "
    "are ranked arbitrarily.",
)
def test_order_of_equals_is_not_kept():
    assert "stable=False" in torch.sort.__doc__
    group = torch.arange(1000) % 2
    for order in (group.sort().indices, group.argsort()):
        first = order[:500]
        assert sorted(first.tolist()) == list(range(0, 1000, 2))
        assert first.tolist() != list(range(0, 1000, 2))
    scores = torch.ones(100)
    assert scores.argsort(descending=True).tolist() != list(range(100))
    assert scores.topk(3).indices.tolist() != [0, 1, 2]


@says(
    "mistakes/tensors/unstable_sort",
    "For two keys sort by the second first, then by the first with `stable=True`.",
)
@given(rows=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=60))
def test_two_keys(rows):
    first, second = torch.tensor(rows).T
    order = second.argsort()
    order = order[first[order].argsort(stable=True)]
    assert [rows[i] for i in order] == sorted(rows)


@says(
    "mistakes/tensors/multinomial_of_zeros",
    "weight 0 is drawn.",
    "A class that was excluded by a zero comes back, and a `WeightedRandomSampler` with "
    "`replacement=False` shows the samples it should leave out.",
)
@pytest.mark.parametrize("positive", [1, 2, 9])
def test_weight_zero_comes_back(positive):
    weights = [1.0] * positive + [0.0] * (10 - positive)
    assert set(range(10)) == set(WeightedRandomSampler(weights, 10, replacement=False))
    drawn = torch.multinomial(torch.tensor(weights), positive + 1)
    assert (drawn >= positive).sum() == 1
    assert max(WeightedRandomSampler(weights, positive, replacement=False)) < positive
    assert max(WeightedRandomSampler(weights, 100, replacement=True)) < positive
