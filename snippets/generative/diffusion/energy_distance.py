r"""Energy distance: how far apart two clouds of points are.

The mean distance between the clouds, twice, less the mean distances within each. It is
0 for equal clouds and grows as they part. Nothing is trained, and one line computes it:
for samples of a generator against data it has not seen. Two draws of the same data give
a small number that is not 0: compare with that.

$$E = \frac{2}{N M} \sum_{i, j} \lVert x_i - y_j \rVert - \frac{1}{N^2} \sum_{i, j}
\lVert x_i - x_j \rVert - \frac{1}{M^2} \sum_{i, j} \lVert y_i - y_j \rVert$$

Attributes: Shapes
    data: (N, 2) float32
    fresh: (N, 2) float32, of the same source
    wide: (N, 2) float32, of another

Asked as:
    distance between two distributions from samples; measure how good generated samples
    are; compare two point clouds; metric for a generative model without a network; FID
    for toy data; two-sample test; maximum mean discrepancy, MMD; are two sets of
    samples from the same distribution; scipy.stats.energy_distance in two dimensions;
    evaluate a GAN on 2D points; sample quality as one number; statistical distance of
    two batches; do two sets of points come from one source; how close are generated
    points to true points; one number that says whether two sets of points agree
"""

import torch


def energy_distance(x, y):
    within = torch.cdist(x, x).mean() + torch.cdist(y, y).mean()
    return 2 * torch.cdist(x, y).mean() - within  # <-


torch.manual_seed(0)
data, fresh = torch.randn(2, 1000, 2)
wide = 1.5 * torch.randn(1000, 2)
print(energy_distance(data, data).abs() < 1e-5)
#> tensor(True)
print(energy_distance(data, fresh) < 0.02, energy_distance(data, wide) > 0.05)
#> tensor(True) tensor(True)
