"""SummaryWriter: one folder a run, and `tensorboard --logdir runs` to compare.

TensorBoard shows a folder below `--logdir` as a curve of its own: name the folder
after what differs. Without `log_dir` it is `runs/`, date, host and `comment`. A thread
writes in the background: after `flush`, or `close`, which `with` calls, the values are
on disk. The package `tensorboardX` is older, with much the same methods.

Asked as:
    first steps with TensorBoard; keras.callbacks.TensorBoard;
    tf.summary.create_file_writer; start TensorBoard from the terminal; the older
    package tensorboardX; see my runs in the browser, compare learning curves of
    experiments; which command opens TensorBoard at localhost:6006; experiment tracking,
    an alternative to wandb or MLflow; visdom; TensorBoard shows nothing; No dashboards
    are active for the current data set; curves appear only after the script has ended;
    two runs mixed up in the same plot, lines jump back; name of the log directory;
    events.out.tfevents; No module named 'tensorboard'; set up TensorBoard logging;
    watch the training progress live in a web browser; compare several runs; visualize
    training
"""
# needs: tensorboard

import contextlib
import tempfile
from pathlib import Path

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter

with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    for lr in (0.1, 0.25):
        with SummaryWriter(f"runs/lr={lr}") as writer:  # <-
            w = 1.0
            for step in range(3):
                writer.add_scalar("loss", w**2, step)
                w -= lr * 2 * w

    # In a terminal: tensorboard --logdir runs (then open localhost:6006)
    for run in sorted(Path("runs").iterdir()):
        log = EventAccumulator(str(run)).Reload()
        print(run.name, [round(event.value, 4) for event in log.Scalars("loss")])
        #> lr=0.1 [1.0, 0.64, 0.4096]
        #> lr=0.25 [1.0, 0.25, 0.0625]

    writer = SummaryWriter("runs/still going on")
    writer.add_scalar("loss", 1.0, 0)
    writer.flush()
    log = EventAccumulator("runs/still going on").Reload()
    print(log.Scalars("loss")[0].value)
    #> 1.0
    writer.close()

    with SummaryWriter(comment="-lr0.1") as writer:
        print(Path(writer.log_dir).parent, writer.log_dir.endswith("-lr0.1"))
        #> runs True
