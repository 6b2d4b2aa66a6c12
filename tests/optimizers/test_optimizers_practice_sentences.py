"""What the sentences of optimizers/practice say."""

import importlib
import inspect
import math

import pytest
import torch
import torch.nn.functional as F
import torchvision
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import needs_cuda, says
from torch import nn, optim
from torch.optim.swa_utils import SWALR, AveragedModel, get_ema_multi_avg_fn, update_bn
from torch.utils._python_dispatch import TorchDispatchMode

METHODS = [
    method
    for name in optim.__all__
    if isinstance(method := getattr(optim, name), type) and name != "Optimizer"
]
NAMES = {"ids": lambda method: method.__name__}


def moved(method, grad, start=1.0, **options):
    """How far one step moves a weight, in float64."""
    w = torch.tensor([[start]], dtype=torch.float64, requires_grad=True)
    w.grad = torch.full_like(w, grad)
    method([w], **options).step()
    return start - w.item()


@says(
    "optimizers/practice",
    "Clipping stands between `backward` and `step`, averaging after `step`; decay is an "
    "option of the optimizer, by group.",
)
def test_where_clipping_and_averaging_stand():
    model = nn.Linear(2, 1, bias=False)
    optimizer = optim.SGD([{"params": model.parameters(), "weight_decay": 0.5}], lr=1.0)
    averaged, before = AveragedModel(model), model.weight.detach().clone()
    model(torch.full((1, 2), 100.0)).sum().backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    averaged.update_parameters(model)
    length = (model.weight - 0.5 * before).norm()
    torch.testing.assert_close(length.detach(), torch.tensor(1.0), rtol=1e-4, atol=0)
    assert averaged.module.weight.equal(model.weight)


@says("optimizers/practice/weight_decay", r"SGD and Adam add $\lambda \theta$ to the gradient.")
@given(decay=st.floats(0.01, 1), grad=st.floats(-2, 2), w=st.floats(0.1, 3))
def test_decay_is_added_to_the_gradient(decay, grad, w):
    for method in (optim.SGD, optim.Adam):
        whole = moved(method, grad + decay * w, w, lr=0.1)
        assert math.isclose(moved(method, grad, w, lr=0.1, weight_decay=decay), whole, abs_tol=1e-9)


@says(
    "optimizers/practice/weight_decay",
    "In Adam it is then divided by the size of the gradient, so a weight whose gradient is 0"
    r" moves a whole `lr`, for $\lambda$ of 1 as for 1e-4.",
    "AdamW shrinks the weight itself.",
    "`decoupled_weight_decay=True` makes Adam do so.",
    "All three leave a weight whose `.grad` is None as it is.",
)
@given(decay=st.floats(1e-4, 1), w=st.floats(0.5, 3))
def test_a_weight_without_gradient_moves_a_whole_lr(decay, w):
    options = {"lr": 0.1, "weight_decay": decay}
    assert math.isclose(moved(optim.Adam, 0.0, w, **options), 0.1, rel_tol=1e-3)
    shrunk = moved(optim.AdamW, 0.0, w, **options)
    assert math.isclose(shrunk, 0.1 * decay * w, rel_tol=1e-6)
    decoupled = moved(optim.Adam, 0.0, w, decoupled_weight_decay=True, **options)
    assert math.isclose(decoupled, shrunk, rel_tol=1e-9)
    for method in (optim.SGD, optim.Adam, optim.AdamW):
        unused = torch.tensor([w], requires_grad=True)
        method([unused], **options).step()
        assert unused.equal(torch.tensor([w]))


