"""What the sentences of models/define say."""

import copy
from collections import OrderedDict

import pytest
import torch
from recipes import names_of
from support import says
from torch import nn
from torchvision import models


@says("models/define", "The result is an `nn.Module` either way.")
@pytest.mark.parametrize("name", ["ordered_dict", "subclass", "nested_models", "mixed"])
def test_the_result_is_a_module(name):
    names = names_of(f"models/define/{name}")
    model = names["Net"]() if name == "mixed" else names["model"]
    assert isinstance(model, nn.Module)
    assert isinstance(nn.Sequential(model), nn.Module)
    assert len(model.state_dict()) == len(list(model.parameters())) > 0


@says(
    "models/define/ordered_dict",
    "`nn.Sequential` numbers its layers; with an `OrderedDict` they have names, which show in "
    "`print(model)`, in `state_dict` keys, and as attributes.",
)
def test_sequential_numbers_and_an_ordered_dict_names():
    layers = [nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1)]
    numbered = nn.Sequential(*layers)
    assert [name for name, _ in numbered.named_children()] == ["0", "1", "2"]
    names = ["hidden", "act", "out"]
    named = nn.Sequential(OrderedDict(zip(names, layers, strict=True)))
    assert all(f"({name}): " in str(named) for name in names)
    assert {key.partition(".")[0] for key in named.state_dict()} == {"hidden", "out"}
    assert [getattr(named, name) for name in names] == layers


@says("models/define/subclass", "Call the model, not `forward`: the call also runs hooks.")
def test_the_call_runs_hooks():
    model = names_of("models/define/subclass")["Net"](4, 3)
    calls = []
    model.register_forward_pre_hook(lambda *_: calls.append("before"))
    model.register_forward_hook(lambda *_: calls.append("after"))
    model.forward(torch.ones(1, 4))
    assert calls == []
    model(torch.ones(1, 4))
    assert calls == ["before", "after"]


@says("models/define/mixed", "Here features and classifier, as in torchvision's VGG.")
def test_parts_of_vgg():
    with torch.device("meta"):
        vgg = models.vgg11()
    ours = names_of("models/define/mixed")["Net"]()
    for model in (vgg, ours):
        assert isinstance(model.features, nn.Sequential)
        assert model.classifier is list(model.children())[-1]


@says(
    "models/define/nested_models",
    "Names join with dots, and `get_submodule` and `get_parameter` find by them.",
)
def test_dotted_names_find_their_parts():
    model = nn.Sequential(nn.Sequential(nn.Linear(2, 2), nn.ReLU()), nn.BatchNorm1d(2))
    assert {name for name, _ in model.named_modules()} == {"", "0", "0.0", "0.1", "1"}
    for name, module in model.named_modules():
        assert model.get_submodule(name) is module
    for name, parameter in model.named_parameters():
        assert model.get_parameter(name) is parameter


@says(
    "models/define/copy_model",
    "`copy.deepcopy` copies parameters and buffers; `load_state_dict` fills a model that exists.",
)
def test_copies_of_a_model():
    a = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
    a(torch.randn(4, 2))
    twin = copy.deepcopy(a)
    filled = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
    storages = [tensor.data_ptr() for tensor in filled.state_dict().values()]
    filled.load_state_dict(a.state_dict())
    assert [tensor.data_ptr() for tensor in filled.state_dict().values()] == storages
    for other in (twin, filled):
        for key, tensor in a.state_dict().items():
            assert tensor.equal(other.state_dict()[key])
            assert tensor.data_ptr() != other.state_dict()[key].data_ptr()
