"""What language/adapt says, and its formulas in NumPy."""

import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import SNIPPETS, names_of
from support import library, says
from torch import nn
from torch.nn.utils import parametrize
from torch.utils.checkpoint import checkpoint

SEEDS = range(3)


def entry(name, **inputs):
    return names_of(f"language/adapt/{name}", **inputs)


def drawn(seed, *shape):
    return torch.from_numpy(np.random.default_rng(seed).standard_normal(shape))


def trained_names(module):
    return [name for name, p in module.named_parameters() if p.requires_grad]


def close(found, expected):
    np.testing.assert_allclose(found.detach(), expected, rtol=1e-9, atol=1e-12)


# LoRA


@says(
    "language/adapt/lora",
    "The weight stays as it is; two thin matrices learn what is added to it, of rank r at most.",
)
@pytest.mark.parametrize("rank", [1, 2, 4])
def test_lora(rank):
    torch.manual_seed(rank)
    base = nn.Linear(8, 6).double()
    layer = entry("lora")["LoRA"](base, rank=rank, alpha=5).double()
    nn.init.normal_(layer.B)
    x = drawn(rank, 7, 8)
    W, b, A, B = (p.detach().numpy() for p in (base.weight, base.bias, layer.A, layer.B))
    close(layer(x), x.numpy() @ W.T + b + 5 / rank * x.numpy() @ A.T @ B.T)
    assert np.linalg.matrix_rank(B @ A) == rank
    layer(x).square().sum().backward()
    assert base.weight.grad is base.bias.grad is None
    assert trained_names(layer) == ["A", "B"]


@says(
    "language/adapt/lora",
    "`B` starts at zero, so that the model starts as it was; `A` must not, or neither would ever "
    "move.",
)
@pytest.mark.parametrize("zero", [False, True])
def test_lora_with_two_zeros(zero):
    torch.manual_seed(0)
    base, x = nn.Linear(8, 6), torch.randn(5, 8)
    layer = entry("lora")["LoRA"](base, rank=2, alpha=4)
    if zero:
        nn.init.zeros_(layer.A)
    assert torch.equal(layer(x), base(x))
    before = layer.A.detach().clone()
    optimizer = torch.optim.SGD([layer.A, layer.B], lr=0.1)
    for _ in range(3):
        optimizer.zero_grad()
        layer(x).square().sum().backward()
        optimizer.step()
    assert torch.equal(layer.B, torch.zeros(6, 2)) == zero
    assert torch.equal(layer.A, before) == zero


@says(
    "language/adapt/lora_model",
    "Layers that are read as `layer.weight` elsewhere, as those within `nn.MultiheadAttention`, "
    "do not go through `forward`: use a parametrization there.",
)
@says(
    "language/adapt/lora_merge",
    "As a parametrization, LoRA needs no new layer: the weight is that of before plus the "
    "product, wherever it is read.",
)
def test_lora_within_multihead_attention():
    LoRA, LowRank = entry("lora_model")["LoRA"], entry("lora_merge")["LowRank"]
    torch.manual_seed(0)
    x, calls = torch.randn(2, 3, 8), []
    mha = nn.MultiheadAttention(8, 2, batch_first=True)
    mha.out_proj.register_forward_hook(lambda *_: calls.append(1))
    before = mha(x, x, x)[0]
    assert not calls
    for owner, name in [(mha, "in_proj_weight"), (mha.out_proj, "weight")]:
        low_rank = LowRank(getattr(owner, name), rank=2, alpha=2)
        nn.init.normal_(low_rank.B)
        parametrize.register_parametrization(owner, name, low_rank)
        after = mha(x, x, x)[0]
        assert not torch.allclose(after, before, atol=1e-3)
        before = after
        original = owner.parametrizations[name].original
        torch.testing.assert_close(getattr(owner, name), original + low_rank.B @ low_rank.A)
    broken = nn.MultiheadAttention(8, 2, batch_first=True)
    broken.out_proj = LoRA(broken.out_proj, rank=2, alpha=2)
    with pytest.raises(AttributeError, match="weight"):
        broken(x, x, x)


