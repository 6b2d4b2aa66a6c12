"""What the sentences of errors/loading say."""

import argparse
import collections
import contextlib
import hashlib
import inspect
import io
import os
import pickle
import struct
import subprocess
import sys
import types
import warnings
import zipfile
from pathlib import Path
from unittest import mock

import numpy as np
import pytest
import torch
import torch.distributed as dist
import torchvision
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torch import nn, optim
from torchvision.models import MobileNet_V2_Weights, mobilenet_v2


def saved(value, **options):
    file = io.BytesIO()
    torch.save(value, file, **options)
    return file.getvalue()


def loaded(content, **options):
    return torch.load(io.BytesIO(content), **options)


def fails(call):
    """The error of a call."""
    with pytest.raises(Exception) as error:  # noqa: PT011
        call()
    return error.value


STATE = nn.Linear(2, 3).state_dict()
CONTENT = saved(STATE)
OLD = saved(STATE, _use_new_zipfile_serialization=False)


@says(
    "errors/loading", "A state dict is a dictionary: print its keys and the shapes of its tensors."
)
def test_a_state_dict_is_a_dictionary():
    assert isinstance(STATE, dict)
    shapes = {name: tuple(value.shape) for name, value in STATE.items()}
    assert shapes == {"weight": (3, 2), "bias": (3,)}


# size_mismatch


@says(
    "errors/loading/size_mismatch",
    "The name is in both, but the tensor in the file has another shape than the one in the model.",
    "Usual causes: another number of classes in the last layer; a model made with another width, "
    "vocabulary or image size than the one that was saved; weights of another variant of the "
    "architecture.",
    "`strict=False` does not help: it is about names, not shapes.",
)
@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(
    ("made", "of_file", "of_model"),
    [
        (lambda n: nn.Linear(4, n), 10, 3),
        (lambda n: nn.Linear(n, 4), 8, 16),
        (lambda n: nn.Embedding(n, 4), 50, 52),
        (lambda n: torchvision.models.VisionTransformer(n, 2, 1, 1, 4, 4), 4, 6),
        (
            lambda n: (
                torchvision.models.squeezenet1_0() if n else torchvision.models.squeezenet1_1()
            ),
            1,
            0,
        ),
    ],
)
def test_tensors_of_another_shape(strict, made, of_file, of_model):
    with torch.device("meta"):
        file, model = made(of_file).state_dict(), made(of_model)
    error = fails(lambda: model.load_state_dict(file, strict=strict))
    assert isinstance(error, RuntimeError)
    assert "size mismatch for" in str(error)
    own = model.state_dict()
    assert [name for name in file if name in own and file[name].shape != own[name].shape]
    right = {n: v for n, v in file.items() if n not in own or v.shape == own[n].shape}
    model.load_state_dict(right, strict=False)


@says(
    "errors/loading/size_mismatch",
    "Or leave the head's tensors out; the new head keeps its own.",
)
def test_the_new_head_keeps_its_own():
    model, other = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 3)), nn.Linear(2, 2)
    before = model[1].weight.clone()
    rest = {f"0.{name}": value for name, value in other.state_dict().items()}
    missing = model.load_state_dict(rest, strict=False).missing_keys
    assert missing == ["1.weight", "1.bias"]
    assert torch.equal(model[1].weight, before)
    assert torch.equal(model[0].weight, other.weight)


# missing_keys


class Lightning(nn.Module):
    def __init__(self):
        super().__init__()
        self.model = nn.Linear(2, 3)


@contextlib.contextmanager
def one_process():
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
    yield
    dist.destroy_process_group()


