"""What the sentences of errors/compile say, with the eager backend and small exports."""

import io
import logging
import types
import warnings
import zlib

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from support import library, says
from torch import nn
from torch._dynamo.exc import Unsupported
from torch.export import Dim

LOGGER = logging.getLogger("an entry")
logging.getLogger("torch.fx").setLevel(logging.CRITICAL)


@pytest.fixture(autouse=True)
def fresh():
    torch._dynamo.reset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


class Of(nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, *args):
        return self.function(*args)


def whole(function):
    return torch.compile(function, backend="eager", fullgraph=True)


def branching(x):
    return x * 2 if x.sum() > 0 else x - 1


def looping(x):
    while x.sum() < 10:
        x = x + 1
    return x


def printing(x):
    print("printed")
    return x + 1


def opening(x):
    with open(__file__, encoding="utf-8"):
        return x + 1


def logged(x):
    LOGGER.debug("logged")
    return x + 1


def listing(x):
    return x + sum(x.tolist())


def in_c(x):
    return x + zlib.crc32(b"abc") % 7


@pytest.fixture
def artifacts():
    """What TORCH_LOGS=graph_breaks,recompiles shows, by the name of the logger."""
    names = ["torch._dynamo.symbolic_convert.__graph_breaks", "torch._dynamo.guards.__recompiles"]
    lines, handler = {name: [] for name in names}, logging.Handler()
    handler.emit = lambda record: lines[record.name].append(record.getMessage())
    torch._logging.set_logs(graph_breaks=True, recompiles=True)
    for name in names:
        logging.getLogger(name).addHandler(handler)
    yield list(lines.values())
    for name in names:
        logging.getLogger(name).removeHandler(handler)
    torch._logging.set_logs()


@says(
    "errors/compile",
    "Run the plain module first; `torch._dynamo.explain` and `TORCH_LOGS` say what stood in the "
    "way.",
)
def test_what_stood_in_the_way(artifacts):
    x = torch.ones(2)
    (reason,) = torch._dynamo.explain(branching)(x).break_reasons
    assert reason.user_stack[-1].name == "branching"
    torch._dynamo.reset()
    breaks, _ = artifacts
    breaks.clear()
    torch.compile(branching, backend="eager")(x)
    assert [line.startswith("Graph break in user code") for line in breaks] == [True]
    assert "in branching" in breaks[0]


@says("errors/compile/recompile_limit", "`TORCH_LOGS=recompiles` shows all.")
@pytest.mark.parametrize("texts", ["a", "aba", "abcd"])
def test_all_recompilations_are_shown(texts, artifacts):
    quick = torch.compile(lambda x, text: x + len(text), backend="eager")
    for text in texts:
        quick(torch.ones(2), text)
    assert len(artifacts[1]) == len(set(texts)) - 1
    assert all("text == " in line for line in artifacts[1])


@says(
    "errors/compile/unsupported",
    "`torch.compile` turns Python into graphs.",
    "What it cannot turn, it leaves to Python, with a break in the graph; `fullgraph=True` raises "
    "instead.",
    "Usual causes: an `if` or `while` on the value of a tensor; `print`, `open` or logging; "
    "`.tolist()` of floats; a library in C.",
    "The message names the line and gives hints.",
    "Without `fullgraph=True` the code runs, in parts: graph breaks.",
)
@pytest.mark.parametrize("function", [branching, looping, printing, opening, logged, listing, in_c])
def test_breaks_of_the_graph(function):
    x, graphs = torch.tensor([1.0, 2.0]), []
    with pytest.raises(Unsupported) as caught:
        whole(function)(x)
    assert f"in {function.__name__}" in str(caught.value)
    assert "Hint: " in str(caught.value)
    torch._dynamo.reset()

    def backend(module, inputs):
        graphs.append(module)
        return module.forward

    found = torch.compile(function, backend=backend)(x)
    assert torch.equal(found, function(x))
    assert graphs or function is opening
    whole(lambda x: x * 2 + len(x.long().tolist()))(x)  # of integers


class Counting(nn.Module):
    steps = 0

    def forward(self, x):
        self.steps += 1
        return x * self.steps


