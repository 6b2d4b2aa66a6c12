"""What the sentences of training say."""

import io
import math
import random
import sys
import types

import numpy as np
import pytest
import torch
import torch.nn.functional as F
import tqdm.autonotebook
import tqdm.notebook
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from sklearn.datasets import load_digits
from support import says
from torch import nn
from torch.utils.data import DataLoader, Dataset, TensorDataset


@says(
    "training",
    "The data are scikit-learn's digits: 1797 real images of 8×8 pixels that come with the "
    "package.",
)
def test_digits_come_with_scikit_learn(monkeypatch):
    monkeypatch.setattr("socket.socket", None)  # no network
    assert load_digits().images.shape == (1797, 8, 8)


# The loop


@says(
    "training/training_loop",
    "`zero_grad` before `backward`, or gradients of two batches add up.",
)
@given(st.lists(st.floats(-10, 10), min_size=2, max_size=2))
def test_gradients_add_up_without_zero_grad(batches):
    weight = nn.Parameter(torch.ones(()))
    optimizer = torch.optim.SGD([weight], lr=0.1)
    for batch in batches:
        (weight * batch).backward()
    assert weight.grad.item() == pytest.approx(sum(batches), abs=1e-5)
    optimizer.zero_grad()
    (weight * batches[1]).backward()
    assert weight.grad.item() == pytest.approx(batches[1])


@says("training/training_loop", "`train()` and `eval()` switch dropout and batch norm.")
@says(
    "training/validation",
    "Both switches are needed: `eval()` fixes dropout and batch norm, `inference_mode()` saves "
    "the memory of the graph.",
)
@pytest.mark.parametrize("layer", [nn.Dropout(0.5), nn.BatchNorm1d(8)])
@pytest.mark.parametrize("inference", [True, False])
def test_eval_fixes_layers_and_inference_mode_leaves_out_the_graph(layer, inference):
    torch.manual_seed(0)
    x = torch.randn(16, 8, requires_grad=True)
    with torch.inference_mode(inference):
        before = layer.eval()(x * 1)
        assert torch.equal(layer(x[:4]), before[:4])
        layer.train()(x)
        assert torch.equal(layer.eval()(x), before) == isinstance(layer, nn.Dropout)
        assert not torch.equal(layer.train()(x), before)
    assert (before.grad_fn is None) == inference


@says(
    "training/training_loop",
    "The model here ends above 90 % on images that it has not seen.",
    "pixels from 0 to 1",
)
def test_the_loop_validates_on_other_images():
    entry = names_of("training/training_loop")
    assert entry["accuracy"] > 0.9
    assert not set(entry["train"].indices) & set(entry["val"].indices)
    assert entry["x"].aminmax() == (0, 1)


def graph_of(tensor):
    nodes, queue = set(), [tensor.grad_fn]
    while queue:
        if (node := queue.pop()) is not None and node not in nodes:
            nodes.add(node)
            queue += [following for following, _ in node.next_functions]
    return len(nodes)


@says(
    "training/running_average",
    "Add up with `.item()`: adding the tensors themselves builds a graph that grows with every "
    "batch.",
)
@pytest.mark.parametrize("batches", [1, 2, 5])
def test_a_sum_of_losses_is_a_growing_graph(batches):
    model = nn.Linear(2, 1)
    total = number = 0
    sizes = []
    for _ in range(batches + 1):
        loss = model(torch.ones(3, 2)).mean()
        loss.backward()
        total, number = total + loss, number + loss.item()
        sizes.append(graph_of(total))
    assert sizes == sorted(set(sizes))
    assert isinstance(number, float)


@says(
    "training/running_average",
    "The last batch is often smaller: the mean of the batch means is not the mean over the "
    "samples.",
)
@given(samples=st.integers(2, 40), size=st.integers(2, 8))
def test_the_mean_of_means(samples, size):
    values = torch.arange(float(samples)) ** 2
    batches = [batch for (batch,) in DataLoader(TensorDataset(values), size)]
    assert (len(batches[-1]) < size) == (samples % size > 0)
    means = torch.stack([batch.mean() for batch in batches])
    uneven = len(batches) > 1 and samples % size > 0
    assert torch.isclose(means.mean(), values.mean(), rtol=1e-5) != uneven


