"""Windows, spectra and densities: what one sees sooner than one reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from matplotlib import pyplot
from matplotlib.figure import Figure

Drawn = list[tuple[Figure, str]]


def draw(name: str, variables: dict[str, Any]) -> Drawn:
    """Draw what an entry left, if its kind is known."""
    drawing = DRAWINGS.get(name)
    return drawing(variables) if drawing else []


def _windows(variables: dict[str, Any]) -> Drawn:
    figure, axes = pyplot.subplots()
    windows = {
        "Hann": torch.hann_window(64),
        "Blackman": torch.blackman_window(64),
        "Bartlett": torch.bartlett_window(64),
        "Kaiser, beta = 8": torch.kaiser_window(64, periodic=True, beta=8.0),
    }
    for (label, window), style in zip(windows.items(), ("-", "--", ":", "-."), strict=True):
        axes.plot(window.numpy(), style, label=label)
    axes.set(xlabel="n", ylabel="weight")
    axes.legend()
    text = "Four windows of 64 samples rise from 0 or near it to 1 in the middle and fall again."
    return [(figure, text)]


def _stft(variables: dict[str, Any]) -> Drawn:
    figure, axes = pyplot.subplots()
    power = variables["power"].clamp(min=1e-4).log10()
    axes.imshow(power.numpy(), origin="lower", aspect="auto", extent=(0, 0.25, 0, 800))
    axes.grid(False)
    axes.set(xlabel="seconds", ylabel="Hz")
    text = "A spectrogram: a bright line at 200 Hz in the first half, at 600 Hz in the second."
    return [(figure, text)]


def _rounding(variables: dict[str, Any]) -> Drawn:
    figure, axes = pyplot.subplots()
    x = torch.linspace(-2.5, 2.5, 1001)
    for name, style in (("floor", "-"), ("ceil", "--"), ("trunc", ":"), ("round", "-.")):
        y = getattr(x, name)()
        y[1:][y.diff() != 0] = torch.nan  # a jump is not a line
        axes.plot(x.numpy(), y.numpy(), style, label=name)
    axes.set(xlabel="x")
    axes.legend()
    text = "Four staircases: floor below, ceil above, trunc towards zero, round to the nearest."
    return [(figure, text)]


def _mixture(variables: dict[str, Any]) -> Drawn:
    figure, axes = pyplot.subplots()
    x = torch.linspace(-5, 5, 401)
    mixture, parts, weights = (variables[name] for name in ("mixture", "parts", "weights"))
    joint = weights.probs * parts.log_prob(x.unsqueeze(1)).exp()
    axes.plot(x.numpy(), mixture.log_prob(x).exp().numpy(), label="mixture")
    axes.plot(x.numpy(), joint.numpy(), "--", label=["0.25 of the first", "0.75 of the second"])
    axes.set(xlabel="x", ylabel="density")
    axes.legend()
    text = "A density with a small hump around -2 and a three times larger one around 2."
    return [(figure, text)]


#: What is drawn for which entry.
DRAWINGS: dict[str, Callable[[dict[str, Any]], Drawn]] = {
    "tensors/fourier/windows": _windows,
    "tensors/fourier/stft": _stft,
    "tensors/functions/rounding": _rounding,
    "tensors/distributions/mixture": _mixture,
}
