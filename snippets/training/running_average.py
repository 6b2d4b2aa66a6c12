"""Running average of the loss: weigh each batch by its size.

The last batch is often smaller: the mean of the batch means is not the mean over the
samples. Add up with `.item()`: adding the tensors themselves builds a graph that grows
with every batch.

Attributes: Shapes
    losses: (N,) float32, of ten samples

Asked as:
    track and report the average loss over an epoch; last batch is not full, did I
    average the loss wrong; correct train loss per epoch when batches have unequal
    sizes; epoch_loss / len(dataset) or total_loss / len(loader); weight the loss by
    batch size when averaging; average of batch losses is not equal to the loss of the
    whole epoch; print the mean loss every 100 batches; running mean of train loss;
    running_loss += loss.item(); loss.item() * inputs.size(0); loss.item() times the
    batch size; AverageMeter, avg loss meter; tf.keras.metrics.Mean; printed loss jumps
    around, make it smoother; smoothed loss to display; smoothing of the curve as in
    TensorBoard; exponential moving average of the loss values; loss after each epoch
"""

import torch
from torch.utils.data import DataLoader

losses = torch.tensor([1.0, 1, 1, 1, 1, 1, 1, 1, 6, 6])

total = count = 0
batch_means = []
for batch in DataLoader(losses, batch_size=4):
    loss = batch.mean()  # what a criterion returns
    total += loss.item() * len(batch)  # <-
    count += len(batch)
    batch_means.append(loss.item())
    print(f"{count} samples, average {total / count:.3f}")
    #> 4 samples, average 1.000
    #> 8 samples, average 1.000
    #> 10 samples, average 2.000

print(losses.mean().item())
#> 2.0
print(sum(batch_means) / len(batch_means))  # too much weight on the last two
#> 2.6666666666666665

# an exponential average follows the recent batches
smooth = None
for loss in batch_means:
    smooth = loss if smooth is None else 0.9 * smooth + 0.1 * loss
print(round(smooth, 3))
#> 1.5
