"""What the sentences of errors/layers say."""

import re

import numpy as np
import pytest
import torch
import torch.nn.functional as F
import torchvision
from recipes import names_of
from support import needs_cuda, says
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence
from torch.utils.data import DataLoader
from torchvision.transforms import v2

zeros, causal = torch.zeros, nn.Transformer.generate_square_subsequent_mask


def refuses(part, call, error=RuntimeError):
    """Assert that a call raises an error with this part of a message."""
    with pytest.raises(error, match=re.escape(part)):
        call()


@says(
    "errors/layers",
    "Print `x.shape` on the line before the layer, and the layer itself: its printed form shows "
    "the sizes that it was made with.",
)
@pytest.mark.parametrize(
    ("layer", "sizes"),
    [
        (nn.Linear(31, 47), (31, 47)), (nn.Conv2d(31, 47, 5), (31, 47, 5)),
        (nn.Embedding(31, 47), (31, 47)), (nn.LSTM(31, 47), (31, 47)),
        (nn.LayerNorm(31), (31,)), (nn.BatchNorm1d(31), (31,)), (nn.AvgPool2d(31), (31,)),
    ],
)  # fmt: skip
def test_a_layer_prints_its_sizes(layer, sizes):
    assert all(re.search(rf"\b{size}\b", repr(layer)) for size in sizes)


@says(
    "errors/layers/conv_channels",
    "The first number in the weight is out_channels, the second in_channels / groups (for "
    "`transposed=1` the other way round); dimension 1 of the input holds another number of "
    "channels.",
)
@pytest.mark.parametrize("axes", [1, 2, 3])
@pytest.mark.parametrize("transposed", [False, True])
def test_numbers_in_the_message_of_a_convolution(axes, transposed):
    kind = getattr(nn, f"Conv{'Transpose' if transposed else ''}{axes}d")
    with pytest.raises(RuntimeError) as caught:
        kind(3, 6, 5)(zeros(2, 4, *[9] * axes))
    shown = "[3, 6, 5" if transposed else "[6, 3, 5"
    assert f"Given {'transposed' if transposed else 'groups'}=1, weight of size {shown}" in str(
        caught.value
    )
    assert "to have 3 channels, but got 4 channels" in str(caught.value)
    with pytest.raises(RuntimeError) as caught:
        kind(6, 12, 5, groups=3)(zeros(2, 4, *[9] * axes))
    shown = "[6, 4, 5" if transposed else "[12, 2, 5"
    assert f"weight of size {shown}" in str(caught.value)


@says(
    "errors/layers/conv_channels",
    "Usual causes: grey pictures for a layer made for colour; pictures (N, H, W, C); a batch of "
    "grey pictures (N, H, W), read as one picture of N channels; a fourth channel for "
    "transparency; in_channels that is not out_channels of the layer before.",
)
@pytest.mark.parametrize(
    ("made_for", "shape", "channels", "fix"),
    [
        (3, (4, 1, 9, 9), 1, lambda x: x.expand(-1, 3, -1, -1)),
        (3, (4, 9, 9, 3), 9, lambda x: x.permute(0, 3, 1, 2)),
        (1, (4, 9, 9), 4, lambda x: x.unsqueeze(1)),
        (3, (4, 4, 9, 9), 4, lambda x: x[:, :3]),
        (8, (4, 3, 9, 9), 6, lambda x: x[:, :2].repeat(1, 4, 1, 1)),
    ],
)
def test_causes_of_wrong_channels(made_for, shape, channels, fix):
    x = zeros(shape)
    layer = nn.Conv2d(made_for, 5, 3)
    if made_for == 8:
        before = nn.Conv2d(3, 6, 1)
        refuses("to have 8 channels, but got 6 channels", lambda: layer(before(x)))
        assert nn.Conv2d(before.out_channels, 5, 3)(before(x)).shape == (4, 5, 7, 7)
        return
    refuses(f"to have {made_for} channels, but got {channels} channels", lambda: layer(x))
    assert layer(fix(x)).shape == (4, 5, 7, 7)


@says(
    "errors/layers/conv_dimensions",
    "A convolution reads (N, C, H, W), or (C, H, W) for one picture.",
    "A batch of grey pictures (N, H, W) passes this check and is taken for one picture of N "
    "channels. conv1d counts one axis less, conv3d one more.",
)
@pytest.mark.parametrize("axes", [1, 2, 3])
def test_axes_that_a_convolution_reads(axes):
    layer = getattr(nn, f"Conv{axes}d")(4, 6, 3)
    size, less = [9] * axes, [7] * axes
    assert layer(zeros(2, 4, *size)).shape == (2, 6, *less)
    assert layer(zeros(4, *size)).shape == (6, *less)
    message = f"Expected {axes + 1}D (unbatched) or {axes + 2}D (batched) input to conv{axes}d"
    for wrong in (size, [1, 2, 4, *size]):
        refuses(message, lambda wrong=wrong: layer(zeros(*wrong)))
    refuses("expected input[1, 7, 9", lambda: layer(zeros(7, *size)))


