"""The names that torch documents: which entries show them, and that every form leads there."""

import inspect
import re
from pathlib import Path

import pytest
import torch
from support import ENTRIES, entry_named, says, shown

from cheatsheet.find import index
from cheatsheet.find.rank import Ranking
from cheatsheet.names import documented, unshown
from cheatsheet.names.documented import key
from cheatsheet.site import api_index

#: The share of the documented names that entries show, at least.
LEAST = 0.85


@pytest.fixture(scope="module")
def names():
    return shown()


@pytest.fixture(scope="module")
def ranking(names):
    return Ranking(index.build(ENTRIES, names))


def test_each_documented_name_is_shown_or_listed_with_a_reason(names):
    share = names.share()
    for module, (count, of) in share.items():
        print(f"{module}: {count} of {of}")
    count, of = (sum(counts) for counts in zip(*share.values(), strict=True))
    operations = {names.library.operation(name) for name in names.library.operations}
    apart = sum(map(names.is_shown, operations))
    print(f"all: {count} of {of} names ({count / of:.1%})")
    print(f"each operation once: {apart} of {len(operations)} ({apart / len(operations):.1%})")
    listed = unshown.reasons()
    missing = set(unshown.missing(names))
    advice = "`cheatsheet names --update` writes cheatsheet/names/unshown.txt anew"
    assert unshown.without_reason(names) == [], f"neither shown nor listed; {advice}"
    assert listed.keys() - missing == set(), f"listed, but shown or not documented; {advice}"
    assert unshown.NO_REASON not in listed.values()
    assert count / of >= LEAST


@says(
    "CONTRIBUTING",
    "`cheatsheet names` counts which names of torch the entries show.",
    "With `--update` it takes out of `cheatsheet/names/unshown.txt` what an entry shows by now; a "
    "name that is new there needs a reason.",
)
def test_the_list_is_kept_by_a_command(names, tmp_path, monkeypatch):
    missing = unshown.missing(names)
    monkeypatch.setattr(unshown, "LIST", tmp_path / "unshown.txt")
    given = " ".join(missing[1:])
    unshown.LIST.write_text(f"# head\n\n## A reason\ntorch.abs torch.nn.Linear {given}\n")
    assert unshown.without_reason(names) == missing[:1]
    assert unshown.update(names) == missing[:1]
    assert unshown.reasons() == dict.fromkeys(missing[1:], "A reason") | {
        missing[0]: unshown.NO_REASON
    }
    assert sum(of for _, of in names.share().values()) == len(names.library.operations)


DOCUMENTED = """
    torch.abs torch.clip torch.Tensor.clamp_ torch.Tensor.to torch.nn.AvgPool2d torch.optim.AdamW
    torch.nn.functional.avg_pool2d torch.nn.init.kaiming_normal_
    torch.nn.utils.parametrizations.weight_norm torch.fft.rfft
    torch.nn.utils.prune.l1_unstructured torch.optim.lr_scheduler.StepLR
    torch.utils.data.DataLoader torch.linalg.svd torch.special.expit torch.distributions.Normal
    torchvision.transforms.v2.functional.resize torchvision.ops.nms torchvision.utils.make_grid
    torchvision.models.resnet18 torchvision.models.detection.fasterrcnn_resnet50_fpn
    torch.cuda.memory_allocated torch.GradScaler torch.autograd.functional.jacobian
""".split()  # fmt: skip

LEFT_OUT = """
    torch._foreach_add torch.abs_ torch.permute_copy torch.quantize_per_tensor torch.sym_not
    torch.ger torch.nn.init.normal torch.Tensor.q_scale torch.batch_norm_stats torch.nn.modules
    torch.nn.functional.Tensor torchvision.models.ResNet18_Weights torchvision.models.ResNet
    torchvision.transforms.v2.functional.resize_image torch.nn.functional.max_pool2d_with_indices
""".split()  # fmt: skip


def test_what_counts_as_documented(names):
    assert [name for name in DOCUMENTED if name not in names.library.operations] == []
    assert [name for name in LEFT_OUT if name in names.library.operations] == []
    assert set(documented.RULES) - names.library.left_out.keys() == set()


def test_forms_of_an_operation_give_the_same(names):
    """What the docstrings call an alias or a form is one: on the same input, the same output."""
    x, y = torch.rand(3, 3) + 0.1, torch.rand(3, 3) + 0.1
    compared, differ = 0, []
    for name, operation in names.library.operations.items():
        module, other = name.rpartition(".")[0], operation.rpartition(".")[0]
        if name == operation or not {module, other} <= {"torch", "torch.Tensor", "torch.special"}:
            continue
        for inputs in ((x,), (x, y)):
            results = []
            for spelled in (name, operation):
                function = torch
                for part in spelled.split(".")[1:]:
                    function = getattr(function, part)
                try:
                    results.append(function(*(tensor.clone() for tensor in inputs)))
                except (TypeError, RuntimeError, IndexError, ValueError):
                    break
            if len(results) == 2 and all(isinstance(r, torch.Tensor) for r in results):
                compared += 1
                same = torch.equal(*(r.nan_to_num() for r in results))
                differ += [] if same else [(name, operation)]
    print(f"{compared} forms compared")
    assert compared > 250
    assert [pair for pair in differ if "bernoulli" not in pair[0]] == []  # that one draws


