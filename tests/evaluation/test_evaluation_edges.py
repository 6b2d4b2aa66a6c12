"""Metrics where counting goes wrong: ties, absent classes, one sample, none, a million."""

import ast

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import SNIPPETS, names_of
from sklearn import metrics
from support import says
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

CLASSES = 4


def statements(name, assigned, **inputs):
    """Run those statements of an entry that assign one of the names, on these inputs."""
    tree = ast.parse((SNIPPETS / f"evaluation/{name}.py").read_text(encoding="utf-8"))
    tree.body = [
        node
        for node in tree.body
        if isinstance(node, ast.Assign)
        and {n.id for n in ast.walk(node.targets[0]) if isinstance(n, ast.Name)} & set(assigned)
    ]
    names = {"torch": torch, **inputs}
    exec(compile(tree, name, "exec"), names)
    return names


def confusion(target, predicted, C=CLASSES):
    names = statements("confusion_matrix", ["matrix"], target=target, predicted=predicted, C=C)
    return names["matrix"]


def measured(name, target, predicted, scores):
    """Run one entry on labels, predicted labels and scores; return its numbers by name."""
    matrix = confusion(target, predicted)
    logits = scores.unflatten(0, (-1, CLASSES)) if name in ("accuracy", "top_k_accuracy") else None
    if name == "f1_score":
        f_score = names_of("evaluation/f1_score")["f_score"]
        return {f"f{beta}": f_score(predicted, target, beta) for beta in (0.5, 1, 2)}
    if name == "roc_auc":
        return {"auc": names_of("evaluation/roc_auc")["roc_auc"](scores, target)}
    if name == "regression_errors":  # without its last line, which is the mistake
        inputs = {"predicted": scores, "target": target.to(scores.dtype)}
        names = statements(name, ["error", "mae", "rmse", "r2"], **inputs)
        return {of: names[of] for of in ("mae", "rmse", "r2")}
    if name == "confusion_matrix":
        return {"matrix": matrix}
    inputs, of = {
        "accuracy": ({"logits": logits, "target": target}, ["accuracy"]),
        "top_k_accuracy": ({"logits": logits, "target": target}, ["top_2"]),
        "per_class_accuracy": ({"predicted": predicted, "target": target}, ["of_class"]),
        "precision_recall": ({"matrix": matrix}, ["precision", "recall"]),
        "averages": ({"matrix": matrix}, ["f1", "macro", "weighted", "micro"]),
        "average_precision": ({"scores": scores, "target": target.float()}, ["ap"]),
        "over_batches": ({"predicted": predicted, "target": target}, ["matrix"]),
    }[name]
    names = names_of(f"evaluation/{name}", **inputs)
    if name == "over_batches":
        return {"matrix": names["matrix"], "f1": torch.tensor(names["f1_of"](names["matrix"]))}
    return {key: names[key] for key in of}


