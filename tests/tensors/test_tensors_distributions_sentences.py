"""What the sentences of tensors/distributions say, and its formulas."""

import math
import subprocess
import sys

import numpy as np
import pytest
import scipy.stats
import torch
import torch.distributions as D
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torch.distributions import constraints, transform_to

inf = math.inf


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


@says(
    "tensors/distributions/normal",
    "`sample` draws without a gradient, `rsample` with one by `loc` and `scale`.",
    "`log_prob` is the logarithm of the density, which can be above 0.",
    "The second argument is the standard deviation, not the variance.",
    "The shape of the parameters is the batch shape; `sample((n,))` puts n in front.",
)
@given(mean=st.floats(-3, 3), std=st.floats(0.05, 4), x=st.floats(-5, 5))
def test_normal(mean, std, x):
    loc = torch.tensor([mean] * 3, dtype=torch.float64, requires_grad=True)
    scale = torch.tensor([std] * 3, dtype=torch.float64, requires_grad=True)
    normal = D.Normal(loc, scale)
    by_formula = -((x - mean) ** 2) / (2 * std**2) - math.log(std) - math.log(2 * math.pi) / 2
    found = normal.log_prob(torch.tensor(x, dtype=torch.float64))[0]
    assert math.isclose(found.item(), by_formula, rel_tol=1e-9, abs_tol=1e-9)
    assert normal.stddev[0] == std
    assert normal.batch_shape == (3,)
    assert normal.sample((5,)).shape == (5, 3)
    assert not normal.sample().requires_grad
    grads = torch.autograd.grad(normal.rsample().sum(), (loc, scale))
    assert grads[0].tolist() == [1, 1, 1]
    assert grads[1].count_nonzero() == 3
    assert D.Normal(0.0, 0.1).log_prob(torch.tensor(0.0)) > 0


@says(
    "tensors/distributions/categorical",
    "Give `logits` or `probs`, by name: the first positional argument of `Categorical` is `probs`, "
    "which are scaled to sum to 1.",
    "`entropy` is in nats.",
)
@given(weights=st.lists(st.floats(0.1, 5), min_size=2, max_size=4))
def test_categorical(weights):
    p = np.array(weights) / sum(weights)
    found = D.Categorical(torch.tensor(weights, dtype=torch.float64))
    np.testing.assert_allclose(found.probs, p)
    np.testing.assert_allclose(D.Categorical(logits=found.logits).probs, p)
    assert math.isclose(found.entropy(), scipy.stats.entropy(p))
    assert D.Multinomial(2, torch.tensor(weights)).total_count == 2
    with pytest.raises(ValueError, match="probs"):
        D.Bernoulli(torch.tensor(weights) + 1)


@says(
    "tensors/distributions/categorical",
    "`sample` has no gradient: a policy learns by `-log_prob(action) * reward`.",
    "`Multinomial` counts several draws.",
    "`torch.multinomial` draws without an object, also without replacement.",
    "-inf: not allowed",
)
def test_draws_of_classes():
    logits = torch.tensor([0.0, 0.0, -inf], requires_grad=True)
    policy = D.Categorical(logits=logits)
    assert not policy.sample().requires_grad
    torch.manual_seed(0)
    assert policy.sample((200,)).unique().tolist() == [0, 1]
    action = torch.tensor(1)
    (grad,) = torch.autograd.grad(-D.Categorical(logits=logits[:2]).log_prob(action) * 3.0, logits)
    assert grad[1] < 0 < grad[0]  # a step against it makes the rewarded action likelier
    assert D.Multinomial(10, probs=torch.ones(3)).sample().sum() == 10
    drawn = torch.multinomial(torch.ones(5), 5, generator=seeded())
    assert drawn.sort().values.tolist() == [0, 1, 2, 3, 4]


@says(
    "tensors/distributions/kl",
    "KL(p, q) is the mean under p of log p - log q: 0 where they are equal, else above, and not "
    "symmetric.",
    "Pairs that are not registered raise: estimate it from samples of p.",
    "The loss `F.kl_div` takes tensors of probabilities instead, the input as logarithms, in the "
    "other order.",
)
@given(mean=st.floats(-2, 2), std=st.floats(0.2, 3))
def test_kl(mean, std):
    p, q = D.Normal(mean, std), D.Normal(0.0, 1.0)
    grid = torch.linspace(mean - 9 * std, mean + 9 * std, 4001, dtype=torch.float64)
    integrand = p.log_prob(grid).exp() * (p.log_prob(grid) - q.log_prob(grid))
    expected = torch.trapezoid(integrand, grid).item()
    found = D.kl_divergence(p, q).item()
    assert math.isclose(found, expected, rel_tol=1e-4, abs_tol=1e-4)
    assert found >= -1e-6
    assert D.kl_divergence(p, p).abs() < 1e-6
    assert D.kl_divergence(D.Normal(0.0, 2.0), q) != D.kl_divergence(q, D.Normal(0.0, 2.0))
    with pytest.raises(NotImplementedError):
        D.kl_divergence(p, D.Cauchy(0.0, 1.0))
    a, b = torch.tensor([0.2, 0.8]), torch.tensor([0.5, 0.5])
    exact = D.kl_divergence(D.Categorical(a), D.Categorical(b))
    torch.testing.assert_close(F.kl_div(b.log(), a, reduction="sum"), exact)


