"""What the sentences of losses/ranking say."""

import inspect
import math

import pytest
import torch
import torch.nn.functional as F
from hypothesis import example, given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn

vectors = st.lists(st.floats(-10, 10), min_size=3, max_size=3)


def default(loss, name):
    return inspect.signature(loss).parameters[name].default


def loss_of(loss_fn, *inputs):
    """The loss of a batch of one."""
    return loss_fn(*(torch.tensor([x], dtype=torch.float64) for x in inputs)).item()


@says(
    "losses/ranking",
    "Each of these losses has a margin, how far is far enough; pairs that belong together ignore "
    "it.",
)
@pytest.mark.parametrize("margin", [0.1, 0.4])
@pytest.mark.parametrize(
    ("loss", "far", "near", "together"),
    [
        (nn.MarginRankingLoss, (9, 0, 1), (0, 0, 1), None),
        (nn.HingeEmbeddingLoss, (9, -1), (0, -1), (0.7, 1)),
        (nn.CosineEmbeddingLoss, ([1, 0], [0, 1], -1), ([1, 0], [1, 0], -1), ([1, 0], [1, 1], 1)),
        (nn.TripletMarginLoss, ([0], [0], [9]), ([0], [0], [0]), None),
        (nn.TripletMarginWithDistanceLoss, ([0], [0], [9]), ([0], [0], [0]), None),
    ],
)
def test_far_enough_costs_nothing(loss, far, near, together, margin):
    assert loss_of(loss(margin=margin), *far) == 0
    assert loss_of(loss(margin=margin), *near) > 0
    assert loss_of(loss(margin=margin), *near) != loss_of(loss(margin=margin / 2), *near)
    if together:
        assert loss_of(loss(margin=margin), *together) == loss_of(loss(margin=0), *together) > 0


@says(
    "losses/ranking",
    "Where the target is -1 or 1, a 0 raises no error, and such a pair is not pushed apart.",
)
@pytest.mark.parametrize("distance", [0.1, 0.5, 3.0])
def test_a_target_of_0(distance):
    def slope(loss_fn, target):
        x = torch.tensor([distance], requires_grad=True)
        pair = torch.stack([x.cos(), x.sin()], dim=1), torch.tensor([[1.0, 0.0]])
        inputs = {
            nn.MarginRankingLoss: (x, torch.zeros(1)),
            nn.HingeEmbeddingLoss: (x,),
            nn.CosineEmbeddingLoss: pair,
        }[type(loss_fn)]
        return torch.autograd.grad(loss_fn(*inputs, torch.tensor([target])), x)[0].item()

    for loss_fn in (nn.MarginRankingLoss(5.0), nn.HingeEmbeddingLoss(), nn.CosineEmbeddingLoss()):
        assert slope(loss_fn, 0.0) >= 0  # not farther
    assert slope(nn.MarginRankingLoss(5.0), 0.0) == slope(nn.CosineEmbeddingLoss(), 0.0) == 0
    assert (slope(nn.HingeEmbeddingLoss(), -1.0) < 0) == (distance < 1)


@says(
    "losses/ranking/margin_ranking",
    "the first score above the second, or below it.",
    "The target is 1 where `input1` should rank higher and -1 where `input2` should.",
    "A pair that is right by more than `margin` (default 0) costs nothing.",
)
@example(gap=2.0, target=1, margin=2.0)
@given(gap=st.floats(-10, 10), target=st.sampled_from([1, -1]), margin=st.floats(0, 5))
def test_a_pair_that_is_right_by_the_margin_costs_nothing(gap, target, margin):
    assert list(inspect.signature(nn.MarginRankingLoss.forward).parameters)[1:3] == [
        "input1",
        "input2",
    ]
    assert default(nn.MarginRankingLoss, "margin") == 0
    loss = loss_of(nn.MarginRankingLoss(margin), gap, 0, target)
    ahead = gap if target == 1 else -gap
    assert (loss == 0) == (ahead >= margin)
    assert loss == pytest.approx(max(0, margin - ahead))


@says(
    "losses/ranking/hinge_embedding",
    "Pairs that belong together (target 1) cost their distance; pairs that do not (target -1) cost "
    "nothing beyond `margin` (default 1).",
)
@example(1.0)
@given(st.floats(0, 10))
def test_pairs_that_belong_together_cost_their_distance(distance):
    assert default(nn.HingeEmbeddingLoss, "margin") == 1
    assert loss_of(nn.HingeEmbeddingLoss(), distance, 1) == distance
    assert (loss_of(nn.HingeEmbeddingLoss(), distance, -1) == 0) == (distance >= 1)


