"""add_custom_scalars: charts laid out by you.

A layout names categories, charts and the tags in each; the numbers come from
`add_scalar`. `Multiline` draws several tags in one chart, `Margin` a value between a
lower and an upper one. Call it once a run: of several layouts the last is shown.
`add_custom_scalars_multilinechart` and `add_custom_scalars_marginchart` are short forms
for one chart.

Raises:
    AssertionError: `writer.add_custom_scalars_marginchart(["loss", "low"])` Expected 3
        tags, got 2.

Asked as:
    dashboard layout; custom scalars tab is empty; two tags in a single plot without
    extra runs; shaded band between minimum and maximum; confidence interval over seeds;
    error bars around a curve; define sections of the TensorBoard page, group plots as I
    like; Multiline and Margin; group diagrams into categories; mean and spread of
    several trainings; make my own charts in TensorBoard; standard deviation band in
    TensorBoard; choose which curves stand together
"""
# needs: tensorboard

import tempfile

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.plugins.custom_scalar.layout_pb2 import Layout
from torch.utils.tensorboard import SummaryWriter

layout = {
    "Loss": {
        "train and valid": ["Multiline", ["loss/train", "loss/valid"]],
        "five seeds": ["Margin", ["loss/mean", "loss/min", "loss/max"]],
    }
}
with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        writer.add_custom_scalars(layout)  # <-
    log = EventAccumulator(log_dir).Reload()

(event,) = log.Tensors("custom_scalars__config__")
category = Layout.FromString(event.tensor_proto.string_val[0]).category[0]
print(category.title)
#> Loss
for chart in category.chart:
    print(chart.title, list(chart.multiline.tag))
    #> train and valid ['loss/train', 'loss/valid']
    #> five seeds []
print(chart.margin.series[0].lower, chart.margin.series[0].upper)
#> loss/min loss/max
