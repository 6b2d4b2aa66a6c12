"""What the entries on models say, by hand, and with other sizes, layers and dtypes."""

import copy
import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from sklearn.linear_model import LogisticRegression
from support import says
from torch import nn
from torch.optim.swa_utils import update_bn


def changed(model, x, sample):
    other = x.clone()
    other[sample] += 1
    difference = (model(x) - model(other)).abs().flatten(1).amax(dim=1)
    return (difference > 1e-4).tolist()


@says(
    "mistakes/models/batch_first_forgotten",
    "samples are read as time steps.",
    "A batch (N, L, D) fits as well and the output has the shape you expect, but a "
    "recurrent layer runs from sample to sample, and attention looks at the other samples"
    " instead of the other steps.",
    "Wrong: sample 1 reaches others: later ones in the LSTM, all in attention.",
    "Right: it reaches only itself.",
)
@pytest.mark.parametrize("layer", [nn.RNN, nn.LSTM, nn.GRU])
def test_batch_first_forgotten(layer):
    torch.manual_seed(1)
    x = torch.randn(5, 3, 4)
    for sample in range(5):
        torch.manual_seed(2)
        wrong, right = layer(4, 6), layer(4, 6, batch_first=True)
        assert wrong(x)[0].shape == right(x)[0].shape == (5, 3, 6)
        later = [place >= sample for place in range(5)]
        assert changed(lambda x, m=wrong: m(x)[0], x, sample) == later
        alone = [place == sample for place in range(5)]
        assert changed(lambda x, m=right: m(x)[0], x, sample) == alone


@says(
    "mistakes/models/batch_first_forgotten",
    "Wrong: sample 1 reaches others: later ones in the LSTM, all in attention.",
    "Right: it reaches only itself.",
)
@pytest.mark.parametrize("batch_first", [False, True])
def test_batch_first_forgotten_in_attention(batch_first):
    torch.manual_seed(1)
    attention = nn.MultiheadAttention(4, 2, batch_first=batch_first)
    block = nn.TransformerEncoderLayer(4, 2, 8, dropout=0.0, batch_first=batch_first)
    x = torch.randn(5, 3, 4)
    for model in (lambda x: attention(x, x, x)[0], block):
        expected = [place == 3 or not batch_first for place in range(5)]
        assert changed(model, x, 3) == expected
        assert model(x).shape == x.shape


@says(
    "mistakes/models/same_layer_repeated",
    "one layer three times, one weight.",
    "Multiplying a list repeats the reference, so every place holds the same module: one "
    "weight, which gets the sum of the gradients of all places.",
    "The outputs have the right shape, `print(model)` shows three layers, and "
    "`state_dict` has names for three; the number of parameters tells.",
    "Wrong: three times the same object.",
)
@pytest.mark.parametrize("times", [2, 3, 7])
def test_same_layer_repeated(times):
    shared = nn.Sequential(*[nn.Linear(4, 4)] * times)
    assert sum(p.numel() for p in shared.parameters()) == 4 * 4 + 4
    assert len(shared.state_dict()) == 2 * times
    assert str(shared).count("Linear(") == times
    assert all(layer is shared[0] for layer in shared)
    # The gradient is the sum of those of separate layers with the same weights.
    apart = nn.Sequential(*(copy.deepcopy(shared[0]) for _ in range(times)))
    x = torch.randn(3, 4)
    assert shared(x).shape == apart(x).shape
    shared(x).sum().backward()
    apart(x).sum().backward()
    torch.testing.assert_close(shared[0].weight.grad, sum(m.weight.grad for m in apart))


@says(
    "mistakes/models/same_layer_repeated",
    "A batch norm used in several places mixes their running statistics as well.",
)
def test_same_layer_repeated_mixes_running_statistics():
    norm = nn.BatchNorm1d(1)
    norm(torch.zeros(4, 1))
    norm(torch.full((4, 1), 10.0))
    assert norm.running_mean.item() == pytest.approx(1)


