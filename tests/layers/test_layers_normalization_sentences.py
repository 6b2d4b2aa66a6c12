"""What the sentences of layers/normalization say."""

import inspect

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


def draw(*shape):
    return torch.randn(*shape, dtype=torch.float64) * 2 + 1


def close(found, expected):
    torch.testing.assert_close(found, expected, rtol=1e-9, atol=1e-10)


def over(x, dims, eps=1e-5, correction=0):
    mean, var = x.mean(dims, keepdim=True), x.var(dims, correction=correction, keepdim=True)
    return (x - mean) / (var + eps).sqrt()


def over_groups(x):
    return over(x.view(3, 3, 2, 4, 5), (2, 3, 4)).view(x.shape)


LAYERS = {  # the layer for (3, 6, 4, 5), by hand, mixes samples in training, running statistics
    "batch": (nn.BatchNorm2d(6), lambda x: over(x, (0, 2, 3)), True, True),
    "layer": (nn.LayerNorm(5), lambda x: over(x, (3,)), False, False),
    "group": (nn.GroupNorm(3, 6), over_groups, False, False),
    "instance": (nn.InstanceNorm2d(6), lambda x: over(x, (2, 3)), False, False),
    "rms": (
        nn.RMSNorm(5, eps=1e-5),
        lambda x: x / (x.square().mean(3, keepdim=True) + 1e-5).sqrt(),
        False,
        False,
    ),
}


@says(
    "layers/normalization",
    "`BatchNorm` | channel, over the batch and all positions | in training | yes",
    "`LayerNorm` | position of each sample, over the features | no | no",
    "`GroupNorm` | group of channels of each sample | no | no",
    "`InstanceNorm` | channel of each sample | no | only if asked",
    "`RMSNorm` | position of each sample, no mean | no | no",
)
@pytest.mark.parametrize("name", LAYERS)
def test_the_table(name):
    layer, by_hand, mixes, tracks = LAYERS[name]
    layer.double().train()
    x = draw(3, 6, 4, 5)
    y = layer(x)
    close(y, by_hand(x))
    assert ("running_mean" in layer.state_dict()) == tracks
    changed = torch.cat((x[:1], draw(2, 6, 4, 5)))
    assert torch.allclose(layer(changed)[0], y[0]) != mixes
    layer.eval()
    close(layer(changed)[0], layer(x)[0])


@says("layers/normalization", "`InstanceNorm` | channel of each sample | no | only if asked")
@pytest.mark.parametrize("asked", [True, False])
def test_instance_norm_tracks_if_asked(asked):
    layer = nn.InstanceNorm2d(6, track_running_stats=asked)
    assert ("running_var" in layer.state_dict()) == asked


@says(
    "layers/normalization",
    "The variance is the biased one, but for `running_var`, and `eps` is added under the root.",
)
@pytest.mark.parametrize("name", ["batch", "layer", "group", "instance"])
@given(size=st.integers(-3, 3), eps=st.sampled_from([1e-5, 0.1, 2.0]))
def test_biased_variance_and_eps(name, size, eps):
    x = draw(4, 3) * 10**size
    x = {"batch": x.T, "layer": x, "group": x, "instance": x[None]}[name]
    layer = {
        "batch": nn.BatchNorm1d(4, eps, momentum=1.0),
        "layer": nn.LayerNorm(3, eps),
        "group": nn.GroupNorm(1, 3, eps),
        "instance": nn.InstanceNorm1d(4, eps),
    }[name].double()
    close(layer(x), over(x, (0,) if name == "batch" else (-1,), eps))
    if name == "batch":
        close(layer.running_var, x.var(0, correction=1))


FOUR = {
    "batch": (lambda x: nn.BatchNorm2d(6).double()(x), (0, 2, 3)),
    "layer": (lambda x: F.layer_norm(x, (6, 4, 5)), (1, 2, 3)),
    "instance": (F.instance_norm, (2, 3)),
    "group": (lambda x: F.group_norm(x.flatten(1, 1), 6), (2, 3)),
}


