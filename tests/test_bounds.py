"""Bounds that entries print, such as `accuracy > 0.9`: they hold under other seeds too."""

import pytest
from support import entry_named, says

from cheatsheet.check import runner
from cheatsheet.check.claims import differing_outputs
from cheatsheet.check.sandbox import Request
from cheatsheet.entry import Entry

#: Entries that train, and under how many other seeds each is run with `--every-page`.
#: All were run under ten once.
SEEDS = {
    "training/training_loop": 9,
    "training/overfitting": 9,
    "training/one_batch": 9,
    "projects/cifar10_baselines": 9,
    "projects/fit": 2,
    "finetune/transfer_digits": 2,
    "predict/image_file": 9,
    "lightning_recipe/lit_mnist": 9,
    "language/blocks/gpt_learns": 1,
    "language/adapt/lora_run": 9,
    "vision/segmentation/train_u_net": 9,
    "vision/detection/train_detector": 4,
    "vision/detection/one_box": 4,
    "vision/pictures/super_resolution": 4,
    "vision/pictures/picture_autoencoder": 4,
    "vision/pictures/defects": 4,
    "generative/diffusion/diffusion_run": 1,
    "generative/diffusion/flow_matching": 1,
    "generative/latent/gan_run": 1,
    "generative/latent/vae_run": 1,
    "tabular/tables/table_run": 2,
    "tabular/series/lstm_forecast": 2,
    "tabular/series/conv_forecast": 2,
    "tabular/series/quantile_forecast": 2,
    "tabular/series/anomaly_score": 9,
}


@says(
    "vision/segmentation/train_u_net",
    "In ten seeds the IoU on new pictures stayed above 0.7.",
)
@pytest.mark.slow
@pytest.mark.recorded
@pytest.mark.parametrize(
    ("entry", "shift"),
    [
        pytest.param(entry_named(name), shift, id=f"{name}-{shift}")
        for name, seeds in SEEDS.items()
        for shift in range(1, seeds + 1)
    ],
)
def test_the_bound_holds_under_another_seed(entry: Entry, shift: int, pytestconfig) -> None:
    if shift > 1 and not pytestconfig.option.every_page:
        pytest.skip("one other seed stands for all; with --every-page all are tried")
    seen = runner.run(Request(entry, seed_shift=shift))
    assert seen.error is None, seen.error
    assert not differing_outputs(entry, seen), seen.printed
