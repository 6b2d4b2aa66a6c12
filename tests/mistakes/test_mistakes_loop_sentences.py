"""What the sentences of mistakes/loop say, where test_mistakes_loop does not hold them."""

import copy
import inspect
import itertools
import weakref

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torch import nn
from torch.optim import SGD, Adam, AdamW
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    ExponentialLR,
    OneCycleLR,
    PolynomialLR,
    ReduceLROnPlateau,
    StepLR,
)
from torch.utils.data import DataLoader, TensorDataset
from torchvision.transforms import v2


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(1)


@says(
    "mistakes/loop/eval_forgotten",
    "In training mode dropout drops, and batch norm takes the mean and the variance of the batch "
    "at hand.",
)
def test_training_mode_of_dropout_and_batch_norm():
    x = 3 + 2 * torch.randn(50, 4)
    dropped = nn.Dropout(0.5)(torch.ones(1000)) == 0
    assert 400 < dropped.sum() < 600
    by_hand = (x - x.mean(0)) / (x.var(0, correction=0) + 1e-5).sqrt()
    torch.testing.assert_close(nn.BatchNorm1d(4)(x), by_hand)


@says("mistakes/loop/eval_forgotten", "`no_grad` and `inference_mode` change none of this.")
@pytest.mark.parametrize("mode", [torch.no_grad, torch.inference_mode])
def test_training_mode_without_gradients(mode):
    x = torch.randn(40, 6) + 5
    dropout, bn = nn.Dropout(0.5), nn.BatchNorm1d(6)
    with mode():
        assert not dropout(x).equal(dropout(x))
        assert not torch.allclose(bn(x)[:2], bn(x[:2]))
        assert bn.running_mean.ne(0).all()
        with pytest.raises(ValueError, match="more than 1 value per channel"):
            bn(x[:1])


@says(
    "mistakes/loop/eval_forgotten",
    "Batch norm makes small batches score low, and sorted data near chance, for a batch then "
    "holds one class.",
)
def test_batch_norm_in_training_mode_scores():
    target = torch.arange(300) % 10
    x = 5 + torch.randn(300, 10) + 4 * F.one_hot(target, 10)  # the class is the largest
    bn = nn.BatchNorm1d(10, momentum=None)
    bn(x)

    def accuracy(order, size):
        scores = torch.cat([bn(x[batch]) for batch in order.split(size)])
        return (scores.argmax(1) == target[order]).double().mean().item()

    anyhow, by_class = torch.randperm(300), target.argsort()
    assert accuracy(anyhow, 2) < 0.9 < 0.95 < accuracy(anyhow, 100)
    assert accuracy(by_class, 30) < 0.25 < 0.9 < accuracy(anyhow, 30)
    bn.eval()
    assert accuracy(anyhow, 2) == accuracy(by_class, 30) > 0.95


@says(
    "mistakes/loop/zero_grad_forgotten",
    "At the start the loss may fall faster than it should, which hides the mistake.",
)
def test_zero_grad_forgotten_falls_faster_at_the_start():
    def losses(clear):
        w = torch.ones(3, requires_grad=True)
        optimizer, seen = SGD([w], lr=0.01), []
        for _ in range(10):
            if clear:
                optimizer.zero_grad()
            loss = w.square().sum()
            loss.backward()
            optimizer.step()
            seen.append(loss.item())
        return seen

    assert losses(False)[:2] == losses(True)[:2]
    assert all(a < b for a, b in zip(losses(False)[2:], losses(True)[2:], strict=True))


@says(
    "mistakes/loop/train_forgotten",
    "after the first validation the model stays in eval mode.",
    "From the second epoch on dropout drops nothing and the running statistics of batch norm "
    "stand still, so training goes on with those of the first epoch and without the "
    "regularization.",
)
def test_train_forgotten_after_the_first_epoch():
    bn, dropout = nn.BatchNorm1d(5), nn.Dropout(0.5)
    model = nn.Sequential(bn, dropout, nn.Linear(5, 3))
    optimizer = SGD(model.parameters(), lr=0.1)
    for epoch in range(3):
        x = epoch + torch.randn(60, 5)
        optimizer.zero_grad()
        output = model(x)
        if epoch == 0:
            assert model.training
            statistics = bn.running_mean.clone(), bn.running_var.clone()
        else:
            assert not model.training
            plain = (x - statistics[0]) / (statistics[1] + 1e-5).sqrt()
            torch.testing.assert_close(output, model[2](plain * bn.weight + bn.bias))
            assert bn.running_mean.equal(statistics[0])
            assert bn.running_var.equal(statistics[1])
        F.cross_entropy(output, torch.arange(60) % 3).backward()
        optimizer.step()
        model.eval()  # as a validation does


