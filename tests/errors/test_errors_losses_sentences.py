"""What the sentences of errors/losses say."""

import inspect
import re
import warnings

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from PIL import Image
from sklearn.utils.class_weight import compute_class_weight
from support import says
from torch import nn
from torch.utils.data import DataLoader
from torchvision import transforms

zeros, tensor, ce = torch.zeros, torch.tensor, F.cross_entropy
bce, logits_bce = F.binary_cross_entropy, F.binary_cross_entropy_with_logits


def refuses(part, call, error=RuntimeError):
    """Assert that a call raises an error with this part of a message."""
    with pytest.raises(error, match=re.escape(part)):
        call()


def warned(call):
    """Return the value of a call and the warnings that it gave."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = call()
    return value, [str(warning.message) for warning in caught]


@says(
    "errors/losses",
    "Losses differ in the shape and dtype of the target; print both of prediction and target on "
    "the line before.",
)
@pytest.mark.parametrize(
    ("loss", "taken"),
    [
        (ce, {"long"}), (F.multi_margin_loss, {"long"}), (bce, {"float"}), (logits_bce, {"float"}),
        (F.multilabel_margin_loss, {"long row"}),
    ],
)  # fmt: skip
def test_losses_differ_in_their_targets(loss, taken):
    found, prob = set(), torch.full((2, 3), 0.5)
    targets = {"long": tensor([0, 1]), "long row": tensor([[0, -1, -1]] * 2)}
    for name, target in {**targets, "float": zeros(2, 3)}.items():
        try:
            loss(prob, target)
        except (RuntimeError, ValueError):
            continue
        found.add(name)
    assert found == taken | ({"float"} if loss is ce else set())  # float: probabilities


@says(
    "errors/losses/target_out_of_bounds",
    "a label is not in [0, C).",
    "A label names a class for which the logits have no column: C columns take the labels 0 to C "
    "- 1.",
)
@pytest.mark.parametrize("classes", [1, 2, 5])
def test_labels_from_zero_to_the_last_column(classes):
    logits = zeros(classes, classes)
    assert ce(logits, torch.arange(classes)) == pytest.approx(np.log(classes))
    for wrong in (-1, classes):
        target = torch.full((classes,), wrong)
        refuses(f"Target {wrong} is out of bounds", lambda t=target: ce(logits, t), IndexError)


@says(
    "errors/losses/target_out_of_bounds",
    "Usual causes: labels that start at 1; a last layer with too few outputs, often 1 for two "
    'classes; -1 or 255 for "no label" without `ignore_index`; a mask of grey values, 0 and 255.',
)
@pytest.mark.parametrize(
    ("logits", "target", "named", "fixed"),
    [
        (zeros(3, 3), tensor([1, 2, 3]), 3, lambda x, t: ce(x, t - 1)),
        (zeros(2, 1), tensor([0, 1]), 1, lambda x, t: ce(zeros(2, 2), t)),
        (zeros(2, 3), tensor([0, -1]), -1, lambda x, t: ce(x, t, ignore_index=-1)),
        (zeros(2, 3), tensor([0, 255]), 255, lambda x, t: ce(x, t, ignore_index=255)),
        (zeros(1, 2, 1, 2), tensor([[[0, 255]]]), 255, lambda x, t: ce(x, (t > 0).long())),
    ],
)
def test_causes_of_a_label_out_of_bounds(logits, target, named, fixed):
    refuses(f"Target {named} is out of bounds.", lambda: ce(logits, target), IndexError)
    assert fixed(logits, target) > 0


@says(
    "errors/losses/target_dtype_long",
    "labels that are not int64.",
    "Class labels are indices, so `CrossEntropyLoss` and `NLLLoss` take them as int64 "
    '("Long"); uint8 ("Byte") is taken for labels (N,), not for masks (N, H, W).',
)
@pytest.mark.parametrize("loss", [nn.CrossEntropyLoss(), nn.NLLLoss()])
@pytest.mark.parametrize(
    ("dtype", "of_labels", "of_masks"),
    [
        (torch.int64, True, True), (torch.uint8, True, False), (torch.int32, False, False),
        (torch.int16, False, False), (torch.int8, False, False), (torch.bool, False, False),
        (torch.float32, False, False), (torch.float64, False, False),
    ],
)  # fmt: skip
def test_types_of_labels(loss, dtype, of_labels, of_masks):
    for taken, shape in [(of_labels, ()), (of_masks, (4, 4))]:
        x, target = zeros(2, 3, *shape), zeros(2, *shape).to(dtype)
        if taken:
            assert loss(x, target) == loss(x, target.long())
        else:
            with pytest.raises(RuntimeError, match=r"expected (target dtype|scalar type)"):
                loss(x, target)


@says(
    "errors/losses/target_dtype_long",
    "Usual causes: `torch.Tensor(labels)`, which makes float32; a column of pandas or NumPy, "
    "float64 or int32; a mask read from a picture; labels made float for another loss.",
    "capital T: float32",
    "A list of labels: `tensor` with a small t keeps integers.",
)
@pytest.mark.parametrize(
    ("target", "named"),
    [
        (torch.Tensor([0, 2]), "Long or Byte, but got Float"),
        (torch.from_numpy(np.array([0.0, 2.0])), "Long or Byte, but got Double"),
        (torch.from_numpy(np.array([0, 2], dtype=np.int32)), "Long or Byte, but got Int"),
        (torch.stack([transforms.PILToTensor()(Image.new("L", (2, 2)))[0]] * 2),
         "Long but found Byte"),
        (tensor([0, 2]).float(), "Long or Byte, but got Float"),
    ],
)  # fmt: skip
def test_causes_of_labels_that_are_not_int64(target, named):
    logits = zeros(2, 3, *target.shape[1:])
    refuses(named, lambda: ce(logits, target))
    assert ce(logits, target.long()) > 0
    assert torch.Tensor([0, 2]).dtype == torch.float32
    assert ce(zeros(2, 3), tensor([0, 2])) > 0


MULTI = "0D or 1D target tensor expected, multi-target not supported"


@says(
    "errors/losses/multi_target_not_supported",
    "a column.",
    "For logits (N, C) the target is one class index a sample, (N,).",
    "Usual causes: labels as a column, (N, 1), from a DataFrame or a `Dataset` that returns "
    "`tensor([label])`; a one-hot target whose length is not C; several labels a sample, which is "
    "a task for `BCEWithLogitsLoss`.",
)
@pytest.mark.parametrize(
    ("target", "fixed"),
    [
        (torch.from_numpy(np.array([[0], [2]])), lambda x, t: ce(x, t.squeeze(1))),
        (next(iter(DataLoader([tensor([0]), tensor([2])], 2))), lambda x, t: ce(x, t.squeeze(1))),
        (F.one_hot(tensor([0, 2]), 5), lambda x, t: ce(x, t.argmax(1))),
        (F.one_hot(tensor([0, 2]), 5).float(), lambda x, t: ce(x, t.argmax(1))),
        (tensor([[0, 2], [1, 2]]),
         lambda x, t: logits_bce(x, zeros(2, 3).scatter(1, t, 1.0))),
    ],
)  # fmt: skip
def test_causes_of_several_targets(target, fixed):
    logits = zeros(2, 3)
    refuses(MULTI, lambda: ce(logits, target))
    assert fixed(logits, target) > 0


@says(
    "errors/losses/multi_target_not_supported",
    'A one-hot row of integers with C columns has a message of its own, "Expected floating point '
    'type for target with class probabilities".',
    "One-hot rows: the index of the one; or as probabilities, in float.",
)
@pytest.mark.parametrize("dtype", [torch.int64, torch.int32, torch.uint8, torch.bool])
def test_one_hot_rows_of_integers(dtype):
    logits, labels = torch.randn(2, 3), tensor([0, 2])
    rows = F.one_hot(labels, 3).to(dtype)
    message = "Expected floating point type for target with class probabilities"
    refuses(message, lambda: ce(logits, rows))
    for fixed in (rows.long().argmax(1), rows.float()):
        torch.testing.assert_close(ce(logits, fixed), ce(logits, labels))


@says(
    "errors/losses/found_dtype_long",
    "a binary target of integers.",
    "The binary losses compute with the target, so it is float, as the prediction is; labels of "
    "integers or bools are not.",
    "`BCELoss` says this, `BCEWithLogitsLoss` \"result type Float can't be cast to the desired "
    'output type Long", or, for bools, that subtraction of two bool tensors is not supported.',
    "`HuberLoss` says it in `backward`, as `MSELoss` did in older versions.",
)
@pytest.mark.parametrize("dtype", [torch.int64, torch.int32, torch.uint8, torch.bool])
def test_targets_of_integers(dtype):
    x, target = torch.full((2,), 0.5, requires_grad=True), torch.ones(2).to(dtype)
    name = {torch.int64: "Long", torch.int32: "Int", torch.uint8: "Byte"}.get(dtype, "Bool")
    this = f"Found dtype {name} but expected Float"
    refuses(this, lambda: bce(x, target))
    if dtype is torch.bool:
        two = "Subtraction, the `-` operator, with two bool tensors is not supported"
        refuses(two, lambda: logits_bce(x, target), NotImplementedError)
    else:
        cast = f"result type Float can't be cast to the desired output type {name}"
        refuses(cast, lambda: logits_bce(x, target))
    huber = F.huber_loss(x, target)
    assert huber == 0.125
    refuses(this, huber.backward)
    F.mse_loss(x, target).backward()
    for loss in (bce, logits_bce, F.huber_loss):
        loss(x, target.float()).backward()


@says("errors/losses/found_dtype_long", '"Double" is float64, as NumPy makes it.')
@pytest.mark.parametrize("labels", [[0.0, 1.0], [1.0, 1.0]])
def test_double_is_float64(labels):
    target = torch.from_numpy(np.array(labels))
    assert target.dtype == torch.float64
    refuses("Found dtype Double but expected Float", lambda: bce(torch.full((2,), 0.5), target))


BROADCAST = [F.mse_loss, F.l1_loss, F.smooth_l1_loss, F.huber_loss]


@says(
    "errors/losses/different_to_the_input_size",
    "`BCELoss` and `BCEWithLogitsLoss` do not broadcast: prediction and target need one shape.",
)
@pytest.mark.parametrize("loss", [bce, logits_bce])
@pytest.mark.parametrize(
    "shape", [(), (1,), (3,), (1, 3), (2, 1), (1, 2, 3), (3, 2), (2, 3, 1), (6,)]
)
def test_binary_losses_do_not_broadcast(loss, shape):
    prob, target = torch.full((2, 3), 0.5), torch.ones(shape)
    with pytest.raises(ValueError, match=r"[Tt]arget size \(torch\.Size"):
        loss(prob, target)
    assert loss(prob, torch.ones(2, 3)) > 0


@says(
    "errors/losses/different_to_the_input_size",
    "Usual causes: a model with one output gives (N, 1), the labels are (N,); a model with two "
    "outputs, (N, 2), for a yes or no that needs one; class indices where `CrossEntropyLoss` was "
    "meant.",
    "`mse_loss` and its like print a warning and go on.",
)
@pytest.mark.parametrize(
    ("model", "fixed"),
    [
        (nn.Linear(4, 1), lambda model, x, t: logits_bce(model(x), t.unsqueeze(1))),
        (nn.Linear(4, 2), lambda model, x, t: logits_bce(nn.Linear(4, 1)(x).squeeze(1), t)),
        (nn.Linear(4, 3), lambda model, x, t: ce(model(x), t.long())),
    ],
)
def test_causes_of_another_size(model, fixed):
    x, target = zeros(3, 4), tensor([0.0, 1.0, 1.0])
    for loss in (bce, logits_bce):
        output = model(x).sigmoid()
        refuses("arget size (torch.Size([3])) ", lambda f=loss, y=output: f(y, target), ValueError)
    assert fixed(model, x, target) > 0
    for loss in BROADCAST:
        value, messages = warned(lambda f=loss: f(zeros(3, 1), target))
        assert value > 0
        assert "due to broadcasting" in messages[0]


@says(
    "errors/losses/incorrect_due_to_broadcasting",
    "shapes.",
    "A warning of `mse_loss`, `l1_loss`, `smooth_l1_loss` and `huber_loss`: prediction and target "
    "differ in shape.",
    "Usual cause: a model with one output gives (N, 1), the target is (N,); or, the other way "
    "round, the target is a column of a DataFrame.",
    "Each prediction is then compared with each target, and training goes on with a wrong loss.",
)
@pytest.mark.parametrize("loss", BROADCAST)
@pytest.mark.parametrize("column", ["prediction", "target"])
def test_each_prediction_with_each_target(loss, column):
    pred, target = torch.randn(5, requires_grad=True), torch.randn(5)
    shaped = (pred.unsqueeze(1), target) if column == "prediction" else (pred, target.unsqueeze(1))
    value, messages = warned(lambda: loss(*shaped))
    assert len(messages) == 1
    assert "incorrect results due to broadcasting" in messages[0]
    pairs = [loss(p, t) for p in pred for t in target]
    torch.testing.assert_close(value, torch.stack(pairs).mean())
    value.backward()
    right, messages = warned(lambda: loss(pred, target))
    assert not messages
    assert not torch.isclose(right, value)


@says(
    "errors/losses/expected_target_size",
    "The loss takes dimension 1 of the logits for the classes: (N, C, T) wants a target (N, T).",
    "the classes are not in dimension 1.",
    "Usual causes: a model of sequences (an LSTM, a transformer) with logits (N, T, C); a mask of "
    "volumes with its channel, (N, 1, D, H, W), which `squeeze(1)` drops.",
)
@pytest.mark.parametrize("sizes", [(2, 7, 5), (1, 3, 4), (2, 4, 3)])
def test_classes_in_dimension_one(sizes):
    n, c, t = sizes
    logits, target = torch.randn(n, c, t), torch.randint(c, (n, t))
    picked = logits.log_softmax(1).gather(1, target[:, None])
    torch.testing.assert_close(ce(logits, target), -picked.mean())
    hidden, _ = nn.LSTM(6, c, batch_first=True)(zeros(n, t, 6))
    for model_of_steps in (hidden, nn.Linear(6, c)(zeros(n, t, 6))):
        message = f"Expected target size [{n}, {c}], got [{n}, {t}]"
        refuses(message, lambda y=model_of_steps: ce(y, target))
        assert ce(model_of_steps.transpose(1, 2), target) > 0
    volumes, mask = zeros(n, c, 2, 4, 4), zeros(n, 1, 2, 4, 4).long()
    message = f"Expected target size [{n}, 2, 4, 4], got [{n}, 1, 2, 4, 4]"
    refuses(message, lambda: ce(volumes, mask))
    assert ce(volumes, mask.squeeze(1)) > 0


@says(
    "errors/losses/expected_target_size",
    "Where T equals C nothing is raised and the loss is wrong.",
    "Transpose the logits, or flatten both, in `CrossEntropyLoss`.",
)
@pytest.mark.parametrize("size", [2, 3, 7])
def test_as_many_steps_as_classes(size):
    logits, target = torch.randn(2, size, size), torch.randint(size, (2, size))
    wrong = ce(logits, target)
    right = -logits.log_softmax(-1).gather(-1, target[..., None]).mean()
    assert not torch.isclose(wrong, right)
    torch.testing.assert_close(ce(logits.transpose(1, 2), target), right)
    torch.testing.assert_close(ce(logits.flatten(0, 1), target.flatten()), right)


SPATIAL = "only batches of spatial targets supported (3D tensors) but got targets of dimension"


def made_by(transform):
    """Return a batch of one mask (N, 1, H, W) of values 0 and 255, as a transform makes it."""
    return transform(Image.fromarray(np.array([[0, 255], [0, 0]], dtype=np.uint8)))[None]


@says(
    "errors/losses/only_batches_of_spatial_targets",
    "a mask with a channel.",
    "The logits are pictures, (N, C, H, W), and the target is a class index a pixel, (N, H, W).",
    "Usual causes: a mask with a channel, (N, 1, H, W), as `PILToTensor` makes it, and `ToTensor`, "
    "which also scales the numbers to 0 to 1; a mask of colours, (N, 3, H, W) or (N, H, W, 3), "
    "whose colours stand for classes; labels (N,) of a classifier while the model still gives a "
    "map.",
)
@pytest.mark.parametrize(
    ("target", "dimensions", "fixed"),
    [
        (made_by(transforms.PILToTensor()), 4, lambda x, t: ce(x, t.squeeze(1).gt(0).long())),
        (made_by(transforms.ToTensor()), 4, lambda x, t: ce(x, t.squeeze(1).long())),
        (zeros(1, 3, 2, 2).long(), 4, lambda x, t: ce(x, t.any(1).long())),
        (zeros(1, 2, 2, 3).long(), 4, lambda x, t: ce(x, t.any(-1).long())),
        (tensor([1]), 1, lambda x, t: ce(x.mean((2, 3)), t)),
    ],
)
def test_causes_of_targets_that_are_not_spatial(target, dimensions, fixed):
    logits = zeros(1, 5, 2, 2)
    refuses(f"{SPATIAL}: {dimensions}", lambda: ce(logits, target))
    assert fixed(logits, target) > 0
    read, scaled = made_by(transforms.PILToTensor()), made_by(transforms.ToTensor())
    assert read.shape == scaled.shape == (1, 1, 2, 2)
    assert (read.max(), scaled.max()) == (255, 1)


@says(
    "errors/losses/only_batches_of_spatial_targets",
    "One-hot masks (N, C, H, W) are fine in float.",
    "A mask with a channel: drop it; indices are int64, uint8 needs `.long()`.",
    "A mask of colours: the place of each in the palette, 0 for one that is not in it.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_one_hot_masks(dtype):
    logits, mask = torch.randn(2, 5, 4, 4, dtype=dtype), torch.randint(5, (2, 4, 4))
    one_hot = F.one_hot(mask, 5).movedim(-1, 1)
    torch.testing.assert_close(ce(logits, one_hot.to(dtype)), ce(logits, mask))
    refuses("expected scalar type Long but found Byte", lambda: ce(logits, mask.byte()))
    assert ce(logits, mask.byte().long()) == ce(logits, mask)
    palette = tensor([[9, 9, 9], [0, 0, 0], [255, 0, 0], [0, 255, 0], [0, 0, 255]])
    colours = torch.cat([palette[mask], tensor([1, 1, 1]).expand(2, 1, 4, 3)], 1)
    places = (colours.unsqueeze(-2) == palette).all(-1).int().argmax(-1)
    assert torch.equal(places, F.pad(mask, (0, 0, 0, 1)))


@says(
    "errors/losses/input_between_0_and_1",
    "no sigmoid, or nan.",
    "Usual causes: logits, of a model without `sigmoid` at the end; outputs that have become "
    "`nan`, which are not between 0 and 1 either; a last step, such as `relu`, that goes beyond 1.",
    "`BCELoss` takes probabilities.",
)
@pytest.mark.parametrize("prob", [[-1.0, 0.5], [2.0, 0.5], [float("nan"), 0.5], [1.0001, 0.0]])
def test_causes_of_input_beyond_0_and_1(prob):
    message = "all elements of input should be between 0 and 1"
    x, target = tensor(prob), tensor([0.0, 1.0])
    refuses(message, lambda: bce(x, target))
    if prob[0] > 0:
        refuses(message, lambda: bce(x.relu(), target))
    assert bce(x.nan_to_num().sigmoid(), target) > 0
    assert bce(tensor([0.0, 1.0]), target) == 0


@says(
    "errors/losses/input_between_0_and_1",
    'Of targets it says "all elements of target should be between 0 and 1": labels 1 and 2, or -1 '
    "and 1, or 255 in a mask.",
    "Targets -1 and 1, or a mask of 0 and 255: to 0 and 1.",
)
@pytest.mark.parametrize(
    ("target", "fix"),
    [
        ([1.0, 2.0], lambda t: t - 1),
        ([-1.0, 1.0], lambda t: (t > 0).float()),
        ([0.0, 255.0], lambda t: t / 255),
    ],
)
def test_causes_of_targets_beyond_0_and_1(target, fix):
    prob, target = torch.full((2,), 0.5), tensor(target)
    refuses("all elements of target should be between 0 and 1", lambda: bce(prob, target))
    assert fix(target).tolist() == [0, 1]
    assert bce(prob, fix(target)) > 0


@says(
    "errors/losses/input_between_0_and_1",
    "Logits go to `BCEWithLogitsLoss`, which has the sigmoid in it.",
    "With a sigmoid and BCELoss: the same number.",
)
@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_the_loss_with_the_sigmoid_in_it(reduction, dtype):
    logits, target = torch.randn(20, dtype=dtype), torch.rand(20, dtype=dtype)
    value = nn.BCEWithLogitsLoss(reduction=reduction)(logits, target)
    torch.testing.assert_close(value, nn.BCELoss(reduction=reduction)(logits.sigmoid(), target))


@says(
    "errors/losses/implicit_dimension_choice",
    "A warning of `nn.Softmax`, `nn.LogSoftmax`, `F.softmax` and `F.log_softmax` without `dim`, "
    "and of softmin: torch guesses the dimension.",
    "It takes 0 for tensors of zero, one or three dimensions and 1 for all others, so the result "
    "for (N, T, C) adds up to one over the samples.",
)
@pytest.mark.parametrize("dims", [0, 1, 2, 3, 4, 5])
@pytest.mark.parametrize("name", ["softmax", "log_softmax", "softmin"])
def test_the_guessed_dimension(name, dims):
    x = torch.randn((2, 3, 4, 5, 6)[:dims])
    call, kind = getattr(F, name), name.title().replace("_S", "S")
    right = call(x, dim=0 if dims in (0, 1, 3) else 1)
    for unnamed in (call, getattr(nn, kind)()):
        value, messages = warned(lambda f=unnamed: f(x))
        assert f"Implicit dimension choice for {name} has been deprecated" in messages[0]
        torch.testing.assert_close(value, right)
    if dims == 3 and name != "log_softmax":
        torch.testing.assert_close(value.sum(0), torch.ones(3, 4))
    assert not warned(lambda: call(x, dim=-1))[1]


@says(
    "errors/losses/implicit_dimension_choice",
    "For logits with the classes last, `dim=-1`; for pictures (N, C, H, W), `dim=1`.",
    "Classes last, with any number of dimensions before them.",
)
@pytest.mark.parametrize("shape", [(7,), (2, 7), (2, 3, 7), (2, 3, 4, 7), (2, 3, 4, 5, 7)])
def test_the_dimension_of_the_classes(shape):
    x = torch.randn(shape)
    torch.testing.assert_close(F.softmax(x, dim=-1).sum(-1), torch.ones(shape[:-1]))
    x = torch.randn(2, 7, 4, 5)
    torch.testing.assert_close(F.softmax(x, dim=1).sum(1), torch.ones(2, 4, 5))


WEIGHT = "weight tensor should be defined either for all"


@says(
    "errors/losses/class_weight_for_all_classes",
    "one number a class.",
    "`weight` of `CrossEntropyLoss` or `NLLLoss` has one number a class, (C,), where C is the "
    "number of columns of the logits.",
    "Usual causes: weights for the classes that occur in the data, while the last layer has more "
    "outputs; a weight a sample; a row, (1, C).",
)
@pytest.mark.parametrize("loss", [nn.CrossEntropyLoss, nn.NLLLoss])
@pytest.mark.parametrize(
    ("weight", "shape"),
    [
        (tensor([0, 0, 1, 1]).bincount() / 4, ()), (torch.ones(4), ()), (torch.ones(1, 3), ()),
        (tensor([0, 0, 1, 1]).bincount() / 4, (2, 2)), (torch.ones(4), (2, 2)),
    ],
)  # fmt: skip
def test_causes_of_weights_refused(loss, weight, shape):
    x, target = zeros(4, 3, *shape), zeros(4, *shape).long()
    refuses(WEIGHT, lambda: loss(weight=weight)(x, target))
    assert loss(weight=torch.ones(3))(x, target) == loss()(x, target)


@says(
    "errors/losses/class_weight_for_all_classes",
    "The weights have the dtype of the logits: with float64, as NumPy and scikit-learn make them, "
    '"expected scalar type Float but found Double".',
)
@pytest.mark.parametrize(
    "weight",
    [
        np.array([0.5, 1.0, 2.0]),
        compute_class_weight("balanced", classes=np.arange(3), y=np.array([0, 0, 1, 2])),
    ],
)
def test_weights_of_float64(weight):
    x, target, weight = zeros(4, 3), tensor([0, 0, 1, 2]), torch.from_numpy(weight)
    assert weight.dtype == torch.float64
    refuses("expected scalar type Float but found Double", lambda: ce(x, target, weight))
    assert ce(x, target, weight.float()) > 0
    assert ce(x.double(), target, weight) > 0
    refuses("scalar type Double but found", lambda: ce(x.double(), target, weight.float()))


def ctc(log_probs, target, input_lengths, target_lengths, **options):
    lengths = [tensor(n, dtype=torch.int64) for n in (input_lengths, target_lengths)]
    return F.ctc_loss(log_probs, target, *lengths, **options)


@says(
    "errors/losses/ctc_lengths",
    "CTCLoss, shapes and lengths.",
    "`CTCLoss` reads the batch size from log_probs as (T, N, C), time first, and wants N numbers "
    "in `input_lengths` and in `target_lengths`.",
)
@pytest.mark.parametrize("n", [1, 2, 3])
def test_numbers_that_ctc_wants(n):
    log_probs, target = torch.randn(5, n, 4).log_softmax(2), torch.ones(n, 2).long()
    assert ctc(log_probs, target, [5] * n, [1] * n, reduction="none").shape == (n,)
    for wrong in {0, n - 1, n + 1, 5}:
        for which in (0, 1):
            lengths = [[5] * n, [1] * n]
            lengths[which] = lengths[which][:1] * wrong
            message = f"{['input', 'target'][which]}_lengths must be of size batch_size"
            refuses(message, lambda pair=lengths: ctc(log_probs, target, *pair))


@says(
    "errors/losses/ctc_lengths",
    "Usual causes: log_probs of a model with `batch_first`, (N, T, C); one number for all; an "
    "input length beyond T, often because the network makes the sequence shorter; targets padded "
    "to less than the longest.",
)
@pytest.mark.parametrize(
    ("shape", "columns", "input_lengths", "message"),
    [
        ((2, 5, 4), 3, [5, 5], "input_lengths must be of size batch_size"),
        ((5, 2, 4), 3, [5], "input_lengths must be of size batch_size"),
        ((5, 2, 4), 3, 5, "input_lengths must be of size batch_size"),
        ((5, 2, 4), 3, [10, 10], "input_lengths to have value at most 5, but got value 10"),
        ((5, 2, 4), 2, [5, 5], "Expected tensor to have size at least 3 at dimension 1"),
    ],
)  # fmt: skip
def test_causes_of_ctc_lengths_refused(shape, columns, input_lengths, message):
    target = tensor([[1, 2, 3], [2, 1, 0]])
    x = zeros(shape).log_softmax(2)
    refuses(message, lambda: ctc(x, target[:, :columns], input_lengths, [3, 2]))
    assert ctc(zeros(5, 2, 4).log_softmax(2), target, [5, 5], [3, 2]) > 0


@says(
    "errors/losses/ctc_lengths",
    "A label below 0 or from C on raises nothing on the CPU, and the loss is wrong.",
)
@pytest.mark.parametrize("label", [-1, -3, 4, 5])
def test_ctc_does_not_check_labels(label):
    # Three samples in one memory: the label of the middle one reads the numbers of another.
    log_probs, target = torch.randn(5, 3, 4).log_softmax(2), tensor([[1], [label], [1]])
    losses = ctc(log_probs, target, [5] * 3, [1] * 3, reduction="none")
    other = log_probs.clone()
    other[:, 2 if label > 0 else 0] = -30.0
    changed = ctc(other, target, [5] * 3, [1] * 3, reduction="none")
    assert not torch.isclose(losses[1], changed[1])
    own = ctc(other, torch.ones(3, 1).long(), [5] * 3, [1] * 3, reduction="none")
    torch.testing.assert_close(own[1], ctc(log_probs[:, 1:2], tensor([[1]]), [5], [1]))


@says("errors/losses/ctc_lengths", "padded; 0 is the blank")
@pytest.mark.parametrize("padding", [0, 1, 3])
def test_padding_and_blank_of_ctc(padding):
    log_probs = torch.randn(5, 1, 4).log_softmax(2)
    assert inspect.signature(F.ctc_loss).parameters["blank"].default == nn.CTCLoss().blank == 0
    empty = ctc(log_probs, tensor([[padding]]), [5], [0], reduction="none")
    torch.testing.assert_close(empty, -log_probs[:, :, 0].sum(0))
    padded = ctc(log_probs, tensor([[2, 1, padding]]), [5], [2])
    assert padded == ctc(log_probs, tensor([[2, 1]]), [5], [2])


@says(
    "errors/losses/batchmean",
    "a warning of kl_div.",
    'A warning of `kl_div` and `KLDivLoss` with their default reduction, "mean", which divides by '
    "the number of all elements, N times C, while the divergence of distributions is a sum over "
    'the C classes and a mean over the N samples: `reduction="batchmean"`.',
    'Gradients are C times smaller with "mean".',
    "The input is log-probabilities; see `KLDivLoss`.",
)
@pytest.mark.parametrize(("n", "c"), [(1, 2), (4, 3), (3, 10)])
def test_mean_and_batchmean(n, c):
    p, q = torch.rand(n, c).softmax(1), torch.rand(n, c).softmax(1)
    pointwise = (p * (p / q).log()).sum(1)
    for make in (F.kl_div, nn.KLDivLoss()):
        log_q = q.log().requires_grad_()
        mean, messages = warned(lambda f=make, x=log_q: f(x, p))
        assert "divides the total loss by both the batch size" in messages[0]
        torch.testing.assert_close(mean, pointwise.sum() / (n * c))
        (small,) = torch.autograd.grad(mean, log_q)
        batchmean, messages = warned(lambda x=log_q: F.kl_div(x, p, reduction="batchmean"))
        assert not messages
        torch.testing.assert_close(batchmean, pointwise.mean())
        (large,) = torch.autograd.grad(batchmean, log_q)
        torch.testing.assert_close(large, c * small)


@says(
    "errors/losses/size_average_deprecated",
    "A warning of old options of the losses.",
    '`size_average=False` is `reduction="sum"`, `reduce=False` is `reduction="none"`.',
    "It also comes without those words: the first positional argument of `MSELoss`, `L1Loss` and "
    'others is `size_average`, so `nn.MSELoss("none")` is taken for True, and the loss is '
    "averaged.",
    "use reduction.",
    "The default, named.",
)
@pytest.mark.parametrize("kind", [nn.MSELoss, nn.L1Loss, nn.SmoothL1Loss, nn.SoftMarginLoss])
@pytest.mark.parametrize(
    ("args", "options", "reduction"),
    [
        ((), {"size_average": False}, "sum"), ((), {"reduce": False}, "none"),
        (("none",), {}, "mean"), (("sum",), {}, "mean"),
    ],
)  # fmt: skip
def test_old_options_of_the_losses(kind, args, options, reduction):
    loss, messages = warned(lambda: kind(*args, **options))
    assert "size_average and reduce args will be deprecated" in messages[0]
    assert f"please use reduction='{reduction}' instead" in messages[0]
    x, target = torch.randn(4), torch.randn(4)
    assert inspect.signature(kind).parameters["reduction"].default == "mean"
    named, messages = warned(lambda: kind(reduction=reduction))
    assert not messages
    torch.testing.assert_close(loss(x, target), named(x, target))
    each = kind(reduction="none")(x, target)
    torch.testing.assert_close(
        named(x, target), {"sum": each.sum(), "none": each, "mean": each.mean()}[reduction]
    )