@says("errors/layers/conv_dimensions", "an axis is missing, or one too many.")
@says(
    "errors/layers/conv_dimensions",
    "Usual causes: a grey picture without a channel, (H, W); pictures that were flattened to rows, "
    "(N, features), before the convolution; one axis too many, a second `unsqueeze(0)` or several "
    "frames per sample.",
)
@pytest.mark.parametrize(
    ("x", "fixed"),
    [
        (zeros(9, 9), lambda x: x[None, None]),
        (zeros(4, 81), lambda x: x.view(-1, 1, 9, 9)),
        (zeros(1, 9, 9).unsqueeze(0).unsqueeze(0), lambda x: x.squeeze(0)),
        (zeros(4, 5, 1, 9, 9), lambda x: x.flatten(0, 1)),
    ],
)
def test_causes_of_wrong_axes(x, fixed):
    layer = nn.Conv2d(1, 6, 3)
    refuses("Expected 3D (unbatched) or 4D (batched) input to conv2d", lambda: layer(x))
    assert layer(fixed(x)).shape[1:] == (6, 7, 7)


@says("errors/layers/kernel_larger_than_input", "too little is left.")
@says(
    "errors/layers/kernel_larger_than_input",
    "The feature map that reaches a convolution, with its padding, is smaller than the kernel.",
)
@pytest.mark.parametrize("padding", [0, 1, 3])
@pytest.mark.parametrize("size", [1, 2, 4, 5, 6])
def test_a_convolution_counts_its_padding(size, padding):
    layer, x = nn.Conv2d(3, 6, 5, padding=padding), zeros(1, 3, size, size)
    padded = size + 2 * padding
    if padded < 5:
        refuses(f"size per channel: ({padded} x {padded}). Kernel size: (5 x 5)", lambda: layer(x))
    else:
        assert layer(x).shape[-1] == padded - 4


@says(
    "errors/layers/kernel_larger_than_input",
    "Usual causes: pictures smaller than the network was written for; each pooling or stride "
    "before this layer has halved them; a large `dilation`, which widens the kernel to dilation · "
    "(k − 1) + 1.",
)
@pytest.mark.parametrize(
    ("layers", "size", "reached", "kernel", "enough"),
    [
        ([nn.Conv2d(3, 6, 7)], 6, 6, 7, 7),
        ([nn.MaxPool2d(2), nn.Conv2d(3, 3, 2, stride=2), nn.Conv2d(3, 6, 5)], 16, 4, 5, 20),
        ([nn.Conv2d(3, 6, 5, dilation=3)], 12, 12, 13, 13),
        ([nn.Conv2d(3, 6, 3, dilation=6)], 12, 12, 13, 13),
    ],
)
def test_causes_of_a_kernel_too_large(layers, size, reached, kernel, enough):
    model = nn.Sequential(*layers)
    message = f"channel: ({reached} x {reached}). Kernel size: ({kernel} x {kernel}). Kernel size "
    refuses(message + "can't be greater", lambda: model(zeros(1, 3, size, size)))
    assert model(zeros(1, 3, enough, enough)).shape == (1, 6, 1, 1)


@says(
    "errors/layers/output_size_too_small",
    "The window of a pooling layer is larger than the feature map.",
)
@pytest.mark.parametrize("kind", ["Max", "Avg"])
@pytest.mark.parametrize("axes", [2, 3])
@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_a_window_larger_than_the_map(kind, axes, size):
    layer, x = getattr(nn, f"{kind}Pool{axes}d")(4), zeros(1, 8, *[size] * axes)
    if size < 4:
        with pytest.raises(RuntimeError, match=r"Output size is too small|smaller than kernel"):
            layer(x)
    else:
        assert layer(x).shape == (1, 8, *[1] * axes)


@says("errors/layers/output_size_too_small", "nothing is left to pool.")
@says(
    "errors/layers/output_size_too_small",
    "Usual causes: pictures smaller than the network was written for (VGG pools five times); a "
    "fixed `AvgPool2d(7)` behind layers that leave less than 7 × 7; one pooling layer too many.",
    "One pooling too many: two halve 4 to 1, a third finds nothing.",
)
@pytest.mark.parametrize(
    ("layer", "small", "enough"),
    [
        (nn.Sequential(*[nn.MaxPool2d(2)] * 5), 31, 32),
        (nn.AvgPool2d(7), 6, 7),
        (nn.Sequential(*[nn.MaxPool2d(2)] * 3), 4, 8),
    ],
)
def test_causes_of_an_output_too_small(layer, small, enough):
    refuses("Output size is too small", lambda: layer(zeros(1, 8, small, small)))
    assert layer(zeros(1, 8, enough, enough)).shape == (1, 8, 1, 1)
    assert nn.Sequential(*[nn.MaxPool2d(2)] * 2)(zeros(1, 8, 4, 4)).shape[-1] == 1
    with torch.device("meta"):
        vggs = [getattr(torchvision.models, name)() for name in ("vgg11", "vgg16_bn", "vgg19")]
    for vgg in vggs:
        assert sum(isinstance(module, nn.MaxPool2d) for module in vgg.modules()) == 5


