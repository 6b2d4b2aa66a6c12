"""The `rates` that a schedule gave, by epoch or batch."""

from __future__ import annotations

from typing import Any

from matplotlib import pyplot
from matplotlib.figure import Figure


def draw(name: str, variables: dict[str, Any]) -> list[tuple[Figure, str]]:
    """Draw the rates that the entry left, if any."""
    if "rates" not in variables:
        return []
    rates = variables["rates"]
    figure, axes = pyplot.subplots(figsize=(5.6, 2.4))
    if name.endswith("rate_range_test"):
        losses = variables["losses"]
        axes.plot(rates, losses)
        axes.set(xscale="log", yscale="log", xlabel="learning rate", ylabel="loss")
        best = rates[losses.index(min(losses))]
        return [(figure, f"The loss falls until the rate is {best:.2g}, then rises steeply.")]
    unit = next(unit for unit in ("epoch", "batch", "step") if unit in variables or unit == "step")
    axes.plot(rates, drawstyle="steps-post" if len(set(rates)) < 6 else "default")
    axes.set(xlabel=unit, ylabel="learning rate", ylim=(0, None))
    return [
        (
            figure,
            f"Learning rate by {unit}: {rates[0]:.3g} at first, at most {max(rates):.3g}, "
            f"at least {min(rates):.2g}, {rates[-1]:.2g} at the end of {len(rates)}.",
        )
    ]
