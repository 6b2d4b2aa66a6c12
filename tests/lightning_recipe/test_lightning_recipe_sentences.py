"""What the sentences of lightning_recipe say."""

import logging
import math
import warnings

import pytest
import torch
import torch.nn.functional as F
from recipes import names_of
from support import says
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

pytest.importorskip("lightning")
import lightning as L
from lightning.pytorch.callbacks import EarlyStopping, ModelCheckpoint, model_checkpoint

QUIET = {
    "logger": False, "enable_checkpointing": False, "enable_progress_bar": False,
    "enable_model_summary": False, "devices": 1, "accelerator": "cpu",
}  # fmt: skip


class Line(L.LightningModule):
    """A line that notes in which mode its steps run, and logs what `losses` says."""

    def __init__(self, lr=0.1, losses=(1.0,) * 50):
        super().__init__()
        self.save_hyperparameters(ignore=["losses"])
        self.net = nn.Sequential(nn.Dropout(0.5), nn.Linear(4, 1))
        self.losses, self.seen = iter(losses), []

    def note(self, step):
        self.seen.append((step, self.training, torch.is_grad_enabled()))

    def forward(self, x):
        return self.net(x)

    def training_step(self, batch, batch_idx):
        self.note("training")
        self.log("train_loss", 1.0)
        return F.mse_loss(self(batch[0]), batch[1])

    def validation_step(self, batch, batch_idx):
        self.note("validation")
        self.log("valid_loss", next(self.losses))

    def test_step(self, batch, batch_idx):
        self.note("test")

    def predict_step(self, batch, batch_idx):
        self.note("predict")
        return self(batch[0])

    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), self.hparams.lr, momentum=0.9)
        schedule = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.9)
        return {"optimizer": optimizer, "lr_scheduler": schedule}


@pytest.fixture(autouse=True)
def quiet(tmp_path_factory, monkeypatch):
    folder = tmp_path_factory.mktemp("elsewhere")  # Lightning writes where it is started
    monkeypatch.chdir(folder)
    warnings.filterwarnings("ignore", module="lightning")
    logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
    torch.manual_seed(0)
    yield
    assert not list(folder.iterdir())


def trainer_for(**options):
    return L.Trainer(**{"max_epochs": 1, **QUIET, **options})


@pytest.fixture
def loader():
    x = torch.arange(32.0).reshape(8, 4).sin()
    return DataLoader(TensorDataset(x, x.sum(1, keepdim=True)), batch_size=4)


@says(
    "lightning_recipe", "`validation_step`, `test_step` | the loop under `eval`, without gradients"
)
@pytest.mark.parametrize("way", ["fit", "validate", "test"])
def test_validation_is_eval_without_gradients(loader, way):
    model = Line()
    getattr(trainer_for(), way)(model, *[loader] * (2 if way == "fit" else 1))
    assert {seen[0]: seen[1:] for seen in model.seen} == {
        "fit": {"training": (True, True), "validation": (False, False)},
        "validate": {"validation": (False, False)},
        "test": {"test": (False, False)},
    }[way]
    assert model.training


@says(
    "lightning_recipe",
    '`Trainer(accelerator="auto", precision="bf16-mixed")` | `.to(device)`, autocast',
)
def test_mixed_precision_is_autocast_without_a_scaler(loader):
    kinds = []

    class Noting(Line):
        def training_step(self, batch, batch_idx):
            kinds.append((torch.is_autocast_enabled("cpu"), self(batch[0]).dtype))
            return super().training_step(batch, batch_idx)

    trainer, model = trainer_for(precision="bf16-mixed"), Noting()
    trainer.fit(model, loader)
    assert set(kinds) == {(True, torch.bfloat16)}
    assert trainer.precision_plugin.scaler is None
    assert model.net[1].weight.dtype == torch.float32


