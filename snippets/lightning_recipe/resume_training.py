"""ckpt_path: go on where a run ended.

The checkpoint has weights, optimizer, schedule, epoch, callbacks and hyperparameters.
`max_epochs` counts from the beginning: a run of 2 epochs resumed with `max_epochs=4`
does 2 more. `load_from_checkpoint` gives the model alone, in training mode. The state
of the random generators is not kept: with shuffling the order of the batches differs.

A script that is started again after a kill takes `ckpt_path="last"` and
`ModelCheckpoint("runs", save_last=True)`: it goes on from `runs/last.ckpt`, and begins
anew where that is missing, with a warning.

Attributes: Shapes
    x: (N, 4) float32
    y: (N, 1) float32

Asked as:
    resume_from_checkpoint of the Trainer; continue Lightning training;
    LitModel.load_from_checkpoint(path) and hparams; load a .ckpt file; contents of a
    .ckpt; Lightning, resume an interrupted run from the last epoch; train a Lightning
    model for more epochs; resumed training stops at once, max_epochs reached;
    trainer.save_checkpoint; restore optimizer and epoch in the Trainer; weights of a
    Lightning checkpoint; continue from last.ckpt after an interruption; open a
    Lightning ckpt and get the model; Trainer starts from zero again
"""
# needs: lightning

# %% Model and data
import logging
import tempfile
import warnings

import lightning as L
import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)  # devices found, tips
warnings.filterwarnings("ignore", module="lightning")  # advice on workers, deprecations


class LitLine(L.LightningModule):
    def __init__(self, lr=0.1):
        super().__init__()
        self.save_hyperparameters()
        torch.manual_seed(0)
        self.line = nn.Linear(4, 1)

    def training_step(self, batch, batch_idx):
        return F.mse_loss(self.line(batch[0]), batch[1])

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=self.hparams.lr)


def trainer_for(epochs):
    return L.Trainer(
        max_epochs=epochs, devices=1, logger=False, enable_checkpointing=False,
        enable_progress_bar=False, enable_model_summary=False,
    )


x = torch.arange(64.0).reshape(16, 4).sin()
y = x.sum(1, keepdim=True)
loader = DataLoader(TensorDataset(x, y), batch_size=4)

# %% Four epochs, and two and two
with tempfile.TemporaryDirectory() as folder:
    straight, first, resumed = (LitLine(lr=0.05) for _ in range(3))
    trainer_for(4).fit(straight, loader)
    half = trainer_for(2)
    half.fit(first, loader)
    path = f"{folder}/half.ckpt"
    half.save_checkpoint(path)

    second = trainer_for(4)
    second.fit(resumed, loader, ckpt_path=path)  # <-
    print(half.current_epoch, second.current_epoch, second.global_step)
    #> 2 4 16
    print(torch.equal(resumed.line.weight, straight.line.weight))
    #> True

    model = LitLine.load_from_checkpoint(path)
    print(model.hparams.lr, torch.equal(model.line.weight, first.line.weight))
    #> 0.05 True
