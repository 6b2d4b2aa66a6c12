"""What the entries on old layers and functions say, at other sizes and by hand."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from old_calls import message_of, warnings_of
from support import says
from torch import nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.nn.utils import parametrizations, parametrize

SEEDS = range(3)


def image(seed, *shape):
    return torch.rand(shape, generator=torch.Generator().manual_seed(seed))


@says(
    "upgrades/modules/upsample_bilinear",
    "`F.upsample` is `F.interpolate`, argument by argument.",
    "`F.upsample_bilinear` aligns the corners, and `F.interpolate` does not unless it is told to: "
    "after a change of the name alone the numbers differ.",
)
@pytest.mark.parametrize(
    "arguments",
    [
        {"scale_factor": 2},
        {"size": (5, 9)},
        {"scale_factor": 3, "mode": "bilinear"},
        {"size": (7, 7), "mode": "bicubic", "align_corners": True},
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_upsample(arguments):
    x = image(0, 2, 3, 4, 5)
    assert torch.equal(F.upsample(x, **arguments), F.interpolate(x, **arguments))
    old = F.upsample_bilinear(x, size=(7, 9))
    assert torch.equal(old[..., ::6, ::8], x[..., ::3, ::4])  # corner on corner
    assert not torch.allclose(old, F.interpolate(x, size=(7, 9), mode="bilinear"))


@says(
    "upgrades/modules/grid_sample_corners",
    "Since 1.3 both take `align_corners=False` by default, and warn where it is not given.",
    "Code from before, such as a spatial transformer, means True: the outermost points of the grid "
    "are then the centres of the outermost pixels.",
)
@pytest.mark.parametrize("size", [(2, 3), (5, 4)])
@pytest.mark.filterwarnings("ignore")
def test_grid_sample(size):
    x, theta = image(1, 1, 2, *size), torch.eye(3)[None, :2]
    default = F.affine_grid(theta, x.shape)
    for call in (lambda: F.affine_grid(theta, x.shape), lambda: F.grid_sample(x, default)):
        assert "align_corners=False since 1.3.0" in warnings_of(call)[0]
    assert torch.equal(default, F.affine_grid(theta, x.shape, align_corners=False))
    assert torch.equal(F.grid_sample(x, default), F.grid_sample(x, default, align_corners=False))
    grid = F.affine_grid(theta, x.shape, align_corners=True)
    np.testing.assert_allclose(grid[0, 0, :, 0], np.linspace(-1, 1, size[1]), atol=1e-6)
    torch.testing.assert_close(F.grid_sample(x, grid, align_corners=True), x)


@says(
    "upgrades/modules/weight_norm",
    "`parametrizations.weight_norm` keeps length and direction as `original0` and `original1`, and "
    "loads a state dict with `weight_g` and `weight_v`.",
    "It goes with `parametrize.remove_parametrizations`; `nn.utils.remove_weight_norm` is for the "
    "old one.",
    "`nn.utils.spectral_norm` does not warn; its successor is `parametrizations.spectral_norm`.",
)
@pytest.mark.parametrize("layer", [nn.Linear(3, 2), nn.Conv1d(2, 3, 2)])
@pytest.mark.filterwarnings("ignore")
def test_weight_norm(layer):
    def made():
        return type(layer)(*layer.weight.shape[1::-1], *layer.weight.shape[2:])

    old, new = nn.utils.weight_norm(made()), parametrizations.weight_norm(made())
    new.load_state_dict(old.state_dict())
    kept = new.parametrizations.weight
    torch.testing.assert_close(
        kept.original0, kept.original1.flatten(1).norm(dim=1).view_as(kept.original0)
    )
    assert torch.equal(kept.original1, old.weight_v)
    torch.testing.assert_close(new.weight, old.weight)
    message_of(lambda: nn.utils.remove_weight_norm(new), ValueError)
    parametrize.remove_parametrizations(new, "weight")
    assert "weight" in dict(new.named_parameters())
    assert "weight" in dict(nn.utils.remove_weight_norm(old).named_parameters())
    assert not warnings_of(lambda: nn.utils.spectral_norm(made()))
    assert "parametrizations.spectral_norm" in nn.utils.spectral_norm.__doc__


@says(
    "upgrades/modules/sdp_kernel",
    "The old context had a switch for each backend, the new one takes those that are allowed, in a "
    "list.",
    "The CPU has MATH and FLASH_ATTENTION, equal up to rounding; without either the call raises.",
)
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.filterwarnings("ignore")
def test_sdp_kernel(seed):
    q = image(seed, 1, 2, 5, 8)
    plain = F.scaled_dot_product_attention(q, q, q)
    with torch.backends.cuda.sdp_kernel(enable_flash=False, enable_math=True):
        torch.testing.assert_close(F.scaled_dot_product_attention(q, q, q), plain)
        assert not torch.backends.cuda.flash_sdp_enabled()
    with sdpa_kernel([SDPBackend.MATH]):
        torch.testing.assert_close(F.scaled_dot_product_attention(q, q, q), plain)
        assert torch.backends.cuda.math_sdp_enabled()
        assert not torch.backends.cuda.flash_sdp_enabled()
    with sdpa_kernel([SDPBackend.FLASH_ATTENTION]):
        torch.testing.assert_close(F.scaled_dot_product_attention(q, q, q), plain)
    for backend in (SDPBackend.EFFICIENT_ATTENTION, SDPBackend.CUDNN_ATTENTION):
        with sdpa_kernel([backend]), pytest.raises(RuntimeError, match="No viable backend"):
            F.scaled_dot_product_attention(q, q, q)
    old = torch.backends.cuda.sdp_kernel(enable_flash=False, enable_math=False)
    with old, pytest.raises(RuntimeError, match="No viable backend"):
        F.scaled_dot_product_attention(q, q, q)


@says(
    "upgrades/modules/backward_hook_not_full",
    "The old hook still works and warns in the backward pass of a module of several operations: "
    "its `grad_input` belongs to the last operation.",
    "Where the output is then changed in place, as by `nn.ReLU(inplace=True)`, it raises and the "
    "old one does not.",
)
@pytest.mark.parametrize("width", [3, 6])
@pytest.mark.filterwarnings("ignore:Full backward hook", "ignore:Using a non-full")
def test_backward_hook(width):
    model, seen = nn.Sequential(nn.Linear(2, width), nn.Linear(width, 1)), []
    model.register_backward_hook(lambda module, grad_input, grad_output: seen.extend(grad_input))
    told = warnings_of(lambda: model(torch.ones(4, 2)).sum().backward())
    assert "non-full backward hook" in told[0]
    assert {tuple(gradient.shape) for gradient in seen} == {(1,), (4, width), (width, 1)}
    for register in ("register_backward_hook", "register_full_backward_hook"):
        for inplace in (True, False):
            model = nn.Sequential(nn.Linear(2, width), nn.ReLU(inplace=inplace))
            getattr(model[0], register)(lambda *_: None)
            if inplace and "full" in register:
                with pytest.raises(RuntimeError, match="being modified inplace"):
                    model(torch.ones(4, 2))
            else:
                model(torch.ones(4, 2)).sum().backward()


@says(
    "upgrades/modules/renamed_layers",
    "`nn.NLLLoss2d` is `nn.NLLLoss`, which takes pictures as well.",
    "`min_value` and `max_value` of `nn.Hardtanh` are `min_val` and `max_val`.",
    "`nn.Container` is `nn.Module`, which takes no modules as arguments.",
    "`F.sigmoid` and `F.tanh` do not warn any more; `torch.sigmoid` and `torch.tanh` give equal "
    "results.",
)
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.filterwarnings("ignore")
def test_renamed(seed):
    logs, target = image(seed, 2, 3, 4, 5).log(), torch.full((2, 4, 5), seed)
    assert torch.equal(nn.NLLLoss2d()(logs, target), nn.NLLLoss()(logs, target))
    torch.testing.assert_close(nn.NLLLoss()(logs, target), -logs[:, seed].mean())
    old = nn.Hardtanh(min_value=-2.0, max_value=0.5)
    assert torch.equal(old(logs), nn.Hardtanh(min_val=-2.0, max_val=0.5)(logs))
    assert torch.equal(old(logs), logs.clamp(-2.0, 0.5))
    assert list(nn.Container(a=old).children()) == [old]
    with pytest.raises(TypeError, match="unexpected keyword argument"):
        nn.Module(a=old)
    for name in ("sigmoid", "tanh"):
        assert not warnings_of(lambda name=name: getattr(F, name)(logs))
        assert torch.equal(getattr(F, name)(logs), getattr(torch, name)(logs))
