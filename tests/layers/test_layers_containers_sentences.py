"""What the sentences of layers/containers say."""

import inspect
from collections import OrderedDict

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torch import nn
from torch.nn.modules.lazy import LazyModuleMixin

HELD = {
    "parameter": lambda: nn.Parameter(torch.ones(2)),
    "buffer": lambda: nn.Buffer(torch.ones(2)),
    "module": lambda: nn.Linear(2, 2),
}


def layers(count):
    return [nn.Linear(4, 4) for _ in range(count)]


@says(
    "layers/containers",
    "how a module finds what it trains.",
    "A module registers what is assigned to an attribute: parameters, buffers, modules.",
)
@pytest.mark.parametrize("kind", HELD)
def test_a_module_registers_what_is_assigned(kind):
    model = nn.Module()
    model.held = HELD[kind]()
    assert [name.partition(".")[0] for name in model.state_dict()][:1] == ["held"]
    trained = list(model.parameters())
    assert len(trained) == {"parameter": 1, "buffer": 0, "module": 2}[kind]
    dtypes = {value.dtype for value in model.to(torch.float64).state_dict().values()}
    assert dtypes == {torch.float64}


@says(
    "layers/containers",
    "What lies inside a plain list, tuple or dictionary it does not see: not in "
    "`parameters()`, not in `state_dict()`, not in `to(device)`.",
)
@pytest.mark.parametrize("box", [lambda x: [x], lambda x: (x,), lambda x: {"a": x}])
@pytest.mark.parametrize("kind", HELD)
def test_what_lies_in_plain_containers_is_not_seen(box, kind):
    model, held = nn.Module(), HELD[kind]()
    model.held = box(held)
    assert not list(model.parameters())
    assert not model.state_dict()
    model.to(torch.float64)
    assert getattr(held, "weight", held).dtype == torch.float32


@says(
    "layers/containers",
    "layers run one after the other | `Sequential`",
)
@says(
    "layers/containers/sequential",
    "layers one after the other.",
    "Each output is the next input, so every layer takes and returns one value.",
)
@given(count=st.integers(0, 4))
def test_each_output_is_the_next_input(count):
    model, x = nn.Sequential(*layers(count)), torch.randn(2, 4)
    y = x
    for layer in model:
        y = layer(y)
    assert model(x).equal(y)
    with pytest.raises(TypeError):
        model(x, x)
    with pytest.raises(TypeError, match="not tuple"):
        nn.Sequential(nn.LSTM(4, 4), nn.Linear(4, 2))(torch.zeros(3, 1, 4))


@says(
    "layers/containers/sequential",
    "It takes modules, not functions (`nn.ReLU()`, not `torch.relu`), and not a list: "
    "unpack with `*`.",
)
@pytest.mark.parametrize(
    "wrong", [torch.relu, [nn.ReLU()], (nn.ReLU(),), nn.ReLU, {"a": nn.ReLU()}]
)
def test_sequential_takes_modules(wrong):
    with pytest.raises(TypeError, match="is not a Module subclass"):
        nn.Sequential(wrong)
    assert len(nn.Sequential(*[nn.ReLU(), nn.ReLU()])) == 2


@says(
    "layers/containers/sequential",
    "Layers are numbered, or named with an `OrderedDict`.",
)
def test_layers_are_numbered_or_named():
    assert [name for name, _ in nn.Sequential(*layers(3)).named_children()] == ["0", "1", "2"]
    named = nn.Sequential(OrderedDict(body=nn.ReLU(), head=nn.Tanh()))
    assert [name for name, _ in named.named_children()] == ["body", "head"]


@says(
    "layers/containers",
    "layers run in a loop of your own | `ModuleList`",
)
@says(
    "layers/containers/module_list",
    "It is a list whose layers are registered, with `append`, `extend`, `insert` and slices.",
)
@given(count=st.integers(0, 3), at=st.integers(0, 3), start=st.integers(0, 4))
def test_module_list_is_a_list(count, at, start):
    plain = layers(count)
    held = nn.ModuleList(plain)
    first, last, more = *layers(2), layers(2)
    at = min(at, count)
    for box in (plain, held):
        box.insert(at, first)
        box.append(last)
        box.extend(more)
    assert list(held) == plain
    assert list(held[start:]) == plain[start:]
    assert isinstance(held[start:], nn.ModuleList)
    assert [id(p) for p in held.parameters()] == [id(p) for m in plain for p in m.parameters()]


