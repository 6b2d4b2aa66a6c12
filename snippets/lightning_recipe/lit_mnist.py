"""LitMNIST: a LightningModule and a DataModule, trained and tested.

The model holds the steps, the data module the loaders, the `Trainer` the loop. Digits
of scikit-learn by default, so that it runs anywhere in seconds; for MNIST write
`LitMNIST(data="mnist")` and `DigitData(data="mnist", root="data")`, which downloads 12
MB once. The accuracy on the test digits is at least 0.88, here after 8 epochs.

Attributes: Shapes
    images: (N, 1, 8, 8) float32, in [0, 1]
    labels: (N,) int64

Asked as:
    pytorch_lightning example; import pytorch_lightning as pl; how is a
    pl.LightningModule written, why use it; hello world of Lightning, a small working
    program; pl.LightningDataModule; where do optimizer and training_step go in a
    Lightning class; what goes into training_step and def configure_optimizers(self) in
    Lightning; save_hyperparameters; turn an nn.Module or a plain loop into Lightning;
    self.log; train_dataloader and val_dataloader; prepare_data and setup;
    pl.Trainer(max_epochs=5) and trainer.fit; log accuracy with Lightning; training
    without writing the loop; organise training code as a LightningModule; what to
    define in a Lightning model, structure, tutorial; log metrics in Lightning; train
    with the Lightning Trainer
"""
# needs: lightning

# %% Data
import logging
import warnings

import lightning as L
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split
from torchvision.datasets import MNIST


class DigitData(L.LightningDataModule):
    def __init__(self, data="digits", root="data", batch_size=64):
        super().__init__()
        self.save_hyperparameters()

    def prepare_data(self):  # comes before setup: download, nothing else
        if self.hparams.data == "mnist":
            MNIST(self.hparams.root, download=True)

    def setup(self, stage):  # comes before the loaders
        if self.hparams.data == "mnist":
            parts = [MNIST(self.hparams.root, train=train) for train in (True, False)]
            sets = [TensorDataset(p.data.unsqueeze(1) / 255, p.targets) for p in parts]
        else:
            digits = load_digits()
            x = torch.tensor(digits.images, dtype=torch.float32).unsqueeze(1) / 16
            y = torch.tensor(digits.target)
            parts = (slice(1400), slice(1400, None))
            sets = [TensorDataset(x[part], y[part]) for part in parts]
        fixed = torch.Generator().manual_seed(0)  # a split that stays
        self.train, self.valid = random_split(sets[0], [0.9, 0.1], generator=fixed)
        self.test = sets[1]

    def train_dataloader(self):
        return DataLoader(self.train, self.hparams.batch_size, shuffle=True)

    def val_dataloader(self):
        return DataLoader(self.valid, self.hparams.batch_size)

    def test_dataloader(self):
        return DataLoader(self.test, self.hparams.batch_size)


# %% Model
class LitMNIST(L.LightningModule):
    def __init__(self, data="digits", lr=1e-2):
        super().__init__()
        self.save_hyperparameters()  # self.hparams, and into the checkpoint
        half = {"digits": 8, "mnist": 28}[data] // 2
        self.net = nn.Sequential(
            nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * half * half, 10),
        )

    def forward(self, images):
        return self.net(images)

    def loss_and_log(self, batch, stage):
        images, labels = batch
        logits = self(images)
        loss = F.cross_entropy(logits, labels)
        accuracy = (logits.argmax(1) == labels).float().mean()
        self.log_dict({f"{stage}_loss": loss, f"{stage}_accuracy": accuracy})
        return loss

    def training_step(self, batch, batch_idx):
        return self.loss_and_log(batch, "train")  # then backward and step

    def validation_step(self, batch, batch_idx):
        self.loss_and_log(batch, "valid")  # averaged over the epoch

    def test_step(self, batch, batch_idx):
        self.loss_and_log(batch, "test")

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=self.hparams.lr)


# %% Training
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)  # devices found, tips
warnings.filterwarnings("ignore", module="lightning")  # advice on workers, deprecations
quiet = {"logger": False, "enable_progress_bar": False, "enable_model_summary": False}

torch.manual_seed(0)
model, data = LitMNIST(), DigitData()
trainer = L.Trainer(
    max_epochs=8, accelerator="auto", devices=1, enable_checkpointing=False, **quiet
)
trainer.fit(model, data)  # <-
print(trainer.current_epoch, trainer.global_step)
#> 8 160
print(sorted(trainer.callback_metrics))
#> ['train_accuracy', 'train_loss', 'valid_accuracy', 'valid_loss']

# %% Test
result = trainer.test(model, data, verbose=False)[0]
print(result["test_accuracy"] >= 0.88)
#> True
images, labels = next(iter(data.test_dataloader()))
print(tuple(images.shape), dict(model.hparams))
#> (64, 1, 8, 8) {'data': 'digits', 'lr': 0.01}
