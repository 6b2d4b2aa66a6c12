"""What the sentences of init say."""

import inspect
import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from scipy import stats
from support import says
from torch import nn
from torch.nn import init

METHODS = [
    "uniform_", "normal_", "trunc_normal_", "constant_", "ones_", "zeros_", "eye_", "dirac_",
    "xavier_uniform_", "xavier_normal_", "kaiming_uniform_", "kaiming_normal_", "orthogonal_",
    "sparse_",
]  # fmt: skip
FURTHER = {"constant_": (0.5,), "sparse_": (0.5,)}


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


def empty(rows=200, columns=300):
    return torch.empty(rows, columns, dtype=torch.float64)


def draw(*shape):
    return torch.randn(*shape, dtype=torch.float64)


def square(x):
    return x.square().mean().item()


def close(found, expected):
    torch.testing.assert_close(found, expected, rtol=1e-9, atol=1e-10)


@says("init", "All methods change a tensor in place, end with an underscore, and return it.")
@pytest.mark.parametrize("name", METHODS)
def test_in_place_and_returned(name):
    assert set(METHODS) == {n for n in dir(init) if n.endswith("_") and n[0] != "_"}
    weight = torch.full((4, 4, 3) if name == "dirac_" else (4, 4), torch.nan)
    assert getattr(init, name)(weight, *FURTHER.get(name, ())) is weight
    assert not weight.isnan().any()


@says(
    "init",
    "followed by ReLU or LeakyReLU | `kaiming_normal_`, `kaiming_uniform_` | makes up for the half "
    "that ReLU drops",
)
@pytest.mark.parametrize("method", [init.kaiming_normal_, init.kaiming_uniform_])
def test_kaiming_makes_up_for_the_half(method):
    x = draw(800, 300)
    z = x @ method(empty(600, 300), nonlinearity="relu").T
    assert square(z) == pytest.approx(2 * square(x), rel=0.05)
    assert square(z.relu()) == pytest.approx(square(x), rel=0.05)
    for slope in (0.2, 0.5):
        w = method(empty(600, 300), a=slope, nonlinearity="leaky_relu")
        leaked = nn.functional.leaky_relu(x @ w.T, slope)
        assert square(leaked) == pytest.approx(square(x), rel=0.05)


@says(
    "init",
    "followed by tanh or sigmoid, or by nothing | `xavier_uniform_`, `xavier_normal_` | balances "
    "forward and backward",
)
@says(
    "init/methods/xavier_uniform",
    "The bound balances the spread forward (fan_in) and backward (fan_out).",
)
@pytest.mark.parametrize("method", [init.xavier_uniform_, init.xavier_normal_])
@pytest.mark.parametrize(("rows", "columns"), [(400, 400), (200, 600), (600, 200)])
def test_xavier_balances(method, rows, columns):
    w = method(empty(rows, columns))
    forward = square(draw(500, columns) @ w.T)
    backward = square(draw(500, rows) @ w)
    assert (forward + backward) / 2 == pytest.approx(1, rel=0.05)


@says("init", "recurrent, very deep | `orthogonal_` | a square one keeps lengths")
@says(
    "init/methods/orthogonal",
    "A square one keeps the length of what passes through, in any depth: for recurrent and very "
    "deep networks.",
)
@pytest.mark.parametrize("depth", [1, 100])
def test_a_square_one_keeps_lengths(depth):
    x = draw(5, 40)
    y = x
    for _ in range(depth):
        y = y @ init.orthogonal_(empty(40, 40)).T
    close(y.norm(dim=1), x.norm(dim=1))
    assert (x @ init.orthogonal_(empty(20, 40)).T).norm() < 0.9 * x.norm()


@says("init", "a bias, a norm layer | `zeros_`, `ones_` | adds nothing, scales by 1")
@says(
    "init/methods/zeros_ones",
    "Zero biases, and scale 1 with shift 0 in norm layers, start as if they were not there.",
)
@pytest.mark.parametrize("kind", [nn.BatchNorm1d, nn.LayerNorm])
def test_zeros_and_ones_do_nothing(kind):
    norm, linear, x = kind(4).double(), nn.Linear(4, 3).double(), draw(5, 4)
    for parameter, method in (
        (norm.weight, init.ones_),
        (norm.bias, init.zeros_),
        (linear.bias, init.zeros_),
    ):
        init.normal_(parameter)
        method(parameter)
    if kind is nn.LayerNorm:
        close(norm(x), nn.functional.layer_norm(x, (4,)))
    else:
        close(norm(x), nn.functional.batch_norm(x, None, None, training=True))
    close(linear(x), x @ linear.weight.T)


