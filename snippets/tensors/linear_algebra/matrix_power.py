r"""matrix_power, matrix_exp: a matrix several times.

`A ** 3` powers each element; `matrix_power(A, 3)` is `A @ A @ A`, and -1 the inverse.
`matrix_exp` solves x' = A x: the state after time t is `matrix_exp(t * A) @ x`, and of
a skew-symmetric matrix it is a rotation. Both take batches.

$$e^A = \sum_k \frac{A^k}{k!}$$

Attributes: Shapes
    A: (2, 2) float32
    turn: (2, 2) float32

Asked as:
    torch.linalg.matrix_power; torch.linalg.matrix_exp; torch.matrix_exp;
    np.linalg.matrix_power; scipy.linalg.expm; tf.linalg.expm; exponential of a matrix;
    matrix to the n-th power; A squared as a matrix product; Markov chain after n steps;
    linear differential equation; rotation matrix from a generator; expm; number of
    paths of length n in a graph; Lie group exponential map; transition matrix to a
    power; a matrix multiplied by itself; power of a matrix, not of its elements
"""

import math

import torch

A = torch.tensor([[1.0, 1.0], [0.0, 1.0]])
print(A**2, torch.linalg.matrix_power(A, 2), sep="\n")  # <-
#> tensor([[1., 1.],
#>         [0., 1.]])
#> tensor([[1., 2.],
#>         [0., 1.]])
print(A.matrix_power(-1))
#> tensor([[ 1., -1.],
#>         [ 0.,  1.]])

turn = torch.tensor([[0.0, -1.0], [1.0, 0.0]]) * (math.pi / 2)
print(torch.linalg.matrix_exp(turn).round(decimals=4) + 0.0)  # by 90 degrees
#> tensor([[ 0., -1.],
#>         [ 1.,  0.]])
print(torch.matrix_exp(torch.zeros(2, 2)))
#> tensor([[1., 0.],
#>         [0., 1.]])
