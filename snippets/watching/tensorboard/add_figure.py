"""add_figure: a matplotlib figure.

Stored as an image of `figsize` times `dpi` pixels. The figure is closed afterwards;
with `close=False` it stays open and keeps its memory.

Asked as:
    matplotlib or plt plot to TensorBoard; confusion matrix in TensorBoard;
    plot_to_image; seaborn heatmap; save a matplotlib fig to the event file; pyplot
    diagram in the browser; More than 20 figures have been opened; close plots in a
    loop; draw predictions beside labels and keep them; wandb.log(plt); log plots, put
    any chart into the training log; seaborn plot into TensorBoard
"""
# needs: tensorboard, matplotlib

import tempfile

import matplotlib.pyplot as plt
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter

confusion = [[9, 1], [2, 8]]
figure, axes = plt.subplots(figsize=(4, 3), dpi=100)
axes.imshow(confusion, cmap="viridis")
axes.set_title("Confusion")

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        writer.add_figure("confusion", figure, global_step=0)  # <-
    log = EventAccumulator(log_dir).Reload()

event = log.Images("confusion")[0]
print(event.width, event.height)
#> 400 300
print(plt.fignum_exists(figure.number))
#> False