@says("errors/layers/output_size_too_small", "AdaptiveAvgPool2d takes any size.")
@pytest.mark.parametrize("height", [1, 2, 7, 13])
@pytest.mark.parametrize("wanted", [1, 3, 7])
def test_adaptive_pooling_takes_any_size(height, wanted):
    assert nn.AdaptiveAvgPool2d(wanted)(zeros(2, 8, height, 5)).shape == (2, 8, wanted, wanted)


@says(
    "errors/layers/more_than_one_value",
    "Batch norm in training mode has a single number per channel, and no variance of it.",
)
@pytest.mark.parametrize(
    ("norm", "shape", "raised"),
    [
        (nn.BatchNorm1d(3), (1, 3), True), (nn.BatchNorm1d(3), (2, 3), False),
        (nn.BatchNorm1d(3), (1, 3, 1), True), (nn.BatchNorm1d(3), (1, 3, 2), False),
        (nn.BatchNorm2d(3), (1, 3, 1, 1), True), (nn.BatchNorm2d(3), (1, 3, 1, 2), False),
        (nn.BatchNorm3d(3), (1, 3, 1, 1, 1), True),
    ],
)  # fmt: skip
def test_a_single_number_per_channel(norm, shape, raised):
    if raised:
        refuses("Expected more than 1 value per channel", lambda: norm(zeros(shape)), ValueError)
        assert zeros(shape).transpose(0, 1).flatten(1).shape[1] == 1
    else:
        assert norm(zeros(shape)).shape == shape


@says("errors/layers/more_than_one_value", "a batch of one.")
@says(
    "errors/layers/more_than_one_value",
    "Usual causes: the last batch of an epoch holds one sample; one sample is predicted without "
    "`model.eval()`; batch size 1 with feature maps of 1 × 1 (as behind global pooling).",
    "In evaluation mode the running statistics are used, and one sample is enough, unless "
    "`track_running_stats=False` left them out.",
)
def test_causes_of_a_batch_of_one():
    message = "Expected more than 1 value per channel when training"
    model = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3))
    *_, last = DataLoader(torch.ones(5, 4), batch_size=2)
    refuses(message, lambda: model(last), ValueError)
    for batch in DataLoader(torch.ones(5, 4), batch_size=2, drop_last=True):
        model(batch)
    pooled = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.BatchNorm2d(3))
    refuses(message, lambda: pooled(zeros(1, 3, 5, 5)), ValueError)
    assert pooled(zeros(2, 3, 5, 5)).shape == (2, 3, 1, 1)
    x, norm = torch.randn(1, 4), model[1]
    refuses(message, lambda: model(x), ValueError)
    norm.running_mean.fill_(2.0)
    norm.running_var.fill_(4.0)
    torch.testing.assert_close(model.eval()(x), (model[0](x) - 2) / (4 + norm.eps) ** 0.5)
    without = nn.BatchNorm1d(3, track_running_stats=False).eval()
    refuses(message, lambda: without(zeros(1, 3)), ValueError)
    assert without(zeros(2, 3)).shape == (2, 3)


@says(
    "errors/layers/more_than_one_value",
    'Instance norm says "spatial element": it refuses maps of 1 × 1 in batches of any size.',
)
@pytest.mark.parametrize("train", [True, False])
@pytest.mark.parametrize("n", [1, 2, 9])
def test_instance_norm_refuses_one_element(n, train):
    norm = nn.InstanceNorm2d(3).train(train)
    message = "Expected more than 1 spatial element when training"
    refuses(message, lambda: norm(zeros(n, 3, 1, 1)), ValueError)
    assert norm(zeros(n, 3, 1, 2)).shape == (n, 3, 1, 2)


@says(
    "errors/layers/more_than_one_value",
    "Training with one sample a batch: a norm that does not look at the batch.",
)
@pytest.mark.parametrize("norm", [nn.LayerNorm([8, 2, 2]), nn.GroupNorm(2, 8)])
def test_norms_that_do_not_look_at_the_batch(norm):
    x = torch.randn(3, 8, 2, 2)
    torch.testing.assert_close(norm(x)[:1], norm(x[:1]))
    assert not torch.allclose(nn.BatchNorm2d(8)(x)[:1], nn.BatchNorm2d(8)(x[:1]))


@says(
    "errors/layers/batch_norm_dimensions",
    "BatchNorm2d reads (N, C, H, W), BatchNorm1d (N, C) or (N, C, L), BatchNorm3d (N, C, D, H, W).",
)
@pytest.mark.parametrize(
    ("kind", "taken"),
    [(nn.BatchNorm1d, {2, 3}), (nn.BatchNorm2d, {4}), (nn.BatchNorm3d, {5})],
)
def test_axes_that_a_batch_norm_reads(kind, taken):
    for axes in range(1, 7):
        x = zeros(2, 8, 3, 3, 3, 3)[(slice(None),) * axes + (0,) * (6 - axes)]
        if axes in taken:
            assert kind(8)(x).shape == x.shape
        else:
            refuses(f"D input (got {axes}D input)", lambda x=x: kind(8)(x), ValueError)


