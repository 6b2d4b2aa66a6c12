"""What the sentences of transforms/policies say."""

import inspect

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torchvision import tv_tensors
from torchvision.transforms import v2

AUTOMATIC = [v2.TrivialAugmentWide, v2.RandAugment, v2.AutoAugment, v2.AugMix]
U8 = torch.randint(256, (3, 32, 40), dtype=torch.uint8)


def boxes_of(*corners, size=(32, 40), form="XYXY"):
    return tv_tensors.BoundingBoxes([list(c) for c in corners], format=form, canvas_size=size)


@says("transforms/policies", "Start with `TrivialAugmentWide`, which has nothing to tune.")
@says("transforms/policies/trivial_augment", "No settings to tune.")
def test_trivial_augment_has_no_settings():
    names = set(inspect.signature(v2.TrivialAugmentWide).parameters)
    assert names == {"num_magnitude_bins", "interpolation", "fill"}  # no number, no strength
    assert {"num_ops", "magnitude"} <= set(inspect.signature(v2.RandAugment).parameters)


@says("transforms/policies/trivial_augment", "On uint8 images (or float), before Normalize.")
@pytest.mark.parametrize("dtype", [torch.uint8, torch.float32])
def test_trivial_augment_takes_uint8_and_float(dtype):
    torch.manual_seed(0)
    image = v2.ToDtype(dtype, scale=True)(U8)
    drawn = [v2.TrivialAugmentWide()(image) for _ in range(60)]
    assert {x.dtype for x in drawn} == {dtype}
    assert all(x.min() >= 0 and x.max() <= (255 if dtype is torch.uint8 else 1) for x in drawn)
    assert sum(not x.equal(image) for x in drawn) > 40


@says("transforms/policies", "`MixUp` and `CutMix` work on batches.")
@pytest.mark.parametrize("mixing", [v2.MixUp, v2.CutMix])
def test_mixing_works_on_batches(mixing):
    images, labels = torch.rand(4, 3, 8, 8), torch.tensor([0, 1, 2, 0])
    mixed, soft = mixing(num_classes=3)(images, labels)
    assert (mixed.shape, soft.shape) == ((4, 3, 8, 8), (4, 3))
    with pytest.raises(ValueError, match="batch"):
        mixing(num_classes=3)(images[0], labels[0])


@says(
    "transforms/policies",
    "Boxes and masks move with their image; the automatic policies and the mixing take none.",
)
@pytest.mark.parametrize(
    "target",
    [boxes_of((1, 1, 4, 4)), tv_tensors.Mask(torch.arange(1280).view(32, 40))],
    ids=["box", "mask"],
)
@pytest.mark.parametrize("policy", AUTOMATIC)
def test_policies_take_no_targets(policy, target):
    with pytest.raises(TypeError, match=type(target).__name__):
        policy()(tv_tensors.Image(U8), target)
    for mixing in (v2.MixUp(num_classes=2), v2.CutMix(num_classes=2)):
        with pytest.raises(ValueError, match=r"does not support .* bounding boxes"):
            mixing(torch.rand(2, 3, 32, 40), torch.tensor([0, 1]), target)
    moved = v2.RandomVerticalFlip(p=1.0)(tv_tensors.Image(U8), target)[1]
    box = torch.tensor([[1, 28, 4, 31]])
    assert moved.equal(target.flip(-2) if isinstance(target, tv_tensors.Mask) else box)


@pytest.fixture
def effects(monkeypatch):
    """Write down the effects that a policy draws."""
    seen = []

    def note(self, image, name, magnitude, **_):
        seen.append((name, abs(magnitude)))
        return image

    monkeypatch.setattr(v2.RandAugment.__bases__[0], "_apply_image_or_video_transform", note)
    return seen