@says(
    "layers/normalization/which_norm",
    "For images (N, C, H, W) the norms differ in the dimensions that share a mean and a variance.",
    "images",
)
@pytest.mark.parametrize("name", FOUR)
def test_norms_of_images_by_dimensions(name):
    norm, dims = FOUR[name]
    x = draw(3, 6, 4, 5)
    close(norm(x), over(x, dims))
    others = {other for _, other in FOUR.values()} - {dims}
    assert not any(torch.allclose(norm(x), over(x, other), atol=1e-3) for other in others)


@says(
    "layers/normalization/which_norm",
    "Batch norm alone mixes samples, so it needs running statistics for evaluation.",
)
@pytest.mark.parametrize("name", LAYERS)
def test_batch_norm_alone_mixes_samples(name):
    layer = LAYERS[name][0].double().train()
    x = draw(3, 6, 4, 5).requires_grad_()
    layer(x)[0].pow(3).sum().backward()
    assert x.grad[1:].any().item() == (name == "batch")


@says(
    "layers/normalization/which_norm",
    "means of batch norm",
    "means of layer norm over (C, H, W)",
    "means of instance norm",
    "means of group norm",
)
def test_which_norm_names_the_means():
    names = names_of("layers/normalization/which_norm")
    x, bn = names["x"], nn.BatchNorm2d(6, momentum=1.0)
    bn(x)
    torch.testing.assert_close(names["per_channel"].flatten(), bn.running_mean)
    mean = torch.native_layer_norm(x, (6, 4, 5), None, None, 1e-5)[1]
    torch.testing.assert_close(names["per_sample"], mean)
    for name, groups in (("per_both", 6), ("per_group", 3)):
        mean = torch.native_group_norm(x, None, None, 2, 6, 20, groups, 1e-5)[1]
        torch.testing.assert_close(names[name].view(2, groups), mean)


# batch_norm


@says(
    "layers/normalization/batch_norm",
    "Goes between a convolution and its activation; the convolution needs no bias then "
    "(`bias=False`).",
)
@pytest.mark.parametrize("training", [True, False])
def test_a_bias_before_batch_norm_changes_nothing(training):
    conv, bn = nn.Conv2d(3, 4, 3).double(), nn.BatchNorm2d(4, momentum=1.0).double()
    x = draw(2, 3, 5, 5)
    bn(conv(x))
    y = bn.train(training)(conv(x))
    with torch.no_grad():
        conv.bias.add_(7)
    bn.train()(conv(x))
    close(bn.train(training)(conv(x)), y)


@says("layers/normalization/batch_norm", "each channel to mean 0 and variance 1 over the batch.")
@given(mean=st.floats(-50, 50), std=st.floats(0.1, 50))
def test_batch_norm_brings_to_mean_0_and_variance_1(mean, std):
    y = nn.BatchNorm2d(3).double()(draw(4, 3, 5, 5) * std + mean)
    torch.testing.assert_close(y.mean((0, 2, 3)), torch.zeros(3).double(), atol=1e-9, rtol=0)
    torch.testing.assert_close(
        y.var((0, 2, 3), correction=0), torch.ones(3).double(), atol=0.01, rtol=0
    )


@says(
    "layers/normalization/batch_norm",
    r"In training, mean $\mu_c$ and biased variance $\sigma_c^2$ of channel $c$ are taken over "
    r"N, H and W; `weight` $\gamma_c$ and `bias` $\beta_c$ are learned.",
    "starts at 1",
    "starts at 0",
    "images",
    "the number of channels",
)
def test_batch_norm_by_hand():
    bn = nn.BatchNorm2d(4).double()
    assert bn.weight.eq(1).all()
    assert bn.bias.eq(0).all()
    assert {name for name, _ in bn.named_parameters()} == {"weight", "bias"}
    x = draw(2, 4, 3, 5)
    for p in bn.parameters():
        nn.init.normal_(p)
        assert p.shape == (4,)
        assert p.requires_grad
    weight, bias = bn.weight.view(4, 1, 1), bn.bias.view(4, 1, 1)
    close(bn(x), over(x, (0, 2, 3)) * weight + bias)


