"""What each page of the group says, against a formula, NumPy, other sizes and modes."""

import copy
import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from recipes import names_of
from support import says
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, OneCycleLR, StepLR
from torch.utils.data import DataLoader

SGD, Adam, AdamW = torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(1)


@says(
    "mistakes/loop/eval_forgotten",
    "the score depends on chance and on the batch.",
    "Without `model.eval()` dropout makes two calls on the same data differ.",
    "`BatchNorm1d` refuses an input of shape (1, C).",
    "Its running statistics take in the validation data, too.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_eval_forgotten(dtype):
    model = nn.Sequential(nn.Linear(6, 4), nn.BatchNorm1d(4), nn.Dropout(0.5)).to(dtype)
    x = torch.randn(40, 6, dtype=dtype)
    with torch.no_grad():
        assert not model(x).equal(model(x))
        assert model[1].num_batches_tracked == 2  # takes in what it only validates
        with pytest.raises(ValueError, match="more than 1 value per channel"):
            model(x[:1])
        model[2].p = 0.0
        assert not torch.allclose(model(x)[:2], model(x[:2]))
        model.eval()
        assert torch.allclose(model(x)[:2], model(x[:2]))
        assert model(x).equal(model(x))


@says(
    "mistakes/loop/train_forgotten",
    "`eval()` holds until `train()` is called, and nothing in a training step does so.",
    "The loss still falls.",
)
def test_train_forgotten():
    for p in (0.1, 0.5):
        dropout = nn.Dropout(p).train()
        assert (dropout(torch.ones(20000)) == 0).double().mean() == pytest.approx(p, abs=0.02)
        assert (dropout.eval()(torch.ones(20000)) == 0).sum() == 0
    # Training in eval mode: the loss falls all the same, batch norm stands still.
    model = nn.Sequential(nn.BatchNorm1d(5), nn.Linear(5, 3)).eval()
    optimizer = SGD(model.parameters(), lr=0.1)
    x, target = torch.randn(60, 5), torch.randint(3, (60,))
    losses = []
    for _ in range(50):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), target)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0]
    assert not model.training
    assert model[0].num_batches_tracked == 0
    assert model[0].running_mean.eq(0).all()
    model.train()(x)
    assert model[0].num_batches_tracked == 1
    assert not model[0].running_mean.eq(0).any()


@says(
    "mistakes/loop/zero_grad_forgotten",
    "each step follows the sum of all gradients.",
    "`backward` adds to `.grad`.",
)
@pytest.mark.parametrize("make", [SGD, Adam, AdamW])
def test_zero_grad_forgotten_adds(make):
    w = torch.ones(3, requires_grad=True)
    optimizer = make([w], lr=0.1)
    total = np.zeros(3)
    for _ in range(5):
        total += 2 * w.detach().numpy()
        w.square().sum().backward()
        np.testing.assert_allclose(w.grad.numpy(), total, rtol=1e-5)
        optimizer.step()


@says(
    "mistakes/loop/zero_grad_forgotten",
    "Plain SGD then moves as with `momentum=1`, a ball without friction: around a minimum it "
    "swings and does not come to rest.",
    "With momentum on top it grows without bound here.",
    "What the mistake amounts to.",
)
def test_zero_grad_forgotten():
    """Plain SGD: a ball without friction, of eigenvalues on the unit circle."""
    for lr in (1e-3, 0.1, 1.0):
        plain = np.array([[1 - 2 * lr, -lr], [2.0, 1.0]])  # of (w - 3, sum of gradients)
        assert np.abs(np.linalg.eigvals(plain)) == pytest.approx(1)
        # the state is (w, sum of gradients, momentum buffer), for loss = w ** 2
        add = np.array([[1, 0, 0], [2, 1, 0], [0, 0, 1]])
        smooth = np.array([[1, 0, 0], [0, 1, 0], [0, 1, 0.9]])
        move = np.array([[1, 0, -lr], [0, 1, 0], [0, 0, 1]])
        assert np.abs(np.linalg.eigvals(move @ smooth @ add)).max() > 1
    losses = names_of("mistakes/loop/zero_grad_forgotten")["losses"]
    w, total, seen = 0.0, 0.0, []
    for _ in range(101):
        seen.append((w - 3) ** 2)
        total += 2 * (w - 3)
        w -= 0.1 * total
    assert losses(clear=False) == pytest.approx(seen[::20], abs=0.011)
    assert losses(clear=False) == losses(clear=True, momentum=1.0)


