"""What the sentences of errors/modules say."""

import importlib
import inspect
import math
import subprocess
import sys
import types
from collections import OrderedDict

import numpy as np
import pytest
import torch
import torch.nn.functional as F
import torchvision
from hypothesis import given
from hypothesis import strategies as st
from support import library, says
from torch import nn, optim
from torch.optim import lr_scheduler
from torch.utils.data import DataLoader

X = torch.zeros(2, 4)


def raises(kind, part, call):
    """See that the call raises this kind of error, with this part in its message."""
    with pytest.raises(kind) as error:
        call()
    assert part in str(error.value)


def beside(tmp_path, **files):
    """Run main.py in a folder of these files; return the last line of its error."""
    for name, text in files.items():
        (tmp_path / f"{name}.py").write_text(text)
    done = subprocess.run([sys.executable, "main.py"], capture_output=True, text=True, cwd=tmp_path)
    return done.stderr.strip().splitlines()[-1]


# before_init


class NoSuper(nn.Module):
    def __init__(self, value):
        self.held = value


class TooLate(nn.Module):
    def __init__(self, value):
        self.held = value
        super().__init__()


class NoParentheses(nn.Module):
    def __init__(self, value):
        super().__init__  # noqa: B018
        self.held = value


class OfTheBase(nn.Module):
    def __init__(self, value):
        super(nn.Module, self).__init__()
        self.held = value


class Right(nn.Module):
    def __init__(self, value):
        super().__init__()
        self.held = value


@says("errors/modules", "The names of layers and optimizers have their own capitals, and a module "
      "starts with `super().__init__()`.")  # fmt: skip
@says(
    "errors/modules/before_init",
    "A module keeps its layers in dictionaries that `nn.Module.__init__` makes; without them there "
    "is nowhere to put a layer.",
    "Usual causes: no `super().__init__()`; it stands below the first layer; it lacks its "
    "parentheses; `super(nn.Module, self)` in place of `super(Net, self)`, which skips the one "
    "that is needed.",
)
@pytest.mark.parametrize("kind", [NoSuper, TooLate, NoParentheses, OfTheBase])
@pytest.mark.parametrize(
    ("value", "dictionary"),
    [
        (nn.Linear(1, 1), "_modules"),
        (nn.Parameter(torch.ones(1)), "_parameters"),
        (nn.Buffer(torch.ones(1)), "_buffers"),
    ],
)
def test_nothing_can_be_held_before_init(kind, value, dictionary):
    raises(AttributeError, "before Module.__init__() call", lambda: kind(value))
    raises(AttributeError, f"no attribute '{dictionary}'", lambda: getattr(NoSuper(2), dictionary))
    assert getattr(Right(value), dictionary) == {"held": value}


# missing_forward


class Misspelt(nn.Module):
    def foward(self, x):
        return x


class Indented(nn.Module):
    def __init__(self):
        super().__init__()

        def forward(self, x):
            return x


class Spelt(nn.Module):
    def forward(self, x):
        return x


@says("errors/modules/missing_forward", "the call finds none.")
@says(
    "errors/modules/missing_forward",
    "Calling a module calls its `forward`, and this one has none of that name.",
    "Usual causes: a misspelt name (`foward`, `forword`); `forward` indented too far, so that it "
    "is a function inside `__init__`; a `ModuleList` or `ModuleDict`, which holds layers but does "
    "not say in which order they run.",
)
@pytest.mark.parametrize(
    "model", [Misspelt(), Indented(), nn.ModuleList([Spelt()]), nn.ModuleDict({"a": Spelt()})]
)
def test_modules_without_a_forward(model):
    part = f'Module [{type(model).__name__}] is missing the required "forward" function'
    raises(NotImplementedError, part, lambda: model(X))
    assert type(model).forward is nn.Module.forward
    assert Spelt()(X) is X


@says(
    "errors/modules/missing_forward",
    "Layers in a list: call them one by one, or make a Sequential of them.",
)
def test_layers_in_a_list_are_called_one_by_one():
    layers = nn.ModuleList([nn.Linear(4, 8), nn.ReLU()])
    x = torch.randn(2, 4)
    expected = F.relu(x @ layers[0].weight.T + layers[0].bias)
    assert torch.allclose(layers[1](layers[0](x)), expected, atol=1e-6)
    assert torch.allclose(nn.Sequential(*layers)(x), expected, atol=1e-6)