@says(
    "optimizers/practice/decay_groups",
    "They have one dimension, unless a `LayerNorm` spans several; matrices and kernels, but "
    "embeddings and class tokens too, have more.",
)
def test_dimensions_of_what_is_decayed():
    for norm in (nn.LayerNorm(4), nn.BatchNorm2d(4), nn.GroupNorm(2, 4), nn.RMSNorm(4)):
        assert norm.weight.dim() == 1
    assert nn.LayerNorm((4, 4)).weight.dim() == nn.LayerNorm((4, 4)).bias.dim() == 2
    attention = nn.MultiheadAttention(4, 2)
    assert nn.Linear(4, 2).bias.dim() == nn.Conv2d(1, 2, 3).bias.dim() == 1
    assert attention.in_proj_bias.dim() == 1
    more = [nn.Linear(4, 2).weight, nn.Conv1d(1, 2, 3).weight, nn.Conv2d(1, 2, 3).weight]
    more += [attention.in_proj_weight, nn.Embedding(5, 4).weight]
    more.append(torchvision.models.VisionTransformer(8, 4, 1, 1, 4, 4).class_token)
    assert min(p.dim() for p in more) >= 2


@says("optimizers/practice/l1_penalty", "No optimizer has it as an option.")
def test_no_optimizer_has_an_l1_penalty():
    for method in METHODS:
        assert not [name for name in inspect.signature(method).parameters if "l1" in name.lower()]
        options = inspect.signature(method).parameters
        if "weight_decay" in options and method not in (optim.Adafactor, optim.SparseAdam):
            # Twice the weight decays by another length, or by the sign, whatever the weight: by L2.
            pulls = [moved(method, 0.0, w, lr=0.01, weight_decay=0.1) for w in (1e-12, 1.0)]
            assert pulls[0] < 1e-3 * pulls[1]


@says(
    "optimizers/practice/l1_penalty",
    "It drives weights toward zero; exact zeros need a shrinking step instead (`Softshrink`).",
)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_exact_zeros_need_a_shrinking_step(seed):
    random = torch.Generator().manual_seed(seed)
    x = torch.randn(32, 4, generator=random)
    y = x[:, :1] * 2
    ends = []
    for shrink in (False, True):
        w = torch.full((4, 1), 0.5, requires_grad=True)
        optimizer = optim.SGD([w], lr=0.05)
        for _ in range(300):
            loss = F.mse_loss(x @ w, y) + (0 if shrink else 0.1 * w.abs().sum())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            if shrink:
                with torch.no_grad():
                    w.copy_(F.softshrink(w, 0.05 * 0.1))
        ends.append(w.detach()[1:])
    assert 0 < ends[0].abs().max() < 0.03
    assert ends[1].count_nonzero() == 0


@says("optimizers/practice/clip_grad_norm", "Between `backward` and `step`.")
def test_clipping_after_the_step_is_too_late():
    lengths = []
    for order in ("clip, step", "step, clip"):
        w = torch.zeros(2, requires_grad=True)
        optimizer = optim.SGD([w], lr=1.0)
        (30 * w[0] + 40 * w[1]).backward()
        for part in order.split(", "):
            nn.utils.clip_grad_norm_([w], 1.0) if part == "clip" else optimizer.step()
        lengths.append(round(w.detach().norm().item(), 3))
    assert lengths == [1.0, 50.0]


@says("optimizers/practice/clip_grad_value", "limit every element.")
@says("optimizers/practice/clip_grad_value", "Clamps each number to -clip to clip.")
@says(
    "optimizers/practice/clip_grad_value",
    "The direction of the gradient changes, unlike with `clip_grad_norm_`.",
)
@given(grad=st.lists(st.floats(1.5, 1000), min_size=2, max_size=5, unique=True))
def test_clamping_changes_the_direction(grad):
    grad = [g * sign for g, sign in zip(grad, [1, -1, 1, -1, 1], strict=False)]
    grad = torch.tensor([*grad, 0.5], dtype=torch.float64)
    ends = []
    for clip in (nn.utils.clip_grad_value_, nn.utils.clip_grad_norm_):
        w = torch.zeros(len(grad), dtype=torch.float64, requires_grad=True)
        w.grad = grad.clone()
        clip([w], 1.0)
        ends.append(w.grad)
    assert ends[0].tolist() == [*grad[:-1].sign(), 0.5]  # all but the last are beyond 1
    cosines = [F.cosine_similarity(end, grad, dim=0).item() for end in ends]
    assert math.isclose(cosines[1], 1, rel_tol=1e-12)
    assert torch.allclose(ends[1] * grad.norm(), grad)
    assert not torch.allclose(ends[0] / ends[0].norm(), grad / grad.norm(), rtol=1e-9, atol=0)


