"""What the sentences of mistakes/losses say, where test_mistakes_losses does not hold them."""

import copy
import inspect
import math
import warnings

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from sklearn.datasets import load_digits
from sklearn.metrics import f1_score, roc_auc_score
from support import says
from torch import nn
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader, default_collate

numbers = st.floats(-50, 50)


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


def log_softmax(x):
    """By hand, in NumPy."""
    x = x.detach().double().numpy()
    return x - np.log(np.exp(x).sum(1, keepdims=True))


@says("mistakes/losses/softmax_twice", "`CrossEntropyLoss` applies log-softmax itself.")
def test_cross_entropy_applies_log_softmax():
    x, target = torch.randn(5, 4, dtype=torch.float64), torch.tensor([0, 3, 1, 1, 2])
    by_hand = -log_softmax(x)[np.arange(5), target].mean()
    assert nn.CrossEntropyLoss()(x, target).item() == pytest.approx(by_hand)


@says(
    "mistakes/losses/softmax_twice",
    "Nothing is raised; the gradient is weak, and training slows or stalls.",
)
@pytest.mark.parametrize("classes", [2, 10, 100])
def test_softmax_twice_weakens_the_gradient(classes):
    target = torch.zeros(1, dtype=torch.int64)

    def train(x, twice, steps=1):
        x = x.double().requires_grad_()
        optimizer = torch.optim.SGD([x], lr=1.0)
        for _ in range(steps):
            optimizer.zero_grad()
            nn.CrossEntropyLoss()(x.softmax(1) if twice else x, target).backward()
            optimizer.step()
        return x.grad.norm().item(), x.softmax(1)[0, 0].item()

    start, wrong = torch.zeros(1, classes), torch.zeros(1, classes)
    wrong[0, 1] = 50  # sure, and wrong
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert train(start, True)[0] == pytest.approx(train(start, False)[0] / classes)
    assert train(wrong, True)[0] < 1e-15 < 1 < train(wrong, False)[0]
    assert 1 - train(start, True, 9)[1] > 1.5 * (1 - train(start, False, 9)[1])  # slows
    assert train(wrong, True, 30)[1] < 1e-15  # stalls


@says("mistakes/losses/sigmoid_twice", "`BCEWithLogitsLoss` applies the sigmoid itself.")
def test_bce_with_logits_applies_the_sigmoid():
    x, y = torch.randn(6, dtype=torch.float64), torch.tensor([1.0, 0, 1, 0, 0, 1]).double()
    p = 1 / (1 + np.exp(-x.numpy()))
    by_hand = -np.where(y == 1, np.log(p), np.log(1 - p)).mean()
    assert nn.BCEWithLogitsLoss()(x, y).item() == pytest.approx(by_hand)


@says(
    "mistakes/losses/column_against_row",
    "(N, 1) minus (N,) is (N, N).",
    "A linear layer with one output returns (N, 1), labels are (N,).",
)
def test_column_against_row_shapes():
    for n in (2, 7):
        output = nn.Linear(4, 1)(torch.ones(n, 4))
        _, labels = default_collate([(torch.ones(4), 1.5)] * n)
        assert (output.shape, labels.shape) == ((n, 1), (n,))
        assert (output - labels).shape == (n, n)


@says(
    "mistakes/losses/column_against_row",
    "Broadcasting pairs every prediction with every label, so the squared error is smallest "
    "where the model predicts the mean for all.",
)
@given(
    predictions=st.lists(numbers, min_size=4, max_size=4),
    labels=st.lists(numbers, min_size=4, max_size=4),
)
def test_column_against_row_is_smallest_at_the_mean(predictions, labels):
    y = torch.tensor(labels, dtype=torch.float64)

    def loss(x):
        return (torch.as_tensor(x, dtype=torch.float64)[:, None] - y).square().mean().item()

    pairs = np.mean([(a - b) ** 2 for a in predictions for b in labels])
    assert loss(predictions) == pytest.approx(pairs)
    away = np.mean(np.square(np.array(predictions) - np.mean(labels)))
    assert loss(predictions) == pytest.approx(loss([np.mean(labels)] * 4) + away, abs=1e-9)


