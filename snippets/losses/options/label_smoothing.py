r"""label_smoothing: a target a little less than sure.

The right class gets $1 - \varepsilon + \varepsilon / C$ and every other class
$\varepsilon / C$. It keeps logits from growing without bound. The loss of a perfect
prediction is then above 0: compare losses of one smoothing. A class whose logit is
`-inf` makes the loss `inf`.

$$\ell_n = -\sum_c q_{n,c} \log p_{n,c}, \quad q_{n,c} = (1 - \varepsilon) [c = y_n] +
\frac{\varepsilon}{C}$$

Attributes: Shapes
    logits: (N, C) float32
    target: (N,) int64
    smooth: (N, C) float32, what the target becomes
    loss: () float32

Raises:
    RuntimeError: `nn.CrossEntropyLoss(label_smoothing=1.5)(logits, target)`
        label_smoothing must be between 0.0 and 1.0

Asked as:
    overconfident predictions; soften hard labels;
    CategoricalCrossentropy(label_smoothing=0.1); timm LabelSmoothingCrossEntropy;
    calibrate probabilities while training; noisy labels in classification; training
    loss never reaches zero; smoothed one-hot; Inception v3 trick; soften one-hot labels
    a bit; network is too certain, even when wrong; label_smoothing=0.1; prevent extreme
    logits; over-confident classifier, too sure of itself; epsilon of label smoothing;
    regularise the targets of a classifier; less extreme targets, 0.9 and 0.1; cross
    entropy with smoothing
"""

import torch
import torch.nn.functional as F
from torch import nn

logits = torch.tensor([[4.0, 0.0, 0.0, 0.0]])
target = torch.tensor([0])

loss = nn.CrossEntropyLoss(label_smoothing=0.2)(logits, target)  # <-
print(nn.CrossEntropyLoss()(logits, target), loss)
#> tensor(0.0535) tensor(0.6535)

smooth = 0.8 * F.one_hot(target, 4) + 0.2 / 4
print(smooth)
#> tensor([[0.8500, 0.0500, 0.0500, 0.0500]])
print(nn.CrossEntropyLoss()(logits, smooth))
#> tensor(0.6535)
