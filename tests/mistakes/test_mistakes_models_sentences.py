"""What the sentences of mistakes/models say, where no test of an entry holds it."""

import inspect

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from sklearn.datasets import load_digits
from support import says
from torch import nn
from torch.optim.swa_utils import update_bn

images, target = map(torch.tensor, load_digits(return_X_y=True))
pixels = images.float() / 16

KINDS = {
    "list": lambda layer: [layer],
    "tuple": lambda layer: (layer,),
    "dictionary": lambda layer: {0: layer},
    "ModuleList": lambda layer: nn.ModuleList([layer]),
}


class Holder(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.layers = KINDS[kind](nn.Linear(2, 2))

    def forward(self, x):
        return self.layers[0](x)


@says(
    "mistakes/models/plain_list",
    "they are not trained.",
    "A module sees modules assigned to its attributes, not what is inside a list, tuple or"
    " dictionary.",
    "If all layers are hidden so, the optimizer complains; if only some are, nothing does: they"
    " stay at their random start and on the CPU, and are not saved.",
)
@pytest.mark.parametrize("kind", KINDS)
def test_hidden_layers(kind):
    seen = kind == "ModuleList"
    holder = Holder(kind)
    assert len(list(holder.modules())) == (3 if seen else 1)
    if not seen:
        with pytest.raises(ValueError, match="empty parameter list"):
            torch.optim.SGD(holder.parameters())
    model = nn.Sequential(holder, nn.Linear(2, 1))
    before = holder.layers[0].weight.clone()
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    model(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    assert before.equal(holder.layers[0].weight) != seen
    assert len(model.state_dict()) == (4 if seen else 2)
    model.to("meta")  # any other device
    assert holder.layers[0].weight.device.type == ("meta" if seen else "cpu")
    assert model[1].weight.device.type == "meta"


MADE = {
    "RNN": lambda **o: nn.RNN(4, 4, **o),
    "LSTM": lambda **o: nn.LSTM(4, 4, **o),
    "GRU": lambda **o: nn.GRU(4, 4, **o),
    "MultiheadAttention": lambda **o: nn.MultiheadAttention(4, 2, **o),
    "TransformerEncoderLayer": lambda **o: nn.TransformerEncoderLayer(4, 2, 8, 0.0, **o),
}


class ByHand(nn.Module):
    def __init__(self, used):
        super().__init__()
        self.first, self.relu, self.last = nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 2)
        self.used = used

    def forward(self, x):
        hidden = self.first(x)
        return self.last(self.relu(hidden) if self.used else hidden)


@says(
    "mistakes/models/activation_forgotten",
    "It happens where layers are called by hand in `forward`, or where an `nn.ReLU` is made and"
    " not used.",
)
@pytest.mark.parametrize("used", [False, True])
def test_made_and_not_used(used):
    torch.manual_seed(0)
    model = ByHand(used).double()
    x, y = torch.randn(2, 20, 3).double()
    bent = model(x) + model(y) - model(x + y) - model(torch.zeros(3).double())
    assert "ReLU" in str(model)
    assert (bent.abs().max() > 1e-3) == used


@says(
    "mistakes/models/batch_first_forgotten",
    "Recurrent and attention layers take time first, (L, N, D), unless told otherwise.",
    "A batch (N, L, D) fits as well and the output has the shape you expect, but a recurrent"
    " layer runs from sample to sample, and attention looks at the other samples instead of the"
    " other steps.",
)
@pytest.mark.parametrize("told", [{}, {"batch_first": True}], ids=["default", "told"])
@pytest.mark.parametrize("name", MADE)
def test_time_first(name, told):
    torch.manual_seed(0)
    layer = MADE[name](**told).eval()
    x = torch.randn(3, 5, 4)
    other = x.clone()
    other[1, 2] += torch.tensor([1.0, -2.0, 0.5, 3.0])  # one step of one sample

    def run(x):
        found = layer(x, x, x) if name == "MultiheadAttention" else layer(x)
        return found[0] if isinstance(found, tuple) else found

    assert run(x).shape == x.shape
    change = (run(x) - run(other)).abs().amax(dim=2) > 1e-5
    others_of_the_step, steps = change[2, 2], change[1, 3]  # what it reached
    assert others_of_the_step == (not told)
    assert steps == bool(told)


@says(
    "mistakes/models/batch_first_forgotten",
    "Predictions change with the rest of the batch, in an LSTM with its order too.",
)
def test_order_and_rest_of_the_batch():
    torch.manual_seed(0)
    lstm, attention = nn.LSTM(4, 4), nn.MultiheadAttention(4, 2)
    x, order = torch.randn(3, 5, 4), torch.tensor([2, 0, 1])
    for run, by_order in (lambda x: lstm(x)[0], True), (lambda x: attention(x, x, x)[0], False):
        assert not torch.allclose(run(x)[1:], run(x[1:]), atol=1e-4)  # the rest
        assert torch.allclose(run(x)[order], run(x[order]), atol=1e-5) != by_order


@says(
    "mistakes/models/batch_first_forgotten",
    "Set `batch_first=True`; `h_n` of an LSTM stays (layers, N, H) with it.",
)
@pytest.mark.parametrize("layers", [1, 3])
def test_h_n_stays(layers):
    _, (h, c) = nn.LSTM(4, 6, layers, batch_first=True)(torch.randn(2, 5, 4))
    assert h.shape == c.shape == (layers, 2, 6)


def run_encoder(x):
    return nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 8, 0.0), 1)(x)


