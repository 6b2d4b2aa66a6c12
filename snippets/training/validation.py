"""Validation: eval mode, no gradients, sums over the whole set.

Both switches are needed: `eval()` fixes dropout and batch norm, `inference_mode()`
saves the memory of the graph. Go back with `train()`; it also reaches layers that were
frozen in `eval()`. Use the whole set: `drop_last=False` and no shuffling.

Attributes: Shapes
    x: (N, 4) float32
    y: (N,) int64

Asked as:
    model.evaluate; evaluate the model on test data; get the validation loss during
    training; compute the validation loss after each epoch; loss on the dev set, without
    training on it; validation loop; run the net on the test set: test loop, evaluation
    loop; validation_step; val_loss and val_acc; measure loss and accuracy on held-out
    data; check my model on a validation set of unseen samples; loss and accuracy over a
    whole test_loader; model.eval() and torch.no_grad(), do I need both; switch off
    dropout and gradients before testing; switch back to training mode after evaluating;
    score differs each time I evaluate the same model; out of memory only during
    validation; eval function for a loader; accuracy per epoch; test accuracy; how good
    is my model; test a trained network; run on the validation set
"""

import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
x, y = torch.randn(10, 4), torch.randint(3, (10,))
model = nn.Sequential(nn.Linear(4, 32), nn.Dropout(0.5), nn.Linear(32, 3))


@torch.inference_mode()
def evaluate(model, loader):
    was_training = model.training
    model.eval()
    loss = correct = count = 0
    for inputs, classes in loader:
        logits = model(inputs)
        loss += F.cross_entropy(logits, classes, reduction="sum").item()  # <-
        correct += (logits.argmax(1) == classes).sum().item()
        count += len(inputs)
    model.train(was_training)
    return loss / count, correct / count


loader = DataLoader(TensorDataset(x, y), batch_size=4)
loss, accuracy = evaluate(model, loader)
print(evaluate(model, loader) == (loss, accuracy), model.training)
#> True True

model.eval()
whole = F.cross_entropy(model(x), y)
print(abs(whole.item() - loss) < 1e-6)
#> True

model.train()  # dropout is on: two passes differ
print(torch.equal(model(x), model(x)))
#> False
