"""The figures of the mistakes in losses and metrics, by hand and at other sizes."""

import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from support import library, says
from torch import nn
from torch.utils.data import DataLoader

rng = np.random.default_rng(0)


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


@says(
    "mistakes/losses/softmax_twice",
    "the loss that stops falling.",
    "With a softmax layer in front, scores lie between 0 and 1, and even a perfect answer keeps "
    "a loss well above zero: with 10 classes 1.4612.",
    "This is as low as the loss can get.",
)
@pytest.mark.parametrize("classes", [2, 10, 1000])
def test_softmax_twice(classes):
    perfect = torch.zeros(1, classes, dtype=torch.float64)
    perfect[0, 0] = 1
    floor = nn.CrossEntropyLoss()(perfect, torch.tensor([0])).item()
    assert floor == pytest.approx(math.log(math.e + classes - 1) - 1, rel=1e-12)
    if classes == 10:
        assert round(floor, 4) == 1.4612
    scores = torch.from_numpy(50 * rng.standard_normal((200, classes))).softmax(1)
    assert scores.min() >= 0
    assert scores.max() <= 1
    target = torch.zeros(200, dtype=torch.int64)
    assert F.cross_entropy(scores, target, reduction="none").min() >= floor - 1e-12


@says(
    "mistakes/losses/sigmoid_twice",
    "negatives cost 0.69 or more.",
    "What it gets is then between 0 and 1 instead of any number: a positive costs at least "
    "0.3133, a negative at least 0.6931, the log 2 of a coin flip, however good the model is.",
    "A decision at `output > 0` is nearly always yes.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_sigmoid_twice(dtype):
    logits = torch.linspace(-40, 40, 401, dtype=dtype)
    loss_fn = nn.BCEWithLogitsLoss(reduction="none")
    for answer, floor in ((1.0, math.log(1 + math.exp(-1))), (0.0, math.log(2))):
        each = loss_fn(logits.sigmoid(), torch.full_like(logits, answer))
        assert each.min().item() == pytest.approx(floor, rel=1e-6)
    assert (logits.sigmoid() > 0).all()
    assert torch.tensor(-1000.0, dtype=dtype).sigmoid() == 0  # nearly
    assert round(math.log(1 + math.exp(-1)), 4) == 0.3133


@pytest.mark.parametrize(("n", "m"), [(5, 5), (64, 64), (2, 2)])
def test_column_against_row(n, m):
    x, y = rng.standard_normal(n), rng.standard_normal(m)
    error = torch.from_numpy(x)[:, None] - torch.from_numpy(y)
    pairs = np.mean([(a - b) ** 2 for a in x for b in y])
    assert error.square().mean().item() == pytest.approx(pairs)


@says(
    "mistakes/losses/accuracy_broadcast",
    "Their mean does not: on two classes of equal size it is 0.5 whatever the model predicts, a "
    "perfect one too, and looks like chance.",
)
@pytest.mark.parametrize("n", [4, 10, 64])
def test_accuracy_broadcast(n):
    target = torch.arange(n)[:, None] % 2  # as many of each class
    for predicted in (target.squeeze(1), torch.randint(2, (n,)), torch.zeros(n)):
        assert (predicted == target).float().mean() == 0.5
    hits = target.squeeze(1) == target
    assert hits.shape == (n, n)
    assert hits.sum() == n * n / 2 > n  # 8 of 4


def test_padding_counted():
    for lengths in ([10, 2, 2, 2], [7, 7, 7], [20, 1]):
        positions, words = max(lengths) * len(lengths), sum(lengths)
        target = torch.zeros(len(lengths), max(lengths), dtype=torch.int64)
        for row, length in enumerate(lengths):
            target[row, :length] = 1
        logits = torch.zeros(*target.shape, 3)
        logits[..., 0] = 9.0  # sure that all is padding
        miss, hit = math.log(math.exp(9) + 2), math.log(math.exp(9) + 2) - 9
        loss = F.cross_entropy(logits.transpose(1, 2), target)
        share = words / positions
        assert loss.item() == pytest.approx(share * miss + (1 - share) * hit, rel=1e-5)
        for target_of_words in (target, target.masked_fill(target == 0, -100)):
            ignored = 0 if target_of_words is target else -100
            loss = F.cross_entropy(logits.transpose(1, 2), target_of_words, ignore_index=ignored)
            assert loss.item() == pytest.approx(miss, rel=1e-5)


@pytest.mark.parametrize(("n", "size"), [(101, 50), (10, 4), (12, 4), (7, 1)])
def test_mean_of_batch_means(n, size):
    right = torch.from_numpy(rng.random(n) < 0.6)
    means = [batch.float().mean().item() for batch in DataLoader(right, batch_size=size)]
    by_hand = [np.mean(right.numpy()[i : i + size]) for i in range(0, n, size)]
    assert means == pytest.approx(by_hand)
    if n % size == 0:
        assert np.mean(means) == pytest.approx(np.mean(right.numpy()))
    page = np.ones(101)
    page[::10] = 0
    assert page.mean() == 90 / 101
    assert np.mean([page[:50].mean(), page[50:100].mean(), page[100]]) == pytest.approx(0.6)


@says(
    "mistakes/losses/accuracy_of_the_majority",
    "95 % for a model that says no to all.",
    'Where 95 of 100 samples are negative, the answer "no" is right 95 times and finds nothing.',
    "A model that finds most positives and raises some false alarms can have the lower accuracy, "
    "so the best checkpoint by accuracy is the useless one.",
    "First compute what the majority class alone scores; then report the recall of each class "
    "and its mean, the balanced accuracy, which is 50 % for a constant answer to two classes: "
    "per-class accuracy.",
)
@pytest.mark.parametrize("positives", [1, 5, 30])
def test_accuracy_of_the_majority(positives):
    sklearn = library("sklearn.metrics")
    target = np.r_[np.ones(positives), np.zeros(100 - positives)]
    no = np.zeros(100)
    assert sklearn.accuracy_score(target, no) == 1 - positives / 100
    assert sklearn.balanced_accuracy_score(target, no) == 0.5
    useful = np.r_[np.ones(4), 0, np.ones(10), np.zeros(85)]
    if positives == 5:
        assert sklearn.accuracy_score(target, useful) == 0.89
        assert round(sklearn.balanced_accuracy_score(target, useful), 3) == 0.847


@says(
    "mistakes/losses/log_of_softmax",
    "a gradient of NaN, even where the answer is right.",
    "In float32 a softmax rounds to 0 where a logit is about 104 below the largest (float16: "
    "about 17.5).",
    "In float32 a 1e-8 inside the logarithm hides the NaN, but a sure and wrong answer then gets "
    "a gradient near 0.",
)
@pytest.mark.parametrize(
    ("dtype", "gap"),
    [(torch.float16, 17.5), (torch.bfloat16, 93), (torch.float32, 104), (torch.float64, 746)],
)
def test_log_of_softmax(dtype, gap):
    for right in (0, 1, 2):
        for distance, nan in ((gap * 0.97, False), (gap * 1.03, True)):
            x = torch.tensor([[distance, 0.0, 0.0]], dtype=dtype, requires_grad=True)
            assert (x.softmax(1)[0, 1] == 0) == nan
            F.nll_loss(x.softmax(1).log(), torch.tensor([right])).backward()
            if nan:
                assert x.grad.isnan().all()
            elif right == 0:
                assert not x.grad.isnan().any()
            x.grad = None
            F.nll_loss(x.log_softmax(1), torch.tensor([right])).backward()
            expected = softmax(x.detach().double().numpy()) - np.eye(3)[[right]]
            np.testing.assert_allclose(x.grad.double(), expected, atol=1e-3)
    x = torch.tensor([[200.0, 0.0, 0.0]], requires_grad=True)
    F.nll_loss((x.softmax(1) + 1e-8).log(), torch.tensor([1])).backward()
    assert x.grad.abs().max() == 0
    x = x.detach().half().requires_grad_()
    F.nll_loss((x.softmax(1) + 1e-8).log(), torch.tensor([1])).backward()
    assert x.grad.isnan().all()  # 1e-8 is 0 in float16


@says(
    "mistakes/losses/probabilities_into_nll",
    "With probabilities it is minus the probability of the right class: between -1 and 0, and "
    "negative from the first step.",
)
@pytest.mark.parametrize("classes", [2, 10])
def test_probabilities_into_nll(classes):
    x = torch.from_numpy(4 * rng.standard_normal((30, classes))).requires_grad_()
    y = torch.from_numpy(rng.integers(0, classes, 30))
    each = F.nll_loss(x.softmax(1), y, reduction="none")
    p = softmax(x.detach().numpy())[np.arange(30), y]
    np.testing.assert_allclose(each.detach(), -p)
    assert each.max() < 0
    assert each.min() > -1
    (gradient,) = torch.autograd.grad(each.sum(), x)
    np.testing.assert_allclose(gradient[range(30), y], -p * (1 - p))


def test_relu_on_logits():
    linear = nn.Linear(4, 3)
    nn.init.zeros_(linear.weight)
    nn.init.constant_(linear.bias, -1.0)
    loss = F.cross_entropy(linear(torch.ones(5, 4)).relu(), torch.zeros(5, dtype=torch.int64))
    loss.backward()
    assert loss.item() == pytest.approx(math.log(3))
    assert not linear.weight.grad.any()
    assert not linear.bias.grad.any()
    linear.zero_grad()
    nn.init.ones_(linear.bias[1:].data)  # one class is below 0: it alone gets nothing
    F.cross_entropy(linear(torch.ones(5, 4)).relu(), torch.zeros(5, dtype=torch.int64)).backward()
    assert (linear.bias.grad != 0).tolist() == [False, True, True]


@says(
    "mistakes/losses/kl_div_arguments",
    "a number, but no divergence.",
    "`F.kl_div(log_q, p)` is KL(p || q), where q is the prediction: it comes first and as "
    "log-probabilities, p as probabilities.",
    "Probabilities in both places give a negative number that is smallest where q puts "
    "everything on the likeliest class of p.",
    "The distributions exchanged give the divergence in the other direction.",
    "A divergence is 0 or more, and 0 for equal distributions: try that first.",
)
@pytest.mark.parametrize("classes", [2, 3, 50])
def test_kl_div_arguments(classes):
    p, q = rng.dirichlet(np.ones(classes), 2)
    divergence = (p * np.log(p / q)).sum()
    P, Q = torch.from_numpy(p)[None], torch.from_numpy(q)[None]

    def kl(first, second):
        return F.kl_div(first, second, reduction="batchmean").item()

    assert kl(Q.log(), P) == pytest.approx(divergence)
    assert kl(P.log(), Q) == pytest.approx((q * np.log(q / p)).sum())
    assert kl(P.log(), P) == pytest.approx(0, abs=1e-12)
    assert kl(Q, P) == pytest.approx((p * np.log(p) - p * q).sum())
    assert max(kl(Q, P), kl(P, P)) < 0 < kl(Q.log(), P)
    corners = [kl(torch.eye(classes, dtype=torch.float64)[[c]], P) for c in range(classes)]
    assert np.argmin(corners) == p.argmax()
    assert min(corners) < min(kl(Q, P), kl(P, P))
    with pytest.warns(UserWarning, match="batchmean"):
        assert F.kl_div(Q.log(), P).item() == pytest.approx(divergence / classes)


@says(
    "mistakes/losses/classes_last",
    "cross entropy along the sequence.",
    "Logits (N, L, C) of a sequence model with target (N, L) raise an error, except where L "
    "equals C: then the softmax runs over positions, and sure and right answers may have a high "
    "loss.",
)
def test_classes_last():
    n, size = 4, 6
    x, y = rng.standard_normal((n, size, size)), rng.integers(0, size, (n, size))
    wrong = F.cross_entropy(torch.from_numpy(x), torch.from_numpy(y)).item()
    over_positions = softmax(x.swapaxes(1, 2))  # [n, column, position]
    picked = [over_positions[i, c, y[i, c]] for i in range(n) for c in range(size)]
    assert wrong == pytest.approx(-np.log(picked).mean())
    right = F.cross_entropy(torch.from_numpy(x).transpose(1, 2), torch.from_numpy(y)).item()
    picked = [softmax(x)[i, t, y[i, t]] for i in range(n) for t in range(size)]
    assert right == pytest.approx(-np.log(picked).mean())
    for length in (2, 5, 7, 20):
        target = torch.zeros(n, length, dtype=torch.int64)
        with pytest.raises((RuntimeError, ValueError)):
            F.cross_entropy(torch.zeros(n, length, size), target)
        F.cross_entropy(torch.zeros(n, length, size).reshape(n, size, length), target)
    assert math.log(1 + 2 * math.exp(-5)) == pytest.approx(0.0134, abs=5e-5)
    target = torch.zeros(n, size, dtype=torch.int64)
    logits = 9.0 * F.one_hot(target, size)  # sure and right, of one class at every position
    assert F.cross_entropy(logits, target).item() == pytest.approx(math.log(size))
    assert F.cross_entropy(logits.transpose(1, 2), target) < 0.01


@says(
    "mistakes/losses/argmax_of_the_batch",
    "the best sample of each class.",
    "The class of a sample is the largest of its row: `argmax(dim=1)` of logits (N, C).",
    "With `dim=0` the result has C numbers, of samples; where N equals C, or in a batch of one, "
    "it compares with the labels without an error.",
    "Without a dimension it is one number, the place in the flattened batch, and compares with "
    "any number of labels.",
    "`dim=-1` is right for logits (N, C) and for a single row (C,): argmax.",
)
@pytest.mark.parametrize(("n", "classes"), [(3, 3), (8, 3), (1, 5), (3, 8)])
def test_argmax_of_the_batch(n, classes):
    x = rng.standard_normal((n, classes))
    logits, target = torch.from_numpy(x), torch.zeros(n, dtype=torch.int64)
    assert logits.argmax(1).tolist() == [row.argmax() for row in x]
    assert logits.argmax(0).tolist() == [column.argmax() for column in x.T]
    assert logits.argmax().item() == x.ravel().argmax()
    assert (logits.argmax() == target).shape == (n,)
    assert torch.equal(logits.argmax(-1), logits.argmax(1))
    assert logits[0].argmax(-1) == x[0].argmax()
    if n in (1, classes):
        logits.argmax(0) == target  # noqa: B015
    else:
        with pytest.raises(RuntimeError):
            logits.argmax(0) == target  # noqa: B015


@says(
    "mistakes/losses/sum_reduction",
    "the gradient grows with the batch.",
    'With `reduction="sum"` the gradient is a sum over the samples: eight copies of a batch give '
    "one eight times as long.",
)
def test_sum_reduction():
    def gradient(x, reduction):
        w = torch.zeros(3, dtype=torch.float64, requires_grad=True)
        F.mse_loss(x @ w, x.sum(1), reduction=reduction).backward()
        return w.grad

    x = torch.from_numpy(rng.standard_normal((5, 3)))
    for copies in (2, 8):
        many = x.repeat(copies, 1)
        torch.testing.assert_close(gradient(many, "sum"), copies * gradient(x, "sum"))
        torch.testing.assert_close(gradient(many, "mean"), gradient(x, "mean"))

    def factor(n, reduction):  # of the error, in one step of the page
        square = np.square(np.linspace(-1, 1, n))
        return 1 - 0.25 * 2 * getattr(square, reduction)()

    assert abs(factor(8, "sum")) < 1 < abs(factor(64, "sum"))
    assert 0 < factor(64, "mean") < factor(8, "mean") * 1.2 < 1
    assert f"{2 * (1 - factor(64, 'sum') ** 30):.2g}" == "-2e+30"
    steps = []
    for scale in (1.0, 64.0):  # Adam divides the scale out
        w = torch.zeros(3, dtype=torch.float64, requires_grad=True)
        optimizer = torch.optim.Adam([w], lr=0.1)
        for _ in range(5):
            optimizer.zero_grad()
            (scale * F.mse_loss(x @ w, x.sum(1))).backward()
            optimizer.step()
        steps.append(w.detach())
    torch.testing.assert_close(*steps, rtol=1e-4, atol=1e-6)
