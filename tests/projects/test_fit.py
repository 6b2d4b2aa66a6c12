"""The recipe `fit`: what a run is, what may change when it goes on, several processes."""

import math
import re
import signal
import socket
import threading
import types
from functools import partial

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from launch import on_processes, start, torchrun
from recipes import SNIPPETS, names_of
from support import same_state, says
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch import nn
from torch.utils.data import TensorDataset
from torchvision import datasets


@pytest.fixture
def recipe():
    """What the entry defines, afresh, with a narrow model: a test may put others in its place."""
    recipe = names_of("projects/fit", "Use")
    recipe["convolutional"] = partial(recipe["convolutional"], width=4)
    return recipe


@pytest.fixture
def config(recipe):
    return partial(recipe["Config"], "digits", epochs=2, batch_size=256)


def weights(recipe, folder):
    return recipe["newest"](folder)["best"]


@says(
    "projects/fit",
    "The same call after a crash goes on from the newest one that is whole; after the end it "
    "returns what came out.",
)
@pytest.mark.parametrize("seed", [0, 1])
def test_repeated_it_returns_what_came_out(recipe, config, seed, tmp_path):
    config = partial(config, seed=seed)
    model, accuracy = recipe["fit"](config(), tmp_path)
    files = sorted(tmp_path.glob("last-*.pt"))
    recipe["train_step"] = None  # not called
    again, same = recipe["fit"](config(), tmp_path)
    assert same == accuracy
    assert same_state(model.state_dict(), again.state_dict())
    assert sorted(tmp_path.glob("last-*.pt")) == files


CHANGES = {
    "data": "mnist", "batch_size": 128, "lr": 1e-3, "weight_decay": 0.1,
    "label_smoothing": 0.0, "ema": 0.9, "seed": 1,
}  # fmt: skip


@says(
    "projects/fit",
    "Refuse to go on with another run; `epochs` may grow, `compile` may change.",
    "Another configuration in the same folder is refused, and so is a second run at the same time.",
)
@pytest.mark.parametrize("name", CHANGES)
def test_another_configuration_is_refused(recipe, config, name, tmp_path):
    recipe["fit"](config(epochs=1), tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.glob("*.pt")}
    was = getattr(config(), name)
    said = f"the run in {tmp_path} has {{{name!r}: {was!r}}}, not {{{name!r}: {CHANGES[name]!r}}}"
    given = {"data": "digits", "epochs": 1, "batch_size": 256} | {name: CHANGES[name]}
    with pytest.raises(ValueError, match=re.escape(said + ": use another folder")):
        recipe["fit"](recipe["Config"](**given), tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.glob("*.pt")} == before


def test_every_field_is_compared_or_may_change(recipe):
    fields = set(recipe["Config"].__dataclass_fields__)
    assert fields == CHANGES.keys() | {"epochs", "compile"}


