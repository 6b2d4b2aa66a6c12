"""What the sentences of models/inspection say."""

import ast
import copy

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import entry_named, says
from torch import nn
from torchvision import models

from cheatsheet import catalog

PAGE = catalog.read_page(catalog.SNIPPETS / "models" / "inspection")


def nested():
    return nn.Sequential(nn.Sequential(nn.Linear(2, 2), nn.ReLU()), nn.Linear(2, 1))


@says("models/inspection", "Nothing here needs another package.")
@pytest.mark.parametrize("name", catalog.names_of(PAGE))
def test_no_other_package(name):
    nodes = list(ast.walk(entry_named(name).tree))
    found = [alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names]
    found += [n.module for n in nodes if isinstance(n, ast.ImportFrom)]
    assert {module.partition(".")[0] for module in found} <= {"torch", "collections", "copy"}


@says(
    "models/inspection",
    "`print(model)` shows modules, `named_parameters` shows weights, a forward hook shows what "
    "passes.",
)
def test_three_ways_to_look():
    model = nested()
    assert str(model).count("Linear(") == 2
    shown = dict(model.named_parameters())
    assert shown["1.weight"] is model[1].weight
    passed = []
    model[0].register_forward_hook(lambda module, args, output: passed.append(output))
    x = torch.randn(3, 2)
    model(x)
    assert passed[0].equal(model[0][1](model[0][0](x)))


@says(
    "models/inspection/print_model",
    "Shows modules in the order of their assignment, and not what `forward` does: functions such "
    "as `F.relu` do not show.",
)
def test_print_follows_assignment():
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.last = nn.Linear(3, 1)
            self.unused = nn.Tanh()
            self.first = nn.Linear(2, 3)

        def forward(self, x):
            return self.last(F.relu(self.first(x)))

    text = str(Net())
    assert text.index("(last)") < text.index("(unused)") < text.index("(first)")
    assert "relu" not in text.lower()


@says("models/inspection/print_model", "`extra_repr` adds your own settings.")
@given(factor=st.integers())
def test_extra_repr(factor):
    scale = names_of("models/inspection/print_model")["Scale"](factor)
    assert f"Scale(factor={factor})" in str(nn.Sequential(scale))


@says("models/inspection/parameters", "Buffers are not among them.")
@pytest.mark.parametrize("norm", [nn.BatchNorm1d(3), nn.BatchNorm2d(3), nn.InstanceNorm1d(3)])
def test_buffers_are_no_parameters(norm):
    norm.extra = nn.Buffer(torch.zeros(2))
    buffers = {id(buffer) for buffer in norm.buffers()}
    assert buffers
    assert buffers.isdisjoint(id(parameter) for parameter in norm.parameters())


@says("models/inspection/parameters", "A layer used twice is counted once.")
def test_a_shared_layer_counts_once():
    shared = nn.Linear(3, 3)
    model = nn.ModuleDict({"a": shared, "b": nn.Sequential(shared, nn.ReLU())})
    assert sum(p.numel() for p in model.parameters()) == 3 * 3 + 3


@says(
    "models/inspection/children_and_modules",
    "`children()` gives the direct parts, `modules()` the model itself and everything below.",
    "With names: `named_children`, `named_modules`.",
)
def test_children_and_modules():
    model = nested()
    assert list(model.children()) == [model[0], model[1]]
    assert list(model.modules()) == [model, model[0], model[0][0], model[0][1], model[1]]
    assert dict(model.named_children()) == {"0": model[0], "1": model[1]}
    assert [module for _, module in model.named_modules()] == list(model.modules())


@says(
    "models/inspection/count_parameters",
    "A Linear has in * out + out, a Conv2d out * (in / groups) * k * k + out.",
    "Trainable ones by `requires_grad`.",
)
@given(
    groups=st.integers(1, 4),
    per_group=st.integers(1, 4),
    outs=st.integers(1, 4),
    k=st.integers(1, 5),
)
def test_counts(groups, per_group, outs, k):
    n_in, n_out = groups * per_group, groups * outs
    conv = nn.Conv2d(n_in, n_out, k, groups=groups)
    linear = nn.Linear(n_in, n_out).requires_grad_(False)
    parameters = [*conv.parameters(), *linear.parameters()]
    trained = sum(p.numel() for p in parameters if p.requires_grad)
    frozen = sum(p.numel() for p in parameters if not p.requires_grad)
    assert (trained, frozen) == (n_out * per_group * k * k + n_out, n_in * n_out + n_out)


