"""Seed inside the epoch loop: every epoch is the same epoch.

`torch.manual_seed` sets the global generator back to its start. In the epoch loop, or
in a function called there, it makes each epoch draw the same shuffle, dropout masks and
augmentations. A [generator](../data/loader.md#seeded_shuffle) made anew for each epoch
does the same to the shuffle. Seed [once](../training/index.md#seeds), before the loop.

Asked as:
    torch.manual_seed inside the training loop; shuffle gives the same order in every
    epoch; same batches every epoch although shuffle=True; dropout mask is the same in
    every epoch; augmentation repeats each epoch; where to call manual_seed; set the
    seed once or in every epoch; seed_everything called in the loop; random crop is
    always the same; DataLoader does not reshuffle between epochs; evaluation function
    resets the seed; data is shuffled in the same way in each epoch
"""

import torch
from torch import nn
from torch.utils.data import DataLoader


def orders_and_masks(seed_in_the_loop):
    loader = DataLoader(torch.arange(20), batch_size=5, shuffle=True)
    dropout = nn.Dropout(0.5)
    orders, masks = set(), set()
    torch.manual_seed(0)
    for epoch in range(5):
        if seed_in_the_loop:
            torch.manual_seed(0)
        orders.add(tuple(torch.cat(list(loader)).tolist()))
        masks.add(tuple(dropout(torch.ones(20)).tolist()))
    return f"{len(orders)} orders and {len(masks)} masks in 5 epochs"


# Wrong: seeded in each epoch.
print(orders_and_masks(seed_in_the_loop=True))
#> 1 orders and 1 masks in 5 epochs

# Right: seeded once, before the loop.
print(orders_and_masks(seed_in_the_loop=False))  # <-
#> 5 orders and 5 masks in 5 epochs
