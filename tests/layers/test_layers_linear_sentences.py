"""What the sentences of layers/linear say."""

import inspect

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torch import nn

small = st.integers(1, 5)
shapes = st.lists(st.integers(0, 4), max_size=3)
FLOATS = [torch.float32, torch.float64, torch.float16, torch.bfloat16]
DROPOUTS = {
    nn.Dropout: (), nn.Dropout1d: (3,), nn.Dropout2d: (3, 3), nn.Dropout3d: (3, 3, 3),
    nn.AlphaDropout: (), nn.FeatureAlphaDropout: (3, 3),
}  # fmt: skip


@says(
    "layers/linear",
    "`Linear` acts on the last dimension, whatever stands before it.",
)
@says(
    "layers/linear/linear_layer",
    "The last dimension changes from in_features to out_features; all others are kept.",
    "every output is a weighted sum of all inputs plus a bias.",
    "The weight has shape (out_features, in_features), so the product uses its transpose.",
)
@given(before=shapes, width=small, out=small)
def test_linear_acts_on_the_last_dimension(before, width, out):
    layer, x = nn.Linear(width, out).double(), torch.randn(*before, width).double()
    y = layer(x)
    assert layer.weight.shape == (out, width)
    assert y.shape == (*before, out)
    expected = torch.einsum("...i,ki->...k", x, layer.weight) + layer.bias
    torch.testing.assert_close(y, expected)


@says(
    "layers/linear",
    "Dropout does nothing in eval mode.",
)
@says(
    "layers/linear/dropout",
    "In eval mode nothing happens.",
)
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("kind", DROPOUTS)
def test_dropout_does_nothing_in_eval_mode(kind, dtype):
    x = torch.randn(8, 50, *DROPOUTS[kind]).to(dtype)
    layer = kind(0.5)
    assert not layer(x).equal(x)
    assert layer.eval()(x).equal(x)


@says(
    "layers/linear/bilinear",
    "every product of two inputs has a weight.",
    "The weight has out * in1 * in2 elements: keep the sizes small.",
)
@given(in1=small, in2=small, out=small)
def test_bilinear_weighs_every_product(in1, in2, out):
    layer = nn.Bilinear(in1, in2, out).double()
    assert layer.weight.numel() == out * in1 * in2
    bases = torch.eye(in1).double(), torch.eye(in2).double()
    for i in range(in1):
        for j in range(in2):
            found = layer(bases[0][i], bases[1][j]) - layer.bias
            torch.testing.assert_close(found, layer.weight[:, i, j])


@says(
    "layers/linear/identity",
    "a layer that does nothing.",
    "Its constructor takes any arguments and ignores them, so it can stand where "
    "another layer was made; the call takes one input.",
)
@pytest.mark.parametrize("value", [torch.ones(2), [1, 2], None, "text"])
@pytest.mark.parametrize("arguments", [(), (3, 4), (nn.ReLU(), "same")])
@pytest.mark.parametrize("named", [{}, {"bias": False, "in_features": 3}])
def test_identity_takes_any_arguments_and_one_input(value, arguments, named):
    layer = nn.Identity(*arguments, **named)
    assert layer(value) is value
    assert not list(layer.parameters())
    with pytest.raises(TypeError):
        layer(value, value)


@says(
    "layers/linear/flatten_layer",
    "The layer for `Sequential`: it keeps dimension 0, the batch, and joins the others.",
    "In a `forward`, `x.flatten(1)` does the same; `torch.flatten(x)` joins them all "
    "unless told `start_dim=1`.",
)
@given(shape=st.lists(small, min_size=2, max_size=5), turned=st.booleans())
def test_flatten_keeps_dimension_0(shape, turned):
    x = torch.randn(shape)
    x = x.transpose(0, -1) if turned else x
    array = x.numpy()
    rows = nn.Sequential(nn.Flatten())(x)
    np.testing.assert_array_equal(rows, array.reshape(len(array), -1))
    assert x.flatten(1).equal(rows)
    assert torch.flatten(x, start_dim=1).equal(rows)
    np.testing.assert_array_equal(torch.flatten(x), array.reshape(-1))


