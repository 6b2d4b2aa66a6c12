"""eval() forgotten: the score depends on chance and on the batch.

In training mode dropout drops, and batch norm takes the mean and the variance of the
batch at hand. Without `model.eval()` dropout makes two calls on the same data differ.
Batch norm makes small batches score low, and sorted data near chance, for a batch then
holds one class. `BatchNorm1d` refuses an input of shape (1, C). Its running statistics
take in the validation data, too. `no_grad` and `inference_mode` change none of this.
Call [`eval()`](../models/inspection.md#train_and_eval) before validation and
prediction; a [function](../training/index.md#validation) does it.

Asked as:
    forgot model.eval(); do I need model.eval() for validation; validation accuracy
    changes every time I run it; prediction of one image depends on the rest of the
    batch; accuracy depends on the batch size at test time; accuracy drops with batch
    size 1 at inference; with torch.no_grad() is enough for validation or not; bad test
    accuracy when the test set is not shuffled; same image, another class on each call;
    validation without eval mode; is eval() needed if I use no_grad; test set sorted by
    class gives chance accuracy; shuffle=True on the test loader raises my accuracy;
    validation accuracy is another one each time I compute it
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

torch.manual_seed(0)
digits = load_digits()
x, target = torch.tensor(digits.data).float() / 16, torch.tensor(digits.target)
test_x, test_target = x[1497:], target[1497:]
layers = nn.BatchNorm1d(64), nn.ReLU(), nn.Dropout(0.5)
model = nn.Sequential(nn.Linear(64, 64), *layers, nn.Linear(64, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
for batch in torch.randperm(1480).split(40) * 3:
    optimizer.zero_grad()
    F.cross_entropy(model(x[batch]), target[batch]).backward()
    optimizer.step()


@torch.inference_mode()
def accuracy(order, batch_size):
    logits = torch.cat([model(test_x[batch]) for batch in order.split(batch_size)])
    return round((logits.argmax(1) == test_target[order]).double().mean().item(), 1)


@torch.inference_mode()
def repeats():
    return model(test_x).equal(model(test_x))


anyhow, by_class = torch.arange(300), test_target.argsort()

# Wrong: no eval(). Batches of 100, of 2, and of 30 samples sorted by class.
print(repeats(), accuracy(anyhow, 100), accuracy(anyhow, 2), accuracy(by_class, 30))
#> False 0.9 0.5 0.2

# Right.
model.eval()  # <-
print(repeats(), accuracy(anyhow, 100), accuracy(anyhow, 2), accuracy(by_class, 30))
#> True 0.9 0.9 0.9
