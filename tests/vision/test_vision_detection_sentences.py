"""What the sentences of vision/detection say."""

import math
from functools import cache

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn
from torchvision import ops, tv_tensors
from torchvision.models.detection import FasterRCNN
from torchvision.models.detection._utils import BoxCoder
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.transforms import v2
from torchvision.utils import draw_bounding_boxes

entry = cache(lambda stem, until=None: names_of(f"vision/detection/{stem}", until))
seeds = st.integers(0, 2**20)


def random_boxes(count, size=40.0):
    first, second = size * torch.rand(2, count, 2)
    return torch.cat([first.minimum(second), first.maximum(second) + 1], dim=1)


def overlap_of(a, b):
    """IoU of two boxes in plain numbers."""
    width = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
    height = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    both = width * height
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def small_detector(channels=8, classes=3, **settings):
    backbone = nn.Sequential(nn.Conv2d(3, channels, 8, stride=8), nn.ReLU())
    backbone.out_channels = channels
    return FasterRCNN(
        backbone,
        classes,
        rpn_anchor_generator=AnchorGenerator(((16,),), ((1.0,),)),
        box_roi_pool=ops.MultiScaleRoIAlign(["0"], 2, 2),
        **settings,
    )


@says(
    "vision/detection/detection_target",
    "Class 0 is the background, so labels begin at 1 and `num_classes` is one more than there "
    "are kinds.",
)
@pytest.mark.parametrize("kinds", [1, 3])
def test_labels_begin_at_one(kinds):
    torch.manual_seed(0)
    model = small_detector(
        classes=kinds + 1,
        min_size=64,
        box_score_thresh=0.0,
        box_nms_thresh=1,
        box_detections_per_img=4000,
    )
    with torch.inference_mode():
        (found,) = model.eval()([torch.rand(3, 64, 64)])
    assert found["labels"].unique().tolist() == list(range(1, kinds + 1))


@says(
    "vision/detection/detection_target",
    "A picture without objects has boxes of shape (0, 4): `torch.tensor([])` alone has shape (0,).",
)
def test_boxes_of_an_empty_picture():
    empty = entry("detection_target")["target"]([])
    assert empty["boxes"].shape == (0, 4)
    assert torch.tensor([]).shape == (0,)
    assert empty["labels"].dtype == torch.int64


@says(
    "vision/detection/boxes_in_crops",
    "A crop cuts boxes at the border; those that lie outside are left empty, and a detector "
    "refuses them.",
    "`SanitizeBoundingBoxes` last takes them out.",
)
@pytest.mark.parametrize(
    "crop", [v2.CenterCrop(20), v2.RandomCrop(24), v2.RandomResizedCrop(16, scale=(0.1, 0.2))]
)
def test_boxes_in_a_crop(crop):
    torch.manual_seed(0)
    image, empty = tv_tensors.Image(torch.rand(3, 64, 64)), 0
    for _ in range(8):
        boxes = tv_tensors.BoundingBoxes(random_boxes(6, 60.0), format="XYXY", canvas_size=(64, 64))
        picture, target = crop(image, {"boxes": boxes, "labels": torch.arange(1, 7)})
        cut, (height, width) = target["boxes"], picture.shape[1:]
        assert (cut >= 0).all()
        assert (cut <= torch.tensor([width, height] * 2)).all()
        size = cut[:, 2:] - cut[:, :2]
        full = (size >= 1).all(dim=1)
        clean = v2.SanitizeBoundingBoxes()(picture, target)[1]
        assert clean["labels"].equal(target["labels"][full])
        empty += (size <= 0).any(dim=1).sum()
    assert empty > 0
    target["boxes"] = torch.tensor([[3.0, 3.0, 3.0, 9.0]])
    target["labels"] = torch.tensor([1])
    with pytest.raises(AssertionError, match="positive height and width"):
        small_detector(min_size=64)([torch.rand(3, 64, 64)], [target])


@says(
    "vision/detection/boxes_in_crops",
    "It takes the labels along by their key, and other rows of the objects where "
    "`labels_getter` returns them.",
)
def test_rows_that_go_with_their_box():
    used = entry("boxes_in_crops")
    cut = used["crop_only"](used["image"], used["target"])
    by_key = v2.SanitizeBoundingBoxes()(*cut)[1]
    assert len(by_key["boxes"]) == len(by_key["labels"]) == 1
    assert len(by_key["area"]) == 3  # nobody said that it belongs to the boxes
    assert len(used["found"]["area"]) == len(used["found"]["labels"]) == 1
    assert used["found"]["labels"].equal(by_key["labels"])