@says(
    "mistakes/losses/column_against_row",
    "`F.mse_loss`, L1 and Huber losses warn; `poisson_nll_loss` and your own formulas do not.",
)
def test_column_against_row_who_warns():
    column, row = torch.ones(3, 1), torch.zeros(3)
    for warns in (F.mse_loss, F.l1_loss, F.smooth_l1_loss, F.huber_loss):
        with pytest.warns(UserWarning, match="different to the input size"):
            warns(column, row)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        own = (column - row).abs().mean()
        assert F.poisson_nll_loss(column, row).ndim == own.ndim == 0


@says(
    "mistakes/losses/accuracy_broadcast",
    "Comparing broadcasts and does not warn: predictions (N,) with labels (N, 1) are N times N "
    "comparisons.",
)
def test_comparing_does_not_warn():
    for n in (1, 4, 10):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert (torch.zeros(n) == torch.zeros(n, 1)).numel() == n * n


@says(
    "mistakes/losses/padding_counted",
    "Short sequences are filled up with padding, which a model soon predicts.",
)
def test_padding_is_soon_predicted():
    words = [torch.randint(1, 7, (n,)) for n in (10, 3, 4, 2, 3)]
    target = pad_sequence(words, batch_first=True)
    before = torch.cat([torch.full((5, 1), 7), target[:, :-1]], dim=1)  # 7 is the start
    assert target.shape == (5, 10)
    model = nn.Embedding(8, 8)  # the next word by the word before
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(30):
        optimizer.zero_grad()
        F.cross_entropy(model(before).transpose(1, 2), target).backward()
        optimizer.step()
    hits = model(before).argmax(2) == target
    assert hits[target == 0].double().mean() > 0.8 > 0.6 > hits[target > 0].double().mean()


@says(
    "mistakes/losses/padding_counted",
    "Counted as words, it then raises the accuracy and lowers the loss, the more the shorter the "
    "sentences are next to the longest of their batch: the figures change with the batches.",
)
@pytest.mark.parametrize("length", [2, 5, 9])
def test_padding_counted_moves_the_figures(length):
    def figures(lengths):
        target = pad_sequence([torch.ones(n, dtype=torch.int64) for n in lengths], True)
        logits = 4.0 * F.one_hot(target.clone(), 3).float()  # right on padding
        logits[target > 0] = 0  # undecided on words, which is class 0
        loss = F.cross_entropy(logits.transpose(1, 2), target)
        words = F.cross_entropy(logits.transpose(1, 2), target, ignore_index=0)
        hits = (logits.argmax(2) == target).double()
        assert hits[target > 0].sum() == 0
        assert words.item() == pytest.approx(math.log(3))
        return hits.mean().item(), loss.item()

    (none, plain), (some, lower), (more, lowest) = (
        figures([10, n, n]) for n in (10, length, length - 1)
    )
    assert none == 0
    assert plain == pytest.approx(math.log(3))
    assert none < some < more
    assert plain > lower > lowest


@says(
    "mistakes/losses/padding_counted",
    "If padding has the number of a real token (often the end of the text), set the padded "
    "targets to -100 instead.",
)
def test_padding_with_the_number_of_a_token():
    assert inspect.signature(F.cross_entropy).parameters["ignore_index"].default == -100
    text = torch.tensor([[3, 1, 0]])  # ends in 0, the end of the text
    padded, marked = torch.tensor([[3, 1, 0, 0, 0]]), torch.tensor([[3, 1, 0, -100, -100]])
    logits = torch.randn(1, 4, 5)
    right = F.cross_entropy(logits[..., :3], text)
    assert F.cross_entropy(logits, marked).equal(right)
    assert not F.cross_entropy(logits, padded, ignore_index=0).isclose(right)  # the end is lost


@says(
    "mistakes/losses/mean_of_batch_means",
    "Samples in a smaller last batch weigh more: 101 samples in batches of 50 give the last one "
    "a third of the result.",
    "a small last batch counts as much as a full one.",
    "So accuracy and mean losses depend on the batch size, and a model looks better or worse "
    "than it is.",
)
def test_mean_of_batch_means_weighs_the_last():
    def mean_of_means(values, size):
        return np.mean([b.double().mean().item() for b in DataLoader(values, batch_size=size)])

    for place, weight in ((0, 1 / 150), (99, 1 / 150), (100, 1 / 3)):
        values = torch.zeros(101)
        values[place] = 1
        assert mean_of_means(values, 50) == pytest.approx(weight)
    right, loss = torch.ones(101), torch.rand(101)
    right[:10] = 0
    assert mean_of_means(right, 50) > 91 / 101  # better than it is
    assert mean_of_means(right.flip(0), 50) < 1 - 10 / 101  # still
    right = right.flip(0)
    right[-1] = loss[-1] = 0
    assert mean_of_means(right, 50) < right.mean() - 0.2  # worse
    assert mean_of_means(loss, 50) < mean_of_means(loss, 101) - 0.1