@says(
    "layers/linear/unflatten_layer",
    "one dimension back into several.",
    "The inverse of Flatten, for decoders.",
    "Sizes must multiply to the old one; one of them may be -1.",
)
@given(shape=st.lists(small, min_size=2, max_size=5), data=st.data())
def test_unflatten_is_the_inverse_of_flatten(shape, data):
    x = torch.randn(shape)
    rows = nn.Flatten()(x)
    assert nn.Unflatten(1, tuple(shape[1:]))(rows).equal(x)
    left_out = data.draw(st.integers(1, len(shape) - 1))
    sizes = [-1 if i == left_out else n for i, n in enumerate(shape)][1:]
    assert nn.Unflatten(1, tuple(sizes))(rows).equal(x)
    with pytest.raises(RuntimeError):
        nn.Unflatten(1, (rows.shape[1] + 1, 1))(rows)
    with pytest.raises(RuntimeError):
        nn.Unflatten(1, (-1, -1))(rows)


@says(
    "layers/linear/dropout",
    "zeros at random, while training.",
    "Each element is dropped with probability p, and the others are divided by 1 - p, "
    "so that the mean is kept.",
)
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("p", [0.1, 0.25, 0.8])
def test_each_element_is_dropped_with_probability_p(p, dtype):
    torch.manual_seed(0)
    y = torch.stack([nn.Dropout(p)(torch.ones(40, dtype=dtype)) for _ in range(4000)]).double()
    kept = y[y != 0]
    torch.testing.assert_close(kept, torch.full_like(kept, 1 / (1 - p)), rtol=1e-2, atol=0)
    spread = 5 * (p * (1 - p) / 4000) ** 0.5
    assert ((y == 0).double().mean(0) - p).abs().max() < spread
    assert (y.mean(0) - 1).abs().max() < spread / (1 - p) + 0.01


@says(
    "layers/linear/dropout",
    "`F.dropout` needs `training=self.training`.",
)
def test_functional_dropout_does_not_know_the_mode():
    class Net(nn.Module):
        def forward(self, x):
            return F.dropout(x), F.dropout(x, training=self.training)

    x = torch.ones(50)
    for net, changes in ((Net(), True), (Net().eval(), False)):
        always, by_mode = net(x)
        assert not always.equal(x)
        assert by_mode.equal(x) is not changes


@says(
    "layers/linear/channel_dropout",
    "whole channels at once.",
    "Input (N, C, L), (N, C, H, W) or (N, C, D, H, W).",
)
@pytest.mark.parametrize("kind", [nn.Dropout1d, nn.Dropout2d, nn.Dropout3d])
def test_channel_dropout_drops_by_sample_and_channel(kind):
    torch.manual_seed(0)
    y = kind()(torch.ones(6, 50, *DROPOUTS[kind])).flatten(2)
    dropped = (y == 0).all(2)
    assert ((y == 0).any(2) == dropped).all()
    assert dropped.any()
    assert not (dropped == dropped[:1]).all()


@says(
    "layers/linear/channel_dropout",
    "After convolutions neighbouring pixels are alike, and dropping single ones changes little.",
)
def test_single_pixels_dropped_change_little():
    torch.manual_seed(0)
    x = F.avg_pool2d(torch.randn(1, 200, 36, 36), 5, stride=1)  # a convolution of noise
    near = torch.corrcoef(torch.stack([x[..., 1:].flatten(), x[..., :-1].flatten()]))[0, 1]
    assert near > 0.7
    pooled = F.avg_pool2d(x, 4)
    single, channels = (F.avg_pool2d(drop(0.5)(x), 4) for drop in (nn.Dropout, nn.Dropout2d))
    assert 3 * (single - pooled).pow(2).mean() < (channels - pooled).pow(2).mean()


@says(
    "layers/linear/alpha_dropout",
    "Dropped values become the negative limit of SELU, then all are scaled and shifted,"
    " so that mean 0 and variance 1 are kept.",
)
@pytest.mark.parametrize("p", [0.1, 0.3, 0.7])
@pytest.mark.parametrize("kind", [nn.AlphaDropout, nn.FeatureAlphaDropout])
def test_alpha_dropout_scales_and_shifts_all(kind, p):
    torch.manual_seed(0)
    x = torch.randn(200_000, 5).double()
    y = kind(p)(x)
    limit = F.selu(torch.tensor(-100.0)).item()
    scale = (1 - p + p * (1 - p) * limit**2) ** -0.5
    shift = -scale * p * limit
    dropped = y.isclose(torch.tensor(scale * limit + shift).double(), atol=1e-6)
    assert abs(dropped.double().mean() - p) < 0.01
    torch.testing.assert_close(y[~dropped], (scale * x + shift)[~dropped], rtol=0, atol=1e-6)
    assert abs(y.mean()) < 0.02
    assert abs(y.var() - 1) < 0.02


