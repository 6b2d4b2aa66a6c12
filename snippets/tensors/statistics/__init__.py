"""Statistics: ranks, histograms, products, differences.
"""

__all__ = [
    "prod",
    "amin_amax",
    "logsumexp",
    "quantile",
    "histogram",
    "diff",
    "covariance",
    "unique_consecutive",
]