@says(
    "init",
    "an embedding, a transformer | `normal_` with std 0.02, `trunc_normal_` | small",
)
@pytest.mark.parametrize(
    "method", [lambda w: init.normal_(w, std=0.02), lambda w: init.trunc_normal_(w, std=0.02)]
)
def test_small(method):
    assert method(empty()).abs().max() < 0.02 * 6


@says("init", "mostly zeros | `sparse_` | an input feeds few units")
@says(
    "init/methods/sparse",
    "In each column the share `sparsity` is set to zero, rounded up.",
    "The non-zero elements have the standard deviation `std` (default 0.01).",
)
@pytest.mark.parametrize("sparsity", [0.25, 0.9, 0.995])
@pytest.mark.parametrize("rows", [150, 201])
def test_sparse(sparsity, rows):
    weight = init.sparse_(empty(rows, 2000), sparsity)
    feeds = (weight != 0).sum(0)  # units that an input feeds
    assert feeds.eq(rows - math.ceil(sparsity * rows)).all()
    assert not feeds.any() or (weight != 0).sum(1).unique().numel() > 1  # by input, not by unit
    assert inspect.signature(init.sparse_).parameters["std"].default == 0.01
    if feeds.any():
        assert weight[weight != 0].std().item() == pytest.approx(0.01, rel=0.05)


@says(
    "init/methods",
    "`fan_in` is the number of inputs of a unit, `fan_out` the number of units that an input "
    "feeds.",
    "For the weight of `nn.Linear`, of shape (fan_out, fan_in), they are read from the shape.",
)
@given(fan_in=st.integers(1, 6), fan_out=st.integers(1, 6))
def test_fans_of_a_linear_layer(fan_in, fan_out):
    layer = nn.Linear(fan_in, fan_out)
    init.ones_(layer.weight)
    jacobian = torch.autograd.functional.jacobian(layer, torch.ones(fan_in))
    assert jacobian.ne(0).sum(1).unique().item() == fan_in == layer.weight.shape[1]
    assert jacobian.ne(0).sum(0).unique().item() == fan_out == layer.weight.shape[0]
    weight = init.kaiming_uniform_(torch.empty(fan_out, fan_in, dtype=torch.float64))
    assert weight.abs().max() <= math.sqrt(6 / fan_in)
    assert init._calculate_fan_in_and_fan_out(layer.weight) == (fan_in, fan_out)


# xavier, kaiming


@says(
    "init/methods/xavier_normal",
    "The variance of `xavier_uniform_` with a normal distribution: no bound, a few large weights.",
)
@pytest.mark.parametrize("gain", [1.0, 5 / 3])
def test_xavier_normal_has_no_bound(gain):
    even, bell = (m(empty(), gain) for m in (init.xavier_uniform_, init.xavier_normal_))
    assert square(bell) == pytest.approx(square(even), rel=0.05)
    outside = (bell.abs() > even.abs().max()).double().mean().item()
    assert outside == pytest.approx(2 * stats.norm.sf(3**0.5), rel=0.1)  # 8 %


@says(
    "init/methods/kaiming_uniform",
    '`mode="fan_in"` (default) keeps the spread of activations, `"fan_out"` that of gradients.',
)
@pytest.mark.parametrize(("mode", "kept"), [("fan_in", "forward"), ("fan_out", "backward")])
@pytest.mark.parametrize(("rows", "columns"), [(200, 600), (600, 200)])
def test_modes_of_kaiming(mode, kept, rows, columns):
    assert inspect.signature(init.kaiming_uniform_).parameters["mode"].default == "fan_in"
    w = init.kaiming_uniform_(empty(rows, columns), mode=mode, nonlinearity="relu")
    x = draw(300, columns).requires_grad_()
    y = (x @ w.T).relu()
    sent = draw(300, rows)
    (grad,) = torch.autograd.grad(y, x, sent)
    ratio = {"forward": square(y) / square(x), "backward": square(grad) / square(sent)}
    assert ratio.pop(kept) == pytest.approx(1, rel=0.07)
    assert not 0.5 < ratio.popitem()[1] < 2


