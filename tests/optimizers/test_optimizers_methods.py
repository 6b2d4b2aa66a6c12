"""Each update rule in NumPy, from the published formula, against the optimizer, in float64."""

import math

import numpy as np
import pytest
import torch
from recipes import names_of
from support import ENTRIES, says

STEPS, START = 9, np.array([1.0, -2.0, 0.5, 3.0])
GRADS = np.random.default_rng(0).normal(size=(STEPS, 4)) * [1, 10, 0.1, 0.01]
decays = pytest.mark.parametrize("decay", [0.0, 0.1])
signs = pytest.mark.parametrize("maximize", [False, True])


@pytest.fixture
def scalars_in_float64():
    """NAdam and ASGD keep products and rates in the default dtype, whatever the weights have."""
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(before)


def agree(make, rule, decay=0.0, decoupled=False, maximize=False, rtol=1e-9):
    """Feed the same gradients to both, and compare the weights after every step.

    `rule(g, w, t)` returns the weights after step t = 1, 2, ...; it may keep state of its own.
    """
    p = torch.tensor(START, requires_grad=True)
    optimizer = make([p])
    w = START.copy()
    for t, g in enumerate(GRADS, start=1):
        p.grad = torch.tensor(g)
        optimizer.step()
        g = -g if maximize else g
        if decoupled:
            w = w * (1 - optimizer.defaults["lr"] * decay)
        else:
            g = g + decay * w
        w = rule(g, w, t)
        np.testing.assert_allclose(
            p.detach().numpy(), w, rtol=rtol, atol=1e-13, err_msg=f"step {t}"
        )


@decays
@signs
def test_sgd(decay, maximize):
    sign = -1 if maximize else 1
    p = torch.tensor(START, requires_grad=True)
    optimizer = torch.optim.SGD([p], lr=0.3, weight_decay=decay, maximize=maximize)
    w = START.copy()
    for g in GRADS:
        p.grad = torch.tensor(g)
        optimizer.step()
        w = w - 0.3 * (sign * g + decay * w)
    np.testing.assert_allclose(p.detach().numpy(), w, rtol=1e-12)


@says("optimizers/methods/momentum", "`nesterov=True` looks one step ahead.")
@decays
@pytest.mark.parametrize(("nesterov", "dampening"), [(False, 0.0), (False, 0.4), (True, 0.0)])
def test_momentum(decay, nesterov, dampening):
    v = None

    def rule(g, w, t):
        nonlocal v
        v = g if v is None else 0.9 * v + (1 - dampening) * g
        return w - 0.1 * (g + 0.9 * v if nesterov else v)

    agree(
        lambda ps: torch.optim.SGD(
            ps, 0.1, momentum=0.9, nesterov=nesterov, dampening=dampening, weight_decay=decay
        ),
        rule,
        decay,
    )


@says("optimizers/methods/adagrad", "Divides by the root of the sum of all squared gradients.")
@decays
@signs
@pytest.mark.parametrize("lr_decay", [0.0, 0.2])
def test_adagrad(decay, maximize, lr_decay):
    s = np.zeros(4)

    def rule(g, w, t):
        s[:] += g**2
        return w - 1.0 / (1 + (t - 1) * lr_decay) * g / (np.sqrt(s) + 1e-10)

    agree(
        lambda ps: torch.optim.Adagrad(
            ps, lr=1.0, lr_decay=lr_decay, weight_decay=decay, maximize=maximize
        ),
        rule,
        decay,
        maximize=maximize,
    )


@says(
    "optimizers/methods/rmsprop",
    "divide by a running size of the gradient.",
    "Adagrad that forgets.",
)
@decays
@signs
@pytest.mark.parametrize("centered", [False, True])
@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_rmsprop(decay, maximize, centered, momentum):
    s, mean, buffer = np.zeros((3, 4))

    def rule(g, w, t):
        s[:] = 0.9 * s + 0.1 * g**2
        mean[:] = 0.9 * mean + 0.1 * g
        size = np.sqrt(s - mean**2 if centered else s) + 1e-8
        buffer[:] = momentum * buffer + g / size
        return w - 0.3 * buffer

    agree(
        lambda ps: torch.optim.RMSprop(
            ps,
            0.3,
            0.9,
            centered=centered,
            momentum=momentum,
            weight_decay=decay,
            maximize=maximize,
        ),
        rule,
        decay,
        maximize=maximize,
    )