@says(
    "lightning_recipe",
    "`trainer.fit(model, data, ckpt_path=path)` | loading model, optimizer and epoch",
)
@says(
    "lightning_recipe/resume_training",
    "The checkpoint has weights, optimizer, schedule, epoch, callbacks and hyperparameters.",
    "`load_from_checkpoint` gives the model alone, in training mode.",
)
@says("lightning_recipe/lit_mnist", "self.hparams, and into the checkpoint")
def test_what_a_checkpoint_has(loader, tmp_path):
    first, path = Line(lr=0.05), tmp_path / "x.ckpt"
    trainer = trainer_for(max_epochs=2, callbacks=[EarlyStopping("valid_loss")])
    trainer.fit(first, loader, loader)
    trainer.save_checkpoint(path)
    found = torch.load(path, weights_only=False)
    assert torch.equal(found["state_dict"]["net.1.weight"], first.net[1].weight)
    assert found["epoch"] == trainer.current_epoch == 2
    assert found["optimizer_states"][0]["state"][0]["momentum_buffer"].shape == (1, 4)
    assert found["lr_schedulers"][0]["last_epoch"] == 2
    assert any("EarlyStopping" in name for name in found["callbacks"])
    assert found["hyper_parameters"] == {"lr": 0.05}

    model = Line.load_from_checkpoint(path)
    assert model.training
    assert model.hparams.lr == 0.05
    again = trainer_for(max_epochs=3)
    again.fit(Line(lr=9.0), loader, ckpt_path=path)
    assert (again.current_epoch, again.global_step) == (3, 6)
    assert again.optimizers[0].param_groups[0]["initial_lr"] == 0.05


@says(
    "lightning_recipe/resume_training",
    'A script that is started again after a kill takes `ckpt_path="last"` and '
    '`ModelCheckpoint("runs", save_last=True)`: it goes on from `runs/last.ckpt`, and begins anew '
    "where that is missing, with a warning.",
)
@pytest.mark.parametrize("killed_at", [5, 6, 9])
def test_one_script_started_again(tmp_path, monkeypatch, killed_at):
    """Started in an empty folder, killed in an epoch of four steps, started again and again."""
    monkeypatch.chdir(tmp_path)
    names = names_of("lightning_recipe/resume_training", "Four epochs, and two and two")
    steps = []

    class Killed(names["LitLine"]):
        def training_step(self, batch, batch_idx):
            steps.append(batch_idx)
            if len(steps) == killed_at:
                raise OSError("killed")
            return super().training_step(batch, batch_idx)

    def script():
        last = ModelCheckpoint("runs", save_last=True)
        options = {"callbacks": [last], "enable_checkpointing": True}
        model, trainer = Killed(lr=0.05), trainer_for(max_epochs=4, **options)
        trainer.fit(model, names["loader"], ckpt_path="last")
        return model, trainer

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", message=".*(workers|LeafSpec|is not empty)")
        with pytest.raises(UserWarning, match="no last checkpoint available"):
            script()
    with pytest.raises(OSError, match="killed"):
        script()
    found, trainer = script()
    whole = (killed_at - 1) // 4  # the epochs that were saved
    assert len(steps) == killed_at + 16 - 4 * whole
    assert (trainer.current_epoch, trainer.global_step) == (4, 16)
    plain = names["LitLine"]()
    optimizer = torch.optim.Adam(plain.line.parameters(), lr=0.05)
    for _ in range(4):
        for x, y in names["loader"]:
            optimizer.zero_grad()
            F.mse_loss(plain.line(x), y).backward()
            optimizer.step()
    torch.testing.assert_close(found.line.weight, plain.line.weight)
    script()
    assert len(steps) == killed_at + 16 - 4 * whole  # finished: nothing is left to do


@says(
    "lightning_recipe/resume_training",
    "The state of the random generators is not kept: with shuffling the order of the batches "
    "differs.",
)
def test_order_after_resuming(tmp_path):
    orders = []

    class Noting(Line):
        def training_step(self, batch, batch_idx):
            orders.append(batch[0][:, 0].tolist())
            return super().training_step(batch, batch_idx)

    x = torch.arange(40.0).reshape(10, 4)
    loader = DataLoader(TensorDataset(x, x[:, :1]), batch_size=10, shuffle=True)
    torch.manual_seed(1)
    trainer_for(max_epochs=2).fit(Noting(), loader)
    torch.manual_seed(1)
    half = trainer_for()
    half.fit(Noting(), loader)
    half.save_checkpoint(tmp_path / "x.ckpt")
    torch.manual_seed(1)
    trainer_for(max_epochs=2).fit(Noting(), loader, ckpt_path=tmp_path / "x.ckpt")
    assert len(orders) == 4
    assert orders[2] == orders[0]
    assert orders[3] != orders[1]


