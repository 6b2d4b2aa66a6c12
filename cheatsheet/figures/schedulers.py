"""The `rates` that a schedule gave, by epoch or batch."""

from __future__ import annotations

from typing import Any

from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.figure import Figure


def draw(name: str, variables: dict[str, Any]) -> list[tuple[Figure, str]]:
    """Draw the rates that the entry left, if any: a list, or a list by label."""
    if "rates" not in variables:
        return []
    rates = variables["rates"]
    if name.endswith("/lr_range_test"):
        return [_loss_by_rate(rates, variables["losses"])]
    curves: dict[str, list[float]] = rates if isinstance(rates, dict) else {"": rates}
    figure, axes = pyplot.subplots(figsize=(5.6, 2.4))
    for number, (label, curve) in enumerate(curves.items()):
        _plot(axes, curve, label, number)
    unit = next((unit for unit in ("batch", "step") if unit in variables), "epoch")
    axes.set(xlabel=unit, ylabel="learning rate", ylim=(0, None))
    if len(curves) > 1:
        figure.legend(loc="outside upper center", ncols=min(len(curves), 4))
    said = "; ".join(_words(label, curve) for label, curve in curves.items())
    return [(figure, f"Learning rate by {unit}: {said}.")]


def _plot(axes: Axes, curve: list[float], label: str, number: int) -> None:
    steps = "steps-post" if len({f"{rate:.6g}" for rate in curve}) < 6 else "default"
    style = ("-", "--", ":", "-.")[number % 4]  # curves may lie on each other
    axes.plot(curve, style, drawstyle=steps, label=label, linewidth=2 if style == ":" else 1.5)


def _words(label: str, curve: list[float]) -> str:
    return (
        f"{label and label + ': '}{len(curve)} values, first {curve[0]:.3g}, largest "
        f"{max(curve):.3g}, least {min(curve):.2g}, last {curve[-1]:.2g}"
    )


def _loss_by_rate(rates: list[float], losses: list[float]) -> tuple[Figure, str]:
    figure, axes = pyplot.subplots(figsize=(5.6, 2.4))
    axes.plot(rates, losses)
    axes.set(xscale="log", yscale="log", xlabel="learning rate", ylabel="loss")
    best = losses.index(min(losses))
    return figure, (
        f"Loss by learning rate, {rates[0]:.0e} to {rates[-1]:.0e}: first {losses[0]:.2g}, "
        f"largest {max(losses):.1g}, least {losses[best]:.1g} at the rate {rates[best]:.2g}, "
        f"last {losses[-1]:.1g}."
    )
