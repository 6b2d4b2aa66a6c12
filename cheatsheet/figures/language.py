"""What decoding, caches and small weights look like, from the variables an entry left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from matplotlib import pyplot
from matplotlib.figure import Figure

Drawn = tuple[Figure, str]
Variables = dict[str, Any]

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


def _temperature(_: Variables) -> Drawn:
    plain = _LOGITS.softmax(dim=0)
    curves = {f"T = {T:g}": (plain, (_LOGITS / T).softmax(dim=0)) for T in (0.3, 1.0, 3.0)}
    return _bars("Probabilities under three temperatures", curves)


def _filtered(name: str, values: tuple[float, ...]) -> Callable[[Variables], Drawn]:
    def draw(variables: Variables) -> Drawn:
        rows = {}
        for T, what in ((0.5, "a sure model"), (3.0, "an unsure one")):
            for value in values:
                logits = variables[name](_LOGITS / T, value)
                rows[f"{what}, {value:g}"] = (_LOGITS / T).softmax(dim=0), logits.softmax(dim=0)
        return _bars(f"What {name.replace('_', '-')} keeps", rows)

    return draw


def _cache_size(variables: Variables) -> Drawn:
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


def _lora(variables: Variables) -> Drawn:
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


def _int4(variables: Variables) -> Drawn:
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


#: By entry.
DRAWINGS: dict[str, Callable[[Variables], Drawn]] = {
    "generate/temperature": _temperature,
    "generate/top_k": _filtered("top_k", (3,)),
    "generate/top_p": _filtered("top_p", (0.8,)),
    "generate/min_p": _filtered("min_p", (0.1,)),
    "generate/cache_size": _cache_size,
    "adapt/lora": _lora,
    "adapt/int4_groups": _int4,
}


def draw(name: str, variables: Variables) -> list[Drawn]:
    """Draw the figure of an entry, if it has one."""
    drawing = DRAWINGS.get(name.removeprefix("language/"))
    return [] if drawing is None else [drawing(variables)]