@says("errors/loading/missing_keys", "names differ.")
@says(
    "errors/loading/missing_keys",
    "The names in the file are not the names in the model.",
    "Print both: the difference is most often one prefix on every name, `module.` of DataParallel "
    "or DDP, `_orig_mod.` of `torch.compile`, `model.` of a Lightning file.",
    "A prefix on each name: take it off.",
    "`_orig_mod.` stands before what was compiled: take it out, or load before compiling.",
)
@pytest.mark.parametrize(
    ("prefix", "wrap"),
    [
        ("module.", nn.DataParallel),
        ("module.", nn.parallel.DistributedDataParallel),
        ("_orig_mod.", lambda model: torch.compile(model, backend="eager")),
        ("model.", lambda model: Lightning()),
    ],
)
def test_a_prefix_on_every_name(prefix, wrap):
    ddp = wrap is nn.parallel.DistributedDataParallel
    with one_process() if ddp else contextlib.nullcontext():
        model = nn.Linear(2, 3)
        model.load_state_dict(STATE)
        file = wrap(model).state_dict()
    assert list(file) == [prefix + name for name in STATE]
    error = str(fails(lambda: nn.Linear(2, 3).load_state_dict(file)))
    assert 'Missing key(s) in state_dict: "weight", "bias"' in error
    assert f'Unexpected key(s) in state_dict: "{prefix}weight", "{prefix}bias"' in error
    plain = {name.removeprefix(prefix): value for name, value in file.items()}
    assert not nn.Linear(2, 3).load_state_dict(plain).missing_keys
    part = nn.Sequential(nn.Linear(2, 3))
    part[0] = torch.compile(part[0], backend="eager")
    assert list(part.state_dict()) == ["0._orig_mod.weight", "0._orig_mod.bias"]
    names = [name.replace("_orig_mod.", "") for name in part.state_dict()]
    assert names == list(nn.Sequential(nn.Linear(2, 3)).state_dict())
    if prefix != "model.":
        assert torch.equal(plain["weight"], STATE["weight"])


@says(
    "errors/loading/missing_keys",
    "Next: the file is a whole checkpoint with the weights under a key of it; the model has a "
    "layer more, or an attribute was renamed.",
)
@pytest.mark.parametrize(
    ("file", "part"),
    [
        ({"epoch": 3, "model": STATE}, 'Unexpected key(s) in state_dict: "epoch", "model"'),
        ({"weight": STATE["weight"]}, 'Missing key(s) in state_dict: "bias"'),
        ({"kernel": STATE["weight"], "bias": STATE["bias"]}, "Unexpected key(s) in state_dict"),
    ],
)
def test_other_names(file, part):
    assert part in str(fails(lambda: nn.Linear(2, 3).load_state_dict(file)))
    nn.Linear(2, 3).load_state_dict(file.get("model", STATE))


# weights_only_load_failed


class Runs:
    def __reduce__(self):
        return print, ("code of the file",)


READ = [
    STATE, torch.ones(2), nn.Parameter(torch.ones(2)), torch.float32, torch.Size([2]), 1, 0.5,
    True, None, "a", b"a", 1j, [1], (1,), {"a": [1]}, {1}, collections.OrderedDict(a=1),
    collections.Counter("aa"),
]  # fmt: skip
REFUSED = {
    "torch.nn.modules.linear.Linear": nn.Linear(2, 3),
    "numpy._core.multiarray.scalar": {"best": np.float64(0.5), "weights": STATE},
    "numpy._core.multiarray._reconstruct": np.ones(2),
    "argparse.Namespace": argparse.Namespace(lr=0.1),
    "pathlib.PosixPath": Path("a"),
    "collections.defaultdict": collections.defaultdict(list),
    "print": Runs(),
}


@says(
    "errors/loading/weights_only_load_failed", "the file holds more than tensors and plain values."
)
@says(
    "errors/loading/weights_only_load_failed",
    "Since torch 2.6 `torch.load` reads tensors, plain values and common containers only.",
    'The message names what it refused, after "Unsupported global".',
    "Usual causes: the file is a whole model, not a state dict; a number from NumPy, such as a "
    "metric, was saved beside the weights; an `argparse.Namespace`, a `Path` or a `defaultdict`.",
    "A number of NumPy: save a number of Python; an array: save a tensor.",
)
@pytest.mark.parametrize("refused", REFUSED)
def test_what_a_safe_load_refuses(refused):
    if os.name == "nt":
        pytest.skip("paths have other names")
    error = fails(lambda: loaded(saved(REFUSED[refused])))
    assert isinstance(error, pickle.UnpicklingError)
    assert str(error).startswith("Weights only load failed")
    assert f"Unsupported global: GLOBAL {refused} was not an allowed global" in str(error)


@says(
    "errors/loading/weights_only_load_failed",
    "Since torch 2.6 `torch.load` reads tensors, plain values and common containers only.",
)
@pytest.mark.parametrize("value", READ, ids=lambda value: type(value).__name__)
def test_what_a_safe_load_reads(value):
    again = loaded(saved(value))
    assert type(again) is type(value)
    assert repr(again) == repr(value)


