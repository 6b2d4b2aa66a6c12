"""TensorBoard: what a run did, in the browser.

`SummaryWriter` appends to an event file; `tensorboard --logdir runs` shows it while the
run goes on. Most methods take a tag (`loss/train`: the part before the slash makes a
section), a value and a step. The entries write into a temporary folder and read back
what was written; in a script give a folder that stays, `SummaryWriter("runs/first")`.

| You have | Method |
|---|---|
| one number a step | `add_scalar` |
| many numbers: weights, gradients | `add_histogram` |
| a picture, a plot | `add_image`, `add_figure` |
| a decision threshold to choose | `add_pr_curve` |
| vectors to look at in 2 or 3 dimensions | `add_embedding` |
| several runs to rank | `add_hparams` |
"""

__all__ = [
    "summary_writer", "add_scalar", "add_scalars", "add_custom_scalars",
    "add_histogram", "add_image", "add_image_with_boxes", "add_figure", "add_video",
    "add_text", "add_graph", "add_embedding", "add_pr_curve", "add_hparams", "add_mesh",
    "export_scalars_to_json",
]
