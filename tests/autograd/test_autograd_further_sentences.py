"""What the sentences of autograd/further say."""

import gc
import inspect
import time
import warnings
import weakref
from functools import partial

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn
from torch.autograd import gradcheck, gradgradcheck
from torch.func import functional_call, grad, grad_and_value, jacfwd, jacrev, jvp, vjp, vmap
from torch.multiprocessing.reductions import StorageWeakRef
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.checkpoint import (
    CheckpointPolicy,
    checkpoint,
    create_selective_checkpoint_contexts,
)
from torch.utils.flop_counter import FlopCounterMode

of_jit = pytest.mark.filterwarnings("ignore:.*torch.jit.script.*")


def leaf(*shape, dtype=None):
    """Return a leaf that requires a gradient."""
    return torch.randn(shape, dtype=dtype, requires_grad=True)


@says(
    "autograd/further/tensor_hooks",
    "The function gets the gradient of that tensor during `backward`; what it returns takes its"
    " place.",
)
@pytest.mark.parametrize("result", [None, 7.0])
def test_tensor_hook(result):
    x, seen = leaf(3), []
    h = x * 2

    def look(gradient):
        seen.append(gradient)
        return None if result is None else torch.full_like(gradient, result)

    h.register_hook(look)
    (h**2).sum().backward()
    torch.testing.assert_close(seen, [2 * h.detach()])
    expected = 4 * h.detach() if result is None else torch.full((3,), 2 * result)
    torch.testing.assert_close(x.grad, expected)


@says(
    "autograd/further/tensor_hooks",
    "For several tensors `torch.autograd.graph.register_multi_grad_hook`; after accumulation into"
    " `.grad`, `register_post_accumulate_grad_hook`.",
)
def test_other_hooks():
    x, y, seen, sums = leaf(2), leaf(2), [], []
    torch.autograd.graph.register_multi_grad_hook((x, y), lambda grads: seen.append(len(grads)))
    x.register_post_accumulate_grad_hook(lambda p: sums.append(p.grad.tolist()))
    for _ in range(2):
        (3 * x + y).sum().backward()
    assert seen == [2, 2]
    assert sums == [[3, 3], [6, 6]]


@says(
    "autograd/further/custom_function",
    "Write `forward`, keep what backward needs in `setup_context`, and return one gradient an input"
    " from `backward`.",
    "Call it by `apply`.",
    "one an input of forward",
)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_custom_function(count):
    class Product(torch.autograd.Function):
        @staticmethod
        def forward(x, y):
            return x * y

        @staticmethod
        def setup_context(ctx, inputs, output):
            ctx.save_for_backward(*inputs)

        @staticmethod
        def backward(ctx, grad_output):
            x, y = ctx.saved_tensors
            return (grad_output * y, grad_output * x, torch.ones(3))[:count]

    inputs = leaf(3, dtype=torch.float64), leaf(3, dtype=torch.float64)
    if count == 2:
        assert gradcheck(Product.apply, inputs)
    else:
        with pytest.raises(RuntimeError, match="returned an incorrect number of gradients"):
            Product.apply(*inputs).sum().backward()


@says(
    "autograd/further/custom_function",
    "Here: rounding, whose true gradient is 0, with the gradient of the identity within the "
    "limit (straight-through), as in quantisation.",
    "for torch.func.vmap",
    "tensors; a number goes on ctx",
)
@pytest.mark.parametrize("limit", [1, 2, 2.5])
def test_straight_through(limit):
    function = names_of("autograd/further/custom_function")["Round"]
    x = torch.linspace(-4, 4, 41, requires_grad=True)
    assert torch.autograd.grad(x.round().sum(), x)[0].count_nonzero() == 0
    y = function.apply(x, limit)
    assert torch.equal(y, x.round().clamp(-limit, limit))
    y.sum().backward()
    assert torch.equal(x.grad, (x.detach().abs() <= limit).float())
    each = vmap(grad(lambda t: function.apply(t, limit)))(x.detach())
    assert torch.equal(each, x.grad)


class Wrong(torch.autograd.Function):
    """Two products, with one gradient of four that is wrong."""

    @staticmethod
    def forward(ctx, x, y, which):
        ctx.save_for_backward(x, y)
        ctx.which = which
        return x * y, x * y * 2

    @staticmethod
    def backward(ctx, a, b):
        x, y = ctx.saved_tensors
        parts = [[a * y, 2 * b * y], [a * x, 2 * b * x]]
        if ctx.which is not None:
            parts[ctx.which[0]][ctx.which[1]] = parts[ctx.which[0]][ctx.which[1]] * 1.5
        return sum(parts[0]), sum(parts[1]), None