@says(
    "mistakes/loop/cleared_before_step",
    "the gradients are gone.",
    "Between `backward` and `step`, `zero_grad` sets every `.grad` to None, and `step` passes "
    "over parameters without one: no weight moves, weight decay included.",
    "A loop without `step` looks the same, and so does a `step` between `zero_grad` and "
    "`backward`.",
    "The loss of a fixed batch, without dropout, stays at its first value to the last digit.",
)
@pytest.mark.parametrize("make", [SGD, Adam, AdamW])
@pytest.mark.parametrize("order", ["bzs", "zsb", "zb", "bsz", "zbs"])
def test_cleared_before_step(make, order):
    w = torch.ones(3, requires_grad=True)
    optimizer = make([w], lr=0.1, weight_decay=0.1)
    losses = set()
    for _ in range(3):
        loss = w.square().sum()
        losses.add(loss.item())
        for call in order:
            {"b": loss.backward, "z": optimizer.zero_grad, "s": optimizer.step}[call]()
            assert call != "z" or w.grad is None
    assert w.detach().eq(1).all() == (order in {"bzs", "zsb", "zb"})
    assert (losses == {3.0}) == (order in {"bzs", "zsb", "zb"})


def nodes(roots):
    seen, todo = set(), list(roots)
    while todo:
        node = todo.pop()
        if node is not None and node not in seen:
            seen.add(node)
            todo += [following for following, _ in node.next_functions]
    return len(seen)


@says(
    "mistakes/loop/graphs_kept",
    "memory grows from batch to batch.",
    "After `backward` the graph has let go of its saved tensors, and what adds up is its nodes: "
    "small, but they stay.",
    "Without `backward`, as in a validation loop that lacks `no_grad`, the activations stay as "
    "well, and memory fills up.",
)
def test_graphs_kept():
    space = names_of("mistakes/loop/graphs_kept")
    # x and target of a batch, the hidden layer once as input and once as result, weights
    # of the second layer, the log-probabilities, the sum of weights that the mean divides by
    sizes, kept = space["megabytes"](lambda loss: loss, backward=False)
    assert np.diff(sizes) == pytest.approx(sizes[0], abs=0.11)
    assert kept == 4
    floats = 1000 * 64 + 2 * 1000 * 500 + 500 * 10 + 1000 * 10
    assert sizes[0] == pytest.approx((4 * floats + 8 * 1000) / 1e6, abs=0.1)
    assert space["megabytes"](lambda loss: loss, backward=True)[0] == [0.0] * 4
    # What backward leaves are nodes: as many more for each batch.
    model, losses, counts = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 2)), [], []
    for _ in range(4):
        losses.append(model(torch.ones(3, 4)).sum())
        losses[-1].backward()
        counts.append(nodes(loss.grad_fn for loss in losses))
    assert len(set(np.diff(counts))) == 1
    assert counts[1] > counts[0]
    with pytest.raises(RuntimeError, match="second time"):
        losses[0].backward()


@says(
    "mistakes/loop/no_grad_forgotten",
    "validation keeps what only backward needs.",
    "With parameters that require gradients, each forward pass records a graph and saves "
    "activations for `backward`, in eval mode too: `eval()` does not stop it.",
)
@pytest.mark.parametrize(("batch", "width", "depth"), [(1, 6, 1), (7, 5, 3), (30, 40, 8)])
def test_no_grad_forgotten(batch, width, depth):
    """The input, and the output of each ReLU, which is the input of the next layer."""
    space = names_of("mistakes/loop/no_grad_forgotten", x=torch.rand(2, 500))
    assert space["megabytes"]() == (True, 4 * 2 * 500 * 9 / 1e6)
    layers = [m for _ in range(depth) for m in (nn.Linear(width, width), nn.ReLU())]
    space["model"] = nn.Sequential(*layers, nn.Linear(width, 10)).eval()
    space["x"] = torch.rand(batch, width)
    space["weights"] = {p.untyped_storage().data_ptr() for p in space["model"].parameters()}
    assert space["megabytes"]() == (True, pytest.approx(4 * batch * width * (depth + 1) / 1e6))
    space["model"].requires_grad_(False)
    assert space["megabytes"]() == (False, 0)


def rate_after(scheduler, calls):
    for _ in range(calls):
        scheduler.optimizer.step()
        scheduler.step()
    return scheduler.get_last_lr()[0]


