"""What torch says is deprecated, and what TorchFix knew: reported, or listed with why not."""

import ast
from pathlib import Path

import pytest
import torch
from support import ENTRIES

from cheatsheet.catalog import ROOT
from cheatsheet.upgrade.rules import RULES
from cheatsheet.upgrade.run import examine

ALL = frozenset(RULES)
TORCH = Path(torch.__file__).parent
ROWS = [
    line.split("\t") for line in (ROOT / "tests/upgrade/deprecated.tsv").read_text().splitlines()
]

#: The symbols of TorchFix's table, and a call of each.
TORCHFIX = {
    **{f"torch.{name}": f"torch.{name}(a, b)" for name in (
        """solve qr symeig chain_matmul cholesky ger lu_solve norm range svd triangular_solve lu
        lstsq eig matrix_rank"""
    ).split()},
    **{f"functorch.{name}": f"functorch.{name}(f)" for name in (
        """vmap grad vjp jvp jacrev jacfwd hessian functionalize make_functional
        make_functional_with_buffers combine_state_for_ensemble"""
    ).split()},
    "torch.nn.UpsamplingNearest2d": "torch.nn.UpsamplingNearest2d(scale_factor=2)",
    "torch.nn.UpsamplingBilinear2d": "torch.nn.UpsamplingBilinear2d(scale_factor=2)",
    "torch.testing.assert_allclose": "torch.testing.assert_allclose(a, b)",
    "torch.nn.utils.weight_norm": "torch.nn.utils.weight_norm(m)",
    "torch.cuda.amp.autocast": "torch.cuda.amp.autocast()",
    "torch.backends.cuda.sdp_kernel": "torch.backends.cuda.sdp_kernel()",
    "require_grad": "p.require_grad = False",
    "use_reentrant": "torch.utils.checkpoint.checkpoint(f, x)",
    "pretrained": "torchvision.models.resnet18(pretrained=True)",
    "v2.ToTensor": "torchvision.transforms.v2.ToTensor()",
}  # fmt: skip


def reported(code):
    program = (
        "import functorch, torch, torchvision, torch.utils.checkpoint, torchvision.transforms.v2\n"
        f"{code}\n"
    )
    findings = examine("program.py", program.encode(), ALL, "none").findings
    return {finding.rule for finding in findings if finding.line > 1}


def decorated():
    """Return what stands below a decorator `deprecated` in the installed torch."""
    for path in TORCH.rglob("*.py"):
        text = path.read_text(errors="replace")
        if "deprecated(" in text:
            place = ".".join(path.relative_to(TORCH).with_suffix("").parts)
            yield from (f"{place}:{name}" for name in _of(ast.parse(text), ""))


def _of(node, outer):
    for child in ast.iter_child_nodes(node):
        name = outer
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            calls = (d.func for d in child.decorator_list if isinstance(d, ast.Call))
            if any(ast.unparse(f).split(".")[-1] in ("deprecated", "_deprecated") for f in calls):
                yield outer + child.name
            name = f"{outer}{child.name}."
        yield from _of(child, name)


def test_each_decorator_of_torch_has_a_rule_or_a_reason():
    listed = {row[0] for row in ROWS}
    if not torch.__version__.startswith("2.15."):
        pytest.skip("the list is that of torch 2.15")
    assert set(decorated()) == listed
    assert len(listed) >= 110


@pytest.mark.parametrize(("symbol", "rule", "code"), ROWS, ids=[row[0] for row in ROWS])
def test_what_is_decorated_is_reported_or_has_a_reason(symbol, rule, code):
    if rule == "-":
        assert len(code.split()) > 4
    else:
        assert rule in reported(code)


@pytest.mark.parametrize("symbol", TORCHFIX)
def test_what_torchfix_knew_is_reported(symbol):
    assert len(TORCHFIX) >= 32
    assert reported(TORCHFIX[symbol])


#: Entries that show old calls, with what the reports of each are about.
SHOWN = {
    "autograd/basics/variable": {"variable"},
    "checkpoints/whole_model": {"save-model"},
    "errors/autograd/legacy_function": {"legacy-function"},
    "errors/compile/deprecated_jit": {"jit"},
    "errors/compile/scripting_fails": {"jit"},
    "errors/compile/tracer_output_type": {"jit"},
    "errors/compile/tracer_warning": {"jit"},
    "errors/images/to_tensor_deprecated": {"v2-to-tensor"},
    "errors/indexing/invalid_index_of_0_dim": {"data-item"},
    "errors/loading/cannot_get_attribute": {"save-model"},
    "errors/loading/expected_dict_like": {"save-model"},
    "errors/loading/pretrained_deprecated": {"pretrained"},
    "errors/loading/state_dict_no_eval": {"weights-only"},
    "errors/losses/batchmean": {"kl-div-mean"},
    "errors/losses/implicit_dimension_choice": {"softmax-dim"},
    "errors/losses/size_average_deprecated": {"size-average"},
    "errors/modules/cannot_import_name": {"typos"},
    "errors/modules/no_such_layer": {"typos"},
    "errors/modules/no_such_optimizer": {"typos"},
    "errors/training/epoch_parameter": {"scheduler-step-epoch"},
    "errors/training/grad_scaler_deprecated": {"cuda-amp"},
    "layers/rearrange/upsample": {"upsampling-modules"},
    "mistakes/loop/frozen_by_attribute": {"require-grad"},
    "ship/jit_script": {"jit"},
    "ship/jit_trace": {"jit"},
    "ship/quantize_dynamic": {"quantization"},
    "tensors/dtypes/legacy_tensor_types": {"legacy-tensor-types"},
    "transforms/resize_convert/interpolation": {"interpolation-int"},
}


def test_entries_are_reported_where_they_show_old_calls_and_nowhere_else():
    found = {}
    for entry in ENTRIES:
        if entry.name.startswith("upgrades/"):  # the topic of old calls
            continue
        outcome = examine(str(entry.path), entry.source.encode(), ALL, "none")
        assert outcome.problem is None
        if outcome.findings:
            found[entry.name] = {finding.rule for finding in outcome.findings}
    assert found == SHOWN
