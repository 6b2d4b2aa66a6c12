"""What the sentences of vision/segmentation say."""

import io
import itertools
from functools import cache

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from recipes import names_of
from sklearn.metrics import f1_score, jaccard_score
from sklearn.utils.class_weight import compute_class_weight
from support import says
from torch.utils.data import DataLoader
from torchvision.models import segmentation
from torchvision.transforms import v2
from torchvision.transforms.v2.functional import pil_to_tensor, to_pil_image
from torchvision.utils import draw_segmentation_masks

entry = cache(lambda stem, until=None: names_of(f"vision/segmentation/{stem}", until))
seeds = st.integers(0, 2**20)


def random_classes(seed, *shape, classes=3):
    return torch.randint(classes, shape, generator=torch.Generator().manual_seed(seed))


@says(
    "vision/segmentation/shapes_and_masks",
    "Picture and mask go through one call of the transform: the picture is interpolated, "
    "the mask takes the nearest pixel, so that no number is new.",
)
@pytest.mark.parametrize("angle", [10, 45, 77])
@pytest.mark.parametrize("index", [0, 5])
def test_a_turned_mask_has_no_new_numbers(angle, index):
    shapes = entry("shapes_and_masks")["Shapes"]
    turn = v2.RandomRotation((angle, angle), interpolation=v2.InterpolationMode.BILINEAR)
    (image, mask), (turned, turned_mask) = shapes(9)[index], shapes(9, turn)[index]
    assert set(turned_mask.unique().tolist()) <= set(mask.unique().tolist())
    assert len(turned.unique()) > 2 * len(image.unique())  # colours between are new
    nearest = v2.functional.rotate(mask[None].float(), angle)[0]  # nearest is its default
    assert turned_mask.float().equal(nearest)


@says(
    "vision/segmentation/shapes_and_masks",
    "Each is drawn from its index: every epoch, worker and run gets the same ones.",
)
@pytest.mark.parametrize("workers", [0, 2])
def test_pictures_are_drawn_from_their_index(workers):
    shapes = entry("shapes_and_masks")["Shapes"]
    torch.manual_seed(workers)
    loader = DataLoader(shapes(6), batch_size=3, num_workers=workers)
    runs = [torch.cat([images for images, _ in loader]) for _ in range(2)]
    assert runs[0].equal(runs[1])
    assert runs[0].equal(torch.stack([shapes(6)[n][0].data for n in range(6)]))
    assert not runs[0][0].equal(runs[0][1])


@given(seed=seeds, classes=st.integers(1, 6))
def test_colours_and_back(seed, classes):
    to_classes = entry("colour_masks")["to_classes"]
    torch.manual_seed(seed)
    palette = torch.randperm(256)[: 3 * classes].view(classes, 3).byte()
    mask = random_classes(seed, 5, 7, classes=classes)
    picture = torch.zeros(3, 5, 7, dtype=torch.uint8)
    for y, x in itertools.product(range(5), range(7)):
        picture[:, y, x] = palette[mask[y, x]]
    assert to_classes(picture, palette).equal(mask)


@says("vision/segmentation/colour_masks", "Save masks as PNG: JPEG changes the colours.")
def test_jpeg_changes_colours():
    used = entry("colour_masks")
    coloured = used["palette"][random_classes(0, 16, 16)].movedim(-1, 0)
    for form, stays in (("PNG", True), ("JPEG", False)):
        file = io.BytesIO()
        to_pil_image(coloured).save(file, form)
        loaded = pil_to_tensor(Image.open(file))
        assert loaded.equal(coloured) == stays
        if not stays:
            with pytest.raises(ValueError, match="outside of the palette"):
                used["to_classes"](loaded, used["palette"])


@says(
    "vision/segmentation/colour_masks",
    'A PNG of mode P, as those of VOC, holds the numbers already, and `convert("RGB")` turns '
    "them into colours.",
)
def test_a_palette_file_holds_numbers():
    used = entry("colour_masks")
    loaded = used["loaded"]
    assert pil_to_tensor(loaded)[0].equal(used["classes"].byte())
    assert pil_to_tensor(loaded.convert("RGB")).equal(used["coloured"])