# forward_arguments


class NoSelf(nn.Module):
    def forward(x):
        return x


class Two(nn.Module):
    def forward(self, x, y):
        return x + y


@says("errors/modules/forward_arguments", "count self too.")
@says(
    "errors/modules/forward_arguments",
    "Python counts `self`: a forward with self and x takes 2, and one more was passed.",
    "Usual causes: `def forward(x)` without self; a tuple or a whole batch where two arguments are "
    "meant, or the other way round; a `Sequential`, which hands on a single value; the data passed "
    "to the class, not to an object of it.",
    "Since Python 3.10 the class stands in front of the name.",
    "As many values as forward names, without self.",
)
@pytest.mark.parametrize(
    ("call", "part"),
    [
        (lambda: NoSelf()(X), "NoSelf.forward() takes 1 positional argument but 2 were given"),
        (lambda: Two()((X, X)), "Two.forward() missing 1 required positional argument: 'y'"),
        (lambda: Spelt()(X, X), "Spelt.forward() takes 2 positional arguments but 3 were given"),
        (lambda: nn.Sequential(Spelt())(X, X), "takes 2 positional arguments but 3 were given"),
        (lambda: nn.Sequential(Spelt(), Two())(X), "missing 1 required positional argument: 'y'"),
        (lambda: Spelt(X), "Spelt.__init__() takes 1 positional argument but 2 were given"),
    ],
)
def test_numbers_of_arguments(call, part):
    raises(TypeError, part, call)
    names = list(inspect.signature(Two.forward).parameters)
    assert names == ["self", "x", "y"]
    assert Two()(*(X, X)).shape == Spelt()(X).shape


# no_such_layer


@says(
    "errors/modules/no_such_layer",
    "Usual causes: capitals (`Conv2d`, `ReLU`, `BatchNorm1d`, with a small d); a function, which "
    "is in lower case in `torch.nn.functional`; a name of Keras; a layer that is newer than the "
    "torch that is installed (print `torch.__version__`); a file of one's own called torch.py, "
    'which is imported in its place ("partially initialized module").',
)
@pytest.mark.parametrize(
    ("owner", "wrong", "place", "right"),
    [
        (nn, "Conv2D", nn, "Conv2d"),
        (nn, "Relu", nn, "ReLU"),
        (nn, "BatchNorm1D", nn, "BatchNorm1d"),
        (nn, "relu", F, "relu"),
        (F, "ReLU", F, "relu"),
        (nn, "Dense", nn, "Linear"),
        (nn, "GlobalAveragePooling2D", nn, "AdaptiveAvgPool2d"),
        (nn, "LayerOfTheNextRelease", torch, "__version__"),
    ],
)
def test_names_that_nn_has_not(owner, wrong, place, right):
    part = f"module '{owner.__name__}' has no attribute '{wrong}'"
    raises(AttributeError, part, lambda: getattr(owner, wrong))
    assert getattr(place, right)


@says(
    "errors/modules/no_such_layer",
    "Usual causes: capitals (`Conv2d`, `ReLU`, `BatchNorm1d`, with a small d); a function, which "
    "is in lower case in `torch.nn.functional`; a name of Keras; a layer that is newer than the "
    "torch that is installed (print `torch.__version__`); a file of one's own called torch.py, "
    'which is imported in its place ("partially initialized module").',
)
@says(
    "errors/modules/cannot_import_name",
    "Usual causes: capitals (`DataLoader`, `Dataset`, `TensorDataset`, `MultiheadAttention`); a "
    "function looked for in the wrong module; a name that has been removed since the code was "
    "written, or that is newer than the version that is installed; a file of one's own with the "
    "name of the package.",
)
def test_a_file_with_the_name_of_the_package(tmp_path):
    own = "import torch\nlayer = torch.nn.Linear(1, 1)\n"
    line = beside(tmp_path, torch=own, main="import torch\n")
    assert line.startswith("AttributeError: partially initialized module 'torch' has no attribute")
    line = beside(tmp_path, torch="", main="from torch import nn\n")
    assert line.startswith("ImportError: cannot import name 'nn' from 'torch'")


