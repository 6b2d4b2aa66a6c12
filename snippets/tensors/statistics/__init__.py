"""Statistics: ranks, histograms, products, differences.

| You want | Write |
|---|---|
| median, quartiles, the k-th smallest | [`x.quantile(q)`, `x.kthvalue(k)`](#quantile) |
| counts in bins | [`torch.histc(x, bins, min, max)`](#histogram) |
| minimum and maximum over several dimensions | [`x.amax(dim=(1, 2))`](#amin_amax) |
| a sum of probabilities from logarithms | [`x.logsumexp(dim)`](#logsumexp) |
| differences of neighbours | [`x.diff()`](#diff) |
| correlation of columns | [`table.T.corrcoef()`](#covariance) |
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