@says(
    "init/methods/kaiming_uniform",
    "Say the nonlinearity: the default is `leaky_relu` with slope `a=0`, the same as `relu`; "
    "`nn.Linear` uses `a=sqrt(5)`, which is much smaller.",
)
@pytest.mark.parametrize("method", [init.kaiming_uniform_, init.kaiming_normal_])
def test_default_nonlinearity(method):
    parameters = inspect.signature(method).parameters
    assert (parameters["nonlinearity"].default, parameters["a"].default) == ("leaky_relu", 0)
    torch.manual_seed(1)
    default = method(empty())
    torch.manual_seed(1)
    assert torch.equal(method(empty(), nonlinearity="relu"), default)
    torch.manual_seed(1)
    layer = nn.Linear(300, 200)
    torch.manual_seed(1)
    assert torch.equal(layer.weight, init.kaiming_uniform_(torch.empty(200, 300), a=math.sqrt(5)))
    assert square(layer.weight) == pytest.approx(square(default) / 6, rel=0.05)


# uniform, normal, constant, eye, orthogonal


@says(
    "init/methods/uniform",
    "The defaults are `a=0` and `b=1`: a weight that is never negative.",
    "the same chance for every number between a and b.",
)
@pytest.mark.parametrize("limits", [(), (-0.3, 0.3), (2, 5)])
def test_uniform(limits):
    low, high = limits or (0, 1)
    weight = init.uniform_(empty(), *limits)
    assert (weight.min() >= 0) == (low >= 0)
    values = weight.numpy().ravel()
    assert stats.kstest(values, "uniform", (low, high - low)).statistic < 0.008


@says(
    "init/methods/normal",
    "The defaults are 0 and 1: a standard deviation of 1 is far too large for a layer with many "
    "inputs.",
)
@pytest.mark.parametrize("inputs", [100, 400])
def test_std_of_1_is_too_large(inputs):
    parameters = inspect.signature(init.normal_).parameters
    assert (parameters["mean"].default, parameters["std"].default) == (0.0, 1.0)
    y = draw(500, inputs) @ init.normal_(empty(500, inputs)).T
    assert y.std().item() == pytest.approx(inputs**0.5, rel=0.05)


@says(
    "init/methods/constant",
    "Units with equal weights compute the same, and learn the same where the weights behind them "
    "are equal too.",
)
@says("init/methods/constant", "every element the same.")
@pytest.mark.parametrize("equal_behind", [True, False])
def test_equal_units(equal_behind):
    model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1)).double()
    for layer in (model[0], model[2]) if equal_behind else (model[0],):
        init.constant_(layer.weight, 0.1)
        assert layer.weight.eq(0.1).all()
    init.constant_(model[0].bias, 0.2)
    x, step = draw(20, 3), torch.optim.SGD(model.parameters(), lr=0.1)
    hidden = model[:2](x)
    close(hidden, hidden[:, :1].expand(20, 4))
    for _ in range(5):
        step.zero_grad()
        (model(x).flatten() - x.prod(1)).square().mean().backward()
        step.step()
    hidden = model[:2](x)
    assert torch.allclose(hidden, hidden[:, :1].expand(20, 4), rtol=1e-9) == equal_behind


@says(
    "init/methods/zeros_ones",
    "With zeros for all weights, a network with tanh or ReLU learns only its last bias.",
)
@pytest.mark.parametrize("activation", [nn.Tanh, nn.ReLU])
@pytest.mark.parametrize("width", [1, 6])
def test_zero_weights_do_not_learn(activation, width):
    layers = [nn.Linear(3, width), activation(), nn.Linear(width, 5), activation()]
    model = nn.Sequential(*layers, nn.Linear(5, 2))
    for parameter in model.parameters():
        init.zeros_(parameter)
    step = torch.optim.Adam(model.parameters())
    for _ in range(3):
        step.zero_grad()
        nn.functional.cross_entropy(model(torch.randn(9, 3)), torch.ones(9).long()).backward()
        step.step()
    moved = [name for name, parameter in model.named_parameters() if parameter.any()]
    assert moved == ["4.bias"]