@says("transforms/policies/rand_augment", "several random effects of one strength.")
@says(
    "transforms/policies/rand_augment",
    "`num_ops` effects in a row at `magnitude` 0 to 30; 2 and 9 unless said otherwise.",
)
@pytest.mark.parametrize("magnitude", [0, 9, 30])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_effects_of_rand_augment(effects, count, magnitude):
    v2.RandAugment(count, magnitude)(U8)
    assert len(effects) == count
    del effects[:]
    for _ in range(60):
        v2.RandAugment(1, magnitude)(U8)
    turned = {round(m, 3) for name, m in effects if name == "Rotate"}
    assert turned == {magnitude}  # 30 degrees at 30
    default = inspect.signature(v2.RandAugment).parameters
    assert (default["num_ops"].default, default["magnitude"].default) == (2, 9)
    with pytest.raises(IndexError):
        [v2.RandAugment(9, 31)(U8) for _ in range(9)]


@says("transforms/policies/trivial_augment", "one random effect of random strength.")
@pytest.mark.parametrize("count", [1, 150])
def test_effect_of_trivial_augment(effects, count):
    torch.manual_seed(0)
    for _ in range(count):
        v2.TrivialAugmentWide()(U8)
    assert len(effects) == count
    kinds = {name for name, _ in effects}
    turned = {magnitude for name, magnitude in effects if name == "Rotate"}
    assert count == 1 or (len(kinds) > 10 and len(turned) > 3)


@says("transforms/policies/rand_augment", "the same two effects")
@pytest.mark.parametrize("seed", range(4))
def test_rand_augment_of_one_seed(effects, seed):
    for magnitude in (3, 9, 15, 21, 30):
        torch.manual_seed(seed)
        v2.RandAugment(2, magnitude)(U8)
    names = [name for name, _ in effects]
    assert names == names[:2] * 5


@says(
    "transforms/policies/auto_augment",
    "Found by search for ImageNet, CIFAR-10 and SVHN; each draw takes one of its pairs of effects.",
)
@pytest.mark.parametrize("policy", list(v2.AutoAugmentPolicy))
def test_pairs_of_auto_augment(effects, policy):
    assert {p.value for p in v2.AutoAugmentPolicy} == {"imagenet", "cifar10", "svhn"}
    transform = v2.AutoAugment(policy)
    pairs = [[part[0] for part in pair] for pair in transform._policies]
    assert {len(pair) for pair in pairs} == {2}
    for _ in range(100):
        transform(U8)
        names = [name for name, _ in effects]  # each part has its own probability
        assert any(names in ([], pair, pair[:1], pair[1:]) for pair in pairs)
        del effects[:]


@says("transforms/policies/aug_mix", "several augmented versions, blended.")
@says(
    "transforms/policies/aug_mix",
    "Chains of effects are mixed with the original by random weights.",
)
@pytest.mark.parametrize("width", [1, 3, 6])
def test_chains_of_aug_mix(effects, width):
    image = torch.rand(3, 8, 8)
    mixed = v2.AugMix(mixture_width=width, chain_depth=4)(image)  # with effects that do nothing
    assert len(effects) == 4 * width
    torch.testing.assert_close(mixed, image)  # the weights sum to 1


def test_weights_of_aug_mix(monkeypatch):
    base = v2.AugMix.__bases__[0]
    black = staticmethod(lambda image, *_, **__: torch.zeros_like(image))
    monkeypatch.setattr(base, "_apply_image_or_video_transform", black)
    drawn = [v2.AugMix()(torch.ones(1, 2, 2))[0, 0, 0].item() for _ in range(200)]
    assert 0 <= min(drawn) < 0.1 < 0.9 < max(drawn) <= 1  # of the original


@says("transforms/policies/random_erasing", "With probability p.")
@pytest.mark.parametrize("p", [0.0, 0.3, 1.0])
def test_probability_of_random_erasing(p):
    torch.manual_seed(0)
    image = torch.ones(1, 30, 30)
    share = sum(bool((v2.RandomErasing(p)(image) == 0).any()) for _ in range(500)) / 500
    assert abs(share - p) <= (0.1 if 0 < p < 1 else 0)


