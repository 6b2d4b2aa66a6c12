"""add_histogram: how weights or gradients spread.

One histogram a step. The shape does not matter. A NaN among numbers falls into none of
the default bins, in silence; NaN alone or an empty tensor raises ValueError. The
default bins grow by 10% each, fine around zero; `bins` also takes edges or a name that
`numpy.histogram` knows. Smallest, largest, sum and sum of squares are kept too.
`add_histogram_raw` takes counts made elsewhere.

Attributes: Shapes
    weight: (2, 2) float32

Asked as:
    visualize weights in TensorBoard, distribution of parameters; tf.summary.histogram;
    histogram_freq=1; wandb.watch; distributions tab; log every layer with
    named_parameters; record activations of a layer; histogram over time; own bins or
    edges; log grad of each parameter; buckets and counts of my own; monitor or log
    gradients in TensorBoard every epoch; TensorBoard histogram of gradients and
    activations; watch how the values of a layer spread over epochs
"""
# needs: tensorboard

import tempfile

import torch
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter

weight = torch.tensor([[1.0, 2.0], [2.0, 3.0]])

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        for step in range(3):
            writer.add_histogram("fc/weight", weight * step, step)  # <-
        writer.add_histogram("edges", weight, bins=[0.0, 1.0, 2.0, 3.0, 4.0])
    log = EventAccumulator(log_dir, size_guidance={"histograms": 0}).Reload()

for event in log.Histograms("fc/weight"):
    found = event.histogram_value
    print(event.step, found.min, found.max, found.sum, found.num)
    #> 0 0.0 0.0 0.0 4.0
    #> 1 1.0 3.0 8.0 4.0
    #> 2 2.0 6.0 16.0 4.0

found = log.Histograms("edges")[0].histogram_value
print(found.bucket_limit)  # right edges; an empty bucket marks the left end
#> [1.0, 2.0, 3.0, 4.0]
print(found.bucket)
#> [0.0, 1.0, 2.0, 1.0]
