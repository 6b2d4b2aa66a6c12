"""What the sentences of the introduction to transforms say."""

import inspect
import random

import pytest
import torch
from PIL import Image
from recipes import names_of
from sklearn.datasets import load_sample_images
from support import says
from torchvision import models, tv_tensors
from torchvision import transforms as v1
from torchvision.transforms import v2

PICTURE = Image.frombytes("RGB", (12, 10), bytes(range(180)) * 2)
TENSOR = v2.PILToTensor()(PICTURE)
SAME = {
    "RandomCrop": (6,),
    "CenterCrop": (6,),
    "RandomResizedCrop": (6,),
    "RandomHorizontalFlip": (1.0,),
    "RandomVerticalFlip": (1.0,),
    "RandomRotation": ((30, 30),),
    "Resize": (5,),
    "Pad": (2,),
    "ColorJitter": ((1.5, 1.5),),
    "Grayscale": (),
    "RandomAffine": ((30, 30),),
    "RandomGrayscale": (1.0,),
    "RandomApply": ([torch.neg], 1.0),
}


@says(
    "transforms",
    "1 | `RandomCrop` | a window at a random place | the same",
    "2 | `CenterCrop` | the middle | the same",
    "6 | `RandomHorizontalFlip` | left and right | the same",
    "7 | `RandomVerticalFlip` | top and bottom | the same",
    "12 | `Pad` | a border | the same",
    "13 | `ColorJitter` | brightness, contrast, saturation, hue | the same",
    "14 | `Grayscale` | brightness alone | the same",
    "17 | `RandomGrayscale` | grey with probability p | the same",
    "21 | `RandomApply` | all of a list, or none | the same",
)
@pytest.mark.parametrize("name", SAME)
def test_v1_gives_the_pixels_of_v2(name):
    drawn = []
    for module in (v1, v2):
        torch.manual_seed(0)
        drawn.append(getattr(module, name)(*SAME[name])(TENSOR))
    if name in ("RandomCrop", "RandomResizedCrop"):  # they draw in another order
        assert drawn[0].shape == drawn[1].shape == (3, 6, 6)
    else:
        torch.testing.assert_close(*drawn, atol=1, rtol=0)
        assert not drawn[1].equal(TENSOR)


@says("transforms", "18 | `ToPILImage` | tensor to PIL | the same")
@says("transforms", "19 | `Lambda` | any function | the same")
@pytest.mark.parametrize("module", [v1, v2])
def test_lambda_and_to_pil_image(module):
    assert module.ToPILImage()(TENSOR).tobytes() == PICTURE.tobytes()
    assert module.Lambda(lambda x: x.sum())(TENSOR) == TENSOR.sum()


@says("transforms", "4 | `FiveCrop` | four corners and the centre | a tuple of 5")
@says("transforms", "5 | `TenCrop` | the same and mirrored | a tuple of 10")
@says("transforms/crop/five_crop", "It gives a tuple of 5 images: stack them into a batch.")
@pytest.mark.parametrize("module", [v1, v2])
@pytest.mark.parametrize("image", [PICTURE, TENSOR])
def test_tuples_of_crops(module, image):
    five, ten = module.FiveCrop(6)(image), module.TenCrop(6)(image)
    assert (type(five), len(five)) == (type(ten), len(ten) - 5) == (tuple, 5)
    if image is TENSOR:
        assert torch.stack(five).equal(torch.stack(ten[:5]))
        assert torch.stack(ten[5:]).equal(torch.stack(module.FiveCrop(6)(TENSOR.flip(-1))))


@says("transforms", "3 | `RandomResizedCrop` | a random part, resized | was RandomSizedCrop")
@says("transforms", "8 | `RandomRotation` | by a random angle | resample= is interpolation=")
@says("transforms", "9 | `Resize` | to a size | was Scale")
@says("transforms", "16 | `RandomAffine` | rotate, shift, scale, shear | fillcolor= is fill=")
@says("transforms/flip_rotate/random_rotation", "`resample=` is the old name of `interpolation=`.")
@says(
    "transforms/flip_rotate/random_affine",
    "`fillcolor=` is the old name of `fill=`, `resample=` of `interpolation=`.",
)
@pytest.mark.parametrize("module", [v1, v2])
def test_names_that_are_gone(module):
    assert not hasattr(module, "Scale")
    assert not hasattr(module, "RandomSizedCrop")
    for transform in (module.RandomRotation, module.RandomAffine):
        names = set(inspect.signature(transform).parameters)
        assert {"interpolation", "fill"} <= names
        assert not names & {"resample", "fillcolor"}


@says("transforms", "10 | `Normalize` | mean and standard deviation | tensors only")
@says("transforms", "15 | `LinearTransformation` | a matrix, for whitening | needs mean_vector")
@says(
    "transforms/resize_convert/linear_transformation",
    "Old calls gave the matrix alone; now v1 and v2 require the mean vector.",
)
@pytest.mark.parametrize("module", [v1, v2])
def test_what_they_need(module):
    with pytest.raises(TypeError, match="PIL"):
        module.Normalize([0.5], [0.5])(PICTURE)
    assert module.Normalize([0.5], [0.5])(TENSOR / 255).min() == -1
    with pytest.raises(TypeError, match="mean_vector"):
        module.LinearTransformation(torch.eye(3))


@says("transforms", "11 | `ToTensor` | image to tensor | now ToImage and ToDtype")
def test_to_tensor_in_two_steps():
    steps = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
    torch.testing.assert_close(v1.ToTensor()(PICTURE), v2.ToPureTensor()(steps(PICTURE)))


