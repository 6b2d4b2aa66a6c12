"""One epoch of MNIST, side by side: the recipe, the plainest loop, Lightning's.

A run of its own, `python tests/training/speed.py`: it takes minutes, and nothing else may run
beside it. Each trains the same net on 55,000 images in batches of 64, and evaluates it on the
10,000 of the test set, so the seconds are those of a user's call. `--before FILE` adds another
version of the recipe, by its file.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, Subset
from torchvision import datasets, transforms

sys.path.insert(0, str(Path(__file__).parents[1]))

from recipes import names_of
from support import DATA

RECIPE = names_of("projects/fit", "Use")


def net():
    """Return the net of the recipe without its first layer: `ToTensor` has scaled the images."""
    torch.manual_seed(0)
    return RECIPE["convolutional"](torch.zeros(1, 1, 28, 28))[1:]


def loaders():
    sets = [datasets.MNIST(DATA, train=part, transform=transforms.ToTensor()) for part in (1, 0)]
    train = Subset(sets[0], range(55_000))
    return DataLoader(train, batch_size=64, shuffle=True), DataLoader(sets[1], batch_size=64)


def accuracy_of(model, loader):
    model.eval()
    with torch.no_grad():
        return sum((model(x).argmax(1) == y).sum().item() for x, y in loader) / 10_000


def plainest():
    model, (train, test) = net(), loaders()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    model.train()
    for images, classes in train:
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images), classes)
        loss.backward()
        optimizer.step()
    return accuracy_of(model, test)


def lightning():
    import lightning

    class Lit(lightning.LightningModule):
        def __init__(self):
            super().__init__()
            self.model = net()

        def training_step(self, batch, _):
            loss = F.cross_entropy(self.model(batch[0]), batch[1])
            self.log("loss", loss)
            return loss

        def configure_optimizers(self):
            return torch.optim.AdamW(self.parameters(), lr=1e-3)

    train, test = loaders()
    with tempfile.TemporaryDirectory() as folder:
        trainer = lightning.Trainer(
            max_epochs=1, default_root_dir=folder, enable_progress_bar=False, accelerator="cpu",
            enable_model_summary=False,
        )  # fmt: skip
        lit = Lit()
        trainer.fit(lit, train)
    return accuracy_of(lit.model, test)


def recipe():
    with tempfile.TemporaryDirectory() as folder:
        return RECIPE["fit"](RECIPE["Config"]("mnist", epochs=1), folder, str(DATA))[1]


def before(path):
    source = Path(path).read_text().partition("# %% Use\n")[0]
    names = {"__name__": "before"}
    exec(compile(source, path, "exec", dont_inherit=True), names)

    def run():
        with tempfile.TemporaryDirectory() as folder:
            return names["fit"]("mnist", epochs=1, folder=folder, root=str(DATA))[1]

    return run


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--before", help="the file of another version of the recipe")
    parser.add_argument("--rounds", type=int, default=2)
    arguments = parser.parse_args()
    contenders = {"plainest loop": plainest, "Lightning": lightning, "recipe": recipe}
    if arguments.before:
        contenders["recipe before"] = before(arguments.before)
    print(f"torch {torch.__version__}, {torch.get_num_threads()} threads", flush=True)
    for _ in range(arguments.rounds):
        for name, run in contenders.items():
            start = time.perf_counter()
            accuracy = run()
            seconds = time.perf_counter() - start
            print(f"{name:15} {seconds:6.1f} s, test accuracy {accuracy:.4f}", flush=True)