@says("optimizers/practice/accumulate", "Batch norm still sees the small ones.")
@pytest.mark.parametrize("parts", [2, 4])
def test_batch_norm_sees_the_small_batches(parts):
    torch.manual_seed(0)
    x, seen = torch.randn(8, 3), []
    norm = nn.BatchNorm1d(3, momentum=None)
    model = nn.Sequential(norm, nn.Linear(3, 1))
    grads = []
    for pieces in ([x], x.chunk(parts)):
        model.zero_grad()
        for part in pieces:
            (model(part).pow(2).mean() / len(pieces)).backward()
            seen.append(norm.num_batches_tracked.item())
        grads.append(model[1].weight.grad)
    assert seen[-1] == 1 + parts
    assert not torch.allclose(*grads)


@says(
    "optimizers/practice/accumulate",
    "With a mean over rows and equal parts the gradient equals that of the large batch; "
    "without the division it is that many times as large.",
)
@pytest.mark.parametrize("parts", [2, 4, 8])
@pytest.mark.parametrize("loss_fn", [F.mse_loss, F.l1_loss, F.huber_loss])
def test_without_the_division_the_gradient_is_that_many_times_as_large(parts, loss_fn):
    torch.manual_seed(0)
    x, y, model = torch.randn(16, 3), torch.randn(16, 1), nn.Linear(3, 1)

    def gradient(pieces, divisor):
        model.zero_grad()
        for inputs, targets in zip(x.chunk(pieces), y.chunk(pieces), strict=True):
            (loss_fn(model(inputs), targets) / divisor).backward()
        return model.weight.grad

    whole = gradient(1, 1)
    torch.testing.assert_close(gradient(parts, parts), whole)
    torch.testing.assert_close(gradient(parts, 1), parts * whole)


class Operations(TorchDispatchMode):
    """The operations that touch weights, without bookkeeping of step numbers."""

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        self.names.append(func.overloadpacket.__name__)
        return func(*args, **kwargs or {})


def operations(method, count, device="cpu", **options):
    ps = [torch.ones(3, 3, device=device, requires_grad=True) for _ in range(count)]
    for p in ps:
        p.grad = torch.ones_like(p)
    optimizer = method(ps, lr=0.1, **options)
    optimizer.step()
    mode = Operations()
    mode.names = []
    with mode:
        optimizer.step()
    return [name for name in mode.names if not name.startswith("_record")]


FOREACH = [m for m in METHODS if "foreach" in inspect.signature(m).parameters]


@says("optimizers/practice/foreach_and_fused", "the same step, in fewer kernels.")
@says(
    "optimizers/practice/foreach_and_fused",
    "`foreach` runs operations on all parameters at once, on a GPU by default (Adafactor:"
    " when asked).",
)
@pytest.mark.parametrize("method", FOREACH, **NAMES)
def test_foreach_runs_an_operation_on_all_parameters(method, monkeypatch):
    def multi(**options):
        return sum(name.startswith("_foreach") for name in operations(method, 9, **options))

    few, many = (len(operations(method, 9, foreach=flag)) for flag in (True, False))
    assert few < many
    assert multi(foreach=True) > 0 == multi(foreach=False) == multi()  # on a CPU
    # A CPU that passes for a GPU.
    module = importlib.import_module("torch.optim.optimizer")
    monkeypatch.setattr(module, "_get_foreach_kernels_supported_devices", lambda: ["cpu"])
    assert bool(multi()) == (method is not optim.Adafactor)


