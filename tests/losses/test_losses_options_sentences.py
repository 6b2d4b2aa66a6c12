"""What the sentences of losses/options say."""

import inspect
import math
import warnings

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn

classes = st.integers(0, 3)
scores = st.lists(st.floats(-30, 30), min_size=4, max_size=4)
samples = st.lists(st.tuples(scores, classes), min_size=1, max_size=5)
LOSSES = [
    loss
    for name in dir(nn)
    if name.endswith("Loss") and name != "AdaptiveLogSoftmaxWithLoss"  # returns both
    for loss in [getattr(nn, name)]
]


def tensors(samples):
    logits, target = zip(*samples, strict=True)
    return torch.tensor(logits, dtype=torch.float64), torch.tensor(target)


@says(
    "losses/options/reduction",
    '`"mean"` is the default and keeps the gradient\'s size independent of the batch size.',
)
@pytest.mark.parametrize("loss", LOSSES)
def test_the_mean_is_the_default(loss):
    assert inspect.signature(loss).parameters["reduction"].default == "mean"
    pred = torch.tensor([1.0, 3.0], requires_grad=True)
    slopes = {}
    for reduction in ("mean", "sum"):
        for times in (1, 8):
            loss_fn = nn.MSELoss(reduction=reduction)
            (slope,) = torch.autograd.grad(
                loss_fn(pred.repeat(times), torch.zeros(2 * times)), pred
            )
            slopes[reduction, times] = slope
    assert slopes["mean", 8].equal(slopes["mean", 1])
    assert slopes["sum", 8].equal(8 * slopes["sum", 1])


@says(
    "losses/options/reduction",
    '`"none"` gives the losses one by one, to weigh or rank samples yourself.',
)
@given(samples)
def test_none_gives_the_losses_one_by_one(samples):
    logits, target = tensors(samples)
    each = nn.CrossEntropyLoss(reduction="none")(logits, target)
    alone = [nn.CrossEntropyLoss()(logits[i], target[i]) for i in range(len(target))]
    torch.testing.assert_close(each, torch.stack(alone))


@says(
    "losses/options/reduction", "The old arguments `size_average` and `reduce` still work and warn."
)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"size_average": False}, "sum"),
        ({"reduce": False}, "none"),
        ({"size_average": True}, "mean"),
    ],
)
def test_old_arguments_work_and_warn(old, new):
    with pytest.warns(UserWarning, match="size_average and reduce args will be deprecated"):
        loss_fn = nn.L1Loss(**old)
    assert loss_fn.reduction == new


@says(
    "losses/options/class_weights",
    "`weight` of `CrossEntropyLoss` and `NLLLoss` has one number a class.",
    'With class indices `"mean"` divides by the weights of the targets, not by N, so weights of 2 '
    "for every class change nothing.",
)
@given(samples, st.lists(st.floats(0.1, 10), min_size=4, max_size=4))
def test_the_mean_divides_by_the_weights(samples, weight):
    (logits, target), weight = tensors(samples), torch.tensor(weight, dtype=torch.float64)
    each, twos = -logits.log_softmax(1).gather(1, target[:, None])[:, 0], torch.full((4,), 2.0)
    expected = (weight[target] * each).sum() / weight[target].sum()
    for loss, x in ((nn.CrossEntropyLoss, logits), (nn.NLLLoss, logits.log_softmax(1))):
        torch.testing.assert_close(loss(weight=weight)(x, target), expected)
        torch.testing.assert_close(loss(weight=twos.double())(x, target), loss()(x, target))
    one_hot = F.one_hot(target, 4).double()  # no indices: divided by N
    doubled = nn.CrossEntropyLoss(weight=twos.double())(logits, one_hot)
    torch.testing.assert_close(doubled, 2 * each.mean())