#: Forms of a name, and the entry of the idea.
FORMS = {
    "layers/pooling/avg_pool": "F.avg_pool2d torch.nn.functional.avg_pool2d nn.AvgPool2d "
    "nn.functional.avg_pool1d AvgPool3d avg_pool2d torch.nn.AvgPool1d",
    "tensors/math_ops/clamp": "clamp_ Tensor.clamp_ torch.clip torch.clamp x.clamp_ np.clip clip "
    "torch.Tensor.clip_ x.clamp()",
    "tensors/math_ops/outer": "torch.outer Tensor.outer x.outer",
    "losses/classification/kl_div": "F.kl_div nn.KLDivLoss torch.nn.functional.kl_div KLDivLoss",
    "losses/classification/bce": "F.binary_cross_entropy nn.BCELoss BCELoss",
    "losses/classification/cross_entropy": "F.cross_entropy nn.CrossEntropyLoss",
    "activations/relu_family/relu": "F.relu nn.ReLU torch.relu x.relu_ relu",
    "tensors/reshape/transpose": "torch.transpose Tensor.transpose_ x.transpose_",
    "tensors/reshape/numpy_names": "torch.swapaxes Tensor.swapdims np.swapaxes",
    "transforms/flip_rotate/random_horizontal_flip": "transforms.RandomHorizontalFlip "
    "v2.RandomHorizontalFlip v2.functional.hflip",
    "layers/normalization/layer_norm": "nn.LayerNorm F.layer_norm torch.layer_norm",
}


@pytest.mark.parametrize(("entry", "forms"), FORMS.items(), ids=FORMS)
def test_every_form_of_a_name_leads_to_the_entry_of_the_idea(entry, forms, ranking):
    first = {typed: ranking.search(typed)[0].document.name for typed in forms.split()}
    assert first == dict.fromkeys(first, entry)


def _lists():
    text = Path(__file__).with_name("real_code.txt").read_text(encoding="utf-8")
    in_code, _, in_words = text.partition("\n# An entry")
    lines = [line for line in in_words.splitlines() if "/" in line]
    return (
        [name for line in in_code.splitlines() if "#" not in line for name in line.split()],
        dict(line.split() for line in lines),
    )


IN_CODE, IN_WORDS = _lists()


def _holds(entry, typed, library):
    """Tell whether the code of an entry has the name, or a form of it."""
    code = inspect.cleandoc(entry.source).split('"""', 2)[2]
    last = typed.rpartition(".")[2]
    known = (*library.operations, *library.others)
    own = {library.operation(n) for n in known if n.rpartition(".")[2] == last}
    forms = [n for n in known if library.operation(n) in own]
    kin = [other for form in forms for other in library.kin.get(form, ())]
    lasts = {key(name) for name in (last, *forms, *kin)}
    return any(word.replace("_", "").lower() in lasts for word in re.findall(r"\w+", code))


def test_names_of_real_code_are_found_first(ranking, names):
    wrong = {}
    for name in IN_CODE:
        typed = name.replace("~", "")
        hits = [hit.document.name for hit in ranking.search(typed)[:1]]
        if not any(_holds(entry_named(hit), typed, names.library) for hit in hits):
            wrong[name] = hits
    first = {name: ranking.search(name.replace("~", ""))[0].document.name for name in IN_WORDS}
    print(f"{len(IN_CODE)} names are found in code, {len(IN_WORDS)} in words")
    assert wrong == {}
    assert first == IN_WORDS
    assert len(IN_CODE) > 150


def test_the_api_index_has_a_line_for_every_name_that_is_shown(names):
    """On the page of its module, and the first link is the entry that the search leads to."""
    lines = {}
    for path, text in api_index._pages(names):
        for module, member in re.findall(r"^(?:## (.+)|- (\[`.+))$", text, re.MULTILINE):
            owner = module or owner  # noqa: F821
            if member:
                last, first = re.match(r"\[`([^`]+)`\].*?: \[.*?\]\(\.\./(.*?)\)", member).groups()
                lines[f"{owner}.{last}"] = (path.stem, first)
    expected = [n for n in names.library.operations if names.of(n)]
    assert [name for name in expected if name not in lines] == []
    for name in expected:
        page, first = lines[name]
        assert name.startswith(page)
        assert first == api_index.target(names.homes[name])
