"""What the sentences of autograd and its introductions say."""

import weakref

import pytest
import torch
from support import says
from torch import nn


@says(
    "autograd",
    "Operations on a tensor that requires a gradient are recorded; `backward` walks the record from"
    " the end and adds to `.grad` of the leaves.",
)
def test_record_from_the_end():
    x = torch.ones(2, requires_grad=True)
    y = x * 3
    z = y.exp()
    loss = z.sum()
    seen = []
    for name, t in {"y": y, "z": z}.items():
        t.register_hook(lambda _, name=name: seen.append(name))
    x.grad = torch.ones(2)
    loss.backward()
    assert loss.grad_fn.next_functions[0][0] is z.grad_fn
    assert z.grad_fn.next_functions[0][0] is y.grad_fn
    assert seen == ["z", "y"]
    torch.testing.assert_close(x.grad, 1 + 3 * torch.ones(2).mul(3).exp())


@says("autograd", "No `zero_grad()`: gradients of the batches add up.")
def test_gradients_of_batches_add_up():
    model, batches = nn.Linear(3, 1), torch.randn(4, 5, 3)
    for x in batches:
        model(x).sum().backward()
    torch.testing.assert_close(model.weight.grad, batches.sum((0, 1))[None])


class Packed:
    """A saved tensor, to see when autograd lets it go."""

    def __init__(self, tensor):
        self.tensor = tensor.detach()


def saved_by_five(run):
    """Count the saved tensors in memory while the results of five runs are kept."""
    refs = []

    def pack(tensor):
        packed = Packed(tensor)
        refs.append(weakref.ref(packed))
        return packed

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda packed: packed.tensor):
        kept = [run() for _ in range(5)]
    return len(kept) and sum(ref() is not None for ref in refs)


@says(
    "autograd",
    "`total += loss` in validation with gradients on: the graphs stay in memory; add"
    " `loss.item()`.",
)
@says("autograd/tracking/keep_the_number", "`backward` frees what a graph saved.")
@says(
    "autograd/tracking/keep_the_number",
    "Without it, as in validation with gradients on, a kept or summed loss holds the "
    "activations of its batch.",
    "keeps the graph",
    "keeps the number",
)
def test_what_a_kept_loss_holds():
    model = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1))
    x = torch.randn(4, 3)

    def loss():
        return model(x).square().mean()

    def trained():
        value = loss()
        value.backward()
        return value

    one = saved_by_five(loss) // 5
    assert one >= 3
    assert saved_by_five(loss) == 5 * one
    assert saved_by_five(trained) == 0
    assert saved_by_five(lambda: loss().item()) == 0
    assert saved_by_five(lambda: loss().detach()) == 0
    assert saved_by_five(torch.no_grad()(loss)) == 0

    total = torch.zeros(())

    def summed():
        nonlocal total
        total += loss()

    assert saved_by_five(summed) == 5 * one


@says(
    "autograd",
    "An in-place change of a value that `backward` still needs: an error names it.",
)
def test_the_error_names_the_value():
    y = torch.ones(2, 3, requires_grad=True).sigmoid()
    y += 1
    with pytest.raises(RuntimeError, match=r"FloatTensor \[2, 3\]\], which is output 0 of Sigmoid"):
        y.sum().backward()


@says(
    "autograd/basics",
    "A leaf is a tensor you made; its `.grad` stays None until `backward` reaches it, and a further"
    " `backward` adds to it.",
)
@pytest.mark.parametrize("shape", [(), (2,), (2, 3), (0,)])
def test_grad_of_a_leaf(shape):
    x, other = torch.ones(shape, requires_grad=True), torch.ones(shape, requires_grad=True)
    assert x.is_leaf
    assert x.grad is None
    for times in (1, 2, 3):
        (x * 5).sum().backward()
        assert torch.equal(x.grad, torch.full(shape, 5.0 * times))
        assert other.grad is None


def forward(way, x):
    """Compute with a leaf in one of the ways of the table."""
    if way == "detach":
        return x.detach() * 2
    if way == "requires_grad_":
        return x.clone().detach().requires_grad_(False) * 2
    with torch.inference_mode() if way == "inference_mode" else torch.no_grad():
        return x * 2


@says(
    "autograd/tracking",
    "`torch.inference_mode()` | no | after `clone()` | prediction",
    "`torch.no_grad()` | no | yes | validation, updates by hand",
    "`x.detach()` | of the rest | yes | a value as a constant",
    "`requires_grad_(False)` | of the rest | yes | weights that do not learn",
)
@pytest.mark.parametrize("way", ["inference_mode", "no_grad", "detach", "requires_grad_"])
def test_ways_to_stop_tracking(way):
    x, w = torch.ones(2, requires_grad=True), torch.ones(2, requires_grad=True)
    y = forward(way, x)
    assert not y.requires_grad
    if way == "inference_mode":
        with pytest.raises(RuntimeError, match="Inference tensors cannot be saved"):
            y * w
        y = y.clone()
    (y * w).sum().backward()  # the rest is recorded
    assert w.grad.tolist() == [2, 2]
    assert x.grad is None
    if way in ("no_grad", "inference_mode"):
        with getattr(torch, way)():
            assert not (x * w).requires_grad  # and here nothing is


@says(
    "autograd/tracking",
    "None of them switches dropout or batch norm: that is `model.eval()`.",
)
@pytest.mark.parametrize("way", ["inference_mode", "no_grad", "detach", "requires_grad_"])
def test_layers_do_not_switch(way):
    norm, dropout = nn.BatchNorm1d(3), nn.Dropout(0.5)
    x = torch.randn(64, 3)
    if way == "requires_grad_":
        norm.requires_grad_(False)
    with getattr(torch, way)() if way.endswith(("mode", "grad")) else torch.enable_grad():
        y = dropout(norm(x)).detach()
    assert (y == 0).any()
    assert norm.num_batches_tracked == 1
    assert norm.eval().training is dropout.eval().training is False
    with torch.no_grad():
        assert torch.equal(dropout(x), x)
        norm(x)
    assert norm.num_batches_tracked == 1


@says(
    "autograd/further",
    "`torch.func` takes functions instead of graphs: `grad` returns the gradient function, `vmap`"
    " adds a batch dimension, and they combine.",
)
def test_functions_combine():
    x = torch.randn(5, dtype=torch.float64)
    slope = torch.func.grad(torch.sin)
    torch.testing.assert_close(slope(x[0]), x[0].cos())
    torch.testing.assert_close(torch.func.vmap(slope)(x), x.cos())
    torch.testing.assert_close(torch.func.vmap(torch.func.grad(slope))(x), -x.sin())