@says(
    "optimizers/methods/adadelta",
    "Divides by the running size of gradients and multiplies by the running size of past steps.",
)
@decays
@signs
def test_adadelta(decay, maximize):
    s, u = np.zeros((2, 4))

    def rule(g, w, t):
        s[:] = 0.9 * s + 0.1 * g**2
        d = np.sqrt(u + 1e-6) / np.sqrt(s + 1e-6) * g
        u[:] = 0.9 * u + 0.1 * d**2
        return w - 20 * d

    agree(
        lambda ps: torch.optim.Adadelta(ps, lr=20.0, weight_decay=decay, maximize=maximize),
        rule,
        decay,
        maximize=maximize,
    )


def adam_rule(lr, amsgrad=False, b1=0.9, b2=0.999):
    m, v, top = np.zeros((3, 4))

    def rule(g, w, t):
        m[:] = b1 * m + (1 - b1) * g
        v[:] = b2 * v + (1 - b2) * g**2
        top[:] = np.maximum(top, v)
        size = np.sqrt((top if amsgrad else v) / (1 - b2**t)) + 1e-8
        return w - lr * m / (1 - b1**t) / size

    return rule


@says(
    "optimizers/methods/adam",
    "Averages of the gradient and of its square, both corrected for starting at zero (the"
    r" divisions by $1 - \beta^t$).",
)
@says("optimizers/methods/adam", "`amsgrad=True` puts the largest $v$ so far in its place.")
@decays
@signs
@pytest.mark.parametrize("amsgrad", [False, True])
@pytest.mark.parametrize("betas", [(0.9, 0.999), (0.5, 0.6)])
def test_adam(decay, maximize, amsgrad, betas):
    """With a short memory the largest v is not the last: amsgrad shows."""
    agree(
        lambda ps: torch.optim.Adam(
            ps, 0.5, betas, amsgrad=amsgrad, weight_decay=decay, maximize=maximize
        ),
        adam_rule(0.5, amsgrad, *betas),
        decay,
        maximize=maximize,
    )


@says("optimizers/methods/adamw", "Adam with decay that is not a gradient.")
@says("optimizers/methods/adamw", r"$\hat m_t$ and $\hat v_t$ are Adam's averages, corrected.")
@decays
@signs
@pytest.mark.parametrize("amsgrad", [False, True])
@pytest.mark.parametrize("betas", [(0.9, 0.999), (0.5, 0.6)])
def test_adamw(decay, maximize, amsgrad, betas):
    agree(
        lambda ps: torch.optim.AdamW(
            ps, 0.5, betas, amsgrad=amsgrad, weight_decay=decay, maximize=maximize
        ),
        adam_rule(0.5, amsgrad, *betas),
        decay,
        decoupled=True,
        maximize=maximize,
    )


def test_the_first_step_of_adam_has_length_lr():
    p = torch.tensor(START, requires_grad=True)
    optimizer = torch.optim.Adam([p], lr=0.01)
    p.grad = torch.tensor([1e-3, -1.0, 1e3, 5.0], dtype=torch.float64)
    optimizer.step()
    np.testing.assert_allclose(abs(p.detach().numpy() - START), 0.01, rtol=1e-4)


@says("optimizers/methods/adamax", "Adam with the largest gradient as its size.")
@says("optimizers/methods/adamax", "$m_t$ is Adam's average of gradients.")
@decays
@signs
@pytest.mark.parametrize("b2", [0.999, 0.6])
def test_adamax(decay, maximize, b2):
    m, u = np.zeros((2, 4))

    def rule(g, w, t):
        m[:] = 0.9 * m + 0.1 * g
        u[:] = np.maximum(b2 * u, abs(g) + 1e-8)
        return w - 0.5 / (1 - 0.9**t) * m / u

    agree(
        lambda ps: torch.optim.Adamax(ps, 0.5, (0.9, b2), weight_decay=decay, maximize=maximize),
        rule,
        decay,
        maximize=maximize,
    )


@says("optimizers/methods/nadam", "Adam with Nesterov's look ahead.")
@says(
    "optimizers/methods/nadam",
    "The momentum of the next step is used already now.",
    "`decoupled_weight_decay=True` makes the decay that of AdamW.",
    r"$m_t$ and $\hat v_t$ are Adam's.",
)
@decays
@signs
@pytest.mark.parametrize("decoupled", [False, True])
def test_nadam(decay, maximize, decoupled, scalars_in_float64):
    m, v = np.zeros((2, 4))

    def mu(t):
        return 0.9 * (1 - 0.5 * 0.96 ** (0.004 * t))

    def rule(g, w, t):
        m[:] = 0.9 * m + 0.1 * g
        v[:] = 0.999 * v + 0.001 * g**2
        now = math.prod(mu(i) for i in range(1, t + 1))
        look_ahead = mu(t + 1) * m / (1 - now * mu(t + 1)) + (1 - mu(t)) * g / (1 - now)
        return w - 0.5 * look_ahead / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)

    agree(
        lambda ps: torch.optim.NAdam(
            ps, 0.5, weight_decay=decay, decoupled_weight_decay=decoupled, maximize=maximize
        ),
        rule,
        decay,
        decoupled,
        maximize,
    )


