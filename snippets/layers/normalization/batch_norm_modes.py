r"""Training and eval of batch norm: batch statistics against running ones.

In training mode the layer normalizes with the batch and moves `running_mean` and
`running_var` towards it; in eval mode it normalizes with these two, so an output no
longer depends on its neighbours. The running variance takes the unbiased variance $s^2$
of the batch, though the batch itself is divided by the biased one. `momentum` $m$ is
the weight of the new value, 0.1 by default.

$$\hat{\mu} \leftarrow (1 - m) \hat{\mu} + m \mu, \quad
\hat{\sigma}^2 \leftarrow (1 - m) \hat{\sigma}^2 + m s^2$$

`momentum=None` takes the plain average of all batches. `track_running_stats=False`
keeps nothing and uses the batch in eval mode as well.

Attributes: Shapes
    x: (N, C) float32
    bn.running_mean: (C,) float32, starts at 0
    bn.running_var: (C,) float32, starts at 1
    bn.num_batches_tracked: () int64

Asked as:
    running mean and running variance; moving_mean and moving_variance; good in train
    mode, bad in eval mode with BatchNorm; validation accuracy drops after model.eval();
    batch norm momentum 0.99 as in Keras; track_running_stats; num_batches_tracked; when
    are running statistics updated; prediction depends on the other images of the batch;
    BatchNorm different at test time; BatchNorm in train vs eval; model gives wrong
    results on a single image but not on a batch; test accuracy bad because of BN
    running statistics; momentum=0.1 of BatchNorm, not the one of an optimizer; network
    output is different in eval mode; predictions differ between training and evaluation
    mode; how does BatchNorm calculate the running mean; loss explodes in eval() but is
    fine in train()
"""

import torch
from torch import nn

x = torch.tensor([[2.0], [4.0], [6.0]])  # (3, 1): mean 4, unbiased variance 4
bn = nn.BatchNorm1d(1)

print(bn(x).detach().flatten())
#> tensor([-1.2247,  0.0000,  1.2247])
print(bn.running_mean, bn.running_var)
#> tensor([0.4000]) tensor([1.3000])

bn.eval()  # <-
print(bn(x).detach().flatten())
#> tensor([1.4033, 3.1574, 4.9115])
print((x.flatten() - 0.4) / (1.3 + 1e-5) ** 0.5)
#> tensor([1.4033, 3.1574, 4.9115])

average = nn.BatchNorm1d(1, momentum=None)
average(x)
average(x + 6)  # mean 10
print(average.running_mean)
#> tensor([7.])

untracked = nn.BatchNorm1d(1, track_running_stats=False).eval()
print(untracked.running_mean, untracked(x).detach().flatten())
#> None tensor([-1.2247,  0.0000,  1.2247])
