"""add_scalars: several curves in one chart.

A key becomes a run of its own, in a folder below: `loss_train`, `loss_valid`. The
list of runs grows by that many. Two tags by `add_scalar` and one `add_custom_scalars`
give such a chart within one run.

Asked as:
    train and validation loss in the same plot; two lines in one diagram; main_tag and
    tag_scalar_dict; log a dict of metrics; accuracy of all classes in a single diagram;
    too many runs in the list on the left; loss_train and loss_valid appear as runs;
    subfolders in the log directory; multiple lines or curves in one TensorBoard plot;
    overlay or compare two losses in one TensorBoard graph; writer.add_scalars("loss",
    {"train": a, "val": b}, step) with a dict; train and val accuracy together in
    TensorBoard; several losses or metrics in the same TensorBoard figure
"""
# needs: tensorboard

import tempfile
from pathlib import Path

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        for step, (train, valid) in enumerate([(2.0, 2.5), (1.0, 1.75), (0.5, 2.0)]):
            writer.add_scalars("loss", {"train": train, "valid": valid}, step)  # <-

    for run in sorted(path for path in Path(log_dir).iterdir() if path.is_dir()):
        log = EventAccumulator(str(run)).Reload()
        print(run.name, [event.value for event in log.Scalars("loss")])
        #> loss_train [2.0, 1.0, 0.5]
        #> loss_valid [2.5, 1.75, 2.0]
    print(EventAccumulator(log_dir).Reload().Tags()["scalars"])
    #> []
