"""What the entries on other packages say, where the packages are there to be asked."""

import importlib
import inspect

import functorch
import numpy as np
import pytest
import torch
from old_calls import message_of, warnings_of
from support import library, says
from torch import nn

TRANSFORMS = [
    "vmap",
    "grad",
    "grad_and_value",
    "vjp",
    "jvp",
    "jacrev",
    "jacfwd",
    "hessian",
    "functionalize",
]


@says(
    "upgrades/ecosystem/functorch",
    "`vmap`, `grad` and the other transforms of `functorch` warn since 2.0; those of `torch.func` "
    "have the names and arguments unchanged.",
)
@pytest.mark.parametrize("name", TRANSFORMS)
def test_transforms(name):
    old, new = getattr(functorch, name), getattr(torch.func, name)
    assert list(inspect.signature(old).parameters) == list(inspect.signature(new).parameters)

    def call():
        one = torch.ones(())
        arguments = {"jvp": [(one,), (one,)], "vjp": [one]}
        return old(torch.sin, *arguments.get(name, []))

    one, zero = torch.ones(()), torch.zeros(())
    torch.testing.assert_close(torch.func.grad(torch.sin)(zero), one)
    assert f"`functorch.{name}` is deprecated as of PyTorch 2.0" in warnings_of(call)[0]


@says(
    "upgrades/ecosystem/functorch",
    "`make_functional` split a model into a function and a tuple; `torch.func.functional_call` "
    "takes the model and a dict.",
)
@pytest.mark.parametrize("width", [1, 4])
@pytest.mark.filterwarnings("ignore")
def test_make_functional(width):
    model, x = nn.Sequential(nn.Linear(2, width), nn.Tanh()), torch.ones(3, 2)
    call, parameters = functorch.make_functional(model)
    assert isinstance(parameters, tuple)
    assert torch.equal(call(parameters, x), model(x))
    twice = {name: 2 * value for name, value in model.named_parameters()}
    new = torch.func.functional_call(model, twice, (x,))
    assert torch.equal(new, call([2 * value for value in parameters], x))


@says(
    "upgrades/ecosystem/apex",
    "`FusedAdam` is `AdamW(fused=True)` with a decay of 0 by default, or `Adam(fused=True)` where "
    "it says `adam_w_mode=False`; `convert_syncbn_model` is "
    "`nn.SyncBatchNorm.convert_sync_batchnorm`, `apex.parallel.DistributedDataParallel` is the one "
    "of `nn.parallel`.",
)
@pytest.mark.parametrize(
    ("make", "decay", "expected"),
    [
        (torch.optim.AdamW, 0.0, [0.5, 2.5]),
        (torch.optim.AdamW, 0.2, [0.4, 2.3]),  # the weights lose a tenth first
        (torch.optim.Adam, 0.2, [0.5, 2.5]),
    ],
)
def test_names_that_took_the_place_of_apex(make, decay, expected):
    weight = nn.Parameter(torch.tensor([1.0, 2.0]))
    optimizer = make([weight], lr=0.5, weight_decay=decay, fused=True)
    (weight * torch.tensor([3.0, -4.0])).sum().backward()
    optimizer.step()  # the first step is the rate, against the sign
    torch.testing.assert_close(weight.detach(), torch.tensor(expected))
    model = nn.Sequential(nn.BatchNorm1d(2), nn.Sequential(nn.BatchNorm2d(3)))
    model = nn.SyncBatchNorm.convert_sync_batchnorm(model)
    layers = [layer for layer in model.modules() if not isinstance(layer, nn.Sequential)]
    assert [type(layer) for layer in layers] == [nn.SyncBatchNorm] * 2
    assert issubclass(nn.parallel.DistributedDataParallel, nn.Module)


@says(
    "upgrades/ecosystem/lightning_metrics",
    "The module is gone; `torchmetrics` has its classes, some renamed: `F1` is `F1Score`, `IoU` is "
    "`JaccardIndex`, `PSNR` is `PeakSignalNoiseRatio`.",
)
@pytest.mark.parametrize(
    ("old", "name"),
    [
        ("Accuracy", "Accuracy"),
        ("ConfusionMatrix", "ConfusionMatrix"),
        ("MeanSquaredError", "MeanSquaredError"),
        ("F1", "F1Score"),
        ("IoU", "JaccardIndex"),
        ("PSNR", "PeakSignalNoiseRatio"),
    ],
)
def test_metrics(old, name):
    library("pytorch_lightning")
    message_of(lambda: __import__("pytorch_lightning.metrics"), ModuleNotFoundError)
    assert issubclass(getattr(library("torchmetrics"), name), library("torchmetrics").Metric)
    assert hasattr(library("torchmetrics"), old) == (old == name)


@says(
    "upgrades/ecosystem/numpy_names",
    "`np.inf`, Python's own `float`, `int` and `object`, and `np.prod` take the places.",
)
@pytest.mark.filterwarnings("ignore:In the future")
def test_numpy_names():
    assert np.inf == float("inf")
    for kind, dtype in ((float, np.float64), (int, np.int64), (object, np.object_)):
        assert np.dtype(kind) == dtype
        assert "has no attribute" in message_of(
            lambda kind=kind: getattr(np, kind.__name__), AttributeError
        )
    assert np.prod((2, 3, 4)) == 24


@says("upgrades/ecosystem/numpy_names", "`import torchmetrics` puts `np.Inf` back.")
def test_torchmetrics_puts_a_name_back(monkeypatch):
    torchmetrics = library("torchmetrics")
    monkeypatch.delattr(np, "Inf")
    assert "np.inf" in message_of(lambda: np.Inf, AttributeError)
    importlib.reload(torchmetrics)
    assert np.Inf == float("inf")