@says(
    "mistakes/losses/mean_of_batch_means",
    "F1 and AUC are no mean over batches, not even equal ones: over batches.",
)
@pytest.mark.parametrize("score", [f1_score, roc_auc_score])
def test_scores_that_no_mean_of_equal_batches_gives(score):
    rng = np.random.default_rng(0)
    target = np.tile([0, 1, 0, 0, 1, 0], 10)
    predicted = target * 0.3 + rng.random(60) + np.linspace(0, 2, 60)
    predicted = predicted > 1.5 if score is f1_score else predicted
    batches = [score(target[i : i + 6], predicted[i : i + 6]) for i in range(0, 60, 6)]
    assert abs(np.mean(batches) - score(target, predicted)) > 0.01


@says(
    "mistakes/losses/log_of_softmax",
    "Its logarithm is -inf, and the gradient of the whole row NaN, whether the class is the "
    "right one or not; one optimizer step later weights are NaN too.",
)
@pytest.mark.parametrize("make", [torch.optim.SGD, torch.optim.Adam])
@pytest.mark.parametrize("right", [0, 1, 2])
@pytest.mark.parametrize(("dtype", "gap"), [(torch.float16, 20.0), (torch.float32, 150.0)])
def test_log_of_softmax_and_then_the_weights(make, right, dtype, gap):
    linear = nn.Linear(2, 3, dtype=dtype)
    with torch.no_grad():
        linear.weight.zero_()
        linear.bias.copy_(torch.tensor([gap, 0, 0]))
    logits = linear(torch.ones(1, 2, dtype=dtype))
    logits.retain_grad()
    log_probs = logits.softmax(1).log()
    assert log_probs[0, 1:].eq(-torch.inf).all()
    F.nll_loss(log_probs, torch.tensor([right])).backward()
    assert logits.grad.isnan().all()
    make(linear.parameters(), lr=0.1).step()
    assert linear.weight.isnan().all()


@says("mistakes/losses/log_of_softmax", "Training runs well until the model is sure.")
def test_log_of_softmax_until_the_model_is_sure():
    for gap in (0.0, 5.0, 40.0, 80.0):
        for right in (0, 1):
            slopes = []
            for log_probs in (lambda x: x.softmax(1).log(), lambda x: x.log_softmax(1)):
                x = torch.tensor([[gap, 0.0, 0.0]], requires_grad=True)
                F.nll_loss(log_probs(x), torch.tensor([right])).backward()
                slopes.append(x.grad)
            torch.testing.assert_close(*slopes)


@says(
    "mistakes/losses/probabilities_into_nll",
    "`NLLLoss` takes log-probabilities and has no logarithm of its own.",
)
@given(x=st.lists(numbers, min_size=3, max_size=3), target=st.integers(0, 2))
def test_nll_has_no_logarithm(x, target):
    loss = nn.NLLLoss()(torch.tensor([x], dtype=torch.float64), torch.tensor([target]))
    assert loss.item() == -x[target]


@says(
    "mistakes/losses/probabilities_into_nll",
    "the loss goes to -1.",
    "It still goes down, and accuracy goes up, but a sure and wrong answer costs 0 and has "
    "almost no gradient, so mistakes stay.",
)
def test_probabilities_into_nll_trains():
    target = torch.arange(60) % 3
    x = torch.randn(60, 3) + 0.5 * F.one_hot(target, 3)
    x[0] = torch.tensor([0.0, 0.0, 30.0])  # sure and wrong
    x.requires_grad_()
    optimizer = torch.optim.SGD([x], lr=60.0)
    losses, accuracies = [], []
    for _ in range(200):
        each = F.nll_loss(x.softmax(1), target, reduction="none")
        optimizer.zero_grad()
        each.mean().backward()
        optimizer.step()
        losses.append(each.mean().item())
        accuracies.append((x.argmax(1) == target).double().mean().item())
    assert -1 < losses[-1] < -0.9 < losses[0] < 0
    assert accuracies[0] < accuracies[-1] == 59 / 60
    assert abs(each[0].item()) < 1e-6
    assert x.grad[0].abs().max() < 1e-6
    assert x[0].argmax() == 2


