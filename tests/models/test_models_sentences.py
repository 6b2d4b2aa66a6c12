"""What the introduction of models says."""

import pytest
import torch
from support import says
from torch import nn


@says("models", "state that is saved but not trained | `nn.Buffer`")
def test_a_buffer_is_saved_but_not_trained():
    model = nn.Linear(2, 1)
    model.mean = nn.Buffer(torch.zeros(2))
    assert "mean" in model.state_dict()
    assert "mean" not in dict(model.named_parameters())


@says(
    "models",
    "Three rules: `super().__init__()` stands in `__init__` before the first layer, layers are "
    "attributes (or in a `ModuleList`), and the model is called, `model(x)`, not its `forward`.",
)
def test_three_rules_of_a_module():
    class Late(nn.Module):
        def __init__(self):
            self.width = 3
            self.layer = nn.Linear(3, 3)
            super().__init__()

    class Listed(nn.Module):
        def __init__(self, kind):
            super().__init__()
            self.layers = kind([nn.Linear(3, 3)])

        def forward(self, x):
            return self.layers[0](x)

    with pytest.raises(AttributeError, match="before Module"):
        Late()
    assert list(Listed(list).parameters()) == []
    model = Listed(nn.ModuleList)
    assert len(list(model.parameters())) == 2
    calls = []
    model.register_forward_hook(lambda *_: calls.append(1))
    model.forward(torch.ones(1, 3))
    assert calls == []
    model(torch.ones(1, 3))
    assert calls == [1]
