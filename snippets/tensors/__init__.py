"""Tensors: make them, look into them, reshape them, compute with them.

| You want | Write |
|---|---|
| drop a dimension of size 1 | `x.squeeze(dim)` |
| add a dimension of size 1 | `x.unsqueeze(dim)` |
| another shape, the same numbers | `x.reshape(2, -1)` |
| (C, H, W) to (H, W, C) | `x.permute(1, 2, 0)` |
| join along an old dimension | `torch.cat([a, b], dim=0)` |
| join along a new dimension | `torch.stack([a, b], dim=0)` |
| the class with the highest score | `scores.argmax(dim=1)` |
| the five best and where they are | `values, indices = scores.topk(5, dim=1)` |
| the score of the right class | `scores.gather(1, target.unsqueeze(1))` |
| a mask of what lies in an interval | [`(x > 1) & (x <= 3)`](compare.md#comparison) |
| sliding windows | [`x.unfold(0, size=3, step=2)`](strides.md#windows) |
| the median, or another quantile | [`x.quantile(0.5)`](statistics.md#quantile) |
| a spectrum | [`torch.fft.rfft(x)`](fourier.md#fft) |
| a draw and its log-probability | [`torch.distributions.Normal(0.0, 1.0)`](distributions.md#normal) |
| NumPy | `x.detach().cpu().numpy()` |
"""

__all__ = [
    "create",
    "inspect_tensor",
    "indexing",
    "reshape",
    "join",
    "patterns",
    "strides",
    "reduce",
    "statistics",
    "compare",
    "functions",
    "math_ops",
    "linear_algebra",
    "fourier",
    "distributions",
    "sparse",
    "dtypes",
]

#: What the home page names of it.
WANTED = ["reshape/squeeze", "reduce/topk", "join/cat", "reshape/permute"]