@says(
    "vision/segmentation/polygon_mask",
    "Draw in the order of what lies in front: a later polygon covers an earlier one.",
    "The outline itself belongs to the mask.",
)
@pytest.mark.parametrize("box", [(0, 0, 6, 5), (2, 1, 8, 3)])
def test_polygons_with_their_outline(box):
    left, top, right, bottom = box
    points = [(left, top), (right, top), (right, bottom), (left, bottom)]
    # The outlines of the entry, then this rectangle.
    used = names_of(
        "vision/segmentation/polygon_mask",
        outlines=[(1, [(0, 0), (8, 0), (8, 6), (0, 6)]), (2, points)],
    )
    expected = torch.ones(7, 9, dtype=torch.int64)
    expected[top : bottom + 1, left : right + 1] = 2
    assert used["mask"].equal(expected)


@says(
    "vision/segmentation/run_length",
    "A row of pairs `start length start length`; pixels are counted from 1, down the columns "
    "first, as in Kaggle's competitions.",
    "An empty mask is an empty string.",
)
@given(seed=seeds, height=st.integers(1, 6), width=st.integers(1, 6))
def test_run_length(seed, height, width):
    used = entry("run_length")
    mask = random_classes(seed, height, width, classes=2).bool()
    inside = [n for n, value in enumerate(mask.numpy().flatten(order="F"), start=1) if value]
    runs = []
    for number in inside:
        if runs and number == sum(runs[-1]):
            runs[-1][1] += 1
        else:
            runs.append([number, 1])
    text = " ".join(f"{start} {length}" for start, length in runs)
    assert used["encode"](mask) == text
    assert used["decode"](text, height, width).equal(mask)
    assert used["encode"](torch.zeros_like(mask)) == ""
    assert not used["decode"]("", height, width).any()