@says(
    "errors/modules/no_such_layer",
    "A layer is a class in nn: make it, then call it.",
    "A function in F is called at once.",
)
@pytest.mark.parametrize("name", ["ReLU", "GELU", "Softplus", "Tanh", "Sigmoid"])
def test_layers_are_classes_and_functions_are_called(name):
    x = torch.tensor([-1.0, 2.0])
    layer = getattr(nn, name)
    assert isinstance(layer, type)
    assert not isinstance(layer(), torch.Tensor)
    assert torch.equal(layer()(x), getattr(F, name.lower())(x))


@says(
    "errors/modules/no_such_layer",
    "Keras: Dense is Linear, GlobalAveragePooling2D a pool to 1 x 1, made flat.",
)
def test_pool_to_one_by_one_made_flat_is_the_mean():
    x = torch.randn(2, 3, 5, 4)
    pool = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
    assert torch.allclose(pool(x), x.mean((2, 3)), atol=1e-6)
    dense = nn.Linear(4, 2)
    expected = np.einsum("bchw,ow->bcho", x.numpy(), dense.weight.detach().numpy())
    assert np.allclose(dense(x).detach().numpy(), expected + dense.bias.detach().numpy(), atol=1e-5)


# no_such_attribute


class Named(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(4, 3)
        self.scale = nn.Parameter(torch.ones(1))
        self.mean = nn.Buffer(torch.zeros(1))

    @property
    def width(self):
        return self.fc.out_features  # it is called fc1

    def forward(self, x):
        return self.fc(x)


class SingleUnderscores(nn.Module):
    def _init_(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)

    def forward(self, x):
        return self.fc(x)


@says("errors/modules/no_such_attribute", "the module has no layer or method of that name.")
@says(
    "errors/modules/no_such_attribute",
    "Usual causes: `self.fc1` made and `self.fc` used; `_init_` with single underscores, which "
    "never runs; a network whose last layer is called `classifier` or `heads`; a model wrapped in "
    "`DataParallel`, where it is `model.module`; methods of Keras or of a tensor.",
    "Where the code of a `@property` raises AttributeError, the message names the property.",
    "In a wrapper: one level further down.",
    "A layer is made first and called then: nn.ReLU(x) is a module, not a tensor.",
)
@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: Named()(X), "fc"),
        (lambda: SingleUnderscores()(X), "fc"),
        (lambda: torchvision.models.mobilenet_v3_small().fc, "fc"),
        (lambda: torchvision.models.VisionTransformer(4, 2, 1, 1, 4, 4).fc, "fc"),
        (lambda: nn.DataParallel(Named()).fc1, "fc1"),
        (lambda: Named().width, "width"),
        (lambda: Named().fit(X), "fit"),
        (lambda: Named().predict(X), "predict"),
        (lambda: Named().shape, "shape"),
        (lambda: nn.ReLU(X).shape, "shape"),
    ],
)
def test_attributes_that_modules_have_not(call, name):
    raises(AttributeError, f"object has no attribute '{name}'", call)


@says(
    "errors/modules/no_such_attribute",
    "Parameters, buffers and layers are looked up by the name under which they were assigned.",
    "A Sequential counts its layers, or takes their names.",
)
def test_names_are_those_of_the_assignment():
    model = Named()
    assert [n for n, _ in model.named_children()] == ["fc1"]
    assert {"scale", "mean"} < set(model.state_dict())
    assert model.fc1 is model._modules["fc1"]
    assert model.scale is model._parameters["scale"]
    assert model.mean is model._buffers["mean"]
    with torch.device("meta"):
        assert torchvision.models.mobilenet_v3_small().classifier is not None
        assert torchvision.models.VisionTransformer(4, 2, 1, 1, 4, 4).heads is not None
    assert nn.DataParallel(model).module.fc1 is model.fc1
    layer = nn.ReLU()
    assert nn.Sequential(layer)[0] is layer
    assert nn.Sequential(OrderedDict(act=layer)).act is layer


# no_such_optimizer


@says("errors/modules", "The names of layers and optimizers have their own capitals, and a module "
      "starts with `super().__init__()`.")  # fmt: skip
