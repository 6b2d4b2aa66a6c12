"""Linear, dropout, embedding and distances in NumPy, against the library, in float64."""

import math

import numpy as np
import pytest
import torch
from torch import nn

rng = np.random.default_rng(0)


def filled(layer):
    """Put known float64 numbers into the parameters, and return them as arrays."""
    layer = layer.double()
    with torch.no_grad():
        for parameter in layer.parameters():
            parameter.copy_(torch.tensor(rng.normal(size=parameter.shape)))
    return layer, [p.detach().numpy() for p in layer.parameters()]


@pytest.mark.parametrize("shape", [(5,), (3, 5), (2, 3, 4, 5)])
def test_linear_layer(shape):
    layer, (weight, bias) = filled(nn.Linear(5, 7))
    x = rng.normal(size=shape)
    found = layer(torch.tensor(x)).detach().numpy()
    np.testing.assert_allclose(found, x @ weight.T + bias, rtol=1e-12, atol=1e-12)


def test_bilinear():
    layer, (weight, bias) = filled(nn.Bilinear(2, 3, 4))
    x1, x2 = rng.normal(size=(6, 2)), rng.normal(size=(6, 3))
    expected = np.array(
        [[a @ weight[k] @ b + bias[k] for k in range(4)] for a, b in zip(x1, x2, strict=True)]
    )
    found = layer(torch.tensor(x1), torch.tensor(x2)).detach().numpy()
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("p", [0.1, 0.5, 0.9])
def test_dropout(p):
    torch.manual_seed(0)
    n = 200_000
    y = nn.Dropout(p)(torch.full((n,), 3.0, dtype=torch.float64))
    kept = y[y != 0]
    torch.testing.assert_close(kept, torch.full_like(kept, 3.0 / (1 - p)))
    # Five standard errors of a share of n draws.
    assert abs((y == 0).double().mean() - p) < 5 * math.sqrt(p * (1 - p) / n)


@pytest.mark.parametrize("layer", [nn.Dropout1d, nn.Dropout2d, nn.Dropout3d])
def test_channel_dropout_takes_whole_channels(layer):
    torch.manual_seed(0)
    size = [3] * int(layer.__name__[-2])
    y = layer(0.3)(torch.ones(50, 40, *size)).flatten(2)
    assert (y == y[:, :, :1]).all()
    assert abs((y == 0).float().mean() - 0.3) < 5 * math.sqrt(0.3 * 0.7 / 2000)


def test_alpha_dropout_keeps_mean_and_variance():
    torch.manual_seed(0)
    y = nn.AlphaDropout(0.3)(torch.randn(1_000_000))
    assert abs(y.mean()) < 0.01
    assert abs(y.var() - 1) < 0.01


def test_embedding():
    layer, (weight,) = filled(nn.Embedding(10, 3))
    tokens = rng.integers(0, 10, (4, 5))
    np.testing.assert_array_equal(layer(torch.tensor(tokens)).detach(), weight[tokens])


@pytest.mark.parametrize("mode", ["sum", "mean", "max"])
def test_embedding_bag(mode):
    layer, (weight,) = filled(nn.EmbeddingBag(10, 3, mode=mode))
    bags = [[1, 2, 2], [9], [0, 4, 7, 7]]
    offsets = np.cumsum([0, *map(len, bags)])[:-1]
    found = layer(torch.tensor(np.concatenate(bags)), torch.tensor(offsets)).detach().numpy()
    expected = [getattr(weight[bag], mode)(axis=0) for bag in bags]
    np.testing.assert_allclose(found, expected, rtol=1e-12)


def test_cosine_similarity():
    x1, x2 = rng.normal(size=(2, 6, 5))
    expected = [a @ b / math.sqrt(a @ a) / math.sqrt(b @ b) for a, b in zip(x1, x2, strict=True)]
    found = nn.CosineSimilarity()(torch.tensor(x1), torch.tensor(x2))
    np.testing.assert_allclose(found, expected, rtol=1e-12)


def test_cosine_similarity_of_short_vectors_uses_eps_for_each():
    x1 = np.array([[0.0, 0.0], [3e-9, 4e-9], [0.3, 0.4], [3e-9, 4e-9]])
    x2 = np.array([[1.0, 2.0], [3.0, 4.0], [0.0, 1e-10], [6e-9, 8e-9]])
    lengths = np.sqrt((x1**2).sum(1)), np.sqrt((x2**2).sum(1))
    expected = (x1 * x2).sum(1) / np.maximum(lengths[0], 1e-8) / np.maximum(lengths[1], 1e-8)
    found = nn.CosineSimilarity()(torch.tensor(x1), torch.tensor(x2))
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-15)


@pytest.mark.parametrize("p", [1, 2, 3.5])
def test_pairwise_distance(p):
    x1, x2 = rng.normal(size=(2, 6, 5))
    expected = (abs(x1 - x2 + 1e-6) ** p).sum(1) ** (1 / p)
    found = nn.PairwiseDistance(p)(torch.tensor(x1), torch.tensor(x2))
    np.testing.assert_allclose(found, expected, rtol=1e-12)
