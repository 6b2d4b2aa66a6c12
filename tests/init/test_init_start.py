"""What a network starts from: the bias of its output, and residual branches of zero."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from recipes import names_of
from scipy.special import logit
from scipy.stats import entropy
from support import says
from torch import nn
from torchvision.models import resnet18


@says(
    "init/practice/output_bias",
    "With the logit of the share as the bias it starts at the share, and the first losses are "
    "those of a model that knows the frequencies.",
    "With weights of zero in the layer the start is exact.",
    "Of three classes: log of the shares, which softmax turns back.",
)
@pytest.mark.parametrize("ones", [10, 500, 930])
def test_output_bias(ones):
    target = (torch.arange(1000) < ones).float()
    left = names_of("init/practice/output_bias", target=target)
    pi = ones / 1000
    assert left["b"].item() == pytest.approx(logit(pi), abs=1e-5)
    found = left["head"](left["x"]).squeeze(1)
    np.testing.assert_allclose(found.sigmoid().detach(), pi, rtol=1e-4)
    loss = F.binary_cross_entropy_with_logits(found, target)
    assert loss.item() == pytest.approx(entropy([pi, 1 - pi]), rel=1e-4)
    shares = torch.tensor([pi, 0.9 * (1 - pi), 0.1 * (1 - pi)])
    torch.testing.assert_close(shares.log().softmax(0), shares)


@says(
    "init/practice/zero_residual",
    "The last layer of each residual branch is set to zero, and the block is the identity at the "
    "start: the signal keeps its size through any number of blocks.",
    "The shortcut must be there: without it a zero layer stops the signal.",
)
@pytest.mark.parametrize("depth", [1, 5, 60])
def test_blocks_of_zero_are_the_identity(depth):
    Block = names_of("init/practice/zero_residual")["Block"]
    torch.manual_seed(depth)
    x = torch.randn(16, 8)
    net = nn.Sequential(*[Block(8, zero=True) for _ in range(depth)])
    assert torch.equal(net(x), x)
    assert not net[0].branch(x).any()
    usual = nn.Sequential(*[Block(8, zero=False) for _ in range(depth)])
    assert usual(x).std() > 1.2 ** min(depth, 30) * x.std()


@says(
    "init/practice/zero_residual",
    "It learns all the same, as the weight that is zero has a gradient; the layers before it have "
    "one from the second step on.",
)
@pytest.mark.parametrize("depth", [1, 4])
def test_blocks_of_zero_learn(depth):
    Block = names_of("init/practice/zero_residual")["Block"]
    torch.manual_seed(depth)
    net, x = nn.Sequential(*[Block(8, zero=True) for _ in range(depth)]), torch.randn(16, 8)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
    moved = []
    for _ in range(2):
        optimizer.zero_grad()
        net(x).square().mean().backward()
        branches = [block.branch for block in net]
        moved.append([bool(branch[n].weight.grad.any()) for branch in branches for n in (0, 2)])
        optimizer.step()
    assert moved == [[False, True] * depth, [True, True] * depth]


@says(
    "init/practice/zero_residual",
    "In ResNets it is the weight of the last batch norm, `zero_init_residual=True`; in "
    "transformers the output projection.",
)
def test_zero_init_residual():
    for zero in (False, True):
        model = resnet18(zero_init_residual=zero)
        assert bool(model.layer1[0].bn2.weight.any()) != zero
        assert model.layer1[0].bn1.weight.any()