@says(
    "errors/modules/no_such_optimizer",
    "The optimizers have their own capitals: `SGD`, `Adam`, `AdamW`, `RMSprop`, `Adagrad`, "
    "`NAdam`, `LBFGS`; schedulers live in `torch.optim.lr_scheduler`.",
    "Usual causes: `RMSProp` or `adam`; a scheduler looked for in `torch.optim`; an optimizer "
    "newer than the torch that is installed, or one of another package.",
    "Schedulers are one level further down.",
)
@pytest.mark.parametrize(
    ("wrong", "place", "right"),
    [
        ("Sgd", optim, "SGD"),
        ("ADAM", optim, "Adam"),
        ("Adamw", optim, "AdamW"),
        ("RMSProp", optim, "RMSprop"),
        ("AdaGrad", optim, "Adagrad"),
        ("Nadam", optim, "NAdam"),
        ("Lbfgs", optim, "LBFGS"),
        ("adam", optim, "Adam"),
        ("StepLR", lr_scheduler, "StepLR"),
        ("ReduceLROnPlateau", lr_scheduler, "ReduceLROnPlateau"),
        ("Lion", optim, "Optimizer"),
    ],
)
def test_names_that_optim_has_not(wrong, place, right):
    part = f"module 'torch.optim' has no attribute '{wrong}'"
    raises(AttributeError, part, lambda: getattr(optim, wrong))
    assert isinstance(getattr(place, right), type)


# cannot_import_name


@says("errors/modules/cannot_import_name", "The module is there, the name in it is not.")
@says(
    "errors/modules/cannot_import_name",
    "Usual causes: capitals (`DataLoader`, `Dataset`, `TensorDataset`, `MultiheadAttention`); a "
    "function looked for in the wrong module; a name that has been removed since the code was "
    "written, or that is newer than the version that is installed; a file of one's own with the "
    "name of the package.",
    "Moved: from torchvision.models.utils to torch.hub, see the top.",
)
@pytest.mark.parametrize(
    ("module", "wrong", "place", "right"),
    [
        ("torch.utils.data", "Dataloader", "torch.utils.data", "DataLoader"),
        ("torch.utils.data", "DataSet", "torch.utils.data", "Dataset"),
        ("torch.utils.data", "TensorDataSet", "torch.utils.data", "TensorDataset"),
        ("torch.nn", "MultiHeadAttention", "torch.nn", "MultiheadAttention"),
        ("torch.nn", "relu", "torch.nn.functional", "relu"),
        ("torch", "LayerOfTheNextRelease", "torch", "__version__"),
        ("torch._six", "container_abcs", "collections", "abc"),
        ("torchvision.models.utils", "load_state_dict_from_url", "torch.hub",
         "load_state_dict_from_url"),
    ],
)  # fmt: skip
def test_names_that_cannot_be_imported(module, wrong, place, right):
    with pytest.raises(ImportError, match=f"cannot import name '{wrong}'|No module named"):
        exec(f"from {module} import {wrong}")
    assert hasattr(importlib.import_module(place), right)


@says(
    "errors/modules/cannot_import_name",
    "In lower case there are files of that name: a module, which cannot be called.",
)
@says(
    "errors/modules/module_not_callable",
    "Several names stand for both a file and a class: `torch.utils.data.dataloader` is the file, "
    "`DataLoader` the class in it.",
    "The class in it.",
)
@pytest.mark.parametrize(
    ("package", "file", "kind"),
    [
        (torch.utils.data, "dataloader", "DataLoader"),
        (torch.utils.data, "dataset", "Dataset"),
        (nn.modules, "module", "Module"),
    ],
)
def test_lower_case_names_are_files(package, file, kind):
    module = getattr(package, file)
    assert isinstance(module, types.ModuleType)
    assert module.__file__.endswith(f"{file}.py")
    assert getattr(package, kind) is getattr(module, kind)
    raises(TypeError, "'module' object is not callable", lambda: module([1, 2]))


# module_not_callable


def bar():
    import tqdm

    tqdm([1])


def inherits():
    class Net(nn.modules):
        pass


@says(
    "errors/modules/module_not_callable",
    "Usual causes: a lower-case name after `import`; `import tqdm`, where `from tqdm import tqdm` "
    "is meant; a class that inherits from `nn.modules`, the package, in place of `nn.Module`.",
)
@pytest.mark.parametrize(
    ("call", "part"),
    [
        (lambda: torch.utils.data.dataloader([1]), "'module' object is not callable"),
        (bar, "'module' object is not callable"),
        (inherits, "takes at most 2 arguments (3 given)"),
    ],
)
def test_modules_in_place_of_classes(call, part):
    if call is bar:
        assert library("tqdm").tqdm([1]).total == 1
    raises(TypeError, part, call)
    assert inspect.ismodule(nn.modules)
    assert isinstance(nn.Module, type)


# unexpected_keyword