@says("mistakes/losses/relu_on_logits", "some classes may never be predicted.")
@pytest.mark.parametrize("seed", range(3))
def test_relu_on_logits_loses_classes(seed):
    torch.manual_seed(seed)
    digits = load_digits()
    x, target = torch.tensor(digits.data[::4]).float() / 16, torch.tensor(digits.target[::4])
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    for model_and_end in (nn.Sequential(copy.deepcopy(model), nn.ReLU()), model):
        optimizer = torch.optim.Adam(model_and_end.parameters(), lr=1e-2)
        for _ in range(40):
            optimizer.zero_grad()
            F.cross_entropy(model_and_end(x), target).backward()
            optimizer.step()
        predicted = model_and_end(x).argmax(1).unique()
        assert (len(predicted) < 10) == (model_and_end is not model)


@says("mistakes/losses/relu_on_logits", "Scores of classes may have any sign.")
@given(shift=st.floats(-100, 100))
def test_scores_may_have_any_sign(shift):
    x, target = torch.tensor([[1.0, -2.0, 0.5]]).double(), torch.tensor([2])
    loss = F.cross_entropy(x + shift, target).item()
    assert loss == pytest.approx(-log_softmax(x)[0, 2])


@says(
    "mistakes/losses/relu_on_logits",
    "A ReLU behind the last layer turns all negative ones into 0 and passes no gradient for "
    "them: a class below 0 for every sample learns nothing through its own score.",
)
@pytest.mark.parametrize("below", [0, 1, 3])
def test_relu_passes_no_gradient_below_zero(below):
    linear = nn.Linear(4, 4)
    nn.init.constant_(linear.bias, 20.0)
    nn.init.constant_(linear.bias[below : below + 1].data, -20.0)
    scores = linear(torch.randn(30, 4))
    assert scores[:, below].max() < 0
    assert scores.relu()[:, below].eq(0).all()
    F.cross_entropy(scores.relu(), torch.arange(30) % 4).backward()
    has_gradient = linear.weight.grad.ne(0).all(1) & linear.bias.grad.ne(0)
    assert has_gradient.tolist() == [c != below for c in range(4)]


@says(
    "mistakes/losses/relu_on_logits",
    "If all scores of a sample are below 0, its loss is log C and it has no gradient at all.",
)
@given(scores=st.lists(st.floats(-50, -1e-3), min_size=2, max_size=12))
def test_relu_of_a_sample_below_zero(scores):
    x = torch.tensor([scores], dtype=torch.float64, requires_grad=True)
    loss = F.cross_entropy(x.relu(), torch.tensor([1]))
    loss.backward()
    assert loss.item() == pytest.approx(math.log(len(scores)))
    assert x.grad.eq(0).all()


@says(
    "mistakes/losses/kl_div_arguments",
    "The default reduction divides by the number of all elements, and warns: `KLDivLoss`.",
)
@pytest.mark.parametrize(("n", "classes"), [(1, 3), (4, 5), (7, 2)])
def test_kl_div_divides_by_all_elements(n, classes):
    assert inspect.signature(F.kl_div).parameters["reduction"].default == "mean"
    p, log_q = torch.rand(n, classes).softmax(1), torch.randn(n, classes).log_softmax(1)
    with pytest.warns(UserWarning, match="batchmean"):
        loss = F.kl_div(log_q, p)
    torch.testing.assert_close(loss, (p * (p.log() - log_q)).sum() / (n * classes))


@says("mistakes/losses/classes_last", "`cross_entropy` looks for the classes in dimension 1.")
def test_classes_stand_in_dimension_1():
    for shape in ((4, 3), (4, 3, 5), (4, 3, 5, 2)):
        x = torch.randn(shape, dtype=torch.float64)
        target = torch.randint(3, (4, *shape[2:]))
        picked = np.take_along_axis(log_softmax(x), target.unsqueeze(1).numpy(), 1)
        assert F.cross_entropy(x, target).item() == pytest.approx(-picked.mean())


@says(
    "mistakes/losses/classes_last",
    "`view` or `reshape` to (N, C, L) fits, but mixes positions with classes.",
)
@pytest.mark.parametrize(("length", "classes"), [(2, 5), (5, 5), (20, 3)])
@pytest.mark.parametrize("way", [torch.Tensor.view, torch.Tensor.reshape])
def test_view_mixes_positions_with_classes(way, length, classes):
    target = torch.randint(classes, (4, length))
    logits = 9.0 * F.one_hot(target, classes)  # sure and right
    mixed = way(logits, 4, classes, length)
    assert F.cross_entropy(mixed, target) > 0.1
    assert F.cross_entropy(logits.transpose(1, 2), target) < 0.01
    assert not mixed.equal(logits.transpose(1, 2))