@says(
    "vision/segmentation/u_net",
    "On the way down the maps get smaller and more; on the way up each is doubled and joined "
    "with the map of that size from the way down.",
    "Halving rounds down: where a doubled map is a row or a column short, it is filled up first.",
    "Gives logits for each pixel: no softmax.",
)
@pytest.mark.parametrize("size", [(32, 32), (33, 47), (38, 29)])
def test_sizes_in_a_u_net(size):
    torch.manual_seed(0)
    model = entry("u_net")["UNet"](3, 5, widths=(4, 8, 12))
    seen = {"down": [], "up": [], "join": []}
    for name, shapes in seen.items():
        for part in getattr(model, name):
            part.register_forward_hook(lambda _, x, y, s=shapes: s.append((x[0].shape, y.shape)))
    logits = model(torch.rand(2, 3, *size))
    assert logits.shape == (2, 5, *size)
    assert logits.min() < 0
    assert not logits.sum(dim=1).allclose(torch.ones(2, *size))
    down = [out for _, out in seen["down"]]
    assert [x[1] for x in down] == [4, 8, 12]
    assert [x[2:] for x in down] == [tuple(n // 2**k for n in size) for k in range(3)]
    for (before, doubled), (joined, _), same in zip(
        seen["up"], seen["join"], reversed(down[:-1]), strict=True
    ):
        assert doubled[2:] == tuple(2 * n for n in before[2:])
        assert joined[1] == doubled[1] + same[1]
        assert joined[2:] == same[2:]
        assert all(0 <= a - b <= 1 for a, b in zip(same[2:], doubled[2:], strict=True))


@says(
    "vision/segmentation/train_u_net",
    "Discs and squares have random colours: the form tells the two classes apart, the colour "
    "does not.",
)
def test_colours_do_not_tell_the_classes():
    torch.manual_seed(0)
    images, masks = entry("train_u_net", "Training")["draw"](2000)
    for label in (1, 2):
        colours = [x[:, m == label].mean(1) for x, m in zip(images, masks, strict=True)
                   if (m == label).any()]  # fmt: skip
        colours = torch.stack(colours)
        assert (colours.mean(0) - 0.7).abs().max() < 0.04
        assert (colours.std(0) - 0.6 / 12**0.5).abs().max() < 0.02  # uniform, 0.4 to 1


@says(
    "vision/segmentation/binary_masks",
    "`pos_weight` multiplies the loss of the pixels inside: count them over all masks, as none in "
    "a batch makes it infinite and the loss NaN.",
    "A probability above 0.5 is a logit above 0: for the mask no sigmoid is needed.",
)
@given(seed=seeds, factor=st.floats(0.1, 20))
def test_binary_masks(seed, factor):
    torch.manual_seed(seed)
    logits = 4 * torch.randn(2, 1, 5, 4)
    target = random_classes(seed, 2, 1, 5, 4, classes=2).float()
    plain = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
    weighed = F.binary_cross_entropy_with_logits(
        logits, target, pos_weight=torch.tensor(factor), reduction="none"
    )
    torch.testing.assert_close(weighed, torch.where(target == 1, factor * plain, plain))
    assert (logits.double() > 0).equal(logits.double().sigmoid() > 0.5)
    used = names_of("vision/segmentation/binary_masks", target=torch.zeros(1, 1, 2, 3))
    assert used["pos_weight"].isinf()
    assert used["loss"].isnan()


@says(
    "vision/segmentation/rare_pixels",
    "With these weights a class counts as much as any other that is there, however few its "
    "pixels are.",
    "The weighted mean divides by the weights of the pixels, not by their number.",
    "A batch in which no pixel counts gives NaN.",
)
@given(seed=seeds)
def test_rare_pixels(seed):
    torch.manual_seed(seed)
    target = torch.multinomial(torch.tensor([8.0, 2.0, 1.0]), 60, replacement=True)
    target[:3], target[3:6] = torch.arange(3), 255
    target = target.view(1, 6, 10)
    logits = torch.randn(1, 3, 6, 10)
    used = names_of("vision/segmentation/rare_pixels", target=target, logits=logits)
    weight, known = used["weight"], target[target != 255]
    expected = compute_class_weight("balanced", classes=np.arange(3), y=known.numpy())
    torch.testing.assert_close(weight, torch.tensor(expected, dtype=torch.float32))
    sums = torch.stack([weight[known[known == c]].sum() for c in range(3)])
    torch.testing.assert_close(sums, sums[:1].expand(3))
    logs = logits.double().log_softmax(dim=1)
    each = [
        (weight[c].double(), -logs[0, c, y, x])
        for y, x in itertools.product(range(6), range(10))
        if (c := target[0, y, x].item()) != 255
    ]
    expected = sum(w * value for w, value in each) / sum(w for w, _ in each)
    torch.testing.assert_close(used["loss"].double(), expected, rtol=1e-5, atol=1e-6)
    empty = torch.full_like(target, 255)
    for w in (None, weight):
        assert F.cross_entropy(logits, empty, w, ignore_index=255).isnan()


@says(
    "vision/segmentation/dice_and_iou",
    "Add up the table of true and predicted classes and divide at the end: the mean over "
    "batches is another number.",
    "Dice is the F1 score of the pixels; it is never below the IoU.",
    "A class that neither table side has is NaN: `nanmean` leaves it out.",
)
@given(seed=seeds)
def test_dice_and_iou(seed):
    target, predicted = random_classes(seed, 2, 3, 4, 8)  # batches of three pictures
    batches = [(target[:1], predicted[:1]), (target[1:], predicted[1:])]
    used = names_of("vision/segmentation/dice_and_iou", batches=batches)
    true, found = target.flatten().numpy(), predicted.flatten().numpy()
    iou = torch.tensor(jaccard_score(true, found, average=None), dtype=torch.float32)
    dice = torch.tensor(f1_score(true, found, average=None), dtype=torch.float32)
    torch.testing.assert_close(used["iou"], iou)
    torch.testing.assert_close(used["dice"], dice)
    torch.testing.assert_close(dice, 2 * iou / (1 + iou))
    assert (dice >= iou).all()
    two = [(t.clamp(max=1), p.clamp(max=1)) for t, p in batches]
    used = names_of("vision/segmentation/dice_and_iou", batches=two)
    assert used["iou"].isnan().tolist() == used["dice"].isnan().tolist() == [False, False, True]
    torch.testing.assert_close(used["iou"].nanmean(), used["iou"][:2].mean())


def test_the_mean_over_batches_is_another_number():
    used = entry("dice_and_iou")
    of_batches = [
        names_of("vision/segmentation/dice_and_iou", batches=[batch])["iou"].nanmean()
        for batch in used["batches"]
    ]
    assert abs(torch.stack(of_batches).mean() - used["iou"].mean()) > 0.02


@says(
    "vision/segmentation/draw_masks",
    "Takes one plane of bool a class, and paints on a copy; without a plane it warns and returns "
    "the picture itself.",
    "Where two planes overlap neither colour is painted: the place goes dark.",
)
def test_painted_planes():
    image = torch.full((3, 4, 4), 100, dtype=torch.uint8)
    planes = torch.zeros(2, 4, 4, dtype=torch.bool)
    planes[0, :, :3] = planes[1, :, 2:] = True
    drawn = draw_segmentation_masks(image, planes, alpha=1.0, colors=["red", "blue"])
    assert (image == 100).all()
    assert drawn[:, 0, 0].tolist() == [255, 0, 0]
    assert drawn[:, 0, 3].tolist() == [0, 0, 255]
    assert drawn[:, 0, 2].tolist() == [0, 0, 0]
    half = draw_segmentation_masks(image, planes, alpha=0.5, colors=["red", "blue"])
    assert half[:, 0, 2].tolist() == [50, 50, 50]
    with pytest.warns(UserWarning, match="No mask was drawn"):
        assert draw_segmentation_masks(image, planes[:0]) is image


@says(
    "vision/segmentation/segmentation_models",
    "`out` holds logits of the size of the picture; `aux`, with `aux_loss=True`, those of an "
    "earlier layer, whose loss is added while training.",
    "The weights know 21 classes; for your own replace the last layer.",
)
@pytest.mark.parametrize("aux", [None, True])
def test_what_a_segmentation_model_returns(aux):
    for name in ("deeplabv3_mobilenet_v3_large", "lraspp_mobilenet_v3_large"):
        extra = {"aux_loss": aux} if name.startswith("deep") else {}
        build = getattr(segmentation, name)
        model = build(weights=None, weights_backbone=None, num_classes=4, **extra).eval()
        with torch.inference_mode():
            result = model(torch.rand(1, 3, 70, 50))
        assert result["out"].shape == (1, 4, 70, 50)
        assert ("aux" in result) == bool(extra.get("aux_loss"))
    for name in ("DeepLabV3_MobileNet_V3_Large", "LRASPP_MobileNet_V3_Large", "FCN_ResNet50"):
        weights = getattr(segmentation, f"{name}_Weights").DEFAULT
        assert len(weights.meta["categories"]) == 21


@says(
    "vision/segmentation/tiles",
    "So the tiles overlap, and the nearer a pixel lies to the border of a tile the less it "
    "counts there.",
    "The last tile of a row is moved in, so that all have one size.",
)
@pytest.mark.parametrize("size", [(40, 70), (32, 32), (20, 65), (33, 48), (10, 12)])
@pytest.mark.parametrize("overlap", [0, 8, 15])
def test_tiles(size, overlap):
    by_tiles = entry("tiles")["by_tiles"]
    image, shapes = torch.rand(3, *size), []

    def by_pixel(tile):
        shapes.append(tile.shape[2:])
        return torch.stack([tile.sum(dim=1), tile[:, 0] - tile[:, 1]], dim=1)

    logits = by_tiles(by_pixel, image, classes=2, tile=32, overlap=overlap)
    torch.testing.assert_close(logits, by_pixel(image[None])[0])
    assert set(shapes[:-1]) == {tuple(min(n, 32) for n in size)}

    def depth(tile):  # how far a pixel is from the border of its tile
        line = [torch.arange(n).minimum(torch.arange(n).flip(0)) for n in tile.shape[2:]]
        return line[0][:, None].minimum(line[1]).float().expand(1, 2, -1, -1)

    if overlap and max(size) > 32:
        mean = by_tiles(depth, image, classes=2, tile=32, overlap=overlap)
        plain = torch.zeros(2, *size), torch.zeros(size)
        ends = [max(n - 32, 0) for n in size]
        starts = [[*range(0, end, 32 - overlap), end] for end in ends]
        for top, left in itertools.product(*starts):
            place = (..., slice(top, top + 32), slice(left, left + 32))
            plain[0][place] += depth(image[place][None])[0]
            plain[1][place] += 1
        assert (mean >= plain[0] / plain[1] - 1e-4).all()


@says(
    "vision/segmentation/tiles",
    "At its border a tile sees padding in place of its neighbours.",
)
def test_the_border_of_a_tile_is_wrong():
    used = entry("tiles")
    with torch.inference_mode():
        whole, tile = (
            used["model"](used["image"][None]),
            used["model"](used["image"][None, :, :64, :64]),
        )
    wrong = (tile - whole[..., :64, :64]).abs().amax(dim=(0, 1)) > 1e-5
    assert not wrong[:58, :58].any()  # the kernels reach three pixels each
    assert wrong[58:].float().mean() > 0.9
    assert wrong[:, 58:].float().mean() > 0.9