@says("errors/layers/batch_norm_dimensions", "the norm of another number of axes.")
@says(
    "errors/layers/batch_norm_dimensions",
    "Usual causes: a BatchNorm2d behind a linear layer or `flatten`; a BatchNorm1d behind a "
    "`Conv2d`; one picture without a batch, which a convolution takes and batch norm does not.",
)
@pytest.mark.parametrize(
    ("before", "norm", "right", "shape"),
    [
        (nn.Linear(4, 8), nn.BatchNorm2d(8), nn.BatchNorm1d(8), (2, 4)),
        (nn.Flatten(), nn.BatchNorm2d(8), nn.BatchNorm1d(8), (2, 2, 2, 2)),
        (nn.Conv2d(3, 8, 3), nn.BatchNorm1d(8), nn.BatchNorm2d(8), (2, 3, 5, 5)),
        (nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), None, (3, 5, 5)),
    ],
)
def test_causes_of_another_number_of_axes(before, norm, right, shape):
    x = before(zeros(shape))
    refuses("D input (got", lambda: norm(x), ValueError)
    assert (right(x) if right else norm(x.unsqueeze(0))).shape[-x.ndim :] == x.shape


@says("errors/layers/running_mean_elements", "channels of a batch norm differ.")
@says(
    "errors/layers/running_mean_elements",
    "The first number is what the input has in dimension 1, the second the `num_features` that "
    "the norm was made with.",
    "Usual causes: num_features is not the out_channels of the layer before; a layer was changed "
    "and its norm was not; sequences with the features last, (N, L, C), where batch norm looks "
    "for the channels in dimension 1.",
)
@pytest.mark.parametrize(
    ("norm", "x", "message", "fixed"),
    [
        (nn.BatchNorm2d(3), zeros(2, 8, 5, 5), "8 elements not 3", lambda x: x[:, :3]),
        (nn.BatchNorm1d(3), zeros(2, 8), "8 elements not 3", lambda x: x[:, :3]),
        (nn.BatchNorm3d(3), zeros(2, 8, 5, 5, 5), "8 elements not 3", lambda x: x[:, :3]),
        (nn.BatchNorm1d(5), zeros(2, 7, 5), "7 elements not 5", lambda x: x.transpose(1, 2)),
        (nn.BatchNorm2d(3), nn.Conv2d(1, 8, 1)(zeros(2, 1, 5, 5)), "8 elements not 3",
         lambda x: nn.Conv2d(8, 3, 1)(x)),
    ],
)  # fmt: skip
def test_causes_of_other_channels(norm, x, message, fixed):
    refuses(f"running_mean should contain {message}", lambda: norm(x))
    assert norm(fixed(x)).shape == fixed(x).shape


@says("errors/layers/running_mean_elements", "Or let the layer count them at the first call.")
def test_a_lazy_norm_counts_at_the_first_call():
    lazy = nn.LazyBatchNorm2d()
    assert lazy.num_features == 0
    lazy(zeros(2, 8, 5, 5))
    assert lazy.num_features == 8
    refuses("running_mean should contain 6 elements not 8", lambda: lazy(zeros(2, 6, 5, 5)))


WRONG_INDICES = "Expected tensor for argument #1 'indices' to have one of the following"


@says("errors/layers/embedding_indices_dtype", "an embedding reads integers.")
@says(
    "errors/layers/embedding_indices_dtype",
    "An embedding looks rows up by number: int64 and int32 are taken, float and other integers "
    "are not.",
)
@pytest.mark.parametrize(
    ("dtype", "taken"),
    [
        (torch.int64, True), (torch.int32, True), (torch.int16, False), (torch.int8, False),
        (torch.uint8, False), (torch.uint16, False), (torch.bool, False),
        (torch.float64, False), (torch.float32, False), (torch.float16, False),
        (torch.bfloat16, False),
    ],
)  # fmt: skip
def test_types_that_an_embedding_takes(dtype, taken):
    embedding, ids = nn.Embedding(3, 2), torch.tensor([1, 0]).to(dtype)
    if taken:
        assert torch.equal(embedding(ids), embedding.weight[[1, 0]])
    else:
        refuses(WRONG_INDICES, lambda: embedding(ids))


@says(
    "errors/layers/embedding_indices_dtype",
    "Usual causes: `torch.Tensor(ids)`, or `torch.zeros` filled with ids, which are float32, as "
    "is the tensor of an empty list; ids read from pandas or NumPy together with float columns; "
    "one-hot rows in place of the ids; features that belong into a linear layer.",
)
@pytest.mark.parametrize(
    ("ids", "fixed"),
    [
        (torch.Tensor([1, 2]), torch.tensor([1, 2])),
        (zeros(2).copy_(torch.tensor([1, 2])), zeros(2, dtype=torch.int64)),
        (torch.tensor([]), torch.tensor([], dtype=torch.int64)),
        (torch.from_numpy(np.array([[1, 0.5]]))[:, 0], torch.tensor([1])),
        (F.one_hot(torch.tensor([1, 2]), 4).float(), torch.tensor([1, 2])),
        (torch.rand(2, 4), None),
    ],
)
def test_causes_of_ids_that_are_not_integers(ids, fixed):
    embedding = nn.Embedding(4, 2)
    assert ids.dtype == torch.float32 or ids.dtype == torch.float64
    refuses(WRONG_INDICES, lambda: embedding(ids))
    if fixed is None:
        assert nn.Linear(4, 2)(ids).shape == (2, 2)
    else:
        assert embedding(fixed).shape == (len(fixed), 2)


