"""Masks, positions, what a model chooses from, caches and small weights, as pictures."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.figure import Figure

Drawn = tuple[Figure, str]


def draw(name: str, variables: dict[str, Any]) -> list[Drawn]:
    """Draw what an entry left, if there is a picture of it."""
    figure = FIGURES.get(name)
    return [figure(variables)] if figure else []


def _masks(panels: dict[str, torch.Tensor], labels: list[str] | None = None) -> Figure:
    """Draw masks side by side: a row a query, a column a key, dark where it takes part."""
    width = min(1.9, 5.6 / len(panels))
    figure, all_axes = pyplot.subplots(1, len(panels), figsize=(width * len(panels), width + 0.2))
    for axes, (title, mask) in zip(_listed(all_axes), panels.items(), strict=True):
        _cells(axes, mask.float(), labels or [str(n) for n in range(mask.shape[-1])])
        axes.set_title(title, fontsize=9)
    return figure


def _listed(axes: Any) -> list[Axes]:
    return list(axes) if hasattr(axes, "__len__") else [axes]


def _cells(axes: Axes, values: torch.Tensor, labels: list[str]) -> None:
    numbers, place = values.numpy(), range(len(labels))
    axes.pcolormesh(numbers, cmap="Blues", vmin=0, vmax=1.3, edgecolors="0.75", linewidth=0.5)
    axes.invert_yaxis()
    axes.set_aspect("equal")
    axes.grid(False)
    axes.set_xticks([n + 0.5 for n in place], labels)
    axes.set_yticks([n + 0.5 for n in place], labels)
    axes.tick_params(length=0, labelsize=8)
    axes.set(xlabel="key", ylabel="query")


def _pairs(mask: torch.Tensor) -> str:
    return f"{int(mask.sum())} of {mask.numel()} pairs"


def _padding_and_causal(v: dict[str, Any]) -> Drawn:
    real, both = v["real"][1].expand(v["T"], -1), v["keep"][1, 0]
    figure = _masks({"causal": v["causal"], "not padding": real, "both": both})
    return figure, (
        f"Three masks of a text with two padding tokens in front: causal, a triangle with "
        f"{_pairs(v['causal'])}; not padding, the last two columns; both, {_pairs(both)}."
    )


def _sliding_window(v: dict[str, Any]) -> Drawn:
    figure = _masks({f"window of {v['W']}": v["keep"], "through two layers": v["seen"]})
    return figure, (
        f"A band of {v['W']} tokens below the diagonal, {_pairs(v['keep'])}; through two layers "
        f"a wider band, {_pairs(v['seen'])}."
    )


def _packed_documents(v: dict[str, Any]) -> Drawn:
    figure = _masks({"packed": v["keep"]}, [str(i) for i in v["ids"].tolist()])
    triangles = ", ".join(str(n) for n in v["lengths"].tolist())
    return figure, (
        f"One triangle a document, along the diagonal, of {triangles} tokens: {_pairs(v['keep'])}."
    )


def _alibi(v: dict[str, Any]) -> Drawn:
    bias, heads = v["bias"].exp(), v["H"]
    figure = _masks({f"slope {m:.3g}": one for m, one in zip(v["slope"], bias, strict=True)})
    return figure, (
        f"What the bias multiplies a weight by, in {heads} heads: with the slope "
        f"{v['slope'][0]:.2g} it falls to {bias[0, -1, 0]:.2g} over {v['T'] - 1} tokens, with "
        f"{v['slope'][-1]:.2g} to {bias[-1, -1, 0]:.2g}; none in the future."
    )


def _rotary(v: dict[str, Any]) -> Drawn:
    figure, (plane, line) = pyplot.subplots(1, 2, width_ratios=(1, 2))
    position = torch.arange(6)
    point = torch.zeros(len(position), 8)
    point[:, :2] = 1.0  # the first feature of the two fastest of four pairs
    turned = v["rotate"](point, position)
    for pair, size in ((0, 1.0), (1, 0.6)):
        x, y = size * turned[:, pair], size * turned[:, pair + 4]
        plane.plot(x.numpy(), y.numpy(), "o-", markersize=4, linewidth=0.8, label=f"pair {pair}")
        for t in (0, len(position) - 1):
            plane.annotate(str(t), (float(x[t]), float(y[t])), xytext=(4, 2),
                           textcoords="offset points", fontsize=8)  # fmt: skip
    plane.set_aspect("equal")
    plane.set(xlim=(-1.3, 1.5), ylim=(-1.3, 1.3))
    plane.set_title("pairs 0 and 1, t = 0 to 5", fontsize=9)
    distance = torch.arange(201)
    ones = torch.ones(len(distance), 64)
    score = (v["rotate"](ones, distance) * ones).mean(dim=1)
    line.plot(distance.numpy(), score.numpy())
    line.set(xlabel="distance of query and key", ylabel="score / D", ylim=(None, 1.05))
    line.set_title("two vectors of ones, D = 64", fontsize=9)
    return figure, (
        f"Left: the points of two pairs of features at positions 0 to 5; pair 0 turns by 1 radian "
        f"a position, pair 1 by 0.1. Right: the score of two vectors of ones over D is 1 at "
        f"distance 0, {score[10]:.2f} at 10, {score[50]:.2f} at 50 and {score[200]:.2f} at 200."
    )


def _gpt_learns(v: dict[str, Any]) -> Drawn:
    losses = v["losses"]
    first = math.log(len(v["characters"]))
    figure, axes = pyplot.subplots()
    axes.plot(losses)
    axes.axhline(first, linestyle="--", color="0.5", linewidth=1, label="guessing evenly")
    axes.set(xlabel="step", ylabel="loss of a character", ylim=(0, None))
    axes.legend()
    return figure, (
        f"The loss by step: it begins near {first:.1f}, that of guessing evenly, is "
        f"{losses[len(losses) // 2]:.2f} half-way and {losses[-1]:.2f} after {len(losses)} steps."
    )


#: Ten tokens, from the likeliest on.
_LOGITS = torch.tensor([3.0, 2.4, 2.2, 1.5, 1.0, 0.6, 0.0, -0.5, -1.0, -2.0])


def _bars(title: str, curves: dict[str, tuple[torch.Tensor, torch.Tensor]]) -> Drawn:
    """Draw what is left, and behind it in grey what was there."""
    figure, panels = pyplot.subplots(1, len(curves), sharey=True, figsize=(5.6, 2.2))
    texts = []
    for axes, (label, (whole, p)) in zip(panels, curves.items(), strict=True):
        axes.bar(range(len(p)), whole.numpy(), color="0.8")
        axes.bar(range(len(p)), p.numpy(), width=0.5)
        axes.set(title=label, xticks=[], xlabel="token")
        texts.append(f"{label}: the highest {p.max():.2f}, {int((p > 0.005).sum())} above 0.005")
    panels[0].set_ylabel("probability")
    return figure, f"{title}, of ten tokens. {'; '.join(texts)}."


def _temperature(_: dict[str, Any]) -> Drawn:
    plain = _LOGITS.softmax(dim=0)
    curves = {f"T = {T:g}": (plain, (_LOGITS / T).softmax(dim=0)) for T in (0.3, 1.0, 3.0)}
    return _bars("Probabilities under three temperatures", curves)


def _filtered(name: str, values: tuple[float, ...]) -> Callable[[dict[str, Any]], Drawn]:
    def draw(variables: dict[str, Any]) -> Drawn:
        rows = {}
        for T, what in ((0.5, "a sure model"), (3.0, "an unsure one")):
            for value in values:
                logits = variables[name](_LOGITS / T, value)
                rows[f"{what}, {value:g}"] = (_LOGITS / T).softmax(dim=0), logits.softmax(dim=0)
        return _bars(f"What {name.replace('_', '-')} keeps", rows)

    return draw


def _cache_size(variables: dict[str, Any]) -> Drawn:
    figure, axes = pyplot.subplots(figsize=(5.6, 2.4))
    lengths = [1024 * n for n in range(129)]
    ends = []
    for kv_heads in (32, 8, 1):
        sizes = [
            variables["cache_bytes"](32, 1, T, kv_heads, 128, torch.bfloat16) / 2**30
            for T in lengths
        ]
        axes.plot(lengths, sizes, label=f"{kv_heads} heads of keys and values")
        ends.append(f"{sizes[-1]:g} GiB with {kv_heads}")
    axes.set(xlabel="tokens", ylabel="GiB")
    axes.legend()
    return figure, (
        "The cache of 32 layers with heads of 128 in bfloat16 grows in a straight line with the "
        f"tokens: at 131072 it is {', '.join(ends)} heads of keys and values."
    )


def _lora(variables: dict[str, Any]) -> Drawn:
    base, update = variables["before"].detach(), variables["update"]
    figure, panels = pyplot.subplots(1, 3, figsize=(5.6, 2.0))
    matrices = {"W": base, "update, rank 2": update, "W + update": base + update}
    for axes, (label, matrix) in zip(panels, matrices.items(), strict=True):
        axes.imshow(matrix.numpy(), cmap="RdBu", vmin=-1, vmax=1)
        axes.set(title=label, xticks=[], yticks=[])
        axes.grid(visible=False)
    values = torch.linalg.svdvals(update)
    text = ", ".join(f"{value:.2f}" for value in values)
    return figure, (
        "The frozen weight, the trained update and their sum, 6 by 8 numbers each. All rows of "
        f"the update are mixtures of two patterns; its singular values are {text}."
    )


def _int4(variables: dict[str, Any]) -> Drawn:
    torch.manual_seed(0)
    weight = torch.randn(64, 1024)
    groups = [1024, 512, 256, 128, 64, 32, 16, 8]
    bits, errors = [], []
    for group in groups:
        error = variables["dequantise"](*variables["quantise"](weight, group)) - weight
        bits.append(4 + 32 / group)
        errors.append(error.abs().mean().item())
    figure, axes = pyplot.subplots(figsize=(5.6, 2.4))
    axes.plot(bits, errors, "o-")
    for x, y, group in zip(bits, errors, groups, strict=True):
        if group <= 128:
            axes.annotate(f"group {group}", (x, y), textcoords="offset points", xytext=(5, 4))
    axes.set(xlabel="bits a weight, scales counted", ylabel="mean error", ylim=0)
    return figure, (
        "The mean error of normal weights against bits a weight: "
        f"{errors[0]:.3f} with one group of 1024, {errors[-1]:.3f} with groups of 8, of 8 bits."
    )


FIGURES: dict[str, Callable[[dict[str, Any]], Drawn]] = {
    "language/text/packed_documents": _packed_documents,
    "language/blocks/padding_and_causal": _padding_and_causal,
    "language/blocks/sliding_window": _sliding_window,
    "language/blocks/alibi": _alibi,
    "language/blocks/rotary": _rotary,
    "language/blocks/gpt_learns": _gpt_learns,
    "language/generate/temperature": _temperature,
    "language/generate/top_k": _filtered("top_k", (3,)),
    "language/generate/top_p": _filtered("top_p", (0.8,)),
    "language/generate/min_p": _filtered("min_p", (0.1,)),
    "language/generate/cache_size": _cache_size,
    "language/adapt/lora": _lora,
    "language/adapt/int4_groups": _int4,
}