def test_lora_model_counts():
    left = entry("lora_model")
    assert left["trained"] == 2 * 2 * 2 * 4 * 64  # blocks, layers, matrices
    moved = [name for name in trained_names(left["model"]) if name[-1] not in "AB"]
    assert not moved


@says(
    "language/adapt/lora_merge",
    "`remove_parametrizations` writes the sum into the weight: the outputs stay, up to rounding, "
    "the names in the `state_dict` are the old ones, and a step costs what it did.",
    "A merged update cannot be taken out again without rounding; keep A and B.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_lora_merge(seed):
    LowRank, x = entry("lora_merge")["LowRank"], drawn(seed, 5, 8).float()
    torch.manual_seed(seed)
    layer = nn.Linear(8, 6).requires_grad_(False)
    weight, plain = layer.weight.clone(), sorted(layer.state_dict())
    low_rank = LowRank(layer.weight, rank=2, alpha=4)
    nn.init.normal_(low_rank.B)
    parametrize.register_parametrization(layer, "weight", low_rank)
    adapted = layer(x)
    parametrize.remove_parametrizations(layer, "weight")
    torch.testing.assert_close(layer(x), adapted)
    update = (2 * low_rank.B @ low_rank.A).detach()
    torch.testing.assert_close(layer.weight.detach(), weight + update)
    assert sorted(layer.state_dict()) == plain
    assert type(layer) is nn.Linear
    assert not torch.equal(layer.weight - update, weight)
    torch.testing.assert_close(layer.weight - update, weight)


@says("language/adapt/lora_merge", "Merge in float32: bfloat16 rounds small updates away.")
@pytest.mark.parametrize("seed", SEEDS)
def test_merging_in_bfloat16(seed):
    weight = 1 + drawn(seed, 6, 8).abs().float()
    update = 1e-4 * drawn(seed + 5, 6, 8).float()
    lost = (weight.bfloat16() + update.bfloat16()) == weight.bfloat16()
    assert lost.all()
    assert ((weight + update) != weight).all()


@says("language/adapt/lora_run", "With the adapters off, the model is the one of before.")
def test_adapters_that_are_off():
    source = (SNIPPETS / "language/adapt/lora_run.py").read_text()
    frozen = "\nmodel.requires_grad_(False)"
    for old, new in (("steps=150", "steps=3"), (frozen, f"\nbase = model(sums){frozen}")):
        assert old in source
        source = source.replace(old, new)
    left = {}
    exec(source, left)
    model, sums = left["model"], left["sums"]
    assert all(adapter.B.any() for adapter in left["adapters"])
    torch.testing.assert_close(model(sums), left["base"])
    for adapter in left["adapters"]:
        adapter.on = True
    assert not torch.allclose(model(sums), left["base"], atol=1e-3)


@says(
    "language/adapt/int8_lora",
    "Gradients pass through the base to the layers below: for them autograd keeps the weight in "
    "float until `backward`, so checkpoint the blocks.",
)
@says(
    "language/adapt/int8_lora", "An int8 tensor takes no gradient: q is a buffer, not a parameter."
)
@pytest.mark.parametrize("rank", [1, 4])
def test_int8_lora(rank):
    torch.manual_seed(rank)
    base = nn.Linear(16, 12)
    layer = entry("int8_lora")["Int8LoRA"](base, rank)
    x = torch.randn(5, 16, requires_grad=True)
    W = layer.q.double().numpy() * layer.scale.double().numpy()
    expected = x.detach().double().numpy() @ W.T + base.bias.detach().double().numpy()
    np.testing.assert_allclose(layer(x).detach(), expected, rtol=1e-4, atol=1e-5)
    layer(x).sum().backward()
    np.testing.assert_allclose(x.grad, np.ones((5, 12)) @ W, rtol=1e-4, atol=1e-5)
    assert trained_names(layer) == ["A", "B"]
    with pytest.raises(RuntimeError):
        nn.Parameter(layer.q)
    kept = []

    def keep(tensor):
        kept.append((*sorted(tensor.shape), tensor.dtype))
        return tensor

    for call in (layer, lambda x: checkpoint(layer, x, use_reentrant=False)):
        kept.clear()
        with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
            call(x)
        assert ((12, 16, torch.float32) in kept) == (call is layer)
    bare = entry("int8_lora")["Int8LoRA"](nn.Linear(16, 12, bias=False), rank)
    assert bare(x).shape == (5, 12)


@says(
    "language/adapt/int8_lora",
    "The base is kept as bytes and frozen; the adapter learns on top, and what rounding cost "
    "with it.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_an_adapter_makes_up_for_rounding(seed):
    torch.manual_seed(seed)
    base, x = nn.Linear(16, 12), torch.randn(64, 16)
    layer = entry("int8_lora")["Int8LoRA"](base, 12)
    q, wanted = layer.q.clone(), base(x).detach()
    optimizer, losses = torch.optim.AdamW([layer.A, layer.B], lr=1e-3), []
    for _ in range(200):
        loss = F.mse_loss(layer(x), wanted)
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert losses[-1] < losses[0] / 4
    assert torch.equal(layer.q, q)
    assert layer.q.element_size() == 1


@says(
    "language/adapt/adapter_file",
    "That forgives every missing name: look at `unexpected_keys`, and at the missing ones that "
    "are the adapter's.",
    "Another rank raises; another base model does not: note both in the metadata.",
)
@pytest.mark.parametrize("given", [[], ["A"], ["B"], ["base.weight", "B"]])
def test_adapter_file(given):
    library("safetensors")
    left = entry("adapter_file")
    other, adapter = left["Adapted"](), left["adapter"]
    part = {name: left["tuned"].state_dict()[name] for name in given}
    missing = other.load_state_dict(part, strict=False).missing_keys
    assert set(missing) == {"A", "B", "base.weight", "base.bias"} - {*given}
    found = other.load_state_dict({"C": torch.ones(1), "B": adapter["B"]}, strict=False)
    assert found.unexpected_keys == ["C"]
    assert "A" in found.missing_keys
    other.load_state_dict(adapter, strict=False)  # with another base, and no word of it
    x = left["x"]
    assert not torch.allclose(other(x), left["tuned"](x), atol=1e-3)
    other.A = nn.Parameter(torch.zeros(3, 32))
    with pytest.raises(RuntimeError, match="size mismatch"):
        other.load_state_dict(adapter, strict=False)


# What is learnt


@says(
    "language/adapt/answers_only",
    "The labels are the tokens shifted by one, with -100 at the prompt and at the padding: "
    "`cross_entropy` leaves them out.",
    "The first label that counts is the first token of the answer, predicted by the last of the "
    "prompt.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_answers_only(seed):
    left, generator = entry("answers_only"), np.random.default_rng(seed)
    pairs = [
        (generator.integers(2, 10, n).tolist(), generator.integers(2, 10, m).tolist())
        for n, m in ((1, 4), (5, 1), (3, 3))
    ]
    tokens, labels = left["collate"](pairs)
    logits, terms = drawn(seed, *tokens.shape, 10), []
    for row, (prompt, answer) in enumerate(pairs):
        text = [*prompt, *answer, left["END"]]
        assert tokens[row].tolist() == text + [left["PAD"]] * (len(tokens[row]) - len(text))
        first = (labels[row] != -100).nonzero()[0].item()
        assert tokens[row, first] == prompt[-1]
        assert labels[row, first] == answer[0]
        for t in range(len(prompt), len(text)):
            e = np.exp(logits[row, t - 1].numpy())
            terms.append(-math.log(e[text[t]] / e.sum()))
    close(F.cross_entropy(logits.flatten(0, 1), labels.flatten()), np.mean(terms))


@says(
    "language/adapt/answers_only",
    "Padding may stand on the right here: under a causal mask no real token sees it.",
)
@pytest.mark.parametrize("real", [1, 3, 5])
def test_right_padding_under_a_causal_mask(real):
    x = drawn(0, 1, 1, 6, 4)
    other = x.clone()
    other[:, :, real:] = 100.0
    y, z = (F.scaled_dot_product_attention(v, v, v, is_causal=True) for v in (x, other))
    torch.testing.assert_close(y[:, :, :real], z[:, :, :real])
    assert not torch.allclose(y[:, :, real:], z[:, :, real:])


@says(
    "language/adapt/dpo",
    "The loss wants the chosen answer to gain more than the rejected one.",
    "At the start both models agree, if dropout is off: the loss is log 2.",
    "Watch that of the chosen answer as well: the loss can fall while both fall.",
)
@pytest.mark.parametrize("beta", [0.05, 0.1, 1.0])
@pytest.mark.parametrize("seed", SEEDS)
def test_dpo(seed, beta):
    loss = entry("dpo")["dpo_loss"]
    chosen, rejected, chosen_0, rejected_0 = 5 * drawn(seed, 4, 6) - 20
    policy, frozen = (
        np.exp([*map(np.asarray, (chosen, rejected))]),
        np.exp([*map(np.asarray, (chosen_0, rejected_0))]),
    )
    (won, lost) = policy / frozen
    odds = won / lost
    expected = -np.log(odds**beta / (1 + odds**beta)).mean()
    close(loss(chosen, rejected, chosen_0, rejected_0, beta), expected)
    close(loss(chosen, rejected, chosen, rejected, beta), math.log(2))
    for gain, other in [(1.0, 0.5), (-1.0, -2.0), (0.0, -0.1)]:
        assert loss(chosen + gain, rejected + other, chosen, rejected, beta) < math.log(2)
        assert loss(chosen + other, rejected + gain, chosen, rejected, beta) > math.log(2)
    model, x = nn.Sequential(nn.Dropout(0.5), nn.Linear(8, 2)).double(), drawn(seed, 6, 8)
    frozen = [part.detach() for part in model.eval()(x).T]
    for training in (True, False):
        found = loss(*model.train(training)(x).T, *frozen, beta)
        assert math.isclose(found.item(), math.log(2), rel_tol=1e-9) == (not training)


@says(
    "language/adapt/dpo",
    "Log-probabilities are sums over the tokens of the answer; those of the prompt would cancel.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_prompt_cancels(seed):
    loss, parts = entry("dpo")["dpo_loss"], 5 * drawn(seed, 4, 6)
    prompt, prompt_0 = drawn(seed + 5, 2, 6)
    with_prompt = parts + torch.stack([prompt, prompt, prompt_0, prompt_0])
    torch.testing.assert_close(loss(*with_prompt), loss(*parts))


@says(
    "language/adapt/token_distillation",
    "As in distillation, at every position that counts: the divergence of a token is summed over "
    "the vocabulary, then averaged over real tokens, not over padding.",
    '`reduction="batchmean"` would divide by the rows of the batch alone.',
    "A logit of -inf in the teacher makes it NaN.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_token_distillation(seed):
    distil, (student, teacher) = entry("token_distillation")["distil"], drawn(seed, 2, 3, 4, 6)
    real = drawn(seed + 5, 3, 4) > -0.5
    e, f = np.exp(student.numpy()), np.exp(teacher.numpy())
    p, q = e / e.sum(-1, keepdims=True), f / f.sum(-1, keepdims=True)
    each = (q * np.log(q / p)).sum(-1)
    close(distil(student, teacher, real), each[real.numpy()].mean())
    student[~real] += 7 * torch.arange(6.0)
    close(distil(student, teacher, real), each[real.numpy()].mean())
    log_p, log_q = torch.from_numpy(np.log(p)), torch.from_numpy(np.log(q))
    close(F.kl_div(log_p, log_q, reduction="batchmean", log_target=True), each.sum() / 3)
    n, t = real.nonzero()[0]
    teacher[n, t, seed] = -torch.inf
    assert distil(student, teacher, real).isnan()


@says(
    "language/adapt/checkpoint_blocks",
    "Of a block the input is kept alone; its inside is computed again in `backward`.",
    "Gradients stay, for one more forward pass a block.",
    "`saved_tensors_hooks` see what is kept.",
)
def test_checkpoint_blocks():
    left, passes = entry("checkpoint_blocks"), []
    for block in left["blocks"]:
        block.register_forward_pre_hook(lambda *_: passes.append(1))
    plain, much = left["run"](lambda block, x: block(x))
    plain = [gradient.clone() for gradient in plain]
    assert len(passes) == 4
    passes.clear()
    again, little = left["run"](left["recomputed"])
    assert len(passes) == 8
    for a, b in zip(plain, again, strict=True):
        torch.testing.assert_close(a, b)
    one = left["x"].nbytes
    assert little == 4 * one  # an input a block
    assert much > 50 * one
    kept = []
    with torch.autograd.graph.saved_tensors_hooks(kept.append, lambda x: x):
        block = left["blocks"][0]
        torch.utils.checkpoint.checkpoint(block, left["x"], use_reentrant=False)
    assert {t.data_ptr() for t in kept if t.numel()} == {left["x"].data_ptr()}


# Smaller weights


@says(
    "language/adapt/int8_weights",
    "A row is divided by its largest absolute value over 127 and rounded.",
    "No weight moves by more than half a scale.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.float16])
@pytest.mark.parametrize("spread", [1e-3, 1.0, 1e3])
@pytest.mark.parametrize("seed", SEEDS)
def test_int8_weights(seed, spread, dtype):
    weight = (spread * drawn(seed, 70, 33).clamp(-3, 3) ** 3).to(dtype)
    q, scale = entry("int8_weights")["quantise"](weight)
    w = weight.double().numpy()
    s = np.abs(w).max(axis=1, keepdims=True) / 127
    np.testing.assert_allclose(scale, s, rtol=1e-6)
    assert q.dtype == torch.int8
    assert (q.abs().amax(dim=1) == 127).all()
    assert (np.abs(w - s * q.double().numpy()) <= s / 2 * (1 + 1e-4)).all()
    zero, one = entry("int8_weights")["quantise"](torch.zeros(2, 3))
    assert not (zero * one).any()
    lora = entry("int8_lora")["Int8LoRA"](layer_of(weight), 2)
    assert lora.q.equal(q)
    assert lora.scale.equal(scale)


@says(
    "language/adapt/int8_weights",
    "Divide in float32: in bfloat16 127 can come out as 128, which is -128 in int8.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_quotient_in_bfloat16(seed):
    weight = drawn(seed, 200, 64).bfloat16()
    largest = weight.abs().amax(dim=1, keepdim=True)
    quotient = (weight / (largest / 127)).round()
    assert quotient.max() == 128
    assert quotient.to(torch.int8)[quotient == 128].eq(-128).all()
    for q in (
        entry("int8_weights")["quantise"](weight)[0],
        entry("int8_lora")["Int8LoRA"](layer_of(weight), 2).q,
    ):
        assert (q.sign() * weight.sign() >= 0).all()


def layer_of(weight, **options):
    layer = nn.Linear(weight.shape[1], weight.shape[0], dtype=weight.dtype, **options)
    layer.weight.data = weight
    return layer


@says(
    "language/adapt/int8_weights",
    "One scale a row, not one for the matrix: a single large weight would cost all others their "
    "precision.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_large_weight_costs_its_row_alone(seed):
    quantise, weight = entry("int8_weights")["quantise"], drawn(seed, 8, 32).float()
    weight[3, 5] = 1000.0
    rows = [n for n in range(8) if n != 3]
    q, scale = quantise(weight)
    by_row = (q * scale - weight)[rows].abs().mean()
    flat, one = quantise(weight.reshape(1, -1))
    as_one = ((flat * one).reshape(8, 32) - weight)[rows].abs().mean()
    assert as_one > 50 * by_row


@says(
    "language/adapt/int8_weights",
    "Computing is in float, the weight made anew in each call: it saves memory, not arithmetic.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_int8_linear(seed):
    left = entry("int8_weights")
    torch.manual_seed(seed)
    layer, x = nn.Linear(16, 4), torch.randn(5, 16)
    small = left["Int8Linear"](layer)
    weight = small.q.float() * small.scale
    torch.testing.assert_close(small(x), x @ weight.T + layer.bias)
    assert small(x).dtype == torch.float32
    assert small.q.nbytes == layer.weight.nbytes / 4
    assert left["Int8Linear"](layer.bfloat16())(x.bfloat16()).dtype == torch.bfloat16
    assert left["Int8Linear"](nn.Linear(16, 4, bias=False))(x).shape == (5, 4)


@says(
    "language/adapt/int4_groups",
    "No weight moves by more than half a step.",
    "Two numbers of four bits share a byte.",
    "With 16 steps one scale a row is too coarse: each group of 32 or so neighbours has its own "
    "smallest value and step.",
    "Smaller groups are more exact and larger.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
@pytest.mark.parametrize("seed", SEEDS)
def test_int4_groups(seed, dtype):
    left, weight = entry("int4_groups"), drawn(seed, 6, 256).to(dtype)
    errors, w = [], weight.double().numpy()
    for group in (256, 64, 16, 4):
        packed, step, lowest = left["quantise"](weight, group)
        found = left["dequantise"](packed, step, lowest)
        parts = w.reshape(6, -1, group)
        low, high = parts.min(2, keepdims=True), parts.max(2, keepdims=True)
        s = (high - low) / 15
        expected = (low + s * np.round((parts - low) / s)).reshape(6, 256)
        assert np.mean(np.isclose(found, expected, atol=1e-5)) > 0.999  # but for ties
        error = np.abs(found.double().numpy() - w)
        assert (error.reshape(parts.shape) <= s / 2 * (1 + 1e-4) + 1e-6).all()
        assert packed.shape == (6, 128)
        errors.append(error.mean())
    assert errors == sorted(errors, reverse=True)
    assert left["dequantise"](*left["quantise"](torch.ones(2, 8), 4)).eq(1).all()


@says(
    "language/adapt/int4_groups",
    "Scales count too: a group of g with two float16 numbers has 4 + 32 / g bits a weight.",
)
@pytest.mark.parametrize("group", [128, 32, 8])
def test_bits_of_a_weight(group):
    weight = torch.randn(4, 256)
    packed, *two = entry("int4_groups")["quantise"](weight, group)
    bits = 8 * (packed.nbytes + sum(number.half().nbytes for number in two))
    assert bits / weight.numel() == 4 + 32 / group


@says(
    "language/adapt/bfloat16_weights",
    "`model.bfloat16()` halves the weights.",
    "Inputs of Linear layers have to be bfloat16 too; tokens stay int64.",
)
def test_bfloat16_weights():
    left = entry("bfloat16_weights")
    assert all(p.dtype == torch.bfloat16 for p in left["model"].parameters())
    assert sum(p.nbytes for p in left["model"].parameters()) * 2 == left["size"]
    assert left["tokens"].dtype == torch.int64
    assert left["model"][1](torch.ones(1, 16).bfloat16()).dtype == torch.bfloat16


@says(
    "language/adapt/bfloat16_weights",
    "Training in pure bfloat16 loses small steps: from 1 to 2 neighbours are 1/128 apart, and a "
    "step of less than half of that is rounded away.",
)
@given(st.integers(0, 127), st.floats(-0.99, 0.99))
def test_small_steps_in_bfloat16(place, share):
    at = torch.tensor(1 + place / 128, dtype=torch.bfloat16)
    assert at.item() == 1 + place / 128
    apart = torch.tensor(1 + (place + 0.51) / 128).bfloat16() - at
    assert apart.item() == 1 / 128
    step = share / 256
    if place > 0 or share > 0:  # below 1 neighbours are closer
        assert (at + step) == at


@says(
    "language/adapt/tied_file",
    "It counts once in `parameters()` and stands twice in `state_dict()`, which `save_file` "
    "refuses.",
    "Leave one name out, and load into a model that ties itself in `__init__`: setting one sets "
    "the other.",
    "An untied model would keep the head it has: see what is missing.",
)
def test_tied_file(tmp_path):
    save_file = library("safetensors.torch").save_file
    left = entry("tied_file")
    model = left["model"]
    assert len(list(model.parameters())) == 1
    assert len(model.state_dict()) == 2
    with pytest.raises(RuntimeError, match="share memory"):
        save_file(model.state_dict(), tmp_path / "model.safetensors")
    for tied in (True, False):
        other = left["Model"]()
        if not tied:
            other.head.weight = nn.Parameter(torch.randn(10, 4))
        head = other.head.weight.detach().clone()
        found = other.load_state_dict(left["state"], strict=False)
        assert found.missing_keys == ["head.weight"]
        assert torch.equal(other.embedding.weight, model.embedding.weight)
        assert torch.equal(other.head.weight, model.head.weight) == tied
        assert torch.equal(other.head.weight, head) == (not tied)


@says(
    "language/adapt/grow_vocabulary",
    "As a head, such a row gives the mean of the old logits: a new token is never the likeliest "
    "at first.",
)
@pytest.mark.parametrize("scale", [0.1, 1.0, 10.0])
@pytest.mark.parametrize("seed", SEEDS)
def test_grow_vocabulary(seed, scale):
    old = nn.Embedding.from_pretrained(scale * drawn(seed, 10, 4).float())
    new = entry("grow_vocabulary")["grown"](old, 13)
    assert torch.equal(new.weight[:10], old.weight)
    like = nn.Embedding(4, 2, padding_idx=1, dtype=torch.bfloat16)
    larger = entry("grow_vocabulary")["grown"](like, 6)
    assert (larger.weight.dtype, larger.padding_idx) == (torch.bfloat16, 1)
    x = drawn(seed + 5, 20, 4).float()
    before, after = x @ old.weight.T, x @ new.weight.T
    for n in (10, 11, 12):
        torch.testing.assert_close(after[:, n], before.mean(dim=1), rtol=1e-4, atol=1e-4)
    assert (after.argmax(dim=1) < 10).all()
    drawn_rows = nn.Embedding.from_pretrained(torch.cat([old.weight, 3 * drawn(9, 3, 4).float()]))
    if scale == 0.1:
        assert ((x @ drawn_rows.weight.T).argmax(dim=1) >= 10).any()


@says(
    "language/adapt/grow_vocabulary",
    "Tie tied weights again, and make the optimizer after: it holds the old parameters.",
)
def test_an_optimizer_holds_the_old_rows():
    left = entry("grow_vocabulary")
    optimizer = torch.optim.SGD(left["old"].parameters(), lr=1.0)
    new = left["grown"](left["old"], 12)
    before = new.weight.detach().clone()
    new(torch.tensor([1, 11])).sum().backward()
    optimizer.step()
    assert torch.equal(new.weight, before)


@says(
    "language/adapt/decay_by_module",
    "Biases, norms and embeddings do not decay, the other matrices do.",
    "The number of dimensions cannot tell an embedding from a matrix; its module can.",
    "List what does not decay: `in_proj_weight` of attention belongs to no `nn.Linear`.",
    "A tied head is one parameter with its embedding, and goes with it.",
    "List them in the model's order: that of a set differs from run to run, and a saved optimizer "
    "knows parameters by their number.",
)
def test_decay_by_module():
    left = entry("decay_by_module")
    model, groups = left["model"], left["optimizer"].param_groups
    before = {name: p.detach().clone() for name, p in model.named_parameters()}
    for p in model.parameters():
        p.grad = torch.zeros_like(p)
    left["optimizer"].step()
    moved = {name for name, p in model.named_parameters() if not torch.equal(p, before[name])}
    assert moved == {
        "block.self_attn.in_proj_weight", "block.self_attn.out_proj.weight",
        "block.linear1.weight", "block.linear2.weight",
    }  # fmt: skip
    assert model.embedding.weight.dim() == model.block.linear1.weight.dim()
    owners = [
        m for m in model.modules() if "in_proj_weight" in dict(m.named_parameters(recurse=False))
    ]
    assert owners
    assert not any(isinstance(m, nn.Linear) for m in owners)
    ids = [id(p) for group in groups for p in group["params"]]
    assert len(ids) == len(set(ids)) == len(list(model.parameters()))
    assert "head.weight" not in before
    place = {id(p): n for n, p in enumerate(model.parameters())}
    for group in groups:
        places = [place[id(p)] for p in group["params"]]
        assert places == sorted(places)
    state = left["optimizer"].state_dict()
    assert [group["params"] for group in state["param_groups"]] == [[0, 1, 2, 3], [*range(4, 13)]]
    made = [[nn.Parameter(torch.zeros(1)) for _ in range(40)] for _ in range(5)]
    orders = {str([[id(p) for p in ps].index(id(p)) for p in {*ps}]) for ps in made}
    assert len(orders) > 1  # a set goes by addresses