@says(
    "errors/compile/recompile_limit",
    "Each call that breaks an assumption of the compiled code (a guard) compiles once more; after "
    "8 times a call that fits no version runs as plain Python, with this warning in the log.",
    "Usual causes: an argument that is a new string at each call; an integer attribute that counts "
    "steps; tensors of ever another number of dimensions.",
    '"last reason" in the log names the guard.',
    "the warning stands there",
    "What changes with each call goes in as a tensor.",
)
@pytest.mark.parametrize("cause", ["string", "attribute", "dimensions", "tensor"])
def test_compiled_too_often(cause, caplog):
    compiled, x = [], torch.ones(2)

    def backend(module, inputs):
        compiled.append(module)
        return module.forward

    function = Counting() if cause == "attribute" else (lambda x, *more: x + len(more))
    if cause == "string":
        function = lambda x, text: x + len(text)  # noqa: E731
    arguments = {
        "string": lambda n: (x, "a" * n),
        "attribute": lambda _: (x,),
        "dimensions": lambda n: (torch.ones((1,) * n),),
        "tensor": lambda n: (torch.full((2,), float(n)),),
    }[cause]
    quick = torch.compile(function, backend=backend)
    log = logging.getLogger("torch._dynamo")
    log.addHandler(caplog.handler)
    try:
        counts = []
        for n in range(11):
            found = quick(*arguments(n))
            counts.append(len(compiled))
            assert found.sum() >= 0
    finally:
        log.removeHandler(caplog.handler)
    if cause == "tensor":
        assert counts == [1] * 11
        return
    assert counts == [1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8]
    assert "hit config.recompile_limit (8)" in caplog.text
    guard = {"string": "text == ", "attribute": "steps == ", "dimensions": "rank mismatch"}[cause]
    assert guard in caplog.text.partition("last reason: ")[2].splitlines()[0]


@says(
    "errors/compile/backend_compiler_failed",
    'Usual causes: no C++ compiler on the machine ("No working C++ compiler found", cl.exe on '
    "Windows); a mistake in a backend of your own; a bug in the compiler.",
    'Try `backend="eager"`, which only reads the graph, then `"aot_eager"`: the first that fails '
    "shows which part it is.",
)
@pytest.mark.parametrize("problem", ["compiler", "own"])
@pytest.mark.parametrize("part", ["eager", "aot_eager"])
def test_backends_that_fail(problem, part):
    from torch._dynamo.exc import BackendCompilerFailed

    def backend(module, inputs):
        if problem == "compiler":
            raise torch._inductor.exc.InvalidCxxCompiler
        raise KeyError("own")

    import torch._inductor.exc

    x = torch.ones(3, requires_grad=True)
    with pytest.raises(BackendCompilerFailed):
        torch.compile(lambda x: x * 2, backend=backend)(x)
    torch._dynamo.reset()
    torch.compile(lambda x: x * 2, backend=part)(x).sum().backward()
    assert x.grad.tolist() == [2, 2, 2]


@says(
    "errors/compile/backend_compiler_failed",
    "Errors of their own: TritonMissing, GPUTooOldForTriton, and InvalidBackend for a name that is "
    "not known.",
)
@pytest.mark.parametrize("name", ["TritonMissing", "GPUTooOldForTriton", "InvalidBackend"])
def test_errors_of_their_own(name):
    import torch._inductor.exc as inductor
    from torch._dynamo.exc import BackendCompilerFailed

    card = types.SimpleNamespace(name="P100", major=6, minor=0)

    def backend(module, inputs):
        raise getattr(inductor, name)(*([card] if "Old" in name else []), None)

    with pytest.raises(Exception) as caught:  # noqa: PT011
        torch.compile(lambda x: x * 2, backend="inducto" if "Invalid" in name else backend)(
            torch.ones(3)
        )
    assert type(caught.value).__name__ == name
    assert not isinstance(caught.value, BackendCompilerFailed)


def by_length(x):
    found = x[x > 0]
    return x * 2 if len(found) == 0 else x


def by_item(x):
    return x if x.sum().item() > 0 else -x


def by_sum(x):
    return x.new_zeros(int(x.sum()))


def checked(x):
    found = x[x > 0]
    torch._check(found.shape[0] > 2)
    return found if found.shape[0] > 2 else found * 2


