"""Accumulation of tokens, and the average in the loop."""

import pytest
import torch
import torch.nn.functional as F
from recipes import names_of
from support import says
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


@says(
    "training/token_accumulation",
    "A mean a batch, divided by the number of batches, gives a token of a short batch more weight.",
    "Count the tokens of all batches of the step first, take "
    '`reduction="sum"` and divide by the count.',
)
@pytest.mark.parametrize("tokens", [1, 2, 5])
def test_tokens_weigh_the_same(tokens):
    """The weight of a token is the gradient of its own loss."""
    torch.manual_seed(0)
    long, short = torch.randn(5, 3, requires_grad=True), torch.randn(5, 3, requires_grad=True)
    targets = [torch.ones(5, dtype=torch.int64), torch.ones(5, dtype=torch.int64)]
    targets[1][tokens:] = -100
    count = sum((y != -100).sum() for y in targets)
    both = list(zip((long, short), targets, strict=True))
    summed = sum(F.cross_entropy(x, y, reduction="sum") / count for x, y in both)
    whole = F.cross_entropy(torch.cat([long, short]), torch.cat(targets))
    torch.testing.assert_close(summed, whole)
    losses = [F.cross_entropy(x, y, reduction="none")[:tokens] for x, y in both]
    means = sum(F.cross_entropy(x, y) / 2 for x, y in both)
    expected = (losses[1].sum() / tokens + F.cross_entropy(long, targets[0])) / 2
    torch.testing.assert_close(means, expected)
    slopes = [torch.autograd.grad(means, x, retain_graph=True)[0] for x in (long, short)]
    alone = [F.cross_entropy(x, y, reduction="sum") for x, y in both]
    per_token = [torch.autograd.grad(a, x)[0] for a, x in zip(alone, (long, short), strict=True)]
    weights = [(s / p)[0, 0].item() for s, p in zip(slopes, per_token, strict=True)]
    assert weights == pytest.approx([1 / 10, 1 / (2 * tokens)])


@says(
    "training/token_accumulation",
    "With several processes use the count of all, and multiply the loss by their number, as DDP "
    "takes the mean of their gradients.",
)
@pytest.mark.parametrize("processes", [2, 3])
def test_several_processes_use_the_count_of_all(processes):
    torch.manual_seed(0)
    weight = torch.randn(4, 3, requires_grad=True)
    x = torch.randn(processes, 6, 4)
    y = torch.randint(3, (processes, 6))
    y[0, 1:] = -100
    count = (y != -100).sum()

    def gradient(loss):
        return torch.autograd.grad(loss, weight)[0]

    each = [
        gradient(processes * F.cross_entropy(x[n] @ weight, y[n], reduction="sum") / count)
        for n in range(processes)
    ]
    whole = gradient(F.cross_entropy((x @ weight).flatten(0, 1), y.flatten()))
    torch.testing.assert_close(torch.stack(each).mean(dim=0), whole)


def averaged(decay, values, **options):
    model = nn.Linear(1, 1, bias=False)
    ema = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(decay), **options)
    for value in values:
        nn.init.constant_(model.weight, value)
        ema.update_parameters(model)
    return ema.module.weight.item()


@says(
    "training/ema_in_loop",
    "It starts as a copy of the model at the first update.",
    "A decay of 0.999 remembers about 1000 steps: in a short run the average lags behind.",
)
@pytest.mark.parametrize("first", [-2.0, 7.0])
def test_the_average_lags(first):
    assert averaged(0.999, [first]) == first
    steps = 200
    ramp = averaged(0.999, range(steps))
    assert ramp < 0.2 * steps
    # Of a step it has taken over 63 percent after 1000 updates.
    taken = averaged(0.999, [0.0] + [1.0] * 1000)
    assert taken == pytest.approx(0.63, abs=0.01)


@says(
    "training/ema_in_loop",
    "`use_buffers=True` averages the statistics of batch norm, too; without it they are the "
    "model's.",
    "Save both: a resumed run needs the model, its average and the number of updates.",
)
@pytest.mark.parametrize("use_buffers", [False, True])
def test_statistics_of_the_average(use_buffers):
    torch.manual_seed(0)
    model = nn.BatchNorm1d(2)
    make = {"multi_avg_fn": get_ema_multi_avg_fn(0.9), "use_buffers": use_buffers}
    ema = AveragedModel(model, **make)
    expected = None
    for n in range(4):
        model(torch.randn(8, 2) + n)
        ema.update_parameters(model)
        mean = model.running_mean.clone()
        expected = mean if expected is None else 0.9 * expected + 0.1 * mean
    torch.testing.assert_close(ema.module.running_mean, expected if use_buffers else mean)
    resumed = AveragedModel(nn.BatchNorm1d(2), **make)
    resumed.load_state_dict(ema.state_dict())
    assert resumed.n_averaged == 4
    nn.init.constant_(model.weight, 5.0)
    for one in (ema, resumed):
        one.update_parameters(model)
        assert one.module.weight.tolist() == pytest.approx([1.4, 1.4])


@says("training/ema_in_loop", "how much it still moves")
@pytest.mark.parametrize("name", ["model", "average"])
def test_the_average_moves_less(name):
    seen = names_of("training/ema_in_loop")["seen"]
    spread = {key: torch.tensor(values).std() for key, values in seen.items()}
    assert spread[name] <= spread["model"]
    assert spread["average"] < spread["model"] / 3
