"""What the generative models say: formulas in NumPy, distributions of torch, exact models."""

import itertools
import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from scipy import stats
from sklearn.datasets import make_moons
from support import says
from torch import nn
from torch.distributions import Normal

SEEDS = range(3)


def diffusion(name, until=None, **inputs):
    return names_of(f"generative/diffusion/{name}", until, **inputs)


def latent(name, until=None, **inputs):
    return names_of(f"generative/latent/{name}", until, **inputs)


def drawn(seed, *shape):
    return torch.from_numpy(np.random.default_rng(seed).standard_normal(shape))


# Points, and a number for samples


@says("generative/diffusion/drawn_points", "The moons are those of `make_moons`.")
def test_the_moons_are_those_of_scikit_learn():
    entry = diffusion("drawn_points")
    theirs = torch.tensor(make_moons(400, noise=0.0)[0])
    ours = entry["draw_moons"](20_000, noise=0).double()
    assert torch.cdist(theirs, ours).amin(dim=1).max() < 0.02
    assert torch.cdist(ours, theirs).amin(dim=1).max() < 0.02
    spread = entry["draw_ring"](20_000, noise=0.1).norm(dim=1).std()
    assert abs(spread - 0.1) < 0.01


@says(
    "generative/diffusion/energy_distance",
    "It is 0 for equal clouds and grows as they part.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_energy_distance(seed):
    distance = diffusion("energy_distance")["energy_distance"]
    x, y = drawn(seed, 40, 1), drawn(seed + 9, 30, 1)
    theirs = stats.energy_distance(x.flatten().numpy(), y.flatten().numpy()) ** 2
    assert distance(x, y).item() == pytest.approx(theirs)
    x, y = drawn(seed, 200, 3), drawn(seed + 9, 200, 3)
    assert distance(x, x).abs() < 1e-9
    parted = [distance(x, y + shift).item() for shift in (0, 0.5, 1, 2, 4)]
    assert parted == sorted(parted)


@says(
    "generative/diffusion/energy_distance",
    "Two draws of the same data give a small number that is not 0: compare with that.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_two_draws_are_not_at_distance_0(seed):
    distance = diffusion("energy_distance")["energy_distance"]
    x, y = drawn(seed, 500, 2), drawn(seed + 9, 500, 2)
    assert 1e-5 < distance(x, y) < 0.02


# Noise


@says(
    "generative/diffusion/noise_schedule",
    "`betas` are the variances of the noise that a step adds; `alphas_cumprod` is the share of "
    "the signal's variance that is left after it.",
    "The cosine schedule fits any number.",
)
@pytest.mark.parametrize("T", [4, 50, 1000])
def test_noise_schedule(T):
    betas = diffusion("noise_schedule")["cosine_betas"](T).double().numpy()
    f = [math.cos((t / T + 0.008) / 1.008 * math.pi / 2) ** 2 for t in range(T + 1)]
    expected = [min(0.999, 1 - after / before) for before, after in itertools.pairwise(f)]
    np.testing.assert_allclose(betas, expected, rtol=1e-4)
    signal, noise = 1.0, 0.0  # variances
    left = np.cumprod(1 - betas)
    for step, beta in enumerate(betas):
        signal, noise = (1 - beta) * signal, (1 - beta) * noise + beta
        assert signal == pytest.approx(left[step])
        assert signal + noise == pytest.approx(1)
    assert left[-1] < 1e-3


@says(
    "generative/diffusion/forward_noising",
    "Adding noise t times gives a normal distribution, so one draw takes a sample to any step.",
)
@pytest.mark.parametrize("t", [0, 7, 49])
def test_forward_noising(t):
    """The chain, step by step, has the mean and the variance of the closed form."""
    entry = diffusion("forward_noising")
    mean, variance = 1.0, 0.0
    for beta in entry["betas"][: t + 1].tolist():
        mean, variance = math.sqrt(1 - beta) * mean, (1 - beta) * variance + beta
    x0, step = torch.tensor([[3.0, -2.0]]), torch.tensor([t])
    torch.testing.assert_close(entry["add_noise"](x0, step, torch.zeros(1, 2)), mean * x0)
    moved = entry["add_noise"](torch.zeros(1, 2), step, torch.ones(1, 2))
    torch.testing.assert_close(moved, torch.full((1, 2), math.sqrt(variance)))

    torch.manual_seed(t)
    x = torch.full((20_000,), 3.0)  # the chain itself, drawn
    for beta in entry["betas"][: t + 1]:
        x = (1 - beta).sqrt() * x + beta.sqrt() * torch.randn_like(x)
    expected = stats.norm(3 * mean, math.sqrt(variance))
    assert stats.kstest(x.numpy(), expected.cdf).pvalue > 1e-3


@says(
    "generative/diffusion/forward_noising",
    "Each row of a batch has a step of its own; `unsqueeze` lines the factors up with the "
    "features.",
    "Images need two more dimensions.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_each_row_has_its_step(seed):
    entry = diffusion("forward_noising")
    x0, noise = drawn(seed, 5, 2).float(), drawn(seed + 9, 5, 2).float()
    t = torch.randint(50, (5,))
    whole = entry["add_noise"](x0, t, noise)
    for i in range(5):
        row = slice(i, i + 1)
        torch.testing.assert_close(whole[row], entry["add_noise"](x0[row], t[row], noise[row]))
    images = torch.ones(5, 3, 8, 8)
    with pytest.raises(RuntimeError, match="must match the size"):
        entry["add_noise"](images, t, images)
    left = entry["alphas_cumprod"][t].unsqueeze(1)[:, :, None, None]
    assert (left * images).shape == images.shape


@says(
    "generative/diffusion/time_embedding",
    "Sines and cosines of the step, from fast to slow: neighbouring steps differ a little, far "
    "ones more.",
    "The values lie in [-1, 1].",
)
@given(start=st.integers(0, 900), far=st.integers(2, 900))
def test_time_embedding(start, far):
    embed = diffusion("time_embedding")["time_embedding"]
    t = torch.tensor([start, start + 1, start + far])
    embedded = embed(t, dim=32)
    rates = 10_000.0 ** (-2 * np.arange(16) / 32)
    angle = t.numpy()[:, None] * rates
    expected = np.concatenate([np.sin(angle), np.cos(angle)], axis=1)
    np.testing.assert_allclose(embedded, expected, atol=2e-3)
    assert embedded.abs().max() <= 1
    near, away = torch.cdist(embedded[:1], embedded[1:])[0]
    assert near < away


@says(
    "generative/diffusion/denoising_step",
    "A model that answers 0 has a loss of 1, the variance of the noise; training starts there if "
    "the last layer starts at 0.",
    "Except for data of one point the loss does not go to 0, however good the model is: look at "
    "samples.",
)
def test_denoising_step():
    entry = diffusion("denoising_step")
    noise, predicted = entry["noise"].double().numpy(), entry["predicted"].detach().numpy()
    assert entry["loss"].item() == pytest.approx(np.mean((noise - predicted) ** 2), rel=1e-5)
    assert not predicted.any()
    assert F.mse_loss(torch.zeros(400_000), torch.randn(400_000)).item() == pytest.approx(
        1, abs=0.02
    )
    # Data of variance 1, as in the entry: the best prediction is linear, and its error is known.
    left = entry["alphas_cumprod"][entry["t"]].unsqueeze(1)
    best = (1 - left).sqrt() * entry["xt"]
    assert F.mse_loss(best, entry["noise"]).item() == pytest.approx(left.mean().item(), abs=0.03)
    assert left.mean() > 0.1
    # Of data that are one point the noise is known.
    point = torch.tensor([[0.7, -2.0]], dtype=torch.float64)
    xt = left.sqrt() * point + (1 - left).sqrt() * entry["noise"]
    known = (xt - left.sqrt() * point) / (1 - left).sqrt()
    assert F.mse_loss(known, entry["noise"].double()) < 1e-9


# Samples


@says(
    "generative/diffusion/ddpm_sampling",
    "Each step takes off a little of the predicted noise and adds fresh noise, but for the last "
    "one.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_ddpm_sampling(seed):
    entry = diffusion("ddpm_sampling")
    torch.manual_seed(seed)
    path = entry["sample_ddpm"](entry["model"], 2000).double()
    betas = entry["betas"].double().numpy()
    left = np.cumprod(1 - betas)
    for t in (49, 20, 0):
        x = path[49 - t].float()
        noise = entry["model"](x, t).double()
        mean = (x - betas[t] / math.sqrt(1 - left[t]) * noise) / math.sqrt(1 - betas[t])
        fresh = (path[50 - t] - mean) / math.sqrt(betas[t])
        if t > 0:
            assert stats.kstest(fresh.flatten().numpy(), "norm").pvalue > 1e-3
        else:
            assert fresh.abs().max() < 1e-3


def best_for_normal(variance, left):
    """The best prediction where the data are normal with mean 0."""

    def model(x, t):
        return (1 - left[t]).sqrt() * x / (left[t] * variance + 1 - left[t])

    return model


@pytest.mark.parametrize("variance", [0.25, 4.0])
def test_both_samplers_give_back_a_normal_distribution(variance):
    """An exact model: what the samplers give has the variance of the data, nearly."""
    torch.manual_seed(0)
    ddpm, ddim = diffusion("ddpm_sampling"), diffusion("ddim_sampling")
    model = best_for_normal(variance, ddpm["alphas_cumprod"])
    samples = ddpm["sample_ddpm"](model, 20_000)[-1]
    assert samples.var().item() == pytest.approx(variance, rel=0.15)
    samples = ddim["sample_ddim"](model, torch.randn(20_000, 2), steps=50)
    assert samples.var().item() == pytest.approx(variance, rel=0.15)


@says(
    "generative/diffusion/ddim_sampling",
    "The same start gives the same sample, so starts can be mixed and compared.",
)
@pytest.mark.parametrize("steps", [2, 10, 50])
def test_ddim_sampling(steps):
    entry = diffusion("ddim_sampling")
    sample, model, start = entry["sample_ddim"], entry["model"], entry["start"]
    torch.manual_seed(1)
    first = sample(model, start, steps)
    torch.manual_seed(2)
    assert torch.equal(first, sample(model, start, steps))
    left = [*entry["alphas_cumprod"].double().numpy(), 1.0]
    times = np.round(np.linspace(49, 0, steps)).astype(int).tolist()
    x = start.double()
    for t, s in zip(times, [*times[1:], 50], strict=True):
        noise = model(x.float(), t).double()
        x0 = (x - math.sqrt(1 - left[t]) * noise) / math.sqrt(left[t])
        x = math.sqrt(left[s]) * x0 + math.sqrt(1 - left[s]) * noise
    torch.testing.assert_close(first.double(), x, atol=1e-2, rtol=1e-2)


@says(
    "generative/diffusion/guidance",
    "`scale=0` leaves the label out, `scale=1` is the plain prediction with the label; above it "
    "samples are clearer and less varied.",
    "Each step costs two predictions.",
)
@pytest.mark.parametrize("t", [0, 20, 49])
def test_guidance(t):
    entry = diffusion("guidance")
    guided, model = entry["guided"], entry["model"]
    x = drawn(t, 50, 1).float()
    free, asked = model(x, t, 2).numpy(), model(x, t, 1).numpy()
    for scale in (0.0, 1.0, 3.0):
        expected = free + scale * (asked - free)
        np.testing.assert_allclose(guided(x, t, 1, scale), expected, atol=1e-5)
    calls = []
    guided.__globals__["model"] = lambda x, t, label: calls.append(label) or x
    guided(x, t, 1, 3.0)
    guided.__globals__["model"] = model
    assert sorted(calls) == [1, 2]
    of_three, plain = entry["samples"][3.0], entry["samples"][1.0]
    assert (of_three < 0).float().mean() < 0.5 * (plain < 0).float().mean()
    assert of_three.std() < plain.std()


def test_the_predictions_of_guidance_are_the_best():
    """By least squares: no function of x in a bin predicts the noise better."""
    entry = diffusion("guidance")
    torch.manual_seed(0)
    label = torch.randint(2, (200_000,))
    x0 = entry["means"][label].unsqueeze(1) + torch.randn(200_000, 1)
    noise, left = torch.randn_like(x0), entry["alphas_cumprod"][20]
    xt = left.sqrt() * x0 + (1 - left).sqrt() * noise
    for which, rows in ((2, slice(None)), (1, label == 1)):
        off = noise[rows] - entry["model"](xt[rows], 20, which)
        near = (xt[rows] - 0.5).abs() < 0.2
        assert off[near].mean().abs() < 0.03


def test_flow_matching():
    """One point: its velocity is known, and straight; the loss is that of the formula."""
    entry = diffusion("flow_matching", "Use")
    point = torch.tensor([[0.3, -1.2]])

    def exact(x, t):
        return (point - x) / (1 - t)

    samples = entry["sample"](exact, 50)[-1]
    torch.testing.assert_close(samples, point.expand(50, 2), atol=1e-4, rtol=1e-4)

    seen, mse = [], F.mse_loss

    class Zero(nn.Linear):
        def forward(self, x, t):
            seen.append((x, t))
            return super().forward(x) * 0

    class Recording:
        @staticmethod
        def mse_loss(*arguments):
            seen.append(mse(*arguments))
            return seen[-1]

    entry["train"].__globals__["F"] = Recording
    entry["train"].__globals__["draw_ring"] = lambda n: point.expand(n, 2)
    entry["train"](Zero(2, 2), steps=1)
    (xt, t), loss = seen
    x0 = (xt - t * point) / (1 - t)
    keep = (t < 0.99).expand(-1, 2)
    expected = ((point - x0) ** 2)[keep].mean()
    assert loss.item() == pytest.approx(expected.item(), rel=0.05)


# GANs


@says(
    "generative/latent/adversarial_step",
    "For the discriminator `detach` cuts the samples off, or its loss would reach the generator, "
    "too.",
)
def test_adversarial_step():
    entry = latent("adversarial_step")
    torch.manual_seed(0)  # the nets as they were before both steps
    generator = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 2))
    discriminator = nn.Sequential(nn.Linear(2, 16), nn.LeakyReLU(0.2), nn.Linear(16, 1))
    real, z = torch.randn(64, 2), torch.randn(64, 2)
    of_real, of_fake, later = (
        logit.sigmoid().detach().double().numpy()
        for logit in (
            discriminator(real),
            discriminator(generator(z)),
            entry["discriminator"](entry["fake"]),
        )
    )
    each = 0.9 * np.log(of_real) + 0.1 * np.log(1 - of_real) + np.log(1 - of_fake)
    assert entry["loss_d"].item() == pytest.approx(-each.mean(), rel=1e-5)
    assert entry["loss_g"].item() == pytest.approx(-np.log(later).mean(), rel=1e-5)

    for cut in (True, False):
        entry["adam_g"].zero_grad()
        fake = entry["generator"](torch.randn(8, 2))
        entry["discriminator"](fake.detach() if cut else fake).sum().backward()
        assert (entry["generator"][0].weight.grad is None) == cut


@says(
    "generative/latent/adversarial_step",
    'The generator\'s loss asks for the answer "real": this is the non-saturating form, whose '
    "gradient stays large while the discriminator is right.",
    "Real samples are labelled 0.9, not 1, so that it does not become too sure.",
)
@pytest.mark.parametrize("logit", [-12.0, -8.0, -6.0])
def test_the_gradient_does_not_vanish(logit):
    x = torch.tensor([logit], requires_grad=True)
    (saturating,) = torch.autograd.grad((1 - x.sigmoid()).log().sum(), x)
    asked = F.binary_cross_entropy_with_logits(x, torch.ones(1))
    (gradient,) = torch.autograd.grad(asked, x)
    assert abs(saturating.item()) < 0.01
    assert abs(gradient.item()) > 0.99
    sure = torch.linspace(0.5, 8, 2000)
    smooth = F.binary_cross_entropy_with_logits(sure, torch.full((2000,), 0.9), reduction="none")
    assert sure[smooth.argmin()].sigmoid().item() == pytest.approx(0.9, abs=0.01)


@says(
    "generative/latent/mode_collapse",
    "Two numbers tell the rest: how many modes are met, and the entropy of the shares, whose "
    "`exp` is the number of modes as if all had an equal share.",
    "Samples far from every mode are left out first.",
)
@pytest.mark.parametrize("number", [1, 3, 8])
def test_mode_collapse(number):
    entry = latent("mode_collapse")
    samples = entry["modes"][:number].repeat(10, 1)
    far = torch.full((50, 2), 9.0)
    met, effective = entry["modes_met"](torch.cat([samples, far]), entry["modes"])
    assert met == number
    assert effective == pytest.approx(number, rel=1e-4)


# Autoencoders


@says(
    "generative/latent/reparametrise",
    "The draw is a fixed noise, moved and scaled: mean and deviation stay in the graph.",
    "It is what `rsample` does; `sample` cuts the graph.",
    "The encoder gives the logarithm of the variance, which may be any number; half of it is the "
    "logarithm of the deviation.",
)
@given(mean=st.floats(-5, 5), log_var=st.floats(-20, 20))
def test_reparametrise(mean, log_var):
    m = torch.tensor([mean], dtype=torch.float64, requires_grad=True)
    v = torch.tensor([log_var], dtype=torch.float64, requires_grad=True)
    std = (0.5 * v).exp()
    assert std.item() ** 2 == pytest.approx(math.exp(log_var))
    torch.manual_seed(0)
    z = m + std * torch.randn_like(std)
    torch.manual_seed(0)
    assert Normal(m, std).rsample().item() == pytest.approx(z.item())
    assert torch.autograd.grad(z, m, retain_graph=True)[0].item() == 1
    assert torch.autograd.grad(z, v)[0].item() == pytest.approx((z - m).item() / 2)
    assert not Normal(m, std).sample().requires_grad


@says(
    "generative/latent/elbo",
    "Both are sums over the features of a sample, then a mean over the batch: a mean over the "
    "pixels makes the first as many times smaller as there are pixels.",
)
@pytest.mark.parametrize("pixels", [3, 64])
def test_elbo(pixels):
    loss = latent("elbo")["negative_elbo"]
    logits, mean, log_var = drawn(0, 5, pixels), drawn(1, 5, 2), drawn(2, 5, 2)
    x = drawn(3, 5, pixels).sigmoid()
    p = 1 / (1 + np.exp(-logits.numpy()))
    wrong = -(x.numpy() * np.log(p) + (1 - x.numpy()) * np.log(1 - p)).sum(axis=1)
    q, prior = Normal(mean, (0.5 * log_var).exp()), Normal(torch.zeros(2), torch.ones(2))
    kl = torch.distributions.kl_divergence(q, prior.expand((5, 2))).sum(dim=1).numpy()
    for beta in (0.0, 1.0, 4.0):
        found = loss(logits, x, mean, log_var, beta)
        assert found.item() == pytest.approx(np.mean(wrong + beta * kl))
    each = F.binary_cross_entropy_with_logits(logits, x)
    assert pixels * each.item() == pytest.approx(np.mean(wrong))


@says("generative/latent/vae_run", "A grey pixel costs something even where it is right.")
@pytest.mark.parametrize("grey", [0.25, 0.5, 0.9])
def test_a_grey_pixel_costs_something(grey):
    pixel = torch.tensor([grey])
    least = F.binary_cross_entropy_with_logits(pixel.logit(), pixel)
    assert least > 0.3
    for other in (grey - 0.1, grey + 0.05):
        assert F.binary_cross_entropy_with_logits(torch.tensor([other]).logit(), pixel) > least


@says(
    "generative/latent/interpolation",
    "Codes of many dimensions have a length near $\\sqrt D$; the middle of a straight line between "
    "two is shorter, a code that the decoder has hardly seen.",
    "`slerp` goes round at the same length; for two codes of one direction it can give NaN.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_interpolation(seed):
    slerp = latent("interpolation")["slerp"]
    a, b = drawn(seed, 2, 400)
    weight = torch.linspace(0, 1, 9, dtype=torch.float64)
    arc, line = slerp(a, b, weight), torch.lerp(a, b, weight.unsqueeze(1))
    lengths = arc.norm(dim=1) / 20
    assert ((lengths - 1).abs() < 0.12).all()
    assert (line.norm(dim=1) / 20).min() < 0.8
    one, other = a.numpy(), b.numpy()
    angle = np.arccos(one @ other / (np.linalg.norm(one) * np.linalg.norm(other)))
    for w, found in zip(weight.tolist(), arc.numpy(), strict=True):
        expected = np.sin((1 - w) * angle) * a.numpy() + np.sin(w * angle) * b.numpy()
        np.testing.assert_allclose(found, expected / np.sin(angle), rtol=1e-9)
    ends = torch.stack([a, b])
    torch.testing.assert_close(arc[[0, -1]], ends)
    u, v = a / a.norm(), b / b.norm()
    along = [torch.dot(u, p / p.norm()).clamp(-1, 1).acos().item() for p in slerp(u, v, weight)]
    np.testing.assert_allclose(along, weight.numpy() * angle, atol=1e-6)
    one = torch.eye(4)[seed]
    assert slerp(one, one, torch.linspace(0, 1, 3)).isnan().any()
    assert slerp(one, 2 * one, torch.linspace(0, 1, 3)).isnan().any()