@says(
    "lightning_recipe/lit_mnist",
    "comes before setup: download, nothing else",
    "comes before the loaders",
)
def test_order_of_the_data_module():
    names, calls = names_of("lightning_recipe/lit_mnist", "Training"), []

    class Noting(names["DigitData"]):
        def __getattribute__(self, name):
            if name in {"prepare_data", "setup", "train_dataloader", "val_dataloader"}:
                calls.append(name)
            return super().__getattribute__(name)

    trainer_for(limit_train_batches=1, limit_val_batches=1).fit(names["LitMNIST"](), Noting())
    order = list(dict.fromkeys(calls[calls.index("prepare_data") :]))
    assert order.index("prepare_data") < order.index("setup") < order.index("train_dataloader")


@says(
    "lightning_recipe/checkpoint_and_stop",
    'Both watch a name that was logged, here in validation; `mode="max"` for an accuracy.',
)
@pytest.mark.parametrize(("mode", "best"), [("min", 0.2), ("max", 0.9)])
@pytest.mark.parametrize("kind", ["checkpoint", "stop"])
def test_modes(loader, tmp_path, mode, best, kind):
    losses = [x for x in (0.5, 0.9, 0.2, 0.6) for _ in range(3)]
    if kind == "checkpoint":
        watch = ModelCheckpoint(tmp_path, monitor="valid_loss", mode=mode)
    else:
        watch = EarlyStopping("valid_loss", mode=mode, patience=9)
    options = {"callbacks": [watch], "enable_checkpointing": kind == "checkpoint"}
    trainer = trainer_for(max_epochs=4, num_sanity_val_steps=0, limit_val_batches=1, **options)
    trainer.fit(Line(losses=losses[::3]), loader, loader)
    found = watch.best_model_score if kind == "checkpoint" else watch.best_score
    assert found.item() == pytest.approx(best)


NOT_LOGGED = (
    "A name that is never logged is an error; where nothing is validated `ModelCheckpoint` warns, "
    "and keeps no file."
)


@says("lightning_recipe/checkpoint_and_stop", NOT_LOGGED)
@pytest.mark.parametrize("kind", ["checkpoint", "stop"])
def test_names_that_are_not_logged(loader, tmp_path, kind):
    watch = EarlyStopping("loss") if kind == "stop" else ModelCheckpoint(tmp_path, monitor="loss")
    trainer = trainer_for(callbacks=[watch], enable_checkpointing=kind == "checkpoint")
    with pytest.raises(Exception, match=r"not available|could not find the monitored key"):
        trainer.fit(Line(), loader, loader)


@says("lightning_recipe/checkpoint_and_stop", NOT_LOGGED)
@pytest.mark.parametrize("epochs", [1, 2])
def test_a_name_without_validation(loader, tmp_path, epochs):
    best = ModelCheckpoint(tmp_path, monitor="valid_loss")
    trainer = trainer_for(max_epochs=epochs, callbacks=[best], enable_checkpointing=True)
    model_checkpoint.warning_cache.clear()  # it is said once a process
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        trainer.fit(Line(), loader)
    assert any("could not find the monitored key" in str(one.message) for one in seen)
    assert not list(tmp_path.iterdir())