@says(
    "losses/ranking/cosine_embedding",
    "As `HingeEmbeddingLoss`, with the cosine of the angle between two embeddings: their lengths "
    "do not matter, unless they are tiny or their fourth powers overflow, as that of 16 does in "
    "float16.",
    "Pairs with target -1 cost nothing once the cosine is below `margin` (default 0).",
)
@given(
    angle=st.floats(0, math.pi),
    lengths=st.tuples(st.floats(0.01, 100), st.floats(0.01, 100)),
    margin=st.floats(0, 0.9),
)
def test_lengths_do_not_matter_to_the_cosine(angle, lengths, margin):
    assert default(nn.CosineEmbeddingLoss, "margin") == 0
    pair = [lengths[0], 0], [lengths[1] * math.cos(angle), lengths[1] * math.sin(angle)]
    loss_fn, cosine = nn.CosineEmbeddingLoss(margin), math.cos(angle)
    assert loss_of(loss_fn, *pair, 1) == pytest.approx(1 - cosine, abs=1e-6)
    assert loss_of(loss_fn, *pair, -1) == pytest.approx(max(0, cosine - margin), abs=1e-6)


@pytest.mark.parametrize(
    ("dtype", "length", "holds"),
    [
        (torch.float32, 1e-5, False),
        (torch.float32, 1e-3, True),
        (torch.float32, 1e9, True),
        (torch.float32, 1e10, False),
        (torch.float16, 15, True),
        (torch.float16, 16, False),
    ],
)
def test_lengths_that_matter_to_the_cosine(dtype, length, holds):
    row = torch.tensor([[length, 0]], dtype=dtype)
    loss = nn.CosineEmbeddingLoss()(row, row, torch.ones(1, dtype=dtype))
    assert (loss.abs() < 2e-3).item() == holds


@says(
    "losses/ranking/triplet_margin",
    "closer to the positive than to the negative.",
    "The anchor should be nearer to `positive` (same identity) than to `negative`, by `margin` "
    "(default 1).",
    "Distances are Euclidean (`p=2`); there is no target.",
)
@says("losses/ranking/triplet_margin_with_distance", "The default distance is Euclidean.")
@given(vectors, vectors, vectors)
def test_the_positive_is_nearer_by_the_margin(anchor, positive, negative):
    near, far = math.dist(anchor, positive), math.dist(anchor, negative)
    assert default(nn.TripletMarginLoss, "margin") == 1
    assert default(nn.TripletMarginLoss, "p") == 2
    for loss in (nn.TripletMarginLoss, nn.TripletMarginWithDistanceLoss):
        found = loss_of(loss(), anchor, positive, negative)
        assert found == pytest.approx(max(0, near - far + 1), abs=1e-5)


@says(
    "losses/ranking/triplet_margin",
    "`eps` (1e-6) is added to the differences before the norm, so equal rows are not at distance "
    "0.",
)
@given(vectors)
def test_equal_rows_are_not_at_distance_0(row):
    assert default(nn.TripletMarginLoss, "eps") == 1e-6
    far = [row[0] - 1000, *row[1:]]
    loss = loss_of(nn.TripletMarginLoss(margin=1000), row, row, far)
    assert loss == pytest.approx(3**0.5 * 1e-6 - 1e-6, rel=1e-3)  # without eps it would be 0


@says("losses/ranking/triplet_margin", "distances 1 and 5", "distances 3 and 3")
def test_the_distances_of_the_example():
    entry = names_of("losses/ranking/triplet_margin")
    assert (entry["anchor"] - entry["positive"]).norm(dim=1).tolist() == [1, 5]
    assert (entry["anchor"] - entry["negative"]).norm(dim=1).tolist() == [3, 3]


@says("losses/ranking/triplet_margin_with_distance", "cosines 1 and 0", "cosines 0 and 0.6")
def test_the_cosines_of_the_example():
    entry = names_of("losses/ranking/triplet_margin_with_distance")
    anchor, positive, negative = (entry[n] for n in ("anchor", "positive", "negative"))
    torch.testing.assert_close(F.cosine_similarity(anchor, positive), torch.tensor([1.0, 0.0]))
    torch.testing.assert_close(F.cosine_similarity(anchor, negative), torch.tensor([0.0, 0.6]))


@says(
    "losses/ranking/triplet_margin_with_distance",
    "As `TripletMarginLoss`, with a function of two batches that gives one distance a row.",
)
@given(vectors, vectors, vectors)
def test_the_distance_may_be_manhattan(anchor, positive, negative):
    loss_fn = nn.TripletMarginWithDistanceLoss(
        distance_function=lambda a, b: (a - b).abs().sum(dim=1)
    )
    found = loss_of(loss_fn, anchor, positive, negative)
    same = loss_of(nn.TripletMarginLoss(p=1), anchor, positive, negative)
    assert found == pytest.approx(same, abs=1e-5)