class Saved:
    def __init__(self, tensor, living):
        self.tensor = tensor.detach()
        living.add(self)


@says("mistakes/loop/no_grad_forgotten", "Outputs collected in a list keep that of every batch.")
@pytest.mark.parametrize("batches", [1, 2, 5])
def test_outputs_collected_keep_what_was_saved(batches):
    model, living = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 2)), weakref.WeakSet()
    with torch.autograd.graph.saved_tensors_hooks(lambda t: Saved(t, living), lambda s: s.tensor):
        model(torch.ones(3, 4))
        assert len(living) == 0  # the output has gone
        outputs = [model(torch.ones(3, 4))]
        of_one = len(living)
        outputs += [model(torch.ones(3, 4)) for _ in range(batches - 1)]
    assert len(living) == batches * of_one > 0


@says(
    "mistakes/loop/no_grad_forgotten",
    "The numbers are right; the memory is for all layers at once, and is held until the output "
    "goes.",
    "Inside `no_grad` or `inference_mode` nothing is saved.",
)
@pytest.mark.parametrize("depth", [1, 3])
@pytest.mark.parametrize("mode", [torch.no_grad, torch.inference_mode])
def test_what_a_forward_pass_holds(mode, depth):
    layers = [m for _ in range(depth) for m in (nn.Linear(4, 4), nn.Tanh())]
    model, living, x = nn.Sequential(*layers).eval(), weakref.WeakSet(), torch.randn(3, 4)
    with torch.autograd.graph.saved_tensors_hooks(lambda t: Saved(t, living), lambda s: s.tensor):
        output = model(x)
        saved = {s.tensor.data_ptr() for s in living} - {p.data_ptr() for p in model.parameters()}
        assert len(saved) == 1 + depth  # the input, and the result of each layer
        number = output.detach().clone()
        del output
        assert len(living) == 0
        with mode():
            without = model(x)
        assert len(living) == 0
    assert without.equal(number)
    assert without.grad_fn is None


def nodes(root):
    seen, todo = set(), [root]
    while todo:
        node = todo.pop()
        if node is not None and node not in seen:
            seen.add(node)
            todo += [following for following, _ in node.next_functions]
    return len(seen)


@says(
    "mistakes/loop/graphs_kept",
    "A loss in a list, or in `total += loss`, keeps the graph that it was computed by.",
)
def test_a_sum_of_losses_keeps_their_graphs():
    w, total, counts, kept = torch.ones(3, requires_grad=True), 0.0, [], []
    for _ in range(4):
        loss = w.exp().sum()
        kept.append(loss)
        total += loss
        counts.append(nodes(total.grad_fn))
    assert (np.diff(counts) == 3).all()  # exp, sum, and the addition
    for value in (*kept, total):
        w.grad = None
        value.backward(retain_graph=True)
        assert w.grad is not None


CHANGES = {
    "assign": lambda m: (m.load_state_dict(copy.deepcopy(m.state_dict()), assign=True), m)[1],
    "deepcopy": copy.deepcopy,
    "double": lambda m: m.double(),
    "load": lambda m: (m.load_state_dict(copy.deepcopy(m.state_dict())), m)[1],
}


@says(
    "mistakes/loop/optimizer_before_the_change",
    "An optimizer holds the parameter objects that it was given.",
    "The same happens after `load_state_dict(assign=True)` and `copy.deepcopy(model)`; "
    "`.double()` and an ordinary `load_state_dict` keep the objects.",
)
@pytest.mark.parametrize("change", CHANGES)
def test_optimizer_of_the_objects_that_it_was_given(change):
    model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 3))
    given_ = list(model.parameters())
    optimizer = AdamW(given_, lr=0.1)
    assert all(a is b for a, b in zip(optimizer.param_groups[0]["params"], given_, strict=True))
    model = CHANGES[change](model)
    before = [p.detach().clone() for p in model.parameters()]
    x = torch.randn(6, 4, dtype=before[0].dtype)
    model(x).square().sum().backward()
    optimizer.step()
    assert all(p.grad is not None for p in model.parameters())
    moved = [not p.equal(b) for p, b in zip(model.parameters(), before, strict=True)]
    assert moved == [change in ("double", "load")] * len(before)


CUTS = {
    "detach": lambda h: h.detach().tanh(),
    "data": lambda h: h.data.tanh(),
    "tolist": lambda h: torch.tensor(h.tolist()).tanh(),
    "numpy": lambda h: torch.from_numpy(np.tanh(h.detach().numpy())),
    "tensor": lambda h: torch.tensor(h).tanh(),
}