class Own(nn.Module):
    def __init__(self):
        super().__init__()


class OwnMisspelt(nn.Module):
    def _init_(self, classes):
        super().__init__()


@says("errors/modules/unexpected_keyword", "that name is not in the signature.")
@says(
    "errors/modules/unexpected_keyword",
    "The class in front of `__init__` may be a base class of the one that was called: `_Loss` of "
    "MSELoss, `RNNBase` of LSTM.",
    "Usual causes: a misspelt name; a name of Keras (`strides`, `units`, `rate`); an argument that "
    "was removed since, or came later than the version that is installed; an `__init__` of one's "
    "own that does not take it, or is written `_init_`.",
    "Names of Keras: units, rate, learning_rate, axis.",
)
@pytest.mark.parametrize(
    ("kind", "arguments", "wrong", "named"),
    [
        (nn.Conv2d, (3, 6), {"kernal_size": 3}, "Conv2d"),
        (nn.Conv2d, (3, 6, 3), {"strides": 2}, "Conv2d"),
        (nn.Linear, (4,), {"units": 3}, "Linear"),
        (nn.Dropout, (), {"rate": 0.5}, "_DropoutNd"),
        (nn.Softmax, (), {"axis": 1}, "Softmax"),
        (optim.Adam, ([X],), {"learning_rate": 0.1}, "Adam"),
        (nn.MSELoss, (), {"reduce_mean": True}, "_Loss"),
        (nn.LSTM, (2, 3), {"return_sequences": True}, "RNNBase"),
        (lr_scheduler.StepLR, (optim.SGD([torch.ones(1)]), 1), {"verbose": True}, "StepLR"),
        (Own, (), {"classes": 3}, "Own"),
        (OwnMisspelt, (), {"classes": 3}, "OwnMisspelt"),
    ],
)
def test_names_that_are_not_in_the_signature(kind, arguments, wrong, named):
    (name,) = wrong
    part = f"{named}.__init__() got an unexpected keyword argument '{name}'"
    raises(TypeError, part, lambda: kind(*arguments, **wrong))
    assert named in [base.__name__ for base in kind.__mro__]
    assert name not in inspect.signature(kind).parameters


@says("errors/modules/unexpected_keyword", "An activation is a layer of its own.")
@pytest.mark.parametrize("kind", [nn.Conv2d, nn.Linear, nn.LSTM, nn.BatchNorm2d])
def test_layers_take_no_activation(kind):
    assert "activation" not in inspect.signature(kind).parameters
    raises(
        TypeError, "unexpected keyword argument 'activation'", lambda: kind(2, 2, activation="relu")
    )


# not_a_module_subclass


@says(
    "errors/modules/not_a_module_subclass",
    "`Sequential`, `ModuleList`, `ModuleDict` and `add_module` take objects of `nn.Module`.",
    "Usual causes: a function of `torch.nn.functional`; a class without parentheses, `nn.ReLU`; a "
    "list that was not spread with `*`; the result of a layer where the layer is meant.",
)
@pytest.mark.parametrize(
    "put",
    [
        lambda value: nn.Sequential(value),
        lambda value: nn.ModuleList([value]),
        lambda value: nn.ModuleDict({"a": value}),
        lambda value: nn.Module().add_module("a", value),
    ],
)
@pytest.mark.parametrize("value", [F.relu, nn.ReLU, [nn.ReLU()], nn.Linear(4, 3)(X)])
def test_what_is_not_a_module(put, value):
    raises(TypeError, "is not a Module subclass", lambda: put(value))
    put(nn.ReLU())


# tuple_as_input


@says(
    "errors/modules/tuple_as_input",
    "LSTM, GRU and RNN return (output, state), MultiheadAttention (output, weights), and the next "
    "layer got the pair.",
    "Attention: the weights are the second part.",
)
@pytest.mark.parametrize("kind", [nn.LSTM, nn.GRU, nn.RNN, nn.MultiheadAttention])
def test_layers_that_return_a_pair(kind):
    x = torch.zeros(2, 3, 4)
    layer = kind(4, 4, batch_first=True)
    pair = layer(x, x, x) if kind is nn.MultiheadAttention else layer(x)
    assert isinstance(pair, tuple)
    assert len(pair) == 2
    assert pair[0].shape == (2, 3, 4)
    if kind is nn.MultiheadAttention:
        assert torch.allclose(pair[1].sum(-1), torch.ones(2, 3))
    else:
        raises(TypeError, "must be Tensor, not tuple", lambda: nn.Sequential(layer, nn.ReLU())(x))
    raises(
        TypeError, "argument 'input' (position 1) must be Tensor, not tuple", lambda: F.relu(pair)
    )


