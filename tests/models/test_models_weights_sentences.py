"""What the sentences of models/weights say."""

import copy
import warnings

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torch import nn
from torch.nn.utils import fusion, parametrizations, parametrize, prune
from torch.utils.flop_counter import FlopCounterMode

sizes = st.integers(1, 6)


@says(
    "models/weights/weight_norm",
    "Both are parameters: `original0`, a length for each row, and `original1`, the direction.",
)
@given(inputs=sizes, outputs=sizes)
def test_weight_norm(inputs, outputs):
    layer = parametrizations.weight_norm(nn.Linear(inputs, outputs))
    parts = dict(layer.named_parameters())
    length = parts["parametrizations.weight.original0"]
    direction = parts["parametrizations.weight.original1"]
    assert length.shape == (outputs, 1)
    with torch.no_grad():
        length.copy_(torch.rand(outputs, 1) + 1)
        direction.mul_(7)  # its own length has no effect
    expected = length * direction / direction.square().sum(dim=1, keepdim=True).sqrt()
    torch.testing.assert_close(layer.weight, expected)
    torch.testing.assert_close(layer.weight.norm(dim=1, keepdim=True), length)


@says("models/weights/weight_norm", "The old `nn.utils.weight_norm` is deprecated.")
def test_old_weight_norm_is_deprecated():
    with pytest.warns(FutureWarning, match="deprecated"):
        nn.utils.weight_norm(nn.Linear(3, 2))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        parametrizations.weight_norm(nn.Linear(3, 2))


def test_spectral_norm():
    """The formula: the weight over its largest singular value."""
    torch.manual_seed(0)
    plain = nn.Linear(4, 3)
    expected = plain.weight / torch.linalg.svdvals(plain.weight)[0]
    layer = parametrizations.spectral_norm(plain, n_power_iterations=200)
    torch.testing.assert_close(layer.weight, expected, rtol=1e-4, atol=1e-5)


@says(
    "models/weights/spectral_norm",
    "The value is estimated: each look at `layer.weight` in training mode takes a step of the "
    "power method, in eval mode none.",
)
@pytest.mark.parametrize("seed", range(3))
def test_a_look_is_a_step_of_the_power_method(seed):
    torch.manual_seed(seed)
    weight = torch.randn(5, 4)
    layer = nn.Linear(4, 5)
    layer.weight = nn.Parameter(weight)
    layer = parametrizations.spectral_norm(layer)
    u = layer.parametrizations.weight[0]._u.clone()
    layer.eval()
    held = layer.weight
    assert held.equal(layer.weight)
    assert layer.parametrizations.weight[0]._u.equal(u)
    layer.train()
    for _ in range(3):
        v = nn.functional.normalize(weight.T @ layer.parametrizations.weight[0]._u, dim=0)
        u = nn.functional.normalize(weight @ layer.parametrizations.weight[0]._v, dim=0)
        v = nn.functional.normalize(weight.T @ u, dim=0)
        looked = layer.weight
        torch.testing.assert_close(looked, weight / (u @ weight @ v), rtol=1e-4, atol=1e-5)


@says(
    "models/weights/spectral_norm",
    "For a convolution it is that of `weight.flatten(1)`: the layer can stretch by more than 1.",
)
@pytest.mark.parametrize("outputs", [1, 3])
def test_a_convolution_still_stretches(outputs):
    conv = nn.Conv2d(1, outputs, 3, padding=1, bias=False)
    nn.init.ones_(conv.weight)
    parametrizations.spectral_norm(conv, n_power_iterations=50).eval()
    values = torch.linalg.svdvals(conv.weight.flatten(1))
    torch.testing.assert_close(values[0], torch.tensor(1.0))
    x = torch.ones(1, 1, 50, 50)
    assert conv(x).norm() > 2.5 * x.norm()