@says("optimizers/methods/radam", "$m_t$ and $v_t$ are Adam's.")
@decays
@signs
@pytest.mark.parametrize("decoupled", [False, True])
def test_radam(decay, maximize, decoupled):
    m, v = np.zeros((2, 4))
    b2 = 0.999
    longest = 2 / (1 - b2) - 1
    warm = []

    def rule(g, w, t):
        m[:] = 0.9 * m + 0.1 * g
        v[:] = b2 * v + (1 - b2) * g**2
        length = longest - 2 * t * b2**t / (1 - b2**t)
        step = m / (1 - 0.9**t)
        warm.append(length <= 5)
        if length > 5:
            r = math.sqrt(
                (length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)
            )
            step = step * r * math.sqrt(1 - b2**t) / (np.sqrt(v) + 1e-8)
        return w - 0.5 * step

    agree(
        lambda ps: torch.optim.RAdam(
            ps, 0.5, weight_decay=decay, decoupled_weight_decay=decoupled, maximize=maximize
        ),
        rule,
        decay,
        decoupled,
        maximize,
    )
    assert warm == [True] * 5 + [False] * 4  # the entry's "first five steps"


@decays
@signs
def test_asgd(decay, maximize, scalars_in_float64):
    lambd, alpha, lr, t0 = 0.01, 0.75, 0.3, 4
    rate, average = lr, np.zeros(4)

    def rule(g, w, t):
        nonlocal rate
        w = w * (1 - lambd * rate) - rate * g
        average[:] = average + (w - average) / max(1, t - 1 - t0)
        rate = lr / (1 + lambd * lr * t) ** alpha
        return w

    made = []

    def make(ps):
        made.append(
            torch.optim.ASGD(ps, lr, lambd, alpha, t0, weight_decay=decay, maximize=maximize)
        )
        return made[0]

    agree(make, rule, decay, maximize=maximize)
    (state,) = made[0].state.values()
    np.testing.assert_allclose(state["ax"], average, rtol=1e-9)


@signs
def test_rprop(maximize):
    size, before = np.full(4, 0.3), np.zeros(4)

    def rule(g, w, t):
        turn = g * before
        size[:] = np.clip(size * np.where(turn > 0, 1.2, np.where(turn < 0, 0.5, 1)), 1e-6, 50)
        g = np.where(turn < 0, 0, g)  # where the sign turned, wait one step
        before[:] = g
        return w - np.sign(g) * size

    agree(lambda ps: torch.optim.Rprop(ps, 0.3, maximize=maximize), rule, maximize=maximize)


@says("optimizers/methods/sparse_adam", "Adam for the rows that were used.")
@says("optimizers/methods/sparse_adam", "$t$ also counts the steps that a row sat out.")
@signs
def test_sparse_adam(maximize):
    """Row 1 sits out every third step; the correction counts those steps all the same."""
    table = torch.nn.Embedding(3, 4, sparse=True, dtype=torch.float64)
    before = table.weight.detach().clone()
    with torch.no_grad():
        table.weight[1] = torch.tensor(START)
    optimizer = torch.optim.SparseAdam(table.parameters(), lr=0.5, maximize=maximize)
    w, (m, v) = START.copy(), np.zeros((2, 4))
    for t, g in enumerate(GRADS, start=1):
        optimizer.zero_grad()
        row = 2 if t % 3 == 0 else 1
        (table(torch.tensor([row])) * torch.tensor(g)).sum().backward()
        optimizer.step()
        if row == 2:
            continue
        g = -g if maximize else g
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        corrected = math.sqrt(1 - 0.999**t) / (1 - 0.9**t)  # eps is added before, not after
        w = w - 0.5 * corrected * m / (np.sqrt(v) + 1e-8)
        np.testing.assert_allclose(table.weight[1].detach().numpy(), w, rtol=1e-9, atol=1e-13)
    assert table.weight[0].equal(before[0])
    assert not table.weight[2].equal(before[2])