@says(
    "errors/compile/data_dependent_expression",
    "While exporting, or compiling with `fullgraph=True`, there are no values: the number of "
    "elements that `x[x > 0]` or `nonzero` gives, and what `.item()` reads, are symbols such as "
    "u0.",
    "An `if` that needs the symbol's value stops.",
    "Usual causes: `if x.sum() > 0:`; `if len(found) == 0:`; a size made by `int(x.sum())`.",
)
@pytest.mark.parametrize("function", [branching, by_length, by_item, by_sum])
def test_values_that_are_not_known(function):
    x = torch.tensor([1.0, 2.0, -3.0, 4.0])
    with pytest.raises(Exception, match=r"data-dependent expression .*u\w*\d"):
        torch.export.export(Of(function), (x,))
    torch._dynamo.reset()
    assert torch.equal(torch.compile(function, backend="eager")(x), function(x))
    assert torch.export.export(Of(checked), (x,)).module()(x).tolist() == [1, 2, 4]
    torch.export.export(Of(lambda x: torch.where(x.sum() > 0, x * 2, x)), (x,))


def dynamic(function, x):
    program = torch.export.export(Of(function), (x,), dynamic_shapes=(({0: Dim("batch")},),))
    return program.module()(torch.ones(5, 4)).shape


@says(
    "errors/compile/constraints_violated",
    "Usual causes: an example batch of 1, where sizes of 1 are taken as fixed; a number written "
    "into `view` or `reshape`; a tensor of fixed length added to the input; an `if` on the size.",
    "`L['x'].size()[0]` in the message is the first size of argument `x`.",
    '"Suggested fixes" names what the code allows: `batch = 3` gives up the dynamic size.',
)
@pytest.mark.parametrize("cause", ["batch of 1", "reshape", "view", "added", "if"])
def test_fixed_sizes(cause):
    x = torch.ones(1 if cause == "batch of 1" else 3, 4)
    function, fixed = {
        "batch of 1": (lambda x: x * 2, lambda x: x * 2),
        "reshape": (lambda x: x.reshape(3, 4), lambda x: x.reshape(-1, 4)),
        "view": (lambda x: x.view(12), lambda x: x.view(x.shape[0] * 4)),
        "added": (lambda x: x + torch.ones(3, 4), lambda x: x + torch.ones(4)),
        "if": (lambda x: x * 2 if x.shape[0] > 2 else x, lambda x: x * 2),
    }[cause]
    with pytest.raises(torch._dynamo.exc.UserError, match=r"Constraints violated \(batch\)!") as e:
        dynamic(function, x)
    fixes = str(e.value).partition("Suggested fixes:")[2].split("\n")[1].strip()
    expected = {"batch of 1": "batch = 1", "if": "batch = Dim('batch', min=3)"}
    assert fixes == expected.get(cause, "batch = 3")
    if cause == "if":
        assert "].size()[0]" in str(e.value)
    assert dynamic(fixed, torch.ones(3, 4))[0] in {5, 20}


def older(function, **options):
    x = torch.ones(1, 1, 4, 4)
    torch.onnx.export(Of(function), (x,), io.BytesIO(), dynamo=False, verbose=False, **options)


def sampling(x):
    return F.grid_sample(x, torch.zeros(1, 2, 2, 2), align_corners=False)


@says(
    "errors/compile/onnx_operator_not_supported",
    "The message then says which: raise `opset_version`.",
    "Else write the operation from others, move it out of the model (before or after the session), "
    "or use the newer exporter, `dynamo=True`, which takes some that the older one lacks, but "
    "not all that it has, such as `cdist`.",
    "The older exporter: an opset that has the operator, 16 for grid_sample.",
)
@pytest.mark.parametrize("cause", ["later opset", "none"])
def test_operators_that_onnx_lacks(cause):
    library("onnxscript")

    def added(x):
        return torch.logaddexp(x, x)

    if cause == "later opset":
        with pytest.raises(torch.onnx.OnnxExporterError, match="was added in version 16"):
            older(sampling, opset_version=11)
        older(sampling, opset_version=16)
        return
    with pytest.raises(torch.onnx.OnnxExporterError, match="18"):
        older(added, opset_version=18)
    older(lambda x: torch.log(torch.exp(x) + torch.exp(x)), opset_version=18)
    x = torch.ones(1, 1, 4, 4)
    options = {"dynamo": True, "optimize": False, "verbose": False}
    assert torch.onnx.export(Of(added), (x,), **options).model_proto.graph.node
    older(lambda x: torch.cdist(x, x), opset_version=18)
    with pytest.raises(torch.onnx.OnnxExporterError, match=r"No ONNX function found .*_cdist"):
        torch.onnx.export(Of(lambda x: torch.cdist(x, x)), (x,), **options)


@pytest.fixture(scope="module")
def session():
    onnxruntime = library("onnxruntime")
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            nn.Linear(4, 2).eval(), (torch.ones(1, 4),), file, input_names=["images"],
            dynamo=False, verbose=False,
        )  # fmt: skip
    return onnxruntime.InferenceSession(file.getvalue(), providers=["CPUExecutionProvider"])