@says(
    "layers/linear/alpha_dropout",
    "`FeatureAlphaDropout` drops whole channels.",
)
@pytest.mark.parametrize("size", [(7,), (4, 4), (2, 3, 4)])
def test_feature_alpha_dropout_drops_whole_channels(size):
    torch.manual_seed(0)
    y = nn.FeatureAlphaDropout(0.3)(torch.randn(10, 50, *size)).flatten(2)
    equal = y == y[:, :, :1]
    assert abs(equal.all(2).float().mean() - 0.3) < 0.1
    assert equal[..., 1:].any(2).equal(equal.all(2))


@says(
    "layers/linear/embedding",
    "a row of a table for every number.",
    "Turns word numbers into vectors that are learned.",
)
@given(shape=shapes, rows=small, width=small, data=st.data())
def test_embedding_is_a_row_of_a_learned_table(shape, rows, width, data):
    layer = nn.Embedding(rows, width)
    count = int(np.prod(shape))
    numbers = data.draw(st.lists(st.integers(0, rows - 1), min_size=count, max_size=count))
    tokens = np.array(numbers, dtype=np.int64).reshape(shape)
    vectors = layer(torch.tensor(tokens))
    np.testing.assert_array_equal(vectors.detach(), layer.weight.detach().numpy()[tokens])
    vectors.sum().backward()
    times = np.bincount(tokens.reshape(-1), minlength=rows)
    np.testing.assert_array_equal(layer.weight.grad[:, 0], times)


@says(
    "layers/linear/embedding",
    "Numbers must be int64 or int32, from 0 to num_embeddings - 1.",
)
def test_embedding_takes_two_types_and_the_numbers_of_its_rows():
    layer = nn.Embedding(10, 3)
    for dtype in (torch.int64, torch.int32):
        assert layer(torch.tensor([0, 9], dtype=dtype)).shape == (2, 3)
    for dtype in (torch.int16, torch.int8, torch.uint8, torch.bool, torch.float32):
        with pytest.raises(RuntimeError, match="scalar types: Long, Int"):
            layer(torch.tensor([1]).to(dtype))
    for number in (-1, 10):
        with pytest.raises(IndexError):
            layer(torch.tensor([number]))


@says(
    "layers/linear/embedding",
    "The row of `padding_idx` gets no gradient; it starts at zero, unless "
    "`from_pretrained` or `nn.init` fills it.",
)
def test_padding_row_starts_at_zero_and_gets_no_gradient():
    layer = nn.Embedding(4, 2, padding_idx=1)
    assert not layer.weight[1].any()
    nn.init.ones_(layer.weight)
    table = nn.Embedding.from_pretrained(torch.ones(4, 2), freeze=False, padding_idx=1)
    for filled in (layer, table):
        assert filled.weight[1].all()
        filled(torch.tensor([0, 1, 1])).sum().backward()
        assert filled.weight.grad.tolist() == [[1, 1], [0, 0], [0, 0], [0, 0]]


@says(
    "layers/linear/embedding_bag",
    "the sum, mean or maximum of rows.",
    "Bags of different length go in one long list, with `offsets` that say where each starts.",
)
@pytest.mark.parametrize("mode", ["sum", "mean", "max"])
def test_embedding_bag_of_bags_in_one_list(mode):
    layer = nn.EmbeddingBag(10, 3, mode=mode)
    bags = [[1, 2, 2], [9], [0, 4, 7, 7, 1]]
    found = layer(torch.tensor([1, 2, 2, 9, 0, 4, 7, 7, 1]), torch.tensor([0, 3, 4]))
    rows = [layer.weight.detach().numpy()[bag] for bag in bags]
    expected = [getattr(r, mode)(axis=0) for r in rows]
    np.testing.assert_allclose(found.detach(), expected, rtol=1e-5)