def make_sgd():
    return SGD([torch.zeros(1)], lr=0.1)


def test_scheduler_per_batch():
    rates, *makers = (
        names_of("mistakes/loop/scheduler_per_batch")[n] for n in ("rates", "step_lr", "one_cycle")
    )
    wrong = [0.1 * 0.1 ** ((20 * epoch - 1) // 2) for epoch in range(1, 7)]
    assert rates(makers[0], per_batch=True) == " ".join(f"{rate:.0e}" for rate in wrong)
    # a tenth every two epochs, stepped by batches: gone within the first epochs
    assert rate_after(StepLR(make_sgd(), 2, 0.1), 20) == pytest.approx(0.1 * 0.1**10)
    cosine = CosineAnnealingLR(make_sgd(), T_max=6)
    assert rate_after(cosine, 6) == pytest.approx(0, abs=1e-9)
    assert rate_after(cosine, 6) == pytest.approx(0.1)
    for epochs, batches in ((6, 20), (100, 10), (10, 4), (3, 1000)):
        last = rate_after(OneCycleLR(make_sgd(), 0.1, total_steps=epochs * batches), epochs - 1)
        t = (epochs - 1) / (0.3 * epochs * batches - 1)
        assert t < 1  # in the warm-up
        assert last == pytest.approx(0.004 + (0.1 - 0.004) * (1 - math.cos(math.pi * t)) / 2)


@says(
    "mistakes/loop/optimizer_before_the_change",
    "new parameters stand still.",
    "A layer that is replaced afterwards has new ones: they get gradients, and nobody moves them.",
    "The rest of the model goes on learning around the random layer, so the loss may still fall.",
)
def test_optimizer_before_the_change():
    for change, keeps in (
        (lambda model: model.double(), True),
        (lambda model: model.load_state_dict(copy.deepcopy(model.state_dict())), True),
        (lambda model: model.load_state_dict(model.state_dict(), assign=True), False),
    ):
        model = nn.Linear(3, 2)
        before = list(map(id, model.parameters()))
        change(model)
        assert (list(map(id, model.parameters())) == before) == keeps
    # The rest goes on learning around a head that stands still.
    model = nn.Sequential(nn.Linear(4, 16), nn.Tanh(), nn.Linear(16, 9))
    optimizer = SGD(model.parameters(), lr=0.5)
    model[2] = nn.Linear(16, 3)
    head = model[2].weight.detach().clone()
    x, losses = torch.randn(90, 4), []
    for _ in range(100):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), x[:, :3].argmax(1))
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < 0.8 * losses[0]
    assert head.equal(model[2].weight)
    assert model[2].weight.grad is not None


@says(
    "mistakes/loop/graph_cut",
    "A factor from `.item()` is a constant: the gradient then lacks its part, and is not None.",
)
@pytest.mark.parametrize("value", [3.0, -0.5])
def test_graph_cut(value):
    w = torch.tensor(value, requires_grad=True)
    (w * w).backward()
    assert w.grad == 2 * value
    w.grad = None
    (w * w.item()).backward()  # lacks the part of the factor, and is not None
    assert w.grad == value
    for cut in (
        lambda h: h.detach(),
        lambda h: h.data,
        lambda h: torch.tensor(h.tolist()),
        lambda h: torch.as_tensor(h.detach().numpy()),
    ):
        assert not cut(w * 2).requires_grad


@says(
    "mistakes/loop/accumulated_without_dividing",
    "the gradient is too long.",
    "The mean losses of k equal parts give gradients that add up to k times that of the whole "
    "batch, batch norm and dropout aside.",
)
@pytest.mark.parametrize("parts", [2, 4, 8])
def test_accumulated_without_dividing(parts):
    x, target = torch.randn(16, 3, dtype=torch.float64), torch.randn(16, dtype=torch.float64)
    w = torch.zeros(3, dtype=torch.float64, requires_grad=True)
    for inputs, labels in zip(x.chunk(parts), target.chunk(parts), strict=True):
        F.mse_loss(inputs @ w, labels).backward()
    whole = 2 * x.T @ (x @ w.detach() - target) / 16
    torch.testing.assert_close(w.grad, parts * whole)
    for layer in (nn.BatchNorm1d(3), nn.Dropout(0.5)):
        model = nn.Sequential(nn.Linear(3, 3), layer, nn.Linear(3, 1)).double()
        weight, labels = model[0].weight, target.unsqueeze(1)
        (whole,) = torch.autograd.grad(F.mse_loss(model(x), labels), weight)
        for inputs, some in zip(x.chunk(parts), labels.chunk(parts), strict=True):
            F.mse_loss(model(inputs), some).backward()
        assert (weight.grad / parts - whole).norm() > 0.01 * whole.norm()


