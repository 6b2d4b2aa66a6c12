"""What the sentences of models/vision_ops say."""

import inspect

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torch import nn
from torchvision import ops

corners = st.lists(st.integers(0, 12), min_size=4, max_size=4)
boxes = st.lists(corners, min_size=1, max_size=6)


def boxes_of(rows):
    """Boxes with an area, from four numbers each."""
    return torch.tensor(
        [[min(a, c), min(b, d), max(a, c) + 1, max(b, d) + 1] for a, b, c, d in rows],
        dtype=torch.float32,
    )


def cells(box):
    """The squares of the grid that a box covers."""
    x1, y1, x2, y2 = map(int, box)
    return {(x, y) for x in range(x1, x2) for y in range(y1, y2)}


@says("models/vision_ops/box_iou", "Boxes are corners, `(x1, y1, x2, y2)`.")
@given(one=boxes, other=boxes)
def test_box_iou(one, other):
    """Against the squares of a grid that both cover, over those that one of them does."""
    one, other = boxes_of(one), boxes_of(other)
    expected = torch.tensor(
        [[len(cells(a) & cells(b)) / len(cells(a) | cells(b)) for b in other] for a in one]
    )
    torch.testing.assert_close(ops.box_iou(one, other), expected)


@says(
    "models/vision_ops/box_iou",
    "`box_iou` is 0 for boxes that do not touch; the other three go on falling as they move apart.",
    "Two boxes without an area give NaN.",
)
@pytest.mark.parametrize("down", [0.0, 3.0])
def test_how_far_apart_boxes_are(down):
    a = torch.tensor([[0.0, 0.0, 4.0, 4.0]])
    apart = torch.tensor([[5.0 + n, down, 9.0 + n, down + 4.0] for n in range(20)])
    assert (ops.box_iou(a, apart) == 0).all()
    for measure in (ops.generalized_box_iou, ops.distance_box_iou, ops.complete_box_iou):
        assert (measure(a, apart).diff() < 0).all()
    points = torch.tensor([[1.0, 1.0, 1.0, 1.0], [5.0, down, 5.0, down]])
    assert ops.box_iou(points, points).isnan().all()
    assert ops.box_iou(points, a).eq(0).all()