@says(
    "mistakes/loop/graph_cut",
    "the layers before it never learn.",
    "`.detach()`, `.data`, `.tolist()`, NumPy or `torch.tensor` in the middle of `forward` ends "
    "the graph there.",
    "The layers behind it train and the loss falls, less far; those before it keep `.grad` None "
    "and their random weights.",
)
@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.filterwarnings("ignore:To copy construct")
def test_graph_cut_trains_what_is_behind(cut):
    def train(activation):
        torch.manual_seed(0)
        first, last = nn.Linear(8, 2), nn.Linear(2, 6)
        start = first.weight.detach().clone()
        optimizer = AdamW([*first.parameters(), *last.parameters()], lr=0.1)
        target = torch.arange(60) % 6
        x = torch.randn(60, 8) + 3 * F.one_hot(target, 8)
        losses = []
        for _ in range(30):
            optimizer.zero_grad()
            loss = F.cross_entropy(last(activation(first(x))), target)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        return first.weight.grad is None, first.weight.equal(start), losses

    no_gradient, stands, losses = train(CUTS[cut])
    assert no_gradient
    assert stands
    assert losses[-1] < 0.9 * losses[0]
    no_gradient, stands, uncut = train(torch.tanh)
    assert not no_gradient
    assert not stands
    assert uncut[-1] < losses[-1] - 0.1


def rates(make, calls, lr=0.1):
    optimizer = SGD([torch.zeros(1)], lr=lr)
    scheduler, seen = make(optimizer), []
    for _ in range(calls):
        optimizer.step()
        scheduler.step()
        seen.append(optimizer.param_groups[0]["lr"])
    assert scheduler.last_epoch == calls
    return seen


@says(
    "mistakes/loop/scheduler_per_batch",
    "A scheduler counts its own calls and does not know what they stand for.",
)
def test_scheduler_counts_its_calls():
    for make in (lambda o: StepLR(o, 3), lambda o: CosineAnnealingLR(o, 9)):
        assert len(set(rates(make, 5))) > 1
    optimizer = SGD([torch.zeros(1)], lr=0.1)
    plateau = ReduceLROnPlateau(optimizer, patience=3)
    for _ in range(5):
        plateau.step(1.0)
    assert plateau.last_epoch == 5
    takes = inspect.signature(StepLR.__init__).parameters
    assert not {"epochs", "batches", "steps_per_epoch"} & takes.keys()


@says(
    "mistakes/loop/scheduler_per_batch",
    "A decay over 100 epochs, stepped in batches, is over after 100 batches, and training stands "
    "still; a cosine goes down and up again.",
)
def test_decay_of_100_epochs_in_batches():
    for make in (
        lambda o: PolynomialLR(o, total_iters=100),
        lambda o: ExponentialLR(o, gamma=1e-4 ** (1 / 100)),
        lambda o: StepLR(o, step_size=25),
        lambda o: CosineAnnealingLR(o, T_max=100),
    ):
        seen = rates(make, 300)
        assert seen[49] > 1e-4
        assert seen[99] <= 1.01e-5
        if make(SGD([torch.zeros(1)], lr=0.1)).__class__ is not CosineAnnealingLR:
            assert max(seen[99:]) <= 1.01e-5  # stands still
        else:
            assert (seen[199], seen[299]) == pytest.approx((0.1, 0), abs=1e-9)  # up and down


@says(
    "mistakes/loop/scheduler_per_batch",
    "`OneCycleLR`, set up in batches and stepped once an epoch, stays in its warm-up if an epoch "
    "has four batches or more.",
)
@given(epochs=st.integers(1, 40), batches=st.integers(4, 30))
def test_one_cycle_once_an_epoch(epochs, batches):
    seen = [0.1 / 25]
    seen += rates(lambda o: OneCycleLR(o, 0.1, total_steps=epochs * batches), epochs - 1)
    assert seen == sorted(seen)
    assert seen[-1] < 0.1
    if epochs > 9:
        few = rates(lambda o: OneCycleLR(o, 0.1, total_steps=epochs * 3), epochs - 1)
        assert few != sorted(few)  # with three batches it is past the top


@says(
    "mistakes/loop/best_by_reference",
    "Loading it back changes nothing, and the score is that of the last epoch.",
)
def test_loading_what_was_kept_by_reference():
    for keep in (lambda m: m.state_dict(), lambda m: m.state_dict().copy(), copy.deepcopy):
        model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4))
        best = keep(model)
        is_deep = isinstance(best, nn.Module)
        best = best.state_dict() if is_deep else best
        optimizer, x = Adam(model.parameters(), lr=0.1), torch.randn(6, 3)
        for _ in range(3):
            model(x).pow(3).sum().backward()
            optimizer.step()
        last = copy.deepcopy(model).eval()(x)
        model.load_state_dict(best)
        assert model.eval()(x).equal(last) != is_deep


