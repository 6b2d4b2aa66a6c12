"""The curve of each `activation` an entry left, and its derivative."""

from __future__ import annotations

from typing import Any

import torch
from matplotlib import pyplot
from matplotlib.figure import Figure

#: Activations of several numbers, and the input drawn for one number x.
INPUTS = {
    "glu": ("GLU of a = x, b = x", lambda x: torch.stack([x, x], dim=1)),
    "softmax_layer": ("first of softmax of (x, 0)", lambda x: torch.stack([x, 0 * x], dim=1)),
    "log_softmax": ("first of log-softmax of (x, 0)", lambda x: torch.stack([x, 0 * x], dim=1)),
    "softmin": ("first of softmin of (x, 0)", lambda x: torch.stack([x, 0 * x], dim=1)),
}


def draw(name: str, variables: dict[str, Any]) -> list[tuple[Figure, str]]:
    """Draw the function and, dashed, its derivative by autograd."""
    stem = name.rsplit("/", 1)[-1]
    if "activation" not in variables or stem == "softmax2d":
        return []
    activation = variables["activation"].eval()
    label, lift = INPUTS.get(stem, (type(activation).__name__, lambda x: x))
    end = 8 if stem == "relu6" else 4
    x = torch.linspace(-end, end, 801, requires_grad=True)
    y = activation(lift(x))
    y = y[:, 0] if y.dim() > 1 else y
    (slope,) = torch.autograd.grad(y.sum(), x)
    figure, axes = pyplot.subplots(figsize=(5.6, 2.8))
    axes.axhline(0, color="0.5", linewidth=0.8)
    axes.axvline(0, color="0.5", linewidth=0.8)
    for values, style, text in ((y, "-", label), (slope, "--", "derivative")):
        points = values.detach().clone()
        points[1:][points.diff().abs() > 0.5] = torch.nan  # a jump is not a line
        axes.plot(x.detach().numpy(), points.numpy(), style, label=text)
    axes.set(xlabel="x")
    axes.legend()
    ends = f"{y[0]:.3g} at x = {-end} and {y[-1]:.3g} at x = {end}"
    return [
        (
            figure,
            f"{label} is {ends}; its derivative goes from {slope[0]:.3g} to "
            f"{slope[-1]:.3g}, at most {slope.max():.3g}.",
        )
    ]