@says(
    "layers/normalization/batch_norm",
    "A channel needs more than one value then: one image has them, a last row of (1, C) does not "
    "(`drop_last=True`).",
)
def test_batch_norm_needs_two_values():
    assert nn.BatchNorm2d(3)(torch.randn(1, 3, 1, 2)).isfinite().all()
    with pytest.raises(ValueError, match="more than 1 value per channel"):
        nn.BatchNorm1d(3)(torch.randn(1, 3))
    assert nn.BatchNorm1d(3).eval()(torch.randn(1, 3)).shape == (1, 3)
    rows = torch.utils.data.TensorDataset(torch.randn(5, 3))
    last = list(torch.utils.data.DataLoader(rows, batch_size=4, drop_last=True))[-1]
    assert len(last[0]) == 4


@says("layers/normalization/batch_norm", "A constant channel has variance 0: eps keeps 0 / 0 away.")
@pytest.mark.parametrize(("eps", "finite"), [(1e-5, True), (0.0, False)])
def test_eps_keeps_0_over_0_away(eps, finite):
    x = torch.zeros(2, 1, 3, 3)
    bn = nn.BatchNorm2d(1, momentum=1.0)
    assert bn(x).eq(0).all()
    assert bn.running_var == 0
    bn.eps = eps
    assert bn.eval()(x).isfinite().all() == finite


@says(
    "layers/normalization/batch_norm_modes",
    "In training mode the layer normalizes with the batch and moves `running_mean` and "
    "`running_var` towards it; in eval mode it normalizes with these two, so an output no longer "
    "depends on its neighbours.",
    "starts at 0",
    "starts at 1",
)
def test_batch_norm_modes():
    bn, x = nn.BatchNorm1d(3).double(), draw(5, 3)
    assert bn.running_mean.eq(0).all()
    assert bn.running_var.eq(1).all()
    close(bn(x), over(x, (0,)))
    for moved, start, batch in (
        (bn.running_mean, 0, x.mean(0)),
        (bn.running_var, 1, x.var(0)),
    ):
        assert ((moved - batch).abs() < (start - batch).abs()).all()
    bn.eval()
    close(bn(x), (x - bn.running_mean) / (bn.running_var + 1e-5).sqrt())
    close(bn(x[:1]), bn(x)[:1])


@says(
    "layers/normalization/batch_norm_modes",
    "The running variance takes the unbiased variance $s^2$ of the batch, though the batch itself "
    "is divided by the biased one.",
)
@given(n=st.integers(2, 9))
def test_running_variance_is_unbiased(n):
    bn, x = nn.BatchNorm1d(1, momentum=1.0).double(), draw(n, 1)
    close(bn(x), over(x, (0,)))
    close(bn.running_var, x.var(0, correction=1))


@says(
    "layers/normalization/batch_norm_modes",
    "`momentum` $m$ is the weight of the new value, 0.1 by default.",
)
@pytest.mark.parametrize("momentum", [0.1, 0.25, 1.0])
def test_momentum_is_the_weight_of_the_new_value(momentum):
    assert inspect.signature(nn.BatchNorm2d).parameters["momentum"].default == 0.1
    bn = nn.BatchNorm1d(1, momentum=momentum)
    bn(torch.tensor([[9.0], [11.0]]))
    assert bn.running_mean.item() == pytest.approx(10 * momentum)


@says(
    "layers/normalization/batch_norm_modes",
    "`momentum=None` takes the plain average of all batches.",
)
@given(count=st.integers(1, 6))
def test_no_momentum_is_the_plain_average(count):
    bn, batches = nn.BatchNorm1d(2, momentum=None).double(), draw(count, 5, 2)
    for batch in batches:
        bn(batch)
    close(bn.running_mean, batches.mean((0, 1)))
    close(bn.running_var, batches.var(1).mean(0))


