r"""fit: a complete training recipe, from the data to a run that resumes.

Take it whole and change the sections that differ for you. `fit("digits")` uses
scikit-learn's digits, which need no download; `fit("mnist")` and `fit("cifar10")`
download theirs. It chooses the device, shows a progress bar, writes a TensorBoard log
and, after an epoch, a checkpoint: called again after a crash, it goes on from the
newest one that is whole. Epochs are seeded by their number, so that a resumed run draws
what an uninterrupted one draws, and ends with its weights.

On the digits ten seeds have reached 98.6 to 100 % of the test images in eight epochs;
the claim here is 98 %. On MNIST three epochs have reached 99.4 %.

Raises:
    ValueError: `load("minst")` data is digits, mnist or cifar10, got 'minst'
    RuntimeError: `load("mnist", "nowhere")` mnist could not be loaded: Error
        downloading

Asked as:
    full example project in one script; full training pipeline example; complete
    training script to copy; template or boilerplate for train.py; copy and paste
    training code with everything; one python file with dataset, device, TensorBoard and
    saving; training script with checkpointing and TensorBoard; best practices put
    together, production-ready example of training; starter code or skeleton for a new
    project; example project that goes on where it crashed; end-to-end image
    classification; train a CNN on MNIST; full MNIST example with logging and resume; 99
    % on MNIST; checkpoint every epoch and restart automatically; continue after a
    crash, spot instance or Slurm time limit; learning rate schedule, clipping, AMP and
    logging combined; generic trainer with TensorBoard and tqdm; save automatically
    during training, autosave; save the model after every epoch; train an image
    classifier
"""
# needs: tensorboard, tqdm

# %% Imports
import hashlib
import io
import os
import socket
import tempfile
import warnings
from pathlib import Path

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.tensorboard import SummaryWriter
from torchvision import datasets
from tqdm import tqdm


# %% Data
def load(data, root="data"):
    """Return the sets to train, validate and test: images from 0 to 1, and classes."""
    if data == "digits":
        digits = load_digits()
        x = torch.tensor(digits.images).float().unsqueeze(1) / 16
        y = torch.tensor(digits.target)
        fixed = {"random_state": 0}  # the same test set for every seed of the training
        rest, test = train_test_split(range(len(y)), test_size=360, stratify=y, **fixed)
        train, val = train_test_split(rest, test_size=180, stratify=y[rest], **fixed)
        return [TensorDataset(x[part], y[part]) for part in (train, val, test)]
    kinds = {"mnist": datasets.MNIST, "cifar10": datasets.CIFAR10}
    if data not in kinds:
        raise ValueError(f"data is digits, mnist or cifar10, got {data!r}")
    socket.setdefaulttimeout(30)  # a host that sends nothing for so long counts as down
    try:
        sets = [kinds[data](root, train=part, download=True) for part in (True, False)]
    except (OSError, RuntimeError) as error:
        raise RuntimeError(
            f"{data} could not be loaded: {error}. Try again later, delete what a "
            f"broken download left in {root!r}, or use 'digits', which needs none"
        ) from error
    whole = []
    for part in sets:
        x = torch.as_tensor(part.data)  # uint8, (N, H, W) or (N, H, W, 3)
        x = x.unsqueeze(1) if x.ndim == 3 else x.permute(0, 3, 1, 2)
        whole.append(TensorDataset(x.float() / 255, torch.as_tensor(part.targets)))
    (x, y), test = whole[0].tensors, whole[1]
    train = TensorDataset(x[:-5000], y[:-5000])
    return train, TensorDataset(x[-5000:], y[-5000:]), test


# %% Model
def convolutional(channels, size, classes=10, width=32):
    def block(inputs, outputs):
        convolution = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        return [convolution, nn.BatchNorm2d(outputs), nn.ReLU()]

    return nn.Sequential(
        *block(channels, width),
        nn.MaxPool2d(2) if size > 16 else nn.Identity(),
        *block(width, 2 * width),
        nn.MaxPool2d(2),
        *block(2 * width, 4 * width),
        nn.AdaptiveMaxPool2d(2),
        nn.Flatten(),
        nn.Dropout(0.3),
        nn.Linear(4 * width * 4, classes),
    )


def shifted(images, by=1):
    """Move each image by its own random step, zeros coming in at the edges."""
    N, C, H, W = images.shape
    device = images.device
    padded = F.pad(images, [by] * 4)
    down, right = torch.randint(0, 2 * by + 1, (2, N, 1), device=device)
    rows = (down + torch.arange(H, device=device))[:, None, :, None]
    columns = (right + torch.arange(W, device=device))[:, None, None, :]
    image = torch.arange(N, device=device)[:, None, None, None]
    return padded[image, torch.arange(C, device=device)[:, None, None], rows, columns]