@says(
    "layers/containers",
    "layers chosen by name | `ModuleDict`",
)
@says(
    "layers/containers/module_dict",
    "A dictionary whose layers are registered: one head per task, an activation by its name.",
)
@given(names=st.lists(st.sampled_from("abcdef"), unique=True, max_size=4))
def test_module_dict_is_a_dictionary(names):
    plain = dict(zip(names, layers(len(names)), strict=True))
    held = nn.ModuleDict(plain)
    assert dict(held.items()) == plain
    assert all(held[name] is layer for name, layer in plain.items())
    assert [name.partition(".")[0] for name in held.state_dict()][::2] == names


@says(
    "layers/containers/module_dict",
    'Keys are strings without a dot, and not the name of an attribute, such as `"pop"`.',
)
def test_keys_of_a_module_dict():
    attributes = [name for name in dir(nn.ModuleDict()) if "." not in name]
    assert {"pop", "keys", "forward", "train", "training", "type"} <= set(attributes)
    for key in attributes:
        with pytest.raises(KeyError, match="already exists"):
            nn.ModuleDict({key: nn.ReLU()})
    with pytest.raises(KeyError, match="contain"):
        nn.ModuleDict({"a.b": nn.ReLU()})
    with pytest.raises(TypeError, match="should be a string"):
        nn.ModuleDict({1: nn.ReLU()})
    assert "weight" in nn.ModuleDict({"weight": nn.ReLU()})


class Example(nn.Module):
    """A tensor of each sort, all of zeros."""

    def __init__(self):
        super().__init__()
        self.learned = nn.Parameter(torch.zeros(2))
        self.kept = nn.Buffer(torch.zeros(2))
        self.temporary = nn.Buffer(torch.zeros(2), persistent=False)
        self.register_buffer("older", torch.zeros(2))
        self.plain = torch.zeros(2)


@says(
    "layers/containers",
    "a learned tensor | `Parameter`, several in `ParameterList`",
    "a tensor that is saved and moved, not learned | `Buffer`",
)
@says(
    "layers/containers/parameter",
    "tensors that belong to a module.",
    "Both are moved by `to()` and saved in `state_dict()`; only a `Parameter` is trained.",
    "A `Buffer` is for statistics, masks and tables; `persistent=False` keeps it out of"
    " the saved file.",
    "A plain tensor as attribute is neither moved nor saved.",
    "learned",
    "fixed",
)
@pytest.mark.parametrize("kind", [torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW])
def test_what_is_moved_saved_and_trained(kind):
    model = Example()
    assert set(model.state_dict()) == {"learned", "kept", "older"}
    assert list(dict(model.named_parameters())) == ["learned"]
    (model.learned + model.kept + model.plain).sum().backward()
    kind(model.parameters(), lr=0.1).step()
    assert model.learned.all()
    assert not model.kept.any()
    model.to(torch.float64)
    moved = {
        name
        for name in ("learned", "kept", "temporary", "older", "plain")
        if getattr(model, name).dtype == torch.float64
    }
    assert moved == {"learned", "kept", "temporary", "older"}


@says(
    "layers/containers/parameter",
    "`nn.Buffer` is the newer spelling of `self.register_buffer(name, tensor)`.",
)
@pytest.mark.parametrize("persistent", [True, False])
def test_two_spellings_of_a_buffer(persistent):
    new, old = nn.Module(), nn.Module()
    new.table = nn.Buffer(torch.ones(2), persistent=persistent)
    old.register_buffer("table", torch.ones(2), persistent=persistent)
    for model in (new, old):
        assert list(dict(model.named_buffers())) == ["table"]
        assert ("table" in model.state_dict()) is persistent
    assert inspect.signature(nn.Buffer).parameters["persistent"].default is True


