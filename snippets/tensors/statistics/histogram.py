r"""histc, histogram, histogramdd: how many values in each bin.

`histc` gives counts of equal bins between `min` and `max`, of the data where both are
0. `histogram` takes edges, weights and `density=True`, and gives the edges too, but not
on CUDA. Values outside are not counted; the last bin has both its edges. For whole
numbers there is [`bincount`](reduce.md#bincount).

Attributes: Shapes
    x: (6,) float32
    counts: (4,) float32

Raises:
    NotImplementedError: `torch.histc(torch.arange(4), bins=2)` not implemented for
        'Long'

Asked as:
    torch.histc; torch.histogram; np.histogram; tf.histogram_fixed_width; count
    values per bin; bins of equal width; histogram with weights or density;
    two-dimensional histogram; np.histogram2d; np.histogramdd; plot the distribution
    of weights; histogram of an image, grey levels; bin edges; frequency of values
    in intervals; pyplot.hist of a tensor; how many values fall in an interval;
    counts of values per interval
"""

import torch

x = torch.tensor([0.0, 0.1, 0.5, 0.6, 0.9, 1.0])
counts = torch.histc(x, bins=4, min=0, max=1)  # <-
print(counts)
#> tensor([2., 0., 2., 2.])
counts, edges = torch.histogram(x, bins=4, range=(0, 1))
print(counts, edges)
#> tensor([2., 0., 2., 2.]) tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
print(torch.histogram(x, bins=torch.tensor([0.0, 0.5, 2.0])).hist)
#> tensor([2., 4.])

points = torch.tensor([[0.1, 0.1], [0.2, 0.9], [0.8, 0.9]])
print(torch.histogramdd(points, bins=[2, 2], range=[0, 1, 0, 1]).hist)
#> tensor([[1., 1.],
#>         [0., 1.]])