@says(
    "autograd/further/gradcheck",
    "For the inputs of your function that require a gradient.",
    "It raises with both Jacobians when they differ; `gradgradcheck` tests the second derivative.",
)
@pytest.mark.parametrize("which", [None, (0, 0), (0, 1), (1, 0), (1, 1)])
def test_gradcheck(which):
    x, y = leaf(2, dtype=torch.float64), leaf(2, dtype=torch.float64)
    if which is None:
        assert gradcheck(Wrong.apply, (x, y, which))
        assert gradgradcheck(Wrong.apply, (x, y, which))
        return
    with pytest.raises(RuntimeError, match=r"(?s)numerical:tensor.*analytical:tensor"):
        gradcheck(Wrong.apply, (x, y, which))
    frozen = [x.detach() if which[0] == 0 else x, y.detach() if which[0] == 1 else y]
    assert gradcheck(Wrong.apply, (*frozen, which))


@says("autograd/further/gradcheck", "In float64, away from kinks such as that of ReLU.")
def test_gradcheck_at_a_kink():
    def passes(value, dtype):
        x = torch.tensor([value], dtype=dtype, requires_grad=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # float32: a warning
            return gradcheck(lambda x: x.relu() * 1.234, (x,), raise_exception=False)

    assert passes(0.3, torch.float64)
    assert not passes(0.0, torch.float64)
    assert not passes(0.3, torch.float32)


@says("autograd/further/higher_order", "The gradient itself becomes part of a graph.")
@pytest.mark.parametrize("create", [True, False])
def test_create_graph(create):
    x = leaf(3)
    (first,) = torch.autograd.grad((x**3).sum(), x, create_graph=create)
    assert first.requires_grad is create
    if create:
        torch.testing.assert_close(torch.autograd.grad(first.sum(), x)[0], 6 * x.detach())


@says(
    "autograd/further/higher_order",
    "With `backward(create_graph=True)` a reference cycle keeps memory: prefer `autograd.grad`.",
)
def test_reference_cycle():
    def lives(backward):
        x = leaf(3)
        node = weakref.ref(x)
        y = (x**2).sum()
        if backward:
            with pytest.warns(UserWarning, match="reference cycle"):
                y.backward(create_graph=True)
        else:
            torch.autograd.grad(y, x, create_graph=True)
        del x, y
        return node() is not None

    gc.disable()
    torch.set_warn_always(True)  # a process warns once
    try:
        assert lives(backward=True)
        assert not lives(backward=False)
    finally:
        torch.set_warn_always(False)
        gc.enable()


@says(
    "autograd/further/func_grad",
    "By the first argument unless `argnums` says otherwise.",
    "No `requires_grad`, no `.grad`.",
)
def test_func_grad_arguments():
    a, b = torch.randn(2, 3)
    f = lambda a, b: (a * b**2).sum()  # noqa: E731
    torch.testing.assert_close(grad(f)(a, b), b**2)
    torch.testing.assert_close(grad(f, argnums=1)(a, b), 2 * a * b)
    both = grad(f, argnums=(0, 1))(a, b)
    torch.testing.assert_close(both, (b**2, 2 * a * b))
    x = leaf(3)
    assert not grad(f)(a, b).requires_grad
    grad(f)(x, b)
    assert x.grad is None


@says(
    "autograd/further/func_grad",
    "`grad_and_value` gives both; `functional_call` runs a module with parameters given as a"
    " dictionary.",
)
def test_grad_and_value():
    x = torch.randn(3)
    found = grad_and_value(lambda x: (x**2).sum())(x)
    torch.testing.assert_close(found, (2 * x, (x**2).sum()))
    model, other = nn.Linear(3, 2), nn.Linear(3, 2)
    out = functional_call(model, dict(other.named_parameters()), (x,))
    assert torch.equal(out, other(x))
    assert not torch.equal(out, model(x))


@says(
    "autograd/further/func_vmap",
    "Adds a batch dimension to the arguments; `in_dims=None` for those that have none.",
)
@pytest.mark.parametrize("count", [1, 5])
@pytest.mark.parametrize("in_dims", [(0, 0), (None, 0), (0, None), 0])
def test_vmap(count, in_dims):
    pair = in_dims if isinstance(in_dims, tuple) else (0, 0)
    a, b = (torch.randn(3) if dim is None else torch.randn(count, 3) for dim in pair)
    expected = (a * b).sum(-1)
    torch.testing.assert_close(vmap(torch.dot, in_dims=in_dims)(a, b), expected)
    if in_dims == 0:
        torch.testing.assert_close(vmap(torch.dot)(a, b), expected)


@says(
    "autograd/further/func_vmap",
    'Random functions need `randomness="different"` or `"same"`, and `.item()` or branches on'
    " batched values do not work inside.",
)
def test_vmap_refuses():
    x = torch.zeros(50)
    with pytest.raises(RuntimeError, match="called random operation"):
        vmap(lambda t: t + torch.rand(()))(x)
    for randomness, count in (("different", 50), ("same", 1)):
        found = vmap(lambda t: t + torch.rand(()), randomness=randomness)(x)
        assert len(found.unique()) == count
    with pytest.raises(RuntimeError, match=r"\.item\(\)"):
        vmap(lambda t: t + t.item())(x)
    with pytest.raises(RuntimeError, match="data-dependent control flow"):
        vmap(lambda t: t if t > 0 else -t)(x)
    shared = torch.tensor(2.0)
    found = vmap(lambda s, t: t + s.item() if s > 0 else t, in_dims=(None, 0))(shared, x)
    assert found.eq(2).all()


def work(f):
    """Count the operations of matrix products."""
    with FlopCounterMode(display=False) as counter:
        f()
    return counter.get_total_flops()


@of_jit
@says(
    "autograd/further/func_jacobian",
    "`jacrev` goes backward, good for few outputs; `jacfwd` goes forward, good for few inputs.",
)
@pytest.mark.parametrize(("outputs", "inputs"), [(2, 50), (50, 2)])
def test_work_of_a_jacobian(outputs, inputs):
    matrix, x = torch.randn(outputs, inputs), torch.randn(inputs)

    def f(x):
        return (matrix @ x.unsqueeze(1)).squeeze(1)

    torch.testing.assert_close(jacrev(f)(x), matrix)
    torch.testing.assert_close(jacfwd(f)(x), matrix)
    backward, forward = work(lambda: jacrev(f)(x)), work(lambda: jacfwd(f)(x))
    few, many = (backward, forward) if outputs < inputs else (forward, backward)
    assert many > 10 * few


@says(
    "autograd/further/func_jacobian",
    "The result has the shape of the output followed by the shape of the input.",
)
@pytest.mark.parametrize("output", [(), (2,), (2, 3)])
@pytest.mark.parametrize("shape", [(), (4,), (4, 5)])
def test_shape_of_a_jacobian(output, shape):
    found = jacrev(lambda x: x.sum() * torch.ones(output))(torch.randn(shape))
    assert found.shape == (*output, *shape)


@of_jit
@says(
    "autograd/further/func_jacobian",
    "`vjp` (and forward, `jvp`) multiply with a vector without building the matrix.",
)
def test_vjp_and_jvp():
    matrix, x, v, t = torch.randn(40, 30), torch.randn(30), torch.randn(40), torch.randn(30)

    def f(x):
        return (matrix @ x.unsqueeze(1)).squeeze(1)

    torch.testing.assert_close(vjp(f, x)[1](v)[0], v @ matrix)
    torch.testing.assert_close(jvp(f, (x,), (t,))[1], matrix @ t)
    one = work(lambda: f(x))
    assert work(lambda: vjp(f, x)[1](v)) <= 3 * one
    assert work(lambda: jvp(f, (x,), (t,))) <= 3 * one
    assert work(lambda: jacrev(f)(x)) > 20 * one


@of_jit
@says("autograd/further/func_jacobian", "the same as hessian(g)(x)")
@given(a=st.floats(-3, 3), b=st.floats(-3, 3))
def test_hessian(a, b):
    x = torch.tensor([a, b], dtype=torch.float64)
    g = lambda x: x[0] ** 2 * x[1] + x[1].sin()  # noqa: E731
    torch.testing.assert_close(torch.func.hessian(g)(x), jacrev(jacrev(g))(x))


MODELS = {
    "linear": (nn.Linear(6, 2), (6,)),
    "convolution": (nn.Sequential(nn.Conv2d(1, 2, 3), nn.Flatten(), nn.Linear(18, 2)), (1, 5, 5)),
    "norm": (nn.Sequential(nn.Flatten(), nn.LayerNorm(6), nn.Linear(6, 2)), (2, 3)),
}


@says(
    "autograd/further/per_sample_gradients",
    "Their mean is the gradient of the mean loss.",
    "a batch of one",
)
@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("count", [1, 4])
def test_per_sample_gradients(name, count):
    model, shape = MODELS[name]
    x, y = torch.randn(count, *shape), torch.randn(count, 2)
    loss_of = names_of("autograd/further/per_sample_gradients")["loss_of"]
    loss_of.__globals__["model"] = model
    params = {name: p.detach() for name, p in model.named_parameters()}
    each = vmap(grad(loss_of), in_dims=(None, 0, 0))(params, x, y)
    model.zero_grad()
    F.mse_loss(model(x), y).backward()
    for name, p in model.named_parameters():
        torch.testing.assert_close(each[name].mean(0), p.grad)
        alone = grad(lambda ps: F.mse_loss(functional_call(model, ps, (x[:1],)), y[:1]))(params)
        torch.testing.assert_close(each[name][0], alone[name])


@says(
    "autograd/further/checkpointing",
    "Activations inside the block are not kept; `backward` computes them again.",
    "The gradients are the same, dropout included: the state of the random generator is restored.",
)
@pytest.mark.parametrize("p", [0.0, 0.5])
@pytest.mark.parametrize("shape", [(4, 8), (2, 3, 8)])
def test_checkpoint(p, shape):
    block = nn.Sequential(nn.Linear(8, 64), nn.GELU(), nn.Dropout(p), nn.Linear(64, 1))
    x, saved, gradients = torch.randn(shape), [], []

    def pack(t):
        saved.append(t)
        return t

    for run in (block, lambda x: checkpoint(block, x, use_reentrant=False)):
        torch.manual_seed(0)
        block.zero_grad()
        saved.clear()
        with torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t):
            loss = run(x).sum()
        torch.rand(7)  # the generator goes on before backward
        kept = any(t.shape == (*shape[:-1], 64) for t in saved)
        assert kept is (run is block)
        loss.backward()
        gradients.append([q.grad.clone() for q in block.parameters()])
    assert all(torch.equal(a, b) for a, b in zip(*gradients, strict=True))


