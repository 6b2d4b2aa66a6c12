"""The table of `finetune/transfer_digits`, measured again on fewer draws."""

import pytest
import torch
from support import entry_named, says

TABLE = {"scratch": 0.701, "frozen": 0.780, "fine-tuned": 0.820}  # after 15 steps


@says(
    "finetune/transfer_digits",
    "from scratch | 70.1 % | 82.2 %",
    "body frozen, new head | 78.0 % | 81.8 %",
    "body at a third of the rate | 82.0 % | 84.0 %",
    "After 15 steps fine-tuning is ahead for the ten seeds, by 8 to 17 points; after 30 for nine.",
    "What it gains is time first: training from scratch catches up.",
)
@pytest.mark.slow
def test_transfer_digits_keeps_its_table():
    entry = entry_named("finetune/transfer_digits")
    for name, share in TABLE.items():
        assert f"{share:.1%}".replace("%", " %") in entry.text, name
    assert entry.code.count("torch.manual_seed(0)") == 1
    sums, gaps = dict.fromkeys(TABLE, 0.0), {}
    for seed, steps in ((1, 15), (2, 15), (1, 30)):
        namespace = {"__name__": "entry"}
        code = entry.code.replace("torch.manual_seed(0)", f"torch.manual_seed({seed})")
        code = code.replace("steps=15", f"steps={steps}")
        code = code.partition("# %% Compare")[0]
        exec(compile(code, str(entry.path), "exec"), namespace)
        means = {name: total / 3 for name, total in namespace["sums"].items()}
        gaps[seed, steps] = means["fine-tuned"] - means["scratch"]
        for name in TABLE:
            sums[name] += means[name] / 2 if steps == 15 else 0
    assert min(gaps[1, 15], gaps[2, 15]) > 0.02
    assert gaps[1, 30] < gaps[1, 15]
    # The mean of six draws; single draws of ten images differ by several points.
    for name, share in TABLE.items():
        assert abs(sums[name] - share) < 0.08, sums
    assert torch.tensor(list(sums.values())).diff().sum() > 0.03