@says(
    "optimizers/practice/foreach_and_fused",
    "`foreach` runs operations on all parameters at once, on a GPU by default (Adafactor:"
    " when asked).",
)
@needs_cuda
@pytest.mark.parametrize("method", FOREACH, **NAMES)
def test_foreach_is_the_default_on_a_gpu(method):
    is_foreach = any(name.startswith("_foreach") for name in operations(method, 9, device="cuda"))
    assert is_foreach == (method is not optim.Adafactor)


@says(
    "optimizers/practice/foreach_and_fused",
    "`fused` is one operation in all, for SGD, Adam, AdamW and Adagrad.",
)
@pytest.mark.parametrize("method", [optim.SGD, optim.Adam, optim.AdamW, optim.Adagrad], **NAMES)
def test_fused_is_one_operation(method):
    names = operations(method, 20, fused=True)
    counted = [name for name in names if name not in ("_foreach_add_", "lift_fresh")]
    assert counted == [f"_fused_{method.__name__.lower()}_"]


@says(
    "optimizers/practice/foreach_and_fused",
    "`capturable` lets a CUDA graph record the step: Adadelta, Adam and its relatives "
    "(Adamax, AdamW, NAdam, RAdam), ASGD, RMSprop, Rprop.",
)
@needs_cuda
@pytest.mark.parametrize("method", [optim.Adam, optim.NAdam, optim.ASGD, optim.Rprop], **NAMES)
def test_a_graph_records_the_step(method):
    w = torch.ones(3, device="cuda", requires_grad=True)
    w.grad = torch.ones_like(w)
    optimizer = method([w], capturable=True)
    stream = torch.cuda.Stream()
    stream.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(stream):
        optimizer.step()
    torch.cuda.current_stream().wait_stream(stream)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        optimizer.step()
    before = w.detach().clone()
    graph.replay()
    assert (w < before).all()


@says(
    "optimizers/practice/weight_averaging",
    "Stochastic weight averaging: train as usual, then keep a constant rate (`SWALR`) and average.",
    "The averaged model often does better on new data.",
)
def test_the_average_is_nearer_to_the_truth():
    """Linear regression from noisy batches of eight, at a constant rate at the end."""
    truth, better = torch.randn(10, 1, generator=torch.Generator().manual_seed(9)), 0
    for seed in range(5):
        torch.manual_seed(seed)
        model = nn.Linear(10, 1, bias=False)
        optimizer, averaged = optim.SGD(model.parameters(), lr=0.1), AveragedModel(model)
        scheduler = SWALR(optimizer, swa_lr=0.05, anneal_epochs=5)
        for step in range(100):
            x = torch.randn(8, 10)
            loss = (model(x) - x @ truth - torch.randn(8, 1)).pow(2).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            if step >= 40:
                scheduler.step()
                averaged.update_parameters(model)
        x = torch.randn(1000, 10)
        error, averages = ((m(x) - x @ truth).pow(2).mean() for m in (model, averaged))
        better += bool(averages < error)
        assert optimizer.param_groups[0]["lr"] == pytest.approx(0.05)
    assert better >= 4


@says(
    "optimizers/practice/weight_averaging",
    "Its batch norm statistics are those of the last weights: `update_bn` computes its "
    "own from the training data.",
    "the last four",
)
def test_update_bn_computes_statistics_of_the_average():
    names = names_of("optimizers/practice/weight_averaging")
    model, averaged, x = names["model"], names["averaged"], names["x"]
    assert len(names["seen"]) == 4 < names["epoch"]
    torch.testing.assert_close(names["seen"][-1], model[0].weight.detach())
    hidden = averaged.module[0](x).detach()
    torch.testing.assert_close(averaged.module[1].running_mean, hidden.mean(dim=0))
    averaged.update_parameters(model)
    assert averaged.module[1].running_mean.equal(model[1].running_mean)
    update_bn([x], averaged)
    assert not averaged.module[1].running_mean.equal(model[1].running_mean)