@says(
    "layers/linear/embedding_bag",
    "bags of equal length need no offsets",
)
@pytest.mark.parametrize("mode", ["sum", "mean", "max"])
def test_bags_of_equal_length_need_no_offsets(mode):
    layer, tokens = nn.EmbeddingBag(10, 3, mode=mode), torch.randint(10, (4, 6))
    offsets = torch.arange(0, 24, 6)
    torch.testing.assert_close(layer(tokens), layer(tokens.flatten(), offsets))
    with pytest.raises(ValueError, match="offsets"):
        layer(tokens, offsets)


@says(
    "layers/linear/embedding_bag",
    "`mode` is mean unless said otherwise.",
)
def test_embedding_bag_takes_the_mean():
    assert inspect.signature(nn.EmbeddingBag).parameters["mode"].default == "mean"
    assert inspect.signature(F.embedding_bag).parameters["mode"].default == "mean"


@says(
    "layers/linear/embedding_bag",
    "For bags of words: the rows are not stored one by one.",
)
@pytest.mark.parametrize("mode", ["sum", "mean", "max"])
def test_embedding_bag_stores_no_rows(mode):
    layer, tokens = nn.EmbeddingBag(10, 100, mode=mode), torch.zeros(1000, dtype=torch.int64)
    saved = []
    pack = torch.autograd.graph.saved_tensors_hooks(lambda t: saved.append(t.numel()), id)
    with torch.profiler.profile(profile_memory=True) as profile, pack:
        layer(tokens, torch.tensor([0, 500]))
    assert 0 < sum(max(e.self_cpu_memory_usage, 0) for e in profile.events()) < 4 * 1000 * 100 / 5
    assert sum(saved) < 1000 * 100 / 5


@says(
    "layers/linear/cosine_similarity",
    "1 for the same direction, 0 for a right angle, -1 for opposite ones; lengths above"
    " eps play no part, as long as their square does not overflow.",
)
@given(
    st.lists(st.integers(-50, 50), min_size=2, max_size=2).filter(any),
    st.floats(1e-6, 1e6),
    st.floats(1e-6, 1e6),
)
def test_cosine_similarity_ignores_lengths_above_eps(direction, a, b):
    x = torch.tensor(direction).double()
    right = torch.stack([-x[1], x[0]])
    others = torch.stack([x, right, -x])
    found = nn.CosineSimilarity()(a * x[None], b * others)
    torch.testing.assert_close(found, torch.tensor([1.0, 0, -1]).double(), rtol=0, atol=1e-9)
    tiny = 1e-10 * x / x.norm()
    assert F.cosine_similarity(tiny, tiny, dim=0) < 0.9
    huge = 1e200 * x  # its square is infinite
    assert not F.cosine_similarity(huge, huge, dim=0) > 0.9


@says(
    "layers/linear/cosine_similarity",
    "In float16 the default eps rounds to 0 and zeros give NaN: pass `eps=1e-4`.",
)
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32, torch.float64])
def test_cosine_similarity_of_zeros(dtype):
    zeros, ones = torch.zeros(1, 3, dtype=dtype), torch.ones(1, 3, dtype=dtype)
    half = dtype == torch.float16
    assert bool(torch.tensor(1e-8, dtype=dtype) == 0) == half
    assert bool(F.cosine_similarity(zeros, ones).isnan().all()) == half
    assert F.cosine_similarity(zeros, ones, eps=1e-4).item() == 0


@says(
    "layers/linear/cosine_similarity",
    "Along `dim`, 1 by default.",
)
def test_cosine_similarity_goes_along_dimension_1():
    x1, x2 = torch.randn(2, 4, 3, 5)
    default = nn.CosineSimilarity()(x1, x2)
    assert default.shape == (4, 5)
    assert default.equal(F.cosine_similarity(x1, x2))
    for dim in (0, 1, 2):
        expected = F.normalize(x1, dim=dim).mul(F.normalize(x2, dim=dim)).sum(dim)
        torch.testing.assert_close(nn.CosineSimilarity(dim)(x1, x2), expected)
    torch.testing.assert_close(default, nn.CosineSimilarity(1)(x1, x2))