@says(
    "layers/normalization/batch_norm_modes",
    "`track_running_stats=False` keeps nothing and uses the batch in eval mode as well.",
)
@pytest.mark.parametrize("training", [True, False])
def test_untracked_uses_the_batch(training):
    bn, x = nn.BatchNorm1d(3, track_running_stats=False).double().train(training), draw(5, 3)
    assert not list(bn.buffers())
    close(bn(x), over(x, (0,)))


# batch_norm_family

SIZES = (4, 5, 6)


@says(
    "layers/normalization/batch_norm_family",
    "The number in the name counts the positions' dimensions, and the layer checks it: "
    "`BatchNorm1d` takes (N, C) and (N, C, L), `BatchNorm3d` takes (N, C, D, H, W).",
)
@pytest.mark.parametrize("given_dims", [0, 1, 2, 3])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_batch_norm_counts_the_positions(number, given_dims):
    layer, x = getattr(nn, f"BatchNorm{number}d")(3), torch.ones(2, 3, *SIZES[:given_dims])
    if given_dims == number or (number, given_dims) == (1, 0):
        assert layer(x).shape == x.shape
    else:
        with pytest.raises(ValueError, match="input"):
            layer(x)


@says(
    "layers/normalization/batch_norm_family",
    "The channel is dimension 1, also in sequences: (N, L, C) needs a transpose first.",
)
def test_the_channel_is_dimension_1():
    x, bn = draw(2, 5, 3), nn.BatchNorm1d(3).double()  # (N, L, C)
    close(bn(x.transpose(1, 2)).transpose(1, 2), over(x, (0, 1)))
    with pytest.raises(RuntimeError, match="should contain 5 elements not 3"):
        bn(x)


@says(
    "layers/normalization/batch_norm_family",
    "Each batch norm of a model is replaced; its weights and statistics are kept.",
)
@pytest.mark.parametrize("dims", [1, 2, 3])
def test_convert_sync_batchnorm_keeps_the_state(dims):
    inner = nn.Sequential(getattr(nn, f"BatchNorm{dims}d")(3), nn.LayerNorm(3))
    inner[0](torch.randn(2, 3, *SIZES[:dims]))
    nn.init.normal_(inner[0].weight)
    before = {k: v.clone() for k, v in inner.state_dict().items()}
    model = nn.SyncBatchNorm.convert_sync_batchnorm(nn.Sequential(inner))
    assert [type(m) for m in model[0]] == [nn.SyncBatchNorm, nn.LayerNorm]
    after = model[0].state_dict()
    assert all(torch.equal(after[k], v) for k, v in before.items())


# freeze_batch_norm


@says(
    "layers/normalization/freeze_batch_norm",
    "Two things move in a batch norm: the running statistics, which `eval()` stops, and `weight` "
    "and `bias`, which `requires_grad_(False)` stops.",
    "Either alone leaves the other moving.",
    "keep its statistics while the rest trains.",
    "Without eval() the statistics follow the data, gradients or not.",
)
@pytest.mark.parametrize("grad", [False, True])
@pytest.mark.parametrize("evaluate", [False, True])
def test_two_things_move_in_a_batch_norm(evaluate, grad):
    conv, bn = nn.Conv2d(1, 2, 1), nn.BatchNorm2d(2)
    bn.train(not evaluate).requires_grad_(grad)
    before = {k: v.clone() for k, v in nn.Sequential(conv, bn).state_dict().items()}
    step = torch.optim.SGD((*conv.parameters(), *bn.parameters()), lr=0.1, momentum=0.9)
    bn(conv(torch.randn(2, 1, 3, 3))).pow(3).sum().backward()
    step.step()
    after = nn.Sequential(conv, bn).state_dict()
    moved = {k for k, v in before.items() if not torch.equal(v, after[k])} - {"0.bias"}
    statistics = {"1.running_mean", "1.running_var", "1.num_batches_tracked"}
    learned = {"1.weight", "1.bias"}
    assert moved == {"0.weight"} | (set() if evaluate else statistics) | (
        learned if grad else set()
    )


