"""What the entries on models say, by hand, and with other sizes, layers and dtypes."""

import copy
import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.swa_utils import update_bn


def changed(model, x, sample):
    other = x.clone()
    other[sample] += 1
    difference = (model(x) - model(other)).abs().flatten(1).amax(dim=1)
    return (difference > 1e-4).tolist()


@pytest.mark.parametrize("layer", [nn.RNN, nn.LSTM, nn.GRU])
def test_batch_first_forgotten(layer):
    torch.manual_seed(1)
    x = torch.randn(5, 3, 4)
    for sample in range(5):
        torch.manual_seed(2)
        wrong, right = layer(4, 6), layer(4, 6, batch_first=True)
        later = [place >= sample for place in range(5)]
        assert changed(lambda x, m=wrong: m(x)[0], x, sample) == later
        alone = [place == sample for place in range(5)]
        assert changed(lambda x, m=right: m(x)[0], x, sample) == alone


@pytest.mark.parametrize("batch_first", [False, True])
def test_batch_first_forgotten_in_attention(batch_first):
    torch.manual_seed(1)
    attention = nn.MultiheadAttention(4, 2, batch_first=batch_first)
    block = nn.TransformerEncoderLayer(4, 2, 8, dropout=0.0, batch_first=batch_first)
    x = torch.randn(5, 3, 4)
    for model in (lambda x: attention(x, x, x)[0], block):
        expected = [place == 3 or not batch_first for place in range(5)]
        assert changed(model, x, 3) == expected


@pytest.mark.parametrize("times", [2, 3, 7])
def test_same_layer_repeated(times):
    shared = nn.Sequential(*[nn.Linear(4, 4)] * times)
    assert sum(p.numel() for p in shared.parameters()) == 4 * 4 + 4
    assert len(shared.state_dict()) == 2 * times
    assert str(shared).count("Linear(") == times
    # The gradient is the sum of those of separate layers with the same weights.
    apart = nn.Sequential(*(copy.deepcopy(shared[0]) for _ in range(times)))
    x = torch.randn(3, 4)
    shared(x).sum().backward()
    apart(x).sum().backward()
    torch.testing.assert_close(shared[0].weight.grad, sum(m.weight.grad for m in apart))


def test_same_layer_repeated_mixes_running_statistics():
    norm = nn.BatchNorm1d(1)
    norm(torch.zeros(4, 1))
    norm(torch.full((4, 1), 10.0))
    assert norm.running_mean.item() == pytest.approx(1)


@pytest.mark.parametrize("need_weights", [True, False])
def test_mask_turned_over(need_weights):
    """True hides in the layer; the result is that of the words or of the padding alone."""
    torch.manual_seed(0)
    attention = nn.MultiheadAttention(8, 2, batch_first=True).double()
    x = torch.randn(2, 6, 8, dtype=torch.float64)
    valid = torch.arange(6) < 4
    for key_padding_mask, kept in ((valid, x[:, 4:]), (~valid, x[:, :4])):
        rows = key_padding_mask.expand(2, 6)
        found, _ = attention(x, x, x, key_padding_mask=rows, need_weights=need_weights)
        torch.testing.assert_close(found, attention(x, kept, kept)[0])
    taking = F.scaled_dot_product_attention(x, x, x, attn_mask=valid.expand(2, 1, 6))
    torch.testing.assert_close(taking, F.scaled_dot_product_attention(x, x[:, :4], x[:, :4]))


def test_mask_turned_over_may_give_nan():
    attention = nn.MultiheadAttention(8, 2, batch_first=True)
    x = torch.randn(1, 3, 8)
    full = torch.ones(1, 3, dtype=torch.bool)
    assert attention(x, x, x, key_padding_mask=full)[0].isnan().all()


@pytest.mark.parametrize("length", [2, 7])
def test_swapped_source_and_target(length):
    torch.manual_seed(0)
    model = nn.Transformer(8, 2, 2, 2, 16, batch_first=True).eval()
    causal = model.generate_square_subsequent_mask(length)
    source, target = torch.randn(2, 3, length, 8)
    other = target.clone()
    other[:, -1] += 1

    def seen(before, after):
        return ((before - after).abs().amax(dim=(0, 2)) > 1e-4).tolist()

    last = [False] * (length - 1) + [True]
    for run, expected in (
        (lambda t: model(source, t, tgt_mask=causal), last),
        (lambda t: model(src=source, tgt=t, tgt_mask=causal), last),
        (lambda t: model.decoder(t, source, tgt_mask=causal), last),
        (lambda t: model(t, source, tgt_mask=causal), [True] * length),
        (lambda t: model.decoder(source, t, tgt_mask=causal), [True] * length),
    ):
        assert seen(run(target), run(other)) == expected
    longer = torch.randn(3, length + 1, 8)
    assert model(target, longer).shape == longer.shape
    with pytest.raises(RuntimeError, match="attn_mask"):
        model(target, longer, tgt_mask=causal)