@says(
    "lightning_recipe/checkpoint_and_stop",
    "`patience` counts validations without progress, but NaN stops at once.",
)
@pytest.mark.parametrize("patience", [1, 3])
@pytest.mark.parametrize("per_epoch", [1, 2])
def test_patience(loader, patience, per_epoch):
    model = Line(losses=[3.0, 2.0, *[2.5] * 40])
    stop = EarlyStopping("valid_loss", patience=patience)
    trainer = trainer_for(
        max_epochs=20, num_sanity_val_steps=0, limit_val_batches=1,
        val_check_interval=1 / per_epoch, callbacks=[stop],
    )  # fmt: skip
    trainer.fit(model, loader, loader)
    assert [seen[0] for seen in model.seen].count("validation") == 2 + patience
    model = Line(losses=[3.0, math.nan, *[1.0] * 40])
    stop = EarlyStopping("valid_loss", patience=patience)
    options = {"num_sanity_val_steps": 0, "limit_val_batches": 1, "callbacks": [stop]}
    trainer_for(max_epochs=20, **options).fit(model, loader, loader)
    assert [seen[0] for seen in model.seen].count("validation") == 2


@says(
    "lightning_recipe/predict_classes",
    "`trainer.predict` switches to `eval`, turns gradients off, moves the batches and returns a "
    "list with what `predict_step` gave for each; join them with `torch.cat`.",
    "The model remains an `nn.Module`: calling it does the same without a trainer.",
    "without dropout, as predict does",
)
@pytest.mark.parametrize("batch_size", [1, 3, 8])
def test_predict(loader, batch_size):
    moved = []

    class Noting(Line):
        def transfer_batch_to_device(self, batch, device, dataloader_idx):
            moved.append(device)
            return super().transfer_batch_to_device(batch, device, dataloader_idx)

    model, data = Noting(), loader.dataset
    assert model.training
    parts = trainer_for().predict(model, DataLoader(data, batch_size))
    assert set(model.seen) == {("predict", False, False)}
    assert moved == [model.device] * len(parts)
    assert isinstance(model, nn.Module)
    model.eval()
    torch.testing.assert_close(torch.cat(parts), model(data.tensors[0]).detach())
    assert [len(part) for part in parts] == [len(b[0]) for b in DataLoader(data, batch_size)]


@says(
    "lightning_recipe/trainer_options",
    "`fast_dev_run=True` runs a batch of training and of validation and writes nothing: try it "
    "first.",
    "`overfit_batches=1` trains on one batch: its loss should come near zero.",
)
@pytest.mark.parametrize("option", ["fast_dev_run", "overfit_batches"])
def test_trial_runs(loader, tmp_path, monkeypatch, option):
    monkeypatch.chdir(tmp_path)
    model, batches = Line(), set()
    model.net[0].p = 0.0
    model.on_train_batch_start = lambda batch, i: batches.add(tuple(batch[0].flatten().tolist()))
    fast = option == "fast_dev_run"
    chosen = {"fast_dev_run": True} if fast else {"overfit_batches": 1, "max_epochs": 60, **QUIET}
    trainer = L.Trainer(**{"enable_progress_bar": False, "accelerator": "cpu", **chosen})
    if not fast:  # shuffling is turned off
        loader = DataLoader(loader.dataset, batch_size=4, shuffle=True)
    trainer.fit(model, loader, loader if fast else None)
    assert len(batches) == 1
    assert not list(tmp_path.iterdir())
    if fast:
        assert [seen[0] for seen in model.seen] == ["training", "validation"]
    else:
        (batch,) = (torch.tensor(b).reshape(4, 4) for b in batches)
        assert F.mse_loss(model(batch), batch.sum(1, keepdim=True)) < 0.05


@says(
    "lightning_recipe/trainer_options",
    '`gpus=1` is now `accelerator="gpu", devices=1`; `precision=16` is `"16-mixed"`.',
)
def test_older_arguments():
    with pytest.raises(TypeError, match="unexpected keyword argument 'gpus'"):
        trainer_for(gpus=1)
    if not torch.cuda.is_available():
        with pytest.raises(Exception, match=r"(?i)gpu|cuda"):
            trainer_for(accelerator="gpu")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = trainer_for(precision=16).precision
        assert found == trainer_for(precision="16-mixed").precision
    assert any("`precision=16` is supported for historical" in str(w.message) for w in caught)
