r"""searchsorted, bucketize: which bin a value falls into.

n sorted boundaries make n + 1 bins, numbered from 0. A value on a boundary goes below
it, with `right=True` above. `bucketize` takes one row of boundaries, `searchsorted` a
row for each row of values as well. Boundaries that are not sorted give a wrong answer
and no error.

Attributes: Shapes
    edges: (3,) float32
    ages: (4,) float32
    bins: (4,) int64

Asked as:
    torch.searchsorted; torch.bucketize; np.digitize; np.searchsorted; bin continuous
    values; discretise; pd.cut; assign values to intervals; binary search in a sorted
    tensor; bisect; bisect_right; age groups from ages; tf.searchsorted; inverse
    transform sampling from a cdf; insert position in a sorted array;
    tf.raw_ops.Bucketize; right=True or side of the boundary; map values to quantile
    bins; classes of numbers by thresholds; tf.histogram_fixed_width_bins, the bin of a
    value
"""

import torch

edges = torch.tensor([18.0, 40.0, 65.0])
ages = torch.tensor([7.0, 18.0, 39.0, 70.0])
bins = torch.bucketize(ages, edges)  # <-
print(bins)
#> tensor([0, 0, 1, 3])
print(torch.bucketize(ages, edges, right=True))  # 18 belongs to the next
#> tensor([0, 1, 1, 3])
print(torch.searchsorted(edges, ages, side="right"))
#> tensor([0, 1, 1, 3])

# A draw by a cumulative distribution: three classes of 0.2, 0.5 and 0.3.
cdf = torch.tensor([0.2, 0.5, 0.3]).cumsum(dim=0)
print(torch.searchsorted(cdf, torch.tensor([0.1, 0.6, 0.9])))
#> tensor([0, 1, 2])