def inception(train):
    """Call an Inception with its layers left out."""
    with torch.device("meta"):
        model = torchvision.models.Inception3(init_weights=False).train(train)
    model._forward = lambda x: (x, x)
    return model(torch.ones(2, 3))


class Features(nn.Module):
    def forward(self, x):
        return {"out": x}


def segmentation():
    model = torchvision.models.segmentation.FCN(Features(), nn.Conv2d(3, 2, 1))
    return model(torch.ones(1, 3, 8, 8))


@says(
    "errors/modules/tuple_as_input",
    "Usual causes: an LSTM in a `Sequential`; a result that was not taken apart; a network that "
    "returns several outputs (Inception in training), or a dictionary (segmentation), which "
    "unpacked gives its keys, text.",
    'A batch of a `DataLoader`, passed whole, is a list: "not list".',
)
def test_networks_that_return_no_tensor():
    x, lstm = torch.zeros(2, 3, 4), nn.LSTM(4, 5)
    raises(TypeError, "not tuple", lambda: nn.Sequential(lstm, nn.Linear(5, 1))(x))
    raises(AttributeError, "'tuple' object has no attribute 'shape'", lambda: lstm(x).shape)
    assert isinstance(inception(train=False), torch.Tensor)
    raises(TypeError, "must be Tensor, not InceptionOutputs", lambda: F.relu(inception(train=True)))
    result = segmentation()
    raises(AttributeError, "'collections.OrderedDict' object has no", lambda: result.shape)
    (key,) = result
    assert key == "out"
    raises(TypeError, "must be Tensor, not str", lambda: F.dropout(key))
    (batch,) = DataLoader([(X[0], 1), (X[1], 0)], batch_size=2)
    raises(TypeError, "must be Tensor, not list", lambda: nn.Linear(4, 3)(batch))
    nn.Linear(4, 3)(batch[0])


# forward_returns_none


class Returns(nn.Module):
    def __init__(self, way, norm=None):
        super().__init__()
        self.way, self.norm = way, norm

    def forward(self, x):  # noqa: RET503
        if self.way == "kept":
            self.result = x
        elif self.way == "branch":
            if len(x) > 2:
                return x
        elif self.way == "called":
            return self.norm(x)
        elif self.way == "right":
            return x


@says(
    "errors/modules/forward_returns_none",
    "A function without `return` gives None, and the line that fails is the next one to use it: "
    "the loss, the layer behind, `.shape`.",
    "Usual causes: no `return` in forward, or in one branch of an `if`; the result kept only in "
    "`self`.",
    "A `.grad` before `backward` is None too, and the `.bias` of a layer with `bias=False`.",
)
@pytest.mark.parametrize("way", ["none", "branch", "kept"])
@pytest.mark.parametrize(
    ("use", "kind", "part"),
    [
        (
            lambda model: model(X).shape,
            AttributeError,
            "'NoneType' object has no attribute 'shape'",
        ),
        (
            lambda model: nn.Sequential(model, nn.ReLU())(X),
            TypeError,
            "must be Tensor, not NoneType",
        ),
        (lambda model: F.cross_entropy(model(X), X), TypeError, "must be Tensor, not NoneType"),
    ],
)
def test_uses_of_none(way, use, kind, part):
    assert Returns(way)(X) is None
    raises(kind, part, lambda: use(Returns(way)))
    use(Returns("right"))
    for layer in (nn.Linear(4, 3, bias=False), nn.Conv2d(3, 2, 1, bias=False)):
        raises(
            AttributeError, "'NoneType' object has no attribute 'data'", lambda x=layer: x.bias.data
        )
        raises(AttributeError, "attribute 'zero_'", lambda x=layer: x.weight.grad.zero_())


@says(
    "errors/modules/forward_returns_none",
    'Where None is called ("not callable"), a layer was set to None in `__init__`; `nn.Identity()` '
    "stands for no layer.",
    "A layer that may be left out: Identity can be called.",
)
@pytest.mark.parametrize("x", [X, X[0], X[:0]])
def test_identity_stands_for_no_layer(x):
    raises(TypeError, "'NoneType' object is not callable", lambda: Returns("called")(x))
    assert Returns("called", nn.Identity())(x) is x