@says(
    "training/progress_bar",
    "`disable=None` draws the bar on a terminal only, and leaves log files clean.",
)
@pytest.mark.parametrize("terminal", [True, False])
def test_disable_none_draws_on_a_terminal(terminal):
    class Screen(io.StringIO):
        def isatty(self):
            return terminal

    screen = Screen()
    assert list(tqdm.tqdm(range(3), disable=None, file=screen)) == [0, 1, 2]
    assert bool(screen.getvalue()) == terminal


@says("training/progress_bar", "leave out `file`: the bar is drawn on standard error")
def test_the_bar_is_drawn_on_standard_error(capsys):
    list(tqdm.tqdm(range(3)))
    seen = capsys.readouterr()
    assert "3/3" in seen.err
    assert not seen.out


@says("training/progress_bar", "In a notebook `from tqdm.auto import tqdm` draws a widget.")
def test_tqdm_auto_in_a_notebook(monkeypatch):
    class ZMQInteractiveShell: ...

    monkeypatch.setitem(sys.modules, "ipykernel.zmqshell", types.ModuleType("zmqshell"))
    notebook = types.SimpleNamespace(get_ipython=ZMQInteractiveShell)
    monkeypatch.setitem(sys.modules, "IPython", notebook)
    monkeypatch.setattr(tqdm.notebook, "IProgress", object)
    for name in ("autonotebook", "auto"):
        monkeypatch.setattr(tqdm, name, None, raising=False)
        monkeypatch.delitem(sys.modules, f"tqdm.{name}", raising=False)
    from tqdm.auto import tqdm as automatic

    assert issubclass(automatic, tqdm.notebook.tqdm_notebook)


@says(
    "training/best_checkpoint",
    "`state_dict()` does not copy: what you keep changes with the next step.",
)
@pytest.mark.parametrize("name", ["weight", "bias", "running_mean", "num_batches_tracked"])
def test_a_state_dict_is_no_copy(name):
    model = nn.BatchNorm1d(2)
    state = model.state_dict()
    before = state[name].clone()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    (model(torch.randn(8, 2) + 1) ** 3 + 1).sum().backward()
    model.bias.grad.add_(1)
    optimizer.step()
    assert not torch.equal(state[name], before)


@says(
    "training/early_stopping",
    "`patience` is the number of epochs without an improvement of more than `min_delta`.",
    "Put the best weights back afterwards: the last ones are `patience` epochs past them.",
)
@given(
    losses=st.lists(st.integers(0, 20), min_size=1, max_size=30),
    patience=st.integers(1, 4),
    min_delta=st.integers(0, 2),
)
def test_early_stopping(losses, patience, min_delta):
    stop = names_of("training/early_stopping")["EarlyStopping"](patience, min_delta)
    best, at = math.inf, -1
    for epoch, loss in enumerate(losses):
        if best - loss > min_delta:
            best, at = loss, epoch
        assert stop(loss) == (epoch - at >= patience)
        if epoch - at == patience:
            break


@says(
    "training/early_stopping",
    "A loss that is NaN is no improvement.",
    "To resume, save `best` and `bad_epochs` with the checkpoint.",
)
def test_early_stopping_goes_on():
    stopping = names_of("training/early_stopping")["EarlyStopping"]
    first, second = stopping(patience=3), stopping(patience=3)
    assert not any(first(loss) for loss in (1.0, math.nan, 2.0))
    vars(second).update(best=first.best, bad_epochs=first.bad_epochs)
    assert (second.best, second(1.0)) == (1.0, True)


@says(
    "training/overfitting",
    "The training loss goes on falling while the validation loss turns up: from there on the "
    "model learns the samples, not the task.",
    "Here 60 images and noisy labels make it plain.",
    "a fifth of the training labels is wrong",
)
def test_overfitting():
    entry = names_of("training/overfitting")
    turn, train, val = entry["turn"], entry["train_losses"], entry["val_losses"]
    assert all(b < a for a, b in zip(train[turn::10], train[turn + 10 :: 10], strict=False))
    assert val[-1] > 1.2 * val[turn]
    right = torch.tensor(entry["digits"].target)[entry["order"]]
    assert (entry["y"] != right).nonzero().flatten().tolist() == list(range(0, 60, 5))


FAULTS = {
    "missing zero_grad": {"zero": False},
    "another model's parameters": {"held": False},
    "a softmax": {"last": nn.Softmax(dim=1)},
    "a small rate": {"lr": 1e-5},
    "a large rate": {"lr": 10.0},
}