def expected_of(name, target, predicted, scores):
    """Return the same numbers as scikit-learn has them."""
    target, predicted, scores = (np.asarray(x) for x in (target, predicted, scores))
    labels, binary = range(CLASSES), {"zero_division": 0.0}
    if name in ("accuracy", "top_k_accuracy"):
        logits = scores.reshape(-1, CLASSES)
        if name == "accuracy":
            return {"accuracy": metrics.accuracy_score(target, logits.argmax(1))}
        return {"top_2": metrics.top_k_accuracy_score(target, logits, k=2, labels=labels)}
    if name == "f1_score":
        return {f"f{b}": metrics.fbeta_score(target, predicted, beta=b, **binary)
                for b in (0.5, 1, 2)}  # fmt: skip
    if name == "roc_auc":
        return {"auc": metrics.roc_auc_score(target, scores)}
    if name == "average_precision":
        return {"ap": metrics.average_precision_score(target, scores)}
    if name == "regression_errors":
        functions = {
            "mae": metrics.mean_absolute_error,
            "rmse": metrics.root_mean_squared_error,
            "r2": lambda *of: metrics.r2_score(*of, force_finite=False),
        }
        return {key: function(target, scores) for key, function in functions.items()}
    if name == "confusion_matrix":
        return {"matrix": metrics.confusion_matrix(target, predicted, labels=labels)}
    if name == "over_batches":
        return {
            "matrix": metrics.confusion_matrix(target, predicted, labels=[0, 1]),
            "f1": metrics.f1_score(target, predicted, zero_division=np.nan),
        }
    each = {"labels": labels, "average": None}
    if name == "per_class_accuracy":
        recall = metrics.recall_score(target, predicted, zero_division=np.nan, **each)
        return {"of_class": recall}
    if name == "precision_recall":
        return {
            "precision": metrics.precision_score(target, predicted, **each, **binary),
            "recall": metrics.recall_score(target, predicted, **each, **binary),
        }
    averages = {a: metrics.f1_score(target, predicted, average=a) for a in ("macro", "weighted")}
    return {
        "f1": metrics.f1_score(target, predicted, zero_division=np.nan, **each),
        "micro": metrics.f1_score(target, predicted, average="micro"),
        **averages,
    }


#: The metrics, and of how many classes their labels are.
LABELS = {
    "accuracy": CLASSES,
    "top_k_accuracy": CLASSES,
    "per_class_accuracy": CLASSES,
    "confusion_matrix": CLASSES,
    "precision_recall": CLASSES,
    "averages": CLASSES,
    "f1_score": 2,
    "over_batches": 2,
    "roc_auc": 2,
    "average_precision": 2,
    "regression_errors": CLASSES,
}


@st.composite
def samples(draw, classes):
    """Draw labels, labels found, and scores: few values, so ties and absent classes are many."""
    N = draw(st.integers(1, 24))
    highest = draw(st.integers(0, classes - 1))
    one = st.integers(0, highest)
    target, predicted = (draw(st.lists(one, min_size=N, max_size=N)) for _ in range(2))
    return torch.tensor(target), torch.tensor(predicted), draw(st.integers(0, 2**31))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", LABELS)
@given(data=st.data())
def test_what_is_drawn_is_what_scikit_learn_says(name, data):
    target, predicted, seed = data.draw(samples(LABELS[name]))
    rng = np.random.default_rng(seed)
    if name in ("accuracy", "top_k_accuracy"):  # which of equal logits comes first is left open
        rows = [rng.permutation(CLASSES) for _ in target]
        scores = torch.tensor(np.stack(rows)).flatten().float()
    else:
        scores = torch.tensor(rng.integers(0, 4, len(target))) / 4
    if name in ("roc_auc", "average_precision") and target.unique().numel() == 1:
        return  # below
    scores = scores.double()
    found = measured(name, target, predicted, scores)
    expected = expected_of(name, target, predicted, scores)
    if len(target) == 1:
        expected.pop("r2", None)  # scikit-learn gives NaN, see below
    assert found.keys() - {"r2"} == expected.keys() - {"r2"}
    for key, value in expected.items():
        np.testing.assert_allclose(found[key].double(), value, rtol=1e-6, atol=1e-9, err_msg=key)


NAN = float("nan")

#: What each gives for no sample at all.
OF_NONE = {
    "accuracy": {"accuracy": NAN},
    "top_k_accuracy": {"top_2": NAN},
    "per_class_accuracy": {"of_class": [NAN] * CLASSES},
    "confusion_matrix": {"matrix": [[0] * CLASSES] * CLASSES},
    "precision_recall": {"precision": [0] * CLASSES, "recall": [0] * CLASSES},
    "averages": {"f1": [NAN] * CLASSES, "macro": NAN, "weighted": NAN, "micro": NAN},
    "f1_score": {"f0.5": 0, "f1": 0, "f2": 0},
    "over_batches": {"matrix": [[0, 0], [0, 0]], "f1": NAN},
    "roc_auc": {"auc": NAN},
    "average_precision": {"ap": NAN},
    "regression_errors": {"mae": NAN, "rmse": NAN, "r2": NAN},
}