# %% Checkpoints
def save(state, folder, name, keep):
    """Write a file whole or not at all, its hash in its name; keep the newest."""
    buffer = io.BytesIO()
    torch.save(state, buffer)
    digest = hashlib.sha256(buffer.getbuffer()).hexdigest()[:16]
    unfinished = folder / f"{name}.unfinished"
    with open(unfinished, "wb") as file:
        file.write(buffer.getbuffer())
        file.flush()
        os.fsync(file.fileno())  # on the disk, before it gets its name
    os.replace(unfinished, folder / f"{name}-{digest}.pt")
    kind = name.split("-")[0]
    for old in sorted(folder.glob(f"{kind}-*.pt"))[:-keep]:
        old.unlink()


def newest(folder, kind, device):
    """Return the newest checkpoint that is whole, or None."""
    for path in sorted(folder.glob(f"{kind}-*.pt"), reverse=True):
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest()[:16] == path.stem.split("-")[-1]:
            return torch.load(io.BytesIO(content), device, weights_only=True)
        warnings.warn(f"{path} is damaged and is passed over", stacklevel=2)
    return None


# %% Evaluation
@torch.no_grad()
def evaluate(model, dataset, device):
    """Return the mean loss and the accuracy."""
    model.eval()
    loss = correct = 0
    for images, classes in DataLoader(dataset, batch_size=1000):
        logits = model(images.to(device))
        classes = classes.to(device)
        loss += F.cross_entropy(logits, classes, reduction="sum").item()
        correct += (logits.argmax(1) == classes).sum().item()
    return loss / len(dataset), correct / len(dataset)


# %% Training
def train_epoch(model, loader, optimizer, scheduler, device):
    """Return the mean loss of the epoch."""
    model.train()
    total = count = 0
    for images, classes in tqdm(loader, leave=False, disable=None):  # on a terminal
        images, classes = images.to(device), classes.to(device)
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            logits = model(shifted(images))
            loss = F.cross_entropy(logits, classes, label_smoothing=0.05)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        scheduler.step()
        total += loss.item() * len(images)
        count += len(images)
    return total / count


# %% The whole run
def fit(data, epochs=12, seed=0, folder="run", root="data", lr=3e-3, batch_size=64):
    """Train, or go on training; return the model and its accuracy on the test set."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    accelerator = torch.accelerator.current_accelerator(check_available=True)
    device = accelerator or torch.device("cpu")
    train, val, test = load(data, root)
    torch.manual_seed(seed)
    channels, size, _ = train[0][0].shape
    model = convolutional(channels, size).to(device)
    optimizer = torch.optim.AdamW(model.parameters(), lr, weight_decay=0.01)
    loader = DataLoader(train, batch_size, shuffle=True, drop_last=True)
    steps = epochs * len(loader)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, lr, total_steps=steps)
    parts = {"model": model, "optimizer": optimizer, "scheduler": scheduler}
    first, best = 0, 0.0
    if state := newest(folder, "last", device):
        for name, part in parts.items():
            part.load_state_dict(state[name])
        first, best = state["epoch"] + 1, state["best"]
    with SummaryWriter(folder, purge_step=first) as log:
        for epoch in range(first, epochs):
            torch.manual_seed(seed * 1000 + epoch)  # a resumed run draws the same
            train_loss = train_epoch(model, loader, optimizer, scheduler, device)
            val_loss, accuracy = evaluate(model, val, device)
            log.add_scalar("loss/train", train_loss, epoch)
            log.add_scalar("loss/validation", val_loss, epoch)
            log.add_scalar("accuracy/validation", accuracy, epoch)
            if accuracy >= best:
                best = accuracy
                save({"model": model.state_dict()}, folder, f"best-{epoch:04}", keep=1)
            state = {name: part.state_dict() for name, part in parts.items()}
            state |= {"epoch": epoch, "best": best}
            save(state, folder, f"last-{epoch:04}", keep=2)
    if state := newest(folder, "best", device):
        model.load_state_dict(state["model"])
    return model, evaluate(model, test, device)[1]


# %% Use
with tempfile.TemporaryDirectory() as folder:  # in a real run, a folder that stays
    model, accuracy = fit("digits", epochs=8, folder=folder)  # <-
    again, same = fit("digits", epochs=8, folder=folder)  # nothing is left to do
print(accuracy >= 0.98, same == accuracy)
#> True True