def loss_of_one_batch(*, zero=True, held=True, last=None, lr=1e-2):
    torch.manual_seed(0)
    digits = load_digits()
    x, y = torch.tensor(digits.data[:8]).float() / 16, torch.tensor(digits.target[:8])
    layers = nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10)
    model = nn.Sequential(*layers, last or nn.Identity())
    other = nn.Linear(2, 2)
    optimizer = torch.optim.Adam((model if held else other).parameters(), lr=lr)
    for _ in range(100):
        if zero:
            optimizer.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
    return loss.item()


@says(
    "training/one_batch",
    "If it stays, look for a missing `zero_grad`, parameters that the optimizer does not hold, "
    "a softmax before `CrossEntropyLoss`, or a learning rate that is far off.",
)
@pytest.mark.parametrize("fault", FAULTS)
def test_faults_that_one_batch_shows(fault):
    assert loss_of_one_batch() < 0.01
    assert loss_of_one_batch(**FAULTS[fault]) > 0.9


@says(
    "training/one_batch",
    "The loss starts near the logarithm of the number of classes (2.3 for ten) and goes to "
    "almost nothing.",
)
@pytest.mark.parametrize("classes", [2, 10, 1000])
def test_the_first_loss_is_the_logarithm_of_the_classes(classes):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, classes))
    loss = F.cross_entropy(model(torch.rand(64, 64)), torch.randint(classes, (64,)))
    assert loss.item() == pytest.approx(math.log(classes), abs=0.1)
    assert names_of("training/one_batch")["losses"][-1] < 0.01


# Larger batches, shorter types


@says(
    "training/accumulate_in_loop",
    "Here the loss is divided by the number of samples of the whole step, so that a shorter last "
    "part weighs what it should; dividing by the number of parts is right only where all parts "
    "are equal, as in the plain case.",
)
@given(sizes=st.lists(st.integers(1, 6), min_size=1, max_size=4))
def test_what_the_loss_of_a_part_is_divided_by(sizes):
    values = torch.arange(1.0, sum(sizes) + 1, dtype=torch.float64) ** 2
    weight = torch.ones((), dtype=torch.float64, requires_grad=True)

    def gradient(losses):
        return torch.autograd.grad(sum(losses), weight)[0]

    parts = (weight * values).split(sizes)
    whole = gradient([(weight * values).mean()])
    parts_by_samples = gradient(
        [part.sum() / sum(sizes) for part in (weight * values).split(sizes)]
    )
    by_parts = gradient([part.mean() / len(sizes) for part in parts])
    assert torch.isclose(parts_by_samples, whole)
    assert torch.isclose(by_parts, whole) == (len(set(sizes)) == 1)


@says("training/accumulate_in_loop", "Batch norm still sees the small batches.")
def test_batch_norm_sees_the_parts():
    torch.manual_seed(0)
    x, norm = torch.randn(8, 3), nn.BatchNorm1d(3)
    parts = torch.cat([norm(part) for part in x.split(4)])
    assert not torch.allclose(parts, norm(x), atol=1e-2)


@says(
    "training/clip_in_loop",
    "With a `GradScaler` call `scaler.unscale_(optimizer)` first: the scaled gradients are "
    "65,536 times as long at first.",
)
@says(
    "training/mixed_precision_cuda",
    "From Ampere on take bfloat16, without a scaler.",
    "Before, float16, which underflows: `GradScaler` multiplies the loss, divides the gradients "
    "and skips a step in which one is infinite or NaN.",
    "skipped if a gradient is not finite",
)
@pytest.mark.parametrize("factor", [1.0, math.inf, math.nan])
def test_the_scaler_multiplies_divides_and_skips(factor):
    """The scaler of the CPU is the same class."""
    weight = nn.Parameter(torch.tensor([1.0, 2.0]))
    optimizer = torch.optim.SGD([weight], lr=0.5)
    scaler = torch.amp.GradScaler("cpu")
    scaler.scale((weight * torch.tensor([1.0, factor])).sum()).backward()
    assert weight.grad[0] == 65_536
    scaler.unscale_(optimizer)
    assert weight.grad[0] == 1
    scaler.step(optimizer)
    assert weight[0] == (0.5 if math.isfinite(factor) else 1.0)
    assert torch.tensor(1e-8).half() == 0 != torch.tensor(1e-8).bfloat16()