@says("optimizers/practice/exponential_average", "A decay of 0.999 averages over about 1000 steps.")
@pytest.mark.parametrize("decay", [0.9, 0.99, 0.999])
def test_how_many_steps_a_decay_averages(decay):
    """Feed a single 1: what is left of it over time is the weight of each step."""
    p, ones = [torch.zeros(1)], [torch.ones(1)]
    fn, total = get_ema_multi_avg_fn(decay), 0.0
    fn(p, ones, 0)
    weights = [p[0].item()]
    for _ in range(int(10 / (1 - decay))):
        fn(p, [torch.zeros(1)], 0)
        weights.append(p[0].item())
    total = sum((age + 1) * weight for age, weight in enumerate(weights)) / sum(weights)
    assert total == pytest.approx(1 / (1 - decay), rel=0.01)  # the mean age


@says(
    "optimizers/practice/exponential_average",
    "`use_buffers=True` averages batch norm statistics, too.",
)
@pytest.mark.parametrize("use_buffers", [False, True])
def test_use_buffers_averages_batch_norm(use_buffers):
    model = nn.BatchNorm1d(1)
    fn = get_ema_multi_avg_fn(0.9)
    average = AveragedModel(model, multi_avg_fn=fn, use_buffers=use_buffers)
    for value in (1.0, 2.0):
        model.running_mean.fill_(value)
        average.update_parameters(model)
    assert average.module.running_mean.item() == pytest.approx(1.1 if use_buffers else 2.0)


@says(
    "optimizers/practice/learning_rate_scale",
    "On a bowl of curvature 2, plain SGD multiplies the distance by 1 - 2 * lr each step:"
    " it oscillates above 0.5 and diverges above 1.",
)
@given(lr=st.floats(0.001, 2))
def test_the_distance_is_multiplied_each_step(lr):
    w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    optimizer, path = optim.SGD([w], lr=lr), [1.0]
    for _ in range(6):
        optimizer.zero_grad()
        (w**2).backward()
        optimizer.step()
        path.append(w.item())
        assert math.isclose(path[-1], path[-2] * (1 - 2 * lr), rel_tol=1e-9, abs_tol=1e-12)
    if lr > 0.501:
        assert path[1] < 0 < path[2]
    if abs(lr - 1) > 0.01:
        assert (abs(path[-1]) > 1) == (lr > 1)


@says(
    "optimizers/practice/custom_optimizer",
    "Subclass it, give the defaults, and update in `step` under `torch.no_grad()`; a "
    "closure needs gradients switched on again.",
    "Keep averages in `self.state[p]`: they are then saved and loaded.",
    "Here steps by the sign of the momentum (Signum).",
)
def test_the_custom_optimizer_takes_a_closure_and_is_saved():
    method = names_of("optimizers/practice/custom_optimizer")["SignDescent"]

    def make(value):
        w = torch.tensor([value, -2.0], requires_grad=True)
        return w, method([w], lr=0.1, beta=0.5)

    w, optimizer = make(1.0)

    def closure():
        assert torch.is_grad_enabled()
        optimizer.zero_grad()
        loss = (w**2).sum()
        loss.backward()
        return loss

    loss = optimizer.step(closure)
    assert loss.item() == 5
    torch.testing.assert_close(w.detach(), torch.tensor([0.9, -1.9]))
    average = optimizer.state[w]["average"]
    optimizer.step(closure)
    assert optimizer.state[w]["average"] is average  # allocated once
    torch.testing.assert_close(average, torch.tensor([1.4, -2.9]))  # the sign of the momentum
    other, loaded = make(0.0)
    loaded.load_state_dict(optimizer.state_dict())
    assert loaded.state[other]["average"].equal(average)
    with pytest.raises(RuntimeError, match="leaf"):
        w.add_(1)  # without no_grad