@says(
    "models/vision_ops/box_convert",
    "`xyxy` is what the other functions here take; COCO's files have `xywh`, YOLO's `cxcywh` in "
    "shares of the picture's width and height.",
)
@given(rows=boxes)
def test_formats_of_boxes(rows):
    xyxy = boxes_of(rows)
    x1, y1, x2, y2 = xyxy.unbind(1)
    xywh = torch.stack([x1, y1, x2 - x1, y2 - y1], dim=1)
    cxcywh = torch.stack([(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1], dim=1)
    torch.testing.assert_close(ops.box_convert(xyxy, "xyxy", "xywh"), xywh)
    torch.testing.assert_close(ops.box_convert(cxcywh, "cxcywh", "xyxy"), xyxy)
    torch.testing.assert_close(ops.box_area(xyxy), xywh[:, 2] * xywh[:, 3])
    assert ops.box_iou(xyxy, xyxy).diagonal().allclose(torch.ones(len(xyxy)))


@says(
    "models/vision_ops/nms",
    "Returns the numbers of the boxes that stay, by falling score.",
    "A box goes where a better one that stays overlaps it by more than the threshold.",
    "In `batched_nms` only boxes of one class compete, as long as no coordinate is negative: clip "
    "first.",
)
@given(rows=boxes, threshold=st.floats(0.05, 0.95), seed=st.integers(0, 99))
def test_nms_by_hand(rows, threshold, seed):
    rows = boxes_of(rows)
    torch.manual_seed(seed)
    scores = torch.rand(len(rows))
    classes = torch.randint(0, 2, (len(rows),))
    overlap = ops.box_iou(rows, rows)

    def by_hand(compete):
        stay = []
        for n in scores.argsort(descending=True).tolist():
            if all(overlap[n, other] <= threshold or not compete(n, other) for other in stay):
                stay.append(n)
        return stay

    assert ops.nms(rows, scores, threshold).tolist() == by_hand(lambda a, b: True)
    found = ops.batched_nms(rows, scores, classes, threshold).tolist()
    assert found == by_hand(lambda a, b: classes[a] == classes[b])


@says(
    "models/vision_ops/nms",
    "In `batched_nms` only boxes of one class compete, as long as no coordinate is negative: clip "
    "first.",
)
def test_negative_coordinates_in_batched_nms():
    apart = torch.tensor([[0.0, 0.0, 10.0, 10.0], [-11.0, -11.0, -1.0, -1.0]])
    scores, classes = torch.tensor([0.9, 0.8]), torch.tensor([0, 1])
    assert ops.batched_nms(apart, scores, classes, 0.5).tolist() == [0]
    clipped = ops.clip_boxes_to_image(apart, (20, 20))
    assert ops.batched_nms(clipped, scores, classes, 0.5).tolist() == [0, 1]


@says(
    "models/vision_ops/masks_to_boxes",
    "The corners are the first and the last pixel, `x2 - x1` is one less than the width.",
    "An empty mask gives zeros, as one with the pixel at 0, 0 does.",
)
@given(box=corners)
def test_corners_of_a_mask(box):
    x1, y1, x2, y2 = map(int, boxes_of([box])[0])
    mask = torch.zeros(1, 20, 20, dtype=torch.bool)
    mask[0, y1:y2, x1:x2] = True
    assert ops.masks_to_boxes(mask).tolist() == [[x1, y1, x2 - 1, y2 - 1]]
    mask[:] = False
    assert ops.masks_to_boxes(mask).tolist() == [[0, 0, 0, 0]]
    mask[0, 0, 0] = True
    assert ops.masks_to_boxes(mask).tolist() == [[0, 0, 0, 0]]


@says(
    "models/vision_ops/box_losses",
    "One minus what box_iou computes each with each, for a prediction and its own target.",
    "boxes apart are still pulled together",
)
@given(rows=boxes, seed=st.integers(0, 99))
def test_box_losses(rows, seed):
    target = boxes_of(rows)
    torch.manual_seed(seed)
    pred = target + torch.rand(len(target), 4) * torch.tensor([-1.0, -1.0, 1.0, 1.0])
    for kind in ("generalized", "distance", "complete"):
        loss = getattr(ops, f"{kind}_box_iou_loss")(pred, target, reduction="none")
        each = getattr(ops, f"{kind}_box_iou")(pred, target).diagonal()
        torch.testing.assert_close(loss, 1 - each, rtol=1e-4, atol=1e-5)
    near = torch.tensor([[6.0, 0.0, 10.0, 4.0]], requires_grad=True)
    loss = ops.generalized_box_iou_loss(near, torch.tensor([[0.0, 0.0, 4.0, 4.0]])).sum()
    loss.backward()
    assert near.grad[0, 0] > 0  # down the gradient, the near edge moves to the target


@says(
    "models/vision_ops/roi_align",
    "A row of boxes is `(number of the image, x1, y1, x2, y2)`, in pixels of the picture: "
    "`spatial_scale` turns them into places of the feature map.",
)
@pytest.mark.parametrize("scale", [1.0, 0.5, 0.25])
def test_rows_of_boxes(scale):
    features = torch.arange(2.0 * 64).reshape(2, 1, 8, 8)
    box = torch.tensor([[1.0, 2.0 / scale, 1.0 / scale, 6.0 / scale, 5.0 / scale]])
    found = ops.roi_align(features, box, (4, 4), spatial_scale=scale, aligned=True)
    torch.testing.assert_close(found[0, 0], features[1, 0, 1:5, 2:6])


@says(
    "models/vision_ops/roi_align",
    "`roi_align` blends neighbours, `roi_pool` takes the largest of whole places; `ps_roi_align` "
    "and `ps_roi_pool` read each part of the output from channels of its own.",
)
@pytest.mark.parametrize("seed", range(3))
def test_what_regions_read(seed):
    torch.manual_seed(seed)
    features = torch.rand(1, 1, 8, 8)
    box = torch.tensor([[0.0, 1.3, 1.3, 6.1, 6.2]])
    pooled, aligned = (f(features, box, 2) for f in (ops.roi_pool, ops.roi_align))
    assert set(pooled.flatten().tolist()) <= set(features.flatten().tolist())
    assert not set(aligned.flatten().tolist()) & set(features.flatten().tolist())
    parts = torch.arange(12.0).reshape(1, 12, 1, 1).expand(1, 12, 8, 8)
    for function in (ops.ps_roi_align, ops.ps_roi_pool):
        torch.testing.assert_close(function(parts, box, 2).flatten(), torch.arange(12.0))


@says("models/vision_ops/feature_pyramid", "Small maps are enlarged and added to the larger ones.")
def test_pyramid_by_hand():
    torch.manual_seed(0)
    fine, coarse = torch.rand(1, 3, 8, 8), torch.rand(1, 5, 4, 4)
    fpn = ops.FeaturePyramidNetwork([3, 5], 2)
    found = fpn({"fine": fine, "coarse": coarse})
    small = fpn.inner_blocks[1](coarse)
    large = fpn.inner_blocks[0](fine) + F.interpolate(small, size=(8, 8), mode="nearest")
    torch.testing.assert_close(found["fine"], fpn.layer_blocks[0](large))
    torch.testing.assert_close(found["coarse"], fpn.layer_blocks[1](small))


@says(
    "models/vision_ops/feature_pyramid",
    "`MultiScaleRoIAlign` then reads a box from one of the maps, by the size of the box.",
)
def test_a_large_box_is_read_from_the_coarse_map():
    maps = {"fine": torch.zeros(1, 1, 256, 256), "coarse": torch.ones(1, 1, 128, 128)}
    pool = ops.MultiScaleRoIAlign(["fine", "coarse"], output_size=1, sampling_ratio=2)
    rows = torch.tensor([[0.0, 0.0, size, size] for size in (8.0, 16.0, 600.0, 1000.0)])
    found = pool(maps, [rows], [(1024, 1024)]).flatten()
    assert found.tolist() == [0.0, 0.0, 1.0, 1.0]


@says(
    "models/vision_ops/stochastic_depth",
    "`row` draws for each sample, `batch` once for all; what stays is divided by `1 - p`.",
    "In eval mode nothing is left out.",
)
@given(p=st.floats(0.1, 0.9), seed=st.integers(0, 99))
def test_stochastic_depth(p, seed):
    torch.manual_seed(seed)
    x = torch.rand(64, 2, 3) + 1
    for mode in ("row", "batch"):
        ratio = (ops.stochastic_depth(x, p, mode) / x).flatten(1)
        assert torch.allclose(ratio, ratio[:, :1].expand_as(ratio))
        kept = ratio[:, 0]
        assert ((kept - 1 / (1 - p)).abs().lt(1e-4) | (kept == 0)).all()
        assert len(kept.round(decimals=3).unique()) == (2 if mode == "row" else 1)
        assert ops.StochasticDepth(p, mode).eval()(x).equal(x)


@says(
    "models/vision_ops/drop_block",
    "Dropout for convolutions: whole squares go, and what stays is scaled up.",
    "In eval mode nothing changes.",
)
@given(seed=st.integers(0, 99))
def test_whole_squares_are_dropped(seed):
    torch.manual_seed(seed)
    x = torch.ones(4, 1, 12, 12)
    y = ops.drop_block2d(x, p=0.2, block_size=3)
    gone = (y == 0).float()
    # Each zero lies in a square of three by three zeros.
    whole = (F.avg_pool2d(gone, 3, stride=1) > 0.99).float()
    assert F.max_pool2d(F.pad(whole, (2, 2, 2, 2)), 3, stride=1).equal(gone)
    assert y[y != 0].min() >= 1.0
    assert ops.DropBlock2d(0.2, 3).eval()(x).equal(x)


@says(
    "models/vision_ops/blocks",
    "The padding keeps the size at stride 1 for an odd kernel, and the convolution has no bias "
    "where a norm follows.",
    "`SqueezeExcitation` multiplies each channel by a number between 0 and 1.",
)
@pytest.mark.parametrize(("kernel", "dilation"), [(1, 1), (3, 1), (5, 1), (3, 2)])
def test_blocks(kernel, dilation):
    x = torch.randn(2, 4, 9, 11)
    block = ops.Conv2dNormActivation(4, 6, kernel_size=kernel, dilation=dilation)
    assert block(x).shape == (2, 6, 9, 11)
    even = ops.Conv2dNormActivation(4, 6, kernel_size=kernel + 1, dilation=1)
    assert even(x).shape == (2, 6, 8, 10)
    assert block[0].bias is None
    assert ops.Conv2dNormActivation(4, 6, norm_layer=None)[0].bias is not None
    ratio = (ops.SqueezeExcitation(4, 2)(x) / x).flatten(2)
    torch.testing.assert_close(ratio, ratio[..., :1].expand_as(ratio), rtol=1e-3, atol=1e-4)
    assert ((ratio > 0) & (ratio < 1)).all()


@says(
    "models/vision_ops/frozen_batch_norm",
    "Its weight, bias and statistics are buffers: the optimizer does not see them, and training "
    "mode changes nothing.",
)
def test_frozen_batch_norm():
    frozen, x = ops.FrozenBatchNorm2d(3), torch.randn(5, 3, 4, 4)
    assert list(frozen.parameters()) == []
    assert set(dict(frozen.named_buffers())) == {"weight", "bias", "running_mean", "running_var"}
    before = {name: value.clone() for name, value in frozen.state_dict().items()}
    assert frozen.train()(x).equal(frozen.eval()(x))
    assert all(value.equal(before[name]) for name, value in frozen.state_dict().items())


@says(
    "models/vision_ops/deform_conv",
    "`offset` has two channels for each point of the kernel, first down, then right.",
    "Offsets of zero give a plain convolution.",
    "every point one to the right",
)
@given(down=st.integers(-1, 1), right=st.integers(-1, 1))
def test_offsets(down, right):
    torch.manual_seed(0)
    x, weight = torch.rand(1, 2, 9, 9), torch.rand(3, 2, 3, 3)
    offset = torch.zeros(1, 2 * 3 * 3, 7, 7)
    offset[:, 0::2], offset[:, 1::2] = down, right
    moved = ops.deform_conv2d(x, offset, weight)[..., 1:6, 1:6]
    plain = F.conv2d(x, weight)[..., 1 + down : 6 + down, 1 + right : 6 + right]
    torch.testing.assert_close(moved, plain, rtol=1e-4, atol=1e-5)
    assert "mask" in inspect.signature(ops.deform_conv2d).parameters


def test_layers_are_their_functions():
    x = torch.rand(1, 2, 5, 5)
    layer = ops.DeformConv2d(2, 3, 3)
    offset = torch.rand(1, 18, 3, 3)
    expected = ops.deform_conv2d(x, offset, layer.weight, layer.bias)
    assert isinstance(layer.weight, nn.Parameter)
    torch.testing.assert_close(layer(x, offset), expected)