@says(
    "mistakes/models/mask_turned_over",
    "attention reads the padding only.",
    "Wrong: all the attention goes to the padding.",
    "Wrong in the function, where True takes part.",
    "Right: none does.",
    "In `F.scaled_dot_product_attention`, and in the masks of many tokenizers, True or 1 "
    'means "take part".',
    "The wrong way round, all words are hidden and the padding is read, without an error "
    "where the shapes fit.",
)
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


@says(
    "mistakes/models/mask_turned_over",
    "A sample without padding may then give NaN, as it has nothing left to read.",
)
def test_mask_turned_over_may_give_nan():
    attention = nn.MultiheadAttention(8, 2, batch_first=True)
    x = torch.randn(1, 3, 8)
    full = torch.ones(1, 3, dtype=torch.bool)
    assert attention(x, x, x, key_padding_mask=full)[0].isnan().all()


@says(
    "mistakes/models/swapped_source_and_target",
    "the decoder reads the answer.",
    "`nn.Transformer` takes the source first, `nn.TransformerDecoder` the target first: "
    "`model(source, target)`, but `decoder(target, memory)`.",
    "If both are as long, swapped arguments raise nothing.",
    "The target then comes in by the way that has no causal mask, and the output at each "
    "position depends on the words it has to predict: training can copy them, generation "
    "cannot.",
    "With other lengths the mask does not fit, and without a mask the output has the "
    "length of the source.",
    "Wrong: every position depends on the last word.",
    "Right: source first here, target first there; only the last position sees it.",
)
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


@says(
    "mistakes/models/no_batch_dimension",
    "dim=1 is the height.",
    "Probabilities of a fully convolutional classifier are all 1; a segmentation map has "
    "classes where rows should be.",
    "Add the batch with `unsqueeze(0)`, or count from the right (`dim=-3`).",
)
@pytest.mark.parametrize("classes", [2, 5])
def test_no_batch_dimension(classes):
    scores = torch.randn(classes, 1, 1)
    assert scores.softmax(dim=1).flatten().tolist() == [1.0] * classes
    scores_of_pixels = torch.randn(classes, 6, 7)  # of the rows remain classes
    assert scores_of_pixels.argmax(dim=1).shape == (classes, 7)
    assert scores.softmax(dim=-3).sum().item() == pytest.approx(1)


SPACE = {F.dropout: 0, F.dropout1d: 1, F.dropout2d: 2, F.dropout3d: 3}


@says(
    "mistakes/models/dropout_in_eval",
    "it still drops.",
    "The same input gives another output in each call, in validation as well.",
)
@pytest.mark.parametrize("function", SPACE)
def test_dropout_in_eval(function):
    x = torch.ones(2, 50, *[1] * SPACE[function])
    assert not function(x, 0.5).equal(x)
    assert not function(x, 0.5).equal(function(x, 0.5))
    assert function(x, 0.5, training=False).equal(x)


@says(
    "mistakes/models/dropout_in_eval",
    "`F.scaled_dot_product_attention` has no `training`: pass `dropout_p=p if "
    "self.training else 0.0`.",
)
def test_dropout_in_eval_of_attention():
    q = torch.randn(1, 1, 20, 8)
    dropped = F.scaled_dot_product_attention(q, q, q, dropout_p=0.5)
    assert not torch.allclose(dropped, F.scaled_dot_product_attention(q, q, q), atol=1e-3)
    with pytest.raises(TypeError, match="training"):
        F.scaled_dot_product_attention(q, q, q, dropout_p=0.5, training=False)


@says(
    "mistakes/models/zero_init",
    "With zeros in all layers and ReLU or tanh the hidden layer is 0, no weight gets a "
    "gradient, only the last bias can learn: with classes of equal size the loss "
    r"stays at $\log C$.",
)
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
    model.zero_grad()
    F.cross_entropy(model(torch.randn(30, 6)), target[:30]).backward()  # ten of each
    assert all(p.grad.abs().max() < 1e-6 for p in model.parameters())