def test_accumulated_without_dividing_is_a_rate_times_k():
    space = names_of("mistakes/loop/accumulated_without_dividing")
    x, parts = space["x"].double().numpy(), space["parts"]
    top = np.linalg.eigvalsh(2 * x.T @ x / len(x)).max()
    assert 0.2 * top < 2 < 0.2 * parts * top  # below the limit, and above it
    growth = 0.2 * parts * np.linalg.eigvalsh(2 * x.T @ x / len(x)) - 1
    _, vectors = np.linalg.eigh(2 * x.T @ x / len(x))
    error = np.linalg.norm(growth**30 * (vectors.T @ space["best"].double().numpy()))
    assert space["train"](1, SGD) == f"8.0 times, error {error:.0e}"


@says(
    "mistakes/loop/clipped_too_late",
    "After `step` the weights have already moved by the long gradient; between `zero_grad` and "
    "`backward` there is none to clip, and it returns 0.",
    "It belongs between backward and step, where a step of SGD without momentum and weight decay "
    "is at most `lr * max_norm` long.",
)
@pytest.mark.parametrize(("max_norm", "lr"), [(1.0, 0.1), (3.0, 0.01)])
def test_clipped_too_late(max_norm, lr):
    w = torch.full((5,), 100.0, requires_grad=True)
    optimizer = SGD([w], lr=lr)
    assert nn.utils.clip_grad_norm_([w], max_norm) == 0
    start = w.detach().clone()
    w.square().sum().backward()
    nn.utils.clip_grad_norm_([w], max_norm)
    optimizer.step()
    # half a unit in the last place of 100 in each of five numbers
    assert (w - start).norm() <= lr * max_norm + 5**0.5 * 4e-6
    optimizer.zero_grad()
    start = w.detach().clone()
    w.square().sum().backward()
    optimizer.step()
    nn.utils.clip_grad_norm_([w], max_norm)
    assert (w - start).norm().item() == pytest.approx(2 * lr * start.norm().item(), rel=1e-4)


@says(
    "mistakes/loop/best_by_reference",
    "what was kept is the last epoch.",
    "`state_dict()` gives the model's own tensors, and the optimizer changes them in place: what "
    "was kept follows the training.",
    "A shallow copy, with `dict()`, `.copy()` or `copy.copy(model)`, holds the same tensors.",
)
@pytest.mark.parametrize("make", [SGD, Adam, AdamW])
def test_best_by_reference(make):
    model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4))
    shallow = [
        model.state_dict(),
        dict(model.state_dict()),
        model.state_dict().copy(),
        copy.copy(model).state_dict(),
    ]
    deep = copy.deepcopy(model.state_dict())
    optimizer = make(model.parameters(), lr=0.1)
    model(torch.randn(6, 3)).pow(3).sum().backward()
    optimizer.step()
    for name, now in model.state_dict().items():
        assert all(kept[name].equal(now) for kept in shallow)
    assert not deep["0.weight"].equal(model[0].weight)
    assert not deep["1.running_mean"].equal(model[1].running_mean)


def test_best_by_reference_by_hand():
    w, seen = 0.0, []
    for _ in range(20):
        w -= 0.1 * 2 * (w - 3)
        seen.append((w - 2) ** 2)
    line = names_of("mistakes/loop/best_by_reference")["losses"](lambda model: model.state_dict())
    assert line == f"best {min(seen):.2f}, last {seen[-1]:.2f}, restored {seen[-1]:.2f}"


@pytest.mark.parametrize(
    "body", [nn.Linear(3, 3), nn.LSTM(3, 3), nn.Sequential(nn.Conv2d(3, 3, 1))]
)
def test_frozen_by_attribute(body):
    body.requires_grad = body.trainable = False
    for p in body.eval().parameters():
        p.require_grad = False
    assert all(p.requires_grad for p in body.parameters())
    body = copy.deepcopy(body)
    del body.requires_grad
    assert not any(p.requires_grad for p in body.requires_grad_(False).parameters())