@says(
    "layers/normalization/freeze_batch_norm",
    "Call it after each `model.train()`, which sets all layers back to training.",
    "images",
)
@pytest.mark.parametrize("kind", [nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.SyncBatchNorm])
def test_train_sets_frozen_norms_back(kind):
    freeze = names_of("layers/normalization/freeze_batch_norm")["freeze_batch_norm"]
    model = nn.Sequential(nn.Conv2d(1, 1, 1), nn.Sequential(kind(3), nn.InstanceNorm2d(3)))
    freeze(model)
    assert [m.training for m in model.modules()] == [True, True, True, False, True]
    model.train()
    assert all(m.training for m in model.modules())
    assert not model[1][0].weight.requires_grad  # this half stays
    freeze(model)
    assert not model[1][0].training


# layer_norm, rms_norm


@says(
    "layers/normalization/layer_norm",
    "The norm of transformers: no batch, no running statistics, the same in training and eval.",
    "each sample and position by itself, over its features.",
)
@pytest.mark.parametrize("shape", [(4,), (1, 4), (3, 4), (2, 5, 4), (2, 3, 5, 4)])
def test_layer_norm_by_itself(shape):
    norm, x = nn.LayerNorm(4).double(), draw(*shape)
    y = norm(x)
    assert not list(norm.buffers())
    close(norm.eval()(x), y)
    for row, out in zip(x.reshape(-1, 4), y.reshape(-1, 4), strict=True):
        close(norm(row), out)


@says(
    "layers/normalization/layer_norm",
    r"`normalized_shape` names the last dimensions, those that share mean $\mu$ and biased "
    r"variance $\sigma^2$; an integer means the last one.",
    r"`weight` $\gamma$ and `bias` $\beta$ have that shape.",
    "starts at 1",
)
@pytest.mark.parametrize("shape", [5, (5,), (4, 5), (3, 4, 5)])
def test_normalized_shape(shape):
    norm, x = nn.LayerNorm(shape).double(), draw(2, 3, 4, 5)
    sizes = (shape,) if shape == 5 else shape
    assert norm.weight.shape == norm.bias.shape == sizes
    assert norm.weight.eq(1).all()
    nn.init.normal_(norm.weight)
    nn.init.normal_(norm.bias)
    close(norm(x), over(x, tuple(range(-len(sizes), 0))) * norm.weight + norm.bias)


@says(
    "layers/normalization/layer_norm",
    "For images (N, C, H, W) normalized over C alone, `permute` to (N, H, W, C) and back.",
)
def test_layer_norm_over_channels():
    x, norm = draw(2, 3, 4, 5), nn.LayerNorm(3).double()
    close(norm(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2), over(x, (1,)))


@says("layers/normalization/layer_norm", "Without learned weights.")
def test_functional_layer_norm_has_none():
    x = draw(2, 3)
    assert not F.layer_norm(x, (3,)).requires_grad
    close(F.layer_norm(x, (3,)), over(x, (1,)))


@says(
    "layers/normalization/rms_norm",
    r"Divides by the root mean square over the last dimensions and scales with `weight` $\gamma$; "
    "nothing is subtracted and there is no bias.",
    "starts at 1",
)
@pytest.mark.parametrize("shape", [(5,), (4, 5)])
def test_rms_norm(shape):
    norm, x = nn.RMSNorm(shape, eps=0.0).double(), draw(2, 3, 4, 5)
    assert norm.weight.eq(1).all()
    assert [name for name, _ in norm.named_parameters()] == ["weight"]
    nn.init.normal_(norm.weight)
    dims = tuple(range(-len(shape), 0))
    close(norm(x), x / x.square().mean(dims, keepdim=True).sqrt() * norm.weight)
    close(norm(-x), -norm(x))