@says(
    "models/weights/orthogonal_weight",
    "A square or wide weight keeps orthonormal rows, a tall one orthonormal columns.",
)
@given(inputs=sizes, outputs=sizes)
def test_orthonormal_rows_or_columns(inputs, outputs):
    layer = parametrizations.orthogonal(nn.Linear(inputs, outputs, bias=False).double())
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.5)
    layer(torch.randn(3, inputs, dtype=torch.float64)).exp().sum().backward()
    optimizer.step()
    w = layer.weight
    product = w @ w.T if outputs <= inputs else w.T @ w
    torch.testing.assert_close(product, torch.eye(len(product), dtype=w.dtype))


@says(
    "models/weights/own_parametrization",
    "The optimizer and `state_dict` have the parameter, `original`; the layer uses what the module "
    "makes of it, computed at each look, or once within `parametrize.cached()`.",
)
@pytest.mark.parametrize("looks", [1, 2, 5])
def test_parametrization(looks):
    calls = []

    class Double(nn.Module):
        def forward(self, x):
            calls.append(1)
            return 2 * x

    layer = nn.Linear(2, 2, bias=False)
    parametrize.register_parametrization(layer, "weight", Double())
    ((name, parameter),) = layer.named_parameters()
    assert name == "parametrizations.weight.original" == next(iter(layer.state_dict()))
    calls.clear()
    x = torch.randn(3, 2)
    torch.testing.assert_close(layer(x), x @ (2 * parameter).T)
    for _ in range(looks):
        layer(x)
    assert len(calls) == 1 + looks
    with parametrize.cached():
        for _ in range(looks):
            layer(x)
    assert len(calls) == 2 + looks


@says(
    "models/weights/prune_weights",
    "`l1_unstructured` masks the smallest in size, `random_unstructured` any.",
)
@given(amount=st.integers(0, 12), seed=st.integers(0, 99))
def test_the_smallest_are_masked(amount, seed):
    torch.manual_seed(seed)
    layer = nn.Linear(4, 3)
    sizes = layer.weight.detach().abs().flatten()
    prune.l1_unstructured(layer, "weight", amount=amount)
    masked = layer.weight_mask.flatten() == 0
    assert masked.sum() == amount
    if 0 < amount < 12:
        assert sizes[masked].max() <= sizes[~masked].min()
    other = prune.random_unstructured(nn.Linear(4, 3), "weight", amount=amount)
    assert (other.weight_mask == 0).sum() == amount


def test_random_pruning_takes_large_weights_too():
    layer, taken = nn.Linear(4, 1), set()
    for seed in range(20):
        torch.manual_seed(seed)
        mask = prune.random_unstructured(nn.Linear(4, 1), "weight", amount=1).weight_mask
        taken.add(int(mask.argmin()))
    assert taken == set(range(layer.in_features))


@says(
    "models/weights/prune_weights",
    "A call takes as many operations as before, and `copy.deepcopy` can raise until "
    "`prune.remove`.",
)
@pytest.mark.parametrize("made_permanent", [False, True])
def test_pruning_saves_no_operation(made_permanent):
    layer, x = nn.Linear(8, 8), torch.ones(2, 8)

    def operations():
        with FlopCounterMode(display=False) as counter:
            layer(x)
        return counter.get_total_flops()

    before = operations()
    prune.l1_unstructured(layer, "weight", amount=0.9)
    if made_permanent:
        prune.remove(layer, "weight")
    assert operations() == before > 0
    if made_permanent:
        assert copy.deepcopy(layer).weight.equal(layer.weight)
    else:
        with pytest.raises(RuntimeError, match="support the deepcopy protocol"):
            copy.deepcopy(layer)


@says(
    "models/weights/prune_channels",
    "`ln_structured` takes rows by their norm, `random_structured` any; with `dim=0` they are "
    "output channels.",
)
@given(amount=st.integers(1, 4), norm=st.sampled_from([1, 2]), seed=st.integers(0, 99))
def test_rows_of_small_norm_are_masked(amount, norm, seed):
    torch.manual_seed(seed)
    conv = nn.Conv2d(2, 5, 3)
    norms = conv.weight.detach().flatten(1).norm(p=norm, dim=1)
    prune.ln_structured(conv, "weight", amount=amount, n=norm, dim=0)
    rows = conv.weight_mask.flatten(1)
    assert (rows == rows[:, :1]).all()
    masked = rows[:, 0] == 0
    assert set(norms.argsort()[:amount].tolist()) == set(masked.nonzero().flatten().tolist())
    other = prune.random_structured(nn.Conv2d(2, 5, 3), "weight", amount=amount, dim=0)
    rows = other.weight_mask.flatten(1)
    assert (rows == rows[:, :1]).all()
    assert (rows[:, 0] == 0).sum() == amount