@says(
    "errors/compile/onnxruntime_invalid_input",
    "`session.run(None, feed)` takes a dictionary from names to NumPy arrays, exactly as the file "
    "declares them.",
    "Usual causes: another name than `input_names` gave; a batch of another size than the "
    "example's, for no dimension was marked as dynamic; a missing batch dimension; float64 from "
    "NumPy; a tensor in place of an array.",
)
@pytest.mark.parametrize(
    ("feed", "words"),
    [
        ({"input": np.zeros((1, 4), np.float32)}, r"Required inputs \(\['images'\]\) are missing"),
        ({"images": np.zeros((2, 4), np.float32)}, r"index: 0 Got: 2 Expected: 1"),
        ({"images": np.zeros(4, np.float32)}, "Invalid rank for input: images Got: 1 Expected: 2"),
        ({"images": np.zeros((1, 4))}, "Unexpected input data type"),
        ({"images": torch.zeros(1, 4)}, "numpy array for input 'images'"),
    ],
    ids=["name", "batch", "dimension", "float64", "tensor"],
)
def test_feeds(session, feed, words):
    with pytest.raises(Exception, match=words):
        session.run(None, feed)
    assert session.run(None, {"images": np.zeros((1, 4), np.float32)})[0].shape == (1, 2)


CONSTANTS = {
    "if": lambda x: x * 2 if x.sum() > 0 else x,
    "int": lambda x: x * int(x.sum()),
    "item": lambda x: x * x.sum().item(),
    "numpy": lambda x: x + torch.from_numpy(x.detach().numpy()).sum(),
}


@says(
    "errors/compile/tracer_warning",
    "`torch.jit.trace`, and `torch.onnx.export(dynamo=False)`, run the model on the example.",
    "What leaves the tensors, an `if` on a value, `int(x)`, `.item()`, `.numpy()`, is stored as it "
    "was then: other inputs give wrong results without an error.",
    "`torch.export` checks sizes and refuses a branch on values.",
)
@pytest.mark.parametrize("name", CONSTANTS)
def test_constants_of_a_trace(name):
    function, x = CONSTANTS[name], torch.tensor([1.0, 2.0, 3.0])
    seen = []

    def noted(x):
        seen.append(x.detach().clone())
        return function(x)

    with pytest.warns(torch.jit.TracerWarning):
        traced = torch.jit.trace(Of(noted), x)
    assert seen
    assert all(torch.equal(one, x) for one in seen)
    assert torch.equal(traced(x), function(x))
    assert not torch.equal(traced(-x), function(-x))
    if name == "if":
        seen.clear()
        torch.onnx.export(Of(noted), (x,), io.BytesIO(), dynamo=False, verbose=False)
        assert torch.equal(seen[0], x)
        with pytest.raises(Exception, match="data-dependent"):
            torch.export.export(Of(function), (x,))
        program = torch.export.export(Of(lambda x: x + 1), (x,))
        with pytest.raises(AssertionError, match="Guard failed"):
            program.module()(torch.ones(4))


@says(
    "errors/compile/tracer_warning",
    "A warning for an `assert` on the shape is harmless if the shape stays.",
)
def test_an_assert_on_the_shape():
    def function(x):
        assert x.shape[0] == 3
        return x + 1

    with pytest.warns(torch.jit.TracerWarning):
        traced = torch.jit.trace(Of(function), torch.ones(3))
    assert torch.equal(traced(-torch.ones(3)), torch.zeros(3))


class Fields:
    def __init__(self, x):
        self.x = x


OUTPUTS = {
    "tensor": (lambda x: x, True, True),
    "tuple": (lambda x: (x, (x, x)), True, True),
    "list": (lambda x: [x, x], True, True),
    "mixture": (lambda x: [x, {"a": x}], False, True),
    "None": (lambda x: (x, None), False, True),
    "fields": (Fields, False, False),
    "dictionary": (lambda x: {"a": x}, False, True),
}


