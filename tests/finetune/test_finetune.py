"""The table of `finetune/transfer_digits`, measured again on fewer draws."""

import pytest
import torch
from support import entry_named

TABLE = {"scratch": 0.702, "frozen": 0.786, "fine-tuned": 0.825}  # after 15 steps


@pytest.mark.slow
def test_transfer_digits_keeps_its_table():
    entry = entry_named("finetune/transfer_digits")
    for name, share in TABLE.items():
        assert f"{share:.1%}".replace("%", " %") in entry.text, name
    assert entry.code.count("torch.manual_seed(0)") == 1
    sums = dict.fromkeys(TABLE, 0.0)
    for seed in (1, 2):
        namespace = {"__name__": "entry"}
        code = entry.code.replace("torch.manual_seed(0)", f"torch.manual_seed({seed})")
        exec(compile(code, str(entry.path), "exec"), namespace)
        for name in TABLE:
            sums[name] += namespace["means"][name] / 2
    # The mean of six draws; single draws of ten images differ by several points.
    for name, share in TABLE.items():
        assert abs(sums[name] - share) < 0.08, sums
    assert torch.tensor(list(sums.values())).diff().sum() > 0.03
