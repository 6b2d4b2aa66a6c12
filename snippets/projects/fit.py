r"""fit: a complete training recipe, from the data to a run that resumes.

Take it whole and change the sections that differ for you. A run is a `Config` and a
folder, where a checkpoint is written after each epoch. The same call after a crash goes
on from the newest one that is whole; after the end it returns what came out. With more
`epochs` it goes on, its rates those of the longer schedule. Another configuration in
the same folder is refused, and so is a second run at the same time. SIGTERM saves, then
ends the process. Each step draws by its number: on the CPU a resumed run ends with the
weights of an undisturbed one, bit for bit.

It runs on an accelerator if there is one, with bfloat16 on CUDA. Under `torchrun` the
processes share `batch_size`. TensorBoard shows train and validation loss, measured
alike. A loss that is not finite ends the run before it is saved. `Config("mnist")` and
`Config("cifar10")` download their data; the digits come with scikit-learn.

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
import atexit
import fcntl
import hashlib
import io
import math
import os
import signal
import socket
import tempfile
import threading
import warnings
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.distributed as dist
import torch.nn.functional as F
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.optim.swa_utils import AveragedModel
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.tensorboard import SummaryWriter
from torchvision import datasets
from tqdm import tqdm


# %% Configuration
@dataclass(frozen=True)
class Config:
    data: str = "digits"  # or mnist, cifar10: these are downloaded
    epochs: int = 12
    batch_size: int = 64  # of all processes together
    lr: float = 3e-3  # the highest; it rises for a fifth of the steps
    weight_decay: float = 0.01
    label_smoothing: float = 0.05
    ema: float = 0.0  # 0.999: evaluate a mean of the weights of about 1,000 steps
    compile: bool = False
    seed: int = 0


def check(config, state, folder):
    """Refuse to go on with another run; `epochs` may grow, `compile` may change."""
    was, now = state["config"], asdict(config)
    other = [name for name in now if was.get(name) != now[name]]
    other = [name for name in other if name not in {"epochs", "compile"}]
    if other:
        was, now = ({name: of.get(name) for name in other} for of in (was, now))
        differs = f"{was}, not {now}"
        raise ValueError(f"the run in {folder} has {differs}: use another folder")
    if state["epochs"] > config.epochs:
        epochs = f"{state['epochs']} epochs, more than {config.epochs}"
        raise ValueError(f"the run in {folder} has {epochs}: use another folder")


# %% Data
def load(data, root="data"):
    """Return sets to train, validate and test: uint8 images (N, C, H, W), classes."""
    if data == "digits":
        digits = load_digits()
        x = torch.tensor(digits.images * (255 / 16)).round().byte().unsqueeze(1)
        y = torch.tensor(digits.target)
        fixed = {"random_state": 0}  # the same test set for every seed of the training
        rest, test = train_test_split(range(len(y)), test_size=360, stratify=y, **fixed)
        train, val = train_test_split(rest, test_size=180, stratify=y[rest], **fixed)
        return [TensorDataset(x[part], y[part]) for part in (train, val, test)]
    kinds = {"mnist": datasets.MNIST, "cifar10": datasets.CIFAR10}
    if data not in kinds:
        raise ValueError(f"data is digits, mnist or cifar10, got {data!r}")
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(30)  # a host that sends nothing for so long counts as down
    try:
        sets = [kinds[data](root, train=part, download=True) for part in (True, False)]
    except (OSError, RuntimeError) as error:
        raise RuntimeError(
            f"{data} could not be loaded: {error}. Try again later, delete what a "
            f"broken download left in {root!r}, or use 'digits', which needs none"
        ) from error
    finally:
        socket.setdefaulttimeout(before)
    whole = []
    for part in sets:
        x = torch.as_tensor(part.data)  # grey without channels, colour with them last
        x = x.unsqueeze(1) if x.ndim == 3 else x.permute(0, 3, 1, 2).contiguous()
        whole.append(TensorDataset(x, torch.as_tensor(part.targets)))
    (x, y), test = whole[0].tensors, whole[1]
    train = TensorDataset(x[:-5000], y[:-5000])
    return train, TensorDataset(x[-5000:], y[-5000:]), test


# %% Batches and augmentation
def batches(dataset, indices, device):
    """Yield batches on the device, each taken at once, not made up of samples."""
    pin = device.type == "cuda"
    for batch in DataLoader(dataset, batch_size=None, sampler=indices, pin_memory=pin):
        yield [part.to(device, non_blocking=pin) for part in batch]


def augmented(images, flip, by=1):
    """Move each image by its own random step, zeros coming in; mirror half of them."""
    N, C, H, W = images.shape
    device = images.device
    padded = F.pad(images, [by] * 4)
    down, right = torch.randint(0, 2 * by + 1, (2, N, 1), device=device)
    rows = (down + torch.arange(H, device=device))[:, None, :, None]
    columns = right + torch.arange(W, device=device)
    if flip:
        mirrored = torch.rand(N, 1, device=device) < 0.5
        columns = torch.where(mirrored, columns.flip(1), columns)
    image = torch.arange(N, device=device)[:, None, None, None]
    channel = torch.arange(C, device=device)[:, None, None]
    return padded[image, channel, rows, columns[:, None, None, :]]


# %% Model
class Standardize(nn.Module):
    """From uint8 to mean 0 and standard deviation 1 of the channels of some images."""

    def __init__(self, images):
        super().__init__()
        std, mean = torch.std_mean(images.float(), (0, 2, 3), keepdim=True)
        self.mean, self.std = nn.Buffer(mean[0]), nn.Buffer(std[0])

    def forward(self, images):
        return (images - self.mean) / self.std


def convolutional(images, classes=10, width=32):
    def block(inputs, outputs):
        convolution = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        return [convolution, nn.BatchNorm2d(outputs), nn.ReLU()]

    _, channels, size, _ = images.shape
    return nn.Sequential(
        Standardize(images[:10_000]),
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


# %% Processes
def processes(batch_size):
    """Join those that torchrun started, or be alone: rank, how many, device."""
    accelerator = torch.accelerator.current_accelerator(check_available=True)
    device = accelerator or torch.device("cpu")
    if device.type == "cuda":
        torch.set_float32_matmul_precision("high")  # TensorFloat32 outside of autocast
    if "RANK" not in os.environ:
        return 0, 1, device
    if accelerator:
        torch.accelerator.set_device_index(int(os.environ["LOCAL_RANK"]))
    if not dist.is_initialized():
        dist.init_process_group()
        atexit.register(dist.destroy_process_group)
    world = dist.get_world_size()
    if batch_size % world:
        raise ValueError(f"{batch_size=} is not shared by {world} processes")
    return dist.get_rank(), world, device


def total(tensor):
    """Return the sum over the processes."""
    if dist.is_initialized():
        dist.all_reduce(tensor)
    return tensor


# %% Checkpoints
def save(state, folder, step, keep=2):
    """Write a file whole or not at all, its hash in its name; keep the newest."""
    buffer = io.BytesIO()
    torch.save(state, buffer)
    digest = hashlib.sha256(buffer.getbuffer()).hexdigest()[:16]
    path = folder / f"last-{step:09}-{digest}.pt"
    unfinished = folder / f"{path.stem}.unfinished"
    try:
        with open(unfinished, "wb") as file:
            file.write(buffer.getbuffer())
            file.flush()
            os.fsync(file.fileno())  # on the disk, before it gets its name
        os.replace(unfinished, path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise OSError(error.errno, f"{error.strerror}, not saved", str(path)) from error
    for old in sorted(folder.glob("last-*.pt"))[:-keep]:
        old.unlink()


def newest(folder):
    """Return the newest checkpoint that is whole, or None; put damaged ones aside."""
    for path in sorted(folder.glob("last-*.pt"), reverse=True):
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest()[:16] == path.stem.split("-")[-1]:
            return torch.load(io.BytesIO(content), "cpu", weights_only=True)
        aside = path.rename(path.with_suffix(".damaged"))
        warnings.warn(f"{path.name} is damaged, now {aside}", stacklevel=2)
    return None


# %% One run in a folder, and its end
@contextmanager
def only_run(folder):
    """Refuse a second run; the lock ends with its process, however that ends."""
    with open(folder / "lock", "a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RuntimeError(f"another run trains in {folder}") from None
        for rest in folder.glob("*.unfinished"):
            rest.unlink()
        yield


@contextmanager
def told_to_stop():
    """Give an event that SIGTERM sets; obey the signal when the state is saved."""
    told = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield told  # signals come to the main thread
        return
    before = signal.signal(signal.SIGTERM, lambda *_: told.set())
    try:
        yield told
    finally:
        signal.signal(signal.SIGTERM, before)
        if told.is_set():
            signal.raise_signal(signal.SIGTERM)


# %% State
class Run:
    """What is trained, and all that a checkpoint holds of it."""

    def __init__(self, config, train, device):
        self.config, self.step, self.accuracy, self.best = config, 0, -1.0, None
        self.each = max(1, len(train) // config.batch_size)  # steps of an epoch
        torch.manual_seed(config.seed)
        self.model = self.evaluated = convolutional(train.tensors[0]).to(device)
        kernels = [p for p in self.model.parameters() if p.ndim > 1]
        others = [p for p in self.model.parameters() if p.ndim <= 1]  # biases and norms
        groups = [{"params": kernels}, {"params": others, "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(
            groups, config.lr, weight_decay=config.weight_decay, fused=True
        )
        self.parts = {"model": self.model, "optimizer": self.optimizer}
        if config.ema:

            def mean(old, new, count):  # of all steps at first, then of the last ones
                share = (1 / (count + 1)).clamp(min=1 - config.ema)
                return old.lerp(new, share) if old.is_floating_point() else new

            average = AveragedModel(self.model, avg_fn=mean, use_buffers=True)
            self.parts["average"], self.evaluated = average, average.module

    def state_dict(self):
        state = {name: part.state_dict() for name, part in self.parts.items()}
        state |= {"config": asdict(self.config), "step": self.step}
        state |= {"epochs": math.ceil(self.step / self.each)}  # begun
        return state | {"accuracy": self.accuracy, "best": self.best}

    def load_state_dict(self, state):
        for name, part in self.parts.items():
            part.load_state_dict(state[name])
        self.step, self.best = state["step"], state["best"]
        self.accuracy = state["accuracy"]


# %% One step
def share_of_rate(step, steps):
    """Up in a line for a fifth of the steps, then down towards 0 on a cosine."""
    rise = math.ceil(steps / 5)
    if step < rise:
        return (step + 1) / rise
    return 0.5 + 0.5 * math.cos(math.pi * (step - rise + 1) / (steps - rise + 1))


def train_step(run, network, images, classes, steps):
    """Return the loss and the norm of the gradient, as tensors."""
    config = run.config
    for group in run.optimizer.param_groups:
        group["lr"] = config.lr * share_of_rate(run.step, steps)
    with torch.autocast(images.device.type, torch.bfloat16, enabled=images.is_cuda):
        logits = network(augmented(images, flip=config.data == "cifar10"))
    loss = F.cross_entropy(
        logits.float(), classes, label_smoothing=config.label_smoothing
    )
    run.optimizer.zero_grad()
    loss.backward()
    norm = nn.utils.clip_grad_norm_(run.model.parameters(), 1.0)
    run.optimizer.step()
    if "average" in run.parts:
        run.parts["average"].update_parameters(run.model)
    run.step += 1
    return loss.detach(), norm


# %% Evaluation
@torch.no_grad()
def evaluate(model, dataset, device, rank=0, world=1):
    """Return the mean loss and the accuracy."""
    model.eval()
    sums = torch.zeros(2, device=device)
    indices = torch.arange(rank, len(dataset), world).split(1000)
    for images, classes in batches(dataset, indices, device):
        logits = model(images)
        loss = F.cross_entropy(logits, classes, reduction="sum")
        sums += torch.stack([loss, (logits.argmax(1) == classes).sum()])
    return (total(sums) / len(dataset)).tolist()


# %% One epoch
def train_epoch(run, network, train, device, rank, world, told, note):
    """Train to the end of the epoch and return True; or until told to stop."""
    config, each = run.config, run.each
    epoch, done = divmod(run.step, each)
    draws = torch.Generator().manual_seed(config.seed * 1_000_003 + epoch)
    order = torch.randperm(len(train), generator=draws)[: each * config.batch_size]
    mine = [batch[rank::world] for batch in order.split(config.batch_size)[done:]]
    bar = {"total": len(mine), "leave": False, "disable": None if rank == 0 else True}
    network.train()
    for images, classes in tqdm(batches(train, mine, device), **bar):  # on a terminal
        # A step draws by its number: a run that goes on draws what it would have drawn.
        torch.manual_seed((config.seed * 1_000_003 + run.step) * 1024 + rank)
        seen = train_step(run, network, images, classes, config.epochs * each)
        if run.step % 10 == 0 or run.step % each == 0:
            stop = torch.tensor(float(told.is_set()), device=device)
            loss, norm, stop = (total(torch.stack([*seen, stop])) / world).tolist()
            if not math.isfinite(loss + norm):
                raise FloatingPointError(
                    f"at step {run.step} the loss is {loss}, the norm of the gradient "
                    f"{norm}: try a lower lr; the last checkpoint is from before"
                )
            rate = run.optimizer.param_groups[0]["lr"]
            note({"step/loss": loss, "step/norm": norm, "step/rate": rate})
            if stop:
                break
    return run.step % each == 0


# %% The beginning, or where it stopped
def begin(config, folder, root, stack):
    """Return the run, from its newest checkpoint if there is one, and what it needs."""
    rank, world, device = processes(config.batch_size)
    folder.mkdir(parents=True, exist_ok=True)
    if rank == 0:
        stack.enter_context(only_run(folder))
    state = [newest(folder) if rank == 0 else None]
    if world > 1:
        dist.broadcast_object_list(state)
    if state[0]:
        check(config, state[0], folder)
    for turn in (True, False):  # the first process downloads, the others find the files
        if (rank == 0) == turn:
            sets = load(config.data, root)
        if world > 1:
            dist.barrier()
    run = Run(config, sets[0], device)
    if state[0]:
        run.load_state_dict(state[0])
    return run, sets, (device, rank, world)


# %% The whole run
def fit(config, folder, root="data"):
    """Train, or go on training; return the best model, its accuracy on the test set."""
    with ExitStack() as stack:
        told = stack.enter_context(told_to_stop())
        folder = Path(folder)
        run, (train, val, test), place = begin(config, folder, root, stack)
        _, rank, world = place
        if config.compile:
            run.model.compile()
        network = DistributedDataParallel(run.model) if world > 1 else run.model
        if rank == 0:
            log = stack.enter_context(SummaryWriter(folder, purge_step=run.step + 1))

        def note(values):
            for tag, value in values.items():
                if rank == 0:
                    log.add_scalar(tag, value, run.step)

        while run.step < config.epochs * run.each:
            if finished := train_epoch(run, network, train, *place, told, note):
                for buffer in run.evaluated.buffers() if world > 1 else ():
                    dist.broadcast(buffer, 0)
                some = min(len(val), 2000)
                for name, part in (("train", train[:some]), ("validation", val[:])):
                    part = TensorDataset(*part)
                    loss, accuracy = evaluate(run.evaluated, part, *place)
                    note({f"{name}/loss": loss, f"{name}/accuracy": accuracy})
                if accuracy >= run.accuracy:
                    weights = run.evaluated.state_dict().items()
                    run.best = {name: value.clone() for name, value in weights}
                    run.accuracy = accuracy
            if rank == 0:
                save(run.state_dict(), folder, run.step)
            if not finished:
                raise SystemExit(f"stopped at step {run.step}; the same call goes on")
        if run.best:
            run.evaluated.load_state_dict(run.best)
        return run.evaluated, evaluate(run.evaluated, test, *place)[1]


# %% Use
with tempfile.TemporaryDirectory() as folder:  # in a real run, a folder that stays
    model, accuracy = fit(Config("digits", epochs=8), folder)  # <-
    again, same = fit(Config("digits", epochs=8), folder)  # nothing is left to do
print(accuracy >= 0.98, same == accuracy)
#> True True