@says("errors/layers/embedding_index_range", "an id that the embedding has no row for.")
@says(
    "errors/layers/embedding_index_range",
    "An embedding of `num_embeddings` rows takes ids from 0 to num_embeddings − 1.",
)
@pytest.mark.parametrize("rows", [1, 2, 10])
def test_ids_from_zero_to_the_last_row(rows):
    embedding = nn.Embedding(rows, 3)
    assert torch.equal(embedding(torch.arange(rows)), embedding.weight)
    for wrong in (-1, rows):
        refuses("index out of range", lambda w=wrong: embedding(torch.tensor([w])), IndexError)


@says(
    "errors/layers/embedding_index_range",
    "Usual causes: ids that start at 1, or a padding or unknown token that was not counted; a "
    "negative id as padding; a vocabulary of other data than the model's; a sequence longer than "
    "the table of positions.",
)
@pytest.mark.parametrize(
    ("ids", "fixed"),
    [
        ([1, 2, 3, 4], [0, 1, 2, 3]),
        ([0, 1, 2, 3, 4], [0, 1, 2, 3]),
        ([0, 1, -1], [1, 2, 0]),
        ([7, 900, 31], [0, 2, 1]),
        (range(25), range(4)),
    ],
)
def test_causes_of_an_id_without_a_row(ids, fixed):
    embedding = nn.Embedding(4, 3)
    refuses("index out of range in self", lambda: embedding(torch.tensor(ids)), IndexError)
    assert embedding(torch.tensor(fixed)).shape == (len(fixed), 3)


@says(
    "errors/layers/embedding_index_range",
    "`index_select` and `index_add` use the same words.",
)
@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize(
    "call", [lambda x, i: x.index_select(0, i), lambda x, i: x.index_add(0, i, torch.ones(1))]
)
def test_index_select_uses_the_same_words(call, size):
    x, index = torch.ones(size), torch.tensor([size])
    refuses("index out of range in self", lambda: call(x, index), IndexError)
    call(x, index - 1)


RECURRENT = [nn.LSTM, nn.GRU, nn.RNN]


@says(
    "errors/layers/rnn_input_size",
    "The last axis of what an LSTM, GRU or RNN reads holds the features of one step, and "
    "`input_size` counts those, not the steps.",
    "Four axes are refused too.",
)
@pytest.mark.parametrize("kind", RECURRENT)
@pytest.mark.parametrize("options", [{}, {"batch_first": True}, {"bidirectional": True}])
def test_the_last_axis_holds_the_features(kind, options):
    layer = kind(4, 5, **options)
    for shape in [(7, 4), (1, 4), (2, 7, 4), (7, 2, 4)]:
        assert layer(zeros(shape))[0].shape[:-1] == shape[:-1]
    for shape in [(4, 7), (2, 4, 7)]:
        refuses("Expected 4, got 7", lambda shape=shape: layer(zeros(shape)))
    refuses("Expected input to be 2D or 3D, got 4D", lambda: layer(zeros(2, 3, 4, 4)), ValueError)


@says("errors/layers/rnn_input_size", "the features stand elsewhere.")
@says(
    "errors/layers/rnn_input_size",
    "Usual causes: input_size set to the length of the sequence; a channels-first sequence (N, C, "
    "L); a series with one number per step, (N, L), which lacks the last axis and is taken for "
    "one sequence without a batch.",
)
@pytest.mark.parametrize("kind", RECURRENT)
@pytest.mark.parametrize(
    ("size", "shape", "numbers", "right", "fix"),
    [
        (7, (2, 7, 4), "Expected 7, got 4", 4, lambda x: x),
        (4, (2, 4, 7), "Expected 4, got 7", 4, lambda x: x.transpose(1, 2)),
        (1, (2, 7), "Expected 1, got 7", 1, lambda x: x.unsqueeze(-1)),
    ],
)
def test_causes_of_features_elsewhere(kind, size, shape, numbers, right, fix):
    x = zeros(shape)
    message = f"input.size(-1) must be equal to input_size. {numbers}"
    refuses(message, lambda: kind(size, 5, batch_first=True)(x))
    y, _ = kind(right, 5, batch_first=True)(fix(x))
    assert y.shape == (2, 7, 5)
    # Two axes: one sequence, and its state has no batch.
    assert kind(7, 5, batch_first=True)(zeros(2, 7))[0].shape == (2, 5)


@says(
    "errors/layers/hidden_size",
    "The state is (layers · directions, N, hidden_size), also with `batch_first=True`, which "
    "concerns input and output only.",
    "The batch is the second axis of the state, with batch_first too.",
)
@pytest.mark.parametrize("kind", RECURRENT)
@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("batch_first", [False, True])
def test_shape_of_a_state(kind, layers, bidirectional, batch_first):
    layer = kind(4, 5, layers, bidirectional=bidirectional, batch_first=batch_first)
    directions = 1 + bidirectional
    y, state = layer(zeros(2, 3, 4) if batch_first else zeros(3, 2, 4))
    assert y.shape == ((2, 3) if batch_first else (3, 2)) + (5 * directions,)
    for part in state if kind is nn.LSTM else [state]:
        assert part.shape == (layers * directions, 2, 5)


