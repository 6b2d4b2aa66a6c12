"""Resuming and random states: what the entries promise beyond their outputs."""

import io
import random

import numpy as np
import pytest
import torch
from recipes import names_of
from support import says


@says(
    "checkpoints/random_states",
    "Python, NumPy, PyTorch, a GPU and the generator of a loader have one.",
)
def test_random_states():
    entry = names_of("checkpoints/random_states")
    for seed in range(5):
        random.seed(seed)
        np.random.seed(seed)
        torch.manual_seed(seed)
        generator = torch.Generator().manual_seed(seed)
        states = entry["random_states"](generator)
        first = entry["draw"](generator)
        entry["restore"](states, generator)
        second = entry["draw"](generator)
        assert first[:2] == second[:2]
        assert torch.equal(first[2], second[2])
        assert first[3] == second[3]


@says(
    "checkpoints/resume",
    "Seeding each epoch by its number makes the order of the samples and the dropout of epoch 7 "
    "the same in both runs.",
    "On the CPU the weights are equal bit for bit.",
)
@pytest.mark.parametrize("stop", [1, 2, 3])
def test_resume_at_every_epoch(stop):
    train = names_of("checkpoints/resume")["train"]
    whole = train(4)["model"]
    file = io.BytesIO()
    torch.save(train(stop), file)
    file.seek(0)
    resumed = train(4, file)["model"]
    assert all(torch.equal(resumed[name], whole[name]) for name in whole)


@pytest.mark.parametrize("stop", [1, 3])
def test_resume_needs_the_optimizer(stop):
    """Leaving out the optimizer's state gives other weights: the comparison can fail."""
    train = names_of("checkpoints/resume")["train"]
    state = train(stop)
    fresh = train(1)["optimizer"]
    file = io.BytesIO()
    torch.save({**state, "optimizer": fresh | {"state": {}}}, file)
    file.seek(0)
    whole, resumed = train(4)["model"], train(4, file)["model"]
    assert not all(torch.equal(resumed[name], whole[name]) for name in whole)