@says(
    "mistakes/losses/sum_reduction",
    "With SGD a learning rate that suits one batch size may diverge for a larger one, and a "
    "smaller last batch makes a smaller step.",
)
def test_sum_reduction_and_the_size_of_a_batch():
    def way(n, reduction, steps=1, lr=0.25):
        w = torch.zeros(1, requires_grad=True)
        optimizer = torch.optim.SGD([w], lr=lr)
        for _ in range(steps):
            optimizer.zero_grad()
            F.mse_loss(w * torch.ones(n), 2 * torch.ones(n), reduction=reduction).backward()
            optimizer.step()
        return w.item()

    assert way(3, "sum", steps=30) == pytest.approx(2)
    assert abs(way(8, "sum", steps=30)) > 1e6
    assert way(2, "sum", lr=0.01) == pytest.approx(way(8, "sum", lr=0.01) / 4)
    assert way(2, "mean", lr=0.01) == pytest.approx(way(8, "mean", lr=0.01))


@says(
    "mistakes/losses/sum_reduction",
    "Adam divides the scale out, but clipping by norm and the balance with a second loss depend "
    "on it.",
)
def test_sum_reduction_what_depends_on_it():
    x = torch.randn(64, 3)
    ways = {}
    for reduction in ("mean", "sum"):
        for name in ("Adam", "clipped", "balance"):
            w = torch.zeros(3, requires_grad=True)
            make = torch.optim.Adam if name == "Adam" else torch.optim.SGD
            optimizer = make([w], lr=0.01)
            for _ in range(5):
                optimizer.zero_grad()
                second = (w + 1).square().sum() if name == "balance" else 0
                (F.mse_loss(x @ w, x @ torch.ones(3), reduction=reduction) + second).backward()
                size = w.grad.norm()
                if name == "clipped":
                    nn.utils.clip_grad_norm_([w], 10.0)
                if name != "balance":
                    optimizer.step()
            ways[reduction, name] = size if name == "clipped" else w.grad / size
            if name == "Adam":
                ways[reduction, name] = w.detach().clone()
    torch.testing.assert_close(ways["mean", "Adam"], ways["sum", "Adam"], rtol=1e-3, atol=1e-5)
    assert ways["mean", "clipped"] < 10 < ways["sum", "clipped"]  # one of them is shortened
    direction = torch.cosine_similarity(ways["mean", "balance"], ways["sum", "balance"], dim=0)
    assert direction < 0.9


@says(
    "mistakes/losses/sum_reduction",
    "Use the default, the mean; or, to keep the sum over pixels, divide by the batch size: "
    "reduction.",
)
def test_sum_reduction_divided_by_the_batch():
    assert inspect.signature(F.mse_loss).parameters["reduction"].default == "mean"
    image, target = torch.rand(2, 1, 4, 4, requires_grad=True), torch.rand(2, 1, 4, 4)
    for copies in (1, 3):
        many, targets = image.repeat(copies, 1, 1, 1), target.repeat(copies, 1, 1, 1)
        loss = F.mse_loss(many, targets, reduction="sum") / len(many)
        pixels = (image - target).square().flatten(1).sum(1)
        torch.testing.assert_close(loss, pixels.mean())


@says(
    "mistakes/losses/compared_unalike",
    "The training loss of an epoch is a mean over steps, of a model that was worse at the start "
    "of the epoch, with dropout on and augmented images; the validation loss is taken after the "
    "epoch, without them.",
    "So validation may look better than training though nothing is wrong with the split.",
)
def test_compared_unalike_has_two_causes():
    space = names_of("mistakes/losses/compared_unalike")
    losses, model, x, target = (space[n] for n in ("losses", "model", "x", "target"))
    assert np.mean(losses[:10]) > 2 * np.mean(losses[-10:])  # worse at the start
    after = space["evaluate"](x, target)
    assert after < np.mean(losses) / 2
    with torch.inference_mode():
        model.train()
        with_dropout = F.cross_entropy(model(x), target).item()
    assert after < 0.9 * with_dropout
