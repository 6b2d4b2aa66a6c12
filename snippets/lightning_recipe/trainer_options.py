"""Trainer options: a fast trial, mixed precision, clipping, accumulation.

`fast_dev_run=True` runs a batch of training and of validation and writes nothing: try
it first. `overfit_batches=1` trains on one batch: its loss should come near zero.
`gpus=1` is now `accelerator="gpu", devices=1`; `precision=16` is `"16-mixed"`. The
hooks `..._epoch_end(outputs)` are gone: keep outputs in a list of your own, use
`on_..._epoch_end`.

Attributes: Shapes
    x: (N, 4) float32
    y: (N, 1) float32

Raises:
    TypeError: `L.Trainer(gpus=1)` got an unexpected keyword argument 'gpus'
    NotImplementedError: `L.Trainer(fast_dev_run=True, **quiet).fit(OldLine(), loader)`
        Support for `training_epoch_end` has been removed in v2.0.0

Asked as:
    arguments and flags of the Trainer for amp and clipping; fast_dev_run;
    overfit_batches=1; clip gradients in Lightning; accumulate gradients in Lightning,
    accumulation; 16-bit precision of the Trainer, precision=16; quick test run, debug a
    Lightning script quickly; limit_train_batches; mixed or half precision in Lightning;
    upgrade Lightning 1 to 2; Support for validation_epoch_end has been removed;
    on_train_epoch_end; accumulate_grad_batches; train on a part of the data in
    Lightning; try the Lightning code before the long training; accelerator and devices,
    number of GPUs of the Trainer; debug with a single batch in Lightning;
    gradient_clip_val; several GPUs with Lightning; tell Lightning to use the GPU
"""
# needs: lightning

import logging
import warnings

import lightning as L
import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)  # devices found, tips
warnings.filterwarnings("ignore", module="lightning")  # advice on workers, deprecations


class LitLine(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.line = nn.Linear(4, 1)

    def training_step(self, batch, batch_idx):
        return F.mse_loss(self.line(batch[0]), batch[1])

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)


class OldLine(LitLine):
    def training_epoch_end(self, outputs):
        pass


x, y = torch.ones(32, 4), torch.ones(32, 1)
loader = DataLoader(TensorDataset(x, y), batch_size=4)  # 8 batches
quiet = {"enable_progress_bar": False, "enable_model_summary": False}
quiet |= {"logger": False, "enable_checkpointing": False}

for options in (
    {},
    {"fast_dev_run": True},
    {"limit_train_batches": 0.5},
    {"accumulate_grad_batches": 4, "gradient_clip_val": 1.0},
    {"precision": "bf16-mixed"},
):
    trainer = L.Trainer(max_epochs=1, devices=1, **options, **quiet)  # <-
    trainer.fit(LitLine(), loader)
    print(options, trainer.num_training_batches, trainer.global_step)
    #> {} 8 8
    #> {'fast_dev_run': True} 1 1
    #> {'limit_train_batches': 0.5} 4 4
    #> {'accumulate_grad_batches': 4, 'gradient_clip_val': 1.0} 8 2
    #> {'precision': 'bf16-mixed'} 8 8