@says(
    "layers/linear/cosine_similarity",
    "For all pairs of two sets multiply normalized rows: no array (N, M, D) is made.",
)
@given(n=small, m=small, d=small)
def test_cosines_of_all_pairs_by_a_product(n, m, d):
    x1, x2 = torch.randn(n, d).double(), torch.randn(m, d).double()
    pairs = F.normalize(x1) @ F.normalize(x2).T
    expected = [[F.cosine_similarity(a, b, dim=0) for b in x2] for a in x1]
    torch.testing.assert_close(pairs, torch.tensor(expected).double())


def test_broadcast_pairs_make_an_array_of_all_three_sizes():
    """What the product of the sentence above avoids."""
    x1, x2 = torch.randn(2, 50, 100)
    made = {}
    for way in ("product", "broadcast"):
        with torch.profiler.profile(profile_memory=True) as profile:
            if way == "product":
                F.normalize(x1) @ F.normalize(x2).T
            else:
                F.cosine_similarity(x1[:, None], x2[None], dim=-1)
        made[way] = max(e.self_cpu_memory_usage for e in profile.events())
    assert made["product"] < 4 * 50 * 50 * 100 <= made["broadcast"]


@says(
    "layers/linear/pairwise_distance",
    "row by row, the distance of two batches.",
    "The Euclidean distance for p = 2.",
)
@given(n=small, d=small)
def test_pairwise_distance_is_the_euclidean_one(n, d):
    x1, x2 = np.random.default_rng(n).normal(size=(2, n, d))
    found = nn.PairwiseDistance(p=2)(torch.tensor(x1), torch.tensor(x2))
    np.testing.assert_allclose(found, np.linalg.norm(x1 - x2, axis=1), atol=1e-5)


@says(
    "layers/linear/pairwise_distance",
    "A small eps is added to every difference, so equal rows do not give exactly 0.",
)
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("p", [1, 2, 3.5, torch.inf])
def test_equal_rows_do_not_give_0(dtype, p):
    x = torch.randn(4, 3).to(dtype)
    expected = (3 * 1e-6**p) ** (1 / p) if p != torch.inf else 1e-6
    expected = torch.full((4,), expected, dtype=torch.float64)
    found = nn.PairwiseDistance(p)(x, x).double()
    torch.testing.assert_close(found, expected, rtol=0.05, atol=0)


@says(
    "layers/linear/lazy_layers",
    "the input size is found at the first call.",
    "`LazyLinear(10)` becomes `Linear(n, 10)` when the first batch passes.",
)
@given(width=st.integers(1, 50), before=st.lists(small, max_size=2))
def test_lazy_linear_becomes_linear(width, before):
    layer = nn.LazyLinear(10)
    assert type(layer) is nn.LazyLinear
    layer(torch.zeros(*before, width))
    assert type(layer) is nn.Linear
    assert (layer.in_features, layer.weight.shape) == (width, (10, width))


@says(
    "layers/linear/lazy_layers",
    "Run one batch before you count or initialize parameters, and before some "
    "optimizers (`Adagrad`, `Muon`).",
)
def test_what_a_lazy_layer_cannot_do_before_the_first_batch():
    def layer():
        return nn.LazyLinear(10, bias=False)

    for early in (torch.optim.Adagrad, torch.optim.Muon):
        with pytest.raises(ValueError, match=r"uninitialized parameter|only supports 2D"):
            early(layer().parameters())
    for early in (lambda w: w.numel(), nn.init.ones_):
        with pytest.raises(ValueError, match="Attempted to use an uninitialized parameter"):
            early(layer().weight)
    for late in (torch.optim.Adagrad, torch.optim.Muon):
        model = layer()
        model(torch.ones(4, 3))
        assert late(model.parameters())


@says(
    "layers/linear/lazy_layers",
    "Loaded weights set the sizes too.",
)
@pytest.mark.parametrize(
    ("lazy", "plain"),
    [
        (nn.LazyLinear(2), nn.Linear(3, 2)),
        (nn.LazyConv2d(2, 3), nn.Conv2d(4, 2, 3)),
        (nn.LazyBatchNorm2d(), nn.BatchNorm2d(5)),
    ],
)
def test_loaded_weights_set_the_sizes_of_a_lazy_layer(lazy, plain):
    lazy.load_state_dict(plain.state_dict())
    for name, value in lazy.state_dict().items():
        assert value.equal(plain.state_dict()[name])