@says(
    "losses/options/ignore_index",
    "A target equal to `ignore_index` (default -100) gives no loss, no gradient, and is not "
    "counted in the mean.",
    "If every target is ignored the mean is `nan`.",
    "A logit that is NaN or `inf` is not ignored: the gradient of its row is NaN.",
)
@given(samples, st.lists(st.booleans(), min_size=5, max_size=5))
def test_ignored_targets_do_not_count(samples, kept):
    logits, target = tensors(samples)
    kept = torch.tensor(kept[: len(target)])
    logits.requires_grad_()
    loss = nn.CrossEntropyLoss()(logits, target.where(kept, -100))
    each = nn.CrossEntropyLoss(reduction="none")(logits, target.where(kept, -100))
    assert (each[~kept] == 0).all()
    if not kept.any():
        assert loss.isnan()
        return
    torch.testing.assert_close(loss, nn.CrossEntropyLoss()(logits[kept], target[kept]))
    loss.backward()
    assert (logits.grad[~kept] == 0).all()
    for bad in (math.nan, math.inf):
        row = torch.tensor([[0, 0, bad, 0]], dtype=torch.float64)
        broken = torch.cat([logits.detach(), row]).requires_grad_()
        labels = torch.cat([target.where(kept, -100), torch.tensor([-100])])
        same = nn.CrossEntropyLoss()(broken, labels)
        torch.testing.assert_close(same, loss)
        (slope,) = torch.autograd.grad(same, broken)
        assert slope[:-1].isfinite().all()
        assert slope[-1].isnan().all()


def smoothed(target, epsilon, count):
    q = torch.full((count,), epsilon / count, dtype=torch.float64)
    q[target] = 1 - epsilon + epsilon / count
    return q


@says(
    "losses/options/label_smoothing",
    r"The right class gets $1 - \varepsilon + \varepsilon / C$ and every other class "
    r"$\varepsilon / C$.",
    "The loss of a perfect prediction is then above 0: compare losses of one smoothing.",
)
@given(scores, classes, st.floats(0.01, 0.9))
def test_smoothing_moves_a_part_to_each_class(row, target, epsilon):
    logits, q = torch.tensor(row, dtype=torch.float64), smoothed(target, epsilon, 4)
    loss_fn = nn.CrossEntropyLoss(label_smoothing=epsilon)
    found = loss_fn(logits, torch.tensor(target))
    torch.testing.assert_close(found, -(q * logits.log_softmax(0)).sum())
    least = loss_fn(q.log(), torch.tensor(target))
    assert found >= least - 1e-9
    assert least > 0.01


@says("losses/options/label_smoothing", "A class whose logit is `-inf` makes the loss `inf`.")
@pytest.mark.parametrize("epsilon", [0.0, 0.01, 0.1])
def test_a_class_that_is_ruled_out_and_smoothing(epsilon):
    logits = torch.tensor([[1.0, -math.inf, 0.0]])
    loss = nn.CrossEntropyLoss(label_smoothing=epsilon)(logits, torch.tensor([0]))
    assert loss.isinf() == (epsilon > 0)


@says("losses/options/label_smoothing", "It keeps logits from growing without bound.")
@given(st.floats(0.01, 0.9))
def test_smoothing_stops_the_logits(epsilon):
    lead = math.log((1 - epsilon + epsilon / 4) / (epsilon / 4))  # where the loss is least
    logits = torch.tensor([lead, 0, 0, 0], dtype=torch.float64, requires_grad=True)
    nn.CrossEntropyLoss(label_smoothing=epsilon)(logits, torch.tensor(0)).backward()
    assert logits.grad.abs().max() < 1e-9
    (slope,) = torch.autograd.grad(nn.CrossEntropyLoss()(logits, torch.tensor(0)), logits)
    assert slope[0] < 0  # without it the lead still grows


@says(
    "losses/options/class_probabilities",
    "`CrossEntropyLoss` takes a float target of the input's shape as probabilities: for mixed "
    "images, soft labels and distillation.",
    "Without class weights, a one-hot row gives the loss of the index, if all logits are finite: "
    "one of `-inf` makes it NaN.",
)
@given(samples, st.floats(0, 1))
def test_a_float_target_is_probabilities(samples, part):
    logits, target = tensors(samples)
    one_hot = F.one_hot(target, 4).double()
    of_index, of_zero = (
        nn.CrossEntropyLoss()(logits, index) for index in (target, torch.zeros_like(target))
    )
    torch.testing.assert_close(nn.CrossEntropyLoss()(logits, one_hot), of_index)
    mixed = part * one_hot + (1 - part) * F.one_hot(torch.zeros_like(target), 4)
    expected = part * of_index + (1 - part) * of_zero
    torch.testing.assert_close(nn.CrossEntropyLoss()(logits, mixed), expected)
    logits[0, target[0] - 1] = -math.inf
    assert nn.CrossEntropyLoss()(logits[:1], target[:1]).isfinite()
    assert nn.CrossEntropyLoss()(logits[:1], one_hot[:1]).isnan()