@says("training/clip_in_loop", "at most lr * max_norm", "before clipping")
@given(lr=st.floats(0.01, 10), size=st.floats(1e-3, 1e6))
def test_a_clipped_step_is_short(lr, size):
    weight = nn.Parameter(torch.zeros(4, dtype=torch.float64))
    optimizer = torch.optim.SGD([weight], lr=lr)
    weight.grad = torch.full((4,), size, dtype=torch.float64)
    norm = nn.utils.clip_grad_norm_([weight], max_norm=1.0)
    assert norm.item() == pytest.approx(2 * size)
    optimizer.step()
    assert weight.norm() <= lr * (1 + 1e-6)


LOSSES = {
    "cross_entropy": lambda x, t: F.cross_entropy(x, t),
    "nll": lambda x, t: F.nll_loss(x, t),
    "mse": lambda x, t: F.mse_loss(x, x),
    "l1": lambda x, t: F.l1_loss(x, x),
    "huber": lambda x, t: F.huber_loss(x, x),
    "logits": lambda x, t: F.binary_cross_entropy_with_logits(x, x.sigmoid()),
    "kl": lambda x, t: F.kl_div(x, x),
}
NOT_IN_FLOAT32 = {
    "gaussian": lambda x, t: F.gaussian_nll_loss(x, x, x.abs()),
    "multi-label": lambda x, t: F.multilabel_soft_margin_loss(x, x.sigmoid()),
}
PRODUCTS = {
    "linear": lambda x: F.linear(x, torch.ones(2, 5)),
    "matmul": lambda x: x @ x.T,
    "bmm": lambda x: torch.bmm(x[None], x.T[None]),
    "conv1d": lambda x: F.conv1d(x[None], torch.ones(2, 4, 3)),
    "conv2d": lambda x: F.conv2d(x[None, None], torch.ones(1, 1, 3, 3)),
}


@says(
    "training/mixed_precision",
    "Under `autocast` matrix products and convolutions run in the short type, most losses in "
    "float32; the parameters stay float32. bfloat16 has the range of float32, so it needs no "
    "`GradScaler`.",
)
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", [*LOSSES, *PRODUCTS, *NOT_IN_FLOAT32])
def test_types_under_autocast(name):
    model = nn.Linear(5, 5)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model(torch.rand(4, 5))
        if name in LOSSES:
            assert LOSSES[name](hidden, torch.tensor([0, 1, 2, 3])).dtype == torch.float32
        elif name in NOT_IN_FLOAT32:
            loss = NOT_IN_FLOAT32[name](hidden, None)
            assert loss.dtype == torch.bfloat16
        else:
            assert PRODUCTS[name](torch.rand(4, 5)).dtype == torch.bfloat16
    assert {p.dtype for p in model.parameters()} == {torch.float32}
    short, long = torch.finfo(torch.bfloat16), torch.finfo(torch.float32)
    assert (short.max / long.max, short.tiny / long.tiny) == pytest.approx((1, 1), rel=0.01)


@says("training/mixed_precision", "bfloat16 keeps 2 to 3 digits")
def test_digits_of_bfloat16():
    assert 2 < -math.log10(torch.finfo(torch.bfloat16).eps / 2) < 3


@says(
    "training/mixed_precision_cuda",
    "The old spellings `torch.cuda.amp.autocast` and `torch.cuda.amp.GradScaler` are deprecated.",
)
@pytest.mark.parametrize("name", ["autocast", "GradScaler"])
def test_old_spellings_of_amp(name):
    with pytest.warns(FutureWarning, match="deprecated"):
        getattr(torch.cuda.amp, name)(enabled=False)


# Seeds


@says("training/seeds", "`torch.manual_seed` covers the CPU and the GPUs.")
def test_manual_seed_reaches_the_gpus(monkeypatch):
    seeds = []
    monkeypatch.setattr(torch.cuda, "manual_seed_all", seeds.append)
    torch.manual_seed(7)
    assert (seeds, torch.initial_seed()) == ([7], 7)


class Drawn(Dataset):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return random.random(), np.random.rand(), torch.rand(()).item()


