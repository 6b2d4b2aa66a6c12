"""What the entries on shipping say in words: modes, sizes, names, and the native compilers."""

import inspect
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import torch
from recipes import names_of
from support import library, says
from torch import nn
from torch.export import Dim, export


def test_export_keeps_the_mode_of_that_moment():
    model = nn.Sequential(nn.Linear(4, 4), nn.Dropout(0.5))
    x = torch.ones(2, 4)
    trained = export(model.train(), (x,)).module()
    assert not torch.equal(trained(x), model.eval()(x))
    assert torch.equal(export(model.eval(), (x,)).module()(x), model(x))


def test_a_size_of_one_is_taken_as_fixed():
    model = nn.Linear(4, 2)
    program = export(model, (torch.ones(1, 4),), dynamic_shapes=({0: Dim.AUTO},)).module()
    with pytest.raises(AssertionError, match="Guard failed"):
        program(torch.ones(3, 4))


def test_a_branch_on_training_is_decided_once():
    class Mode(nn.Module):
        def forward(self, x):
            return x + 1 if self.training else x

    x = torch.zeros(2)
    assert torch.equal(export(Mode().eval(), (x,)).module()(x), x)


def test_compiled_in_place_keeps_the_keys():
    model = nn.Linear(4, 2)
    keys = list(model.state_dict())
    model.compile(backend="eager")
    model(torch.ones(2, 4))
    assert list(model.state_dict()) == keys


def test_cond_exported_follows_the_value():
    names = names_of("ship/export_control_flow")
    program, branch = names["program"], names["Branch"]()
    for x in torch.randn(10, 3, generator=torch.Generator().manual_seed(0)):
        assert torch.equal(program(x), branch(x))


def test_onnx_dynamo_is_the_default():
    assert inspect.signature(torch.onnx.export).parameters["dynamo"].default is True


def test_onnxruntime_agrees_with_pytorch_on_many_inputs():
    library("onnxruntime")
    library("onnxscript")
    names = names_of("ship/onnx_export")
    generator = torch.Generator().manual_seed(1)
    for batch in (1, 2, 33):
        x = 3 * torch.randn(batch, 1, 8, 8, generator=generator)
        (scores,) = names["session"].run(None, {"images": x.numpy()})
        expected = names["model"](x).detach()
        torch.testing.assert_close(torch.from_numpy(scores), expected, rtol=1e-5, atol=1e-5)


@says(
    "ship/quantize_dynamic",
    "Measure the accuracy afterwards: here no output moves by more than 0.05.",
)
def test_quantize_dynamic_stays_within_the_bound_for_other_inputs():
    names = names_of("ship/quantize_dynamic")
    generator = torch.Generator().manual_seed(1)
    for _ in range(10):
        x = torch.randn(8, 64, generator=generator)
        assert (names["small"](x) - names["model"](x)).abs().max() < 0.05


@says(
    "ship/aot_inductor",
    "`aoti_compile_and_package` writes a `.pt2` file with compiled code and the weights: Python"
    " loads it with `aoti_load_package`, C++ with `AOTIModelPackageLoader`, without compiling"
    " again.",
)
@pytest.mark.skipif(shutil.which("g++") is None, reason="needs a C++ compiler")
def test_the_native_compilers_agree_with_the_model(tmp_path):
    script = """
        import torch
        from recipes import names_of
        from torch import nn

        torch.manual_seed(0)
        model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2)).eval()
        x = torch.randn(3, 4)
        assert torch.allclose(torch.compile(model)(x), model(x), atol=1e-6)
        names = names_of("ship/aot_inductor")
        native = names["package"]("model.pt2")
        for batch in (1, 7):
            x = torch.randn(batch, 4)
            assert torch.allclose(native(x), names["model"](x), atol=1e-6)
        print("agree")
    """
    environment = os.environ | {"TORCHINDUCTOR_CACHE_DIR": str(tmp_path / "cache")}
    environment["PYTHONPATH"] = str(Path(__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.stdout.strip() == "agree", done.stderr
