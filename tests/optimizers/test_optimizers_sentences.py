"""What the introduction of optimizers says."""

import math

import pytest
import torch
from support import says
from torch import nn, optim


@says(
    "optimizers",
    "It moves them against their `.grad`, which `backward` fills and `zero_grad` clears: "
    "see the training step.",
)
def test_backward_fills_and_zero_grad_clears():
    w = torch.tensor([3.0], requires_grad=True)
    optimizer = optim.SGD([w], lr=0.1)
    optimizer.step()
    assert w.item() == 3  # without a gradient nothing moves
    (w**2).backward()
    assert w.grad.item() == 6
    optimizer.step()
    assert w.item() == pytest.approx(2.4)
    optimizer.zero_grad()
    assert w.grad is None


@says(
    "optimizers",
    "Choose the rate with the method: one that suits SGD may be far too small or too "
    "large for another.",
)
def test_a_rate_of_sgd_does_not_suit_others():
    def end(method, lr, steps=100):
        p = torch.tensor([1.0], requires_grad=True)
        optimizer = method([p], lr=lr)
        for _ in range(steps):
            optimizer.zero_grad()
            (p**2).backward()
            optimizer.step()
        return abs(p.item())

    assert end(optim.SGD, 0.1) < 1e-6
    assert end(optim.Adadelta, 0.1) > 0.9  # too small
    assert end(optim.Adadelta, 100.0) < 0.6
    w = torch.full((1,), 1e-3, requires_grad=True)  # a usual size of a weight
    w.grad = torch.full((1,), 1e-3)
    optim.Adam([w], lr=0.1).step()
    assert w.item() < -0.09  # too large


@says("optimizers", "too little memory | `Adafactor`, `SGD` | 1e-2, 0.1")
def test_what_takes_little_memory():
    def kept(method):
        p = torch.ones(100, 50, requires_grad=True)
        p.grad = torch.ones_like(p)
        optimizer = method([p])
        optimizer.step()
        return sum(v.numel() for v in optimizer.state[p].values() if torch.is_tensor(v))

    assert kept(optim.SGD) == 0
    assert kept(optim.Adafactor) == 151
    assert kept(optim.AdamW) == 10_001


@says(
    "optimizers",
    "sparse embeddings | `SparseAdam` | 1e-3",
    "transformers | `AdamW`, `Muon` for the matrices | 1e-4 to 1e-3, with warm-up",
)
def test_what_sparse_adam_and_muon_take():
    table = nn.Embedding(3, 2, sparse=True)
    table(torch.tensor([1])).sum().backward()
    optim.SparseAdam(table.parameters()).step()
    with pytest.raises(RuntimeError):
        optim.AdamW(table.parameters()).step()
    optim.Muon([nn.Linear(2, 2).weight])
    with pytest.raises(ValueError, match="2D"):
        optim.Muon([nn.Linear(2, 2).bias])


@says("optimizers", "the average of the weights | `ASGD`, `AveragedModel` | as SGD")
def test_asgd_keeps_an_average():
    w = torch.ones(1, requires_grad=True)
    optimizer = optim.ASGD([w], lr=0.1, t0=0)
    seen = []
    for _ in range(5):
        w.grad = torch.ones(1)
        optimizer.step()
        seen.append(w.item())
    assert math.isclose(optimizer.state[w]["ax"].item(), sum(seen[1:]) / 4, rel_tol=1e-5)