@says(
    "transforms/policies/random_erasing",
    "`scale` is its share of the area, `ratio` its shape.",
    '`value` is a number, one for each channel, or "random".',
)
@pytest.mark.parametrize("scale", [0.05, 0.2])
@pytest.mark.parametrize("ratio", [0.5, 1.0, 2.0])
def test_settings_of_random_erasing(scale, ratio):
    settings = {"p": 1.0, "scale": (scale, scale), "ratio": (ratio, ratio)}
    image = torch.ones(3, 100, 100)
    erased = v2.RandomErasing(**settings)(image)[0] == 0
    height, width = erased.any(1).sum(), erased.any(0).sum()
    assert erased.sum() == height * width
    assert abs(height * width / 10_000 - scale) < 0.01
    assert abs(height / width - ratio) < 0.1
    found = v2.RandomErasing(**settings, value=(7, 8, 9))(image)
    assert found.amax((1, 2)).tolist() == [7, 8, 9]
    assert v2.RandomErasing(**settings, value=5.0)(image).unique().tolist() == [1, 5]
    assert len(v2.RandomErasing(**settings, value="random")(image).unique()) > 1000


@says(
    "transforms/policies/mix_up",
    "On a batch of floats, in the loop or in `collate_fn`: each sample is mixed with its "
    "neighbour.",
    "The labels become rows of probabilities, which `CrossEntropyLoss` takes.",
    "rows sum to 1",
)
@says("transforms/policies/cut_mix", "rows sum to 1")
@says("transforms/policies/mix_in_collate", "rows sum to 1")
@says(
    "transforms/policies/mix_in_collate",
    "The targets come out as rows of probabilities, which `cross_entropy` takes.",
    "The loader collates as always, then mixes: one draw for the whole batch.",
)
@pytest.mark.parametrize("count", [2, 5])
@pytest.mark.parametrize("seed", range(4))
def test_mix_up_with_the_neighbour(count, seed):
    torch.manual_seed(seed)
    images, labels = torch.rand(count, 3, 16, 17), torch.arange(count)
    mixed, soft = v2.MixUp(num_classes=count)(images, labels)
    share = soft[0, 0]
    expected = share * images + (1 - share) * images.roll(1, 0)  # one share for the batch
    torch.testing.assert_close(mixed, expected, rtol=1e-4, atol=1e-5)
    with pytest.raises(RuntimeError, match="can't be cast to the desired output type Byte"):
        v2.MixUp(num_classes=count)(images.byte(), labels)
    for targets in (soft, v2.CutMix(num_classes=count)(images, labels)[1]):
        assert (targets >= 0).all()
        torch.testing.assert_close(targets.sum(1), torch.ones(count))
        assert targets.diagonal().unique().numel() == 1
        logits = torch.randn(count, count)
        loss = torch.nn.CrossEntropyLoss()(logits, targets)
        torch.testing.assert_close(loss, -(targets * F.log_softmax(logits, 1)).sum(1).mean())
    for name in ("mix_up", "cut_mix", "mix_in_collate"):
        if seed == count - 2 == 0:
            rows = names_of(f"transforms/policies/{name}")["soft"].sum(1)
            torch.testing.assert_close(rows, torch.ones_like(rows))


@says("transforms/policies/cut_mix", "The labels are mixed by area.")
@pytest.mark.parametrize("seed", range(5))
def test_labels_of_cut_mix(seed):
    torch.manual_seed(seed)
    images = torch.arange(3.0).view(3, 1, 1, 1).expand(3, 1, 30, 40)
    mixed, soft = v2.CutMix(num_classes=3)(images, torch.arange(3))
    areas = torch.stack([(mixed == k).float().mean((1, 2, 3)) for k in range(3)], dim=1)
    torch.testing.assert_close(soft, areas)