@says(
    "mistakes/models/zero_init",
    "hidden units that stay the same.",
    "Units that start with equal parameters, in and out, get equal gradients, dropout "
    "aside, and stay equal: the layer is as good as a single unit.",
)
@pytest.mark.parametrize("apart", [None, "0.weight", "0.bias", "2.weight", "2.bias"])
@pytest.mark.parametrize(
    ("activation", "value"), [(nn.ReLU, 0.1), (nn.Tanh, 0.1), (nn.Tanh, -0.3), (nn.Sigmoid, -0.3)]
)
def test_zero_init_units_stay_equal(activation, value, apart):
    """Of the last layer the bias alone may differ: it belongs to no hidden unit."""
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(6, 5), activation(), nn.Linear(5, 3)).double()
    for name, parameter in model.named_parameters():
        if name != apart:
            nn.init.constant_(parameter, value)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    x, target = torch.randn(30, 6).double(), torch.arange(30) % 3
    for _ in range(20):
        optimizer.zero_grad()
        F.cross_entropy(model(x), target).backward()
        optimizer.step()
    weight = model[0].weight.detach()
    equal = torch.allclose(weight, weight[:1].expand(5, 6), rtol=0, atol=1e-9)
    assert equal == (apart in (None, "2.bias"))


@says(
    "mistakes/models/strict_false_loads_nothing",
    "nothing is loaded.",
    "With `strict=False` names that do not fit are passed over.",
    "If all names have a prefix, `module.` of `DataParallel` and DDP, `_orig_mod.` of "
    "`torch.compile`, nothing is loaded: the model stays random and predicts at chance, "
    "or a fine-tuning starts from scratch.",
)
@pytest.mark.parametrize("prefix", ["module.", "_orig_mod.", "net."])
def test_strict_false_loads_nothing(prefix):
    trained, model = nn.Linear(4, 3), nn.Linear(4, 3)
    before = model.weight.clone()
    saved = {prefix + name: value for name, value in trained.state_dict().items()}
    if prefix == "module.":
        assert list(nn.DataParallel(trained).state_dict()) == list(saved)
    answer = model.load_state_dict(saved, strict=False)
    assert model.weight.equal(before)
    assert set(answer.missing_keys) == set(model.state_dict())
    assert set(answer.unexpected_keys) == set(saved)