# cannot_assign_parameter


@says("errors/modules/cannot_assign_parameter", "a tensor is no Parameter.")
@says(
    "errors/modules/cannot_assign_parameter",
    "A name that holds a parameter takes an `nn.Parameter` or None, one that holds a layer a "
    "module or None.",
    "Usual causes: weights replaced by a tensor, also by `weight * 2`, whose result is a tensor; "
    "NumPy weights from another framework; a function in place of a layer.",
)
@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("weight", lambda layer: torch.zeros(3, 4), "(torch.nn.Parameter or None expected)"),
        ("weight", lambda layer: layer.weight * 2, "(torch.nn.Parameter or None expected)"),
        ("weight", lambda layer: np.zeros((3, 4)), "(torch.nn.Parameter or None expected)"),
        ("weight", lambda layer: nn.ReLU(), "(torch.nn.Parameter or None expected)"),
        ("fc", lambda layer: torch.relu, "(torch.nn.Module or None expected)"),
        ("fc", lambda layer: torch.zeros(3), "(torch.nn.Module or None expected)"),
    ],
)
def test_what_a_name_takes(name, value, part):
    layer = nn.Linear(4, 3)
    layer.fc = nn.ReLU()
    raises(TypeError, part, lambda: setattr(layer, name, value(layer)))
    for right in (nn.Parameter(torch.ones(5, 4)) if name == "weight" else nn.Identity(), None):
        setattr(layer, name, right)
        assert getattr(layer, name) is right


@says(
    "errors/modules/cannot_assign_parameter",
    "New values in the parameter that is there: the optimizer keeps hold of it.",
    "Another parameter, of another size if need be.",
)
@pytest.mark.parametrize("replaced", [False, True])
def test_the_optimizer_keeps_hold_of_the_parameter(replaced):
    layer = nn.Linear(4, 3)
    optimizer = optim.SGD(layer.parameters(), lr=1.0)
    if replaced:
        layer.weight, layer.bias = nn.Parameter(torch.ones(5, 4)), None
    else:
        with torch.no_grad():
            layer.weight.copy_(torch.ones(3, 4))
    assert (layer.weight == 1).all()
    layer(torch.ones(1, 4)).sum().backward()
    optimizer.step()
    assert bool((layer.weight == 0).all()) != replaced


# layer_not_subscriptable


@says("errors/modules/layer_not_subscriptable", "a network that is not a Sequential has no [0].")
@says(
    "errors/modules/layer_not_subscriptable",
    "`Sequential` and `ModuleList` can be indexed and sliced, a `ModuleDict` takes a key; most "
    "other modules have attributes only.",
    "A Sequential has numbers and slices.",
)
@pytest.mark.parametrize("make", [lambda *a: nn.Sequential(*a), lambda *a: nn.ModuleList(a)])
def test_which_modules_can_be_indexed(make):
    first, last = nn.Linear(4, 8), nn.Linear(8, 3)
    made = make(first, last)
    assert made[0] is first
    assert made[-1] is last
    assert list(made[1:]) == [last]
    raises(IndexError, "index 5 is out of range", lambda: made[5])
    held = nn.ModuleDict({"a": first})
    assert held["a"] is first
    with pytest.raises(KeyError):
        held[0]
    kinds = [kind for kind in vars(nn).values() if isinstance(kind, type)]
    kinds = [kind for kind in kinds if issubclass(kind, nn.Module)]
    indexed = [kind.__name__ for kind in kinds if hasattr(kind, "__getitem__")]
    assert len(kinds) > 100
    assert sorted(indexed) == [
        "ModuleDict", "ModuleList", "ParameterDict", "ParameterList", "Sequential",
    ]  # fmt: skip


@says(
    "errors/modules/layer_not_subscriptable",
    "Usual causes: `model[0]` of a ResNet or of a class of one's own; a model that was a "
    "`Sequential` and became a class; `model.parameters()[0]`, a generator.",
    "To take layers by number, list the children.",
    "The first parameter.",
)
def test_what_cannot_be_indexed():
    with torch.device("meta"):
        resnet = torchvision.models.resnet18()
    for model in (resnet, Named()):
        part = f"'{type(model).__name__}' object is not subscriptable"
        raises(TypeError, part, lambda model=model: model[0])
        part = "'generator' object is not subscriptable"
        raises(TypeError, part, lambda model=model: model.parameters()[0])
    assert list(resnet.children())[-1] is resnet.fc
    assert next(resnet.parameters()) is resnet.conv1.weight


