"""Pictures by the value of one argument, for entries that a reader turns a knob of.

Drawn in `docs/sliders/`, outside version control, from the library's own calls.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib
import torch
import torchvision
from matplotlib.figure import Figure
from PIL import Image
from sklearn.datasets import load_sample_image
from torch import nn
from torch.optim import lr_scheduler
from torchvision.transforms import v2

from cheatsheet import catalog
from cheatsheet.figures import _SLIDERS, STYLE, digest, save_plot, size_of
from cheatsheet.figures.montage import to_pil

FOLDER = catalog.ROOT / "docs" / "sliders"

EPOCHS = 50


@dataclass(frozen=True)
class Slider:
    """An argument, its values, and what makes a schedule, an activation or a transform of one."""

    argument: str
    values: tuple[float, ...]
    make: Callable[..., Any]


#: By entry. A schedule is made of an optimizer and the value, all others of the value.
SLIDERS = {
    "schedulers/schedules/step_lr": Slider(
        "gamma",
        (0.1, 0.3, 0.5, 0.7, 0.9),
        lambda optimizer, v: lr_scheduler.StepLR(optimizer, step_size=10, gamma=v),
    ),
    "schedulers/schedules/exponential_lr": Slider(
        "gamma",
        (0.8, 0.85, 0.9, 0.95, 0.99),
        lambda optimizer, v: lr_scheduler.ExponentialLR(optimizer, gamma=v),
    ),
    "schedulers/schedules/cosine_annealing_lr": Slider(
        "T_max",
        (10, 25, 50, 75, 100),
        lambda optimizer, v: lr_scheduler.CosineAnnealingLR(optimizer, T_max=v),
    ),
    "schedulers/schedules/polynomial_lr": Slider(
        "power",
        (0.5, 1.0, 2.0, 3.0, 4.0),
        lambda optimizer, v: lr_scheduler.PolynomialLR(optimizer, EPOCHS, power=v),
    ),
    "schedulers/schedules/one_cycle_lr": Slider(
        "pct_start",
        (0.1, 0.2, 0.3, 0.5, 0.8),
        lambda optimizer, v: lr_scheduler.OneCycleLR(
            optimizer, 0.1, total_steps=EPOCHS + 1, pct_start=v
        ),
    ),
    "activations/relu_family/leaky_relu": Slider(
        "negative_slope", (0.01, 0.1, 0.2, 0.5, 0.9), nn.LeakyReLU
    ),
    "activations/relu_family/elu": Slider("alpha", (0.2, 0.5, 1.0, 2.0, 3.0), nn.ELU),
    "activations/relu_family/celu": Slider("alpha", (0.2, 0.5, 1.0, 2.0, 3.0), nn.CELU),
    "activations/smooth/softplus": Slider("beta", (0.5, 1.0, 2.0, 4.0, 8.0), nn.Softplus),
    "transforms/colour/gaussian_blur": Slider(
        "sigma", (0.5, 1.0, 2.0, 4.0, 8.0), lambda v: v2.GaussianBlur(31, sigma=v)
    ),
    "transforms/colour/color_jitter": Slider(
        "saturation", (0.0, 0.5, 1.0, 1.5, 2.0), lambda v: v2.ColorJitter(saturation=(v, v))
    ),
    "transforms/flip_rotate/random_rotation": Slider(
        "degrees", (-30, -15, 0, 15, 30), lambda v: v2.RandomRotation((v, v))
    ),
}


def rates(slider: Slider, value: float) -> list[float]:
    """Return the learning rate of each epoch."""
    optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=0.1)
    scheduler = slider.make(optimizer, value)
    found = []
    for _ in range(EPOCHS):
        found.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return found


def curve(slider: Slider, value: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Return numbers and what an activation makes of them."""
    x = torch.linspace(-4, 4, 161)
    return x, slider.make(value)(x)


def photo(slider: Slider, value: float) -> Image.Image:
    """Return what a transform makes of a photograph."""
    image = Image.fromarray(load_sample_image("flower.jpg")).resize((320, 214))
    return to_pil(slider.make(value)(v2.ToImage()(image)))


def write() -> None:
    """Draw all pictures where this file or a library has changed."""
    of = digest(Path(__file__).read_text(), torch.__version__, torchvision.__version__)
    kept = json.loads(_SLIDERS.read_text()) if _SLIDERS.exists() else {}
    if kept.get("digest") == of and FOLDER.exists():
        return
    with matplotlib.rc_context({**STYLE, "figure.constrained_layout.use": False}):
        drawn = {name: _draw(name, slider) for name, slider in SLIDERS.items()}
    _SLIDERS.parent.mkdir(parents=True, exist_ok=True)
    _SLIDERS.write_text(json.dumps({"digest": of, "sliders": drawn}, indent=1))


def _draw(name: str, slider: Slider) -> dict[str, Any]:
    topic = name.split("/")[0]
    frames = []
    for number, value in enumerate(slider.values):
        file = FOLDER / f"{name}-{number}.{'webp' if topic == 'transforms' else 'svg'}"
        file.parent.mkdir(parents=True, exist_ok=True)
        said = f"{slider.argument}={value:g}"
        if topic == "transforms":
            photo(slider, value).save(file, quality=78)
        elif topic == "schedulers":
            found = rates(slider, value)
            _plot(file, range(EPOCHS), found, ("epoch", "learning rate", 0.105))
            said += f": largest rate {max(found):.3g}, last {found[-1]:.2g}"
        else:
            x, y = curve(slider, value)
            _plot(file, x.tolist(), y.tolist(), ("x", type(slider.make(value)).__name__, None))
            said += f": {y[40]:.3g} at x = -2, {y[120]:.3g} at x = 2"
        path = file.relative_to(FOLDER.parent).as_posix()
        frames.append({"path": path, "said": said})
    kind = "photo" if topic == "transforms" else "plot"
    return {"argument": slider.argument, "frames": frames, "kind": kind, **size_of(file)}


def _plot(file: Path, x: Any, y: list[float], said: tuple[str, str, float | None]) -> None:
    figure = Figure(figsize=(5.6, 2.4))
    axes = figure.add_axes((0.12, 0.2, 0.86, 0.76))
    axes.plot(x, y)
    xlabel, ylabel, top = said
    axes.set(xlabel=xlabel, ylabel=ylabel, ylim=(0, top) if top else (-3.2, 5))
    save_plot(figure, file)
