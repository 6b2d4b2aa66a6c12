"""add_hparams: settings and results of a run, to rank runs.

Call it once at the end with the final metrics. Values are Python's numbers, strings or
booleans (kept as 0 and 1); `None` is left out and a list is refused. By default it
makes a further folder named by the time; `run_name="."` keeps it with the curves.

Raises:
    ValueError: `writer.add_hparams({"sizes": [1, 2]}, {"hparam/accuracy": 0.9})` value
        should be one of int, float, str, bool, or torch.Tensor
    TypeError: `writer.add_hparams({"lr": 0.1}, [0.9])` hparam_dict and metric_dict
        should be dictionary.

Asked as:
    log hyperparameters together with the final metric; compare hyperparameters, table
    of a hyperparameter search; parallel coordinates plot; HPARAMS tab; which of my runs
    or settings had the best parameters or accuracy; grid search over learning rates;
    tensorboard.plugins.hparams.api; hp.KerasCallback; wandb.config; mlflow.log_params;
    extra folder with a timestamp; hparam_dict and metric_dict; hyperparameter table in
    TensorBoard; compare runs with different learning rates and batch sizes; overview of
    all runs, sorted by accuracy
"""
# needs: tensorboard

import tempfile

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.plugins.hparams.plugin_data_pb2 import HParamsPluginData
from torch.utils.tensorboard import SummaryWriter

settings = {"lr": 0.5, "optimizer": "adam", "nesterov": True, "warmup": None}

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        writer.add_hparams(settings, {"hparam/accuracy": 0.75}, run_name=".")  # <-
    log = EventAccumulator(log_dir).Reload()

content = log.PluginTagToContent("hparams")["_hparams_/session_start_info"]
found = HParamsPluginData.FromString(content).session_start_info.hparams
for name in sorted(found):
    kind = found[name].WhichOneof("kind")
    print(name, kind, getattr(found[name], kind))
    #> lr number_value 0.5
    #> nesterov number_value 1.0
    #> optimizer string_value adam
print(log.Scalars("hparam/accuracy")[0].value)
#> 0.75
