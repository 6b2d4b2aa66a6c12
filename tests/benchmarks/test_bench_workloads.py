"""What is timed: inputs in turn, results that come back, precisions by their names."""

import functools
import math

import pytest
import torch
from torch import nn

from cheatsheet.benchmarks import machine, page, workloads
from cheatsheet.benchmarks.workloads import FOOTPRINT, WORKLOADS

CPU = torch.device("cpu")
BY_NAME = {w.name: w for w in WORKLOADS}
#: What can be made without a GPU and is not compiled.
PLAIN = [w for w in WORKLOADS if "cpu" in w.on and not w.compiled and w.cores <= machine.cores()]


def each(*conditions):
    """Run a test for each of `PLAIN` that meets the conditions."""
    chosen = [w for w in PLAIN if all(condition(w) for condition in conditions)]
    return pytest.mark.parametrize("timed", chosen, ids=lambda w: w.name)


def made(timed, most=1):
    size = timed.sizes[0]
    return timed.calls(timed.kept(size, CPU), size, CPU, most)


def tensors(x):
    """Return the tensors, and those of the parameters, in what a call was given."""
    if isinstance(x, torch.Tensor):
        return [x]
    if isinstance(x, nn.Module):
        return list(x.parameters())
    if isinstance(x, torch.optim.Optimizer):
        return [p for group in x.param_groups for p in group["params"]]
    return [t for part in x for t in tensors(part)] if isinstance(x, tuple | list) else []


# 1. and 6. Rotation of inputs and outputs


@each()
def test_calls_in_a_row_share_only_the_model(timed):
    size = timed.sizes[0]
    kept = timed.kept(size, CPU)
    calls = timed.calls(kept, size, CPU, most=3)
    if timed.group == "Programs" or timed.name.startswith("DataLoader"):
        assert len(calls) == 1  # an epoch brings inputs of its own
        return
    own = [call.args[len(kept) :] for call in calls]
    places = [{t.data_ptr() for t in tensors(part)} for part in own]
    once = len(set().union(*places))
    assert once == sum(map(len, places)), "an input or an output comes again and is in the cache"
    assert places[0] or timed.name == "transforms.v2 on PIL images"


@pytest.mark.parametrize("name", ["add with out=", "Linear 1024 to 1024", "LSTM", "BatchNorm2d"])
def test_inputs_are_more_than_a_cache_holds(name):
    timed = BY_NAME[name]
    kept = timed.kept(timed.sizes[-2], CPU)
    calls = timed.calls(kept, timed.sizes[-2], CPU)
    own = sum(t.nbytes for call in calls for t in tensors(call.args[len(kept) :]))
    assert own > FOOTPRINT / 4
    assert FOOTPRINT > 4 * 50 * 2**20  # the cache of a large GPU