@says(
    "models/inspection/layer_summary",
    "Hooks on the modules that have no children note the size while a batch passes through a copy "
    "in eval mode.",
    "an LSTM",
)
@pytest.mark.parametrize("kind", [nn.LSTM, nn.GRU, nn.RNN])
@pytest.mark.parametrize("mode", [True, False])
def test_layer_summary_leaves_the_model_as_it_was(kind, mode, capsys):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.norm = nn.BatchNorm1d(5)
            self.recurrent = kind(4, 3, batch_first=True, bidirectional=True)
            self.tail = nn.Sequential(nn.Linear(6, 2), nn.Dropout())

        def forward(self, x):
            return self.tail(self.recurrent(self.norm(x))[0])

    model = Net().train(mode)
    before = copy.deepcopy(model.state_dict())
    summarise = names_of("models/inspection/layer_summary")["summarise"]
    capsys.readouterr()
    summarise(model, torch.randn(1, 5, 4))
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in rows] == ["norm", "recurrent", "tail.0", "tail.1"]
    assert "(1, 5, 6)" in rows[1]
    count = sum(p.numel() for p in model.recurrent.parameters())
    assert int(rows[1].split()[-1].replace(",", "")) == count
    assert all(tensor.equal(before[key]) for key, tensor in model.state_dict().items())
    assert all(module.training == mode for module in model.modules())
    assert not any(module._forward_hooks for module in model.modules())


@says(
    "models/inspection/train_and_eval",
    "In training mode Dropout drops and batch norm uses batch statistics; `eval()` turns both off.",
    "A new model is in training mode.",
)
@pytest.mark.parametrize(
    ("dropout", "norm", "shape"),
    [
        (nn.Dropout(), nn.BatchNorm1d(3), (8, 3)),
        (nn.Dropout1d(), nn.BatchNorm1d(3), (8, 3, 4)),
        (nn.Dropout2d(), nn.BatchNorm2d(3), (8, 3, 4, 4)),
        (nn.AlphaDropout(), nn.BatchNorm3d(3), (8, 3, 4, 4, 4)),
    ],
)
def test_modes_of_dropout_and_batch_norm(dropout, norm, shape):
    assert dropout.training
    assert norm.training
    x = 5 + torch.randn(shape)
    dims = [d for d in range(x.ndim) if d != 1]
    assert not dropout(x).equal(x)
    torch.testing.assert_close(norm(x).mean(dims), torch.zeros(3), atol=1e-5, rtol=0)
    norm.running_mean.fill_(2.0)
    norm.running_var.fill_(4.0)
    assert dropout.eval()(x).equal(x)
    torch.testing.assert_close(norm.eval()(x), (x - 2) / 2, atol=1e-4, rtol=1e-4)


@says(
    "models/inspection/train_and_eval",
    "`eval()` does not stop gradients: that is `torch.inference_mode()`.",
)
def test_eval_keeps_gradients():
    model = nn.Linear(2, 1).eval()
    model(torch.ones(1, 2)).sum().backward()
    assert model.weight.grad is not None
    with torch.inference_mode():
        assert not model(torch.ones(1, 2)).requires_grad


@says(
    "models/inspection/forward_hook",
    "The function gets module, positional inputs and output after a call; a result other than "
    "None takes the place of the output.",
    "`register_forward_pre_hook` runs before.",
)
@pytest.mark.parametrize("result", [None, 7])
def test_forward_hook(result):
    class Shift(nn.Module):
        def forward(self, x, by=0):
            seen.append("forward")
            return x + by

    def hook(*args):
        seen.append(args)
        return result

    seen, layer = [], Shift()
    layer.register_forward_hook(hook)
    layer.register_forward_pre_hook(lambda module, args: seen.append("before"))
    assert layer(1, by=2) == (3 if result is None else result)
    assert seen == ["before", "forward", (layer, (1,), 3)]


@says(
    "models/inspection/backward_hook",
    "Gets the gradients with respect to the module's positional inputs and its outputs, as tuples.",
)
def test_backward_hook():
    class Product(nn.Module):
        def forward(self, a, b, c=1):
            return a * b * c

    seen, layer = [], Product()
    layer.register_full_backward_hook(lambda module, *gradients: seen.append(gradients))
    a, b, c = (torch.tensor(value, requires_grad=True) for value in (2.0, 3.0, 5.0))
    (layer(a, b, c=c) * 7).backward()
    assert seen == [((3 * 5 * 7, 2 * 5 * 7), (7,))]
    assert isinstance(seen[0][0], tuple)
    assert isinstance(seen[0][1], tuple)
    assert c.grad == 2 * 3 * 7