@says("projects/fit", "With more `epochs` it goes on, its rates those of the longer schedule.")
def test_more_epochs_go_on_with_a_longer_schedule(recipe, config, tmp_path):
    recipe["fit"](config(), tmp_path)
    recipe["fit"](config(epochs=3), tmp_path)
    assert recipe["newest"](tmp_path)["step"] == 3 * (1257 // 256)
    log = EventAccumulator(str(tmp_path)).Reload()
    rates = {event.step: event.value for event in log.Scalars("step/rate")}
    expected = {step: 3e-3 * recipe["share_of_rate"](step - 1, 12) for step in (10, 12)}
    assert {step: rates[step] for step in expected} == pytest.approx(expected)
    with pytest.raises(ValueError, match=f"the run in {tmp_path} has 3 epochs, more than 2"):
        recipe["fit"](config(), tmp_path)


@says(
    "projects/fit",
    "the highest; it rises for a fifth of the steps",
    "Up in a line for a fifth of the steps, then down towards 0 on a cosine.",
)
@given(st.integers(1, 300))
def test_the_rate_rises_and_falls(steps):
    share = names_of("projects/fit", "Use")["share_of_rate"]
    shares = [share(step, steps) for step in range(steps)]
    top = math.ceil(steps / 5)
    assert all(0 < value <= 1 for value in shares)
    assert shares[top - 1] == 1
    assert shares[:top] == sorted(shares[:top])
    assert shares[top - 1 :] == sorted(shares[top - 1 :], reverse=True)
    if top > 1:
        assert shares[1] - shares[0] == pytest.approx(1 / top)
    if steps > 100:
        assert shares[-1] < 0.001
        middle = (top - 1 + steps) / 2
        assert share(middle, steps) == pytest.approx(0.5, abs=0.02)


@says("projects/fit", "A loss that is not finite ends the run before it is saved.")
@pytest.mark.parametrize("when", [0, 1, 5])
def test_a_loss_that_is_not_finite_ends_the_run(recipe, config, when, tmp_path):
    """From the given step on; what was saved before is finite."""
    step = recipe["train_step"]

    def spoiled(run, network, images, classes, steps):
        if run.step == when:
            with torch.no_grad():
                next(run.model.parameters()).fill_(math.nan)
        return step(run, network, images, classes, steps)

    recipe["train_step"] = spoiled
    with pytest.raises(FloatingPointError, match=r"at step \d+ the loss is nan"):
        recipe["fit"](config(epochs=3), tmp_path)
    state = recipe["newest"](tmp_path)
    assert (state is None) == (when < 4)
    if state:
        assert all(value.isfinite().all() for value in state["model"].values())


def test_a_rate_that_is_far_too_high(recipe, config, tmp_path):
    with pytest.raises(FloatingPointError, match="try a lower lr"):
        recipe["fit"](config(lr=1e30), tmp_path)


@pytest.mark.parametrize("samples", [1, 2, 10, 255, 256, 257])
def test_fewer_samples_than_a_batch(recipe, config, samples, tmp_path):
    train, val, test = recipe["load"]("digits")
    recipe["load"] = lambda data, root: (TensorDataset(*train[:samples]), val, test)
    recipe["fit"](config(), tmp_path)
    assert recipe["newest"](tmp_path)["step"] == 2


def test_nothing_stays_set_in_the_process(recipe, config, host_is_down, tmp_path):
    handler, limit = signal.getsignal(signal.SIGTERM), socket.getdefaulttimeout()
    recipe["fit"](config(epochs=1), tmp_path / "run")
    with pytest.raises(RuntimeError, match="mnist could not be loaded"):
        recipe["load"]("mnist", str(tmp_path))
    assert signal.getsignal(signal.SIGTERM) is handler
    assert socket.getdefaulttimeout() == limit


@pytest.fixture
def host_is_down(monkeypatch):
    monkeypatch.setattr(datasets.MNIST, "mirrors", ["http://127.0.0.1:9/"])  # nobody listens


@says("projects/fit", "biases and norms")
def test_kernels_decay_and_nothing_else(recipe, config):
    run = recipe["Run"](config(), recipe["load"]("digits")[0], torch.device("cpu"))
    decays = {
        id(parameter): group["weight_decay"]
        for group in run.optimizer.param_groups
        for parameter in group["params"]
    }
    for module in run.model.modules():
        for name, parameter in module.named_parameters(recurse=False):
            kernel = isinstance(module, nn.Conv2d | nn.Linear) and name == "weight"
            assert decays.pop(id(parameter)) == (0.01 if kernel else 0.0)
    assert not decays


@says("projects/fit", "of all steps at first, then of the last ones")
@pytest.mark.parametrize("ema", [0.5, 0.9, 0.999])
def test_ema_is_the_mean_of_all_steps_at_first(recipe, config, ema):
    train = recipe["load"]("digits")[0]
    run = recipe["Run"](config(ema=ema), train, torch.device("cpu"))
    seen, mean, name = [], torch.zeros(()), "15.weight"
    images, classes = train[:64]
    for step in range(30):
        recipe["train_step"](run, run.model, images, classes, 30)
        seen.append(run.model.state_dict()[name].clone())
        share = max(1 / (step + 1), 1 - ema)
        mean = (1 - share) * mean + share * seen[-1]
        if share > 1 - ema:
            torch.testing.assert_close(mean, torch.stack(seen).mean(0))
        torch.testing.assert_close(run.evaluated.state_dict()[name], mean)
    assert run.evaluated.state_dict()["2.num_batches_tracked"] == 30


@says(
    "projects/fit",
    "A run is a `Config` and a folder, where a checkpoint is written after each epoch.",
    "Each step draws by its number: on the CPU a resumed run ends with the weights of an "
    "undisturbed one, bit for bit.",
    "A step draws by its number: a run that goes on draws what it would have drawn.",
    "Return the run, from its newest checkpoint if there is one, and what it needs.",
)
@pytest.mark.parametrize("options", [{}, {"ema": 0.9}, {"seed": 3}], ids=str)
def test_a_resumed_run_ends_as_an_undisturbed_one(recipe, config, options, tmp_path):
    fit = recipe["fit"]
    fit(config(**options), tmp_path / "whole")
    save = recipe["save"]

    def save_and_stop(state, folder, step):
        save(state, folder, step)
        raise KeyboardInterrupt

    recipe["save"] = save_and_stop
    with pytest.raises(KeyboardInterrupt):
        fit(config(**options), tmp_path / "resumed")
    recipe["save"] = save
    fit(config(**options), tmp_path / "resumed")
    whole, resumed = (recipe["newest"](tmp_path / name) for name in ("whole", "resumed"))
    assert whole["accuracy"] == resumed["accuracy"]
    for part in ("model", "best", *(["average"] if "ema" in options else [])):
        assert same_state(whole[part], resumed[part])


def test_compile_is_a_switch(recipe, config, monkeypatch, tmp_path):
    """Its backend, which needs a compiler, is left out: names of weights are as without it."""
    calls = []
    compiled = nn.Module.compile

    def compile_eagerly(self):
        calls.append(self)
        compiled(self, backend="eager")

    monkeypatch.setattr(nn.Module, "compile", compile_eagerly)
    recipe["fit"](config(epochs=1), tmp_path)
    assert not calls
    recipe["fit"](config(compile=True), tmp_path)
    assert len(calls) == 1
    assert (
        weights(recipe, tmp_path).keys()
        == recipe["convolutional"](recipe["load"]("digits")[0].tensors[0]).state_dict().keys()
    )


@says(
    "projects/fit",
    "TensorBoard shows train and validation loss, measured alike.",
)
def test_train_and_validation_loss_are_measured_alike(recipe, config, tmp_path):
    train, val, test = recipe["load"]("digits")
    recipe["load"] = lambda data, root: (train, TensorDataset(*train[: len(val)]), test)
    recipe["fit"](config(), tmp_path)
    log = EventAccumulator(str(tmp_path)).Reload()
    for kind in ("loss", "accuracy"):
        pairs = [
            [(event.step, event.value) for event in log.Scalars(f"{part}/{kind}")]
            for part in ("train", "validation")
        ]
        assert pairs[0] == pairs[1]
        assert [step for step, _ in pairs[0]] == [4, 8]
    assert {"step/loss", "step/norm", "step/rate"} <= set(log.Tags()["scalars"])


@says(
    "projects/fit",
    "From uint8 to mean 0 and standard deviation 1 of the channels of some images.",
)
@given(st.integers(0, 2**32 - 1))
def test_standardize(seed):
    torch.manual_seed(seed)
    images = torch.randint(0, 256, (20, 3, 5, 5)).mul(torch.tensor([1.0, 0.5, 0.2])[:, None, None])
    layer = names_of("projects/fit", "Use")["Standardize"](images.byte())
    out = layer(images.byte())
    assert out.mean((0, 2, 3)).abs().max() < 1e-4
    assert (out.std((0, 2, 3)) - 1).abs().max() < 1e-4


@says(
    "projects/fit",
    "Move each image by its own random step, zeros coming in; mirror half of them.",
)
@pytest.mark.parametrize("by", [0, 1, 2])
@pytest.mark.parametrize("flip", [False, True])
def test_augmented_moves_and_mirrors_each_image(recipe, by, flip):
    images = torch.zeros(2000, 2, 5, 7, dtype=torch.uint8)
    images[:, :, 2, 2] = 255
    torch.manual_seed(0)
    moved = recipe["augmented"](images, flip, by)
    assert (moved.shape, moved.dtype) == (images.shape, images.dtype)
    assert torch.equal(moved[:, 0], moved[:, 1])
    places = moved[:, 0].flatten(1).float().argmax(1)
    found = set(zip((places // 7).tolist(), (places % 7).tolist(), strict=True))
    steps = range(-by, by + 1)
    columns = [2, 4] if flip else [2]
    assert found == {
        (2 + down, column + right) for column in columns for down in steps for right in steps
    }
    assert (moved.flatten(1).sum(1) == 2 * 255).all()
    if flip and not by:
        assert 0.45 < (places % 7 == 4).float().mean() < 0.55


@says(
    "projects/fit",
    "Yield batches on the device, each taken at once, not made up of samples.",
)
@pytest.mark.parametrize("size", [1, 3, 7])
def test_batches_are_those_of_the_indices(recipe, size):
    class Counted(TensorDataset):
        asked = 0

        def __getitem__(self, index):
            type(self).asked += 1
            return super().__getitem__(index)

    data = Counted(torch.arange(10.0), torch.arange(10))
    order = torch.tensor([3, 1, 4, 0, 9, 2, 6]).split(size)
    seen = list(recipe["batches"](data, order, torch.device("cpu")))
    assert [batch[1].tolist() for batch in seen] == [part.tolist() for part in order]
    assert all(torch.equal(*batch) for batch in seen)
    assert Counted.asked == len(order)


@says(
    "projects/fit",
    "Return the loss and the norm of the gradient, as tensors.",
)
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_loss_and_norm_of_a_step(recipe, config, smoothing):
    """Against a step written out: gradients of the weights as they were, all in one vector."""
    recipe["augmented"] = lambda images, flip: images
    train = recipe["load"]("digits")[0]
    run = recipe["Run"](config(label_smoothing=smoothing), train, torch.device("cpu"))
    images, classes = train[:32]
    run.model.eval()  # no dropout
    probabilities = run.model(images).log_softmax(1)
    right = probabilities[range(32), classes].mean()
    expected = -(1 - smoothing) * right - smoothing * probabilities.mean()
    gradients = torch.autograd.grad(expected, list(run.model.parameters()))
    length = torch.cat([gradient.flatten() for gradient in gradients]).norm()
    loss, norm = recipe["train_step"](run, run.model, images, classes, 10)
    torch.testing.assert_close(loss, expected.detach())
    torch.testing.assert_close(norm, length)
    assert run.step == 1


@says(
    "projects/fit",
    "Train, or go on training; return the best model, its accuracy on the test set.",
)
def test_the_best_epoch_comes_back(recipe, config, tmp_path):
    """Validated by a script: the second of three epochs is the best."""
    evaluate, told = recipe["evaluate"], iter([0.1, 0.5, 0.2, 0.9, 0.3, 0.6])
    weights = []

    def scripted(model, dataset, *place):
        weights.append({name: value.clone() for name, value in model.state_dict().items()})
        value = next(told, None)
        return evaluate(model, dataset, *place) if value is None else (0.0, value)

    recipe["evaluate"] = scripted
    model, accuracy = recipe["fit"](config(epochs=3), tmp_path)
    assert same_state(model.state_dict(), weights[3])  # train and validation, three times
    test = recipe["load"]("digits")[2]
    model.eval()
    with torch.no_grad():
        right = (model(test.tensors[0]).argmax(1) == test.tensors[1]).float().mean().item()
    assert accuracy == pytest.approx(right)


@says("projects/fit", "Return the mean loss and the accuracy.")
def test_evaluate_returns_means(recipe):
    logits, classes = torch.randn(1001, 10), torch.randint(10, (1001,))
    found = recipe["evaluate"](nn.Identity(), TensorDataset(logits, classes), logits.device)
    expected = nn.functional.cross_entropy(logits, classes).item()
    assert found == pytest.approx([expected, (logits.argmax(1) == classes).sum().item() / 1001])


@says("projects/fit", "signals come to the main thread")
def test_it_runs_in_a_thread(recipe, config, tmp_path):
    thread = threading.Thread(target=recipe["fit"], args=(config(epochs=1), tmp_path))
    thread.start()
    thread.join()
    assert recipe["newest"](tmp_path)["epochs"] == 1


@says("projects/fit", "Join those that torchrun started, or be alone: rank, how many, device.")
def test_processes(recipe, monkeypatch):
    """Alone, and as the second of two; a batch that they cannot share is refused."""
    assert recipe["processes"](63)[:2] == (0, 1)
    monkeypatch.setenv("RANK", "1")
    monkeypatch.setenv("LOCAL_RANK", "0")
    for name, value in {"is_initialized": True, "get_rank": 1, "get_world_size": 2}.items():
        monkeypatch.setattr(torch.distributed, name, lambda value=value: value)
    assert recipe["processes"](64)[:2] == (1, 2)
    with pytest.raises(ValueError, match="batch_size=63 is not shared by 2 processes"):
        recipe["processes"](63)


# Data


@says(
    "projects/fit",
    '`Config("mnist")` and `Config("cifar10")` download their data; the digits come with '
    "scikit-learn.",
    "grey without channels, colour with them last",
)
@pytest.mark.parametrize(
    ("data", "kind", "shape"),
    [("mnist", "MNIST", (28, 28)), ("cifar10", "CIFAR10", (32, 32, 3))],
)
def test_what_is_downloaded(recipe, monkeypatch, data, kind, shape):
    asked = []

    def download(root, *, train, download):
        asked.append(download)
        pixels = np.full((5003 if train else 3, *shape), 255, np.uint8)
        return types.SimpleNamespace(data=pixels, targets=[0] * len(pixels))

    for name in ("MNIST", "CIFAR10"):
        monkeypatch.setattr(datasets, name, None)
    recipe["load"]("digits")
    monkeypatch.setattr(datasets, kind, download)
    train, _, test = recipe["load"](data)
    assert (asked, len(train), len(test)) == ([True, True], 3, 3)
    channels = shape[2] if len(shape) == 3 else 1
    assert (train[0][0].shape, train[0][0].max()) == ((channels, *shape[:2]), 255)


@says("projects/fit", "the same test set for every seed of the training")
@says(
    "projects/fit",
    "Return sets to train, validate and test: uint8 images (N, C, H, W), classes.",
)
@pytest.mark.parametrize("seed", range(3))
def test_the_test_set_does_not_depend_on_the_seed(recipe, seed):
    _, _, expected = recipe["load"]("digits")
    torch.manual_seed(seed)
    np.random.seed(seed)
    train, val, test = recipe["load"]("digits")
    assert torch.equal(test.tensors[0], expected.tensors[0])
    assert [len(part) for part in (train, val, test)] == [1257, 180, 360]
    assert all(part.tensors[0].dtype == torch.uint8 for part in (train, val, test))
    assert [part.tensors[0].aminmax() for part in (train, val, test)] == [(0, 255)] * 3
    assert set(train.tensors[1].tolist()) == set(range(10))


# Several processes

SCRIPT = """
import sys
from functools import partial
sys.path.insert(0, {tests!r})
from recipes import names_of
import torch
torch.set_num_threads(1)
recipe = names_of("projects/fit", "Use")
recipe["convolutional"] = partial(recipe["convolutional"], width=8)
config = recipe["Config"]("digits", epochs={epochs}, batch_size={batch_size})
model, accuracy = recipe["fit"](config, {folder!r})
total = sum(value.double().sum().item() for value in model.state_dict().values())
print(f"accuracy {{accuracy!r}} weights {{total!r}}", flush=True)
"""


def script(tmp_path, folder, epochs=4, batch_size=64):
    path = tmp_path / f"{folder}.py"
    tests = str(SNIPPETS.parent / "tests")
    folder = str(tmp_path / folder)
    path.write_text(SCRIPT.format(tests=tests, epochs=epochs, batch_size=batch_size, folder=folder))
    return path


@says(
    "projects/fit",
    "Under `torchrun` the processes share `batch_size`.",
    "Return the sum over the processes.",
)
@pytest.mark.slow
def test_several_processes_end_alike_and_go_on(tmp_path):
    """Two processes: both return the same; stopped by SIGTERM and called again, still so."""
    whole = torchrun(2, script(tmp_path, "whole"), tmp_path)
    lines = whole.split("\n")
    assert len(lines) == 2
    assert len(set(lines)) == 1
    assert float(lines[0].split()[1]) > 0.9
    path = script(tmp_path, "stopped")
    first = start(on_processes(2, path), tmp_path)
    while not list((tmp_path / "stopped").glob("last-*.pt")):
        assert first.poll() is None, first.stderr.read()[-2000:]
    first.send_signal(signal.SIGTERM)
    first.communicate()
    assert first.returncode != 0
    assert names_of("projects/fit", "Use")["newest"](tmp_path / "stopped")["step"] < 4 * 19
    assert torchrun(2, path, tmp_path) == whole
