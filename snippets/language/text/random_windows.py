"""Random windows: a batch of pieces from one long text.

A window begins anywhere, so there is no epoch: count steps, or tokens seen. Draws are
with replacement, and windows overlap. Cut the last part of the text off for validation
before you draw. A window has one id more than x: its last one is a target, never an
input.

Attributes: Shapes
    ids: (L,) int64, the whole text
    window: (N, T+1) int64
    x: (N, T) int64
    y: (N, T) int64

Raises:
    RuntimeError: `batch(ids[:4], T=4, N=3)` random_ expects 'from' to be less than 'to'

Asked as:
    get_batch of nanoGPT; sample random chunks of a text; random crops of a token
    stream; torch.stack([data[i : i + block_size] for i in ix]); language model batch
    without a DataLoader; random offsets into a corpus; batch_size and block_size;
    windows at random starts with advanced indexing; train on random slices of a long
    sequence; sample subsequences of a time series at random; how many steps are an
    epoch of a language model
"""

import torch


def batch(ids, T, N):
    start = torch.randint(len(ids) - T, (N, 1))
    window = ids[start + torch.arange(T + 1)]  # <-
    return window[:, :-1], window[:, 1:]


ids = torch.arange(1000)
torch.manual_seed(0)
x, y = batch(ids, T=8, N=3)
print(x[:, 0], (y - x).unique())
#> tensor([204, 495, 821]) tensor([1])

window = ids[torch.tensor([[0], [5], [991]]) + torch.arange(9)]
print(window)
#> tensor([[  0,   1,   2,   3,   4,   5,   6,   7,   8],
#>         [  5,   6,   7,   8,   9,  10,  11,  12,  13],
#>         [991, 992, 993, 994, 995, 996, 997, 998, 999]])
