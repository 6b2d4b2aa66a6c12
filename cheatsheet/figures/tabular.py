"""Forecasts against the truth, bands, scores and points on a circle, from what entries left."""

from __future__ import annotations

from typing import Any

import torch
from matplotlib import pyplot
from matplotlib.figure import Figure


def draw(name: str, variables: dict[str, Any]) -> list[tuple[Figure, str]]:
    """Draw the series of an entry, if it left one."""
    entry = name.rsplit("/", 1)[-1]
    if entry in ("lstm_forecast", "conv_forecast"):
        curves = {"truth": variables["truth"][:96], "forecast": variables["forecast"][:96]}
        return [(_lines(curves), "Four days of the test part, and the forecast close to them.")]
    if entry == "several_steps":
        curves = {key: variables[key] for key in ("truth", "recursive", "direct")}
        return [(_lines(curves), "Twelve values to come, and two forecasts that follow them.")]
    if entry == "naive_forecasts":
        curves = {
            "truth": variables["test"][:72],
            "last value": variables["last"][:72],
            "a day ago": variables["seasonal"][:72],
        }
        return [(_lines(curves), "Three days, the last value one hour late, and the day before.")]
    if entry == "quantile_forecast":
        return [_band(variables["truth"], variables["band"])]
    if entry == "anomaly_score":
        return [_scores(variables)]
    if entry == "time_features":
        return [_clock(variables["on_circle"])]
    return []


def _lines(curves: dict[str, torch.Tensor]) -> Figure:
    figure, axes = pyplot.subplots()
    for number, (label, values) in enumerate(curves.items()):
        style = ("-", "--", ":")[number]
        axes.plot(values.numpy(), style, label=label, color="0.35" if number == 0 else None)
    axes.set(xlabel="step")
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return figure


def _band(truth: torch.Tensor, band: torch.Tensor) -> tuple[Figure, str]:
    figure, axes = pyplot.subplots()
    hours = torch.arange(96).numpy()
    low, middle, high = band[:96].T.numpy()
    axes.fill_between(hours, low, high, alpha=0.25, label="0.05 to 0.95")
    axes.plot(hours, middle, label="median")
    axes.plot(hours, truth[:96].numpy(), ".", color="0.35", markersize=3, label="truth")
    axes.set(xlabel="hour")
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return figure, "Four days with a band: narrow in the mornings, wide in the afternoons."


def _scores(variables: dict[str, Any]) -> tuple[Figure, str]:
    figure, (above, below) = pyplot.subplots(2, 1, figsize=(5.6, 3.2), sharex=True)
    series, score, cut = variables["series"], variables["score"], variables["cut"]
    time = torch.arange(cut, len(series)).numpy()
    above.plot(time, series[cut:].numpy(), linewidth=0.8)
    above.set(ylabel="series")
    below.plot(time, score.numpy(), linewidth=0.8)
    below.axhline(float(variables["threshold"]), color="C3", linestyle="--", label="threshold")
    below.set(xlabel="hour", ylabel="score")
    below.legend(loc="upper right")
    words = "A series with three changed values, and its scores, far above the threshold at these."
    return figure, words


def _clock(on_circle: Any) -> tuple[Figure, str]:
    figure, axes = pyplot.subplots(figsize=(2.6, 2.6))
    for hour, (x, y) in enumerate(on_circle(torch.arange(24), 24).tolist()):
        axes.annotate(str(hour), (x, y), ha="center", va="center", fontsize=8)
    axes.set(xlim=(-1.2, 1.2), ylim=(-1.2, 1.2), xlabel="sine", ylabel="cosine")
    axes.set_aspect("equal")
    return figure, "The 24 hours on a circle, 23 beside 0."
