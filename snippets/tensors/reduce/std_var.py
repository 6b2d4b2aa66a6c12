r"""std and var: the spread.

`correction=1` (default) divides by N - 1, `correction=0` by N, as NumPy does by default
and batch norm to normalise a batch. One element has no standard deviation with
`correction=1`: `nan` and a warning.

$$s = \sqrt{\frac{1}{N - \text{correction}} \sum_n (x_n - \bar{x})^2}$$

Attributes: Shapes
    x: (4,) float32

Warns:
    UserWarning: `torch.ones(1).std()` degrees of freedom is <= 0

Asked as:
    standard deviation of each column; variance of a tensor along an axis; np.std;
    tf.math.reduce_std; tf.nn.moments; ddof; unbiased=False; bessel correction; numpy
    and torch give different std; std is nan for one sample; z-score, standardize the
    columns or features; sample or population; var_mean; divide by n or n-1; standard
    deviation of a tensor, torch.std; compute the standard deviation
"""

import torch

x = torch.tensor([1.0, 2.0, 3.0, 4.0])
print(x.std(), x.var())  # <-
#> tensor(1.2910) tensor(1.6667)
print(x.std(correction=0), x.cpu().numpy().std())
#> tensor(1.1180) 1.118034
print(torch.std_mean(x), torch.var_mean(x))
#> (tensor(1.2910), tensor(2.5000)) (tensor(1.6667), tensor(2.5000))