@says(
    "training/seeds",
    "In its workers a loader seeds all three by itself, see seeds in workers.",
    "Three libraries draw: Python, NumPy and PyTorch.",
)
@pytest.mark.parametrize("library", [0, 1, 2], ids=["python", "numpy", "torch"])
def test_a_loader_seeds_its_workers(library):
    def draw(seed):
        torch.manual_seed(seed)
        return [batch[library].item() for batch in DataLoader(Drawn(), num_workers=2)]

    first = draw(0)
    random.seed(5)
    np.random.seed(5)
    assert first == draw(0)
    assert len({*first, *draw(1)}) == 4


@says("training/seeds", "of its own: nothing else moves it")
def test_a_generator_stands_still():
    generator = torch.Generator().manual_seed(0)
    before = generator.get_state()
    torch.manual_seed(3)
    torch.rand(5), nn.Dropout()(torch.ones(5)), torch.randperm(4), random.random()
    assert torch.equal(generator.get_state(), before)


@says(
    "training/deterministic",
    "`use_deterministic_algorithms(True)` chooses others, and raises where there are none.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.int64])
def test_deterministic_or_an_error(dtype):
    index, ones = torch.tensor([0, 0]), torch.ones(2, dtype=dtype)
    torch.zeros(3, dtype=dtype).put_(index, ones)
    torch.use_deterministic_algorithms(True)
    try:
        with pytest.raises(RuntimeError, match="does not have a deterministic implementation"):
            torch.zeros(3, dtype=dtype).put_(index, ones)
        found = torch.zeros(3, dtype=dtype).index_put((index,), ones, accumulate=True)
        assert found.tolist() == [2, 0, 0]
    finally:
        torch.use_deterministic_algorithms(False)


# CIFAR-10


@says(
    "projects/cifar10_baselines",
    "The fully connected net knows nothing of neighbouring pixels; LeNet does, and is small; the "
    "third is deeper, normalised and augmented with shifts and flips, under a one-cycle schedule.",
    "fully connected | 1,841,162 | 42.7 %",
    "LeNet | 62,006 | 48.7 %",
    "convolutional recipe | 144,874 | 72.1 %",
)
def test_the_three_nets():
    entry = names_of("projects/cifar10_baselines", "Use")
    nets = [entry[name]() for name in ("fully_connected", "lenet", "convolutional")]
    sizes = [sum(p.numel() for p in net.parameters()) for net in nets]
    assert sizes == [1_841_162, 62_006, 144_874]

    def count(kind):
        return [sum(isinstance(layer, kind) for layer in net.modules()) for net in nets]

    assert (count(nn.Conv2d), count(nn.BatchNorm2d)) == ([0, 2, 5], [0, 0, 5])
    order = torch.randperm(3072)  # a net that knows no neighbours learns as well from a jumble
    first, x = nets[0][1], torch.rand(2, 3, 32, 32)
    expected = nets[0](x)
    first.weight.data = first.weight.data[:, order]
    torch.testing.assert_close(nets[0](x.flatten(1)[:, order]), expected)


@says(
    "projects/cifar10_baselines",
    "Flip half of the images, and move each by its own random step.",
)
@pytest.mark.parametrize("by", [1, 3])
def test_flips_and_shifts(by):
    augmented = names_of("projects/cifar10_baselines", "Use")["augmented"]
    images = torch.zeros(1000, 1, 12, 12)
    images[:, :, 5, 1], images[:, :, 5, 2] = 1, 2  # upright, the 2 stands on the right
    torch.manual_seed(0)
    moved = augmented(F.pad(images, [4] * 4), by)[:, 0]
    one, two = ((moved == n).flatten(1).float().argmax(1) for n in (1, 2))
    assert 450 < (two < one).sum() < 550
    rows = one // 20 - 9
    assert set(rows.tolist()) == set(range(-by, by + 1))
    assert torch.equal(moved.flatten(1).sum(1), torch.full((1000,), 3.0))


@says(
    "training/validation",
    "Go back with `train()`; it also reaches layers that were frozen in `eval()`.",
)
@pytest.mark.parametrize("frozen", [True, False])
def test_train_reaches_frozen_layers(frozen):
    model = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3))
    model[1].train(not frozen)
    loader = [(torch.randn(4, 4), torch.tensor([0, 1, 2, 0]))]
    names_of("training/validation")["evaluate"](model, loader)
    assert model.training
    assert model[1].training