@says(
    "vision/detection/boxes_from_masks",
    "The corners that `masks_to_boxes` gives are the last pixels: add 1, or an object of one "
    "column has no width.",
)
@given(
    left=st.integers(0, 7), top=st.integers(0, 5), right=st.integers(0, 7), down=st.integers(0, 5)
)
def test_boxes_from_masks(left, top, right, down):
    left, right, top, down = min(left, right), max(left, right), min(top, down), max(top, down)
    numbered = torch.zeros(6, 8, dtype=torch.int64)
    numbered[top : down + 1, left : right + 1] = 3
    corners = ops.masks_to_boxes(numbered[None] == 3)
    assert (corners[0, 2] - corners[0, 0] == 0) == (left == right)
    corners[:, 2:] += 1
    assert ops.box_area(corners) == (numbered == 3).sum()


@says(
    "vision/detection/small_detector",
    "The backbone is any module that turns pictures into maps and has `out_channels`.",
)
@pytest.mark.parametrize("channels", [4, 24])
def test_what_a_backbone_has(channels):
    model = small_detector(channels, min_size=64)
    with torch.inference_mode():
        (found,) = model.eval()([torch.rand(3, 64, 64)])
    assert found["boxes"].shape[1] == 4
    with pytest.raises(ValueError, match="out_channels"):
        FasterRCNN(nn.Sequential(nn.Conv2d(3, channels, 8)), 3)


