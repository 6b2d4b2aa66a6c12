"""Operations counted by hand, term by term."""

import pytest
import torch
from recipes import names_of
from torch import nn


@pytest.mark.parametrize(("n", "k", "m"), [(1, 1, 1), (3, 5, 7), (8, 2, 16)])
def test_count_flops(n, k, m):
    operations = 0
    for _row in range(n):
        for _column in range(m):
            for _term in range(k):
                operations += 2  # a product, and its part in the sum
    entry = names_of("timing/count_flops", x=torch.randn(n, k), model=nn.Linear(k, m))
    assert entry["forward"].get_total_flops() == operations