def attribute(body):
    body.requires_grad = False


def keras(body):
    body.trainable = False


def misspelt(body):
    for parameter in body.parameters():
        parameter.require_grad = False


@says(
    "mistakes/loop/frozen_by_attribute",
    "nothing is frozen.",
    "A module has no such switch: the line makes a new attribute that PyTorch does not read, and "
    "all its parameters go on learning.",
    "So does `trainable = False`, as in Keras, and `require_grad`, one letter short, on a "
    "parameter.",
    "`eval()` does not freeze either.",
)
@pytest.mark.parametrize("freeze", [attribute, keras, misspelt, nn.Module.eval])
@pytest.mark.parametrize("make", [lambda: nn.Linear(3, 3), lambda: nn.Conv1d(2, 2, 1)])
def test_frozen_by_attribute_goes_on_learning(freeze, make):
    body = make()
    assert not hasattr(body, "requires_grad")
    assert not hasattr(body, "trainable")
    assert not hasattr(body.weight, "require_grad")
    freeze(body)
    before = [p.detach().clone() for p in body.parameters()]
    body(torch.ones(2, 3)).sum().backward()
    SGD(body.parameters(), lr=0.1).step()
    assert not any(p.equal(b) for p, b in zip(body.parameters(), before, strict=True))


@says(
    "mistakes/loop/frozen_batch_norm",
    "`requires_grad_(False)` stops the weights.",
    "The body's output in eval mode then changes from epoch to epoch, and what was computed with "
    "it before no longer fits.",
)
def test_frozen_batch_norm_from_epoch_to_epoch():
    body = nn.Sequential(nn.Linear(3, 3), nn.BatchNorm1d(3)).requires_grad_(False)
    head, x = nn.Linear(3, 2), 4 + torch.randn(10, 3)
    optimizer = AdamW([*body.parameters(), *head.parameters()], lr=0.1)
    before, outputs = [p.clone() for p in body.parameters()], [body.eval()(x)]
    for _ in range(3):
        body.train()
        optimizer.zero_grad()
        head(body(x)).square().sum().backward()
        optimizer.step()
        outputs.append(body.eval()(x))
    assert all(p.equal(b) for p, b in zip(body.parameters(), before, strict=True))
    for earlier, later in itertools.pairwise(outputs):
        assert not torch.allclose(later, earlier, atol=1e-3)


@says(
    "mistakes/loop/accumulated_without_dividing",
    "For SGD this is k times the learning rate: training diverges where the rate was not far "
    "below its limit.",
    "Adam hardly notices, since it divides by the size of the gradient; clipping does, for the "
    "norm is k times as long.",
)
@pytest.mark.parametrize("parts", [2, 8])
def test_accumulated_without_dividing_by_optimizer(parts):
    x, target = torch.randn(64, 3).double(), torch.randn(64).double()

    def train(make, divisor, lr, steps, max_norm=None):
        w = torch.zeros(3, dtype=torch.float64, requires_grad=True)
        optimizer = make([w], lr=lr)
        for _ in range(steps):
            optimizer.zero_grad()
            for inputs, labels in zip(x.chunk(parts), target.chunk(parts), strict=True):
                (F.mse_loss(inputs @ w, labels) / divisor).backward()
            norm = nn.utils.clip_grad_norm_([w], max_norm or torch.inf)
            optimizer.step()
        return w.detach(), norm

    # plain SGD: a rate k times as long; one not far below its limit diverges
    torch.testing.assert_close(train(SGD, 1, 0.01, 9)[0], train(SGD, parts, 0.01 * parts, 9)[0])
    limit = 2 / np.linalg.eigvalsh(2 * x.numpy().T @ x.numpy() / 64).max()
    for part_of_the_limit, diverges in ((0.9, True), (0.9 / parts, False)):
        lr = part_of_the_limit * limit
        assert train(SGD, parts, lr, 30)[0].norm() < 10
        assert (train(SGD, 1, lr, 30)[0].norm() > 1e6) == diverges
    torch.testing.assert_close(train(Adam, 1, 0.1, 9)[0], train(Adam, parts, 0.1, 9)[0])
    (short, norm), (longer, norm_of_sum) = train(SGD, parts, 0.1, 1), train(SGD, 1, 0.1, 1)
    assert norm_of_sum == pytest.approx(parts * norm)
    clipped = [train(SGD, divisor, 0.1, 1, 1.01 * norm)[0] for divisor in (parts, 1)]
    assert clipped[0].equal(short)
    assert clipped[1].norm() < 0.6 * longer.norm()