@says("autograd/further/checkpointing", "less memory, one more forward pass.")
def test_checkpoint_runs_forward_again():
    block = nn.Sequential(nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 8))
    runs = []
    block.register_forward_pre_hook(lambda *_: runs.append(1))
    checkpoint(block, torch.randn(2, 8), use_reentrant=False).sum().backward()
    assert len(runs) == 2


@says("autograd/further/checkpointing",
      "Batch norm inside the block counts a batch twice in its running statistics.")  # fmt: skip
@pytest.mark.parametrize("again", [False, True])
def test_checkpoint_of_batch_norm(again):
    x, (block, plain) = torch.randn(6, 3), [nn.Sequential(nn.BatchNorm1d(3)) for _ in range(2)]
    checkpoint(block, x, use_reentrant=False).square().sum().backward()
    plain(x)
    if again:
        plain(x)
    same = torch.equal(block[0].running_mean, plain[0].running_mean)
    assert same is again
    assert (block[0].num_batches_tracked == plain[0].num_batches_tracked) == again


@says("autograd/further/checkpointing", "Pass `use_reentrant=False`, as the documentation asks.")
def test_documentation_of_checkpoint():
    text = " ".join(inspect.getdoc(checkpoint).split())
    assert "It is recommended that you use ``use_reentrant=False``" in text
    with pytest.warns(UserWarning, match="use_reentrant parameter should be passed explicitly"):
        checkpoint(torch.exp, leaf(2))


