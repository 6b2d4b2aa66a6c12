"""predict: outputs for a whole loader.

`trainer.predict` switches to `eval`, turns gradients off, moves the batches and returns
a list with what `predict_step` gave for each; join them with `torch.cat`. The loader
gives what `predict_step` expects: here images alone. The model remains an `nn.Module`:
calling it does the same without a trainer.

Attributes: Shapes
    images: (N, 4) float32
    classes: (N,) int64

Asked as:
    predict_step; Lightning inference, predictions as a NumPy array; Trainer.predict
    returns a list; predictions of a LightningModule on the test set; join the
    predictions of all batches; use a LightningModule without the Trainer;
    predict_dataloader; predict_step gets inputs and labels; run a trained Lightning
    model over a dataloader, collect outputs; class labels for all test images with the
    Trainer; one tensor from the list of trainer.predict; call a Lightning model for new
    data after training, get outputs
"""
# needs: lightning

import logging
import warnings

import lightning as L
import torch
from torch import nn
from torch.utils.data import DataLoader

logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)  # devices found, tips
warnings.filterwarnings("ignore", module="lightning")  # advice on workers, deprecations


class LitClassifier(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Dropout(0.5), nn.Linear(4, 3))

    def forward(self, images):
        return self.net(images)

    def predict_step(self, batch, batch_idx):
        return self(batch).argmax(1)


torch.manual_seed(0)
images = torch.randn(10, 4)
model = LitClassifier()
quiet = {"logger": False, "enable_progress_bar": False}
trainer = L.Trainer(accelerator="auto", devices=1, **quiet)

parts = trainer.predict(model, DataLoader(images, batch_size=4))  # <-
print([tuple(part.shape) for part in parts])
#> [(4,), (4,), (2,)]
classes = torch.cat(parts).cpu()  # (10,)

model.eval()  # without dropout, as predict does
with torch.inference_mode():
    print(torch.equal(classes, model(images).argmax(1)))
    #> True
