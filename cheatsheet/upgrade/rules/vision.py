"""torchvision: models, transforms, data sets."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

import libcst as cst

from cheatsheet.upgrade import edits
from cheatsheet.upgrade.program import Program
from cheatsheet.upgrade.rule import ATTRIBUTES, CALLS, KEYWORDS, Fix, Found, Spell, on
from cheatsheet.upgrade.rules.table import RULES

#: The weights that `pretrained=True` meant, where they are not IMAGENET1K_V1.
WEIGHTS = {
    "detection": "COCO_V1",
    "segmentation": "COCO_WITH_VOC_LABELS_V1",
    "video": "KINETICS400_V1",
}
_BY_MODEL = {
    "keypointrcnn_resnet50_fpn": "COCO_V1",
    "ssd300_vgg16": "COCO_V1",
    "raft_large": "C_T_SKHT_V2",
    "raft_small": "C_T_V2",
}
#: What `pretrained_backbone=True` meant, where it is not IMAGENET1K_V1.
_BACKBONES = {"ssd300_vgg16": "IMAGENET1K_FEATURES"}
_NO_BUILDERS = frozenset(
    "get_model get_model_builder get_weight get_model_weights list_models".split()
)


def _model(program: Program, func: ast.expr) -> str | None:
    """Return the path of a builder below torchvision.models; "any" where it is looked up."""
    name = program.name(func)
    if name is not None and name.startswith("torchvision.models."):
        path = name.removeprefix("torchvision.models.")
        last = path.rpartition(".")[2]
        return path if last[:1].islower() and last not in _NO_BUILDERS else None
    match func:
        case ast.Subscript(value=ast.Attribute(value=module, attr="__dict__")):
            if program.name(module) == "torchvision.models":
                return "any"
        case ast.Call(func=ast.Name(id="getattr") as getter, args=[module, _]):
            if program.name(getter) == "builtins.getattr":
                return "any" if program.name(module) == "torchvision.models" else None
    return None


def _value(node: ast.expr, weights: str) -> str:
    if isinstance(node, ast.Constant):
        return f'"{weights}"' if node.value else "None"
    text = ast.unparse(node)
    simple = isinstance(node, (ast.Name, ast.Attribute, ast.Call, ast.Subscript))
    return f'"{weights}" if {text if simple else f"({text})"} else None'


def _by_place(program: Program, call: ast.Call, path: str) -> ast.expr | None:
    """Return the first argument where it is what `pretrained` was: a truth value."""
    if not call.args or "." in path or not isinstance(call.func, (ast.Name, ast.Attribute)):
        return None
    first = call.args[0]
    is_truth = isinstance(first, ast.Constant) and isinstance(first.value, bool)
    is_named = isinstance(first, ast.Name) and first.id in ("pretrained", "use_pretrained")
    return first if is_truth or is_named else None


@on(KEYWORDS, "pretrained", "pretrained_backbone")
def pretrained(program: Program, node: ast.AST) -> Iterator[Found]:
    """`resnet18(pretrained=True)`."""
    if isinstance(node, ast.Call):
        path = _model(program, node.func)
        if path is not None:
            yield from _pretrained(program, node, path)


def positional(program: Program, node: ast.Call) -> Iterator[Found]:
    """`resnet18(True)`."""
    path = _model(program, node.func)
    given = {keyword.arg for keyword in node.keywords}
    if path is not None and not given & {"pretrained", "pretrained_backbone", "weights"}:
        if _by_place(program, node, path) is not None:
            yield from _pretrained(program, node, path)


def _pretrained(program: Program, call: ast.Call, path: str) -> Iterator[Found]:
    rule = RULES["pretrained"]
    group, _, model = path.rpartition(".")
    if group == "quantization":
        new = "weights=…QuantizedWeights.DEFAULT, or of the model before"
        yield Found(rule, call, new, "report")
        return
    weights = _BY_MODEL.get(model, WEIGHTS.get(group, "IMAGENET1K_V1"))
    changes: list[edits.Edit] = []
    shown = []
    first = _by_place(program, call, path)
    for keyword in call.keywords:
        if keyword.arg == "pretrained":
            value = _value(keyword.value, weights)
            changes.append(edits.replaced("pretrained", "weights", _constant(value)))
            shown.append(f"weights={value}")
        elif keyword.arg == "pretrained_backbone":
            value = _value(keyword.value, _BACKBONES.get(model, "IMAGENET1K_V1"))
            changes.append(
                edits.replaced("pretrained_backbone", "weights_backbone", _constant(value))
            )
            shown.append(f"weights_backbone={value}")
    if not shown and first is not None:
        value = _value(first, weights)
        changes.append(edits.replaced(0, "weights", _constant(value)))
        shown.append(f"weights={value}")
    fix = Fix(call, edits.called(None, None, *changes))
    yield Found(rule, call, ", ".join(shown), rule.safety, fix)


def _constant(value: str) -> Callable[[str], str]:
    return lambda _: value


# --- transforms ---------------------------------------------------------------------------------


def _is_transform(program: Program, node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    return (program.name(node.func) or "").startswith("torchvision.transforms.")


@on(KEYWORDS, "resample")
def resample(program: Program, node: ast.AST) -> Iterator[Found]:
    """`RandomRotation(10, resample=Image.BILINEAR)`."""
    if isinstance(node, ast.Call) and _is_transform(program, node):
        rule = RULES["resample"]
        fix = Fix(node, edits.called(None, None, edits.renamed("resample", "interpolation")))
        yield Found(rule, node, rule.new, rule.safety, fix)


@on(KEYWORDS, "fillcolor")
def fillcolor(program: Program, node: ast.AST) -> Iterator[Found]:
    """`RandomAffine(10, fillcolor=0)`."""
    if isinstance(node, ast.Call) and _is_transform(program, node):
        rule = RULES["fillcolor"]
        fix = Fix(node, edits.called(None, None, edits.renamed("fillcolor", "fill")))
        yield Found(rule, node, rule.new, rule.safety, fix)


_MODES = ("NEAREST", "LANCZOS", "BILINEAR", "BICUBIC", "BOX", "HAMMING")
_RESIZES = {
    "torchvision.transforms.Resize": 1,
    "torchvision.transforms.v2.Resize": 1,
    "torchvision.transforms.Scale": 1,
    "torchvision.transforms.functional.resize": 2,
}


def _mode(program: Program, value: ast.expr | None) -> str | None:
    if isinstance(value, ast.Constant) and type(value.value) is int and 0 <= value.value < 6:
        return _MODES[value.value]
    name = program.name(value) or ""
    if name.startswith("PIL.Image.") and name.rpartition(".")[2] in (*_MODES, "ANTIALIAS"):
        last = name.rpartition(".")[2]
        return "LANCZOS" if last == "ANTIALIAS" else last
    return None


def _interpolation(
    program: Program, node: ast.Call, at: int | str, value: ast.expr
) -> Iterator[Found]:
    mode = _mode(program, value)
    if mode is None:
        return
    rule = RULES["interpolation-int"]
    full = f"torchvision.transforms.InterpolationMode.{mode}"

    def build(old: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        change = edits.replaced(at, None, lambda _: spell(full, value))
        return edits.called(None, None, change)(old, spell)

    yield Found(rule, node, f"InterpolationMode.{mode}", rule.safety, Fix(node, build))


@on(KEYWORDS, "interpolation")
def interpolation(program: Program, node: ast.AST) -> Iterator[Found]:
    """`Resize(256, interpolation=2)`."""
    if isinstance(node, ast.Call) and _is_transform(program, node):
        value = program.argument(node, "interpolation")
        if value is not None:
            yield from _interpolation(program, node, "interpolation", value)


@on(CALLS, *_RESIZES)
def resize_interpolation(program: Program, node: ast.AST) -> Iterator[Found]:
    """`Resize(256, 2)`."""
    if isinstance(node, ast.Call) and not program.is_open(node):
        place = _RESIZES[program.name(node.func) or ""]
        if len(node.args) > place:
            yield from _interpolation(program, node, place, node.args[place])


@on(CALLS, "torchvision.transforms.LinearTransformation")
def linear_transformation(program: Program, node: ast.AST) -> Iterator[Found]:
    """The mean has to be given."""
    if isinstance(node, ast.Call) and not program.is_open(node):
        if program.argument(node, "mean_vector", 1) is None:
            rule = RULES["linear-transformation"]
            yield Found(rule, node, "LinearTransformation(matrix, mean_vector)", "report")


@on(CALLS, "torchvision.transforms.v2.ToTensor")
def v2_to_tensor(program: Program, node: ast.AST) -> Iterator[Found]:
    """Two transforms of v2 do what this one did."""
    if not isinstance(node, ast.Call):
        return
    rule = RULES["v2-to-tensor"]

    def build(old: cst.CSTNode, spell: Spell) -> cst.CSTNode | None:
        place = "torchvision.transforms.v2"
        parts = {
            name: spell(f"{place}.{name}", node.func) for name in ("Compose", "ToImage", "ToDtype")
        }
        dtype = spell("torch.float32", node.func)
        return cst.parse_expression(
            f"{parts['Compose']}([{parts['ToImage']}(), {parts['ToDtype']}({dtype}, scale=True)])"
        )

    yield Found(rule, node, rule.new, rule.safety, Fix(node, build, (node.func, None)))


@on(KEYWORDS, "range")
def make_grid_range(program: Program, node: ast.AST) -> Iterator[Found]:
    """`make_grid(images, range=(0, 1))`, and `save_image`."""
    if isinstance(node, ast.Call) and program.name(node.func) in (
        "torchvision.utils.make_grid", "torchvision.utils.save_image",
    ):  # fmt: skip
        rule = RULES["make-grid-range"]
        fix = Fix(node, edits.called(None, None, edits.renamed("range", "value_range")))
        yield Found(rule, node, rule.new, rule.safety, fix)


_SETS = frozenset("MNIST FashionMNIST KMNIST EMNIST QMNIST CIFAR10 CIFAR100".split())
_ATTRIBUTES = {
    "train_data": "data", "test_data": "data", "train_labels": "targets", "test_labels": "targets",
}  # fmt: skip


@on(ATTRIBUTES, *_ATTRIBUTES)
def dataset_attributes(program: Program, node: ast.AST) -> Iterator[Found]:
    """`train_set.train_data`."""
    if not isinstance(node, ast.Attribute):
        return
    kind = program.kind(node.value)
    owner = kind if isinstance(kind, str) else ""
    if owner.startswith("torchvision.datasets.") and owner.rpartition(".")[2] in _SETS:
        rule = RULES["dataset-attributes"]
        new = _ATTRIBUTES[node.attr]
        yield Found(rule, node, f".{new}", rule.safety, Fix(node, edits.attribute(new)))