@says("errors/layers/hidden_size", "the first state has another shape.")
@says(
    "errors/layers/hidden_size",
    "Usual causes: a state made with the batch first; two layers or directions that were not "
    "counted; a state kept from a full batch while the last batch is smaller.",
    "Left out, the state is zeros of the right shape.",
    "No state: zeros.",
)
@pytest.mark.parametrize("kind", RECURRENT)
@pytest.mark.parametrize(
    ("options", "n", "wrong", "right"),
    [
        ({}, 2, (2, 1, 5), (1, 2, 5)),
        ({"num_layers": 2}, 2, (1, 2, 5), (2, 2, 5)),
        ({"bidirectional": True}, 2, (1, 2, 5), (2, 2, 5)),
        ({"num_layers": 2, "bidirectional": True}, 2, (2, 2, 5), (4, 2, 5)),
        ({}, 1, (1, 2, 5), (1, 1, 5)),
    ],
)
def test_causes_of_another_state(kind, options, n, wrong, right):
    layer, x = kind(4, 5, batch_first=True, **options), torch.randn(n, 3, 4)

    def state(shape):
        return (zeros(shape), zeros(shape)) if kind is nn.LSTM else zeros(shape)

    with pytest.raises(RuntimeError, match=r"Expected hidden(\[0\])? size") as caught:
        layer(x, state(wrong))
    assert f"size {right}, got {list(wrong)}" in str(caught.value)
    torch.testing.assert_close(layer(x)[0], layer(x, state(right))[0])


@says(
    "errors/layers/hidden_size",
    "A smaller batch than the one before: take the batch size from the input.",
)
@pytest.mark.parametrize("layers", [1, 3])
@pytest.mark.parametrize("bidirectional", [False, True])
def test_the_first_state_of_the_entry(layers, bidirectional):
    layer = nn.LSTM(4, 5, layers, bidirectional=bidirectional, batch_first=True)
    first_state = names_of("errors/layers/hidden_size")["first_state"]
    for n in (1, 4):
        x = torch.randn(n, 3, 4)
        state = first_state(layer, x)
        torch.testing.assert_close(layer(x, (state, state))[0], layer(x)[0])


@says(
    "errors/layers/packing_lengths",
    "Usual causes: lengths that were moved to the GPU with the batch; a second axis, (N, 1); an "
    "empty sequence in the batch; lengths that increase, without `enforce_sorted=False`.",
    "One axis, on the CPU; any order with `enforce_sorted=False`.",
)
@pytest.mark.parametrize(
    ("lengths", "message", "fixed", "options"),
    [
        # Another device than the CPU, as a GPU is.
        (torch.tensor([3, 2], device="meta"), "but got 1D meta Long tensor", [3, 2], {}),
        (torch.tensor([[3], [2]]), "but got 2D cpu Long tensor", [3, 2], {}),
        (torch.tensor([3, 0]), "has to be greater than 0", [3, 1], {}),
        (torch.tensor([2, 3]), "must be sorted in decreasing", [2, 3], {"enforce_sorted": False}),
        (torch.tensor([1, 3]), "must be sorted in decreasing", [1, 3], {"enforce_sorted": False}),
        (torch.tensor([0, 3]), "must be sorted in decreasing", [3, 3], {}),
        (torch.tensor([[2, 3]]), "but got 2D cpu Long tensor", [3, 1], {"enforce_sorted": False}),
    ],
)
def test_causes_of_lengths_refused(lengths, message, fixed, options):
    x = zeros(2, 3, 4)
    refuses(message, lambda: pack_padded_sequence(x, lengths, batch_first=True))
    packed = pack_padded_sequence(x, torch.tensor(fixed), batch_first=True, **options)
    assert len(packed.data) == sum(fixed)


@says("errors/layers/packing_lengths", "packing on a GPU.")
@says(
    "errors/layers/packing_lengths",
    "`pack_padded_sequence` reads the lengths on the CPU, also where the batch is on a GPU, one "
    "per sequence and none of them 0.",
)
@pytest.mark.parametrize("device", ["cpu", pytest.param("cuda", marks=needs_cuda)])
@pytest.mark.parametrize("n", [1, 2, 3])
def test_lengths_on_the_cpu(device, n):
    x, lengths = zeros(n, 3, 4, device=device), torch.full((n,), 2)
    assert len(pack_padded_sequence(x, lengths, batch_first=True).data) == 2 * n
    for wrong, message in [
        (torch.full((n + 1,), 2), "to be equal to batch_size"),
        (lengths * 0, "has to be greater than 0"),
        (lengths.to("meta" if device == "cpu" else device), "should be a 1D CPU int64 tensor"),
    ]:
        refuses(message, lambda w=wrong: pack_padded_sequence(x, w, batch_first=True))


@says("errors/layers/packing_lengths", "A list of numbers works as well.")
@pytest.mark.parametrize("lengths", [[3], [3, 1], [2, 2, 2]])
def test_a_list_of_lengths(lengths):
    x = torch.randn(len(lengths), 3, 4)
    packed = [
        pack_padded_sequence(x, n, batch_first=True) for n in (lengths, torch.tensor(lengths))
    ]
    assert torch.equal(packed[0].data, packed[1].data)
    assert torch.equal(packed[0].batch_sizes, packed[1].batch_sizes)