@says(
    "mistakes/loop/clipped_too_late",
    "`clip_grad_norm_` changes `.grad` at that moment and nothing else.",
)
def test_clipping_changes_the_gradients_of_now():
    w = torch.tensor([3.0, 4.0], requires_grad=True)
    optimizer = Adam([w], lr=0.1)
    (w * w.detach()).sum().backward()
    start = w.detach().clone()
    state = copy.deepcopy(optimizer.state_dict())
    assert nn.utils.clip_grad_norm_([w], 1.0) == 5
    torch.testing.assert_close(w.grad, torch.tensor([0.6, 0.8]))
    assert w.equal(start)
    assert optimizer.state_dict() == state
    optimizer.zero_grad()
    (w * w.detach()).sum().backward()
    assert w.grad.tolist() == [3, 4]  # the next is as long as before


OPTIMIZERS = [
    (SGD, {"momentum": 0.9, "weight_decay": 0.1}),
    (Adam, {"weight_decay": 0.1}),
    (AdamW, {"weight_decay": 0.1}),
    (torch.optim.RMSprop, {"momentum": 0.9, "weight_decay": 0.1}),
    (torch.optim.Muon, {"weight_decay": 0.1}),
    (torch.optim.LBFGS, {"max_iter": 3}),
]


@says(
    "mistakes/loop/frozen_but_decayed",
    "A `.grad` of None is passed over, except by `LBFGS`: `requires_grad_(False)`, then "
    "`zero_grad()` once; see freeze.",
)
@pytest.mark.parametrize(("make", "options"), OPTIMIZERS)
def test_a_gradient_of_none_is_passed_over(make, options):
    w, body = torch.ones(2, 2, requires_grad=True), torch.ones(2, 2, requires_grad=True)
    optimizer = make([w, body], lr=0.1, **options)
    matrix = torch.randn(8, 8)
    matrix = matrix @ matrix.T + torch.eye(8)

    def closure():
        optimizer.zero_grad()
        both = torch.cat([w.flatten(), body.flatten()])
        loss = both @ matrix @ both / 2
        loss.backward()
        return loss

    optimizer.step(closure)
    body.requires_grad_(False)
    optimizer.zero_grad()
    before = body.clone(), w.detach().clone()
    optimizer.step(closure)
    assert body.grad is None
    assert not w.equal(before[1])
    assert body.equal(before[0]) == (make is not torch.optim.LBFGS)


def one_epoch(loader, dropout):
    batches = [x for (x,) in loader]
    return (
        tuple(torch.cat(batches).flatten(1)[:, 0].int().tolist()),
        tuple(dropout(torch.ones(40)).tolist()),
        tuple(v2.RandomResizedCrop(4, antialias=True)(torch.arange(64.0).view(1, 8, 8))[0, 0]),
    )


def seed_everything(seed):
    torch.manual_seed(seed)


@says(
    "mistakes/loop/seed_in_the_loop",
    "`torch.manual_seed` sets the global generator back to its start.",
    "every epoch is the same epoch.",
    "In the epoch loop, or in a function called there, it makes each epoch draw the same "
    "shuffle, dropout masks and augmentations.",
)
@pytest.mark.parametrize("seed", [torch.manual_seed, seed_everything, None])
def test_seed_in_the_loop_repeats_the_epoch(seed):
    loader = DataLoader(TensorDataset(torch.arange(30.0)[:, None]), batch_size=4, shuffle=True)
    dropout, epochs = nn.Dropout(0.5), []
    torch.manual_seed(3)
    start = torch.rand(2)
    for _ in range(4):
        if seed:
            seed(3)
            assert torch.rand(2).equal(start)
        epochs.append(one_epoch(loader, dropout))
    for part in zip(*epochs, strict=True):
        assert len({str(p) for p in part}) == (1 if seed else 4)


@says(
    "mistakes/loop/seed_in_the_loop",
    "A generator made anew for each epoch does the same to the shuffle.",
)
@pytest.mark.parametrize("number", [0, 7, 123])
def test_generator_made_anew(number):
    def order(generator):
        loader = DataLoader(range(30), batch_size=4, shuffle=True, generator=generator)
        return torch.cat(list(loader)).tolist()

    kept = torch.Generator().manual_seed(number)
    first, second, anew = order(kept), order(kept), torch.Generator().manual_seed(number)
    assert order(anew) == first != second