@says(
    "models/inspection/backward_hook",
    "An in-place operation after a hooked layer, as in torchvision's ResNet, makes the call raise.",
)
@pytest.mark.parametrize("inplace", [True, False])
def test_backward_hooks_and_layers_in_place(inplace):
    plain = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(inplace=inplace))
    model = models.resnet18(weights=None) if inplace else plain
    for layer in [*model.modules(), *plain.modules()]:
        layer.register_full_backward_hook(lambda *_: None)
    images = torch.randn(2, 3, 32, 32, requires_grad=True)
    for net in (model, plain):
        if inplace:
            with pytest.raises(RuntimeError, match="is a view and is being modified inplace"):
                net(images)
        else:
            net(images).sum().backward()
            assert images.grad.isfinite().all()


@says(
    "models/inspection/forward_hook",
    "An in-place layer that follows changes what was kept: keep a `clone()`.",
)
@pytest.mark.parametrize("inplace", [True, False])
def test_what_a_hook_keeps_before_a_layer_in_place(inplace):
    torch.manual_seed(0)
    model, kept = nn.Sequential(nn.Linear(3, 40), nn.ReLU(inplace=inplace)), {}

    def keep(module, args, output):
        kept.update(plain=output.detach(), clone=output.detach().clone())

    model[0].register_forward_hook(keep)
    x = torch.randn(2, 3)
    y = model(x)
    expected = x @ model[0].weight.T + model[0].bias
    torch.testing.assert_close(kept["clone"], expected.detach())
    assert kept["plain"].equal(y.detach() if inplace else kept["clone"])


@says("models/inspection/backward_hook", "else the first layer warns")
def test_full_backward_hook_warns_without_a_gradient_of_the_input(recwarn):
    model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
    for layer in model:
        layer.register_full_backward_hook(lambda *_: None)
    model(torch.ones(1, 2, requires_grad=True)).sum().backward()
    assert len(recwarn) == 0
    with pytest.warns(UserWarning, match="Full backward hook is firing"):
        model(torch.ones(1, 2)).sum().backward()


@says(
    "models/inspection/apply_function",
    "run a function on every module.",
    "Children first, the model itself last.",
)
@pytest.mark.parametrize("model", [nested(), nn.Linear(1, 1), nn.LSTM(2, 2), nn.Transformer(4, 2)])
def test_apply_goes_from_the_children_up(model):
    seen = []
    model.apply(seen.append)
    assert set(seen) == set(model.modules())
    assert seen[-1] is model
    for module in seen:
        assert all(seen.index(child) < seen.index(module) for child in module.children())


@says(
    "models/inspection/apply_function",
    "To change parameters, do it under `torch.no_grad()` or with `nn.init`, which does so itself.",
)
@pytest.mark.parametrize("change", [nn.init.ones_, nn.init.normal_, nn.init.xavier_uniform_])
def test_parameters_change_without_a_graph(change):
    weight = nn.Linear(3, 3).weight
    with pytest.raises(RuntimeError, match="leaf Variable that requires grad"):
        weight.fill_(1.0)
    with torch.no_grad():
        weight.fill_(1.0)
    before = weight.detach().clone().mul_(0.5)
    change(weight)
    assert weight.requires_grad
    assert weight.is_leaf
    assert not weight.equal(before)


@says("models/inspection/model_size", "Parameters and buffers, 4 bytes a float32 element.")
def test_size_in_bytes():
    size = names_of("models/inspection/model_size")["size_in_bytes"]
    assert size(nn.Linear(3, 2)) == 4 * (3 * 2 + 2)
    # Weight, bias, running mean and variance, and a count in int64.
    assert size(nn.BatchNorm1d(5)) == 4 * 4 * 5 + 8


@says(
    "models/inspection/model_size",
    "Training needs about four times as much with Adam: weights, gradients and two averages; "
    "activations come on top.",
)
def test_training_with_adam_takes_four_times_the_weights():
    model = nn.Linear(300, 200)
    optimizer = torch.optim.Adam(model.parameters())
    model(torch.ones(1, 300)).sum().backward()
    optimizer.step()
    weights = sum(p.nbytes for p in model.parameters())
    gradients = sum(p.grad.nbytes for p in model.parameters())
    state = sum(t.nbytes for s in optimizer.state.values() for t in s.values())
    assert (gradients, round(state / weights, 3)) == (weights, 2)
    averages = [key for key in optimizer.state[model.weight] if key.startswith("exp_avg")]
    assert len(averages) == 2
    kept = []
    with torch.autograd.graph.saved_tensors_hooks(kept.append, lambda x: x):
        model(torch.ones(1, 300))
    assert kept


@says(
    "models/inspection/freeze_part",
    "Batch norm still updates its running statistics in training mode: put frozen parts in eval "
    "mode, too.",
)
@pytest.mark.parametrize("training", [True, False])
def test_frozen_batch_norm_moves_in_training_mode(training):
    norm = nn.BatchNorm1d(2).requires_grad_(False).train(training)
    norm(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
    assert norm.running_mean.equal(torch.zeros(2)) != training