@says(
    "optimizers/methods/sparse_adam",
    "A dense gradient is refused, and Adam refuses sparse ones: make two optimizers.",
)
@pytest.mark.parametrize("sparse", [False, True])
@pytest.mark.parametrize("method", [torch.optim.SparseAdam, torch.optim.Adam])
def test_sparse_and_dense_gradients_need_two_optimizers(method, sparse):
    table = torch.nn.Embedding(3, 4, sparse=sparse)
    table(torch.tensor([1])).sum().backward()
    optimizer = method(table.parameters())
    if sparse == (method is torch.optim.SparseAdam):
        optimizer.step()
    else:
        with pytest.raises(RuntimeError, match="does not support"):
            optimizer.step()


def two_loop(gradient, ys, ss):
    """The inverse curvature times the gradient (Nocedal and Wright, algorithm 7.4)."""
    q, alphas = gradient.copy(), []
    for y, s in zip(reversed(ys), reversed(ss), strict=True):
        alphas.append(s @ q / (y @ s))
        q -= alphas[-1] * y
    if ys:
        q *= ys[-1] @ ss[-1] / (ys[-1] @ ys[-1])
    for (y, s), alpha in zip(zip(ys, ss, strict=True), reversed(alphas), strict=True):
        q += s * (alpha - y @ q / (y @ s))
    return q


@says(
    "optimizers/methods/lbfgs",
    "$H_t$ estimates the inverse curvature: it takes the last change of the gradient to "
    "the last change of the weights.",
)
def test_lbfgs():
    matrix = np.diag([0.2, 2.0, 1.0, 0.5]) + 0.1
    p = torch.tensor(START, requires_grad=True)
    # One step: eight iterations of fixed length, the memory kept between them.
    optimizer = torch.optim.LBFGS([p], lr=0.5, max_iter=8, tolerance_change=0, tolerance_grad=0)

    def closure():
        optimizer.zero_grad()
        loss = p @ torch.tensor(matrix) @ p / 2
        loss.backward()
        return loss

    optimizer.step(closure)
    w, ys, ss, g_before, step = START.copy(), [], [], None, None
    for iteration in range(8):
        g = matrix @ w
        if g_before is not None:
            ys.append(g - g_before)
            ss.append(step)
        direction = -two_loop(g, ys, ss)
        length = min(1, 1 / abs(g).sum()) * 0.5 if iteration == 0 else 0.5
        step, g_before = length * direction, g
        w = w + step
    np.testing.assert_allclose(p.detach().numpy(), w, rtol=1e-9)
    # The entry's condition: the estimate takes the last change of g to the last step.
    np.testing.assert_allclose(two_loop(ys[-1], ys, ss), ss[-1], rtol=1e-9)


