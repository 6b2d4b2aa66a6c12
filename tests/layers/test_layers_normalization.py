"""Each formula of the normalization layers in NumPy, against the library, in float64."""

import numpy as np
import pytest
import torch
from torch import nn

rng = np.random.default_rng(0)
EPS = 1e-3  # large enough that a variance without it would be seen
SHAPES = {1: (4, 6, 5), 2: (4, 6, 5, 3), 3: (4, 6, 5, 3, 2)}  # the number of positions' dimensions


def draw(shape):
    return rng.standard_normal(shape) * 2 + 1


def to_numpy(tensor):
    return tensor.detach().numpy()


def agree(found, expected):
    torch.testing.assert_close(found.detach(), torch.from_numpy(expected), rtol=1e-9, atol=1e-12)


def with_weights(layer):
    """The layer in float64, with weights that are not 1 and 0."""
    layer = layer.double()
    for parameter in layer.parameters():
        parameter.data = torch.from_numpy(draw(parameter.shape))
    return layer


def biased(x, axes):
    """Mean and variance from their definitions, kept broadcastable."""
    count = np.prod([x.shape[axis] for axis in axes])
    mean = x.sum(axes, keepdims=True) / count
    return mean, ((x - mean) ** 2).sum(axes, keepdims=True) / count


def per_channel(values, x):
    return np.reshape(values, (1, -1) + (1,) * (x.ndim - 2))


def scaled(layer, x, mean, var):
    gamma, beta = (per_channel(to_numpy(p), x) for p in (layer.weight, layer.bias))
    return (x - mean) / np.sqrt(var + EPS) * gamma + beta


BATCH_NORMS = [
    (nn.BatchNorm1d, (7, 6)),
    (nn.BatchNorm1d, SHAPES[1]),
    (nn.BatchNorm2d, SHAPES[2]),
    (nn.BatchNorm3d, SHAPES[3]),
]


@pytest.mark.parametrize(("kind", "shape"), BATCH_NORMS)
def test_batch_norm(kind, shape):
    x = draw(shape)
    layer = with_weights(kind(6, eps=EPS))
    axes = (0, *range(2, x.ndim))
    agree(layer(torch.from_numpy(x)), scaled(layer, x, *biased(x, axes)))


@pytest.mark.parametrize("momentum", [0.1, 0.7, None])
@pytest.mark.parametrize(("kind", "shape"), BATCH_NORMS)
def test_batch_norm_modes(kind, shape, momentum):
    layer = with_weights(kind(6, eps=EPS, momentum=momentum))
    mean, var = np.zeros(6), np.ones(6)
    axes = (0, *range(2, len(shape)))
    count = np.prod([shape[axis] for axis in axes])
    for step in range(1, 5):
        x = draw(shape) * step
        layer(torch.from_numpy(x))
        batch_mean, batch_var = (part.ravel() for part in biased(x, axes))
        m = 1 / step if momentum is None else momentum
        mean = (1 - m) * mean + m * batch_mean
        var = (1 - m) * var + m * batch_var * count / (count - 1)
        agree(layer.running_mean, mean)
        agree(layer.running_var, var)
    assert layer.num_batches_tracked == 4

    layer.eval()
    x = draw(shape)
    expected = scaled(layer, x, per_channel(mean, x), per_channel(var, x))
    agree(layer(torch.from_numpy(x)), expected)
    agree(layer.running_mean, mean)
    agree(layer(torch.from_numpy(x[:1])), expected[:1])


@pytest.mark.parametrize("training", [True, False])
def test_batch_norm_modes_untracked(training):
    x = draw(SHAPES[2])
    layer = with_weights(nn.BatchNorm2d(6, eps=EPS, track_running_stats=False)).train(training)
    agree(layer(torch.from_numpy(x)), scaled(layer, x, *biased(x, (0, 2, 3))))