@says(
    "vision/detection/small_detector",
    "The detector resizes first: by default small pictures are enlarged until the shorter side "
    "has 800 pixels or the longer 1,333, and anchors are measured in those.",
    "The boxes that come out are in pixels of the picture.",
)
@pytest.mark.parametrize("size", [(64, 64), (60, 90), (20, 100)])
def test_small_pictures_are_enlarged(size):
    model, image = small_detector(box_score_thresh=0.0), torch.rand(3, *size)
    resized, _ = model.transform([image])
    short, long = sorted(resized.image_sizes[0])
    assert short == 800 or long == 1333
    rows, columns = (n // 8 for n in resized.tensors.shape[2:])
    (anchors,) = model.rpn.anchor_generator(resized, [torch.zeros(1, 8, rows, columns)])
    assert (anchors[:, 2] - anchors[:, 0]).eq(16).all()
    with torch.inference_mode():
        (found,) = model.eval()([image])
    assert len(found["boxes"]) > 0
    assert (found["boxes"] <= torch.tensor([size[1], size[0]] * 2) + 1e-3).all()


@says(
    "vision/detection/anchors",
    "One tuple of sizes and one of ratios for each map of the backbone; every size comes in "
    "every ratio.",
    "A ratio is height by width; the area stays that of the size, but for rounding to whole "
    "pixels.",
    "Places follow each other row by row, with all their anchors.",
)
@pytest.mark.parametrize("sizes", [(16,), (32, 64, 128)])
@pytest.mark.parametrize("ratios", [(1.0,), (0.5, 2.0)])
def test_anchors(sizes, ratios):
    generator = AnchorGenerator((sizes, sizes), (ratios, ratios))
    assert generator.num_anchors_per_location() == [len(sizes) * len(ratios)] * 2
    images = ImageList(torch.zeros(1, 3, 48, 64), [(48, 64)])
    (anchors,) = generator(images, [torch.zeros(1, 1, 6, 8), torch.zeros(1, 1, 3, 4)])
    each = len(sizes) * len(ratios)
    assert len(anchors) == each * (6 * 8 + 3 * 4)
    first = ops.box_convert(anchors[: each * 48], "xyxy", "cxcywh").view(6, 8, each, 4)
    expected = {(size, ratio) for size in sizes for ratio in ratios}
    for _, _, width, height in first[0, 0].tolist():
        near = {
            (size, ratio)
            for size, ratio in expected
            if abs(width - size / ratio**0.5) <= 1 and abs(height - size * ratio**0.5) <= 1
        }
        assert len(near) == 1
        expected -= near
    assert not expected
    assert (first[..., 0] == 8 * torch.arange(8).view(1, 8, 1)).all()
    assert (first[..., 1] == 8 * torch.arange(6).view(6, 1, 1)).all()


@says(
    "vision/detection/box_offsets",
    "Where anchor and box agree all four are 0; a box without width or height gives minus "
    "infinity.",
    "Detectors bound the logarithm before `exp`, so that an untrained net gives no infinite box.",
)
@given(seed=seeds)
def test_box_offsets(seed):
    torch.manual_seed(seed)
    encode, decode = (entry("box_offsets")[name] for name in ("encode", "decode"))
    anchors, boxes = random_boxes(5), random_boxes(5)
    offsets, coder = encode(boxes, anchors), BoxCoder((1.0, 1.0, 1.0, 1.0))
    torch.testing.assert_close(offsets, coder.encode([boxes], [anchors])[0])
    for (x1, y1, x2, y2), (a1, b1, a2, b2), found in zip(
        boxes.tolist(), anchors.tolist(), offsets.tolist(), strict=True
    ):
        w, h = a2 - a1, b2 - b1
        move = [(x1 + x2 - a1 - a2) / 2 / w, (y1 + y2 - b1 - b2) / 2 / h]
        size = [math.log((x2 - x1) / w), math.log((y2 - y1) / h)]
        assert found == pytest.approx(move + size, rel=1e-3, abs=1e-4)
    torch.testing.assert_close(decode(offsets, anchors), boxes, rtol=1e-4, atol=1e-3)
    assert encode(anchors, anchors).abs().max() < 1e-5
    flat = boxes.clone()
    flat[0, 2], flat[1, 3] = flat[0, 0], flat[1, 1]
    assert encode(flat, anchors).isneginf().nonzero().tolist() == [[0, 2], [1, 3]]
    wild = torch.full((5, 4), 1000.0)
    assert decode(wild, anchors).isfinite().all()
    assert coder.decode(wild, [anchors]).isfinite().all()


@says("vision/detection/keep_detections", "A box can be kept for two classes.")
@given(seed=seeds, overlap=st.floats(0.1, 0.9), at_least=st.floats(0.05, 0.5))
def test_detections_by_a_plain_loop(seed, overlap, at_least):
    torch.manual_seed(seed)
    boxes, scores = random_boxes(8, 12.0), torch.rand(8, 2)
    found, score, label = entry("keep_detections")["detections"](boxes, scores, at_least, overlap)
    kept = []
    for c in range(2):
        stay = []
        for n in scores[:, c].argsort(descending=True).tolist():
            if scores[n, c] > at_least and all(
                overlap_of(boxes[n].tolist(), boxes[m].tolist()) <= overlap for m in stay
            ):
                stay.append(n)
        kept += [(scores[n, c].item(), c + 1, boxes[n].tolist()) for n in stay]
    kept.sort(reverse=True)
    rows = zip(score.tolist(), label.tolist(), found.tolist(), strict=True)
    assert list(rows) == kept
    assert entry("keep_detections")["detections"](boxes, torch.ones(8, 2))[2].unique().numel() == 2


@says(
    "vision/detection/box_crops",
    "One tensor of boxes a picture; the crops come in their order, and a picture may have no box.",
    "Corners may be fractions, and the gradient reaches the picture, not the boxes.",
)
@pytest.mark.parametrize("empty", [0, 1, 2])
def test_crops_of_boxes(empty):
    torch.manual_seed(0)
    images = torch.rand(3, 2, 20, 24, requires_grad=True)
    boxes = [
        torch.tensor([[n, 2.0, n + 8.0, 10.0], [5.0, n + 1.0, 13.0, n + 9.0]]) for n in range(3)
    ]
    boxes[empty] = boxes[empty][:0]
    crops = ops.roi_align(images, boxes, 8, sampling_ratio=1, aligned=True)
    plain = [
        images[n, :, int(y1) : int(y2), int(x1) : int(x2)]
        for n, rows in enumerate(boxes)
        for x1, y1, x2, y2 in rows.tolist()
    ]
    torch.testing.assert_close(crops, torch.stack(plain))
    half = [(rows + torch.tensor([0.5, 0.0, 0.5, 0.0])).requires_grad_() for rows in boxes]
    moved = ops.roi_align(images, half, 8, sampling_ratio=1, aligned=True)
    right = [rows + torch.tensor([1.0, 0.0, 1.0, 0.0]) for rows in boxes]
    next_column = ops.roi_align(images, right, 8, sampling_ratio=1, aligned=True)
    torch.testing.assert_close(moved, (crops + next_column) / 2)
    moved.sum().backward()
    assert images.grad[empty].eq(0).all()
    assert images.grad.abs().sum() > 0
    assert all(rows.grad is None for rows in half)


@says(
    "vision/detection/draw_boxes",
    "Takes the boxes of one picture, uint8 or float, and paints on a copy; without a box it warns "
    "and returns the picture itself.",
    "One text and one colour for each box.",
)
@pytest.mark.parametrize("dtype", [torch.uint8, torch.float32])
def test_drawn_boxes(dtype):
    image = torch.zeros(3, 30, 40, dtype=dtype)
    boxes = torch.tensor([[2.0, 3.0, 12.0, 15.0], [20.0, 3.0, 35.0, 25.0]])
    drawn = draw_bounding_boxes(image, boxes, colors=["red", "blue"])
    assert drawn.dtype == dtype
    assert image.eq(0).all()
    full = 255 if dtype == torch.uint8 else 1.0
    assert drawn[:, 3, 5].tolist() == [full, 0, 0]
    assert drawn[:, 3, 28].tolist() == [0, 0, full]
    with pytest.warns(UserWarning, match="No box was drawn"):
        assert draw_bounding_boxes(image, boxes[:0]) is image
    with pytest.raises(ValueError, match="labels"):
        draw_bounding_boxes(image, boxes, ["one"])
    with pytest.raises(ValueError, match="colors"):
        draw_bounding_boxes(image, boxes, colors=["red"])


def plain_match(boxes, scores, truth, overlap):
    taken, hits = set(), [False] * len(boxes)
    for n in sorted(range(len(boxes)), key=lambda n: -scores[n]):
        overlaps = [overlap_of(boxes[n], other) for other in truth]
        best = overlaps.index(max(overlaps)) if overlaps else None
        if best is not None and overlaps[best] >= overlap and best not in taken:
            hits[n] = True
            taken.add(best)
    return hits


@says(
    "vision/detection/match_boxes",
    "By falling score: a detection is right if the truth that it overlaps most is overlapped "
    "enough and still free.",
    "A second detection of one object is wrong.",
)
@given(seed=seeds, found=st.integers(0, 6), true=st.integers(0, 4))
def test_match_by_a_plain_loop(seed, found, true):
    torch.manual_seed(seed)
    match = entry("match_boxes")["match"]
    truth, scores = random_boxes(true, 12.0), torch.rand(found)
    boxes = random_boxes(found, 12.0)
    near = min(found, true)
    boxes[:near] = truth[:near] + torch.rand(near, 4)
    for overlap in (0.3, 0.5):
        hits = plain_match(boxes.tolist(), scores.tolist(), truth.tolist(), overlap)
        assert match(boxes, scores, truth, overlap).tolist() == hits
    if true:
        twice = truth[:1].expand(2, 4)
        assert match(twice, torch.tensor([0.2, 0.8]), truth[:1]).tolist() == [False, True]


@says(
    "vision/detection/box_average_precision",
    "The area under precision over recall, where a precision counts as the best that is reached "
    "at that recall or a higher one.",
)
@given(hits=st.lists(st.booleans(), min_size=1, max_size=12), missed=st.integers(0, 3), seed=seeds)
def test_box_average_precision(hits, missed, seed):
    """Against the definition: for each recall gained, the best precision there or later."""
    objects = max(1, sum(hits) + missed)
    torch.manual_seed(seed)
    scores = torch.randperm(len(hits)).float()
    order = scores.argsort(descending=True).tolist()
    points = []
    for count in range(1, len(hits) + 1):
        right = sum(hits[n] for n in order[:count])
        points.append((right / objects, right / count))
    area = before = 0.0
    for recall, _ in points:
        area += (recall - before) * max(p for r, p in points if r >= recall)
        before = recall
    found = entry("box_average_precision")["average_precision"](scores, torch.tensor(hits), objects)
    assert found.item() == pytest.approx(area, abs=1e-5)
