"""EventAccumulator and export_scalars_to_json: read a run back.

`export_scalars_to_json` is one of tensorboardX, for what `add_scalars` got. The event
file holds the numbers: read it and write that form, `[time, step, value]` by tag. A
tag keeps a sample of 10,000 numbers, 4 images, 1 histogram; with 0 in `size_guidance`
it keeps all.

Raises:
    AttributeError: `SummaryWriter.export_scalars_to_json` type object 'SummaryWriter'
        has no attribute 'export_scalars_to_json'
    KeyError: `log.Scalars("accuracy")` Key accuracy was not found in Reservoir

Asked as:
    parse or read events.out.tfevents in a notebook; event file to csv; TensorBoard logs
    as pandas DataFrame; get all values of a tag from a finished run, numbers out of
    TensorBoard; summary_iterator; download the values of a curve; plot old experiments
    with matplotlib; extract the loss of each step from the logs; steps are missing when
    I load the log; size_guidance; tbparse; all_scalars.json; read logged loss values
    back in Python; export TensorBoard curves to csv or json; raw values for the figure
    of a paper, plots of an old run
"""
# needs: tensorboard

import json
import tempfile
from pathlib import Path

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        for step, loss in enumerate([1.0, 0.5, 0.25]):
            writer.add_scalar("loss", loss, step, walltime=100 + step)

    log = EventAccumulator(log_dir, size_guidance={"scalars": 0}).Reload()  # <-
    scalars = {
        tag: [[event.wall_time, event.step, event.value] for event in log.Scalars(tag)]
        for tag in log.Tags()["scalars"]
    }
    path = Path(log_dir, "scalars.json")
    path.write_text(json.dumps(scalars))
    print(path.read_text())
    #> {"loss": [[100.0, 0, 1.0], [101.0, 1, 0.5], [102.0, 2, 0.25]]}