@says(
    "errors/loading/weights_only_load_failed",
    "For a file that you trust pass `weights_only=False`; this can run code that the file holds.",
)
def test_code_of_the_file_runs(capsys):
    loaded(saved(Runs()), weights_only=False)
    assert capsys.readouterr().out == "code of the file\n"
    assert isinstance(loaded(saved(nn.Linear(2, 3)), weights_only=False), nn.Linear)
    fails(lambda: loaded(saved(Runs())))
    assert capsys.readouterr().out == ""


# deserialize_cuda


def tagged(tag, value=STATE):
    with mock.patch("torch.serialization.location_tag", return_value=tag):
        return saved(value)


@says(
    "errors/loading/deserialize_cuda",
    "A file remembers the device of each tensor, and `torch.load` asks for it.",
)
@pytest.mark.parametrize("value", [STATE, [torch.ones(1)], {"a": (torch.ones(2), torch.zeros(1))}])
@pytest.mark.parametrize("tag", ["cuda:0", "cuda:3", "cpu"])
def test_a_file_remembers_devices(value, tag):
    asked = []
    loaded(tagged(tag, value), map_location=lambda storage, place: asked.append(place) or storage)
    assert set(asked) == {tag}
    assert len(asked) == sum(1 for name in zipfile.ZipFile(io.BytesIO(saved(value))).namelist()
                             if "/data/" in name)  # fmt: skip


@says("errors/loading/deserialize_cuda", "saved on a GPU, none here.")
@says(
    "errors/loading/deserialize_cuda",
    "Here is no GPU, or a build without CUDA, or fewer GPUs than where it was saved.",
    '`map_location="cpu"` reads the tensors into the memory of the computer.',
)
@pytest.mark.parametrize(
    ("available", "part"),
    [
        (False, "on a CUDA device but torch.cuda.is_available() is False"),
        (True, "on CUDA device 1 but torch.cuda.device_count() is 1"),
    ],
)
def test_devices_that_are_not_here(available, part):
    with (
        mock.patch("torch.cuda.is_available", return_value=available),
        mock.patch("torch.cuda.device_count", return_value=int(available)),
    ):
        assert part in str(fails(lambda: loaded(tagged("cuda:1"))))
        state = loaded(tagged("cuda:1"), map_location="cpu")
    assert all(value.device.type == "cpu" for value in state.values())
    assert torch.equal(state["weight"], STATE["weight"])


@says(
    "errors/loading/deserialize_cuda",
    'If there should be a GPU, ask `is_available` first; its name is "cuda", not "gpu".',
    "Here the same error is raised for XPU, Intel's GPUs: the tag of the device is forged.",
)
@pytest.mark.parametrize(("kind", "name"), [("xpu", "XPU"), ("cuda", "CUDA")])
def test_the_same_error_for_other_devices(kind, name):
    with mock.patch(f"torch.{kind}.is_available", return_value=False):
        message = str(fails(lambda: loaded(tagged(f"{kind}:0"))))
    assert f"Attempting to deserialize object on a {name} device but" in message
    assert f"torch.{kind}.is_available() is False" in message
    assert torch.device(kind).type == kind
    assert "tagged with gpu" in str(fails(lambda: loaded(CONTENT, map_location="gpu")))
    assert "device type" in str(fails(lambda: torch.device("gpu")))


# state_dict_no_eval


@says("errors/loading/state_dict_no_eval", "a dict is no model.")
@says(
    "errors/loading/state_dict_no_eval",
    "The file holds the weights, or a checkpoint with the weights in it, not the model: make the "
    "model from its class, then load.",
)
@pytest.mark.parametrize("value", [STATE, {"epoch": 3, "model": STATE}])
@pytest.mark.parametrize("method", ["eval", "to", "cuda", "parameters"])
def test_dictionaries_are_no_models(value, method):
    state = loaded(saved(value))
    message = str(fails(lambda: getattr(state, method)()))
    assert message.endswith(f"object has no attribute '{method}'")
    assert str(fails(lambda: state(torch.ones(1, 2)))).endswith("object is not callable")
    model = nn.Linear(2, 3)
    model.load_state_dict(state.get("model", state))
    assert torch.equal(model.eval().weight, STATE["weight"])


@says(
    "errors/loading/state_dict_no_eval",
    "With `_IncompatibleKeys` in the message the answer of `load_state_dict`, which names the "
    "missing keys, took the model's name: it loads in place, so assign nothing.",
    "`model = model.load_state_dict(state)` keeps the answer, not the model.",
    "in place",
)
def test_the_answer_of_load_state_dict():
    model = nn.Linear(2, 3)
    answer = model.load_state_dict({"weight": STATE["weight"]}, strict=False)
    assert answer.missing_keys == ["bias"]
    assert "'_IncompatibleKeys' object has no attribute 'eval'" in str(fails(lambda: answer.eval()))
    assert torch.equal(model.weight, STATE["weight"])


