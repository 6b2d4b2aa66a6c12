"""add_figure: a matplotlib figure.

Stored as an image of `figsize` times `dpi` pixels. The figure is closed afterwards:
`close=False` keeps it, and a loop that keeps them all runs out of memory.
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
        writer.add_figure("confusion", figure, global_step=0)
    log = EventAccumulator(log_dir).Reload()

event = log.Images("confusion")[0]
print(event.width, event.height)
#> 400 300
print(plt.fignum_exists(figure.number))
#> False