@says(
    "layers/containers/parameter_list",
    "several parameters by number or name.",
    "Tensors put into them become parameters; those of integers raise.",
)
@given(count=st.integers(1, 4))
def test_tensors_put_into_them_become_parameters(count):
    values = [torch.full((2,), float(i)) for i in range(count)]
    by_number, by_name = nn.ParameterList(values[:1]), nn.ParameterDict({"a0": values[0]})
    for i, value in enumerate(values[1:], start=1):
        by_number.append(value)
        by_name[f"a{i}"] = value
    for i, value in enumerate(values):
        for held in (by_number[i], by_name[f"a{i}"]):
            assert isinstance(held, nn.Parameter)
            assert held.equal(value)
    assert len(list(by_number.parameters())) == len(list(by_name.parameters())) == count
    for put in (by_number.append, lambda value: by_name.update({"b": value})):
        with pytest.raises(RuntimeError, match="Only Tensors of floating point"):
            put(torch.arange(count))


@says(
    "layers/containers/uninitialized",
    "tensors that wait for their shape.",
    "What a lazy layer holds until its first batch.",
)
@pytest.mark.parametrize("layer", [nn.LazyLinear(2), nn.LazyConv2d(2, 3), nn.LazyBatchNorm2d()])
def test_what_a_lazy_layer_holds(layer):
    waiting = {
        name: value
        for name, value in layer.state_dict().items()
        if isinstance(value, nn.UninitializedParameter | nn.UninitializedBuffer)
    }
    assert "weight" in waiting
    assert ("running_mean" in waiting) is isinstance(layer, nn.LazyBatchNorm2d)
    layer(torch.ones(2, 3, 4, 4))
    assert type(layer.weight) is nn.Parameter


@says(
    "layers/containers/uninitialized",
    "It has a device and a dtype but no shape, so run one batch before counting, "
    "initializing or cloning parameters.",
)
@pytest.mark.parametrize("kind", [nn.UninitializedParameter, nn.UninitializedBuffer])
def test_an_uninitialized_tensor_has_no_shape(kind):
    tensor = kind(dtype=torch.float64)
    assert (tensor.device.type, tensor.dtype) == ("cpu", torch.float64)
    with pytest.raises(RuntimeError, match="Can't access the shape"):
        tensor.shape  # noqa: B018
    for use in (lambda t: t.numel(), nn.init.zeros_, lambda t: t.clone()):
        with pytest.raises(ValueError, match="Attempted to use an uninitialized parameter"):
            use(tensor)


@says(
    "layers/containers/uninitialized",
    "`materialize` gives it a shape; the values are whatever lay in memory.",
)
@pytest.mark.parametrize("kind", [nn.UninitializedParameter, nn.UninitializedBuffer])
def test_materialize_fills_nothing_in(kind):
    tensor = kind()
    torch.use_deterministic_algorithms(True)  # fills memory that nobody wrote with NaN
    try:
        tensor.materialize((2, 3))
    finally:
        torch.use_deterministic_algorithms(False)
    assert tensor.shape == (2, 3)
    assert tensor.isnan().all()


@says(
    "layers/containers/uninitialized",
    "called with the first batch",
    "not after load_state_dict",
)
def test_initialize_parameters_is_called_with_the_first_batch():
    class Lazy(LazyModuleMixin, nn.Module):
        def __init__(self):
            super().__init__()
            self.scale, self.calls = nn.UninitializedParameter(), []

        def initialize_parameters(self, x):
            self.calls.append((x.shape, self.has_uninitialized_params()))
            if self.has_uninitialized_params():
                self.scale.materialize(x.shape[1:])

        def forward(self, x):
            return x * self.scale

    new, loaded = Lazy(), Lazy()
    for _ in range(2):
        new(torch.ones(4, 3))
    loaded.load_state_dict(new.state_dict())
    loaded(torch.ones(5, 3))
    assert new.calls == [((4, 3), True)]
    assert loaded.calls == [((5, 3), False)]