def attention(**options):
    return nn.MultiheadAttention(8, num_heads=2, batch_first=True, **options).eval()


@says(
    "errors/layers/attention_mask_shape",
    "`attn_mask` says for each query which keys it may use: (L, S), or (N · heads, L, S) for a "
    "mask of each sample.",
    "it is (L, S), queries by keys.",
    "A mask of each sample, (N, L, S): repeat it for the heads.",
)
@pytest.mark.parametrize("n", [1, 3])
def test_shapes_of_an_attention_mask(n):
    mha, q, kv = attention(), torch.randn(n, 4, 8), torch.randn(n, 5, 8)
    banned = torch.rand(n, 4, 5) < 0.5
    banned[..., 0] = False
    _, weights = mha(q, kv, kv, attn_mask=banned[0])  # one for all samples: (L, S)
    assert torch.equal(weights == 0, banned[0].expand(n, -1, -1))
    repeated = banned.repeat_interleave(mha.num_heads, dim=0)
    assert repeated.shape == (n * mha.num_heads, 4, 5)
    _, weights = mha(q, kv, kv, attn_mask=repeated)
    assert torch.equal(weights == 0, banned)


@says(
    "errors/layers/attention_mask_shape",
    "Usual causes: a layer without `batch_first=True` reads (L, N, E) and takes the batch for the "
    "length; a mask of each sample that was not repeated for the heads; a mask for other lengths "
    "than the input's; a padding mask (N, S), which goes into `key_padding_mask`.",
)
@pytest.mark.parametrize(
    ("wrong", "message", "right"),
    [
        (causal(3), "2D attn_mask is torch.Size([3, 3]), but should be (2, 2)", causal(3)),
        (zeros(2, 3, 3), "3D attn_mask is torch.Size([2, 3, 3]), but should be (4, 3, 3)",
         zeros(4, 3, 3)),
        (causal(10), "2D attn_mask is torch.Size([10, 10]), but should be (3, 3)",
         causal(10)[:3, :3]),
        (zeros(2, 3).bool(), "2D attn_mask is torch.Size([2, 3]), but should be (3, 3)", None),
    ],
)  # fmt: skip
def test_causes_of_a_mask_refused(wrong, message, right):
    x, mha = torch.randn(2, 3, 8), attention()
    other = nn.MultiheadAttention(8, num_heads=2) if "(2, 2)" in message else mha
    refuses(f"The shape of the {message}", lambda: other(x, x, x, attn_mask=wrong))
    masks = {"key_padding_mask": wrong} if right is None else {"attn_mask": right}
    assert mha(x, x, x, **masks)[0].shape == (2, 3, 8)


@says("errors/layers/attention_mask_shape", "Padding, (N, S), True where a key is left out.")
@pytest.mark.parametrize("left_out", [0, 1, 2])
def test_a_key_that_is_left_out(left_out):
    padding = zeros(2, 3, dtype=torch.bool)
    padding[0, left_out] = True
    x = torch.randn(2, 3, 8)
    _, weights = attention()(x, x, x, key_padding_mask=padding)
    assert torch.equal(weights == 0, padding[:, None].expand(2, 3, 3))


@says(
    "errors/layers/embed_dim_heads",
    "Attention splits the features into `num_heads` parts of embed_dim / num_heads each.",
    "each head gets an equal share.",
)
@pytest.mark.parametrize("heads", [1, 2, 4, 8])
def test_equal_shares_of_the_features(heads):
    mha, x = nn.MultiheadAttention(8, heads, bias=False, batch_first=True), torch.randn(2, 3, 8)
    q, k, v = (x @ mha.in_proj_weight.T).chunk(3, dim=-1)
    share = 8 // heads
    assert mha.head_dim == share
    parts = [
        (q[..., i : i + share] @ k[..., i : i + share].mT / share**0.5).softmax(-1)
        @ v[..., i : i + share]
        for i in range(0, 8, share)
    ]
    expected = torch.cat(parts, dim=-1) @ mha.out_proj.weight.T
    torch.testing.assert_close(mha(x, x, x)[0], expected)


@says(
    "errors/layers/embed_dim_heads",
    "Usual causes: d_model was changed and nhead was not; d_model is the number of input columns "
    "(a prime, an odd number), where a linear layer in front would bring it to a size that fits.",
)
@pytest.mark.parametrize(("size", "heads", "fits"), [(10, 4, 12), (7, 2, 8), (9, 4, 8)])
def test_causes_of_heads_that_do_not_divide(size, heads, fits):
    for make in (nn.MultiheadAttention, nn.TransformerEncoderLayer):
        refuses("must be divisible", lambda make=make: make(size, heads), AssertionError)
    model = nn.Sequential(
        nn.Linear(size, fits), nn.TransformerEncoderLayer(fits, heads, batch_first=True)
    )
    assert model(zeros(2, 3, size)).shape == (2, 3, fits)