@pytest.mark.filterwarnings("ignore:Anomaly Detection")
@says(
    "autograd/further/detect_anomaly",
    "`backward` fails at the first NaN, and the traceback of the forward line is printed.",
    "a warning holds the traceback",
)
def test_detect_anomaly():
    x = torch.zeros(2, requires_grad=True)
    with torch.autograd.detect_anomaly():
        y = (x.sqrt() * x).sum()  # the forward line
        with (
            pytest.warns(UserWarning, match=r"(?s)Traceback of forward call.*# the forward line"),
            pytest.raises(RuntimeError, match="'SqrtBackward0' returned nan"),
        ):
            y.backward()
    assert not torch.is_anomaly_enabled()


@pytest.mark.filterwarnings("ignore:Anomaly Detection")
@says("autograd/further/detect_anomaly", "Slow: switch it on to find the bug, then off.")
def test_anomaly_mode_is_slow():
    def seconds(mode):
        best = float("inf")
        for _ in range(5):
            x = leaf(2)
            start = time.perf_counter()
            with torch.autograd.set_detect_anomaly(mode):
                y = x
                for _ in range(50):
                    y = y.sin()
                y.sum().backward()
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(True) > 1.5 * seconds(False)


@says(
    "autograd/further/autograd_functional",
    "The results have no graph unless `create_graph=True`.",
)
@pytest.mark.parametrize("name", ["jacobian", "hessian", "hvp", "vhp", "vjp", "jvp"])
def test_results_without_a_graph(name):
    compute = getattr(torch.autograd.functional, name)
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    v = {"vjp": [torch.tensor(1.0)], "jacobian": [], "hessian": []}.get(name, [torch.ones(2)])
    for graph in (False, True):
        found = compute(lambda x: (x**3).sum(), x, *v, create_graph=graph)
        result = found[1] if isinstance(found, tuple) else found
        assert result.requires_grad == graph


