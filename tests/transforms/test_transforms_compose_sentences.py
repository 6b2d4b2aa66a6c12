"""What the sentences of transforms/compose say."""

import multiprocessing
import pickle

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch.utils.data import DataLoader
from torchvision import models
from torchvision.transforms import v2

IMAGE = torch.randint(256, (3, 30, 40), dtype=torch.uint8)


@says(
    "transforms/compose",
    "The random transforms of v2 draw from PyTorch's generator: `torch.manual_seed` makes them "
    "repeat.",
)
@pytest.mark.parametrize(
    "transform",
    [
        v2.RandomCrop(9),
        v2.RandomResizedCrop(9),
        v2.RandomZoomOut(),
        v2.RandomHorizontalFlip(),
        v2.RandomRotation(40),
        v2.RandomAffine(20, (0.2, 0.2)),
        v2.RandomPerspective(),
        v2.ElasticTransform(50.0, 1.0),
        v2.RandomResize(10, 30),
        v2.RandomShortestSize([10, 20, 30]),
        v2.ScaleJitter((30, 40)),
        v2.ColorJitter(0.5, 0.5, 0.5, 0.1),
        v2.RandomGrayscale(0.5),
        v2.GaussianBlur(3),
        v2.RandomPhotometricDistort(),
        v2.RandomChannelPermutation(),
        v2.RandomErasing(),
        v2.RandomChoice([v2.Grayscale(3), v2.RandomInvert(1.0)]),
        v2.RandomApply([v2.RandomInvert(1.0)]),
        v2.RandomOrder([v2.CenterCrop(20), v2.RandomRotation((45, 45))]),
        v2.TrivialAugmentWide(),
        v2.RandAugment(),
        v2.AutoAugment(),
        v2.AugMix(),
    ],
    ids=lambda transform: type(transform).__name__,
)
def test_seeds_make_transforms_repeat(transform):
    def draw(seed=None):
        if seed is not None:
            torch.manual_seed(seed)
        return [transform(IMAGE).numpy().tobytes() for _ in range(8)]

    first = draw(0)
    assert draw() != first
    assert draw(0) == first


@says("transforms/compose/compose_pipeline", "A list of transforms is called like one.")
@given(st.permutations([v2.CenterCrop(9), v2.Resize(20), v2.RandomInvert(1.0), v2.Pad(3)]))
def test_compose_is_one_after_the_other(transforms):
    expected = IMAGE
    for transform in transforms:
        expected = transform(expected)
    assert v2.Compose(transforms)(IMAGE).equal(expected)


@says("transforms/compose/compose_pipeline", "Printing a transform shows its settings.")
@pytest.mark.parametrize(
    ("transform", "settings"),
    [
        (v2.CenterCrop(37), ["37"]),
        (v2.Normalize([0.25], [0.75]), ["0.25", "0.75"]),
        (v2.Compose([v2.CenterCrop(37), v2.RandomErasing(0.125)]), ["37", "0.125"]),
    ],
)
def test_printing_shows_the_settings(transform, settings):
    assert all(setting in str(transform) for setting in settings)


@says(
    "transforms/compose/imagenet_train",
    "The mean and standard deviation are those of the ImageNet training images: weights trained "
    "with them expect inputs on that scale.",
)
@says(
    "transforms/compose/imagenet_validation",
    "The pipeline of a set of torchvision weights is `weights.transforms()`.",
)
@pytest.mark.parametrize(
    "name", ["resnet18", "resnet50", "mobilenet_v3_large", "convnext_tiny", "swin_t"]
)
def test_weights_bring_their_pipeline(name):
    train = names_of("transforms/compose/imagenet_train")
    for weights in models.get_model_weights(name):
        pipeline = weights.transforms()
        assert (pipeline.mean, pipeline.std) == (train["MEAN"], train["STD"])
        side = pipeline.crop_size[0]
        assert pipeline(IMAGE).shape == (3, side, side)


@says(
    "transforms/compose/imagenet_validation",
    "Nothing random: the shorter side to 256, the middle 224.",
)
@says("transforms/compose/imagenet_validation", "a rounded pixel is 1 / 255 / 0.225")
@pytest.mark.parametrize("shape", [(3, 300, 400), (3, 500, 260)])
def test_validation_is_not_random(shape):
    validation = names_of("transforms/compose/imagenet_validation")["validation"]
    image = torch.randint(256, shape, dtype=torch.uint8)
    outcomes = [validation(image) for _ in range(5)]
    assert all(outcome.equal(outcomes[0]) for outcome in outcomes)
    resized = v2.Resize(256)(image)
    top, left = ((side - 224) / 2 for side in resized.shape[1:])
    middle = resized[:, round(top) : round(top) + 224, round(left) : round(left) + 224]
    std = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)
    mean = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
    torch.testing.assert_close(outcomes[0] * std + mean, middle / 255, atol=1e-5, rtol=0)
    one = v2.Normalize([0.406], [0.225])(torch.tensor([7 / 255, 8 / 255]).view(1, 1, 2)).diff()
    torch.testing.assert_close(one.item(), 1 / 255 / 0.225, atol=1e-5, rtol=0)
    assert one < 0.02


@says(
    "transforms/compose/own_mean_std",
    "After Normalize the training set has mean 0 and standard deviation 1.",
)
@pytest.mark.parametrize("channels", [1, 3])
def test_own_numbers(channels):
    images = torch.rand(20, channels, 8, 8) ** 2
    found = names_of("transforms/compose/own_mean_std", images=images)["normalised"]
    assert found.mean((0, 2, 3)).abs().max() < 1e-5
    torch.testing.assert_close(found.std((0, 2, 3)), torch.ones(channels))


def named(x):
    return x


class Named(v2.Transform):
    """A transform that worker processes can import."""

    def transform(self, inpt, params):
        return inpt


class Images(torch.utils.data.Dataset):
    """Two images through a transform."""

    def __init__(self, transform):
        self.transform = transform

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return self.transform(IMAGE)


@says(
    "transforms/compose/lambda_transform",
    "A lambda cannot be sent to the worker processes of a DataLoader on macOS and Windows, nor on "
    "Linux from Python 3.14: name the function at the top of the file, or write a `Transform` "
    "class.",
)
@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_a_lambda_cannot_be_sent(method):
    assert method in multiprocessing.get_all_start_methods()  # macOS and Windows; Linux from 3.14
    dataset = Images(v2.Lambda(lambda x: x))
    loader = DataLoader(dataset, num_workers=1, multiprocessing_context=method)
    with pytest.raises((pickle.PicklingError, AttributeError), match=r"pickle .*<lambda>"):
        next(iter(loader))
    for transform in (v2.Lambda(named), Named()):
        sent = pickle.loads(pickle.dumps(Images(transform)))
        assert sent[0].equal(IMAGE)


@says("transforms/compose/random_apply", "all of a list, or none of it.")
@says(
    "transforms/compose/random_apply",
    "With probability p, 0.5 unless said otherwise: one draw for the whole list.",
)
@pytest.mark.parametrize("p", [None, 0.2, 0.9])
def test_one_draw_for_the_list(p):
    torch.manual_seed(0)
    parts = [v2.Lambda(lambda x: x + 1), v2.Lambda(lambda x: x * 2), v2.Lambda(lambda x: -x)]
    apply = v2.RandomApply(parts) if p is None else v2.RandomApply(parts, p=p)
    drawn = [int(apply(torch.tensor(10))) for _ in range(1000)]
    assert set(drawn) == {10, -22}
    assert abs(drawn.count(-22) / 1000 - (0.5 if p is None else p)) < 0.08