@says(
    "init/methods/eye",
    "For a linear layer that starts by passing on its input.",
    "Two dimensions only; a matrix that is not square has ones on its diagonal as far as it goes.",
)
@says(
    "init",
    "a linear layer that starts as the identity | `eye_` | passes its input through",
)
@pytest.mark.parametrize(("rows", "columns"), [(4, 4), (2, 4), (4, 2)])
def test_eye_passes_on(rows, columns):
    x = draw(5, columns)
    y = x @ init.eye_(empty(rows, columns)).T
    shared = min(rows, columns)
    assert torch.equal(y[:, :shared], x[:, :shared])
    assert not y[:, shared:].any()
    for shape in ((3,), (3, 3, 3)):
        with pytest.raises(ValueError, match="2 dimensions"):
            init.eye_(torch.empty(shape))


@says(
    "init/methods/orthogonal",
    "With more rows than columns the columns are orthonormal instead.",
    "More than two dimensions are flattened behind the first.",
    "`gain` scales all.",
    "rows that are orthonormal.",
)
@pytest.mark.parametrize("gain", [1.0, 0.5])
@pytest.mark.parametrize("shape", [(3, 5), (5, 3), (4, 4), (4, 2, 3), (9, 2, 2, 2)])
def test_orthogonal(shape, gain):
    weight = init.orthogonal_(torch.empty(shape, dtype=torch.float64), gain).reshape(shape[0], -1)
    rows, columns = weight.shape
    product = weight @ weight.T if rows <= columns else weight.T @ weight
    close(product, gain**2 * torch.eye(min(rows, columns)).double())


@says("init/methods/sparse", "Two dimensions only.")
@pytest.mark.parametrize("shape", [(4,), (4, 4, 4), (4, 4, 3, 3)])
def test_sparse_has_two_dimensions(shape):
    with pytest.raises(ValueError, match="2 dimensions"):
        init.sparse_(torch.empty(shape), 0.5)


# dirac, trunc_normal


@says("init", "a convolution that starts as the identity | `dirac_` | passes its input through")
@says(
    "init/methods/dirac",
    "Output channel i copies input channel i: the kernel is 1 at its centre and 0 elsewhere; "
    "further output channels are 0.",
    "For convolution weights, three to five dimensions.",
    'The input keeps its size with `padding="same"`, and its place with an odd kernel.',
)
@pytest.mark.filterwarnings("ignore:Using padding")
@pytest.mark.parametrize("dims", [1, 2, 3])
@pytest.mark.parametrize(("c_out", "c_in"), [(3, 3), (6, 3), (2, 3)])
@pytest.mark.parametrize("kernel", [1, 2, 3, 4, 5])
def test_dirac(dims, c_out, c_in, kernel):
    weight = init.dirac_(torch.empty(c_out, c_in, *[kernel] * dims))
    x = torch.randn(2, c_in, *[5] * dims)
    y = getattr(nn.functional, f"conv{dims}d")(x, weight, padding="same")
    shared = min(c_out, c_in)
    assert y.shape[2:] == x.shape[2:]
    assert torch.equal(y[:, :shared], x[:, :shared]) == (kernel % 2 == 1)
    assert not y[:, shared:].any()
    assert weight.sum() == shared
    for sizes in ((3, 3), (3, 3, 1, 1, 1, 1)):
        with pytest.raises(ValueError, match="3, 4, or 5"):
            init.dirac_(torch.empty(sizes))


@says(
    "init/methods/trunc_normal",
    "A normal distribution without its values outside [a, b]: for embeddings and vision "
    "transformers.",
    "`a` and `b` are values, not numbers of standard deviations: with std 0.02 the defaults -2 and "
    "2 leave nothing out.",
    "normal, without outliers.",
)
@pytest.mark.parametrize("limits", [{}, {"a": -0.04, "b": 0.04}, {"a": 0.0, "b": 0.01}])
def test_trunc_normal(limits):
    parameters = inspect.signature(init.trunc_normal_).parameters
    assert (parameters["a"].default, parameters["b"].default) == (-2.0, 2.0)
    weight = init.trunc_normal_(empty(), std=0.02, **limits)
    low, high = limits.get("a", -2), limits.get("b", 2)
    assert low <= weight.min()
    assert weight.max() <= high
    truth = stats.truncnorm(low / 0.02, high / 0.02, scale=0.02) if limits else stats.norm(0, 0.02)
    assert stats.kstest(weight.numpy().ravel(), truth.cdf).statistic < 0.008


# practice


@says("init/practice", "PyTorch initialises a layer when it is made.")
@pytest.mark.parametrize(
    "make", [lambda: nn.Linear(4, 3), lambda: nn.Conv2d(3, 4, 3), lambda: nn.LSTM(4, 3)]
)
def test_a_layer_is_initialised(make):
    torch.manual_seed(1)
    one = make()
    torch.manual_seed(1)
    two = make()
    for a, b in zip(one.parameters(), two.parameters(), strict=True):
        assert torch.equal(a, b)
        assert 0 < a.abs().max() < 1


