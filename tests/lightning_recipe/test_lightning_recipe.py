"""LitMNIST on the real MNIST, and what the entries say about Lightning."""

import contextlib
import math

import pytest
import torch
from recipes import names_of
from support import DATA, library, needs_mnist, says

L = pytest.importorskip("lightning")

QUIET = {
    "logger": False,
    "enable_checkpointing": False,
    "enable_progress_bar": False,
    "enable_model_summary": False,
}


@pytest.fixture(autouse=True, scope="module")
def elsewhere(tmp_path_factory):
    """Lightning makes `checkpoints` and `lightning_logs` where it is started."""
    folder = tmp_path_factory.mktemp("lightning")
    with contextlib.chdir(folder):
        yield
    assert not list(folder.iterdir())


@pytest.fixture(scope="module")
def recipe(elsewhere):
    return names_of("lightning_recipe/lit_mnist")


@says(
    "lightning_recipe/lit_mnist",
    "Digits of scikit-learn by default, so that it runs anywhere in seconds; for MNIST write "
    '`LitMNIST(data="mnist")` and `DigitData(data="mnist", root="data")`, which downloads 12 MB '
    "once.",
)
@needs_mnist
def test_lit_mnist_on_mnist(recipe):
    """40 batches of 64 are a twentieth of an epoch."""
    torch.manual_seed(0)
    model = recipe["LitMNIST"](data="mnist")
    data = recipe["DigitData"](data="mnist", root=DATA)
    trainer = L.Trainer(
        max_epochs=1,
        limit_train_batches=40,
        limit_val_batches=2,
        limit_test_batches=20,
        devices=1,
        **QUIET,
    )
    trainer.fit(model, data)
    assert (len(data.train), len(data.valid), len(data.test)) == (54_000, 6_000, 10_000)
    images, labels = data.train[:64]
    assert (images.shape, images.dtype, labels.dtype) == (
        (64, 1, 28, 28), torch.float32, torch.int64,
    )  # fmt: skip
    assert 0 <= images.min() < images.max() <= 1
    assert trainer.test(model, data, verbose=False)[0]["test_accuracy"] > 0.7


@says(
    "lightning_recipe/lit_mnist",
    "averaged over the epoch",
    "The accuracy on the test digits is at least 0.88, here after 8 epochs.",
)
@says("lightning_recipe", '`self.log("valid_loss", loss)` | adding up and averaging over the epoch')
def test_the_logged_accuracy_is_that_of_the_whole_set(recipe):
    """The last batch is smaller; the mean over the epoch has to weigh it so."""
    images, labels = recipe["data"].test.tensors
    assert len(images) % 64
    model = recipe["model"].eval()
    with torch.no_grad():
        accuracy = (model(images).argmax(1) == labels).double().mean().item()
    assert math.isclose(recipe["result"]["test_accuracy"], accuracy, rel_tol=1e-6)
    assert recipe["trainer"].current_epoch == 8
    assert accuracy >= 0.88


@says("lightning_recipe/lit_mnist", "a split that stays")
def test_no_sample_is_both_trained_on_and_validated_on(recipe):
    data = recipe["data"]
    train, valid = set(data.train.indices), set(data.valid.indices)
    assert not train & valid
    assert len(train) + len(valid) == 1400
    again = recipe["DigitData"]()
    again.setup("fit")
    assert again.train.indices == data.train.indices


@says(
    "lightning_recipe",
    "`training_step(batch, i)` returning a loss | the body of the loop up to `loss`; `backward`, "
    "`step` and `zero_grad` are done for you",
)
@says("lightning_recipe/lit_mnist", "then backward and step")
def test_same_weights_as_a_loop_by_hand():
    names = names_of("lightning_recipe/resume_training")
    model = names["LitLine"]()
    optimizer = torch.optim.Adam(model.line.parameters(), lr=0.05)
    for _ in range(4):
        for x, y in names["loader"]:
            optimizer.zero_grad()
            ((model.line(x) - y) ** 2).mean().backward()
            optimizer.step()
    torch.testing.assert_close(model.line.weight, names["resumed"].line.weight)


@says("lightning_recipe/checkpoint_and_stop", 'Best is not last: test with `ckpt_path="best"`.')
def test_best_is_the_lowest_validation_loss():
    names = names_of("lightning_recipe/checkpoint_and_stop")
    best = names["best"].best_model_score
    assert best < names["last_loss"]
    assert math.isclose(names["result"][0]["valid_loss"], best, rel_tol=1e-6)


@says(
    "lightning_recipe",
    "The package is `lightning`, imported as `L`; `pytorch_lightning` is its older name, and a "
    "model of one is refused by the `Trainer` of the other.",
)
def test_the_two_names_of_lightning_do_not_mix():
    old = library("pytorch_lightning")
    for one, other in ((L, old), (old, L)):
        trainer = one.Trainer(fast_dev_run=True, **QUIET)
        with pytest.raises(TypeError, match=r"single import style|must be a `LightningModule`"):
            trainer.fit(other.LightningModule())
    assert old.__version__ == L.__version__
