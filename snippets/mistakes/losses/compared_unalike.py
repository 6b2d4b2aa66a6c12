"""Training and validation measured unlike: validation looks better.

The training loss of an epoch is a mean over steps, of a model that was worse at the
start of the epoch, with dropout on and augmented images; the validation loss is taken
after the epoch, without them. So validation may look better than training though
nothing is wrong with the split. Here the samples are identical. To compare, evaluate
both in [eval mode](../training/index.md#validation) after the epoch. If validation is
better then too, look for [copies in both parts](data.md#duplicates_in_both).

Asked as:
    validation loss lower than training loss; validation accuracy higher than training
    accuracy; why is val_acc better than train_acc; test score better than the training
    score; training loss is higher because of dropout; running training loss against
    validation loss; training accuracy lower than validation accuracy in the first
    epochs; validation too good compared with training
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

torch.manual_seed(0)
digits = load_digits()
x, target = torch.tensor(digits.data).float() / 16, torch.tensor(digits.target)
model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)

losses = []
for batch in torch.randperm(len(x)).split(50):
    loss = F.cross_entropy(model(x[batch]), target[batch])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())


@torch.inference_mode()
def evaluate(x, target):
    model.eval()
    return F.cross_entropy(model(x), target).item()


# Wrong: the mean over the epoch, against the model at its end; the same samples.
print(f"training {sum(losses) / len(losses):.1f}, validation {evaluate(x, target):.1f}")
#> training 1.4, validation 0.5

# Right: both by the model at the end, in eval mode.
print(f"training {evaluate(x, target):.1f}, validation {evaluate(x, target):.1f}")  # <-
#> training 0.5, validation 0.5
