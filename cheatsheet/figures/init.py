"""A histogram of the `weight` that an initialisation left; for depth, the spread by layer."""

from __future__ import annotations

from typing import Any

from matplotlib import pyplot
from matplotlib.figure import Figure


def draw(name: str, variables: dict[str, Any]) -> list[tuple[Figure, str]]:
    """Draw the distribution of the weights, or the spread of activations across depth."""
    if name.endswith("/depth"):
        return [_spread(variables["spread"])]
    if "/methods/" in name:
        return [_histogram(variables["weight"], name.split("/")[-1])]
    return []


def _histogram(weight: Any, method: str) -> tuple[Figure, str]:
    values = weight.detach().flatten().numpy()
    figure, axes = pyplot.subplots()
    axes.hist(values, bins=60, histtype="stepfilled", alpha=0.8)
    axes.set(xlabel="weight", ylabel="count")
    alt = (
        f"Histogram of {values.size:,} weights from {method}: {values.min():.3g} to "
        f"{values.max():.3g}, standard deviation {values.std():.3g}."
    )
    return figure, alt


def _spread(spread: dict[str, list[float]]) -> tuple[Figure, str]:
    figure, axes = pyplot.subplots()
    for label, values in spread.items():
        axes.plot(range(1, len(values) + 1), values, marker="o", label=label)
    axes.set(xlabel="layer", ylabel="standard deviation", yscale="log")
    axes.legend()
    ends = "; ".join(f"{k} ends at {v[-1]:.2g}" for k, v in spread.items())
    return figure, f"Standard deviation of the activations by layer: {ends}."