@says("transforms", "20 | `RandomChoice` | one of several | v1 draws with Python's `random`")
@says(
    "transforms",
    "22 | `RandomOrder` | all, in a random order | v1 draws with Python's `random`",
)
@says(
    "transforms/compose",
    "In v1 `RandomChoice` and `RandomOrder` draw from Python's `random`, which has a seed of its "
    "own.",
)
@says(
    "transforms/compose/random_choice",
    "Each with the same probability, or with `p`, a list of weights. v1 draws from Python's "
    "`random`: `torch.manual_seed` does not make it repeat.",
)
@says(
    "transforms/compose/random_order",
    "Adding 1 and doubling do not commute: both results are seen. v1 draws from Python's "
    "`random`: `torch.manual_seed` does not make it repeat.",
)
@pytest.mark.parametrize("name", ["RandomChoice", "RandomOrder"])
def test_generators_of_choice_and_order(name):
    def draw(module):
        transform = getattr(module, name)([torch.neg, torch.exp, torch.sin, torch.tanh])
        return [float(transform(torch.tensor(2.0))) for _ in range(30)]

    def seeded(module, seed):
        seed(0)
        return draw(module)

    assert seeded(v2, torch.manual_seed) == seeded(v2, torch.manual_seed)
    assert seeded(v1, torch.manual_seed) != draw(v1)
    assert seeded(v1, torch.manual_seed) != seeded(v1, torch.manual_seed)
    assert seeded(v1, random.seed) == seeded(v1, random.seed)
    two = getattr(v2, name)([v2.Lambda(lambda x: x + 1), v2.Lambda(lambda x: x * 2)])
    found = [int(two(torch.tensor(10))) for _ in range(2000)]
    assert set(found) == ({11, 20} if name == "RandomChoice" else {21, 22})
    assert abs(found.count(found[0]) / 2000 - 0.5) < 0.06  # five standard errors
    if name == "RandomChoice":
        weighted = v2.RandomChoice(two.transforms, p=[3.0, 1.0])
        found = [int(weighted(torch.tensor(10))) for _ in range(2000)]
        assert abs(found.count(11) / 2000 - 0.75) < 0.05


@says(
    "transforms",
    "`torchvision.transforms.v2` takes PIL images and tensors, alone or with boxes and masks.",
)
@pytest.mark.parametrize("image", [PICTURE, TENSOR, tv_tensors.Image(TENSOR)])
def test_v2_takes_images_alone_or_with_targets(image):
    flip = v2.RandomHorizontalFlip(p=1.0)
    boxes = tv_tensors.BoundingBoxes([[0, 0, 2, 3]], format="XYXY", canvas_size=(10, 12))
    mask = tv_tensors.Mask(torch.arange(120).view(1, 10, 12))
    moved, moved_boxes, moved_mask = flip(image, boxes, mask)
    assert v2.PILToTensor()(v2.ToPILImage()(moved)).equal(TENSOR.flip(-1))
    assert type(flip(image)) is type(image)
    assert moved_boxes.tolist() == [[10, 0, 12, 3]]
    assert moved_mask.equal(mask.flip(-1))


@says("transforms", "The older `torchvision.transforms` (v1) is frozen; v2 has its names.")
def test_v2_has_the_names_of_v1():
    old = {name for name in vars(v1) if isinstance(getattr(v1, name), type)}
    new = {name for name in vars(v2) if isinstance(getattr(v2, name), type)}
    assert len(old) > 30
    assert old < new


@says(
    "transforms",
    "Then come `ToDtype` and `Normalize`, with the same numbers in training and validation, and "
    "last `RandomErasing` and `MixUp`.",
)
@pytest.mark.parametrize("name", ["imagenet_train", "imagenet_validation"])
def test_pipelines_end_with_the_same_numbers(name):
    pipeline = names_of(f"transforms/compose/{name}")[name.removeprefix("imagenet_")]
    *_, to_dtype, normalize = pipeline.transforms
    assert isinstance(to_dtype, v2.ToDtype)
    assert (normalize.mean, normalize.std) == ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])


@says("transforms", "Torchvision's detectors normalise inside.")
@pytest.mark.parametrize(
    "build",
    [
        models.detection.fasterrcnn_mobilenet_v3_large_320_fpn,
        models.detection.ssdlite320_mobilenet_v3_large,
    ],
)
def test_detectors_normalise_and_resize_inside(build):
    inside = build(weights=None, weights_backbone=None).transform
    images, _ = inside([torch.full((3, 20, 30), 0.9)])
    mean, std = (torch.tensor(v).view(3, 1, 1) for v in (inside.image_mean, inside.image_std))
    torch.testing.assert_close(images.tensors[0, :, :1, :1], (0.9 - mean) / std)
    assert images.image_sizes[0] > (100, 100)


@says(
    "transforms",
    "The photographs are scikit-learn's sample images: flower.jpg by vultilion and china.jpg by "
    "danielbuechele, both under CC BY 2.0, here cropped and changed.",
)
def test_sources_of_the_photographs():
    china, flower = load_sample_images().DESCR.split("Image: flower.jpg")
    for text, owner in ((china, "danielbuechele"), (flower, "vultilion")):
        assert f"https://www.flickr.com/photos/{owner}/" in text
        assert "[1] https://creativecommons.org/licenses/by/2.0/" in text
