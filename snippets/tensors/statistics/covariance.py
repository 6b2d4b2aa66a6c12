r"""cov and corrcoef: how variables vary together.

A variable is a row, an observation a column: transpose a table of samples first. `cov`
divides by n - 1, `correction=0` by n. The correlation of a constant row is `nan`, or
noise where its mean is rounded.

$$\text{cov}_{ij} = \frac{1}{n - 1} \sum_k (x_{ik} - \bar x_i)(x_{jk} - \bar x_j)$$

Attributes: Shapes
    table: (4, 2) float32, a row for each sample
    matrix: (2, 2) float32

Asked as:
    torch.cov; covariance matrix; np.cov; np.corrcoef; correlation coefficient; pearson
    correlation; correlation matrix of features; tfp.stats.covariance; variables in rows
    or columns; pandas corr; correlation between two tensors; scipy.stats.pearsonr;
    covariance of the columns; how strongly are two features related; weighted
    covariance, fweights; linear correlation of vectors; covariance of data with a row
    per sample
"""

import torch

table = torch.tensor([[1.0, 2.0], [2.0, 4.0], [3.0, 6.0], [4.0, 9.0]])
matrix = table.T.cov()  # <-
print(matrix)
#> tensor([[1.6667, 3.8333],
#>         [3.8333, 8.9167]])
print(torch.cov(table.T, correction=0)[0, 0])
#> tensor(1.2500)
print(table.T.corrcoef())
#> tensor([[1.0000, 0.9944],
#>         [0.9944, 1.0000]])
