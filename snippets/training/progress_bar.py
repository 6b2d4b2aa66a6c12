"""Progress bar: tqdm around the loader.

`disable=None` draws the bar on a terminal only, and leaves log files clean. In a
notebook `from tqdm.auto import tqdm` draws a widget. Reading the loss for the bar waits
for the GPU: do it every few batches.

Asked as:
    tqdm over a DataLoader; tqdm with loss; tqdm.notebook in Jupyter, tqdm.auto;
    set_postfix; set_description and trange; add a progress display to my training;
    training prints nothing, see that something happens; how far is the training,
    percentage done; how long does the epoch still take; ETA, remaining time of an
    epoch; batches per second, it/s; display the current loss live in the console; bar
    like in Keras with the loss behind it, verbose=1, ProgbarLogger; status line that
    updates in place; wrap enumerate(loader) in tqdm; print a counter of batches in the
    console; bars clutter my log file
"""
# needs: tqdm

import io

import torch
from torch.utils.data import DataLoader
from tqdm import tqdm

loader = DataLoader(torch.arange(64.0), batch_size=8)
screen = io.StringIO()  # leave out `file`: the bar is drawn on standard error

with tqdm(loader, desc="epoch 1", file=screen) as bar:  # <-
    for step, batch in enumerate(bar):
        if step % 4 == 0:
            bar.set_postfix(loss=f"{batch.mean():.2f}")

print(screen.getvalue().split("\r")[-1].startswith("epoch 1: 100%"))
#> True
print(bar.n, bar.total)
#> 8 8
print(tqdm(loader, disable=None, file=screen).disable)  # not a terminal
#> True