@says(
    "evaluation",
    "With no samples precision and recall and F1 give 0, the confusion matrix holds zeros, and the "
    "other formulas give NaN.",
)
@pytest.mark.parametrize("name", LABELS)
def test_no_sample(name):
    none = torch.zeros(0, dtype=torch.int64)
    found = measured(name, none, none, torch.zeros(0))
    assert found.keys() == OF_NONE[name].keys()
    for key, value in OF_NONE[name].items():
        np.testing.assert_array_equal(found[key], value, err_msg=key)


@says("evaluation/average_precision", "Without a positive it is NaN.")
@pytest.mark.parametrize("size", [0, 1, 5])
def test_average_precision_without_positives(size):
    inputs = {"scores": torch.rand(size), "target": torch.zeros(size)}
    assert names_of("evaluation/average_precision", **inputs)["ap"].isnan()
    inputs["target"] = torch.ones(size)
    ap = names_of("evaluation/average_precision", **inputs)["ap"]
    assert ap.isnan() if size == 0 else ap == 1


@says("evaluation/roc_auc", "With one class alone it is NaN.")
@pytest.mark.parametrize("size", [0, 1, 5])
@pytest.mark.parametrize("label", [0, 1])
def test_roc_auc_of_one_class(size, label):
    target = torch.full((size,), label)
    assert names_of("evaluation/roc_auc")["roc_auc"](torch.rand(size), target).isnan()


def r2_of(predicted, target):
    inputs = {"predicted": predicted, "target": target}
    return statements("regression_errors", ["error", "r2"], **inputs)["r2"].item()


@says(
    "evaluation/regression_errors",
    "Equal targets have no variance to explain: it is $-\\infty$, NaN, or what rounding leaves.",
)
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("size", [1, 2, 3, 9])
def test_r2_of_a_constant(size):
    exact = torch.full((size,), 2.0)
    for predicted, expected in ((exact + 1, -np.inf), (exact, np.nan)):
        found = r2_of(predicted, exact)
        np.testing.assert_equal(found, expected)
        if size > 1:
            score = metrics.r2_score(exact, predicted, force_finite=False)
            np.testing.assert_equal(found, score)
    for value in np.linspace(0.1, 9.9, 50):
        target = torch.full((size,), float(value))
        assert r2_of(target + 1, target) < -1e6
        hit = r2_of(target, target)
        assert np.isnan(hit) or hit == 1


class Allocated(TorchDispatchMode):
    """Adds up the bytes of what each operation returns, and keeps the largest."""

    total = largest = 0

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        found = function(*args, **(kwargs or {}))
        sizes = [x.numel() * x.element_size() for x in tree_leaves(found) if torch.is_tensor(x)]
        self.total += sum(sizes)
        self.largest = max(self.largest, *sizes, 0) if sizes else self.largest
        return found


@says("evaluation", "Memory grows with the samples, not with their square.")
@pytest.mark.parametrize("name", [name for name in LABELS if name != "over_batches"])
def test_a_million_samples_in_linear_memory(name):
    used = {}
    for N in (100_000, 1_000_000):
        generator = torch.Generator().manual_seed(0)
        target = torch.randint(LABELS[name], (N,), generator=generator)
        predicted = torch.randint(LABELS[name], (N,), generator=generator)
        columns = CLASSES if name in ("accuracy", "top_k_accuracy") else 1
        scores = torch.randint(1000, (N * columns,), generator=generator).float()
        with Allocated() as used[N]:
            measured(name, target, predicted, scores)
    assert used[1_000_000].total <= 10.5 * used[100_000].total
    assert used[1_000_000].largest <= 8 * CLASSES * 1_000_000
    assert used[1_000_000].largest >= 1_000_000