def test_an_input_larger_than_the_footprint_is_made_once():
    timed = BY_NAME["sum"]
    assert len(timed.calls((), 2 * FOOTPRINT // 4, CPU)) == 1


# 4. What comes back


@each(lambda w: w.copies and "cuda" in w.on)
def test_with_copies_the_same_work_is_done(timed):
    """On the CPU the copies change nothing; a GPU that is needed for them is not assumed."""
    seen = []
    for calls_of in (timed.calls, timed.calls_with_copies):
        torch.manual_seed(0)
        kept = timed.kept(timed.sizes[0], CPU)
        seen.append(calls_of(kept, timed.sizes[0], CPU, 1)[0]())
    assert seen[0] is not None, "nothing would be copied back"
    torch.testing.assert_close(*seen)


@each(lambda w: w.group == "Losses")
def test_a_loss_gives_back_the_loss_and_the_gradient(timed):
    (call,) = made(timed)
    loss, gradient = call()
    x = call.args[0]
    assert loss.shape == ()
    assert gradient.shape == x.shape
    assert gradient.abs().sum() > 0
    (expected,) = torch.autograd.grad(call()[0].detach() * 0 + loss_of(timed, call.args), x)
    torch.testing.assert_close(gradient, expected)


def loss_of(timed, inputs):
    name = {"MSELoss": "mse_loss", "CrossEntropyLoss": "cross_entropy", "CTCLoss": "ctc_loss",
            "BCEWithLogitsLoss": "binary_cross_entropy_with_logits",
            "TripletMarginLoss": "triplet_margin_loss"}[timed.name]  # fmt: skip
    return getattr(nn.functional, name)(*inputs)


def test_copies_say_where_the_memory_of_the_cpu_is_and_whether_they_wait():
    moves = {w.name: w for w in WORKLOADS if w.group == "Transfers"}
    assert moves.keys() == {
        f"{way}, {how}"
        for way in ("to the GPU", "back to the CPU")
        for how in ("pageable", "pinned", "pinned, non_blocking")
    }
    for name, timed in moves.items():
        assert timed.moved(1000) == 4000
        assert timed.on == ("cuda",)
        assert ("non_blocking" in name) == (timed.run is workloads._copy_non_blocking)
        assert ("pageable" in name) == (maker(timed.inputs) is workloads._pageable)


def maker(make):
    """Return the function that makes the memory, also where it is turned round."""
    cells = make.__closure__
    return cells[0].cell_contents if cells else make


def test_a_copy_that_does_not_wait_says_so_to_torch(monkeypatch):
    seen = []
    monkeypatch.setattr(torch.Tensor, "copy_", lambda *a, **k: seen.append(k))
    workloads._copy(torch.ones(1), torch.ones(1))
    workloads._copy_non_blocking(torch.ones(1), torch.ones(1))
    assert seen == [{}, {"non_blocking": True}]


# 5. Precision


def test_a_precision_is_in_the_name():
    for timed in WORKLOADS:
        assert ("tf32" in timed.name) == (timed.precision == "tf32"), timed.name
        assert ("bfloat16" in timed.name) == (timed.precision == "bfloat16"), timed.name


@pytest.mark.parametrize(
    "name",
    ["matmul", "batched matmul", "Linear 1024 to 1024", "Conv2d forward", "LSTM",
     "Conv2d forward and backward", "ResNet-18 training step", "ResNet-18 of 224×224"],
)  # fmt: skip
def test_what_tensor_cores_take_is_timed_in_both(name):
    assert BY_NAME[f"{name}, tf32"].sizes_on("cuda") == BY_NAME[name].sizes_on("cuda")


def test_bfloat16_is_computed_in_bfloat16():
    for name in ("matmul, bfloat16", "attention, bfloat16"):
        assert made(BY_NAME[name])[0]().dtype == torch.bfloat16
    seen = []
    timed = BY_NAME["ResNet-18, bfloat16"]
    (call,) = made(timed)
    call.args[0].conv1.register_forward_hook(lambda module, inputs, out: seen.append(out.dtype))
    call()
    assert seen == [torch.bfloat16]


# 6. Traffic


@pytest.mark.parametrize("rows", [32, 4096, 100_000])
def test_the_traffic_of_a_look_up_is_that_of_the_distinct_rows(rows):
    torch.manual_seed(0)
    table, _, indices = workloads._lookup(rows, CPU)
    bytes_of_row = table[0].nbytes
    distinct = len(set(indices.tolist()))
    counted = indices.nbytes + rows * bytes_of_row + distinct * bytes_of_row
    assert workloads._lookup_traffic(rows) == pytest.approx(counted, rel=0.02)


@each(lambda w: w.traffic and w.run is not workloads._index_select)
def test_traffic_is_the_bytes_that_are_read_and_written(timed):
    (call,) = made(timed)
    result = call()
    memory = {t.data_ptr(): t.nbytes for t in tensors(call.args)}
    if result.dim():  # what is left of a sum is next to nothing
        memory[result.data_ptr()] = result.nbytes
    assert timed.traffic(timed.sizes[0]) == sum(memory.values())


# 7. Modules, page faults


@each(lambda w: w.run is workloads._forward)
def test_what_is_only_run_forward_is_in_eval_and_without_gradients(timed):
    module, x = made(timed)[0].args
    assert not module.training
    result = timed.run(module, x)
    assert not (result[0] if isinstance(result, tuple) else result).requires_grad


@each(lambda w: w.traffic and w.name != "sum")
def test_a_result_in_new_memory_is_said_to_be(timed):
    """Elementwise work is so short that taking the memory decides it."""
    (call,) = made(timed)
    given = {t.data_ptr() for t in tensors(call.args)}
    assert call().data_ptr() in given or "new memory" in timed.note


# 8. What an expert asks for


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("matmul", 4096), ("matmul", 8192), ("matmul, bfloat16", 8192), ("matmul, tf32", 8192),
        ("ResNet-18 of 224×224", 256), ("ResNet-18 of 224×224, tf32, cudnn.benchmark", 256),
        ("ResNet-18 of 224×224, bfloat16, channels_last", 256),
        ("ResNet-18 of 224×224, bfloat16, channels_last, torch.compile", 256),
        ("ResNet-18 of 224×224, bfloat16, channels_last, reduce-overhead", 256),
        ("LeNet, reduce-overhead", 128), ("LeNet, CUDA graph", 128), ("ResNet-18, CUDA graph", 32),
        ("attention, bfloat16", 16384), ("epoch of the digits", 1024),
        ("ResNet-18 with its DataLoader", 256),
    ],
)  # fmt: skip
def test_a_large_gpu_is_filled(name, size):
    timed = BY_NAME[name]
    assert size in timed.sizes_on("cuda")
    assert timed.cudnn_benchmark == ("cudnn.benchmark" in name)
    assert timed.compiled == ("compile" in name or "reduce-overhead" in name)


def test_workers_are_the_powers_of_two():
    workers = [w.cores for w in WORKLOADS if w.name.startswith("DataLoader")]
    assert workers == [0, *(2**power for power in range(7))]


def test_an_epoch_sees_every_image_of_the_digits_and_learns():
    timed = BY_NAME["epoch of the digits"]
    model, optimizer, loader, device = timed.kept(256, CPU)
    assert len(loader.dataset) == 1797
    before = [p.detach().clone() for p in model.parameters()]
    loss = workloads._training_epoch(model, optimizer, loader, device)
    assert math.isfinite(loss.item())
    assert not any(torch.equal(p, q) for p, q in zip(model.parameters(), before, strict=True))


def test_workloads_have_sizes_from_tiny_to_large():
    assert len(BY_NAME) == len(WORKLOADS)
    for timed in WORKLOADS:
        every = timed.sizes_on("cuda")
        assert len(every) >= (2 if timed.compiled else 6), timed.name
        assert list(every) == sorted(set(every))
        assert timed.group in page.FILES


@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_quick_takes_the_first_the_middle_and_the_last_size(device):
    for timed in WORKLOADS:
        every, quick = timed.sizes_on(device), timed.sizes_on(device, quick=True)
        if timed.compiled:
            assert quick == ()
        else:
            assert quick == (every[0], every[len(every) // 2], every[-1])


def test_calls_are_partial_so_that_no_python_of_ours_is_timed():
    assert all(type(call) is functools.partial for call in made(BY_NAME["add"]))
