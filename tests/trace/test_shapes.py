"""Models are traced without memory, and what does not fit is explained where it stands."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import broken
import pytest
import torch
import torchvision
from support import ROOT, cheatsheet, says
from torch import nn
from typer.testing import CliRunner

from cheatsheet.cli import app
from cheatsheet.trace import report
from cheatsheet.trace.layers import trace
from cheatsheet.trace.target import (
    Input,
    Target,
    TargetError,
    find_target,
    read_arguments,
    read_inputs,
)

BROKEN = Path(broken.__file__)
MODELS = {name: value for name, value in vars(broken).items() if isinstance(value, type)}


def traced(model, *shapes, training=False, **kwargs):
    """Trace a class or a function of this folder."""
    inputs = [Input(shape, torch.float32) for shape in shapes]
    return trace(Target("model", model, BROKEN.parent), kwargs, inputs, training=training)


# Against a run with data


class Everything(nn.Module):
    """Layers of many kinds, one of them twice, and one that gives two tensors."""

    def __init__(self, width=12):
        super().__init__()
        self.conv = nn.Sequential(nn.Conv2d(3, width, 3), nn.BatchNorm2d(width), nn.GELU())
        self.up = nn.ConvTranspose2d(width, 4, 2, stride=2)
        self.pool = nn.AdaptiveMaxPool2d(3)
        self.lstm = nn.LSTM(9, 6, batch_first=True)
        self.attention = nn.MultiheadAttention(6, 2, batch_first=True)
        self.same = nn.Linear(6, 6)
        self.rates = torch.linspace(0, 0.1, 4).tolist()

    def forward(self, x):
        x = self.pool(self.up(self.conv(x))).flatten(2)
        x, _ = self.lstm(x)
        x, _ = self.attention(x, x, x, attn_mask=torch.ones(4, 4).triu(1).bool())
        return {"first": self.same(self.same(x)), "rates": x * self.rates[-1]}


def seen_with_data(model, data):
    """Name and output shapes of each call of a leaf, by hooks on a model with data."""
    seen = []

    def shapes(value):
        if isinstance(value, torch.Tensor):
            return [tuple(value.shape)]
        return [s for part in value if part is not None for s in shapes(part)]

    def note(name):
        return lambda module, _, output: seen.append((name, shapes(output)))

    for name, module in model.named_modules():
        if not list(module.children()) or name.endswith(("attn", "attention")):
            module.register_forward_hook(note(name))
    with torch.no_grad():
        model.eval()(data)
    return seen


@pytest.mark.parametrize(
    ("make", "size"),
    [
        (Everything, 16),
        (torchvision.models.squeezenet1_1, 64),
        (torchvision.models.shufflenet_v2_x0_5, 64),
        (torchvision.models.swin_t, 64),
        (torchvision.models.regnet_y_400mf, 64),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_every_layer_gives_what_it_gives_with_data(make, size):
    result = traced(make, (2, 3, size, size))
    assert result.misfit is None
    model = make()
    expected = seen_with_data(model, torch.rand(2, 3, size, size))
    assert [(layer.name, layer.shapes) for layer in result.layers] == expected
    count = sum(p.numel() for p in model.parameters())
    assert result.parameters == count
    assert sum(layer.parameters for layer in result.layers) == count


# Without memory

#: Forty models; the numbers of their parameters are documented beside their weights.
FORTY = """
alexnet convnext_tiny efficientnet_b0 mnasnet0_5 mnasnet0_75 mnasnet1_0 mnasnet1_3
mobilenet_v2 mobilenet_v3_large mobilenet_v3_small regnet_x_400mf regnet_y_400mf regnet_y_800mf
resnet101 resnet152 resnet18 resnet34 resnet50 resnext101_64x4d resnext50_32x4d shufflenet_v2_x0_5
shufflenet_v2_x1_0 shufflenet_v2_x1_5 squeezenet1_0 squeezenet1_1 swin_t swin_v2_t vgg11 vgg11_bn
vgg13 vgg13_bn vgg16 vgg16_bn vgg19 vgg19_bn vit_b_16 vit_b_32 vit_l_16 vit_l_32
wide_resnet50_2
""".split()

#: Traces what is named on the command line, with less memory than one of the inputs would need.
WITHIN_LIMIT = """
import json, resource, sys
import torch, torchvision
from cheatsheet.trace import layers, target

