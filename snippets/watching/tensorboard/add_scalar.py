"""add_scalar: one number a step.

Tag, value, step. The value is a number or a tensor with one element. Without a step
the points are written at step 0, one above the other. The part of the tag before a
slash makes a section. NaN and infinity are written as they are.

Raises:
    AssertionError: `writer.add_scalar("loss", torch.ones(2), 0)` Tensor should contain
        one element (0 dimensions).

Asked as:
    TensorBoard loss curve; log accuracy every epoch; track lr or plot a metric over
    steps in TensorBoard; tf.summary.scalar; wandb.log; mlflow.log_metric; log_value;
    write the loss of every iteration to TensorBoard; curve is a vertical line;
    global_step; group plots with a slash in the name; track validation loss over
    epochs; NaN in the loss plot; writer.add_scalar("loss", loss, step); record a number
    at every training step; draw the loss live during training; difference between
    add_scalar and add_scalars; one value per epoch as a TensorBoard scalar; log the
    loss
"""
# needs: tensorboard

import tempfile

import torch
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter

losses = torch.tensor([1.0, 0.5, 0.25])

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        for step, loss in enumerate(losses):
            writer.add_scalar("loss/train", loss, step)  # <-
            writer.add_scalar("forgot the step", loss)
    log = EventAccumulator(log_dir).Reload()

print(log.Tags()["scalars"])
#> ['loss/train', 'forgot the step']
print([(event.step, event.value) for event in log.Scalars("loss/train")])
#> [(0, 1.0), (1, 0.5), (2, 0.25)]
print([(event.step, event.value) for event in log.Scalars("forgot the step")])
#> [(0, 1.0), (0, 0.5), (0, 0.25)]
