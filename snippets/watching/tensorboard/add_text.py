"""add_text: notes and settings, in Markdown.

For what a curve cannot say: the command, the settings as a table, a generated sentence.
The tag is stored with `/text_summary` behind it.

Asked as:
    log a string in TensorBoard, write notes; log the config, write down settings of an
    experiment; argparse parameters of the program in TensorBoard; Markdown table in
    TensorBoard; log sentences that a language model generated; tf.summary.text; text
    tab; git commit or command line of a run; wandb.Table; comment on an experiment;
    keep a description beside the curves of a run; log text or model answers while
    training; save the hyperparameters of a run as text
"""
# needs: tensorboard

import tempfile

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter

settings = {"lr": 0.1, "batch size": 32}
table = "| name | value |\n|---|---|\n"
table += "\n".join(f"| {name} | {value} |" for name, value in settings.items())

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        writer.add_text("settings", table, 0)  # <-
    log = EventAccumulator(log_dir).Reload()

print(log.Tags()["tensors"])
#> ['settings/text_summary']
print(log.Tensors("settings/text_summary")[0].tensor_proto.string_val[0].decode())
#> | name | value |
#> |---|---|
#> | lr | 0.1 |
#> | batch size | 32 |