@says(
    "layers/normalization/rms_norm",
    "`eps=None`, the default, is the machine epsilon (float32's for half precision); published "
    "models set their own, often `1e-6`.",
)
@pytest.mark.parametrize("grad", [True, False])
@pytest.mark.parametrize(
    ("dtype", "epsilon"),
    [
        (torch.float64, 2**-52),
        (torch.float32, 2**-23),
        (torch.float16, 2**-23),
        (torch.bfloat16, 2**-23),
    ],
)
def test_rms_norm_default_eps(dtype, epsilon, grad):
    assert inspect.signature(nn.RMSNorm).parameters["eps"].default is None
    x = torch.full((2, 4), epsilon**0.5, dtype=dtype)  # eps doubles the mean square
    y = nn.RMSNorm(4, dtype=dtype).requires_grad_(grad)(x)
    torch.testing.assert_close(y, torch.full_like(x, 0.5**0.5), rtol=0.01, atol=0)


@says(
    "layers/normalization/rms_norm",
    "layer norm without the mean, for large transformers.",
    "Layer norm takes the mean away as well: equal features become 0, not 1.",
)
@given(value=st.floats(0.5, 100))
def test_equal_features(value):
    x = torch.full((1, 4), value)
    torch.testing.assert_close(F.layer_norm(x, (4,)), torch.zeros(1, 4), rtol=0, atol=0.02)
    torch.testing.assert_close(F.rms_norm(x, (4,)), torch.ones(1, 4))
    centred = torch.randn(1, 4)
    centred -= centred.mean()
    torch.testing.assert_close(F.rms_norm(centred, (4,), eps=1e-5), F.layer_norm(centred, (4,)))


# group_norm, instance_norm


@says(
    "layers/normalization/group_norm",
    "For convolutional networks with small batches: a sample is normalized by itself.",
    "groups of channels within each sample.",
)
@pytest.mark.parametrize("count", [1, 2, 5])
def test_group_norm_of_a_sample(count):
    norm, x = nn.GroupNorm(2, 6).double(), draw(count, 6, 4, 5)
    close(norm(x), torch.cat([norm(sample) for sample in x.split(1)]))


@says(
    "layers/normalization/group_norm",
    r"The C channels are split, in order, into G groups; mean $\mu_g$ and biased variance "
    r"$\sigma_g^2$ are taken over a group's channels and positions, while `weight` $\gamma_c$ and "
    r"`bias` $\beta_c$ belong to single channels.",
    "The number of groups comes first in the call.",
)
def test_group_norm():
    norm, x = nn.GroupNorm(3, 6).double(), draw(2, 6, 4, 5)
    assert [*inspect.signature(nn.GroupNorm).parameters][:2] == ["num_groups", "num_channels"]
    nn.init.normal_(norm.weight)
    nn.init.normal_(norm.bias)
    parts = [over(part, (1, 2, 3)) for part in (x[:, :2], x[:, 2:4], x[:, 4:])]
    weight, bias = norm.weight.view(6, 1, 1), norm.bias.view(6, 1, 1)
    close(norm(x), torch.cat(parts, dim=1) * weight + bias)


@says(
    "layers/normalization/group_norm",
    "One group per channel normalizes as instance norm, a single group as layer norm over "
    "(C, H, W).",
)
def test_group_norm_at_its_ends():
    x = draw(2, 6, 4, 5)
    close(F.group_norm(x, 6), over(x, (2, 3)))
    close(F.group_norm(x, 6), F.instance_norm(x))
    close(F.group_norm(x, 1), F.layer_norm(x, (6, 4, 5)))


@says(
    "layers/normalization/instance_norm",
    "From style transfer: takes contrast and brightness out of each channel of each image.",
    "each channel of each sample.",
)
@given(contrast=st.floats(0.1, 10), brightness=st.floats(-10, 10))
def test_contrast_and_brightness_are_gone(contrast, brightness):
    x = draw(2, 3, 4, 5)
    changed = x.clone()
    changed[1, 2] = changed[1, 2] * contrast + brightness
    norm = nn.InstanceNorm2d(3, eps=0.0)
    close(norm(changed), norm(x))


