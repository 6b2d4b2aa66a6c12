"""The `path` of an optimizer over the bowl that all entries share."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib import pyplot
from matplotlib.figure import Figure


def draw(name: str, variables: dict[str, Any]) -> list[tuple[Figure, str]]:
    """Draw contour lines of the entry's `f`, and the points it visited."""
    if "path" not in variables:
        return []
    method = name.rsplit("/", 1)[-1]
    paths = {method: variables["path"].cpu().numpy()}
    if "nesterov" in variables:
        paths["nesterov"] = variables["nesterov"].cpu().numpy()
    visited = np.concatenate(list(paths.values()))
    # The same window for all, wider only for one that leaves it.
    left, right = min(-9.0, visited[:, 0].min() - 0.5), max(4.5, visited[:, 0].max() + 0.5)
    height = max(3.6, abs(visited[:, 1]).max() + 0.5)
    x, y = np.meshgrid(np.linspace(left, right, 200), np.linspace(-height, height, 120))
    figure, axes = pyplot.subplots(figsize=(6.4, 2.8))
    axes.grid(False)
    values = variables["f"](np.stack([x, y]))
    axes.contour(x, y, values, levels=[0.05, 0.3, 1, 2.5, 5, 9, 14], colors="0.6", linewidths=0.7)
    for number, (label, path) in enumerate(paths.items()):
        color = f"C{2 * number}"
        axes.plot(*path.T, marker="o", markersize=2.5, linewidth=1, color=color, label=label)
        axes.plot(*path[-1], "D", color="C3", zorder=3)
    steps = len(variables["path"]) - 1
    axes.plot([], [], "D", color="C3", label=f"after {steps} steps")
    axes.plot(*visited[0], "s", color="C1", label="start")
    axes.plot(0, 0, "+", color="0.2", markersize=9, label="minimum")
    axes.set(xlabel="$x$", ylabel="$y$")
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return [(figure, " ".join(_words(label, path) for label, path in paths.items()))]


def _words(method: str, path: Any) -> str:
    start, end = (f"({_number(x)}, {_number(y)})" for x, y in (path[0], path[-1]))
    text = f"Path of {method} on x²/10 + y² from {start} to {end} in {len(path) - 1} steps"
    right, low = path[:, 0].max(), path[:, 1].min()
    reached = (("x", right, right > 0.05), ("y", low, low < -0.05))
    beyond = [f"{axis} = {_number(value)}" for axis, value, past in reached if past]
    return text + (f", past the minimum to {' and '.join(beyond)}." if beyond else ".")


def _number(value: float) -> str:
    return f"{round(float(value), 2) + 0.0:g}"
