r"""Exponential moving average: a slow copy of the weights.

The average that generative models are sampled from. A decay of 0.999 averages over
about 1000 steps. [Evaluate with the average](../training/index.md#ema_in_loop), train
with the model. `use_buffers=True` averages batch norm statistics, too.

$$\bar\theta_t = d \, \bar\theta_{t-1} + (1 - d) \, \theta_t$$

Attributes: Shapes
    model.weight: (1, 1) float32

Asked as:
    EMA of the weights; tf.train.ExponentialMovingAverage; timm ModelEma; use_ema=True,
    ema_momentum; Polyak averaging; mean teacher: teacher weights follow the student
    slowly; soft update of a target network, tau; shadow weights; smoothed copy of the
    weights for diffusion models; get_ema_multi_avg_fn; momentum encoder of MoCo or
    BYOL; moving average of the parameters; ExponentialMovingAverage(decay=0.999);
    evaluate with EMA weights; keep a slowly moving copy of the model; target network
    update in reinforcement learning; smoothed weights for evaluation; average that
    follows the weights with a delay
"""

from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_avg_fn, get_ema_multi_avg_fn

model = nn.Linear(1, 1, bias=False)
average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(decay=0.9))  # <-

for value in (1.0, 2.0, 3.0):
    nn.init.constant_(model.weight, value)
    average.update_parameters(model)  # after optimizer.step()
    print(round(average.module.weight.item(), 3))
    #> 1.0
    #> 1.1
    #> 1.29

one_by_one = get_ema_avg_fn(decay=0.9)
print(round(float(one_by_one(1.0, 2.0, 1)), 3))
#> 1.1
