"""Torch gives most of its own warnings once a process, unless it is told otherwise."""

import pytest
import torch


@pytest.fixture(autouse=True)
def warn_each_time():
    torch.set_warn_always(True)
    yield
    torch.set_warn_always(False)