# expected_dict_like


@says("errors/loading/expected_dict_like", "a path or a model was passed.")
@says(
    "errors/loading/expected_dict_like",
    "`load_state_dict` takes the dictionary of weights itself.",
    "Usual causes: the path of the file, which `torch.load` has to read first; a file of a whole "
    "model, from which `torch.load` gives a module; `state_dict` without its parentheses; None, "
    "from a function that returns nothing.",
)
@pytest.mark.parametrize(
    ("value", "got"),
    [
        (lambda: "model.pth", "<class 'str'>"),
        (lambda: Path("model.pth"), "Path'>"),
        (lambda: loaded(saved(nn.Linear(2, 3)), weights_only=False), "linear.Linear'>"),
        (lambda: nn.Linear(2, 3).state_dict, "<class 'method'>"),
        (lambda: [].sort(), "<class 'NoneType'>"),
    ],
)
def test_what_is_not_like_a_dictionary(value, got):
    message = str(fails(lambda: nn.Linear(2, 3).load_state_dict(value())))
    assert message.startswith("Expected state_dict to be dict-like, got")
    assert got in message
    nn.Linear(2, 3).load_state_dict(loaded(CONTENT))


# checkpoint_key_error


@says(
    "errors/loading/checkpoint_key_error",
    "Usual causes: the file is the bare state dict, without a dictionary around it; it was written "
    "by other code, with other names; a part was not saved, such as the optimizer in a file for "
    "prediction; `'param_groups'` where an optimizer was given the weights of the model.",
)
@pytest.mark.parametrize(
    ("key", "call"),
    [
        ("state_dict", lambda: STATE["state_dict"]),
        ("model_state_dict", lambda: {"net": STATE}["model_state_dict"]),
        ("optimizer", lambda: {"model": STATE}["optimizer"]),
        ("param_groups", lambda: optim.SGD([torch.ones(1)]).load_state_dict(STATE)),
    ],
)
def test_keys_that_are_not_in_the_file(key, call):
    error = fails(call)
    assert isinstance(error, KeyError)
    assert error.args == (key,)


# checkpoint_not_found