@says(
    "layers/normalization/instance_norm",
    "Mean and biased variance are over the positions, in eval mode too (unless "
    "`track_running_stats=True`).",
)
@pytest.mark.parametrize("track", [False, True])
@pytest.mark.parametrize("dims", [1, 2, 3])
def test_instance_norm_in_eval(dims, track):
    x = draw(2, 3, *SIZES[:dims])
    norm = getattr(nn, f"InstanceNorm{dims}d")(3, track_running_stats=track).double()
    expected = over(x, tuple(range(2, x.ndim)))
    close(norm(x), expected)
    assert torch.allclose(norm.eval()(x), expected) != track


@says(
    "layers/normalization/instance_norm",
    "By default it has no learned weights, and a wrong number of channels warns; with "
    "`affine=True` it has them, and a wrong number raises.",
)
@pytest.mark.parametrize("dims", [1, 2, 3])
def test_instance_norm_affine(dims):
    x, kind = torch.randn(2, 3, *SIZES[:dims]), getattr(nn, f"InstanceNorm{dims}d")
    assert not list(kind(5).parameters())
    with pytest.warns(UserWarning, match="does not match num_features"):
        assert kind(5)(x).shape == x.shape
    assert len(list(kind(5, affine=True).parameters())) == 2
    with pytest.raises(ValueError, match="to match num_features"):
        kind(5, affine=True)(x)


# local_response_norm


def window_of(layer, channels, x):
    """Which channels each channel of the output depends on."""
    jacobian = torch.autograd.functional.jacobian(layer, x).reshape(channels, channels)
    return [row.nonzero().flatten().tolist() for row in jacobian]


@says(
    "layers/normalization/local_response_norm",
    "A strong channel damps the channels around it at the same position.",
    "divide by the neighbouring channels.",
)
@given(strength=st.floats(2, 100))
def test_a_strong_channel_damps_its_neighbours(strength):
    x = torch.ones(1, 5, 2)
    before, x[0, 2, 0] = nn.LocalResponseNorm(3, alpha=1.0)(x.clone()), strength
    change = nn.LocalResponseNorm(3, alpha=1.0)(x) - before
    assert (change[0, [1, 3], 0] < 0).all()
    assert not change[0, [0, 4], 0].any()
    assert not change[0, :, 1].any()


@says(
    "layers/normalization/local_response_norm",
    "`size` $n$ counts the channels of the window, which ends at the first and the last channel; "
    "for an even `size` it reaches one further down than up.",
)
@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_window_of_the_response_norm(size):
    windows = window_of(nn.LocalResponseNorm(size, alpha=1.0), 8, torch.ones(1, 8, 1))
    for c, window in enumerate(windows):
        first = c - size // 2
        assert window == [j for j in range(first, first + size) if 0 <= j < 8]
    assert len(windows[4]) == size


@says(
    "layers/normalization/local_response_norm",
    "The sum is divided by $n$ at the edges as well.",
)
@pytest.mark.parametrize("size", [2, 3, 5])
def test_edges_are_divided_by_size(size):
    y = nn.LocalResponseNorm(size, alpha=1.0, beta=1.0, k=0.0)(torch.ones(1, 8, 1)).flatten()
    assert y[0].item() == pytest.approx(size / ((size - 1) // 2 + 1))


@says(
    "layers/normalization/local_response_norm",
    "The older `CrossMapLRN2d` is no substitute: it leaves channel 0 in the window of every "
    "channel.",
)
@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_the_older_layer_keeps_channel_0(size):
    layer, x = nn.CrossMapLRN2d(size, alpha=1.0), torch.ones(1, 8, 1, 1)
    before = layer(x)
    x[0, 0] = 5.0
    assert (layer(x)[0, 1:] < before[0, 1:]).all()
