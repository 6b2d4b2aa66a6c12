"""What the table and the common mistakes of losses say."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torch import nn

N, D, C, T, S = 4, 3, 5, 6, 2
NUMBERS, LOGITS = torch.linspace(-1, 2, N * D).view(N, D), torch.linspace(-2, 3, N * C).view(N, C)
INDEX, YES = torch.tensor([0, 1, 4, 2]), torch.tensor([0.0, 1.0, 0.3, 1.0])
SIGN, SEVERAL = YES.round() * 2 - 1, (LOGITS.sin() > 0).float()
LISTS = torch.tensor([[0, 3, -1, -1, -1]]).repeat(N, 1)
TIMES = torch.zeros(T, N, C).log_softmax(-1)
#: What the table says that a loss takes; a float where it wants an index is refused, and so on.
TAKES = {
    "MSELoss": (NUMBERS, NUMBERS.flip(0)),
    "L1Loss": (NUMBERS, NUMBERS.flip(0)),
    "HuberLoss": (NUMBERS, NUMBERS.flip(0)),
    "SmoothL1Loss": (NUMBERS, NUMBERS.flip(0)),
    "GaussianNLLLoss": (NUMBERS, NUMBERS.flip(0), NUMBERS.exp()),
    "PoissonNLLLoss": (NUMBERS[:, 0], YES),
    "CrossEntropyLoss": (LOGITS, INDEX),
    "NLLLoss": (LOGITS.log_softmax(1), INDEX),
    "AdaptiveLogSoftmaxWithLoss": (NUMBERS, INDEX),
    "LinearCrossEntropyLoss": (NUMBERS, INDEX),
    "MultiMarginLoss": (LOGITS, INDEX),
    "BCEWithLogitsLoss": (LOGITS[:, 0], YES),
    "BCELoss": (YES.flip(0), YES),
    "SoftMarginLoss": (LOGITS[:, 0], SIGN),
    "BCEWithLogitsLoss of several": (LOGITS, SEVERAL),
    "MultiLabelSoftMarginLoss": (LOGITS, SEVERAL),
    "MultiLabelMarginLoss": (LOGITS, LISTS),
    "KLDivLoss": (LOGITS.log_softmax(1), LOGITS.flip(1).softmax(1)),
    "CTCLoss": (TIMES, INDEX[[1, 2]].repeat(N, 1), torch.full((N,), T), torch.full((N,), S)),
    "MarginRankingLoss": (NUMBERS[:, 0], NUMBERS[:, 1], SIGN),
    "CosineEmbeddingLoss": (NUMBERS, NUMBERS.flip(0), SIGN),
    "HingeEmbeddingLoss": (NUMBERS[:, 0].abs(), SIGN),
    "TripletMarginLoss": (NUMBERS, NUMBERS.flip(0), -NUMBERS),
    "TripletMarginWithDistanceLoss": (NUMBERS, NUMBERS.flip(0), -NUMBERS),
}
MADE = {
    "AdaptiveLogSoftmaxWithLoss": lambda: nn.AdaptiveLogSoftmaxWithLoss(
        D, C, cutoffs=[2], div_value=1
    ),
    "LinearCrossEntropyLoss": lambda: nn.LinearCrossEntropyLoss(D, C),
    "KLDivLoss": lambda: nn.KLDivLoss(reduction="batchmean"),
}


@says(
    "losses",
    "a number | `MSELoss`; `L1Loss`, `HuberLoss`, `SmoothL1Loss` with outliers | (N, D) "
    "| (N, D) float",
    "a number and its uncertainty | `GaussianNLLLoss` | mean and variance, (N, D) | (N, D) float",
    "a count | `PoissonNLLLoss` | log of the rate, (N,) | (N,) float",
    "one of C classes | `CrossEntropyLoss` | logits, (N, C) | (N,) int64",
    "one of C classes, from log-probabilities | `NLLLoss` | (N, C) | (N,) int64",
    "one of very many classes | `AdaptiveLogSoftmaxWithLoss`, `LinearCrossEntropyLoss` "
    "| features, (N, D) | (N,) int64",
    "one of C classes, with a margin | `MultiMarginLoss` | scores, (N, C) | (N,) int64",
    "yes or no | `BCEWithLogitsLoss` | logit, (N,) | (N,) float, 0 to 1",
    "yes or no, from probabilities | `BCELoss` | (N,) | (N,) float, 0 to 1",
    "yes or no, labels -1 and 1 | `SoftMarginLoss` | score, (N,) | (N,) float",
    "several labels at once | `BCEWithLogitsLoss`, `MultiLabelSoftMarginLoss` | logits, (N, C) "
    "| (N, C) float",
    "several labels, with a margin | `MultiLabelMarginLoss` | scores, (N, C) "
    "| (N, C) int64, filled up with -1",
    "a distribution | `KLDivLoss` | log-probabilities, (N, C) | (N, C) float",
    "a sequence without alignment | `CTCLoss` | log-probabilities, (T, N, C) | (N, S) int64",
    "which of two is better | `MarginRankingLoss` | two scores, (N,) | (N,) float, -1 or 1",
    "alike or not | `CosineEmbeddingLoss`, `HingeEmbeddingLoss` | embeddings, distance "
    "| (N,) float, -1 or 1",
    "closer to this than to that | `TripletMarginLoss`, `TripletMarginWithDistanceLoss` "
    "| three embeddings, (N, D) | none",
)
@pytest.mark.parametrize("name", TAKES)
def test_a_loss_takes_what_the_table_says(name):
    loss_fn = MADE.get(name, getattr(nn, name.split()[0]))()
    loss = loss_fn(*TAKES[name])
    loss = loss if isinstance(loss, torch.Tensor) else loss.loss
    assert loss.dim() == 0
    assert loss.isfinite()
    inputs = list(TAKES[name])
    if any(x.dtype == torch.int64 for x in inputs) and name != "CTCLoss":
        inputs[1] = inputs[1].float()
        with pytest.raises((RuntimeError, TypeError)):
            loss_fn(*inputs)


@says("losses", "A softmax in front of `CrossEntropyLoss`, which applies its own.")
@given(st.lists(st.floats(-50, 50), min_size=2, max_size=6))
def test_a_softmax_in_front_keeps_the_loss_high(scores):
    logits, best = torch.tensor([scores]).double(), torch.tensor([scores]).argmax(1)
    loss = nn.CrossEntropyLoss()(logits, best).item()
    assert loss == pytest.approx(-logits.softmax(1).log()[0, best].item(), abs=1e-6)
    twice = nn.CrossEntropyLoss()(logits.softmax(1), best).item()
    assert twice >= math.log(1 + (len(scores) - 1) / math.e) - 1e-6 > 0.2


@says(
    "losses",
    "A target of shape (N, 1) or of the wrong type: class indices are int64, everything else is "
    "float.",
)
def test_targets_of_a_wrong_shape_or_type_are_refused():
    for name in ("CrossEntropyLoss", "NLLLoss", "MultiMarginLoss"):
        for wrong in (INDEX[:, None], INDEX.int(), INDEX.float()):
            with pytest.raises((RuntimeError, ValueError)):
                getattr(nn, name)()(LOGITS, wrong)
    for name in ("BCELoss", "BCEWithLogitsLoss"):
        for wrong in (YES[:, None], YES.long()):
            with pytest.raises((RuntimeError, ValueError)):
                getattr(nn, name)()(YES, wrong)


@says(
    "losses",
    "A prediction of shape (N, 1) against a target of shape (N,): `MSELoss` broadcasts both to "
    "(N, N) and only warns.",
)
@says(
    "losses/regression/mse",
    "It expects prediction and target of one shape.",
    "A prediction of shape (N, 1) against a target of shape (N,) broadcasts to (N, N): there is a "
    "warning only, and the number is wrong.",
)
@pytest.mark.parametrize("n", [2, 3, 10])
def test_mse_broadcasts_a_column_and_only_warns(n):
    target = torch.arange(float(n))
    column = target[:, None] + 1
    with pytest.warns(UserWarning, match="different to the input size"):
        each = nn.MSELoss(reduction="none")(column, target)
    assert each.shape == (n, n)
    assert each.mean() != 1
    assert nn.MSELoss()(column.squeeze(1), target) == 1