@says(
    "mistakes/models/wrong_flatten",
    "the batch gets another size.",
    "In `x.view(-1, k)` the batch is what remains.",
    "Wrong: 16 * 4 * 4 features in a row, and four rows for each image.",
    "If k is too small by a whole factor, each sample becomes several rows and nothing is"
    " raised: the model judges pieces of images.",
    "A cross-entropy with N labels would raise; `torch.ones_like(output)` as labels, an "
    "`argmax` at prediction, or a mean do not.",
    "Keep the batch: `x.flatten(1)`, or `nn.Flatten`; then a layer of the wrong size raises.",
)
@pytest.mark.parametrize("factor", [2, 3, 4])
def test_wrong_flatten(factor):
    x = torch.arange(8 * 60).view(8, 3, 4, 5)
    rows = x.view(-1, 60 // factor)
    assert len(rows) == 8 * factor
    np.testing.assert_array_equal(rows[:factor].flatten(), x[0].flatten())
    with pytest.raises(RuntimeError):
        nn.Linear(60 // factor, 1)(x.float().flatten(1))
    with pytest.raises(RuntimeError):
        nn.Sequential(nn.Flatten(), nn.Linear(60 // factor, 1))(x.float())
    output = rows.float()
    F.binary_cross_entropy_with_logits(output, torch.ones_like(output))
    assert (len(output.argmax(1)), output.mean().ndim) == (8 * factor, 0)
    with pytest.raises(ValueError, match="batch_size"):
        F.cross_entropy(rows.float(), torch.zeros(8, dtype=torch.int64))


@says(
    "mistakes/models/activation_forgotten",
    "a deep model that is linear.",
    "A linear layer of a linear layer computes what one linear layer can, however many there are.",
    "What a line cannot separate, such as these four quarters of the plane, stays near "
    "chance, and more layers do not help.",
    "The loss is log 2.",
)
@pytest.mark.parametrize("depth", [2, 3, 8])
def test_activation_forgotten(depth):
    """All layers as one matrix and one bias; the best of these does not help."""
    hidden = (nn.Linear(16, 16) for _ in range(depth - 2))
    model = nn.Sequential(nn.Linear(2, 16), *hidden, nn.Linear(16, 1)).double()
    weight, bias = np.eye(2), np.zeros(2)
    for layer in model:
        w, b = layer.weight.detach().numpy(), layer.bias.detach().numpy()
        weight, bias = w @ weight, w @ bias + b
    x = np.random.default_rng(0).standard_normal((50, 2))
    found = model(torch.from_numpy(x)).detach().numpy()
    np.testing.assert_allclose(found, x @ weight.T + bias, atol=1e-12)
    x = np.random.default_rng(0).standard_normal((4000, 2))
    target = x.prod(1) > 0
    line = LogisticRegression(C=1e6).fit(x, target).predict_proba(x)
    loss = -np.log(line[np.arange(4000), target.astype(int)]).mean()
    assert loss == pytest.approx(math.log(2), abs=0.01)
    assert abs((line.argmax(1) == target).mean() - 0.5) < 0.2


@says(
    "mistakes/models/softmax_over_the_batch",
    "samples compete.",
    "`dim` is the dimension that sums to 1.",
)
def test_softmax_over_the_batch():
    x = np.array([[1.0, 3.0], [1.0, 9.0]])
    columns = np.exp(x) / np.exp(x).sum(0)
    np.testing.assert_allclose(torch.from_numpy(x).softmax(dim=0), columns)
    np.testing.assert_allclose(columns.sum(1), [0.5025, 1.4975], atol=1e-4)
    assert columns.argmax(1).tolist() == [0, 1]
    assert torch.randn(1, 7).softmax(dim=0).tolist() == [[1.0] * 7]


@says(
    "mistakes/models/batch_norm_few_updates",
    "The running mean starts at 0 and moves a tenth of the way (`momentum=0.1`) in each "
    "training step: after 20 steps 12 percent of the way is left.",
    "Short runs, few large batches, or a small `momentum` bring it about.",
    r"After $n$ steps with batches of mean $\mu$ the running mean is",
    "goes back to eval mode",
)
@pytest.mark.parametrize("momentum", [0.1, 0.01])
@pytest.mark.parametrize("steps", [1, 5, 20])
def test_batch_norm_few_updates(steps, momentum):
    x = 100 + torch.randn(512, 3, dtype=torch.float64)
    norm = nn.BatchNorm1d(3, momentum=momentum).double()
    assert norm.running_mean.tolist() == [0] * 3
    for _ in range(steps):
        norm(x)
    expected = (1 - (1 - momentum) ** steps) * x.mean(dim=0)
    assert (norm.running_mean < 90).all()
    torch.testing.assert_close(norm.running_mean, expected)
    assert steps != 20 or round(100 * 0.9**steps) == 12
    norm.eval()
    update_bn([x], norm)
    torch.testing.assert_close(norm.running_mean, x.mean(dim=0))
    assert not norm.training
    assert norm.momentum == momentum
    assert nn.BatchNorm1d(3).momentum == 0.1


@says(
    "mistakes/models/sigmoid_deep",
    "the first gets next to no gradient.",
    "The slope of the sigmoid is at most 0.25, and with the default weights a layer "
    "passes on about a seventh of the gradient: after ten layers next to nothing reaches "
    r"the first, and the loss stays at $\log C$, here 2.3.",
)
@pytest.mark.parametrize("width", [16, 32, 128])
def test_sigmoid_deep(width):
    """Each layer multiplies the gradient by at most a quarter of the norm of its matrix."""
    torch.manual_seed(0)
    assert torch.sigmoid(torch.linspace(-9, 9, 999)).diff().max() / (18 / 998) <= 0.25
    x = torch.randn(width, dtype=torch.float64, requires_grad=True)
    y, bound = x, 1.0
    for _ in range(10):
        layer = nn.Linear(width, width).double()
        y = torch.sigmoid(layer(y))
        bound *= 0.25 * torch.linalg.matrix_norm(layer.weight, ord=2).item()
    y[0].backward()
    assert 0 < x.grad.norm().item() <= bound < 1e-4
    assert 1 / 9 < x.grad.norm().item() ** 0.1 < 1 / 5  # about a seventh a layer


@says(
    "mistakes/models/copied_not_tied",
    "To tie the output layer to the embedding, both must hold the same `Parameter`.",
    "Copying the values makes them equal until the first step.",
    "`nn.Parameter(embedding.weight)` makes a second parameter on the same memory: it "
    "looks tied, is counted twice, and parts as soon as the model is converted, as by "
    "`double()`.",
    "Assign the parameter itself; it stays tied through `double()` and `deepcopy`.",
    "Count the parameters: a tied one counts once.",
    "Wrong: the values copied; another parameter on the same memory.",
    "Right: one parameter under two names.",
)
@pytest.mark.parametrize("how", ["copy", "wrap", "tie"])
def test_copied_not_tied(how):
    torch.manual_seed(0)
    embedding, head = nn.Embedding(5, 3), nn.Linear(3, 5, bias=False)
    if how == "copy":
        head.weight.data.copy_(embedding.weight)
    else:
        weight = embedding.weight
        head.weight = weight if how == "tie" else nn.Parameter(weight)
        assert head.weight.data_ptr() == weight.data_ptr()
    assert embedding.weight.equal(head.weight)
    assert (head.weight is embedding.weight) == (how == "tie")
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


@says("mistakes/models/plain_list", "Use `ModuleList` or `ModuleDict`, and count the parameters.")
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


@says(
    "mistakes/models/causal_mask_forgotten",
    "Right: position t sees nothing behind t.",
)
def test_causal_mask_forgotten():
    torch.manual_seed(0)
    block = nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0, batch_first=True)
    x = torch.randn(3, 6, 8)
    other = x.clone()
    other[:, -1] += 1
    mask = torch.ones(6, 6).triu(diagonal=1).bool()
    for src_mask, expected in ((mask, [False] * 5 + [True]), (None, [True] * 6)):
        change = block(x, src_mask=src_mask) - block(other, src_mask=src_mask)
        assert (change.abs().amax(dim=(0, 2)) > 1e-4).tolist() == expected


@says(
    "mistakes/models/causal_mask_forgotten",
    "A model that predicts the next word from the whole sequence finds that word in its "
    "input and copies it.",
    "The loss falls lower than it does with a mask; when writing, the next word is not "
    "there yet, and the output is bad.",
)
def test_causal_mask_forgotten_copies():
    """Words by lot: log 4 is the best loss, unless the next word is read."""

    def train(mask):
        torch.manual_seed(0)
        word, place, head = nn.Embedding(4, 16), nn.Embedding(5, 16), nn.Linear(16, 4)
        attention = nn.MultiheadAttention(16, 1, batch_first=True)
        parts = nn.ModuleList([word, place, head, attention])
        optimizer = torch.optim.Adam(parts.parameters(), lr=0.03)
        for _ in range(25):
            tokens = torch.randint(4, (32, 6))
            x = word(tokens[:, :-1]) + place.weight
            logits = head(attention(x, x, x, attn_mask=mask, need_weights=False)[0])
            loss = F.cross_entropy(logits.mT, tokens[:, 1:])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        right = (logits.argmax(2) == tokens[:, 1:]).float().mean(0)
        return loss.item(), right[:-1].min().item(), right[-1].item()

    loss, copied, written = train(None)
    assert loss < 0.8
    assert copied > 0.9
    assert written < 0.6  # the word behind the last one is not there yet
    assert train(torch.ones(5, 5).triu(diagonal=1).bool())[0] > 0.9 * math.log(4)
