"""The curve of each loss that depends on one number, drawn from the `loss_fn` its entry left."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from matplotlib import pyplot
from matplotlib.figure import Figure

LossFn = Callable[..., torch.Tensor]
Point = Callable[[LossFn, float], torch.Tensor]


def _one(value: float) -> torch.Tensor:
    return torch.tensor([float(value)])


def _binary(target: float) -> Point:
    return lambda loss_fn, x: loss_fn(_one(x), _one(target))


def _unit(cosine: float) -> torch.Tensor:
    return torch.tensor([[cosine, math.sqrt(max(0.0, 1 - cosine**2))]])


def _two_classes(target: list[int]) -> Point:
    return lambda loss_fn, x: loss_fn(torch.tensor([[x, 0.0]]), torch.tensor(target))


def _log_probabilities(p: float) -> torch.Tensor:
    return torch.tensor([[math.log(p), math.log1p(-p)]])


#: By entry: what the horizontal axis is, its ends, and the loss at a point for each curve.
CURVES: dict[str, tuple[str, float, float, dict[str, Point]]] = {
    "l1": ("input − target", -3, 3, {"": _binary(0)}),
    "mse": ("input − target", -3, 3, {"": _binary(0)}),
    "smooth_l1": ("input − target", -3, 3, {"": _binary(0)}),
    "huber": ("input − target", -3, 3, {"": _binary(0)}),
    "poisson_nll": (
        "input (log of the rate)",
        -2,
        2.5,
        {f"target {n}": _binary(n) for n in (0, 1, 4)},
    ),
    "gaussian_nll": (
        "input − target",
        -3,
        3,
        {
            f"variance {var}": lambda f, x, var=var: f(_one(x), _one(0.0), _one(var))
            for var in (0.5, 1.0, 2.0)
        },
    ),
    "margin_ranking": (
        "input1 − input2",
        -2,
        2,
        {f"target {y:+d}": lambda f, x, y=y: f(_one(x), _one(0.0), _one(y)) for y in (1, -1)},
    ),
    "hinge_embedding": (
        "input (a distance)",
        0,
        2.5,
        {f"target {y:+d}": _binary(y) for y in (1, -1)},
    ),
    "cosine_embedding": (
        "cosine of the two vectors",
        -1,
        1,
        {f"target {y:+d}": lambda f, x, y=y: f(_unit(x), _unit(1.0), _one(y)) for y in (1, -1)},
    ),
    "triplet_margin": (
        "distance anchor to negative",
        0,
        4,
        {"anchor to positive 1": lambda f, x: f(*torch.tensor([[[0.0]], [[1.0]], [[x]]]))},
    ),
    "cross_entropy": (
        "logit of class 0 (logit of class 1 is 0)",
        -5,
        5,
        {"target 0": _two_classes([0]), "target 1": _two_classes([1])},
    ),
    "nll": (
        "probability of class 0",
        0.01,
        0.99,
        {
            f"target {y}": lambda f, p, y=y: f(_log_probabilities(p), torch.tensor([y]))
            for y in (0, 1)
        },
    ),
    "bce": ("input (a probability)", 0.01, 0.99, {f"target {y}": _binary(y) for y in (0, 1)}),
    "bce_with_logits": ("input (a logit)", -5, 5, {f"target {y}": _binary(y) for y in (0, 1)}),
    "kl_div": (
        "input: probability of class 0",
        0.01,
        0.99,
        {
            "target (0.3, 0.7)": lambda f, p: f(
                _log_probabilities(p),
                _log_probabilities(0.3)
                if getattr(f, "log_target", False)
                else torch.tensor([[0.3, 0.7]]),
            )
        },
    ),
    "soft_margin": ("input", -4, 4, {f"target {y:+d}": _binary(y) for y in (1, -1)}),
    "multi_margin": (
        "score of the right class − score of the other",
        -2,
        3,
        {"": _two_classes([0])},
    ),
    "multi_label_margin": (
        "score of the label − score of the other class",
        -2,
        3,
        {"": _two_classes([[0, -1]])},  # type: ignore[list-item]
    ),
    "multi_label_soft_margin": (
        "input (a logit)",
        -5,
        5,
        {
            f"target {y}": lambda f, x, y=y: f(torch.tensor([[x]]), torch.tensor([[float(y)]]))
            for y in (0, 1)
        },
    ),
}


def draw(name: str, variables: dict[str, Any]) -> list[tuple[Figure, str]]:
    """Draw the loss against the one number that it depends on."""
    curve = CURVES.get(name.split("/")[-1])
    if curve is None or "options" in name:
        return []
    label, start, end, lines = curve
    figure, axes = pyplot.subplots()
    xs = torch.linspace(start, end, 121).tolist()
    for text, point in lines.items():
        axes.plot(xs, [point(variables["loss_fn"], x).item() for x in xs], label=text)
    axes.set(xlabel=label, ylabel="loss")
    if len(lines) > 1 or "" not in lines:
        axes.legend()
    loss = type(variables["loss_fn"]).__name__
    which = f", one curve for each of {', '.join(lines)}" if len(lines) > 1 else ""
    return [(figure, f"{loss} for {label} from {start:g} to {end:g}{which}.")]
