"""Points and pictures that a generator made, by step, and the schedule of its noise."""

from __future__ import annotations

from typing import Any

import torch
from matplotlib import pyplot
from matplotlib.figure import Figure

from cheatsheet.figures.montage import Picture, Tile, montage, to_pil

#: By entry: a variable that holds points by step, the steps to draw, and what they are steps of.
STEPS: dict[str, tuple[str, dict[str, int], str]] = {
    "forward_noising": (
        "levels",
        {"step 0": 0, "step 10": 1, "step 49": 2},
        "A ring of 500 points under more and more noise: at step 0 a ring, at step 49 a cloud.",
    ),
    "ddpm_sampling": (
        "path",
        {"noise": 0, "25 steps": 25, "40 steps": 40, "50 steps": 50},
        "400 points on their way from noise to eight points on a circle, by DDPM.",
    ),
    "diffusion_run": (
        "path",
        {"noise": 0, "25 steps": 25, "40 steps": 40, "50 steps": 50},
        "1000 samples on their way from noise to two moons.",
    ),
    "flow_matching": (
        "path",
        {"noise": 0, "7 steps": 7, "14 steps": 14, "20 steps": 20},
        "1000 samples on their way from noise to a ring.",
    ),
    "gan_run": (
        "on_the_way",
        {"first step": 0, "a tenth": 1, "a third": 2, "last step": 3},
        "500 samples of the generator at four steps of training: a blot at first, a ring at last.",
    ),
}


def draw(name: str, variables: dict[str, Any]) -> list[tuple[Figure | Picture, str]]:
    """Draw what an entry made: points, a schedule, an embedding, a histogram or digits."""
    entry = name.rsplit("/", 1)[-1]
    if entry in STEPS:
        variable, steps, words = STEPS[entry]
        of_steps = {title: variables[variable][step] for title, step in steps.items()}
        return [(_scatter(of_steps), words)]
    if entry == "drawn_points":
        both = {"ring": variables["ring"], "moons": variables["moons"]}
        return [(_scatter(both), "2000 points on a ring, and 2000 on two half moons.")]
    if entry == "mode_collapse":
        both = {"even": variables["even"], "collapsed": variables["collapsed"]}
        words = "Samples at all eight modes on a circle, and samples at two of them."
        return [(_scatter(both), words)]
    if entry == "noise_schedule":
        return [_schedules(variables["linear_betas"], variables["cosine_betas"])]
    if entry == "time_embedding":
        return [_waves(variables["time_embedding"])]
    if entry == "guidance":
        return [_histograms(variables["samples"])]
    if entry == "vae_run":
        return [_digits(variables["grid"], variables["samples"])]
    return []


def _scatter(clouds: dict[str, torch.Tensor]) -> Figure:
    figure, row = pyplot.subplots(
        1, len(clouds), figsize=(1.6 * len(clouds), 1.8), dpi=120, sharex=True, sharey=True
    )
    for axes, (title, points) in zip(row, clouds.items(), strict=True):
        # As pixels: hundreds of points would make the page heavy.
        axes.scatter(*points[:500].cpu().numpy().T, s=1.5, alpha=0.5, rasterized=True)
        axes.set_title(title, fontsize=9)
        axes.set_aspect("equal")
    largest = max(float(points.abs().max()) for points in clouds.values())
    reach = min(3.5, largest + 0.2)
    row[0].set(xlim=(-reach, reach), ylim=(-reach, reach))
    return figure


def _schedules(linear: Any, cosine: Any) -> tuple[Figure, str]:
    figure, axes = pyplot.subplots()
    for label, betas in {
        "linear, 1000 steps": linear(1000),
        "linear, 50 steps": linear(50),
        "cosine, 50 steps": cosine(50),
    }.items():
        left = (1 - betas).cumprod(dim=0)
        axes.plot(torch.linspace(0, 1, len(left)).numpy(), left.numpy(), label=label)
    axes.set(xlabel="share of the steps", ylabel="alphas_cumprod", ylim=(0, 1.02))
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return figure, (
        "Share of the signal by step: linear with 1000 steps and cosine with 50 fall from 1 to 0; "
        "linear with 50 steps ends at 0.6."
    )


def _waves(embed: Any) -> tuple[Figure, str]:
    figure, axes = pyplot.subplots(figsize=(5.6, 2.2))
    t = torch.arange(100)
    for column in (0, 3, 6, 9):
        axes.plot(t.numpy(), embed(t)[:, column].numpy(), label=f"column {column}")
    axes.set(xlabel="step")
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return figure, "Four columns of the embedding by step: sines, from a fast one to a slow one."


def _histograms(samples: dict[float, torch.Tensor]) -> tuple[Figure, str]:
    figure, axes = pyplot.subplots()
    for scale, x in samples.items():
        axes.hist(x.flatten().numpy(), bins=60, range=(-5, 6), histtype="step", label=f"{scale:g}")
    axes.set(xlabel="sample", ylabel="count")
    axes.legend(title="scale")
    return figure, (
        "Histograms of samples for three scales: with 0 around both classes, with 1 around the "
        "class asked for, with 3 further from the other."
    )


def _digits(grid: torch.Tensor, samples: torch.Tensor) -> tuple[Picture, str]:
    def sheet(pictures: torch.Tensor) -> Tile:
        rows, columns = pictures.shape[:2]
        framed = torch.nn.functional.pad(pictures.reshape(rows, columns, 8, 8), (1, 1, 1, 1))
        image = to_pil(framed.permute(0, 2, 1, 3).reshape(10 * rows, 10 * columns))
        large = image.resize((4 * image.width, 4 * image.height), resample=0)
        return Tile("a map of the codes" if rows == 10 else "16 samples", large)

    tiles = [sheet(grid), sheet(samples.reshape(4, 4, -1))]
    return montage(tiles), (
        "Digits decoded from a map of 10 by 10 codes, where one digit turns into the next, and 16 "
        "samples."
    )