@says(
    "losses/options/class_probabilities",
    "Integer one-hot rows are refused, and so is an `ignore_index` of 0 or more.",
)
@pytest.mark.parametrize("dtype", [torch.uint8, torch.int32, torch.int64, torch.bool])
def test_integer_one_hot_rows_are_refused(dtype):
    with pytest.raises(RuntimeError, match="Expected floating point type"):
        nn.CrossEntropyLoss()(torch.zeros(2, 3), F.one_hot(torch.tensor([0, 2]), 3).to(dtype))
    probs = torch.full((2, 3), 1 / 3)
    for index in (0, 2, 255):
        with pytest.raises(RuntimeError, match="ignore_index is not supported"):
            nn.CrossEntropyLoss(ignore_index=index)(torch.zeros(2, 3), probs)
    for index in (-1, -100):
        assert nn.CrossEntropyLoss(ignore_index=index)(torch.zeros(2, 3), probs).isfinite()


@says(
    "losses/options/pos_weight",
    "An argument of `BCEWithLogitsLoss`: one number, or one a class, which for maps (N, C, H, W) "
    "has shape (C, 1, 1).",
    "Unlike class weights it does not change what the mean divides by.",
)
@given(samples, st.lists(st.floats(0.1, 10), min_size=4, max_size=4))
def test_pos_weight_leaves_the_divisor_alone(samples, weight):
    logits, target = tensors(samples)
    target = F.one_hot(target, 4).double()
    for w in (torch.tensor(weight).double(), torch.tensor(weight[0]).double()):
        each = -w * target * F.logsigmoid(logits) - (1 - target) * F.logsigmoid(-logits)
        torch.testing.assert_close(nn.BCEWithLogitsLoss(pos_weight=w)(logits, target), each.mean())
    maps, labels = logits[:, :, None, None].expand(-1, 4, 2, 4), target[:, :, None, None]
    flat, w = nn.BCEWithLogitsLoss(pos_weight=torch.tensor(weight).double()), torch.tensor(weight)
    planes = nn.BCEWithLogitsLoss(pos_weight=w.double().view(4, 1, 1))
    labels = labels.expand_as(maps)
    torch.testing.assert_close(planes(maps, labels), flat(logits, target))
    with pytest.raises(RuntimeError, match="must match"):
        flat(maps[..., :3], labels[..., :3])


@says("losses/options/pos_weight", "never infinite")
@given(st.lists(st.lists(st.sampled_from([0.0, 1.0]), min_size=2, max_size=2), min_size=1))
def test_a_class_without_positives_has_a_finite_weight(rows):
    target = torch.tensor(rows)
    entry = names_of("losses/options/pos_weight", target=target, logits=torch.zeros(len(rows), 2))
    assert entry["pos_weight"].isfinite().all()
    assert entry["each"].isfinite().all()


@says(
    "losses/options/custom_loss",
    "Written with torch operations, it has its gradient by itself.",
    "Keep to tensors: after `.item()` or NumPy the graph is lost, and after `argmax` or `>`, too.",
)
def test_a_loss_of_tensors_has_its_gradient():
    x = torch.tensor([3.0], requires_grad=True)
    (slope,) = torch.autograd.grad((x**3).sum(), x)
    assert slope == 27
    assert not torch.tensor(x.item() ** 3).requires_grad
    assert not x.argmax().requires_grad
    assert not (x > 2).requires_grad
    assert not torch.from_numpy(x.detach().numpy() ** 3).requires_grad
    with pytest.raises(RuntimeError, match="requires grad"):
        x.numpy()


@says(
    "losses/options/custom_loss",
    "Guard square roots, logarithms and divisions against zero, where the gradient is infinite, "
    "and check it with `gradcheck`.",
)
@pytest.mark.parametrize("function", [torch.sqrt, torch.log, torch.reciprocal])
def test_the_gradient_is_infinite_at_zero(function):
    x = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad(function(x), x)
    assert slope.isinf()
    assert torch.autograd.gradcheck(lambda x: function(x**2 + 0.5), x)


@says("losses/options/custom_loss", "moves with the module")
def test_the_weight_moves_with_the_module():
    loss_fn = names_of("losses/options/custom_loss")["WeightedL1"](torch.ones(3))
    assert loss_fn.to("meta").weight.is_meta
    assert not list(loss_fn.parameters())
    assert list(loss_fn.state_dict()) == ["weight"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert loss_fn.double().weight.dtype == torch.float64