@pytest.mark.parametrize("size", [2, 4])
def test_lbfgs_ends_at_the_minimum_of_a_quadratic(size):
    """With exact steps it needs one iteration a dimension; the line search comes near that."""
    matrix = torch.diag(torch.arange(1.0, size + 1, dtype=torch.float64)) + 0.1
    target = torch.tensor(START[:size])
    p = torch.zeros(size, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([p], max_iter=50, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        loss = (p - target) @ matrix @ (p - target) / 2
        loss.backward()
        return loss

    optimizer.step(closure)
    np.testing.assert_allclose(p.detach().numpy(), target, atol=1e-5)
    assert optimizer.state[p]["n_iter"] <= 4 * size


def rms(x):
    return math.sqrt((x**2).mean())


@says(
    "optimizers/methods/adafactor",
    r"Other defaults: `beta2_decay=-0.8` ($\gamma$), `eps=(None, 1e-3)` ($\epsilon_2$ is "
    "the second), `d=1`, `weight_decay=0`, which is decoupled.",
)
@decays
@signs
def test_adafactor(decay, maximize):
    rng = np.random.default_rng(1)
    w = rng.normal(size=(5, 3))
    p = torch.tensor(w, requires_grad=True)
    optimizer = torch.optim.Adafactor([p], lr=0.3, weight_decay=decay, maximize=maximize)
    rows, columns = np.zeros((5, 1)), np.zeros((1, 3))
    for t in range(1, STEPS + 1):
        g = rng.normal(size=(5, 3))
        p.grad = torch.tensor(g)
        optimizer.step()
        g = -g if maximize else g
        mix, rate = t**-0.8, min(0.3, 1 / math.sqrt(t))
        scale = max(1e-3, rms(w)) * rate
        w = w * (1 - 0.3 * decay)
        rows += mix * ((g**2).mean(1, keepdims=True) - rows)
        columns += mix * ((g**2).mean(0, keepdims=True) - columns)
        update = g / np.sqrt(rows * columns / rows.mean())
        w = w - scale * update / max(1, rms(update))
        np.testing.assert_allclose(p.detach().numpy(), w, rtol=1e-9, err_msg=f"step {t}")


@pytest.mark.parametrize("d", [1.0, 1.2])
def test_adafactor_keeps_all_squares_of_a_vector(d):
    v, clipped = np.zeros(4), []

    def rule(g, w, t):
        v[:] = v + t**-0.8 * (g**2 - v)
        update = g / np.sqrt(v)
        scale = max(1e-3, rms(w)) * min(0.3, 1 / math.sqrt(t))
        clipped.append(rms(update) > d)
        return w - scale * update / max(1, rms(update) / d)

    agree(lambda ps: torch.optim.Adafactor(ps, lr=0.3, d=d), rule)
    assert {True, False} == set(clipped)


@decays
@pytest.mark.parametrize("nesterov", [False, True])
@pytest.mark.parametrize("shape", [(4, 6), (6, 4), (8, 8)])
def test_muon(shape, nesterov, decay):
    """Newton-Schulz runs in bfloat16, 3 digits: a step agrees to 7 percent of its length.

    Over many seeds the right rule stays below 5.3 percent, since the iteration enlarges
    rounding, too; without Nesterov, without decay, or with 2.00 for 2.0315 it is above 10.
    """
    rng = np.random.default_rng(2)
    w = rng.normal(size=shape)
    p = torch.tensor(w, dtype=torch.float32, requires_grad=True)
    optimizer = torch.optim.Muon([p], lr=0.1, weight_decay=decay, momentum=0.8, nesterov=nesterov)
    average = np.zeros(shape)
    scale = math.sqrt(max(1, shape[0] / shape[1]))
    left, _, right = np.linalg.svd(rng.normal(size=shape), full_matrices=False)
    for _ in range(STEPS):
        g = left @ np.diag(rng.uniform(0.3, 3.0, min(shape))) @ right
        before = p.detach().numpy().astype(float)
        p.grad = torch.tensor(g, dtype=torch.float32)
        optimizer.step()
        average = 0.8 * average + 0.2 * g
        u, s, v = np.linalg.svd(
            0.2 * g + 0.8 * average if nesterov else average, full_matrices=False
        )
        # The iteration acts on the singular values alone: a x + b x³ + c x⁵, five times.
        s = s / np.linalg.norm(s)
        for _ in range(5):
            s = 3.4445 * s - 4.7750 * s**3 + 2.0315 * s**5
        expected = before * (1 - 0.1 * decay) - 0.1 * scale * u @ np.diag(s) @ v
        wrong = np.linalg.norm(p.detach().numpy() - expected)
        assert wrong < 0.07 * np.linalg.norm(0.1 * scale * s)


@pytest.mark.parametrize("shape", [(4, 6), (6, 4)])
def test_muon_matches_the_size_of_an_adamw_step(shape):
    """`match_rms_adamw`: 0.2 sqrt(max(n, m)) in place of sqrt(max(1, n / m))."""
    moved = []
    for name in ("original", "match_rms_adamw"):
        p = torch.zeros(shape, requires_grad=True)
        p.grad = torch.ones(shape) + torch.eye(*shape)
        torch.optim.Muon([p], lr=1.0, adjust_lr_fn=name).step()
        moved.append(p.detach())
    n, m = shape
    factor = 0.2 * math.sqrt(max(n, m)) / math.sqrt(max(1, n / m))
    torch.testing.assert_close(moved[1], moved[0] * factor)


METHODS = [entry.name for entry in ENTRIES if entry.name.startswith("optimizers/methods/")]


@says(
    "optimizers/methods",
    "All pictures show the same bowl, ten times as steep one way as the other, from the "
    "same start.",
)
@pytest.mark.parametrize("name", METHODS)
def test_the_path_of_every_entry_goes_down_the_same_bowl(name):
    names = names_of(name)
    path = names["path"]
    assert path.dtype == torch.float32
    assert path.dim() == 2
    assert path.shape[1] == 2
    assert path[0].tolist() == [-8.0, 3.0]
    values = path[:, 0] ** 2 / 10 + path[:, 1] ** 2
    assert values.equal(names["f"](path.T))
    assert values[-1] < 0.2 * values[0]