def run_decoder(x):
    return nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 8, 0.0), 1)(x, x[:1] * 0)


def run_transformer(x):
    return nn.Transformer(4, 2, 1, 1, 8, 0.0)(x[:1] * 0, x)


@says(
    "mistakes/models/causal_mask_forgotten",
    "`TransformerEncoder`, `TransformerDecoder` and `nn.Transformer` make no mask: pass it, and"
    " check that a change at the end leaves earlier outputs as they are, as in"
    " `TransformerDecoder`.",
)
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("run", [run_encoder, run_decoder, run_transformer])
def test_no_mask_is_made(run):
    x = torch.randn(5, 1, 4, generator=torch.Generator().manual_seed(0))  # (L, N, D)
    other = x.clone()
    other[-1] += torch.tensor([1.0, -2.0, 0.5, 3.0])
    found = []
    for z in x, other:
        torch.manual_seed(0)
        found.append(run(z))
    assert (found[0] - found[1])[0].abs().max() > 1e-4


MADE_FIRST = {"dropout": 0.0, "batch_first": True}
ATTENDING = {
    ("MultiheadAttention", "padding"): lambda x, m: nn.MultiheadAttention(4, 2, **MADE_FIRST)(
        x, x, x, key_padding_mask=m[:1]
    )[0],
    ("MultiheadAttention", "square"): lambda x, m: nn.MultiheadAttention(4, 2, **MADE_FIRST)(
        x, x, x, attn_mask=m
    )[0],
    ("EncoderLayer", "padding"): lambda x, m: nn.TransformerEncoderLayer(4, 2, 8, **MADE_FIRST)(
        x, src_key_padding_mask=m[:1]
    ),
    ("EncoderLayer", "square"): lambda x, m: nn.TransformerEncoderLayer(4, 2, 8, **MADE_FIRST)(
        x, m
    ),
    ("DecoderLayer", "padding"): lambda x, m: nn.TransformerDecoderLayer(4, 2, 8, **MADE_FIRST)(
        x, x, tgt_key_padding_mask=m[:1], memory_key_padding_mask=m[:1]
    ),
    ("DecoderLayer", "square"): lambda x, m: nn.TransformerDecoderLayer(4, 2, 8, **MADE_FIRST)(
        x, x, m, m
    ),
    ("Transformer", "padding"): lambda x, m: nn.Transformer(4, 2, 1, 1, 8, **MADE_FIRST)(
        x,
        x,
        src_key_padding_mask=m[:1],
        tgt_key_padding_mask=m[:1],
        memory_key_padding_mask=m[:1],
    ),
    ("Transformer", "square"): lambda x, m: nn.Transformer(4, 2, 1, 1, 8, **MADE_FIRST)(
        x, x, m, m, m
    ),
}


