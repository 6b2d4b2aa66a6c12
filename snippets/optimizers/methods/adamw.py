r"""AdamW: Adam with decay that is not a gradient.

The default for transformers. The weights shrink by `lr * weight_decay` each step, on
their own; in Adam the decay is divided by $\sqrt{\hat v}$ and so weak where gradients
are large. Defaults: `lr=1e-3`, `betas=(0.9, 0.999)`, `weight_decay=0.01` (Adam has 0).
$\hat m_t$ and $\hat v_t$ are Adam's averages, corrected.

$$\theta_t = (1 - \eta \lambda) \, \theta_{t-1} - \eta \frac{\hat m_t}{\sqrt{\hat v_t} +
\epsilon}$$

Attributes: Shapes
    path: (T, 2) float32, the points visited

Asked as:
    Adam with decoupled weight decay; difference between Adam and AdamW; which optimizer
    for transformers, BERT, GPT or ViT; tf.keras.optimizers.AdamW; transformers.AdamW;
    BertAdam; Loshchilov and Hutter; default weight_decay=0.01; why does weight_decay
    work badly with Adam; optimizer for a transformer, fine-tuning a language model;
    Adam with correct weight decay; optim.AdamW(lr=5e-5, weight_decay=0.01); is AdamW
    better than Adam; optimizer to train a vision transformer; Adam whose weight decay
    does not go through the gradient; Adam for large models with regularization; fix for
    L2 in Adam
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.AdamW([p], lr=0.5, weight_decay=0.1)  # <-

points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
# Shrink, then step: -8 * (1 - 0.5 * 0.1) + 0.5 and 3 * 0.95 - 0.5.
print([round(x, 3) for x in path[1].tolist()])
#> [-7.1, 2.35]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.18