@pytest.mark.parametrize("normalized_shape", [(3,), (5, 3), (6, 5, 3)])
def test_layer_norm(normalized_shape):
    x = draw(SHAPES[2])
    layer = with_weights(nn.LayerNorm(normalized_shape, eps=EPS))
    mean, var = biased(x, tuple(range(-len(normalized_shape), 0)))
    expected = (x - mean) / np.sqrt(var + EPS) * to_numpy(layer.weight) + to_numpy(layer.bias)
    agree(layer(torch.from_numpy(x)), expected)


@pytest.mark.parametrize("eps", [EPS, None])
@pytest.mark.parametrize("normalized_shape", [(3,), (5, 3)])
def test_rms_norm(normalized_shape, eps):
    x = draw(SHAPES[2])
    layer = with_weights(nn.RMSNorm(normalized_shape, eps=eps))
    axes = tuple(range(-len(normalized_shape), 0))
    square = (x**2).sum(axes, keepdims=True) / np.prod(normalized_shape)
    epsilon = np.finfo(np.float64).eps if eps is None else eps
    agree(layer(torch.from_numpy(x)), x / np.sqrt(square + epsilon) * to_numpy(layer.weight))


def test_rms_norm_default_eps():
    """`eps=None` is the machine epsilon: seen where the features are as small as its root."""
    x = draw((4, 3)) * 1e-8
    expected = x / np.sqrt((x**2).sum(1, keepdims=True) / 3 + np.finfo(np.float64).eps)
    agree(nn.RMSNorm(3).double()(torch.from_numpy(x)), expected)


@pytest.mark.parametrize("groups", [1, 2, 3, 6])
@pytest.mark.parametrize("shape", [(4, 12), (4, 6, 5), (4, 6, 5, 3)])
def test_group_norm(shape, groups):
    x = draw(shape)
    channels = shape[1]
    layer = with_weights(nn.GroupNorm(groups, channels, eps=EPS))
    size = channels // groups
    expected = np.empty_like(x)
    for n in range(shape[0]):
        for g in range(groups):
            part = x[n, g * size : (g + 1) * size]
            mean, var = biased(part, tuple(range(part.ndim)))
            expected[n, g * size : (g + 1) * size] = (part - mean) / np.sqrt(var + EPS)
    gamma, beta = (per_channel(to_numpy(p), x) for p in (layer.weight, layer.bias))
    agree(layer(torch.from_numpy(x)), expected * gamma + beta)


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("affine", [True, False])
@pytest.mark.parametrize("dims", [1, 2, 3])
def test_instance_norm(dims, affine, training):
    x = draw(SHAPES[dims])
    layer = getattr(nn, f"InstanceNorm{dims}d")(6, eps=EPS, affine=affine)
    layer = with_weights(layer).train(training)
    mean, var = biased(x, tuple(range(2, x.ndim)))
    plain = (x - mean) / np.sqrt(var + EPS)
    expected = scaled(layer, x, mean, var) if affine else plain
    agree(layer(torch.from_numpy(x)), expected)


def response_norm(x, size, alpha, beta, k):
    expected = np.empty_like(x)
    for c in range(x.shape[1]):
        window = x[:, max(0, c - size // 2) : c + (size - 1) // 2 + 1]
        total = (window**2).sum(1)
        expected[:, c] = x[:, c] / (k + alpha / size * total) ** beta
    return expected


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("shape", SHAPES.values())
def test_local_response_norm(shape, size):
    x = draw(shape)
    layer = nn.LocalResponseNorm(size, alpha=0.3, beta=0.6, k=2.0)
    agree(layer(torch.from_numpy(x)), response_norm(x, size, 0.3, 0.6, 2.0))


def test_local_response_norm_cross_map():
    """The older layer keeps channel 0 in every window, as the entry says."""
    x = draw(SHAPES[2])
    found = nn.CrossMapLRN2d(3, alpha=0.3, beta=0.6, k=2.0)(torch.from_numpy(x))
    expected = np.empty_like(x)
    for c in range(6):
        total = (x[:, max(0, c - 1) : c + 2] ** 2).sum(1) + (c >= 2) * x[:, 0] ** 2
        expected[:, c] = x[:, c] / (2.0 + 0.3 / 3 * total) ** 0.6
    agree(found, expected)
