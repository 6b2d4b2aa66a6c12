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
    path = variables["path"].cpu().numpy()
    x, y = np.meshgrid(np.linspace(-9, 4.5, 200), np.linspace(-3.6, 3.6, 120))
    figure, axes = pyplot.subplots(figsize=(5.6, 2.8))
    axes.grid(False)
    values = variables["f"](np.stack([x, y]))
    axes.contour(x, y, values, levels=[0.05, 0.3, 1, 2.5, 5, 9, 14], colors="0.6", linewidths=0.7)
    axes.plot(*path.T, marker="o", markersize=2.5, linewidth=1)
    axes.plot(*path[0], "s", color="C1", label="start")
    axes.plot(*path[-1], "D", color="C3", label=f"after {len(path) - 1} steps")
    axes.plot(0, 0, "+", color="0.2", markersize=9, label="minimum")
    axes.set(xlabel="$x$", ylabel="$y$")
    axes.legend(loc="upper right")
    method = name.rsplit("/", 1)[-1]
    (x0, y0), (x1, y1) = path[0], path[-1]
    alt = (
        f"Path of {method} on x²/10 + y² from ({x0:.0f}, {y0:.0f}) to ({x1:.2f}, {y1:.2f}) "
        f"in {len(path) - 1} steps; it strays to x = {path[:, 0].max():.1f} and y = "
        f"{path[:, 1].min():.1f}."
    )
    return [(figure, alt)]