@says(
    "errors/layers/normalized_shape",
    "LayerNorm compares `normalized_shape` with the last axes of its input.",
)
@pytest.mark.parametrize("shape", [(5,), (7, 5), (2, 7, 5), (6,), (5, 7), (7,), (7, 5, 1)])
def test_the_last_axes_of_a_layer_norm(shape):
    x = torch.randn(3, 2, 7, 5)
    if x.shape[-len(shape) :] == shape:
        assert nn.LayerNorm(shape)(x).shape == x.shape
    else:
        refuses("Given normalized_shape=", lambda: nn.LayerNorm(shape)(x))


@says("errors/layers/normalized_shape", "the last axes differ.")
@says(
    "errors/layers/normalized_shape",
    "Usual causes: channels in dimension 1, as in pictures (N, C, H, W), where the norm was made "
    "with C; a norm made for the length of the sequence and not for its features; a whole shape "
    "[C, H, W] and pictures of another size.",
)
@pytest.mark.parametrize(
    ("made_with", "x", "right", "fix"),
    [
        (3, zeros(2, 3, 8, 8), 3, lambda x: x.permute(0, 2, 3, 1)),
        (7, zeros(2, 7, 5), 5, lambda x: x),
        ([3, 8, 8], zeros(2, 3, 9, 9), [3, 9, 9], lambda x: x),
    ],
)
def test_causes_of_other_last_axes(made_with, x, right, fix):
    refuses("expected input with shape [*, ", lambda: nn.LayerNorm(made_with)(x))
    assert nn.LayerNorm(right)(fix(x)).shape == fix(x).shape


@says(
    "errors/layers/normalized_shape",
    "Over the channels of each pixel: move them to the end, and back.",
    "Over the whole picture, of whatever size: one group.",
    "Over the whole picture, of this size only.",
)
@pytest.mark.parametrize("size", [(8, 8), (5, 9)])
def test_what_the_norms_of_pictures_go_over(size):
    x = torch.randn(2, 3, *size)
    pixels = nn.LayerNorm(3)(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
    for y, dims in [
        (pixels, 1), (nn.GroupNorm(1, 3)(x), (1, 2, 3)), (nn.LayerNorm(x.shape[1:])(x), (1, 2, 3)),
    ]:  # fmt: skip
        centred = x - x.mean(dims, keepdim=True)
        scale = (x.var(dims, keepdim=True, correction=0) + 1e-5).sqrt()
        torch.testing.assert_close(y, centred / scale)
    refuses("expected input with shape", lambda: nn.LayerNorm(x.shape[1:])(x[..., 1:]))


FOLD = "Padding size should be less than the corresponding input dimension"


@says("errors/layers/padding_size", "mirrored too far.")
@says(
    "errors/layers/padding_size",
    "Mirrored padding (`reflect`) repeats what stands inside the edge, so it is at most the size "
    "− 1.",
    "At most one less than the size.",
)
@pytest.mark.parametrize("axes", [1, 2, 3])
@pytest.mark.parametrize("size", [2, 3, 5])
def test_mirrored_padding_is_less_than_the_size(axes, size):
    x = torch.randn(1, 1, *[size] * axes)
    padded = F.pad(x, (size - 1,) * 2 * axes, mode="reflect")
    expected = np.pad(x[0, 0].numpy(), size - 1, mode="reflect")
    assert np.array_equal(padded[0, 0].numpy(), expected)
    with pytest.raises(RuntimeError, match=r"[Pp]adding size should be less than"):
        F.pad(x, (size,) * 2 * axes, mode="reflect")


@says(
    "errors/layers/padding_size",
    "Usual causes: small feature maps or pictures; `GaussianBlur`, which mirrors half its kernel; "
    "a short signal in `torch.stft`, which pads n_fft / 2 on both sides; sizes for the wrong "
    "axes, for the last axis comes first in `pad`.",
)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (lambda: nn.ReflectionPad2d(3)(zeros(1, 1, 3, 3)),
         lambda: nn.ReflectionPad2d(3)(zeros(1, 1, 4, 4))),
        (lambda: v2.GaussianBlur(7)(zeros(3, 3, 3)), lambda: v2.GaussianBlur(7)(zeros(3, 4, 4))),
        (lambda: stft(200, 400), lambda: stft(201, 400)),
        (lambda: F.pad(zeros(1, 1, 9, 2), (3, 3, 0, 0), mode="reflect"),
         lambda: F.pad(zeros(1, 1, 9, 2), (0, 0, 3, 3), mode="reflect")),
    ],
)  # fmt: skip
def test_causes_of_a_padding_too_large(wrong, right):
    refuses(FOLD, wrong)
    right()


def stft(length, n_fft):
    window = torch.ones(n_fft)
    return torch.stft(torch.ones(length), n_fft, window=window, return_complex=True)


@says("errors/layers/padding_size", "A blur: a kernel of at most twice the size, minus one.")
@pytest.mark.parametrize("size", [2, 3, 4, 6])
def test_the_largest_kernel_of_a_blur(size):
    x = torch.rand(1, size, size)
    assert v2.GaussianBlur(2 * size - 1)(x).shape == x.shape
    refuses(FOLD, lambda: v2.GaussianBlur(2 * size + 1)(x))