@says(
    "init/practice/gain",
    "The factor that `xavier_*` and `orthogonal_` take as `gain`, and that `kaiming_*` computes "
    "itself.",
    "GELU and SiLU have none: use `relu`.",
)
@pytest.mark.parametrize("name", ["relu", "tanh", "linear", "selu"])
def test_gain_is_taken_or_computed(name):
    for method in (init.xavier_uniform_, init.xavier_normal_, init.orthogonal_):
        assert inspect.signature(method).parameters["gain"].default == 1
    for method in (init.kaiming_uniform_, init.kaiming_normal_):
        assert "gain" not in inspect.signature(method).parameters
        found = square(method(empty(), nonlinearity=name)) * 300
        assert found == pytest.approx(init.calculate_gain(name) ** 2, rel=0.05)
    for missing in ("gelu", "silu"):
        with pytest.raises(ValueError, match="Unsupported nonlinearity"):
            init.calculate_gain(missing)


@says(
    "init/practice/fan_in_fan_out",
    "Read from the weight's shape.",
    "`nn.Linear` stores (out_features, in_features); a convolution (out_channels, in_channels / "
    "groups, height, width), and its kernel size counts in both.",
)
@pytest.mark.parametrize("groups", [1, 2])
@pytest.mark.parametrize("kernel", [(1, 1), (3, 5)])
def test_fans_are_read_from_the_shape(groups, kernel):
    assert nn.Linear(3, 7).weight.shape == (7, 3)
    weight = nn.Conv2d(4, 6, kernel, groups=groups).weight
    assert weight.shape == (6, 4 // groups, *kernel)
    size = kernel[0] * kernel[1]
    assert init._calculate_fan_in_and_fan_out(weight) == (4 // groups * size, 6 * size)


@says(
    "init/practice/fan_in_fan_out",
    "With groups fan_out is too large by their number.",
    "A transposed convolution stores its channels the other way round: fan_in and fan_out are "
    "exchanged.",
)
@pytest.mark.parametrize("groups", [1, 2])
def test_fans_that_are_not_inputs_and_outputs(groups):
    x = torch.zeros(1, 4, 9, 9)
    x[0, 0, 4, 4] = 1
    layer = nn.Conv2d(4, 6, 3, groups=groups, bias=False)
    init.ones_(layer.weight)
    _, fan_out = init._calculate_fan_in_and_fan_out(layer.weight)
    assert layer(x).count_nonzero() * groups == fan_out
    layer = nn.ConvTranspose2d(4, 6, 3, bias=False)
    init.ones_(layer.weight)
    fans = init._calculate_fan_in_and_fan_out(layer.weight)
    of_a_unit = layer(torch.ones(1, 4, 9, 9))[0, 0, 4, 4]
    assert fans == (layer(x).count_nonzero(), of_a_unit)


@says(
    "init/practice/default_linear",
    "uniform, smaller than Kaiming.",
    "Weight and bias are uniform with the same bound.",
)
@pytest.mark.parametrize("inputs", [100, 400])
def test_default_linear(inputs):
    layer, bound = nn.Linear(inputs, 600), 1 / inputs**0.5
    for parameter in layer.parameters():
        values = parameter.detach().double().numpy().ravel()
        assert abs(values).max() <= bound * 1.000001
        assert stats.kstest(values, "uniform", (-bound, 2 * bound)).statistic < 0.06
    assert square(init.kaiming_uniform_(empty(200, inputs))) > 4 * square(layer.weight)


@says(
    "init/practice/default_linear",
    r"It comes from `kaiming_uniform_` with `a=sqrt(5)`, whose gain is $\sqrt{1/3}$: with ReLU the "
    "mean square shrinks to about a sixth.",
)
@pytest.mark.parametrize("width", [200, 500])
def test_default_shrinks_to_a_sixth(width):
    assert init.calculate_gain("leaky_relu", math.sqrt(5)) == pytest.approx(math.sqrt(1 / 3))
    torch.manual_seed(1)
    layer = nn.Linear(width, width)
    torch.manual_seed(1)
    same = init.kaiming_uniform_(torch.empty(width, width), a=math.sqrt(5))
    assert torch.equal(layer.weight, same)
    x = torch.randn(500, width)
    for _ in range(2):
        y = nn.Linear(width, width)(x).relu()
        assert square(y) == pytest.approx(square(x) / 6, rel=0.15)
        x = y


@says(
    "init/practice/default_conv2d",
    "The same rule as for `nn.Linear`, where `fan_in` is channels times kernel size.",
    "uniform, by the inputs of a kernel.",
)
@pytest.mark.parametrize(("channels", "groups", "kernel"), [(16, 1, 5), (8, 1, 1), (16, 4, 3)])
def test_default_conv2d(channels, groups, kernel):
    layer = nn.Conv2d(channels, 800, kernel, groups=groups)
    bound = 1 / (channels // groups * kernel**2) ** 0.5
    for parameter in layer.parameters():
        values = parameter.detach().double().numpy().ravel()
        assert abs(values).max() <= bound * 1.000001
        assert stats.kstest(values, "uniform", (-bound, 2 * bound)).statistic < 0.06


@says(
    "init/practice/init_model",
    "`model.apply(function)` calls the function on every module, the model last.",
    "A loop over `model.modules()` meets the same modules, a shared one once.",
)
@pytest.mark.parametrize(
    "make",
    [
        lambda: nn.Linear(2, 2),
        lambda: nn.Sequential(nn.Linear(2, 2), nn.Sequential(nn.ReLU(), nn.Linear(2, 2))),
        lambda: nn.TransformerEncoderLayer(4, 2),
    ],
)
def test_apply_and_modules(make):
    model, called = make(), []
    assert model.apply(called.append) is model
    assert called[-1] is model
    assert {*called} == {*model.modules()}
    assert len(called) == len(list(model.modules()))
    called.clear()
    twice = nn.Sequential(nn.Sequential(model), nn.Sequential(model))
    twice.apply(called.append)
    assert called.count(model) == 2
    assert [*twice.modules()].count(model) == 1


@says(
    "init/practice/init_model",
    "Decide by type, and leave what you do not name as it is.",
    "ReLU follows",
    "the output layer: nothing follows",
)
@pytest.mark.parametrize("bias", [True, False])
def test_init_weights(bias):
    init_weights = names_of("init/practice/init_model")["init_weights"]
    conv, linear = nn.Conv2d(30, 40, 3, bias=bias), nn.Linear(400, 300, bias=bias)
    norm = nn.BatchNorm2d(40)
    init.normal_(norm.weight)
    before = norm.weight.clone()
    nn.Sequential(conv, norm, nn.ReLU(), linear).apply(init_weights)
    assert square(conv.weight) == pytest.approx(2 / 270, rel=0.1)
    assert square(linear.weight) == pytest.approx(2 / 700, rel=0.1)
    assert torch.equal(norm.weight, before)
    assert not bias or not (conv.bias.any() or linear.bias.any())


@says(
    "init/practice/depth",
    "With weights that are too small the signal dies out, with weights that are too large it "
    "explodes; Kaiming keeps it.",
    "The gradient on the way back does the same.",
)
@pytest.mark.parametrize(("scale", "low", "high"), [(1, 0.5, 2), (0.5, 0, 1e-5), (2, 1e5, 1e7)])
def test_depth(scale, low, high):
    x = y = draw(400, 256).requires_grad_()
    for _ in range(10):
        y = (y @ (scale * init.kaiming_normal_(empty(256, 256), nonlinearity="relu")).T).relu()
    sent = draw(400, 256)
    (grad,) = torch.autograd.grad(y, x, sent)
    assert low <= square(y) / square(x) <= high
    assert low <= square(grad) / square(sent) <= high


@says(
    "init/practice/deprecated_names",
    "It still works, warns, and changes `w` in place.",
    "deprecated, and in place all the same.",
)
@says("init/methods/xavier_uniform", "The name without underscore is deprecated.")
@pytest.mark.parametrize("name", [name for name in METHODS if hasattr(init, name[:-1])])
def test_deprecated_names(name):
    weight = torch.full((4, 4, 3) if name == "dirac_" else (4, 4), torch.nan)
    with pytest.warns(FutureWarning, match=f"`nn.init.{name[:-1]}` is now deprecated"):
        assert getattr(init, name[:-1])(weight, *FURTHER.get(name, ())) is weight
    assert not weight.isnan().any()
    assert hasattr(init, "xavier_uniform")