def test_no_batch_dimension():
    scores = torch.randn(5, 1, 1)
    assert scores.softmax(dim=1).flatten().tolist() == [1.0] * 5
    assert scores.softmax(dim=-3).sum().item() == pytest.approx(1)


SPACE = {F.dropout: 0, F.dropout1d: 1, F.dropout2d: 2, F.dropout3d: 3}


@pytest.mark.parametrize("function", SPACE)
def test_dropout_in_eval(function):
    x = torch.ones(2, 50, *[1] * SPACE[function])
    assert not function(x, 0.5).equal(x)
    assert function(x, 0.5, training=False).equal(x)


def test_dropout_in_eval_of_attention():
    q = torch.randn(1, 1, 20, 8)
    dropped = F.scaled_dot_product_attention(q, q, q, dropout_p=0.5)
    assert not torch.allclose(dropped, F.scaled_dot_product_attention(q, q, q), atol=1e-3)


@pytest.mark.parametrize("activation", [nn.ReLU, nn.Tanh])
def test_zero_init(activation):
    """Only the last bias learns: the loss is the entropy of the classes, log C if balanced."""
    model = nn.Sequential(nn.Linear(6, 5), activation(), nn.Linear(5, 3))
    for parameter in model.parameters():
        nn.init.zeros_(parameter)
    target = torch.arange(31) % 3  # one more of class 0
    loss = F.cross_entropy(model(torch.randn(31, 6)), target)
    assert loss.item() == pytest.approx(math.log(3), rel=1e-6)
    loss.backward()
    moved = [name for name, p in model.named_parameters() if p.grad.abs().sum() > 0]
    assert moved == ["2.bias"]


@pytest.mark.parametrize("activation", [nn.ReLU, nn.Tanh, nn.Sigmoid])
@pytest.mark.parametrize("value", [0.1, -0.3])
def test_zero_init_units_stay_equal(activation, value):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(6, 5), activation(), nn.Linear(5, 3)).double()
    for parameter in model.parameters():
        nn.init.constant_(parameter, value)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    x, target = torch.randn(30, 6).double(), torch.arange(30) % 3
    for _ in range(20):
        optimizer.zero_grad()
        F.cross_entropy(model(x), target).backward()
        optimizer.step()
    weight = model[0].weight.detach()
    torch.testing.assert_close(weight, weight[:1].expand(5, 6), rtol=0, atol=1e-9)


@pytest.mark.parametrize("prefix", ["module.", "_orig_mod.", "net."])
def test_strict_false_loads_nothing(prefix):
    trained, model = nn.Linear(4, 3), nn.Linear(4, 3)
    before = model.weight.clone()
    saved = {prefix + name: value for name, value in trained.state_dict().items()}
    answer = model.load_state_dict(saved, strict=False)
    assert model.weight.equal(before)
    assert set(answer.missing_keys) == set(model.state_dict())
    assert set(answer.unexpected_keys) == set(saved)


