r"""DPO's loss: learn which of two answers is preferred.

Of each answer, the log-probability under the model that trains and under the frozen one
that it started from. The loss wants the chosen answer to gain more than the rejected
one. At the start both models agree, if dropout is off: the loss is log 2.
Log-probabilities are sums over [the tokens of the answer](generate.md#log_probability);
those of the prompt would cancel. Watch that of the chosen answer as well: the loss can
fall while both fall.

$$\ell = -\frac{1}{N} \sum_n \log \sigma\!\left(\beta \left[\log \frac{\pi(c_n)}{
\pi_0(c_n)} - \log \frac{\pi(r_n)}{\pi_0(r_n)}\right]\right)$$

Attributes: Shapes
    chosen: (N,) float32, log-probabilities under the model
    rejected: (N,) float32
    chosen_0: (N,) float32, under the frozen model
    rejected_0: (N,) float32
    loss: () float32

Asked as:
    direct preference optimization; DPOTrainer loss; preference loss for pairs of
    answers; RLHF without a reward model; chosen and rejected responses; beta of DPO;
    policy and reference model log probs; implicit reward; loss starts at 0.693 when
    training on preferences; align a language model with preferences; pairwise
    preference loss with logsigmoid; log ratio of policy and reference
"""

import math

import torch
import torch.nn.functional as F


def dpo_loss(chosen, rejected, chosen_0, rejected_0, beta=0.1):
    margin = (chosen - chosen_0) - (rejected - rejected_0)
    return -F.logsigmoid(beta * margin).mean()  # <-


chosen_0, rejected_0 = torch.tensor([-12.0, -30.0]), torch.tensor([-10.0, -28.0])
chosen, rejected = torch.tensor([-9.0, -30.0]), torch.tensor([-14.0, -31.0])

loss = dpo_loss(chosen, rejected, chosen_0, rejected_0)
print(loss)
#> tensor(0.4788)
print(dpo_loss(chosen_0, rejected_0, chosen_0, rejected_0), math.log(2))
#> tensor(0.6931) 0.6931471805599453

gain = 0.1 * (chosen - chosen_0), 0.1 * (rejected - rejected_0)
print((gain[0] > gain[1]).float().mean())  # how often the chosen one gains more
#> tensor(1.)
