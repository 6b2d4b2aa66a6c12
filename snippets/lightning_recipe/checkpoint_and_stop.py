"""ModelCheckpoint and EarlyStopping: keep the best, stop in time.

Both watch a name that was logged, here in validation; `mode="max"` for an accuracy. A
name that is never logged is an error; where nothing is validated `ModelCheckpoint`
warns, and keeps no file. `patience` counts validations without progress, but NaN stops
at once. Best is not last: test with `ckpt_path="best"`.

Attributes: Shapes
    x: (N, 64) float32
    y: (N,) int64

Asked as:
    Lightning callbacks; early stop in pytorch_lightning; save the best Lightning model,
    highest val accuracy, not only the last; monitor="val_loss"; patience of the
    Trainer; save_top_k; best_model_path; save_last; test the best weights instead of
    the last, ckpt_path="best"; Early stopping conditioned on metric val_loss which is
    not available; ModelCheckpoint could not find the monitored key in the returned
    metrics; Lightning ends training when val_loss gets no better; Lightning
    ModelCheckpoint callback, only the best epoch is kept; Lightning, save weights of
    the lowest validation loss, not only the last checkpoint;
    callbacks=[EarlyStopping("val_loss")] of Lightning; Lightning checkpoint
"""
# needs: lightning

# %% Model
import logging
import tempfile
import warnings
from pathlib import Path

import lightning as L
import torch
import torch.nn.functional as F
from lightning.pytorch.callbacks import EarlyStopping, ModelCheckpoint
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class LitDigits(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))

    def training_step(self, batch, batch_idx):
        return F.cross_entropy(self.net(batch[0]), batch[1])

    def validation_step(self, batch, batch_idx):
        self.log("valid_loss", F.cross_entropy(self.net(batch[0]), batch[1]))

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=0.03)


# %% Data: 60 samples, so that it overfits soon
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)  # devices found, tips
warnings.filterwarnings("ignore", module="lightning")  # advice on workers, deprecations

torch.manual_seed(0)
digits = load_digits()
x = torch.tensor(digits.data, dtype=torch.float32) / 16
y = torch.tensor(digits.target)
train = DataLoader(TensorDataset(x[:60], y[:60]), batch_size=20, shuffle=True)
valid = DataLoader(TensorDataset(x[60:], y[60:]), batch_size=600)

# %% Training
with tempfile.TemporaryDirectory() as folder:
    best = ModelCheckpoint(folder, "best", monitor="valid_loss", save_last=True)  # <-
    stop = EarlyStopping("valid_loss", patience=3)
    trainer = L.Trainer(
        max_epochs=50, accelerator="auto", devices=1, callbacks=[best, stop],
        logger=False, enable_progress_bar=False, enable_model_summary=False,
    )
    trainer.fit(LitDigits(), train, valid)
    print(sorted(path.name for path in Path(folder).iterdir()))
    #> ['best.ckpt', 'last.ckpt']
    print(trainer.current_epoch < 50, stop.wait_count)
    #> True 3

    last_loss = trainer.callback_metrics["valid_loss"]
    result = trainer.validate(dataloaders=valid, ckpt_path="best", verbose=False)
    print(result[0]["valid_loss"] < last_loss.item())
    #> True
