"""What the sentences on the hooks of saved tensors say."""

import inspect

import pytest
import torch
from support import says
from torch import nn
from torch.autograd.graph import save_on_cpu, saved_tensors_hooks


@says(
    "autograd/further/saved_tensors",
    "Each tensor that an operation saves for `backward` goes through `pack`, and what `pack`"
    " returned through `unpack` when it is needed.",
    "The hooks hold for what is saved inside the block.",
)
@pytest.mark.parametrize(
    ("function", "saves"),
    [(torch.exp, 1), (lambda x: x * x, 2), (lambda x: x + 1, 0), (torch.sin, 1)],
)
def test_what_is_packed(function, saves):
    packed, unpacked = [], []

    def pack(tensor):
        packed.append(tensor)
        return ("note", tensor)

    def unpack(pair):
        unpacked.append(pair)
        return pair[1]

    x = torch.tensor([0.5, 2.0], requires_grad=True)
    outside = function(x)
    with saved_tensors_hooks(pack, unpack):
        y = function(x)
    assert (len(packed), len(unpacked)) == (saves, 0)
    (gradient,) = torch.autograd.grad(y.sum(), x)  # behind the block
    assert len(unpacked) == saves
    assert all(word == "note" for word, _ in unpacked)
    assert torch.equal(gradient, torch.autograd.grad(outside.sum(), x)[0])
    assert len(unpacked) == saves


@says(
    "autograd/further/saved_tensors",
    "Keep it in half precision, on the disk, or in CPU memory: `save_on_cpu` is that pair, ready"
    " made; `pin_memory=True` makes its copies faster.",
)
def test_save_on_cpu_is_a_pair_of_hooks():
    assert issubclass(save_on_cpu, saved_tensors_hooks)
    assert inspect.signature(save_on_cpu).parameters["pin_memory"].default is False
    layer, x = nn.Linear(4, 4), torch.randn(3, 4)
    layer(x).sigmoid().sum().backward()
    expected = layer.weight.grad.clone()
    layer.zero_grad()
    with save_on_cpu():
        y = layer(x).sigmoid().sum()
    y.backward()
    assert torch.equal(layer.weight.grad, expected)


@says("autograd/further/saved_tensors", "Neither may change a tensor in place.")
@pytest.mark.parametrize("way", ["pack", "unpack"])
def test_hooks_that_change_in_place(way):
    def change(tensor):
        return tensor.mul_(2)

    hooks = {"pack": (change, lambda x: x), "unpack": (lambda x: x, change)}[way]
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = x.exp()
    if way == "pack":
        with pytest.raises(RuntimeError, match="in-place"), saved_tensors_hooks(*hooks):
            y = x.exp().sum()
        return
    with saved_tensors_hooks(*hooks):
        y = x.exp().sum()
    with torch.no_grad():
        gradients = torch.autograd.grad(y, x)[0]
    assert not torch.allclose(gradients, x.detach().exp())