@says("tensors/distributions/kl", "`register_kl` adds a pair of your own.")
def test_register_kl():
    class Mine(D.Normal):
        pass

    @D.register_kl(Mine, D.Cauchy)
    def _kl(p, q):
        return torch.tensor(7.0)

    assert D.kl_divergence(Mine(0.0, 1.0), D.Cauchy(0.0, 1.0)) == 7


@says(
    "tensors/distributions/multivariate",
    "`Normal` of three means is three distributions, with three log-probabilities; "
    "`Independent(…, 1)` makes them one vector, whose log-probability is the sum.",
    "`MultivariateNormal` has correlations: give `scale_tril`, the Cholesky factor, where you have "
    "it, or `covariance_matrix`.",
    "`LowRankMultivariateNormal` is made of a factor and a diagonal.",
)
@pytest.mark.parametrize("seed", range(3))
def test_multivariate(seed):
    torch.manual_seed(seed)
    x, mean = torch.randn(2, 3, dtype=torch.float64)
    three = D.Normal(mean, torch.ones(3).double())
    assert three.log_prob(x).shape == (3,)
    assert D.Independent(three, 1).log_prob(x) == three.log_prob(x).sum()
    factor, diagonal = torch.randn(3, 2).double(), torch.rand(3).double() + 0.1
    cov = factor @ factor.T + diagonal.diag()
    expected = scipy.stats.multivariate_normal.logpdf(x, mean, cov)
    for found in (
        D.MultivariateNormal(mean, covariance_matrix=cov),
        D.MultivariateNormal(mean, scale_tril=torch.linalg.cholesky(cov)),
        D.LowRankMultivariateNormal(mean, factor, diagonal),
    ):
        assert math.isclose(found.log_prob(x), expected)


@says(
    "tensors/distributions/continuous",
    "`Gamma` and `Exponential` take a rate, the inverse of SciPy's `scale`.",
    "`support` says which values `log_prob` accepts; outside it raises, unless "
    "`validate_args=False`.",
    "`Dirichlet`, `LKJCholesky` and `Wishart` are over probabilities, correlations and matrices.",
)
def test_continuous():
    x = torch.tensor([0.3, 0.9], dtype=torch.float64)
    stats = scipy.stats
    for found, expected in [
        (D.Gamma(3.0, 2.0), stats.gamma(3.0, scale=1 / 2.0)),
        (D.Exponential(4.0), stats.expon(scale=1 / 4.0)),
        (D.Beta(2.0, 6.0), stats.beta(2, 6)),
        (D.Laplace(0.0, 1.0), stats.laplace()),
        (D.StudentT(5.0), stats.t(5)),
        (D.HalfNormal(1.0), stats.halfnorm()),
        (D.Gumbel(0.0, 1.0), stats.gumbel_r()),
        (D.Weibull(1.0, 2.0), stats.weibull_min(2.0)),
        (D.Pareto(0.1, 3.0), stats.pareto(3.0, scale=0.1)),
    ]:
        np.testing.assert_allclose(found.log_prob(x), expected.logpdf(x), rtol=1e-5)
    outside = torch.tensor(-1.0)
    assert not D.Exponential(1.0).support.check(outside)
    with pytest.raises(ValueError, match="support"):
        D.Exponential(1.0, validate_args=True).log_prob(outside)
    assert D.Exponential(1.0, validate_args=False).log_prob(outside) == 1
    assert math.isclose(D.Dirichlet(torch.ones(4)).sample().sum(), 1, rel_tol=1e-5)
    factor = D.LKJCholesky(3).sample()
    torch.testing.assert_close((factor @ factor.T).diagonal(), torch.ones(3))
    assert torch.linalg.cholesky_ex(D.Wishart(torch.tensor(4.0), torch.eye(2)).sample()).info == 0