page = resource.getpagesize()
used = int(open("/proc/self/statm").read().split()[0]) * page
resource.setrlimit(resource.RLIMIT_AS, (used + 256 * 2**20,) * 2)
try:
    torch.empty(4096, 3, 224, 224)
except RuntimeError:
    pass
else:
    raise SystemExit("the limit does not hold")
images = [target.Input((4096, 3, 224, 224), torch.float32)]
for name in sys.argv[1:]:
    made = target.find_target(f"torchvision.models:{name}")
    found = layers.trace(made, {}, images, training=False)
    row = [name, found.parameters, len(found.layers), found.layers[-1].shapes, str(found.misfit)]
    print(json.dumps(row), flush=True)
"""


@says("shapes", "So for a model of yours, in the terminal and without memory for it:")
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_forty_models_are_traced_and_none_is_allocated():
    assert len(set(FORTY)) == 40
    done = subprocess.run(
        [sys.executable, "-c", WITHIN_LIMIT, *FORTY], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout[-300:] + done.stderr[-2000:]
    rows = {name: row for name, *row in map(json.loads, done.stdout.splitlines())}
    assert list(rows) == FORTY
    for name, (parameters, count, shapes, misfit) in rows.items():
        weights = torchvision.models.get_model_weights(name).DEFAULT
        pooled = [1, 1] if name.startswith("squeezenet") else []  # before its last flatten
        assert misfit == "None", name
        assert parameters == weights.meta["num_params"], name
        assert shapes == [[4096, len(weights.meta["categories"]), *pooled]], name
        assert count > 20, name


# What does not fit


@pytest.mark.parametrize("name", MODELS)
def test_a_misfit_is_explained_where_it_stands(name):
    """Line, layer, its making and entry; and the words are those of a run with data."""
    model = MODELS[name]
    size, entry = model.__doc__.split("; ")
    shape = tuple(map(int, size.split(",")))
    with pytest.raises((RuntimeError, AssertionError, ValueError)) as raised:
        model()(torch.rand(shape))
    misfit = traced(model, shape).misfit
    assert misfit.error == f"{raised.type.__name__}: {raised.value}"
    assert report.explain(misfit).name == entry
    marks = lines_with(model, "# here"), lines_with(model, "# made")
    places = misfit.place, misfit.made
    assert [[place.line] if place else [] for place in places] == list(marks)
    for place in filter(None, places):
        assert BROKEN.read_text().splitlines()[place.line - 1].strip() == place.code
    if misfit.made:
        assert misfit.kind in misfit.made.code


def lines_with(model, mark):
    (tree,) = (
        node
        for node in ast.parse(BROKEN.read_text()).body
        if isinstance(node, ast.ClassDef) and node.name == model.__name__
    )
    lines = BROKEN.read_text().splitlines()
    return [n for n in range(tree.lineno, tree.end_lineno + 1) if lines[n - 1].endswith(mark)]


def test_a_model_that_catches_an_error_goes_on():
    class Catches(nn.Module):
        def __init__(self):
            super().__init__()
            self.one, self.two = nn.Linear(3, 4), nn.Linear(5, 6)

        def forward(self, x):
            try:
                return self.one(x)
            except RuntimeError:
                return self.two(x)

    result = traced(Catches, (2, 5))
    assert result.misfit is None
    assert [(layer.name, layer.shapes) for layer in result.layers] == [("two", [(2, 6)])]


def test_a_value_that_only_data_has_is_no_misfit():
    class Asks(nn.Module):
        def forward(self, x):
            return x if x.sum() > 0 else -x

    misfit = traced(Asks, (2, 5)).misfit
    assert misfit.asks_for_a_value
    assert misfit.place.code == "return x if x.sum() > 0 else -x"
    assert report.explain(misfit).name == "errors/devices/meta_tensor_no_data"


def test_training_mode_is_the_readers_choice():
    assert traced(lambda: nn.BatchNorm1d(4), (1, 4)).misfit is None
    misfit = traced(lambda: nn.BatchNorm1d(4), (1, 4), training=True).misfit
    assert report.explain(misfit).name == "errors/layers/more_than_one_value"


def test_element_types_are_those_of_the_inputs():
    embed = lambda: nn.Embedding(10, 4)  # noqa: E731
    model = Target("embed", embed, BROKEN.parent)
    indices = [Input((2, 7), torch.int64)]
    assert trace(model, {}, indices, training=False).layers[0].shapes == [(2, 7, 4)]
    assert traced(embed, (2, 7)).misfit is not None


# The command


def shapes(*arguments):
    """Run the command in this process, which has imported torch."""
    return CliRunner().invoke(app, ["shapes", *arguments])


def test_the_table_names_every_layer():
    done = shapes("torchvision.models:squeezenet1_1", "--input", "1,3,64,64")
    assert (done.exit_code, done.stderr) == (0, "")
    assert re.search(r"(?m)^ features\.0 +Conv2d +\(1, 64, 31, 31\) +1,792 $", done.stdout)
    assert re.search(r"(?m)^ all +1,235,496 $", done.stdout)


@says(
    "shapes",
    "What does not fit is named with your line, the layer, and the entry that explains the error.",
)
def test_a_file_of_the_reader_is_explained(monkeypatch):
    monkeypatch.chdir(BROKEN.parent)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    done = cheatsheet("shapes", "broken.py:Flattened", "--input", "2,3,32,32")
    assert done.returncode == 1
    assert "mat1 and mat2 shapes cannot be multiplied (2x4704 and 400x10)" in done.stdout
    line = lines_with(broken.Flattened, "# here")[0]
    assert f"broken.py:{line}: return self.fc(x)" in done.stdout
    assert "fc, a Linear, was called with (2, 4704)" in done.stdout
    assert "cheatsheet show errors/shapes/mat1_and_mat2" in done.stdout


def test_json_is_for_a_program(monkeypatch):
    monkeypatch.chdir(BROKEN.parent)
    done = shapes("broken.py:Flattened", "--input", "2,3,32,32", "--json")
    plain = json.loads(done.stdout)
    assert done.exit_code == 1
    assert plain["explained"]["name"] == "errors/shapes/mat1_and_mat2"
    assert plain["misfit"]["place"]["line"] == lines_with(broken.Flattened, "# here")[0]
    assert plain["layers"][0]["shapes"] == [[2, 6, 28, 28]]


@pytest.mark.parametrize(
    ("name", "kwargs", "said"),
    [
        ("net", "", "expected `module_or_file.py:Name`"),
        ("nothing.py:Net", "", "there is no file nothing.py"),
        ("no_such_module:Net", "", "with modules as `python -m` finds them"),
        ("torchvision.models:resnet81", "", "there are: resnet18"),
        ("torchvision:__version__", "", "is a str, expected a class, a function or a model"),
        ("torchvision.models:resnet18", "10", "expected names with literal values"),
        ("torch.nn:Linear", "in_features=2", "missing a required argument: 'out_features'"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(name, kwargs, said):
    with pytest.raises(TargetError) as raised:
        read_arguments(find_target(name), kwargs)
    assert said in str(raised.value)


def test_what_is_no_model_is_refused():
    with pytest.raises(TargetError, match="gives a list, expected a torch"):
        traced(lambda: [1])
    with pytest.raises(TargetError, match="expected layers with sizes"):
        traced(lambda: nn.LazyLinear(3), (2, 4))
    for inputs, said in (
        (["1x3"], "expected sizes such as"),
        (["1,3"], "expected a type of torch"),
    ):
        with pytest.raises(TargetError, match=said):
            read_inputs(inputs, ["int65"])
