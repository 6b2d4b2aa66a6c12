"""Layers, losses and their functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet.upgrade import edits
from cheatsheet.upgrade.program import Program
from cheatsheet.upgrade.rule import ATTRIBUTES, CALLS, Fix, Found, on, on_node
from cheatsheet.upgrade.rules.table import RULES

_F = "torch.nn.functional"

#: Where `size_average` stands among the arguments of each loss.
LOSSES = {
    **{
        f"torch.nn.{name}": 0
        for name in (
            """L1Loss MSELoss SmoothL1Loss KLDivLoss SoftMarginLoss MultiLabelMarginLoss"""
        ).split()
    },
    **{
        f"torch.nn.{name}": 1
        for name in (
            """NLLLoss NLLLoss2d CrossEntropyLoss BCELoss BCEWithLogitsLoss HingeEmbeddingLoss
            CosineEmbeddingLoss MarginRankingLoss MultiLabelSoftMarginLoss"""
        ).split()
    },
    "torch.nn.PoissonNLLLoss": 2,
    "torch.nn.MultiMarginLoss": 3,
    "torch.nn.TripletMarginLoss": 4,
    **{
        f"{_F}.{name}": 2
        for name in (
            "l1_loss mse_loss smooth_l1_loss kl_div soft_margin_loss multilabel_margin_loss"
        ).split()
    },
    **{
        f"{_F}.{name}": 3
        for name in (
            """nll_loss cross_entropy binary_cross_entropy binary_cross_entropy_with_logits
            hinge_embedding_loss multilabel_soft_margin_loss"""
        ).split()
    },
    f"{_F}.poisson_nll_loss": 4,
    f"{_F}.cosine_embedding_loss": 4,
    f"{_F}.margin_ranking_loss": 4,
    f"{_F}.multi_margin_loss": 5,
    f"{_F}.triplet_margin_loss": 7,
}


def _reduction(size_average: ast.expr | None, reduce: ast.expr | None) -> str | None:
    """Return what `reduction` has to be, as code; nothing where that shows at run time."""
    if reduce is not None and not isinstance(reduce, ast.Constant):
        return None
    if reduce is not None and reduce.value is False:
        return '"none"'
    if size_average is None:
        return '"mean"'
    if isinstance(size_average, ast.Constant):
        return '"mean"' if size_average.value in (True, None) else '"sum"'
    return f'"mean" if {ast.unparse(size_average)} else "sum"'


@on(CALLS, *LOSSES)
def size_average(program: Program, node: ast.AST) -> Iterator[Found]:
    """`size_average` and `reduce` have become `reduction`."""
    if not isinstance(node, ast.Call):
        return
    rule = RULES["size-average"]
    name = program.name(node.func) or ""
    place = LOSSES[name]
    average = program.argument(node, "size_average", place)
    reduce = program.argument(node, "reduce")
    if average is None and reduce is None:
        return
    value = _reduction(average, reduce)
    by_place = len(node.args) > place
    if value is None or len(node.args) > place + 1:
        yield Found(rule, node, "reduction=", "report")
        return
    changes = [edits.dropped("reduction")]
    old = "size_average" if average is not None else "reduce"
    at = place if by_place else old
    changes.append(edits.replaced(at, "reduction", lambda _: value))
    changes.append(edits.dropped("reduce"))
    fix = Fix(node, edits.called(None, None, *changes))
    yield Found(rule, node, f"reduction={value}", rule.safety, fix)


@on(CALLS, *LOSSES)
def elementwise_mean(program: Program, node: ast.AST) -> Iterator[Found]:
    """`elementwise_mean` was a name of the mean for one release."""
    if isinstance(node, ast.Call):
        value = program.argument(node, "reduction")
        if isinstance(value, ast.Constant) and value.value == "elementwise_mean":
            rule = RULES["elementwise-mean"]
            change = edits.replaced("reduction", None, lambda _: '"mean"')
            yield Found(
                rule, node, rule.new, rule.safety, Fix(node, edits.called(None, None, change))
            )


@on(CALLS, "torch.nn.KLDivLoss", f"{_F}.kl_div")
def kl_div_mean(program: Program, node: ast.AST) -> Iterator[Found]:
    """The mean that is the default is not the divergence of a batch."""
    if not isinstance(node, ast.Call) or program.is_open(node):
        return
    given = {keyword.arg for keyword in node.keywords}
    place = LOSSES[program.name(node.func) or ""]
    if not given & {"reduction", "size_average", "reduce"} and len(node.args) <= place:
        rule = RULES["kl-div-mean"]
        fix = Fix(node, edits.called(None, None, edits.added("reduction", '"batchmean"')))
        yield Found(rule, node, rule.new, rule.safety, fix)


@on(CALLS, f"{_F}.upsample_nearest", f"{_F}.upsample_bilinear")
def upsample_by_mode(program: Program, node: ast.AST) -> Iterator[Found]:
    """The mode is an argument of interpolate."""
    if not isinstance(node, ast.Call):
        return
    rule = RULES["upsample"]
    bilinear = (program.name(node.func) or "").endswith("bilinear")
    changes = [edits.added("mode", '"bilinear"' if bilinear else '"nearest"')]
    if bilinear:
        changes.append(edits.added("align_corners", "True"))
    new = f"{_F}.interpolate"
    shown = f'{new}(…, mode="bilinear", align_corners=True)' if bilinear else f"{new}(…)"
    fix = Fix(node, edits.called(node.func, new, *changes), (node.func, new))
    yield Found(rule, node, shown, rule.safety, fix)


@on(CALLS, "torch.nn.UpsamplingNearest2d", "torch.nn.UpsamplingBilinear2d")
def upsampling_modules(program: Program, node: ast.AST) -> Iterator[Found]:
    """Two layers that are Upsample with a mode."""
    if not isinstance(node, ast.Call):
        return
    rule = RULES["upsampling-modules"]
    bilinear = (program.name(node.func) or "").endswith("Bilinear2d")
    changes = [edits.added("mode", '"bilinear"' if bilinear else '"nearest"')]
    if bilinear:
        changes.append(edits.added("align_corners", "True"))
    new = "torch.nn.Upsample"
    fix = Fix(node, edits.called(node.func, new, *changes), (node.func, new))
    yield Found(rule, node, new, rule.safety, fix)


@on(
    CALLS,
    *(f"{_F}.{name}" for name in ("softmax", "log_softmax", "softmin")),
    *(f"torch.nn.{name}" for name in ("Softmax", "LogSoftmax", "Softmin")),
)
def softmax_dim(program: Program, node: ast.AST) -> Iterator[Found]:
    """Without `dim` the dimension is guessed."""
    if not isinstance(node, ast.Call) or program.is_open(node):
        return
    place = 1 if (program.name(node.func) or "").startswith(_F) else 0
    dim = program.argument(node, "dim", place)
    if dim is None or (isinstance(dim, ast.Constant) and dim.value is None):
        rule = RULES["softmax-dim"]
        change = (
            edits.added("dim", "1")
            if dim is None
            else edits.replaced(place if len(node.args) > place else "dim", "dim", lambda _: "1")
        )
        yield Found(rule, node, "dim=1", rule.safety, Fix(node, edits.called(None, None, change)))


@on(CALLS, "torch.nn.init.calculate_gain")
def calculate_gain(program: Program, node: ast.AST) -> Iterator[Found]:
    """Some functions have no gain."""
    if isinstance(node, ast.Call):
        value = program.argument(node, "nonlinearity", 0)
        if isinstance(value, ast.Constant) and value.value in ("gelu", "silu", "swish", "elu"):
            yield Found(RULES["calculate-gain"], node, "a number", "report")


@on(CALLS, "torch.nn.utils.weight_norm", "torch.nn.utils.remove_weight_norm")
def weight_norm(program: Program, node: ast.AST) -> Iterator[Found]:
    """Normalised weights are a parametrization."""
    if not isinstance(node, ast.Call):
        return
    rule = RULES["weight-norm"]
    changes: list[edits.Edit] = []
    new = "torch.nn.utils.parametrizations.weight_norm"
    if (program.name(node.func) or "").endswith("remove_weight_norm"):
        new = "torch.nn.utils.parametrize.remove_parametrizations"
        if len(node.args) + len(node.keywords) == 1:
            changes.append(edits.added("tensor_name", '"weight"'))
        changes.append(edits.renamed("name", "tensor_name"))
    fix = Fix(node, edits.called(node.func, new, *changes), (node.func, new))
    yield Found(rule, node, new, rule.safety, fix)


@on(CALLS, "torch.nn.Hardtanh")
def hardtanh_values(program: Program, node: ast.AST) -> Iterator[Found]:
    """Two arguments have shorter names."""
    if isinstance(node, ast.Call):
        if {"min_value", "max_value"} & {keyword.arg for keyword in node.keywords}:
            rule = RULES["hardtanh-values"]
            changes = [edits.renamed("min_value", "min_val"), edits.renamed("max_value", "max_val")]
            fix = Fix(node, edits.called(None, None, *changes))
            yield Found(rule, node, rule.new, rule.safety, fix)


@on(CALLS, f"{_F}.gumbel_softmax")
def gumbel_eps(program: Program, node: ast.AST) -> Iterator[Found]:
    """An argument that does nothing."""
    if isinstance(node, ast.Call) and any(keyword.arg == "eps" for keyword in node.keywords):
        rule = RULES["gumbel-eps"]
        fix = Fix(node, edits.called(None, None, edits.dropped("eps")))
        yield Found(rule, node, "leave eps= out", rule.safety, fix)


@on(CALLS, f"{_F}.grid_sample", f"{_F}.affine_grid")
def align_corners(program: Program, node: ast.AST) -> Iterator[Found]:
    """The default is another than before torch 1.3."""
    if not isinstance(node, ast.Call) or program.is_open(node):
        return
    place = 4 if (program.name(node.func) or "").endswith("grid_sample") else 2
    if program.argument(node, "align_corners", place) is None:
        new = "align_corners=True as before torch 1.3, or False as now"
        yield Found(RULES["align-corners"], node, new, "report")


@on(ATTRIBUTES, "register_backward_hook")
def backward_hook(program: Program, node: ast.AST) -> Iterator[Found]:
    """The full hook sees the gradients of the whole module."""
    call = program.called(node)
    if call is not None and isinstance(node, ast.Attribute) and program.name(node.value) is None:
        rule = RULES["backward-hook"]
        fix = Fix(call, edits.method("register_full_backward_hook"))
        yield Found(rule, call, "register_full_backward_hook", rule.safety, fix)


@on(ATTRIBUTES, "require_grad")
def require_grad(program: Program, node: ast.AST) -> Iterator[Found]:
    """A misspelled attribute is a new one."""
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        rule = RULES["require-grad"]
        fix = Fix(node, edits.attribute("requires_grad"))
        yield Found(rule, node, ".requires_grad", rule.safety, fix)


@on_node(ast.ClassDef)
def legacy_function(program: Program, node: ast.AST) -> Iterator[Found]:
    """A Function of torch 0.1 keeps its state in itself."""
    if not isinstance(node, ast.ClassDef):
        return
    if not any(program.name(base) == "torch.autograd.Function" for base in node.bases):
        return
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef) and statement.name == "forward":
            names = {program.name(decorator) for decorator in statement.decorator_list}
            if "builtins.staticmethod" not in names:
                new = "@staticmethod forward(ctx, …) and backward(ctx, …); call it by .apply"
                yield Found(RULES["legacy-function"], statement, new, "report")
