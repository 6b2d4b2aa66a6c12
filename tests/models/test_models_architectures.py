"""The architectures of the entries: sums by hand, sizes by formula, the residual sum."""

import itertools

import pytest
import torch
import torch.nn.functional as F
from recipes import names_of
from support import says
from torch import nn


def conv_size(size, kernel, stride=1, padding=0):
    return (size + 2 * padding - kernel) // stride + 1


@says(
    "models/architectures/residual_block",
    "When stride or channels change, a 1 x 1 convolution brings the input to the same shape.",
)
@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("outputs", [4, 6])
def test_residual_block(stride, outputs):
    block = names_of("models/architectures/residual_block")["ResidualBlock"](4, outputs, stride)
    block = block.double().train()
    x = torch.randn(5, 4, 8, 8, dtype=torch.float64)

    def normalised(x):  # a new batch norm: weight 1, bias 0
        mean, var = x.mean((0, 2, 3), keepdim=True), x.var((0, 2, 3), correction=0, keepdim=True)
        return (x - mean) / (var + 1e-5).sqrt()

    inner = normalised(F.conv2d(x, block.conv1.weight, stride=stride, padding=1)).clamp(min=0)
    path = normalised(F.conv2d(inner, block.conv2.weight, padding=1))
    changed = stride != 1 or outputs != 4
    skip = normalised(F.conv2d(x, block.shortcut[0].weight, stride=stride)) if changed else x
    torch.testing.assert_close(block(x), (path + skip).clamp(min=0))


@says(
    "models/architectures/lenet",
    "It has 5 layers with weights, and so 10 parameter tensors.",
)
def test_lenet_has_ten_parameter_tensors_and_their_sum():
    weights = [6 * 3 * 25, 16 * 6 * 25, 400 * 120, 120 * 84, 84 * 10]
    biases = [6, 16, 120, 84, 10]
    model = names_of("models/architectures/lenet")["LeNet"]()
    assert len(list(model.parameters())) == 10
    assert sum(p.numel() for p in model.parameters()) == sum(weights) + sum(biases)
    size = conv_size(conv_size(32, 5) // 2, 5) // 2
    assert model.fc1.in_features == 16 * size * size


@pytest.mark.parametrize("size", [28, 30, 32])
def test_lenet_takes_its_size_only(size):
    model = names_of("models/architectures/lenet")["LeNet"](channels=1)
    images = torch.zeros(2, 1, size, size)
    if size == 32:
        assert model(images).shape == (2, 10)
    else:
        with pytest.raises(RuntimeError, match="mat1 and mat2 shapes"):
            model(images)


def test_image_classifier_counts():
    model = names_of("models/architectures/image_classifier")["ImageClassifier"]()
    sizes = [3072, 512, 512, 10]
    by_hand = sum(a * b + b for a, b in itertools.pairwise(sizes))
    assert sum(p.numel() for p in model.parameters()) == by_hand == 1_841_162


@says(
    "models/architectures/small_resnet",
    "for images of any size.",
    "The pooling makes it independent of H and W, but batch norm cannot train on a single image "
    "of 8 x 8 or less.",
)
@pytest.mark.parametrize("size", [(1, 1), (1, 50), (8, 8), (33, 57), (64, 32)])
def test_small_resnet_takes_any_size(size):
    model = names_of("models/architectures/small_resnet")["model"].eval()
    assert model(torch.zeros(1, 3, *size)).shape == (1, 10)
    assert sum(isinstance(layer, nn.AdaptiveAvgPool2d) for layer in model) == 1
    assert model.train()(torch.zeros(2, 3, *size)).shape == (2, 10)
    if max(size) > 8:
        assert model(torch.zeros(1, 3, *size)).shape == (1, 10)
    else:
        with pytest.raises(ValueError, match="Expected more than 1 value per channel"):
            model(torch.zeros(1, 3, *size))


def test_text_classifier_ignores_padding():
    model = names_of("models/architectures/text_classifier")["TextClassifier"](20, 6, 3)
    short, long = torch.tensor([[5, 9, 2]]), torch.tensor([[5, 9, 2, 0, 0, 0]])
    torch.testing.assert_close(model(short), model(long))


@says(
    "models/architectures/two_layer_net",
    "a small model that learns a curve.",
    "Here 200 steps fit x squared.",
)
def test_two_layer_net_learns_from_any_seed():
    for seed in range(5):
        torch.manual_seed(seed)
        x = torch.linspace(-1, 1, 64).unsqueeze(1)
        model = nn.Sequential(nn.Linear(1, 32), nn.ReLU(), nn.Linear(32, 1))
        optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
        losses = []
        for _ in range(200):
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), x**2)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        assert losses[-1] < losses[0] / 100