@says(
    "mistakes/models/mask_turned_over",
    "In `MultiheadAttention` and the layers with Transformer in their name, True in a boolean"
    ' mask means "leave out".',
)
@pytest.mark.parametrize("name", ATTENDING, ids=" ".join)
def test_true_leaves_out(name):
    x = torch.randn(1, 4, 4, generator=torch.Generator().manual_seed(0))
    other = x.clone()
    other[:, -1] += torch.tensor([1.0, -2.0, 0.5, 3.0])
    for hidden in True, False:
        mask = torch.tensor([[False, False, False, hidden]]).expand(4, 4)
        found = []
        for z in x, other:
            torch.manual_seed(0)
            found.append(ATTENDING[name](z, mask)[:, :-1])
        assert torch.allclose(*found, atol=1e-6) == hidden


@says(
    "mistakes/models/dropout_in_eval",
    "A function does not know the mode of the model: `F.dropout` has `training=True` by default,"
    " and goes on dropping after `model.eval()`.",
)
def test_a_function_does_not_know_the_mode():
    class Net(nn.Module):
        def forward(self, x):
            return F.dropout(x)

    assert inspect.signature(F.dropout).parameters["training"].default is True
    assert (Net().eval()(torch.ones(100)) == 0).any()
    assert not (nn.Dropout().eval()(torch.ones(100)) == 0).any()


@says(
    "mistakes/models/softmax_over_the_batch",
    "With `dim=0` on (N, C), each class is shared out among the samples: a probability depends on"
    " who else is in the batch, the most likely class may change, and for a batch of one all are"
    " 1.",
    "Nothing is raised, for shape and range are right.",
    "Wrong: columns sum to 1.",
    "Right: rows sum to 1.",
)
@given(n=st.integers(2, 6), c=st.integers(2, 6))
def test_each_class_is_shared_out(n, c):
    logits = torch.randn(n, c, generator=torch.Generator().manual_seed(n * 10 + c)).double()
    probs = logits.softmax(dim=0)
    torch.testing.assert_close(probs.sum(dim=0), torch.ones(c).double())
    torch.testing.assert_close(logits.softmax(dim=1).sum(dim=1), torch.ones(n).double())
    assert probs.shape == logits.shape
    assert 0 <= probs.min() <= probs.max() <= 1
    assert not torch.allclose(logits[: n - 1].softmax(dim=0), probs[: n - 1])
    assert logits[:1].softmax(dim=0).tolist() == [[1.0] * c]
    changed = torch.tensor([[1.0, 3.0], [1.0, 9.0]]).softmax(dim=0).argmax(dim=1)
    assert changed.tolist() == [0, 1]  # both logits say class 1


@says(
    "mistakes/models/softmax_over_the_batch",
    "Use the dimension of the classes, -1 for (N, C) and 1 for (N, C, H, W), and check the sum:"
    " softmax.",
)
@pytest.mark.parametrize(
    ("layer", "shape", "dim"),
    [(nn.Linear(3, 5), (2, 3), -1), (nn.Conv2d(3, 5, 1), (2, 3, 4, 6), 1)],
)
def test_the_dimension_of_the_classes(layer, shape, dim):
    logits = layer(torch.randn(shape, generator=torch.Generator().manual_seed(0)))
    assert logits.shape[dim] == 5
    for other in range(-logits.ndim, 0):
        probs = logits.softmax(other)
        sums_to_one = torch.allclose(probs.sum(dim), torch.ones(()))
        assert sums_to_one == (other % logits.ndim == dim % logits.ndim)