@says(
    "transforms/policies/boxes_and_masks",
    "Tuples, lists and dictionaries go in, also nested.",
)
@pytest.mark.parametrize(
    "wrap",
    [
        lambda x, b: (x, b),
        lambda x, b: [x, b],
        lambda x, b: {"image": x, "boxes": b},
        lambda x, b: ({"deep": [(x,)]}, "word", 3, {"boxes": {"b": b}}),
    ],
    ids=["tuple", "list", "dictionary", "nested"],
)
def test_structures(wrap):
    image, boxes = tv_tensors.Image(U8), boxes_of((1, 2, 4, 5))
    found = v2.RandomHorizontalFlip(p=1.0)(wrap(image, boxes))
    expected = wrap(U8.flip(-1), torch.tensor([[36, 2, 39, 5]]))
    assert torch.utils._pytree.tree_structure(found) == torch.utils._pytree.tree_structure(expected)
    leaves = map(torch.utils._pytree.tree_leaves, (found, expected))
    for a, b in zip(*leaves, strict=True):
        assert a.equal(b) if isinstance(a, torch.Tensor) else a == b


@says(
    "transforms/policies/boxes_and_masks",
    "Of plain tensors only the first counts as an image, and only where no image is wrapped; the "
    "others pass unchanged.",
)
@pytest.mark.parametrize(
    "image", [tv_tensors.Image(U8), tv_tensors.Video(U8[None]), v2.ToPILImage()(U8)]
)
def test_plain_tensors(image):
    flip = v2.RandomHorizontalFlip(p=1.0)
    plain = [torch.rand(1, 2, 3) for _ in range(3)]
    first, *others = flip(*plain)
    assert first.equal(plain[0].flip(-1))
    assert all(a is b for a, b in zip(others, plain[1:], strict=True))
    *kept, moved = flip(*plain, image)
    assert all(a is b for a, b in zip(kept, plain, strict=True))
    assert moved is not image


@says("transforms/policies/boxes_and_masks", "left, top, right, bottom")
def test_boxes_of_the_entry():
    names = names_of("transforms/policies/boxes_and_masks")
    left, top, right, bottom = names["boxes"][0].int().tolist()
    assert names["mask"][top:bottom, left:right].all()
    assert names["mask"].sum() == (bottom - top) * (right - left)


@says(
    "transforms/policies/clamp_and_convert_boxes",
    "XYXY is two corners, XYWH a corner and a size, CXCYWH the centre and a size.",
)
@given(st.integers(0, 20), st.integers(0, 20), st.integers(1, 20), st.integers(1, 12))
def test_formats_of_boxes(left, top, width, height):
    boxes = boxes_of((left * 1.0, top, left + width, top + height))
    expected = {
        "XYWH": [left, top, width, height],
        "CXCYWH": [left + width / 2, top + height / 2, width, height],
    }
    for form, numbers in expected.items():
        found = v2.ConvertBoundingBoxFormat(form)(boxes)
        assert found.tolist() == [numbers]
        assert v2.ConvertBoundingBoxFormat("XYXY")(found).tolist() == boxes.tolist()


@says(
    "transforms/policies/clamp_and_convert_boxes",
    "Crops clamp boxes to the image, `ClampBoundingBoxes` does it by hand; "
    "`SanitizeBoundingBoxes` removes what is too small or reaches outside, with its labels: clamp "
    "first.",
)
@pytest.mark.parametrize("crop", [v2.CenterCrop(10), v2.RandomCrop(10), v2.RandomResizedCrop(10)])
def test_crops_clamp_boxes(crop):
    boxes = boxes_of((0.0, 0, 40, 32), (19.9, 15.9, 20.2, 16.2))
    found = crop(tv_tensors.Image(U8), boxes)[1]
    assert found[0].tolist() == [0, 0, 10, 10]
    outside = boxes_of((-5.0, -6, 50, 60))
    assert v2.ClampBoundingBoxes()(outside).tolist() == [[0, 0, 40, 32]]
    reaching = {"boxes": boxes_of((0.0, 0, 41, 20), (0.0, 0, 40, 20)), "labels": torch.arange(2)}
    assert v2.SanitizeBoundingBoxes()(reaching)["labels"].tolist() == [1]
    clamped = {**reaching, "boxes": v2.ClampBoundingBoxes()(reaching["boxes"])}
    assert v2.SanitizeBoundingBoxes()(clamped)["labels"].tolist() == [0, 1]
    target = v2.SanitizeBoundingBoxes()({"boxes": boxes, "labels": torch.tensor([3, 4])})
    assert target["boxes"].tolist() == [[0, 0, 40, 32]]
    assert target["labels"].tolist() == [3]