class Calls(TorchDispatchMode):
    """Note each operation that is computed, and the memory of its result."""

    def __init__(self):
        super().__init__()
        self.operations, self.results = [], []

    def __torch_dispatch__(self, operation, types, args=(), kwargs=None):
        result = operation(*args, **(kwargs or {}))
        self.operations.append(operation)
        if isinstance(result, torch.Tensor):
            storage = result.untyped_storage()
            self.results.append((StorageWeakRef(storage), storage.nbytes()))
        return result

    def bytes_alive(self):
        alive = {ref.cdata: size for ref, size in self.results if not ref.expired()}
        return sum(alive.values())


def products_and_gelus(bias):
    product = torch.ops.aten.addmm.default if bias else torch.ops.aten.mm.default
    block = nn.Sequential(
        nn.Linear(9, 9, bias=bias), nn.GELU(), nn.Linear(9, 9, bias=bias), nn.GELU()
    )
    return product, torch.ops.aten.gelu.default, block


@says(
    "autograd/further/selective_checkpointing",
    "A policy says of each operation in the block whether its result is kept.",
    "Here those of the linear layers are, and `backward` computes GELU again: no product is made "
    "twice.",
    "Operations have the names of the dispatcher: `nn.Linear` calls `aten.addmm`, without `bias` "
    "it calls `aten.mm`.",
)
@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("kept", ["", "product", "gelu", "product gelu"])
def test_a_policy_keeps_results(bias, kept):
    product, gelu, block = products_and_gelus(bias)
    names = {product: "product", gelu: "gelu"}

    def policy(context, operation, *args, **kwargs):
        keep = names.get(operation, "?") in kept
        return CheckpointPolicy.MUST_SAVE if keep else CheckpointPolicy.PREFER_RECOMPUTE

    contexts = partial(create_selective_checkpoint_contexts, policy)
    x = leaf(5, 9)
    plain = torch.autograd.grad(block(x).square().sum(), x)
    with Calls() as forward:
        y = checkpoint(block, x, use_reentrant=False, context_fn=contexts)
    assert [forward.operations.count(operation) for operation in names] == [2, 2]
    # The backward pass of a product is `mm` as well: two a layer, for input and weight.
    weights = [p for p in block.parameters() if p.dim() == 2]
    inputs = [x, *weights]
    with Calls() as backward:
        found = torch.autograd.grad(y.square().sum(), inputs)
    torch.testing.assert_close(found[:1], plain)
    again = {names[op]: backward.operations.count(op) for op in names}
    again["product"] -= 0 if bias else 2 * len(weights)
    assert {name for name, times in again.items() if times} == set(names.values()) - {*kept.split()}


@says(
    "autograd/further/selective_checkpointing",
    "More is kept than by a plain checkpoint, and less than without one.",
)
@pytest.mark.parametrize("layers", [2, 5])
def test_what_is_kept_of_a_block(layers):
    left = names_of("autograd/further/selective_checkpointing")
    block = nn.Sequential(*[m for _ in range(layers) for m in (nn.Linear(9, 9), nn.GELU())])
    x = leaf(50, 9)
    alive = []
    for options in ({"context_fn": left["contexts"]}, {}, None):
        with Calls() as calls:
            y = (
                block(x)
                if options is None
                else checkpoint(block, x, use_reentrant=False, **options)
            )
        alive.append(calls.bytes_alive() - y.untyped_storage().nbytes())
    assert alive[1] < alive[0] < alive[2]
