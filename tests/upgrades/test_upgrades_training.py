"""What the entries on old training loops say, at other settings."""

import keyword

import pytest
import torch
from old_calls import message_of, warnings_of
from support import says
from torch import nn
from torch.autograd import Variable
from torch.optim import SGD
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts, StepLR
from torch.utils.data import ConcatDataset


@says(
    "upgrades/training/loop_of_2017",
    "`Variable(x)` gives a tensor on the memory of `x`, so the lines that hold it run; it is "
    "detached, so around a computed result it cuts the graph.",
    "`volatile=True` warns and records a graph all the same; `loss.data[0]` raises, since a loss "
    "has no dimensions.",
)
@pytest.mark.parametrize("shape", [(1,), (3,), (2, 3)])
def test_variable(shape):
    x, layer = torch.ones(shape), nn.Linear(shape[-1], 1)
    wrapped = Variable(x)
    assert type(wrapped) is torch.Tensor
    assert wrapped.data_ptr() == x.data_ptr()
    assert layer(x).requires_grad
    assert not Variable(layer(x)).requires_grad
    assert Variable(layer(x), requires_grad=True).is_leaf
    assert "volatile was removed" in warnings_of(lambda: Variable(x, volatile=True))[0]
    with pytest.warns(UserWarning, match="volatile"):
        loss = layer(Variable(x, volatile=True)).mean()
    assert loss.requires_grad
    assert loss.dim() == 0
    assert "0-dim tensor" in message_of(lambda: loss.data[0], IndexError)


@says(
    "upgrades/training/async_argument",
    "`async` is a word of Python since 3.7: a file that has it as an argument does not parse.",
)
def test_async():
    assert keyword.iskeyword("async")
    ran = []
    with pytest.raises(SyntaxError):
        exec("ran.append(1)\nx.cuda(async=True)", {"ran": ran})
    assert not ran


@says(
    "upgrades/training/scheduler_arguments",
    "`scheduler.step(epoch)` and `get_lr()` warn, but not `step(epoch)` of "
    "`CosineAnnealingWarmRestarts`; `get_lr()` called by hand gives another rate than the one in "
    "use where a step is due.",
)
@pytest.mark.parametrize("step_size", [1, 2, 3])
@pytest.mark.filterwarnings("ignore")
def test_scheduler(step_size):
    optimizer = SGD([nn.Parameter(torch.ones(1))], lr=1.0)
    scheduler = StepLR(optimizer, step_size)
    for epoch in range(1, 7):
        scheduler.step()
        used = optimizer.param_groups[0]["lr"]
        due = epoch % step_size == 0
        assert used == pytest.approx(0.1 ** (epoch // step_size))
        assert scheduler.get_lr() == pytest.approx([used * 0.1 if due else used])
    assert "get_last_lr()" in warnings_of(scheduler.get_lr)[0]
    assert any("epoch parameter" in told for told in warnings_of(lambda: scheduler.step(9)))
    restarts = CosineAnnealingWarmRestarts(optimizer, step_size)
    assert not warnings_of(lambda: restarts.step(0.5))


@says(
    "upgrades/training/renamed_helpers",
    "Each warns and gives what its successor gives.",
    "`torch.has_cuda` and `has_mps` are `is_built()` of the backend.",
)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (torch.cuda.memory_cached, torch.cuda.memory_reserved),
        (torch.cuda.max_memory_cached, torch.cuda.max_memory_reserved),
        (lambda: torch.has_cuda, torch.backends.cuda.is_built),
        (lambda: torch.has_mps, torch.backends.mps.is_built),
        (lambda: torch.distributed.reduce_op.MAX, lambda: torch.distributed.ReduceOp.MAX),
        (torch.get_autocast_gpu_dtype, lambda: torch.get_autocast_dtype("cuda")),
        (torch.is_autocast_cpu_enabled, lambda: torch.is_autocast_enabled("cpu")),
        (
            lambda: ConcatDataset([[1], [2, 3]]).cummulative_sizes,
            lambda: ConcatDataset([[1], [2, 3]]).cumulative_sizes,
        ),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_renamed(old, new):
    assert len(warnings_of(old)) == 1
    assert not warnings_of(new)
    assert old() == new()