@says(
    "mistakes/models/zero_init",
    "Zeros for biases, or for the last layer only, do no harm here.",
)
@pytest.mark.parametrize("zeros", ["biases", "last"])
def test_zeros_that_do_no_harm(zeros):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    for parameter in model[2].parameters() if zeros == "last" else (model[0].bias, model[2].bias):
        nn.init.zeros_(parameter)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    for _ in range(60):
        optimizer.zero_grad()
        F.cross_entropy(model(pixels), target).backward()
        optimizer.step()
    assert (model(pixels).argmax(dim=1) == target).float().mean() > 0.9


@says(
    "mistakes/models/zero_init",
    "Units that start with equal parameters, in and out, get equal gradients, dropout aside, and"
    " stay equal: the layer is as good as a single unit.",
)
@pytest.mark.parametrize("p", [0.0, 0.5])
def test_dropout_parts_equal_units(p):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 5), nn.Tanh(), nn.Dropout(p), nn.Linear(5, 10))
    for parameter in model.parameters():
        nn.init.constant_(parameter, 0.01)
    with torch.no_grad():
        model[3].weight.copy_(torch.arange(10.0).unsqueeze(1) / 10)  # equal in each row
    F.cross_entropy(model(pixels[:8]), target[:8]).backward()
    grad = model[0].weight.grad
    assert torch.allclose(grad, grad[:1].expand(5, 64)) == (p == 0)
    hidden = torch.tanh(0.01 * pixels.sum(dim=1) + 0.01)  # of a single unit
    expected = hidden.unsqueeze(1) * 5 * torch.arange(10.0) / 10 + 0.01
    torch.testing.assert_close(model.eval()(pixels), expected)


@says(
    "mistakes/models/batch_norm_few_updates",
    "Normalize the input; or measure the statistics again with `update_bn`, which goes through"
    " the data once in training mode.",
)
def test_update_bn_goes_once_through_the_data():
    norm, modes = nn.BatchNorm1d(3).eval(), []
    norm.register_forward_hook(lambda *_: modes.append(norm.training))
    batches = iter([torch.randn(8, 3) + 5 for _ in range(4)])
    update_bn(batches, norm)
    assert modes == [True] * 4
    assert next(batches, None) is None
    assert (norm.running_mean - 5).abs().max() < 1.5


@says(
    "mistakes/models/no_batch_dimension",
    "Convolution, pooling and `Softmax` take one image (C, H, W) as it is, and code that counts"
    " from the left is then off by one: `dim=1` is no longer the classes.",
)
@pytest.mark.parametrize(
    "layer",
    [nn.Conv2d(3, 3, 1), nn.MaxPool2d(2), nn.AvgPool2d(2), nn.AdaptiveAvgPool2d(1),
     nn.Softmax(dim=-3)],
)  # fmt: skip
def test_layers_take_one_image(layer):
    image = torch.randn(3, 4, 6)
    torch.testing.assert_close(layer(image), layer(image.unsqueeze(0))[0])
    assert layer(image).shape[1] == layer(image.unsqueeze(0)).shape[2]  # the height


@says(
    "mistakes/models/no_batch_dimension",
    "A model with `Flatten` and `Linear` raises, in most cases: forgotten batch dimension.",
)
@pytest.mark.parametrize("channels", [1, 8])
def test_flatten_raises_in_most_cases(channels):
    model = nn.Sequential(nn.Flatten(), nn.Linear(channels * 16, 5))
    image = torch.randn(channels, 4, 4)
    assert model(image.unsqueeze(0)).shape == (1, 5)
    if channels == 1:
        assert model(image).shape == (1, 5)  # the channel passes for the batch
    else:
        with pytest.raises(RuntimeError, match="shapes cannot be multiplied"):
            model(image)


@says(
    "mistakes/models/swapped_source_and_target",
    "Write the names: `src=`, `tgt=`, `memory=`.",
)
def test_names_of_the_arguments():
    assert list(inspect.signature(nn.Transformer.forward).parameters)[1:3] == ["src", "tgt"]
    names = list(inspect.signature(nn.TransformerDecoder.forward).parameters)[1:3]
    assert names == ["tgt", "memory"]
