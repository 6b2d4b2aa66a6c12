"""What the sentences of autograd/basics say."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torch import nn
from torch.autograd import Variable, gradcheck

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.complex64]
OTHERS = [torch.bool, torch.uint8, torch.int32, torch.int64]


def leaf(*shape, **options):
    """Return a leaf that requires a gradient."""
    return torch.randn(shape, requires_grad=True, **options)


@says(
    "autograd/basics/requires_grad",
    "Tensors do not require one; parameters of a module do.",
)
@pytest.mark.parametrize(
    "module", [nn.Linear(2, 2), nn.Conv2d(1, 2, 3), nn.BatchNorm1d(2), nn.LSTM(2, 2)]
)
def test_who_requires_grad(module):
    made = [torch.ones(2), torch.tensor([1.0]), torch.randn(2), torch.arange(2.0)]
    assert not any(x.requires_grad for x in made)
    assert all(p.requires_grad for p in module.parameters())
    assert not any(b.requires_grad for b in module.buffers())


@says(
    "autograd/basics/requires_grad",
    "A float result of a tensor that requires one does too, and has a `grad_fn`, but for a few such"
    " as `ones_like` and `histc`.",
    "Integers and booleans cannot.",
)
def test_results_require_grad():
    x = leaf(3)
    for y in (x + 1, x.sign(), x.round(), x[0], x.sort().values, x.double(), x > 0, x.argmax()):
        assert y.requires_grad is y.is_floating_point()
        assert (y.grad_fn is not None) is y.is_floating_point()
    for y in (torch.ones_like(x), torch.rand_like(x), x.new_zeros(2), torch.histc(x)):
        assert y.is_floating_point()
        assert not y.requires_grad


@says("autograd/basics/requires_grad", "Integers and booleans cannot.")
@pytest.mark.parametrize("dtype", [*FLOATS, *OTHERS])
def test_dtypes_that_can(dtype):
    if dtype in FLOATS:
        assert torch.ones(2, dtype=dtype, requires_grad=True).requires_grad
    else:
        with pytest.raises(RuntimeError, match="floating point"):
            torch.ones(2, dtype=dtype).requires_grad_()


@says(
    "autograd/basics/variable",
    "`Variable(x)` returns a plain tensor today, so old code runs and the wrapper can go: ask with"
    " `requires_grad=True`.",
    "Around a tensor that has a graph it is `detach()`: no gradient goes through, so look before"
    " you drop it there.",
    "detached",
)
def test_variable():
    plain = Variable(torch.ones(2))
    assert type(plain) is torch.Tensor
    assert not plain.requires_grad
    assert Variable(torch.ones(2), requires_grad=True).requires_grad
    x = leaf(2)
    h = x * 2
    wrapped = Variable(h)
    assert wrapped.data_ptr() == h.data_ptr()
    assert wrapped.grad_fn is None
    (wrapped * x).sum().backward()
    torch.testing.assert_close(x.grad, h.detach())  # without the wrapper: 4 x


@says(
    "autograd/basics/variable",
    "`volatile=True` does nothing but warn: it recorded no graph, which is `torch.no_grad()` now.",
)
def test_volatile():
    with pytest.warns(UserWarning, match=r"volatile was removed.*torch\.no_grad"):
        x = Variable(torch.ones(2), volatile=True)
    assert (x * leaf(2)).requires_grad


@says("autograd/basics/backward", "For a scalar, usually the loss.")
def test_backward_is_for_scalars():
    x = leaf(3)
    x.sum().backward()
    assert x.grad.tolist() == [1, 1, 1]
    with pytest.raises(RuntimeError, match="only for scalar outputs"):
        (x * 2).backward()


SAVING = [torch.exp, torch.relu, torch.square, nn.Linear(3, 3), nn.Tanh()]


@says(
    "autograd/basics/backward",
    "Saved values are freed on the way: a second `backward` raises, unless the first had"
    " `retain_graph=True` or `create_graph=True`, or none was saved, as of `x + 2`.",
)
@pytest.mark.filterwarnings("ignore:Using backward")
@pytest.mark.parametrize("kept", ["retain_graph", "create_graph"])
@pytest.mark.parametrize("f", SAVING)
def test_second_backward(f, kept):
    x = leaf(3)
    y = f(x).sum()
    y.backward()
    with pytest.raises(RuntimeError, match="a second time"):
        y.backward()
    once, x.grad = x.grad, None
    y = f(x).sum()
    y.backward(**{kept: True})
    y.backward()
    torch.testing.assert_close(x.grad.detach(), 2 * once)
    x.grad = None  # with create_graph a cycle


@says(
    "autograd/basics/backward",
    "Saved values are freed on the way: a second `backward` raises, unless the first had"
    " `retain_graph=True` or `create_graph=True`, or none was saved, as of `x + 2`.",
)
@pytest.mark.parametrize("f", [lambda x: x + 2, lambda x: -x, lambda x: x.view(3, 1)])
def test_second_backward_in_silence(f):
    x = leaf(3)
    y = f(x).sum()
    y.backward()
    once = x.grad.clone()
    y.backward()
    torch.testing.assert_close(x.grad, 2 * once)


@says(
    "autograd/basics/accumulation",
    "a backward adds to what is there.",
    "Wanted when small batches make up a large one; a bug when `zero_grad` is forgotten: the step"
    " then follows the sum of the gradients so far.",
)
def test_accumulation():
    x, model = torch.randn(12, 3), nn.Linear(3, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    model(x).sum().backward()
    large = model.weight.grad.clone()
    optimizer.zero_grad()
    for part in x.chunk(4):
        model(part).sum().backward()
    torch.testing.assert_close(model.weight.grad, large)

    before = model.weight.detach().clone()
    model(x[:1]).sum().backward()  # zero_grad forgotten
    optimizer.step()
    torch.testing.assert_close(model.weight.detach(), before - 0.1 * (large + x[:1]))


def optimizers(parameters):
    """Return optimizers that move a weight without a new gradient."""
    yield torch.optim.SGD(parameters, lr=0.1, momentum=0.9)
    yield torch.optim.SGD(parameters, lr=0.1, weight_decay=0.5)
    yield torch.optim.AdamW(parameters, lr=0.1)


@says(
    "autograd/basics/zero_grad",
    "It sets `.grad` to None: memory is freed, and the optimizer leaves out what got no gradient.",
    "With `set_to_none=False` the gradients are zeros, and momentum or weight decay still moves the"
    " weights.",
    "Optimizers and modules both have it.",
)
@pytest.mark.parametrize("which", range(3))
@pytest.mark.parametrize("to_none", [True, False])
@pytest.mark.parametrize("by_module", [True, False])
def test_zero_grad(which, to_none, by_module):
    model = nn.Linear(3, 1)
    optimizer = list(optimizers([*model.parameters()]))[which]
    model(torch.ones(2, 3)).sum().backward()
    optimizer.step()
    before = model.weight.detach().clone()
    (model if by_module else optimizer).zero_grad(**({} if to_none else {"set_to_none": False}))
    assert (model.weight.grad is None) is to_none
    assert to_none or model.weight.grad.tolist() == [[0, 0, 0]]
    optimizer.step()
    assert torch.equal(model.weight, before) is to_none


@says("autograd/basics/leaf", "A leaf has no `grad_fn`.")
def test_leaf():
    x = leaf(2)
    with torch.no_grad():
        unrecorded = x * 2
    for t in (x, x * 2, x.detach(), torch.ones(2) * 2, nn.Linear(1, 1).weight, x[0], unrecorded):
        assert t.is_leaf is (t.grad_fn is None)
    assert not (x * 2).is_leaf


@says(
    "autograd/basics/leaf",
    "Results in between get no `.grad`: call `retain_grad()` on them before `backward`.",
)
@pytest.mark.filterwarnings("ignore:The .grad attribute")
def test_retain_grad():
    x = leaf(2)
    h, k = x * 3, x * 5
    h.retain_grad()
    (h**2 + k**2).sum().backward()
    assert k.grad is None
    torch.testing.assert_close(h.grad, 2 * h.detach())


@says(
    "autograd/basics/leaf",
    "`.to(device)` to another device gives a result, not a leaf: move first, then require.",
)
def test_leaf_on_another_device():
    x = leaf(2)
    assert x.to("cpu") is x
    assert not x.to("meta").is_leaf
    moved = torch.ones(2).to("meta").requires_grad_()
    assert moved.is_leaf


@says(
    "autograd/basics/vector_backward",
    "A result of several numbers has a Jacobian $J$, not one gradient.",
    "same shape as y",
)
def test_vector_has_a_jacobian():
    x = leaf(3)
    assert torch.autograd.functional.jacobian(lambda x: x[:2] ** 2, x).shape == (2, 3)
    for shape in ((2,), (1, 3)):
        with pytest.raises(RuntimeError, match="Mismatch in shape"):
            (x * 2).backward(gradient=torch.ones(shape))


@says(
    "autograd/basics/vector_backward",
    r"`backward(gradient=v)` computes $v^\top J$; a v of ones is the gradient of the sum.",
)
def test_backward_of_a_vector():
    matrix, v = torch.randn(4, 3), torch.randn(4)
    x = leaf(3)
    (matrix @ x).backward(gradient=v)
    torch.testing.assert_close(x.grad, v @ matrix)
    x.grad = None
    (matrix @ x).exp().backward(gradient=torch.ones(4))
    ones, x.grad = x.grad, None
    (matrix @ x).exp().sum().backward()
    torch.testing.assert_close(ones, x.grad)


@says(
    "autograd/basics/autograd_grad",
    "Returns a tuple, one gradient an input, and leaves the `.grad` of leaves alone.",
)
@pytest.mark.parametrize("before", [None, 7.0])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_autograd_grad(before, count):
    xs = [leaf(2) for _ in range(3)]
    for x in xs:
        x.grad = None if before is None else torch.full((2,), before)
    y = sum((i + 2) * x.sum() for i, x in enumerate(xs))
    found = torch.autograd.grad(y, xs[:count])
    assert isinstance(found, tuple)
    assert [g.tolist() for g in found] == [[i + 2.0] * 2 for i in range(count)]
    assert [x.grad if before is None else x.grad.tolist() for x in xs] == [
        before if before is None else [before] * 2
    ] * 3
    between = xs[0] * 3
    between.retain_grad()  # that of a result is filled
    torch.autograd.grad(between.sum(), xs[0])
    assert between.grad.tolist() == [1, 1]


@says(
    "autograd/basics/autograd_grad",
    "An input that the output does not depend on is an error unless `allow_unused=True`, which"
    " gives None.",
)
@pytest.mark.parametrize("shape", [(), (2,), (2, 3)])
def test_unused_input(shape):
    x, y = leaf(2), leaf(*shape)
    with pytest.raises(RuntimeError, match="not have been used"):
        torch.autograd.grad(x.sum(), [x, y])
    assert torch.autograd.grad(x.sum(), [x, y], allow_unused=True)[1] is None


@says(
    "autograd/basics/retain_graph",
    "Needed when two losses share a forward pass and get a `backward` of their own.",
    "One `backward` of their sum goes through the shared part once and gives the same.",
)
@pytest.mark.parametrize("f", SAVING)
def test_two_losses(f):
    x, passes = leaf(3), []

    def losses():
        shared = f(x)
        shared.register_hook(lambda _: passes.append(1))
        return shared.sum(), (shared * 10).sum()

    one, two = losses()
    one.backward()
    with pytest.raises(RuntimeError, match="a second time"):
        two.backward()
    x.grad = None
    one, two = losses()
    passes.clear()
    one.backward(retain_graph=True)
    two.backward()
    apart, x.grad = x.grad, None
    assert len(passes) == 2
    sum(losses()).backward()
    assert len(passes) == 3
    torch.testing.assert_close(x.grad, apart)


@says(
    "autograd/basics/inplace",
    "`sigmoid` and `exp` keep their output for the backward pass, `x * y` its inputs; changing them"
    " in place is noticed by a version counter.",
    "Write `y = y + 1` instead of `y += 1`.",
)
@pytest.mark.parametrize("f", [torch.sigmoid, torch.exp])
def test_changed_output(f):
    a = leaf(2).clone()
    y = f(a)
    a += 1  # the input may change
    y = y + 1
    y.sum().backward()
    y = f(leaf(2))
    assert y._version == 0
    y += 1
    assert y._version == 1
    with pytest.raises(RuntimeError, match="is at version 1; expected version 0"):
        y.sum().backward()


@says(
    "autograd/basics/inplace",
    "`sigmoid` and `exp` keep their output for the backward pass, `x * y` its inputs; changing them"
    " in place is noticed by a version counter.",
)
@pytest.mark.parametrize("which", [0, 1])
def test_changed_factor(which):
    factors = leaf(2).clone(), leaf(2).clone()
    y = factors[0] * factors[1]
    factors[which].add_(1)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        y.sum().backward()


@says(
    "autograd/basics/inplace",
    "A leaf that requires a gradient refuses `+=` where operations are recorded.",
)
@pytest.mark.parametrize("name", ["__iadd__", "__imul__", "copy_", "fill_"])
@pytest.mark.parametrize("mode", [torch.no_grad, torch.inference_mode])
def test_leaf_refuses(name, mode):
    x = leaf(2)
    with pytest.raises(RuntimeError, match="a leaf Variable that requires grad"):
        getattr(x, name)(torch.tensor(2.0))
    before = x.tolist()
    with mode():
        getattr(x, name)(torch.tensor(2.0))
    assert x.tolist() != before
    assert x.requires_grad
    assert x.is_leaf


@says(
    "autograd/basics/finite_differences",
    "In float64: float32 has too few digits for a small step.",
)
@given(x=st.floats(0.5, 2))
def test_slope_needs_float64(x):
    h, slope = 1e-5, {}
    for dtype in (torch.float32, torch.float64):
        at = torch.tensor(x, dtype=dtype)
        slope[dtype] = (((at + h).exp() - (at - h).exp()) / (2 * h)).item()
    assert slope[torch.float64] == pytest.approx(math.exp(x), rel=1e-7)
    assert abs(slope[torch.float32] / math.exp(x) - 1) > 1e-7


@says(
    "autograd/basics/finite_differences",
    "`gradcheck` does this for the inputs that require a gradient.",
)
@pytest.mark.parametrize("wrong", [0, 1])
@pytest.mark.parametrize("required", [(True, False), (False, True), (True, True)])
def test_gradcheck_looks_at_inputs(wrong, required):
    inputs = [torch.randn(3, dtype=torch.float64, requires_grad=r) for r in required]

    def f(*xs):  # half of the gradient of one input is missing
        return sum(x.detach() * x if i == wrong else x * x for i, x in enumerate(xs))

    assert gradcheck(f, inputs, raise_exception=False) is not required[wrong]