@pytest.mark.parametrize("factor", [2, 3, 4])
def test_wrong_flatten(factor):
    x = torch.arange(8 * 60).view(8, 3, 4, 5)
    rows = x.view(-1, 60 // factor)
    assert len(rows) == 8 * factor
    np.testing.assert_array_equal(rows[:factor].flatten(), x[0].flatten())
    with pytest.raises(RuntimeError):
        nn.Linear(60 // factor, 1)(x.float().flatten(1))
    with pytest.raises(ValueError, match="batch_size"):
        F.cross_entropy(rows.float(), torch.zeros(8, dtype=torch.int64))


def test_activation_forgotten():
    """Three layers as one matrix and one bias."""
    model = nn.Sequential(nn.Linear(2, 16), nn.Linear(16, 16), nn.Linear(16, 1)).double()
    weight, bias = np.eye(2), np.zeros(2)
    for layer in model:
        w, b = layer.weight.detach().numpy(), layer.bias.detach().numpy()
        weight, bias = w @ weight, w @ bias + b
    x = np.random.default_rng(0).standard_normal((50, 2))
    found = model(torch.from_numpy(x)).detach().numpy()
    np.testing.assert_allclose(found, x @ weight.T + bias, atol=1e-12)


def test_softmax_over_the_batch():
    x = np.array([[1.0, 3.0], [1.0, 9.0]])
    columns = np.exp(x) / np.exp(x).sum(0)
    np.testing.assert_allclose(torch.from_numpy(x).softmax(dim=0), columns)
    np.testing.assert_allclose(columns.sum(1), [0.5025, 1.4975], atol=1e-4)
    assert columns.argmax(1).tolist() == [0, 1]
    assert torch.randn(1, 7).softmax(dim=0).tolist() == [[1.0] * 7]


@pytest.mark.parametrize("steps", [1, 5, 20])
def test_batch_norm_few_updates(steps):
    x = 100 + torch.randn(512, 3, dtype=torch.float64)
    norm = nn.BatchNorm1d(3).double()
    for _ in range(steps):
        norm(x)
    expected = (1 - 0.9**steps) * x.mean(dim=0)
    torch.testing.assert_close(norm.running_mean, expected)
    assert steps != 20 or round(100 * 0.9**steps) == 12
    norm.eval()
    update_bn([x], norm)
    torch.testing.assert_close(norm.running_mean, x.mean(dim=0))
    assert not norm.training
    assert norm.momentum == 0.1


def test_sigmoid_deep():
    """Each layer multiplies the gradient by at most a quarter of the norm of its matrix."""
    torch.manual_seed(0)
    assert torch.sigmoid(torch.linspace(-9, 9, 999)).diff().max() / (18 / 998) <= 0.25
    x = torch.randn(32, dtype=torch.float64, requires_grad=True)
    y, bound = x, 1.0
    for _ in range(10):
        layer = nn.Linear(32, 32).double()
        y = torch.sigmoid(layer(y))
        bound *= 0.25 * torch.linalg.matrix_norm(layer.weight, ord=2).item()
    y[0].backward()
    assert 0 < x.grad.norm().item() <= bound < 1e-4
    assert 1 / 9 < x.grad.norm().item() ** 0.1 < 1 / 5  # about a seventh a layer


@pytest.mark.parametrize("how", ["copy", "wrap", "tie"])
def test_copied_not_tied(how):
    torch.manual_seed(0)
    embedding, head = nn.Embedding(5, 3), nn.Linear(3, 5, bias=False)
    if how == "copy":
        head.weight.data.copy_(embedding.weight)
    else:
        weight = embedding.weight
        head.weight = weight if how == "tie" else nn.Parameter(weight)
    model = nn.Sequential(embedding, head)
    assert len(list(model.parameters())) == (1 if how == "tie" else 2)
    with torch.no_grad():
        embedding.weight.add_(1)
    assert embedding.weight.equal(head.weight) == (how != "copy")
    twin = copy.deepcopy(model).double()
    assert (twin[0].weight is twin[1].weight) == (how == "tie")
    with torch.no_grad():
        twin[0].weight.add_(1)
    assert twin[0].weight.equal(twin[1].weight) == (how == "tie")


def test_plain_list():
    class Hidden(nn.Module):
        def __init__(self, layers):
            super().__init__()
            self.layers = layers

    kinds = [[nn.Linear(2, 2)], (nn.Linear(2, 2),), {"a": nn.Linear(2, 2)}]
    for layers in kinds:
        assert not list(Hidden(layers).parameters())
        assert not Hidden(layers).state_dict()
    assert len(list(Hidden(nn.ModuleList(kinds[0])).parameters())) == 2
    assert len(list(Hidden(nn.ModuleDict(kinds[2])).parameters())) == 2


def test_causal_mask_forgotten():
    """The best loss for tokens by chance is log V; without a mask the copy is in reach."""
    torch.manual_seed(0)
    block = nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0, batch_first=True)
    x = torch.randn(3, 6, 8)
    other = x.clone()
    other[:, -1] += 1
    mask = torch.ones(6, 6).triu(diagonal=1).bool()
    for src_mask, expected in ((mask, [False] * 5 + [True]), (None, [True] * 6)):
        change = block(x, src_mask=src_mask) - block(other, src_mask=src_mask)
        assert (change.abs().amax(dim=(0, 2)) > 1e-4).tolist() == expected
