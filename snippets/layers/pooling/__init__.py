"""Pooling: fewer pixels, no weights.

Max pooling keeps the strongest answer, average pooling the mean. The stride is the
kernel size unless said otherwise; adaptive and fractional windows can overlap.
`AdaptiveAvgPool2d(1)` before the last Linear takes images of any size.
"""

__all__ = [
    "max_pool", "ceil_mode", "max_unpool", "avg_pool", "adaptive_avg_pool",
    "adaptive_max_pool", "lp_pool", "fractional_max_pool",
]