@says(
    "models/weights/prune_channels",
    "`global_unstructured` compares the weights of all layers in the list.",
)
@given(amount=st.integers(1, 23), seed=st.integers(0, 99))
def test_global_pruning_compares_all(amount, seed):
    torch.manual_seed(seed)
    layers = [nn.Linear(4, 3), nn.Linear(3, 4)]
    sizes = torch.cat([layer.weight.detach().abs().flatten() for layer in layers])
    prune.global_unstructured(
        [(layer, "weight") for layer in layers],
        pruning_method=prune.L1Unstructured,
        amount=amount,
    )
    masks = torch.cat([layer.weight_mask.flatten() for layer in layers])
    assert set((masks == 0).nonzero().flatten().tolist()) == set(sizes.argsort()[:amount].tolist())


@says(
    "models/weights/as_one_vector",
    "In the order of `parameters()`.",
    "After `vector_to_parameters` the parameters share the memory of the vector; what it has "
    "beyond them is ignored without a word.",
)
def test_one_vector():
    model = nn.Sequential(nn.Linear(3, 2), nn.Linear(2, 1))
    vector = nn.utils.parameters_to_vector(model.parameters()).detach()
    assert vector.equal(torch.cat([p.detach().flatten() for p in model.parameters()]))
    other = torch.randn(len(vector))
    nn.utils.vector_to_parameters(other, model.parameters())
    assert nn.utils.parameters_to_vector(model.parameters()).equal(other)
    other.fill_(5.0)
    assert all((p == 5).all() for p in model.parameters())
    nn.utils.vector_to_parameters(torch.arange(20.0), model.parameters())
    found = nn.utils.parameters_to_vector(model.parameters())
    assert found.equal(torch.arange(float(len(vector))))


@says("models/weights/fuse_batch_norm", "Both layers are in eval mode; the fused one is a copy.")
def test_fusing_copies_and_refuses_training():
    conv, bn = nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4)
    before = conv.weight.detach().clone()
    for one, two in ((conv.train(), bn.eval()), (conv.eval(), bn.train())):
        with pytest.raises(AssertionError, match="Fusion only for eval"):
            fusion.fuse_conv_bn_eval(one, two)
    fused = fusion.fuse_conv_bn_eval(conv.eval(), bn.eval())
    with torch.no_grad():
        fused.weight.zero_()
    assert conv.weight.equal(before)


@says(
    "models/weights/skip_init",
    "No random numbers are drawn: the values are what was in memory, until they are loaded.",
)
@pytest.mark.parametrize("kind", [nn.Linear, nn.Bilinear])
def test_nothing_is_drawn(kind):
    sizes = (3, 2) if kind is nn.Linear else (3, 2, 4)
    before = torch.get_rng_state()
    nn.utils.skip_init(kind, *sizes)
    assert torch.get_rng_state().equal(before)
    kind(*sizes)
    assert not torch.get_rng_state().equal(before)


@says(
    "models/weights/channels_last_weights",
    "Weights of other layers, of four dimensions too, keep their format.",
)
def test_other_weights_keep_their_format():
    other = nn.Module()
    other.weight = nn.Parameter(torch.zeros(2, 3, 4, 5))
    model = nn.Sequential(nn.Conv2d(3, 8, 3), other)
    nn.utils.convert_conv2d_weight_memory_format(model, torch.channels_last)
    assert model[0].weight.is_contiguous(memory_format=torch.channels_last)
    assert not model[0].weight.is_contiguous()
    assert other.weight.is_contiguous()
    model.to(memory_format=torch.channels_last)
    assert not other.weight.is_contiguous()