@says(
    "tensors/distributions/continuous",
    "The first `torch.compile` of a process that runs makes that the default.",
)
@pytest.mark.parametrize("compiled", ["lambda x: x + 1", "torch.nn.Linear(1, 1)"])
def test_the_first_compiled_call_ends_the_validation_of_distributions(compiled):
    program = f"""
import torch
from torch.distributions import Exponential

def refuses():
    try:
        Exponential(1.0).log_prob(torch.tensor(-1.0))
    except ValueError:
        return True
    return False

print(refuses())
function = torch.compile({compiled}, backend="eager")
function(torch.ones(1))
print(refuses())
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout.split() == ["True", "False"], run.stderr


@says(
    "tensors/distributions/counts",
    "Samples are floats with whole values.",
    "They have no `rsample`.",
)
@pytest.mark.parametrize(
    "distribution",
    [
        D.Poisson(2.0),
        D.Binomial(4, torch.tensor(0.3)),
        D.Geometric(0.4),
        D.NegativeBinomial(3.0, torch.tensor(0.5)),
    ],
)
def test_counts_are_floats(distribution):
    draws = distribution.sample((50,))
    assert draws.is_floating_point()
    assert draws.equal(draws.round())
    assert not distribution.has_rsample
    with pytest.raises(NotImplementedError):
        distribution.rsample()


@says(
    "tensors/distributions/counts",
    "`Geometric` counts the failures before the first success, from 0; NumPy's begins at 1.",
    "`NegativeBinomial` has a variance above its mean, where that of `Poisson` is its mean.",
)
@given(p=st.floats(0.1, 0.9), k=st.integers(0, 6))
def test_counts(p, k):
    x = torch.tensor(float(k))
    geometric = D.Geometric(torch.tensor(p)).log_prob(x).exp()
    assert math.isclose(geometric, (1 - p) ** k * p, rel_tol=1e-4)
    assert np.random.default_rng(0).geometric(p, 50).min() >= 1
    rate = 5 * p
    by_formula = k * math.log(rate) - rate - math.log(math.factorial(k))
    assert math.isclose(D.Poisson(rate).log_prob(x), by_formula, rel_tol=1e-4, abs_tol=1e-5)
    assert D.Poisson(rate).variance == D.Poisson(rate).mean
    noisy = D.NegativeBinomial(3.0, torch.tensor(p))
    assert noisy.variance > noisy.mean


@says(
    "tensors/distributions/transformed",
    "`log_prob` takes the change of volume into account.",
    "`LogNormal` is `Normal` behind `exp`.",
    "`TanhTransform` squashes to -1 and 1: a policy with bounded actions.",
)
def test_transformed():
    squashed = D.TransformedDistribution(D.Normal(0.0, 1.0), [D.TanhTransform()])
    y = torch.linspace(-0.99, 0.99, 7)
    by_hand = D.Normal(0.0, 1.0).log_prob(y.atanh()) - (1 - y**2).log()
    torch.testing.assert_close(squashed.log_prob(y), by_hand, rtol=1e-3, atol=1e-3)
    assert squashed.sample((1000,)).abs().max() <= 1
    x = torch.tensor([0.3, 2.0])
    expected = D.TransformedDistribution(D.Normal(0.5, 2.0), [D.ExpTransform()]).log_prob(x)
    torch.testing.assert_close(D.LogNormal(0.5, 2.0).log_prob(x), expected)
    np.testing.assert_allclose(expected, scipy.stats.lognorm(2.0, scale=math.exp(0.5)).logpdf(x),
                               rtol=1e-5)  # fmt: skip


@says(
    "tensors/distributions/transformed",
    "`transform_to(constraint)` maps real numbers to what a parameter has to be: a positive scale, "
    "probabilities, a Cholesky factor.",
)
@pytest.mark.parametrize("name", ["positive", "simplex", "lower_cholesky", "unit_interval"])
def test_transform_to(name):
    constraint = getattr(constraints, name)
    x = torch.randn(3, 3)
    assert constraint.check(transform_to(constraint)(x)).all()
    assert not constraint.check(-x.abs()).all()


@says(
    "tensors/distributions/mixture",
    "A `Categorical` chooses the component; the last batch dimension counts them.",
    "`log_prob` adds up the components by `logsumexp`.",
    "`sample` has no gradient: fit by maximum likelihood.",
    "The softmax of the logarithms of weight times density is the chance of the components, given "
    "a value.",
)
@given(p=st.floats(0.05, 0.95), x=st.floats(-4, 4))
def test_mixture(p, x):
    loc = torch.tensor([-2.0, 2.0], requires_grad=True)
    weights, parts = D.Categorical(torch.tensor([p, 1 - p])), D.Normal(loc, torch.ones(2))
    mixture = D.MixtureSameFamily(weights, parts)
    value = torch.tensor(x)
    joint = [p * scipy.stats.norm.pdf(x, -2), (1 - p) * scipy.stats.norm.pdf(x, 2)]
    assert math.isclose(mixture.log_prob(value).exp().item(), sum(joint), rel_tol=1e-4)
    chance = (weights.logits + parts.log_prob(value)).softmax(dim=0)
    np.testing.assert_allclose(chance.detach(), np.array(joint) / sum(joint), rtol=1e-3, atol=1e-5)
    assert not mixture.sample().requires_grad
    with pytest.raises(NotImplementedError):
        mixture.rsample()
    assert mixture.log_prob(value).requires_grad
    with pytest.raises(ValueError, match="does not equal"):
        D.MixtureSameFamily(D.Categorical(torch.ones(3)), parts)


@says(
    "tensors/distributions/relaxed",
    "A sample is a row of probabilities, near one-hot where the temperature is low, and `rsample` "
    "has a gradient by the logits.",
    "`F.gumbel_softmax` is the function; `hard=True` gives one-hot rows forward and the gradient "
    "of the soft ones, as `OneHotCategoricalStraightThrough` does.",
    "`RelaxedBernoulli` is for one bit.",
)
def test_relaxed():
    torch.manual_seed(0)
    logits = torch.tensor([0.0, 1.0, 2.0], requires_grad=True)
    tops = []
    for temperature in (5.0, 0.05):
        rows = D.RelaxedOneHotCategorical(temperature, logits=logits).rsample((200,))
        torch.testing.assert_close(rows.sum(dim=1), torch.ones(200))
        tops.append(rows.amax(dim=1).mean().item())
        assert torch.autograd.grad(rows[:, 0].sum(), logits)[0].isfinite().all()
    assert tops[0] < 0.7 < 0.95 < tops[1]
    grads = []
    for hard in (False, True):
        torch.manual_seed(1)
        row = F.gumbel_softmax(logits, hard=hard)
        grads.append(torch.autograd.grad(row[1], logits)[0])
    assert sorted(row.tolist()) == [0, 0, 1]
    torch.testing.assert_close(*grads)
    row = D.OneHotCategoricalStraightThrough(logits=logits).rsample()
    assert sorted(row.tolist()) == [0, 0, 1]
    soft = logits.softmax(dim=0)[1]
    torch.testing.assert_close(
        torch.autograd.grad(row[1], logits)[0], torch.autograd.grad(soft, logits)[0]
    )
    bits = D.RelaxedBernoulli(0.1, torch.tensor(0.5)).sample((50,))
    assert bits.shape == (50,)
    assert ((bits >= 0) & (bits <= 1)).all()


IN_PLACE = {
    "normal_": (), "uniform_": (), "random_": (), "bernoulli_": (), "exponential_": (),
    "geometric_": (0.5,), "cauchy_": (), "log_normal_": (),
}  # fmt: skip


@says(
    "tensors/distributions/random_in_place",
    "They overwrite a tensor and return it, and take `generator=`.",
    "`exponential_`, `geometric_`, `cauchy_` and `log_normal_` are the others.",
)
@pytest.mark.parametrize("name", IN_PLACE)
def test_in_place(name):
    x, y = torch.full((2, 100), -7.5)
    assert getattr(x, name)(*IN_PLACE[name], generator=seeded()) is x
    assert (x != -7.5).all()
    getattr(y, name)(*IN_PLACE[name], generator=seeded())
    assert x.equal(y)


@says(
    "tensors/distributions/random_in_place",
    "`random_(a, b)` gives whole numbers from a to b - 1; for a float32 without limits up to "
    "2**24.",
    "`bernoulli_(p)` is 0 and 1.",
)
@given(a=st.integers(-5, 5), width=st.integers(1, 5), p=st.floats(0, 1))
def test_random_numbers_in_place(a, width, p):
    x = torch.empty(500).random_(a, a + width)
    assert x.unique().tolist() == list(range(a, a + width))
    large = x.random_()
    assert large.max() <= 2**24
    assert large.max() > 2**23
    assert set(x.bernoulli_(p).tolist()) <= {0, 1}


@says(
    "tensors/distributions/random_functions",
    "Tensors of parameters give a draw of their shape.",
    "`torch.normal` takes tensors for mean, standard deviation, or both; with two numbers it wants "
    "`size`.",
    "`torch.bernoulli` takes probabilities and gives 0 and 1.",
    "`torch.randint_like` and `rand_like` take the shape.",
    "The gradient of `torch.normal` by its parameters is 0: take `rsample`.",
)
def test_random_functions():
    x = torch.rand(3, 4)
    draws = [
        torch.normal(x, 1.0), torch.normal(0.0, x), torch.normal(x, x), torch.bernoulli(x),
        torch.poisson(x), torch.binomial(torch.full((3, 4), 5.0), x), torch.rand_like(x),
        torch.randint_like(x, 5),
    ]  # fmt: skip
    assert {draw.shape for draw in draws} == {x.shape}
    assert torch.normal(0.0, 1.0, size=(2, 3)).shape == (2, 3)
    with pytest.raises(TypeError):
        torch.normal(0.0, 1.0)
    assert set(draws[3].flatten().tolist()) <= {0, 1}
    with pytest.raises(RuntimeError):
        torch.bernoulli(x + 1)
    mean = torch.zeros(3, requires_grad=True)
    (grad,) = torch.autograd.grad(torch.normal(mean, 1.0).sum(), mean)
    assert grad.tolist() == [0, 0, 0]
    (grad,) = torch.autograd.grad(D.Normal(mean, 1.0).rsample().sum(), mean)
    assert grad.tolist() == [1, 1, 1]


@says(
    "tensors/distributions/generators",
    "Pass it as `generator=` to `rand`, `randperm`, `DataLoader`, `random_split`: its numbers do "
    "not depend on other draws.",
    "`get_state` and `set_state` go back to a place.",
    "`torch.manual_seed` sets the default generator; `fork_rng` puts it back after a block.",
)
@pytest.mark.parametrize("others", [0, 3])
def test_generators(others):
    from torch.utils.data import DataLoader, random_split

    found = []
    for draws in (0, others):
        generator = seeded()
        torch.rand(draws)
        loader = DataLoader(range(9), shuffle=True, generator=generator)
        first, _ = random_split(range(9), [4, 5], generator=generator)
        found.append(
            [
                torch.rand(2, generator=generator).tolist(),
                torch.randperm(5, generator=generator).tolist(),
                [x.item() for x in loader],
                list(first.indices),
            ]
        )
    assert found[0] == found[1]
    generator = seeded()
    torch.rand(others, generator=generator)
    state = generator.get_state()
    a = torch.rand(3, generator=generator)
    generator.set_state(state)
    assert torch.rand(3, generator=generator).equal(a)
    torch.manual_seed(5)
    expected = torch.rand(1)
    torch.manual_seed(5)
    assert torch.initial_seed() == 5
    with torch.random.fork_rng():
        torch.rand(others + 1)
    assert torch.rand(1).equal(expected)


TRANSFORMS = [
    D.ExpTransform(),
    D.SoftplusTransform(),
    D.SigmoidTransform(),
    D.TanhTransform(),
    D.AffineTransform(1.0, -3.0),
]


@says(
    "tensors/distributions/transforms",
    "Call one to go forward, `.inv` to go back; `log_abs_det_jacobian(x, y)` is the logarithm of "
    "how much it stretches, which a density needs.",
)
@pytest.mark.parametrize("transform", TRANSFORMS, ids=lambda t: type(t).__name__)
def test_transforms(transform):
    x = torch.linspace(-2, 2, 9, dtype=torch.float64, requires_grad=True)
    y = transform(x)
    torch.testing.assert_close(transform.inv(y), x)
    (slope,) = torch.autograd.grad(y.sum(), x)
    torch.testing.assert_close(transform.log_abs_det_jacobian(x, y), slope.abs().log())


@says(
    "tensors/distributions/transforms",
    "`cache_size=1` remembers the last pair, and keeps `TanhTransform` exact near 1.",
    "`AbsTransform` and `SoftmaxTransform` are not one-to-one: their `inv` gives one of several.",
)
def test_cache_of_transforms():
    x = torch.tensor([12.0])
    for size in (0, 1):
        tanh = D.TanhTransform(cache_size=size)
        y = tanh(x)
        assert tanh.inv(y).equal(x) == (size == 1)
    assert D.AbsTransform()(-x).equal(D.AbsTransform()(x))
    assert D.AbsTransform().inv(x).equal(x)
    softmax = D.SoftmaxTransform()
    logits = torch.tensor([0.0, 1.0, 2.0])
    torch.testing.assert_close(softmax(logits), softmax(logits + 5))
    torch.testing.assert_close(softmax(softmax.inv(softmax(logits))), softmax(logits))