@says(
    "transforms/policies/clamp_and_convert_boxes",
    "Arithmetic on boxes gives a plain tensor: `tv_tensors.wrap` makes boxes of it again.",
)
@pytest.mark.parametrize("change", [lambda b: b + 1, lambda b: b * 2, lambda b: 5 - b])
def test_arithmetic_on_boxes(change):
    boxes = boxes_of((1, 2, 3, 4))
    plain = change(boxes)
    assert type(plain) is torch.Tensor
    again = tv_tensors.wrap(plain, like=boxes)
    assert type(again) is tv_tensors.BoundingBoxes
    assert (again.format, again.canvas_size) == (boxes.format, (32, 40))
    assert again.equal(plain)


@says("transforms/policies/key_points", "Points as (x, y); a flip takes x to W - 1 - x.")
@given(st.integers(0, 39), st.integers(0, 31))
def test_points_follow_a_flip(x, y):
    image = tv_tensors.Image(torch.zeros(1, 32, 40))
    image[0, y, x] = 1
    points = tv_tensors.KeyPoints([[x, y]], canvas_size=(32, 40))
    moved, (point,) = v2.RandomHorizontalFlip(p=1.0)(image, points)
    assert point.tolist() == [40 - 1 - x, y]
    assert moved[0, y, 40 - 1 - x] == 1


@says(
    "transforms/policies/key_points",
    "`ClampKeyPoints` brings those outside to the border, `SanitizeKeyPoints` removes them, and "
    "their labels where `labels_getter` says which.",
)
@given(st.lists(st.tuples(st.integers(-9, 50), st.integers(-9, 40)), min_size=1, max_size=6))
def test_points_outside(places):
    points = tv_tensors.KeyPoints([[float(x), float(y)] for x, y in places], canvas_size=(32, 40))
    clamped = [[min(max(x, 0), 39), min(max(y, 0), 31)] for x, y in places]
    assert v2.ClampKeyPoints()(points).tolist() == clamped
    inside = [n for n, (x, y) in enumerate(places) if 0 <= x < 40 and 0 <= y < 32]
    target = {"points": points, "labels": torch.arange(len(places))}
    assert v2.SanitizeKeyPoints()(target)["labels"].equal(target["labels"])
    found = v2.SanitizeKeyPoints(labels_getter=lambda target: target["labels"])(target)
    assert found["labels"].tolist() == inside
    assert found["points"].tolist() == [list(places[n]) for n in inside]


@says(
    "transforms/policies/video_frames",
    "Crops, flips and colour jitter do the same to every frame: one draw for all.",
)
@says("transforms/policies/video_frames", "the same place in every frame")
@pytest.mark.parametrize(
    "transform",
    [
        v2.RandomCrop(8),
        v2.RandomResizedCrop(8),
        v2.RandomHorizontalFlip(),
        v2.RandomVerticalFlip(),
        v2.ColorJitter(0.5, 0.5, 0.5, 0.2),
    ],
    ids=lambda transform: type(transform).__name__,
)
@pytest.mark.parametrize("wrap", [tv_tensors.Video, torch.Tensor])
def test_one_draw_for_all_frames(transform, wrap):
    torch.manual_seed(0)
    video = wrap(U8.repeat(5, 1, 1, 1))
    drawn = [transform(video) for _ in range(12)]
    for found in drawn:
        assert all(frame.equal(found[0]) for frame in found)
    assert len({found.numpy().tobytes() for found in drawn}) > 1
