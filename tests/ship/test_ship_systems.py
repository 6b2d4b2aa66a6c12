"""What the entries on recompilation, modes, own operations and native libraries say."""

import numpy as np
import pytest
import torch
import torch._dynamo
import torch._inductor
from recipes import names_of
from support import says
from torch.library import custom_op, opcheck


@pytest.fixture(scope="module")
def compilations():
    names = names_of("ship/recompiles")
    torch._dynamo.config.error_on_recompile = False
    yield names["compilations"]
    torch._dynamo.reset()


@says(
    "ship/recompiles",
    "The second size of a dimension compiles once more and makes it a symbol; further sizes cost"
    " nothing, but for 0 and 1.",
    "`mark_dynamic` says it beforehand: one compilation; `dynamic=False` compiles for every size.",
)
@pytest.mark.parametrize(
    ("rows", "plain", "marked", "fixed"),
    [([3, 3, 3], 1, 1, 1), ([3, 5], 2, 1, 2), ([3, 5, 8, 3, 13], 2, 1, 4), ([2, 9, 4], 2, 1, 3)],
)
def test_compilations(compilations, rows, plain, marked, fixed):
    assert compilations(rows) == plain
    assert compilations([*rows, 0, 1]) == compilations(rows) + 2
    assert compilations(rows, mark=True) == marked
    assert compilations(rows, dynamic=False) == fixed


@says(
    "ship/recompiles",
    "In a test or in serving let a recompilation raise: `error_on_recompile` here,"
    ' `torch.compiler.set_stance("fail_on_recompile")` for a block.',
)
def test_a_recompilation_that_raises(compilations):
    with (
        torch._dynamo.config.patch(error_on_recompile=True),
        pytest.raises(torch._dynamo.exc.RecompileError),
    ):
        compilations([3, 5])
    torch._dynamo.reset()
    function = torch.compile(lambda x: x * 2, backend="eager")
    function(torch.ones(3))
    with torch.compiler.set_stance("fail_on_recompile"):
        function(torch.ones(3))
        with pytest.raises(RuntimeError, match="Detected recompile"):
            function(torch.ones(5))
    function(torch.ones(5))


@says("ship/recompiles", "`TORCH_LOGS=recompiles` prints the reason.")
def test_reasons_in_the_log(caplog, compilations):
    torch._logging.set_logs(recompiles=True)
    logger = torch._logging.getArtifactLogger("torch._dynamo.guards", "recompiles")
    try:
        logger.addHandler(caplog.handler)
        compilations([3, 5])
    finally:
        logger.removeHandler(caplog.handler)
        torch._logging.set_logs()
    assert "size mismatch at index 0. expected 3, actual 5" in caplog.text


@says("ship/compile_modes",
      "A mode is a name for options of `inductor`, and cannot be passed together with"
      " `options=`.")  # fmt: skip
@pytest.mark.parametrize("mode", ["reduce-overhead", "max-autotune", "max-autotune-no-cudagraphs"])
def test_a_mode_is_a_name_for_options(mode):
    options = torch._inductor.list_mode_options(mode)
    assert options.keys() <= torch._inductor.config.get_config_copy().keys()
    assert ("triton.cudagraphs" in options) == (mode in {"reduce-overhead", "max-autotune"})
    assert ("max_autotune" in options) == (mode != "reduce-overhead")
    with pytest.raises(RuntimeError, match="Either mode or options can be specified"):
        torch.compile(torch.sin, mode=mode, options={})


@pytest.fixture
def halved():
    """An operation of NumPy, with nothing registered."""

    @custom_op("tests::halved", mutates_args=())
    def halved(x: torch.Tensor, by: int = 2) -> torch.Tensor:
        return torch.from_numpy(np.asarray(x.detach()) / by)

    return halved


@says(
    "ship/custom_op",
    "What dynamo cannot read (NumPy, C++, a library) becomes one operation of the graph.",
    "The annotations make the schema; `mutates_args` names what is written.",
    "`register_fake` says the shape without the numbers, for `torch.compile` and `torch.export`;"
    " `register_autograd` gives the gradient.",
    "`opcheck` runs the whole and finds what is missing.",
)
def test_an_operation_of_your_own(halved):
    class Module(torch.nn.Module):
        def forward(self, x):
            return halved(x) + 1

    x = torch.tensor([2.0, 4.0])
    assert str(halved._opoverload._schema) == "tests::halved(Tensor x, SymInt by=2) -> Tensor"

    def called():
        program = torch.export.export(Module(), (x,))
        return [str(n.target) for n in program.graph.nodes if n.op == "call_function"]

    with pytest.raises(Exception, match="no fake impl registered"):
        called()
    with pytest.raises(Exception, match="no fake impl registered"):
        opcheck(halved, (x,), test_utils="test_faketensor")
    halved.register_fake(lambda x, by=2: torch.empty_like(x))
    assert called() == ["tests.halved.default", "aten.add.Tensor"]
    y = halved(x.requires_grad_()).sum()
    with pytest.raises(RuntimeError, match="no autograd formula was registered"):
        y.backward()
    halved.register_autograd(lambda ctx, g: (g / 2, None), setup_context=lambda *_, **__: None)
    halved(x).sum().backward()
    assert x.grad.tolist() == [0.5, 0.5]
    done = opcheck(halved, (x,), test_utils=("test_schema", "test_faketensor"))
    assert set(done.values()) == {"SUCCESS"}

    @custom_op("tests::fill", mutates_args={"x"})
    def fill(x: torch.Tensor) -> None:
        x.fill_(3)

    assert "Tensor(a0!) x" in str(fill._opoverload._schema)
    with pytest.raises(ValueError, match="must have a type annotation"):
        custom_op("tests::bare", mutates_args=())(lambda x: x)


@says(
    "ship/aot_inductor",
    "Sizes that vary are named at export; the file is for one kind of device.",
)
def test_sizes_of_an_exported_program():
    names = names_of("ship/aot_inductor")
    program = names["exported"].module()
    for batch in (2, 7):
        x = torch.randn(batch, 4)
        assert torch.allclose(program(x), names["model"](x))
    with pytest.raises(AssertionError, match="Guard failed"):
        program(torch.randn(3, 5))
    devices = {str(p.device) for p in names["exported"].state_dict.values()}
    assert devices == {"cpu"}
