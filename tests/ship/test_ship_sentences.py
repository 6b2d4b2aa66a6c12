"""What the sentences of ship say."""

import inspect
import io
import os
import random
import subprocess
import sys
import warnings

import pytest
import torch
from recipes import names_of
from support import needs_cuda, says
from torch import nn
from torch.export import Dim, export

needs_onnx = pytest.mark.skipif(
    any(not __import__("importlib.util").util.find_spec(n) for n in ("onnxruntime", "onnxscript")),
    reason="needs onnx, onnxscript and onnxruntime",
)
GONE = """
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 2)
    def forward(self, x):
        return self.linear(x).relu()
"""


def refuses(function, *arguments):
    """Whether a call raises."""
    try:
        function(*arguments)
    except Exception:  # whatever it is
        return True
    return False


class Branch(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            return x * 2
        return x - 1


@pytest.fixture
def gone(tmp_path, monkeypatch):
    """A model, and a function that takes its class away."""
    (tmp_path / "gone_module.py").write_text(GONE)
    monkeypatch.syspath_prepend(tmp_path)
    import gone_module

    def take_away():
        monkeypatch.delitem(sys.modules, "gone_module")
        (tmp_path / "gone_module.py").unlink()
        sys.path_importer_cache.clear()

    yield gone_module.Net().eval(), take_away
    sys.modules.pop("gone_module", None)


@says("ship", "a file that runs without your classes, in Python | `torch.export`")
@says(
    "ship/export_program",
    "the whole model in one file, without its classes.",
    "The `.pt2` file holds the operations and the weights; who loads it needs torch, not your"
    " code, but for a `custom_op`.",
)
@says(
    "ship/jit_script",
    "Files that older code left (`.pt` from `torch.jit.save`) still load with `torch.jit.load`,"
    " without the model's class.",
    "a path works too",
)
@says("ship", "to read a `torch.jit` file of older code | `torch.jit.load`")
@pytest.mark.filterwarnings("ignore")
def test_files_that_need_no_class(gone, tmp_path):
    (model, take_away), x = gone, torch.randn(3, 4)
    expected = model(x)
    torch.save(model, tmp_path / "pickled.pt")
    torch.export.save(export(model, (x,)), tmp_path / "model.pt2")
    torch.jit.save(torch.jit.script(model), tmp_path / "model.pt")
    take_away()
    with pytest.raises(ModuleNotFoundError):
        torch.load(tmp_path / "pickled.pt", weights_only=False)
    assert torch.equal(torch.export.load(tmp_path / "model.pt2").module()(x), expected)
    assert torch.equal(torch.jit.load(tmp_path / "model.pt")(x), expected)


class Own(nn.Module):
    def forward(self, x):
        return torch.ops.exported.double(x)


@says(
    "ship/export_program",
    "The `.pt2` file holds the operations and the weights; who loads it needs torch, not your"
    " code, but for a `custom_op`.",
)
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("there", [True, False])
def test_files_that_need_an_operation(there, tmp_path):
    path, x = tmp_path / "model.pt2", torch.ones(2)
    with torch.library._scoped_library("exported", "DEF") as library:
        library.define("double(Tensor x) -> Tensor")
        library.impl("double", lambda x: x * 2, "CompositeExplicitAutograd")
        torch.export.save(export(Own(), (x,)), path)
        if there:
            assert torch.equal(torch.export.load(path).module()(x), x * 2)
    if not there:
        with pytest.raises(RuntimeError, match="deserializing"):
            torch.export.load(path)


@says("ship/before_serving", "`eval()` switches dropout off and lets batch norm use its running"
      " statistics.")  # fmt: skip
def test_eval_is_without_dropout_and_with_running_statistics():
    norm = nn.BatchNorm1d(4)
    norm.running_mean += 3
    norm.running_var *= 4
    x = torch.randn(8, 4)
    y = nn.Sequential(nn.Dropout(0.9), norm).eval()(x)
    torch.testing.assert_close(y, (x - 3) / (4 + norm.eps) ** 0.5)


@says("ship/before_serving", "Inside `torch.inference_mode()` nothing is recorded for a backward"
      " pass.")  # fmt: skip
def test_inference_mode_saves_nothing():
    saved, model = [], nn.Sequential(nn.Linear(4, 3), nn.Tanh())

    def run():
        with torch.autograd.graph.saved_tensors_hooks(saved.append, lambda x: x):
            return model(torch.ones(2, 4))

    with torch.inference_mode():
        assert run().grad_fn is None
    assert not saved
    assert run().grad_fn is not None
    assert saved


@says(
    "ship/before_serving",
    "Give several worker processes on one machine few threads: `torch.set_num_threads` sets"
    " how many an operation may use, `OMP_NUM_THREADS=1` does it from outside.",
)
def test_threads_from_inside_and_from_outside():
    code = "import torch; print(torch.get_num_threads()); torch.set_num_threads(2);"
    done = subprocess.run(
        [sys.executable, "-c", code + "print(torch.get_num_threads())"],
        env=os.environ | {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": ""},
        capture_output=True,
        text=True,
        check=True,
        timeout=200,
    )
    assert done.stdout.split() == ["1", "2"]


def compiled_graphs(sizes):
    """Return how many graphs there are after batches of these sizes."""
    graphs, counts = [], []
    torch._dynamo.reset()
    model = nn.Linear(4, 2)
    compiled = torch.compile(model, backend=lambda graph, _: graphs.append(graph) or graph.forward)
    assert graphs == []
    for size in sizes:
        x = torch.randn(size, 4)
        assert torch.allclose(compiled(x), model(x))
        counts.append(len(graphs))
    torch._dynamo.reset()
    return counts


@says(
    "ship/compile_model",
    "the same program, compiled.",
    "The call returns at once; the first batch compiles, later ones run what was compiled.",
    "A second batch size above 1 compiles once more, for all of them.",
)
@pytest.mark.parametrize(
    ("sizes", "counts"),
    [
        ((3, 3, 3, 3), [1, 1, 1, 1]),
        ((3, 5, 7, 2, 64), [1, 2, 2, 2, 2]),
        ((3, 2, 4), [1, 2, 2]),
        ((3, 5, 7, 1, 1, 9), [1, 2, 2, 3, 3, 3]),
        ((1, 1, 2, 9), [1, 1, 2, 2]),
        ((3, 1, 5, 7), [1, 2, 3, 3]),
    ],
)
def test_a_second_size_compiles_for_all_above_one(sizes, counts):
    assert compiled_graphs(sizes) == counts


@says(
    "ship/compile_model",
    "The default backend, `inductor`, needs a C++ compiler on the CPU and Triton on a GPU.",
    "The backend here compiles nothing, so this runs anywhere.",
)
@says(
    "ship/aot_inductor",
    "It needs a C++ compiler, so the call stands here in a function.",
)
def test_inductor_needs_a_cpp_compiler(tmp_path):
    from torch._inductor import config
    from torch._inductor.exc import InductorError

    assert inspect.signature(torch.compile).parameters["backend"].default is None
    assert torch._dynamo.lookup_backend("inductor").__module__ == "torch._dynamo.backends.inductor"
    torch._dynamo.reset()
    patch = {"cpp.cxx": (None, "no-such-compiler"), "fx_graph_cache": False}
    program = export(nn.Linear(4, 2), (torch.ones(3, 4),))
    with config.patch(patch):
        with pytest.raises(InductorError, match="No working C"):
            torch.compile(lambda x: (x * 3.25).sin())(torch.ones(7))
        with pytest.raises(InductorError, match="No working C"):
            torch._inductor.aoti_compile_and_package(
                program, package_path=str(tmp_path / "native.pt2")
            )
        torch._dynamo.reset()
        assert len(names_of("ship/compile_model")["graphs"]) == 2


@needs_cuda
@says(
    "ship/compile_model",
    "The default backend, `inductor`, needs a C++ compiler on the CPU and Triton on a GPU.",
)
def test_inductor_needs_triton_on_a_gpu(monkeypatch):
    import torch._inductor.scheduler as scheduler

    torch._dynamo.reset()
    monkeypatch.setattr(scheduler, "has_triton", lambda *_: False)
    with torch._inductor.config.patch(fx_graph_cache=False), pytest.raises(Exception, match="rito"):
        torch.compile(lambda x: (x * 3.5).sin())(torch.ones(7, device="cuda"))


@says(
    "ship/compile_model",
    "The compiled module's keys have a prefix: save `model.state_dict()`, or compile in place"
    " with `model.compile()`.",
)
def test_the_prefix_of_the_compiled_module():
    model = nn.Sequential(nn.Linear(4, 2), nn.BatchNorm1d(2))
    plain = list(model.state_dict())
    compiled = torch.compile(model, backend="eager")
    assert list(compiled.state_dict()) == [f"_orig_mod.{key}" for key in plain]
    assert list(model.state_dict()) == plain
    model.compile(backend="eager")
    assert list(model.state_dict()) == plain


def with_item(x):
    return x * x.sum().item()


def with_print(x):
    print("between")
    return x * 2


@says(
    "ship/graph_breaks",
    "where torch.compile falls back to Python.",
    "What cannot be compiled (a branch on a tensor's value, `.item()`, a `print`) splits the"
    " program into pieces with Python between them; the result stays right.",
    "`fullgraph=True` takes `.item()` into the graph and raises an error that names the line for"
    " the rest.",
    "`torch.where` keeps both branches in the graph; `torch._dynamo.explain` counts pieces.",
)
@pytest.mark.parametrize(
    ("function", "broken", "line"),
    [
        (Branch().forward, True, "if x.sum() > 0"),
        (with_item, True, None),
        (with_print, True, 'print("between")'),
        (lambda x: torch.where(x.sum() > 0, x * 2, x - 1), False, None),
    ],
)
def test_graph_breaks(function, broken, line):
    def around(x):
        return function(x + 1) + 1

    torch._dynamo.reset()
    x = torch.tensor([1.0, 2.0])
    seen = torch._dynamo.explain(around)(x)
    assert (seen.graph_break_count > 0, seen.graph_count > 1) == (broken, broken)
    for value in (x, -2 * x):
        assert torch.equal(torch.compile(around, backend="eager")(value), around(value))
    torch._dynamo.reset()
    full = torch.compile(around, backend="eager", fullgraph=True)
    if line is None:
        assert torch.equal(full(x), around(x))
    else:
        with pytest.raises(torch._dynamo.exc.Unsupported) as error:
            full(x)
        assert line in str(error.value)
    torch._dynamo.reset()


@says("ship/export_program", "Runs `forward` once, on stand-ins of the example inputs, and notes"
      " the operations.")  # fmt: skip
def test_export_runs_forward_once():
    calls = []

    class Counted(nn.Module):
        def forward(self, x):
            calls.append(type(x))
            return (x + 1).exp()

    program = export(Counted(), (torch.ones(3),))
    assert calls == [torch._subclasses.FakeTensor]
    operations = [str(n.target) for n in program.graph.nodes if n.op == "call_function"]
    assert operations == ["aten.add.Tensor", "aten.exp.default"]


@says(
    "ship/export_program",
    "Call `eval()` before: the mode is fixed with the rest, and so is every size that is not named"
    " as dynamic.",
)
@says(
    "ship",
    "In every case put the model into eval mode first: what is exported keeps the mode of that"
    " moment.",
)
@pytest.mark.parametrize("shape", [(2, 4), (4, 4), (3, 5), (1, 4)])
def test_export_fixes_mode_and_sizes(shape):
    x = torch.ones(3, 4)
    for training in (True, False):
        model = nn.Sequential(nn.Softmax(0), nn.Dropout(0.5)).train(training)
        program = export(model, (x,)).module()
        model.train(not training)
        assert torch.equal(program(x), program(x)) != training
        with pytest.raises(AssertionError, match="Guard failed"):
            program(torch.ones(shape))


@says("ship/export_dynamic", "one exported model for every batch size.")
@pytest.mark.parametrize("batch", [1, 2, 3, 7, 64])
def test_one_exported_model_for_batches(batch):
    model, x = nn.Linear(4, 2), torch.randn(batch, 4)
    program = export(model, (torch.ones(3, 4),), dynamic_shapes=({0: Dim("batch")},)).module()
    torch.testing.assert_close(program(x), model(x))


class Two(nn.Module):
    def forward(self, a, b):
        return a.sum() + b.sum()


@says(
    "ship/export_dynamic",
    "One item for each argument of `forward`: a dictionary from dimension to `Dim`.",
    "The name is free; the same name in two places means the same size; `max`, and a `min` above"
    " 2, are checked at a call.",
)
@pytest.mark.parametrize("name", ["n", "batch", "quite_free"])
def test_names_of_dimensions(name):
    a, b = torch.ones(3, 2), torch.ones(3, 4)
    with pytest.raises(torch._dynamo.exc.UserError):
        export(Two(), (a, b), dynamic_shapes=({0: Dim(name)},))
    same = export(Two(), (a, b), dynamic_shapes=({0: Dim(name)}, {0: Dim(name)})).module()
    other = export(Two(), (a, b), dynamic_shapes=({0: Dim(name)}, {0: Dim("o")})).module()
    assert same(torch.ones(5, 2), torch.ones(5, 4)) == 30
    assert other(torch.ones(5, 2), torch.ones(6, 4)) == 34
    with pytest.raises(AssertionError, match="Guard failed"):
        same(torch.ones(5, 2), torch.ones(6, 4))


@says(
    "ship/export_dynamic",
    "The name is free; the same name in two places means the same size; `max`, and a `min` above"
    " 2, are checked at a call.",
)
@pytest.mark.parametrize("least", [2, 3])
def test_limits_of_dimensions(least):
    shapes = ({0: Dim("batch", min=least, max=6)},)
    program = export(nn.Linear(4, 2), (torch.ones(4, 4),), dynamic_shapes=shapes).module()
    assert program(torch.ones(6, 4)).shape == (6, 2)
    with pytest.raises(AssertionError, match="<= 6"):
        program(torch.ones(7, 4))
    if least == 2:
        assert program(torch.ones(1, 4)).shape == (1, 2)
    else:
        with pytest.raises(AssertionError, match=">= 3"):
            program(torch.ones(2, 4))


@says(
    "ship/export_dynamic",
    "`Dim.AUTO` in place of a named one lets the export decide.",
    "Give an example batch of at least 2: a size of 1 is fixed, and with a named `Dim` an error.",
)
def test_an_example_of_one_is_fixed():
    model, one = nn.Linear(4, 2), torch.ones(1, 4)
    with pytest.raises(torch._dynamo.exc.UserError, match="constant"):
        export(model, (one,), dynamic_shapes=({0: Dim("batch")},))
    program = export(model, (one,), dynamic_shapes=({0: Dim.AUTO},)).module()
    with pytest.raises(AssertionError, match="Guard failed"):
        program(torch.ones(2, 4))
    program = export(model, (torch.ones(2, 4),), dynamic_shapes=({0: Dim.AUTO},)).module()
    assert program(torch.ones(5, 4)).shape == (5, 2)
    fixed = export(nn.Unflatten(0, (2, 1)), (torch.ones(2, 4),), dynamic_shapes=({0: Dim.AUTO},))
    assert fixed.range_constraints == {}


@says(
    "ship/export_control_flow",
    "a branch that torch.export accepts.",
    "An `if` on the value of a tensor cannot be exported: the example takes one way, and the file"
    " would forget the other.",
)
@says("ship/jit_trace", "`torch.export.export(model, (x,))` is the replacement and refuses such a"
      " model.")  # fmt: skip
@pytest.mark.parametrize("strict", [False, True])
def test_export_refuses_a_branch_on_a_value(strict):
    x = torch.ones(3)
    with pytest.raises(Exception, match=r"guard on data-dependent|Data-dependent branching"):
        export(Branch(), (x,), strict=strict)
    export(names_of("ship/export_control_flow")["Cond"](), (x,), strict=strict)


class Cond(nn.Module):
    def __init__(self, other):
        super().__init__()
        self.other = other

    def forward(self, x):
        return torch.cond(x.sum() > 0, lambda x: x * 2, self.other, (x,))


@says(
    "ship/export_control_flow",
    "`torch.cond` keeps both, as functions with new outputs of one dtype, `x.clone()` and not `x`;"
    " `torch.where` computes both and picks elements.",
)
def test_cond_and_where():
    x = torch.ones(3)
    program = export(Cond(lambda x: x - 1), (x,)).module()
    assert torch.equal(program(x), x * 2)
    assert torch.equal(program(-x), -x - 1)
    with pytest.raises(Exception, match="dtype"):
        export(Cond(lambda x: x > 0), (x,))
    for other in (lambda x: x, lambda x: x.view(3)):
        with pytest.raises(Exception, match="alias"):
            export(Cond(other), (x,))
    assert torch.equal(export(Cond(lambda x: x.clone()), (x,)).module()(-x), -x)
    picked = torch.where(torch.tensor([True, False]), torch.zeros(2), 1 / torch.zeros(2))
    assert picked.tolist() == [0, float("inf")]


class Decided(nn.Module):
    def forward(self, x, k: int = 3):
        if self.training and k > 2 and x.shape[0] > 1:
            return x + 1
        return x


@says(
    "ship/export_control_flow",
    "An `if` on a Python number, on `self.training` or on a fixed size is decided once, while"
    " exporting.",
)
@pytest.mark.parametrize(
    ("training", "k", "size", "added"),
    [(True, 3, 2, 1), (False, 3, 2, 0), (True, 1, 2, 0), (True, 3, 1, 0)],
)
def test_branches_that_are_decided_once(training, k, size, added):
    model = Decided().train(training)
    program = export(model, (torch.zeros(size), k)).module()
    model.train(not training)
    assert program(torch.zeros(size), k).eq(added).all()
    for other in ((torch.zeros(size), k + 1), (torch.zeros(size + 1), k)):
        with pytest.raises(AssertionError, match="Guard failed"):
            program(*other)


@needs_onnx
@says(
    "ship/onnx_export",
    "`dynamo=True` (the default since 2.9) exports through `torch.export`, so its rules hold:"
    " eval mode, `dynamic_shapes` for the sizes that vary, no branch on values.",
    "no progress lines",
)
@pytest.mark.filterwarnings("ignore")
def test_onnx_follows_the_rules_of_export(capsys):
    x = torch.ones(2, 4)
    operators, sizes = [], []
    for training, shapes in ((True, None), (False, ({0: Dim("batch")},))):
        model = nn.Sequential(nn.Linear(4, 2), nn.Dropout(0.5)).train(training)
        graph = torch.onnx.export(model, (x,), dynamic_shapes=shapes, verbose=False)
        graph = graph.model_proto.graph
        operators.append([node.op_type for node in graph.node])
        (first, _) = graph.input[0].type.tensor_type.shape.dim
        sizes.append(first.dim_param or first.dim_value)
    assert operators == [["Gemm", "Dropout"], ["Gemm"]]
    assert sizes == [2, "batch"]
    assert capsys.readouterr().out == ""
    with pytest.raises(torch.onnx.errors.OnnxExporterError, match=r"torch\.export"):
        torch.onnx.export(Branch(), (x,), verbose=False)
    assert inspect.signature(torch.onnx.export).parameters["dynamo"].default is True


@says("ship/onnx_export", "Needs the packages onnx and onnxscript.")
@pytest.mark.parametrize("package", ["onnx", "onnxscript"])
@pytest.mark.filterwarnings("ignore")
def test_onnx_export_needs_packages(package):
    code = f"import sys; sys.modules[{package!r}] = None\n" + (
        "import torch\n"
        "torch.onnx.export(torch.nn.Linear(4, 2), (torch.ones(2, 4),), verbose=False)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=200)
    assert done.returncode
    assert package in done.stderr.splitlines()[-1]


@needs_onnx
@says(
    "ship/onnx_inspect",
    "what an ONNX file expects and gives.",
    "Names, sizes and types of inputs and outputs are in the file; a size that varies has a name"
    " in place of a number.",
    "`onnx.checker.check_model` raises where the file is incomplete.",
    "The opset is the version of the operators: a runtime older than the file refuses it, and"
    " `opset_version=` in `torch.onnx.export` asks for another.",
)
@pytest.mark.filterwarnings("ignore")
def test_what_is_in_an_onnx_file():
    import onnx
    import onnxruntime

    shapes = ({0: Dim("batch")},)
    for opset in (18, 21):
        proto = torch.onnx.export(
            nn.Linear(4, 2),
            (torch.ones(2, 4),),
            input_names=["a"],
            output_names=["b"],
            dynamic_shapes=shapes,
            opset_version=opset,
            verbose=False,
        ).model_proto
        assert proto.opset_import[0].version == opset
        content = proto.SerializeToString()
        session = onnxruntime.InferenceSession(content)
        (a,), (b,) = session.get_inputs(), session.get_outputs()
        assert (a.name, a.shape, a.type) == ("a", ["batch", 4], "tensor(float)")
        assert (b.name, b.shape, b.type) == ("b", ["batch", 2], "tensor(float)")
    onnx.checker.check_model(content)
    for end in random.Random(0).sample(range(len(content)), 20):
        assert refuses(onnx.checker.check_model, content[:end])
    proto.opset_import[0].version = 99
    with pytest.raises(onnxruntime.capi.onnxruntime_pybind11_state.Fail, match="Opset 99"):
        onnxruntime.InferenceSession(proto.SerializeToString())


@says(
    "ship/jit_trace",
    "Deprecated.",
    "It runs the model and keeps the operations it saw: an `if` on a value keeps only the way that"
    " the example took, with a warning that is easily overlooked.",
    "The deprecation is a FutureWarning on 2.15 and a DeprecationWarning on 2.13.",
)
@pytest.mark.parametrize("sign", [1, -1])
def test_a_trace_keeps_one_way(sign):
    x = sign * torch.tensor([1.0, 2.0])
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        traced = torch.jit.trace(Branch(), x, check_trace=False)
    kinds = {w.category for w in seen if "deprecated" in str(w.message)}
    assert kinds == ({FutureWarning} if torch.__version__ >= (2, 15) else {DeprecationWarning})
    assert any(w.category is torch.jit.TracerWarning for w in seen)
    for value in (x, -x):
        assert torch.equal(traced(value), value * 2 if sign > 0 else value - 1)


class Tries(nn.Module):
    def forward(self, x):
        try:
            return x + 1
        except ValueError:
            return x


@says(
    "ship/jit_script",
    "compiled from the source, branches kept.",
    "Deprecated like `torch.jit.trace`; for new code use `torch.compile` or `torch.export` with"
    " `torch.cond`.",
    "It reads the source of `forward` and knows a part of Python.",
)
@pytest.mark.filterwarnings("ignore")
def test_script_reads_the_source():
    with pytest.warns((FutureWarning, DeprecationWarning), match="script.* is deprecated"):
        scripted = torch.jit.script(Branch())
    for x in (torch.ones(2), -torch.ones(2)):
        assert torch.equal(scripted(x), Branch()(x))
    with pytest.raises(torch.jit.frontend.UnsupportedNodeError, match=r"(?i)try"):
        torch.jit.script(Tries())
    names = {"nn": nn}
    exec("class NoSource(nn.Module):\n    def forward(self, x):\n        return x", names)
    with pytest.raises(OSError, match="source"):
        torch.jit.script(names["NoSource"]())


@says("ship", "weights of one byte on the CPU | `quantize_dynamic`, torchao for new code")
@says(
    "ship/quantize_dynamic",
    "linear weights of one byte, on the CPU.",
    "Weights become int8 once; activations are quantised at every call.",
    "Serves models that are mostly `Linear` or `LSTM`.",
    "`torch.ao.quantization` is deprecated, yet still there in 2.15 although its warning says"
    " otherwise; new code takes `quantize_` of the separate package torchao.",
)
@pytest.mark.parametrize(
    ("layer", "changes"),
    [
        (nn.Linear(8, 4, bias=False), True),
        (nn.LSTM(8, 4), True),
        (nn.Conv2d(3, 4, 3), False),
        (nn.Embedding(4, 4), False),
    ],
)
def test_what_quantize_dynamic_changes(layer, changes):
    with pytest.warns(DeprecationWarning, match=r"removed in 2\.10.*torchao|removed in 2\.10"):
        (small,) = torch.ao.quantization.quantize_dynamic(nn.Sequential(layer), dtype=torch.qint8)
    assert (type(small) is not type(layer)) == changes
    if isinstance(layer, nn.Linear):
        weight = small.weight()
        assert (weight.dtype, weight.element_size()) == (torch.qint8, 1)
        # each call has a scale of its own: large inputs lose nothing relative to small ones
        x = torch.randn(16, 8)
        torch.testing.assert_close(small(1000 * x) / 1000, small(x), atol=1e-4, rtol=1e-4)
        exact = x @ weight.dequantize().T
        assert 1e-4 < (small(x) - exact).abs().max() < 0.1
        assert small(x).dtype == torch.float32


@says("ship", "weights for this code elsewhere | `torch.save(model.state_dict(), path)`")
def test_weights_for_the_same_code():
    file, model, other = io.BytesIO(), nn.Linear(4, 2), nn.Linear(4, 2)
    torch.save(model.state_dict(), file)
    file.seek(0)
    other.load_state_dict(torch.load(file))
    assert torch.equal(other.weight, model.weight)