# conv2d_arguments


@says(
    "errors/modules/conv2d_arguments",
    'Behind "got" stand the types that came, in the order input, weight, bias, stride, padding, '
    "dilation, groups.",
)
def test_the_order_behind_got():
    part = "got (str, Parameter, NoneType, float, list, tuple, int)"
    w = nn.Parameter(torch.zeros(1, 1, 1, 1))
    raises(TypeError, part, lambda: F.conv2d("a", w, None, 1.5, [0], (1,), 1))


@says(
    "errors/modules/conv2d_arguments",
    "Usual causes: the input is no tensor (an array, a list, None, a layer such as `nn.ReLU(x)`); "
    "a padding or stride that is a float, since `/` divides to one: `(k - 1) / 2`.",
    "The types between exclamation marks are not all wrong.",
)
@pytest.mark.parametrize(
    ("value", "options", "got"),
    [
        (lambda x: x.numpy(), {}, "numpy.ndarray"),
        (lambda x: [x], {}, "list"),
        (lambda x: None, {}, "NoneType"),
        (lambda x: nn.ReLU(x), {}, "ReLU"),
        (lambda x: x, {"padding": (3 - 1) / 2}, "Tensor"),
        (lambda x: x, {"stride": 4 / 2}, "Tensor"),
    ],
)
def test_what_conv2d_refuses(value, options, got):
    x = torch.zeros(1, 3, 8, 8)
    layer = nn.Conv2d(3, 6, 3, **options)
    part = f"invalid combination of arguments - got ({got}, Parameter, Parameter, tuple, tuple"
    with pytest.raises(TypeError) as error:
        layer(value(x))
    assert part in str(error.value)
    assert "!Parameter!" in str(error.value) or got == "Tensor"
    assert isinstance(layer.weight, nn.Parameter)  # right, and marked
    whole = {name: int(number) for name, number in options.items()}
    assert nn.Conv2d(3, 6, 3, **whole)(x).shape[1] == 6


# same_padding_strided


@says("errors/modules/same_padding_strided", "the size cannot stay.")
@says(
    "errors/modules/same_padding_strided",
    '`padding="same"` keeps the size of the picture, and a stride other than 1 divides it.',
    "Write the padding as a number: half the kernel, rounded down, gives that size for an odd "
    "kernel without dilation.",
    'Usual cause: a model of Keras, where "same" with a stride s gives ceil(H / s).',
)
@given(size=st.integers(1, 20), half=st.integers(0, 3), stride=st.integers(2, 4))
def test_half_the_kernel_gives_the_size_rounded_up(size, half, stride):
    kernel, x = 2 * half + 1, torch.zeros(1, 1, size, size)
    same = nn.Conv2d(1, 1, kernel, padding="same")
    assert same(x).shape == x.shape
    with pytest.raises(ValueError, match="padding='same' is not supported for strided"):
        nn.Conv2d(1, 1, kernel, stride=stride, padding="same")
    result = nn.Conv2d(1, 1, kernel, stride=stride, padding=kernel // 2)(x)
    assert result.shape[-1] == math.ceil(size / stride)


@says(
    "errors/modules/same_padding_strided",
    "The pixels may differ: Keras puts an odd one on the right and below.",
    "As Keras pads: 7 rows by one on each side, 8 columns by one on the right.",
    "left, right, top, bottom",
)
@pytest.mark.parametrize(("size", "before", "after"), [(7, 1, 1), (8, 0, 1)])
def test_the_padding_of_keras(size, before, after):
    total = (math.ceil(size / 2) - 1) * 2 + 3 - size  # as TensorFlow documents "SAME"
    assert (total // 2, total - total // 2) == (before, after)
    x, weight = torch.arange(1.0, size + 1).view(1, 1, 1, size), torch.ones(1, 1, 1, 3)
    keras = F.conv2d(F.pad(x, (before, after, 0, 0)), weight, stride=2)
    number = F.conv2d(x, weight, stride=2, padding=(0, 1))
    assert torch.equal(keras, number) == (size == 7)
    assert F.pad(x, (0, 1, 2, 3)).shape == (1, 1, 6, size + 1)