@says(
    "errors/loading/checkpoint_not_found",
    "a checkpoint is looked for in another folder.",
    "A relative path starts at the current folder, not at the folder of the script: that in which "
    "Python was started, or where `os.chdir` went.",
    "In a script `Path(__file__).parent` is its own folder.",
)
def test_relative_paths_start_where_python_was_started(tmp_path):
    folder = tmp_path / "project"
    folder.mkdir()
    script = folder / "main.py"
    script.write_text(
        "import os\n"
        "from pathlib import Path\n"
        "print(Path('a.pth').resolve())\n"
        "print(Path(__file__).parent.resolve())\n"
        "print(Path('a.pth').exists(), (Path(__file__).parent / 'a.pth').exists())\n"
        "os.chdir('project')\n"
        "print(Path('a.pth').exists())\n"
    )
    (folder / "a.pth").write_bytes(CONTENT)
    command = [sys.executable, "project/main.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    real = tmp_path.resolve()
    started = [f"{real / 'a.pth'}", f"{real / 'project'}", "False True"]
    assert done.stdout.splitlines() == [*started, "True"]


@says(
    "errors/loading/checkpoint_not_found",
    "Usual causes: the script was started in another folder; the file has another name or ending, "
    "or was written on another machine, such as the temporary disk of a Colab session; a `~`, "
    "which Python does not expand.",
    "`torch.load` takes a file, no folder and no address of the web.",
    "A path that does not depend on where Python was started.",
    "A ~ is for the shell; ask for it.",
)
def test_what_torch_load_does_not_find(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    path = tmp_path / "model.pth"
    path.write_bytes(CONTENT)
    monkeypatch.chdir(tmp_path)
    torch.load("model.pth")
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    web = "https://download.pytorch.org/models/resnet18-f37072fd.pth"
    for wrong in ("model.pth", path.with_suffix(".pt"), "~/model.pth", web):
        assert isinstance(fails(lambda wrong=wrong: torch.load(wrong)), FileNotFoundError)
    assert isinstance(fails(lambda: torch.load(tmp_path)), (IsADirectoryError, PermissionError))
    for right in (path, Path("~/model.pth").expanduser()):
        assert torch.load(right).keys() == STATE.keys()


# cannot_get_attribute and no_module_named


class Kept(nn.Linear):
    """A class whose code stays here."""

    def forward(self, x):
        words_of_the_code = super().forward
        return words_of_the_code(x)


@says("errors/loading/cannot_get_attribute", "the class is not there.")
@says(
    "errors/loading/cannot_get_attribute",
    "`torch.save(model)` stores the name of the class, not its code.",
    "The program that loads it has no class of that name in that module.",
    "Usual causes: the class was defined in the training script or in a notebook, whose module is "
    "`__main__`; it was renamed or moved; another version of the library, in which the class does "
    "not exist.",
    "Define or import the class under its old name, load once, and save the state dict.",
    "From then on the name of the class is free.",
)
@pytest.mark.parametrize("module", ["__main__", "library.layers"])
@pytest.mark.parametrize("now", [{}, {"Renamed": Kept}])
def test_the_class_is_not_there(monkeypatch, module, now):
    place = types.ModuleType(module)
    monkeypatch.setitem(sys.modules, module, place)
    if "." in module:
        monkeypatch.setitem(sys.modules, "library", types.ModuleType("library"))
    monkeypatch.setattr(Kept, "__module__", module)
    place.Kept = Kept
    content = saved(Kept(2, 3))
    assert b"Kept" in content
    assert b"words_of_the_code" not in content
    del place.Kept
    vars(place).update(now)
    error = fails(lambda: loaded(content, weights_only=False))
    assert isinstance(error, AttributeError)
    assert "Can't get attribute 'Kept' on <module" in str(error)
    place.Kept = Kept
    state = saved(loaded(content, weights_only=False).state_dict())
    del place.Kept
    assert b"Kept" not in state
    assert not nn.Linear(2, 3).load_state_dict(loaded(state)).missing_keys


@says("errors/loading/no_module_named", "the file names a module that is gone.")
@says(
    "errors/loading/no_module_named",
    "A pickled model stores the module of its class as it was imported: `nets.Net` asks for "
    "`nets`.",
    "Make the module importable, or put the new one under the old name in `sys.modules` while "
    "loading; then save the state dict.",
    "Save the weights: no module of yours is named in them.",
    "Usual causes: the script is started in another folder than the project's; the file comes from "
    "another project, whose code is needed; the module was renamed or moved; a library of another "
    "version (`numpy._core` is NumPy 2).",
)
def test_the_module_is_gone(monkeypatch, tmp_path):
    (tmp_path / "old_nets.py").write_text("from torch import nn\nclass Net(nn.Linear): pass\n")
    monkeypatch.syspath_prepend(tmp_path)
    import old_nets

    content = saved(old_nets.Net(2, 3))
    monkeypatch.delitem(sys.modules, "old_nets")
    assert isinstance(loaded(content, weights_only=False), nn.Linear)  # can be imported
    monkeypatch.setattr(sys, "path", sys.path[1:])
    (tmp_path / "old_nets.py").rename(tmp_path / "new_nets.py")
    monkeypatch.delitem(sys.modules, "old_nets")
    error = fails(lambda: loaded(content, weights_only=False))
    assert isinstance(error, ModuleNotFoundError)
    assert str(error) == "No module named 'old_nets'"
    monkeypatch.setitem(sys.modules, "old_nets", old_nets)
    state = saved(loaded(content, weights_only=False).state_dict())
    assert b"old_nets" in content
    assert b"old_nets" not in state
    assert b"torch._utils" in state
    assert type(np.float64(1)).__reduce__(np.float64(1))[0].__module__ == "numpy._core.multiarray"
    assert int(np.__version__.split(".")[0]) >= 2


# failed_finding_central_directory


@says("errors/loading/failed_finding_central_directory", "the file is not whole.")
@says(
    "errors/loading/failed_finding_central_directory",
    "A file of `torch.save` is a zip archive, whose table of contents stands at the end.",
    "Without its end it cannot be read.",
    "Usual causes: a download or copy that broke off; a job that was killed, or a full disk, while "
    "saving; a file that is read while another process writes it.",
    "Python's zip module tells, without torch.",
    "Is the end of the file there?",
)
@given(rest=st.integers(4, len(CONTENT) - 1))
def test_a_file_without_its_end(rest):
    assert zipfile.is_zipfile(io.BytesIO(CONTENT))
    last = zipfile.ZipFile(io.BytesIO(CONTENT)).infolist()[-1]
    assert CONTENT.index(b"PK\x01\x02") > last.header_offset + last.file_size
    assert not zipfile.is_zipfile(io.BytesIO(CONTENT[:rest]))
    message = str(fails(lambda: loaded(CONTENT[:rest])))
    assert message.startswith("PytorchStreamReader failed reading zip archive: ")


@says(
    "errors/loading/failed_finding_central_directory",
    "While saving: write beside it, then rename; a half-written file has another name.",
)
def test_the_old_file_stays_until_the_new_one_is_whole(tmp_path):
    path, part = tmp_path / "model.pt", tmp_path / "model.part"
    path.write_bytes(CONTENT)
    part.write_bytes(CONTENT[:300])  # killed here
    assert torch.load(path).keys() == STATE.keys()
    torch.save({"new": 1}, part)
    part.replace(path)
    assert torch.load(path) == {"new": 1}
    assert not part.exists()


@says(
    "errors/loading/failed_finding_central_directory",
    "A file of `torch.save` has no `constants.pkl`: `torch.jit.load` cannot read it.",
)
def test_jit_cannot_read_a_file_of_save():
    names = zipfile.ZipFile(io.BytesIO(CONTENT)).namelist()
    assert not [name for name in names if name.endswith("constants.pkl")]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        error = fails(lambda: torch.jit.load(io.BytesIO(CONTENT)))
    assert "failed locating file constants.pkl: file not found" in str(error)


# invalid_load_key


POINTER = (
    b"version https://git-lfs.github.com/spec/v1\n"
    b"oid sha256:" + hashlib.sha256(b"").hexdigest().encode() + b"\nsize 46830571\n"
)


@says(
    "errors/loading/invalid_load_key", "the file is not a checkpoint but a page, a pointer, a text."
)
@says(
    "errors/loading/invalid_load_key",
    "The key is the first character that a pickle cannot have there, mostly the first of the file.",
    "`'<'` or a newline is the start of an HTML page: the address led to a web page, not to the "
    "file.",
    "`'v'` is a pointer of git-lfs, some 130 bytes of text in place of the weights.",
    "`'H'` and others: another format, such as HDF5 of Keras or safetensors.",
    'With `weights_only`, the default, the message is "Unsupported operand" with the number of the '
    "character.",
)
@pytest.mark.parametrize(
    ("content", "key", "at"),
    [
        (b"<!DOCTYPE html>", "<", 0),
        (b"\n<html>", "\n", 0),
        (POINTER, "v", 0),
        (b"\x89HDF\r\n\x1a\n", "H", 1),
        (struct.pack("<Q", 72) + b'{"a":{}}'.ljust(72), "H", 0),  # safetensors
        (b"\x1f\x8b\x08", "\x1f", 0),
        (b'{"a": 1}', "{", 0),
    ],
)
def test_the_first_character_that_cannot_be(content, key, at):
    shown = key if key.isprintable() else f"\\x{ord(key):02x}"
    error = fails(lambda: loaded(content, weights_only=False))
    assert isinstance(error, pickle.UnpicklingError)
    assert str(error) == f"invalid load key, '{shown}'."
    assert content[at] == ord(key)
    assert f"Unsupported operand {ord(key)}" in str(fails(lambda: loaded(content)))
    assert 120 < len(POINTER) < 140


@says(
    "errors/loading/invalid_load_key",
    'A file of `pickle.dump` has no "magic number": `pickle.load` reads it.',
)
@pytest.mark.parametrize("value", [{"a": 1}, [1], 0.5])
def test_a_file_of_pickle(value):
    content = pickle.dumps(value)
    assert "Invalid magic number" in str(fails(lambda: loaded(content, weights_only=False)))
    assert pickle.loads(content) == value


# ran_out_of_input


def not_rewound(**options):
    file = io.BytesIO()
    torch.save(STATE, file)
    return torch.load(file, **options)


@says("errors/loading/ran_out_of_input", "the file is empty or cut off.")
@says(
    "errors/loading/ran_out_of_input",
    "The reader wants more than the file holds.",
    "`EOFError`, without a text where `weights_only` is True, is mostly an empty file: saving was "
    "broken off before the first byte, the disk was full, or a buffer was not rewound after "
    "`torch.save` into it.",
    "A buffer stands at its end after writing: rewind it.",
)
@pytest.mark.parametrize("read", [lambda **options: loaded(b"", **options), not_rewound])
@pytest.mark.parametrize(
    ("options", "text"), [({}, ""), ({"weights_only": False}, "Ran out of input")]
)
def test_an_empty_file(read, options, text):
    error = fails(lambda: read(**options))
    assert isinstance(error, EOFError)
    assert str(error) == text
    assert inspect.signature(torch.load).parameters["weights_only"].default is None


@says(
    "errors/loading/ran_out_of_input",
    "`unexpected EOF` and `storage has wrong byte size` are files of the format before torch 1.6 "
    "that are cut off or damaged, as by several processes that write at once; files of today's "
    "format raise another message.",
    "as torch before 1.6 wrote it",
)
def test_the_format_before_torch_1_6():
    assert not zipfile.is_zipfile(io.BytesIO(OLD))
    for rest in range(1, 13):
        message = str(fails(lambda rest=rest: loaded(OLD[:-rest], weights_only=False)))
        assert f"unexpected EOF, expected {rest} more bytes" in message
        message = str(fails(lambda rest=rest: loaded(CONTENT[:-rest], weights_only=False)))
        assert message.startswith("PytorchStreamReader failed")
    # sizes of storages stand before their bytes: one number changed
    at = OLD.rindex((6).to_bytes(8, "little"))
    damaged = OLD[:at] + bytes([7]) + OLD[at + 1 :]
    message = str(fails(lambda: loaded(damaged, weights_only=False)))
    assert message.startswith("storage has wrong byte size: expected")


# parameter_group_size


def adam(groups):
    return optim.Adam(groups, lr=1e-3)


@says("errors/loading/parameter_group_size", "other parameters.")
@says(
    "errors/loading/parameter_group_size",
    "An optimizer's state knows parameters by their number, not by name.",
    "It loads into an optimizer that was made from as many parameters in the same groups; another "
    "order loads without a word, and is wrong.",
    "Usual causes: layers were frozen or unfrozen between saving and loading, and the optimizer "
    "got those with `requires_grad` only; the head was replaced by one of more layers; groups with "
    "their own rates in one of the two programs.",
    "Layers or groups that are new: load first, then add them.",
)
@pytest.mark.parametrize(
    ("now", "part"),
    [
        (lambda a, b: [*b.parameters()], "doesn't match the size of optimizer's group"),
        (lambda a, b: [*a.parameters(), *b.parameters(), *nn.Linear(1, 1).parameters()],
         "doesn't match the size of optimizer's group"),
        (lambda a, b: [{"params": a.parameters()}, {"params": b.parameters()}],
         "has a different number of parameter groups"),
        (lambda a, b: [*a.parameters(), *b.parameters()], None),
    ],
)  # fmt: skip
def test_states_of_other_parameters(now, part):
    a, b = nn.Linear(2, 3), nn.Linear(3, 4)
    old = adam([*a.parameters(), *b.parameters()])
    b(a(torch.ones(1, 2))).sum().backward()
    old.step()
    state = old.state_dict()
    assert list(state["state"]) == state["param_groups"][0]["params"] == [0, 1, 2, 3]
    new = adam(now(a, b))
    failing = pytest.raises(ValueError, match=part) if part else contextlib.nullcontext()
    with failing:
        new.load_state_dict(state)
        new.add_param_group({"params": [torch.ones(1)]})
        assert len(new.param_groups) == 2
        assert new.state[a.weight]["exp_avg"].shape == a.weight.shape


@says(
    "errors/loading/parameter_group_size",
    "It loads into an optimizer that was made from as many parameters in the same groups; another "
    "order loads without a word, and is wrong.",
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_parameters_counts(turned):
    layers = [nn.Linear(2, 3), nn.Linear(4, 5)]
    old = adam([layer.weight for layer in layers])
    for layer in layers:
        layer.weight.grad = torch.ones_like(layer.weight)
    old.step()
    new = adam([layer.weight for layer in (layers[::-1] if turned else layers)])
    new.load_state_dict(old.state_dict())
    assert (new.state[layers[0].weight]["exp_avg"].shape == (3, 2)) != turned
    failing = pytest.raises(RuntimeError, match="size of tensor") if turned else None
    with failing or contextlib.nullcontext():
        new.step()


@says(
    "errors/loading/parameter_group_size",
    "Frozen since: give the optimizer all; without a gradient they stay as they are.",
)
@pytest.mark.parametrize("method", [optim.SGD, optim.Adam, optim.AdamW])
def test_parameters_without_a_gradient_stay(method):
    frozen, head = nn.Linear(2, 2).requires_grad_(False), nn.Linear(2, 2)
    before = frozen.weight.clone()
    optimizer = method([*frozen.parameters(), *head.parameters()], lr=0.1, weight_decay=0.5)
    head(frozen(torch.ones(1, 2))).sum().backward()
    optimizer.step()
    assert torch.equal(frozen.weight, before)
    assert head.bias.ne(0).all()


# pretrained_deprecated


def built(**arguments):
    """A MobileNet without a download: the weights that it asks for, and the warnings."""
    asked = []

    def get_state_dict(self, *args, **kwargs):
        asked.append(self)
        return mobilenet_v2().state_dict()

    with (
        torch.device("meta"),
        mock.patch.object(MobileNet_V2_Weights, "get_state_dict", get_state_dict),
        warnings.catch_warnings(record=True) as caught,
    ):
        warnings.simplefilter("always")
        model = mobilenet_v2(**arguments)
    texts = [str(w.message) for w in caught if "deprecated" in str(w.message)]
    return model, asked, texts


@says("errors/loading/pretrained_deprecated", "torchvision names its weights now.")
@says(
    "errors/loading/pretrained_deprecated",
    "A warning of torchvision since 0.13: the model is made as before.",
    "In place of `pretrained=True` pass `weights=` a value of the model's enum, or its name as "
    "text; in place of False pass None.",
    'A second warning, about "Arguments other than a weight enum", names the weights that the old '
    "code stands for.",
    "pretrained=False: no weights.",
    "pretrained=True: the first weights, or the best ones.",
)
@pytest.mark.parametrize(
    ("old", "new", "stands_for"),
    [
        (True, MobileNet_V2_Weights.IMAGENET1K_V1, "MobileNet_V2_Weights.IMAGENET1K_V1"),
        (True, "IMAGENET1K_V1", "MobileNet_V2_Weights.IMAGENET1K_V1"),
        (False, None, "None"),
    ],
)
def test_what_pretrained_stands_for(old, new, stands_for):
    model, asked, texts = built(pretrained=old)
    assert "The parameter 'pretrained' is deprecated since 0.13" in texts[0]
    assert texts[1].startswith("Arguments other than a weight enum")
    assert f"equivalent to passing `weights={stands_for}`" in texts[1]
    now, asked_now, silent = built(weights=new)
    assert (asked, silent) == (asked_now, [])
    assert type(model) is type(now)
    assert len(texts) == 2


@says(
    "errors/loading/pretrained_deprecated",
    "pretrained=True: the first weights, or the best ones.",
)
def test_default_weights_are_the_best():
    assert MobileNet_V2_Weights.DEFAULT is MobileNet_V2_Weights.IMAGENET1K_V2
    first, best = (
        w.meta["_metrics"]["ImageNet-1K"]["acc@1"]
        for w in (MobileNet_V2_Weights.IMAGENET1K_V1, MobileNet_V2_Weights.DEFAULT)
    )
    assert best > first
    assert built(weights="DEFAULT")[1] == [MobileNet_V2_Weights.DEFAULT]


# parent_directory


@says("errors/loading/parent_directory", "torch.save makes no folders.")
@says(
    "errors/loading/parent_directory",
    "The folder in which the file is to stand is not there, seen from the current folder: make it "
    "first.",
)
def test_save_makes_no_folders(tmp_path, monkeypatch):
    (tmp_path / "there").mkdir()
    monkeypatch.chdir(tmp_path)
    torch.save(STATE, "there/model.pt")
    monkeypatch.chdir(tmp_path / "there")
    message = str(fails(lambda: torch.save(STATE, "there/model.pt")))
    assert message == "Parent directory there does not exist."
    assert not Path("there").exists()
    Path("there").mkdir()
    torch.save(STATE, "there/model.pt")


@says(
    "errors/loading/parent_directory",
    'Other messages of a file that cannot be written: "Is a directory" where the path is a folder, '
    'and "unexpected pos", "iostream error" or, older, "file write failed" where the disk or the '
    "quota is full.",
)
@pytest.mark.parametrize(
    ("path", "size", "part"),
    [
        ("/tmp", 1, "open file failed with strerror: Is a directory"),
        ("/dev/full", 100_000, "unexpected pos"),
        ("/dev/full", 1, "iostream error"),
    ],
)
def test_files_that_cannot_be_written(path, size, part):
    if not Path("/dev/full").exists():
        pytest.skip("no full disk here")
    error = fails(lambda: torch.save({"a": torch.ones(size)}, path))
    assert isinstance(error, RuntimeError)
    assert part in str(error)