@says(
    "mistakes/loop/frozen_batch_norm",
    "batch norm still moves.",
    "The running statistics of batch norm are not weights: in training mode each forward pass "
    "moves them towards the batch, under `no_grad` too.",
)
@pytest.mark.parametrize("make", [nn.BatchNorm1d, nn.BatchNorm2d])
def test_frozen_batch_norm(make):
    body = make(3).requires_grad_(False)
    x = 4 + torch.randn(10, 3, *([5, 5] if make is nn.BatchNorm2d else []))
    with torch.no_grad():
        before = body.eval()(x)
        body.train()(x)
        moved = 0.1 * x.transpose(0, 1).flatten(1).mean(1)
        torch.testing.assert_close(body.running_mean, moved)
        assert not torch.allclose(body.eval()(x), before)


@says(
    "mistakes/loop/frozen_but_decayed",
    "decay and momentum still move the weight.",
    "A gradient of zeros is a gradient: weight decay acts, and momentum and the averages of Adam "
    "go on from the steps before.",
)
def test_frozen_but_decayed():
    space = names_of("mistakes/loop/frozen_but_decayed")
    moved = {name: space["way"](space["zeros"], *m) for name, m in space["METHODS"].items()}
    assert moved["momentum"] == round(-0.1 * sum(0.9**k for k in range(1, 11)), 2)
    assert moved["decay"] == round((1 - 0.1 * (1 + 0.1)) * ((1 - 0.01) ** 10 - 1), 2)
    steps = [
        -0.1 * (0.1 * 0.9 ** (t - 1) / (1 - 0.9**t))
        / math.sqrt(0.001 * 0.999 ** (t - 1) / (1 - 0.999**t))
        for t in range(2, 12)
    ]  # fmt: skip
    assert moved["Adam"] == round(sum(steps), 2)
    w = 1 * (1 - 0.01) - 0.1
    start = w
    for step in steps:
        w = w * (1 - 0.01) + step
    assert moved["AdamW"] == round(w - start, 2)


@says(
    "mistakes/loop/frozen_but_decayed",
    "This is what happens with `p.grad.zero_()`, `p.grad *= mask`, a loss times 0 or "
    "`zero_grad(set_to_none=False)`.",
    "For some rows of a tensor, write their old values back after each `step`.",
)
@pytest.mark.parametrize("make", [SGD, Adam, AdamW])
def test_frozen_but_decayed_other_ways(make):
    def moves(clear):
        w = torch.ones(4, 2, requires_grad=True)
        optimizer = make([w], lr=0.1, weight_decay=0.1)
        clear(w, optimizer)
        optimizer.step()
        return not w.eq(1).all()

    assert moves(lambda w, optimizer: (w.sum().backward(), w.grad.zero_()))
    assert moves(lambda w, optimizer: (w.sum().backward(), w.grad.mul_(torch.zeros(4, 1))))
    assert moves(lambda w, optimizer: (w.sum() * 0).backward())
    assert moves(lambda w, optimizer: (w.sum().backward(), optimizer.zero_grad(set_to_none=False)))
    assert not moves(lambda w, optimizer: (w.sum().backward(), optimizer.zero_grad()))
    # Some rows: their old values written back.
    w = torch.ones(4, 2, requires_grad=True)
    optimizer = make([w], lr=0.1, weight_decay=0.1)
    for _ in range(3):
        optimizer.zero_grad()
        w.square().sum().backward()
        kept = w[:2].detach().clone()
        optimizer.step()
        with torch.no_grad():
            w[:2] = kept
    assert w[:2].eq(1).all()
    assert w[2:].ne(1).all()


def test_seed_in_the_loop():
    def orders(prepare):
        generator = torch.Generator().manual_seed(0)
        loader = DataLoader(torch.arange(30), batch_size=4, shuffle=True, generator=generator)
        seen = set()
        for epoch in range(6):
            loader = prepare(epoch, loader) or loader
            seen.add(tuple(torch.cat(list(loader)).tolist()))
        return len(seen)

    def fresh(epoch, loader):
        generator = torch.Generator().manual_seed(0)
        return DataLoader(torch.arange(30), batch_size=4, shuffle=True, generator=generator)

    assert orders(lambda epoch, loader: None) == 6
    assert orders(fresh) == 1
    function = names_of("mistakes/loop/seed_in_the_loop")["orders_and_masks"]
    assert function(True).startswith("1 orders and 1 ")
    assert function(False).startswith("5 orders and 5")
