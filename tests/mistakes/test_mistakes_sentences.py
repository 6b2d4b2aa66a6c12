"""What the introduction of the mistakes says."""

import math

import pytest
import torch
import torch.nn.functional as F
from support import says


@says(
    "mistakes",
    "the loss stays at log C, 2.30 for ten classes; accuracy of chance | pixels from 0 to 255, "
    "images and labels apart, sorted by class, equal weights, deep sigmoids, no activation, "
    "argmax of the batch, accuracy of (N,) against (N, 1), nothing loaded",
)
@pytest.mark.parametrize("classes", [2, 10, 1000])
def test_log_c_is_the_loss_of_chance(classes):
    for same in (-3.0, 0.0, 7.0):
        loss = F.cross_entropy(torch.full((5, classes), same), torch.arange(5) % classes)
        assert loss.item() == pytest.approx(math.log(classes), rel=1e-6)
        assert classes != 10 or round(loss.item(), 2) == 2.30
