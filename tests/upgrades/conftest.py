"""Torch gives most of its own warnings once a process, unless it is told otherwise."""

import pytest
import torch


@pytest.fixture(autouse=True)
def warn_each_time():
    torch.set_warn_always(True)
    torch.storage._set_always_warn_typed_storage_removal(True)  # a switch of its own
    yield
    torch.storage._set_always_warn_typed_storage_removal(False)
    torch.set_warn_always(False)