@says(
    "errors/compile/tracer_output_type",
    "A trace can return tensors, and tuples or lists of them.",
    "Usual causes: a list that mixes tensors and dictionaries, as detection models give; None "
    "beside a tensor; an object with fields, such as the outputs of Hugging Face; a dictionary, "
    "which also wants `strict=False`.",
    "`torch.export` takes dictionaries and lists as they are.",
    "New code: torch.export takes both.",
)
@pytest.mark.parametrize("name", OUTPUTS)
def test_outputs_of_a_trace(name):
    (function, traces, exports), x = OUTPUTS[name], torch.ones(2)
    if traces:
        assert type(torch.jit.trace(Of(function), x)(x)) is type(function(x))
    else:
        with pytest.raises(RuntimeError):
            torch.jit.trace(Of(function), x)
    if name == "dictionary":
        assert torch.jit.trace(Of(function), x, strict=False)(x)["a"].tolist() == [1, 1]
    if exports and name in {"list", "dictionary", "mixture"}:
        assert type(torch.export.export(Of(function), (x,)).module()(x)) is type(function(x))


class Indexed(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(3, 3), nn.Linear(3, 3)])

    def forward(self, x):
        for i in range(2):
            x = self.layers[i](x)
        return x


class Library(nn.Module):
    def forward(self, x):
        return np.sqrt(x)


class NoneFirst(nn.Module):
    def forward(self, x):
        y = None
        if x.sum() > 0:
            y = x + 1
        return y


class Untyped(nn.Module):
    def forward(self, x, n):
        return x * n.bit_length()


class Stars(nn.Module):
    def forward(self, *args):
        return args[0]


class Trying(nn.Module):
    def forward(self, x):
        try:
            return x
        except ValueError:
            return x


def without_source():
    names = {"nn": nn}
    exec("class Plain(nn.Module):\n    def forward(self, x):\n        return x", names)
    return names["Plain"]()


class Formatted(nn.Module):
    def forward(self, x):
        print(f"{x.dim():>3}")
        return x


@says(
    "errors/compile/scripting_fails",
    "torch.jit.script knows part of Python only.",
    "Scripting reads the source of `forward` and gives everything one type.",
    "New code: torch.export takes the loop as it is.",
    "Usual causes: `self.layers[i]` in a loop; a function of NumPy or another library; a variable "
    "that is None first and a tensor in a branch or a loop; an argument that is no tensor and has "
    "no annotation; `*args`, `try`, an f-string with a format.",
    "Scripting is deprecated; `torch.export` takes the loop as it is.",
)
@pytest.mark.parametrize(
    ("module", "words"),
    [
        (Indexed, "Expected integer literal for index"),
        (Library, "'numpy.ufunc' object"),
        (NoneFirst, "previously had type NoneType but is now being assigned to a value of type"),
        (Untyped, r"'Tensor \(inferred\)' object has no attribute or method 'bit_length'"),
        (Stars, "can't take variable number of arguments"),
        (Trying, "try blocks aren't supported"),
        (Formatted, "Don't support formatting in JoinedStr"),
        (without_source, "Can't get source"),
    ],
)
def test_what_scripting_refuses(module, words):
    arguments = (torch.ones(3), 2) if module is Untyped else (torch.ones(3),)
    module()(*arguments)  # Python runs it
    with pytest.warns(FutureWarning, match="deprecated"), pytest.raises(Exception, match=words):
        torch.jit.script(module())
    if module is Indexed:
        model, x = Indexed(), torch.ones(2, 3)
        found = torch.export.export(model, (x,)).module()(x)
        torch.testing.assert_close(found, model(x))


def double(x: torch.Tensor) -> torch.Tensor:
    return x * 2


@says(
    "errors/compile/deprecated_jit",
    "`torch.jit.script`, `trace`, `save` and `load` still work and warn.",
    "In their place: for speed in Python `torch.compile`; for a file without the classes "
    "`torch.export.save` and `load`; for C++ and other runtimes AOTInductor, ExecuTorch or ONNX.",
    "The warning may come from a library; then it asks nothing of you and can be filtered by its "
    "text.",
)
@pytest.mark.parametrize("name", ["script", "trace", "save", "load"])
def test_torchscript_works_and_warns(name):
    x, file = torch.ones(2), io.BytesIO()
    scripted = torch.jit.script(double)
    torch.jit.save(scripted, file)
    call = {
        "script": lambda: torch.jit.script(double),
        "trace": lambda: torch.jit.trace(double, x),
        "save": lambda: torch.jit.save(scripted, io.BytesIO()),
        "load": lambda: file.seek(0) or torch.jit.load(file),
    }[name]
    with pytest.warns(FutureWarning, match=f"`torch.jit.{name}` is deprecated"):
        found = call()
    assert found is None or torch.equal(found(x), x * 2)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", message="`torch.jit")
        call()
