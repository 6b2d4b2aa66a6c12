"""What the sentences of finetune say."""

import shutil

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from sklearn.linear_model import LogisticRegression
from support import entry_named, says
from torch import nn
from torch.optim import lr_scheduler
from torchvision import models


@says(
    "finetune/freeze",
    "`requires_grad_(False)` on a module reaches all its parameters, saves their gradients and, "
    "below the first trained layer, the backward pass.",
)
@pytest.mark.parametrize("frozen", [0, 1, 2, 3])
def test_where_the_backward_pass_ends(frozen):
    layers = [nn.Sequential(nn.Linear(3, 3), nn.BatchNorm1d(3)) for _ in range(3)]
    for layer in layers[:frozen]:
        layer.requires_grad_(False)
    x, outputs = torch.randn(5, 3), []
    for layer in layers:
        outputs.append(x := layer(x))
    assert [output.requires_grad for output in outputs] == [i >= frozen for i in range(3)]
    if frozen < 3:
        x.pow(2).sum().backward()
    for i, layer in enumerate(layers):
        assert all((p.grad is None) == (i < frozen) for p in layer.parameters())


@says(
    "finetune/freeze",
    "An optimizer that holds them passes over them, since their gradient is `None`; call "
    "`zero_grad` once after freezing, or the last gradient is applied again.",
)
@pytest.mark.parametrize("kind", ["SGD", "Adam", "AdamW", "RMSprop"])
def test_a_gradient_that_is_left_is_applied_again(kind):
    model = nn.Linear(2, 2)
    optimizer = getattr(torch.optim, kind)(model.parameters(), lr=0.1)
    model(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    model.requires_grad_(False)
    positions = []
    for clear in (False, True, True):
        if clear:
            optimizer.zero_grad()
        positions.append(model.weight.clone())
        optimizer.step()
    assert not torch.equal(positions[0], positions[1])
    assert torch.equal(positions[1], positions[2])
    assert torch.equal(positions[2], model.weight)


@says(
    "finetune/freeze",
    "Batch norm needs more: without `body.eval()` after `model.train()` its statistics go on "
    "moving.",
    "batch norm keeps its statistics",
)
@says("finetune/resnet_weights", "the frozen batch norms keep their statistics")
@says("finetune/transfer_digits", "or batch norm would move")
@pytest.mark.parametrize("training", [True, False])
def test_frozen_batch_norm_moves_in_training(training):
    norm = nn.BatchNorm1d(2).requires_grad_(False).train(training)
    norm(torch.ones(4, 2))
    assert bool(norm.running_mean.any()) == training


STATISTICS = {"running_mean", "running_var", "num_batches_tracked"}
HOLDS = {
    "finetune/freeze": ("    body.eval()", ["0.1"]),
    "finetune/transfer_digits": (".train(learns)", ["body.1", "body.4", "body.8"]),
}


@says("finetune/freeze", "batch norm keeps its statistics")
@says("finetune/transfer_digits", "or batch norm would move")
@pytest.mark.parametrize("name", HOLDS)
@pytest.mark.parametrize("with_eval", [True, False])
def test_eval_is_what_holds_the_statistics(name, with_eval):
    """Without the line that puts the body in eval mode they move, and no weight of it does."""
    entry, (line, norms) = entry_named(name), HOLDS[name]
    assert entry.code.count(line) == 1
    code = entry.code.partition("# %% Pretrain once")[0].partition("after = ")[0]
    namespace = {"__name__": "entry"}
    exec(code if with_eval else code.replace(line, ""), namespace)
    if name == "finetune/freeze":
        before, model = namespace["before"], namespace["model"]
    else:
        model = namespace["net"](5)
        before = {key: value.clone() for key, value in model.state_dict().items()}
        few = namespace["high_x"][:10], namespace["high_y"][:10]
        namespace["train"](model.train(), *few, steps=3, body_lr=0.0)
    after = model.state_dict()
    moved = {key for key in after if not torch.equal(after[key], before[key])}
    moved -= {"1.weight", "1.bias", "head.weight", "head.bias"}
    assert moved == (set() if with_eval else {f"{norm}.{s}" for norm in norms for s in STATISTICS})


@pytest.mark.parametrize("call_train", [False, True])
def test_norms_of_the_frozen_part_of_a_resnet(call_train):
    """The norms of `layer4` follow the batches, all others stay; `model.train()` moves them."""
    entry = names_of("finetune/resnet_weights")
    model, images = entry["model"], torch.rand(2, 3, 64, 64)
    if call_train:
        model.train()
    norms = {n: m for n, m in model.named_modules() if isinstance(m, nn.BatchNorm2d)}
    before = {n: m.running_mean.clone() for n, m in norms.items()}
    model(images)
    moved = {n for n, m in norms.items() if not torch.equal(m.running_mean, before[n])}
    assert moved == {n for n in norms if call_train or n.startswith("layer4.")}
    assert len(norms) == 20


@says(
    "finetune/replace_head",
    "Read the width from the old layer, so that the line fits every size of the family; where the "
    "head is differs by family.",
)
@pytest.mark.parametrize("name", ["resnet18", "resnet34", "resnet50", "resnext50_32x4d"])
def test_one_line_fits_the_family(name):
    with torch.device("meta"):
        model = getattr(models, name)(weights=None)
        model.fc = nn.Linear(model.fc.in_features, 3)
        assert model(torch.rand(2, 3, 64, 64)).shape == (2, 3)
        assert not hasattr(models.mobilenet_v3_small(weights=None), "fc")


@says(
    "finetune/replace_head",
    "First load the old weights (`num_classes` and ImageNet weights do not go together), then "
    "replace, then make the optimizer: one that was made earlier holds the old head, and the new "
    "head stands still.",
    "the mistake: the optimizer still holds the old head",
)
def test_an_earlier_optimizer_moves_the_body_only():
    with pytest.raises(ValueError, match="expected value 1000 but got 3"):
        models.resnet18(weights="DEFAULT", num_classes=3)
    model = nn.Sequential(nn.Linear(4, 4), nn.Linear(4, 5))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    model[1] = nn.Linear(4, 3)
    before = [layer.weight.clone() for layer in model]
    model(torch.randn(8, 4)).pow(2).sum().backward()
    optimizer.step()
    moved = [not torch.equal(a, b.weight) for a, b in zip(before, model, strict=True)]
    assert moved == [True, False]


SCHEDULERS = {
    "StepLR": lambda optimizer: lr_scheduler.StepLR(optimizer, 1, 0.5),
    "ExponentialLR": lambda optimizer: lr_scheduler.ExponentialLR(optimizer, 0.5),
    "CosineAnnealingLR": lambda optimizer: lr_scheduler.CosineAnnealingLR(optimizer, 10),
    "LinearLR": lambda optimizer: lr_scheduler.LinearLR(optimizer, 0.5, 1, 10),
    "LambdaLR": lambda optimizer: lr_scheduler.LambdaLR(optimizer, lambda epoch: 0.5**epoch),
    "OneCycleLR": lambda optimizer: lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps=20),
    "CyclicLR": lambda optimizer: lr_scheduler.CyclicLR(optimizer, 0.01, 0.1),
}


def weight():
    return nn.Parameter(torch.ones(1))


@says(
    "finetune/rates_by_group",
    "What a group leaves out it takes from the arguments behind.",
    "A scheduler keeps the ratio, but `OneCycleLR` and `CyclicLR` take rates of their own, and "
    "`eta_min` is one floor for all.",
)
@pytest.mark.parametrize("name", SCHEDULERS)
def test_the_ratio_of_the_rates(name):
    groups = [{"params": [weight()], "lr": 0.01}, {"params": [weight()]}]
    optimizer = torch.optim.SGD(groups, lr=0.1, momentum=0.8)
    first, second = optimizer.param_groups
    assert (first["momentum"], second["momentum"], second["lr"]) == (0.8, 0.8, 0.1)
    scheduler = SCHEDULERS[name](optimizer)
    for _ in range(4):
        ratio = first["lr"] / second["lr"]
        assert ratio == pytest.approx(1.0 if name in ("OneCycleLR", "CyclicLR") else 0.1)
        optimizer.step()
        scheduler.step()


@says(
    "finetune/rates_by_group",
    "A scheduler keeps the ratio, but `OneCycleLR` and `CyclicLR` take rates of their own, and "
    "`eta_min` is one floor for all.",
)
@pytest.mark.parametrize("name", ["CosineAnnealingLR", "CosineAnnealingWarmRestarts"])
def test_a_floor_of_the_rates(name):
    groups = [{"params": [weight()], "lr": 0.01}, {"params": [weight()]}]
    optimizer = torch.optim.SGD(groups, lr=0.1)
    scheduler = getattr(lr_scheduler, name)(optimizer, 4, eta_min=0.005)
    for _ in range(3):
        optimizer.step()
        scheduler.step()
    first, second = (group["lr"] for group in optimizer.param_groups)
    assert 0.005 < first < second < 5 * first


@says("finetune/rates_by_group", "small for the body, ten times as much for the head.")
def test_the_head_has_ten_times_the_rate():
    entry = names_of("finetune/rates_by_group")
    body, head = entry["optimizer"].param_groups
    assert body["params"][0] is entry["model"].body.weight
    assert head["params"][0] is entry["model"].head.weight
    assert head["lr"] == pytest.approx(10 * body["lr"])


MADE_BEFORE = SCHEDULERS | {
    "StepLR": lambda o: lr_scheduler.StepLR(o, 2, 0.5),
    "MultiStepLR": lambda o: lr_scheduler.MultiStepLR(o, [3, 5], 0.5),
    "PolynomialLR": lambda o: lr_scheduler.PolynomialLR(o, 10),
    "ReduceLROnPlateau": lambda o: lr_scheduler.ReduceLROnPlateau(o, patience=1),
    "ConstantLR": lambda o: lr_scheduler.ConstantLR(o, 0.5, 4),
    "LinearLR": lambda o: lr_scheduler.LinearLR(o, 0.1, 1, 8),
    "SequentialLR": lambda o: lr_scheduler.SequentialLR(
        o, [lr_scheduler.LinearLR(o, 0.1, 1, 2), lr_scheduler.CosineAnnealingLR(o, 20)], [5]
    ),
    "MultiplicativeLR": lambda o: lr_scheduler.MultiplicativeLR(o, lambda epoch: 0.5),
    "CosineAnnealingWarmRestarts": lambda o: lr_scheduler.CosineAnnealingWarmRestarts(o, 10),
}
#: At which epoch what is raised, if the group is added after the second of twelve.
REFUSED = {
    "CosineAnnealingLR": (ValueError, 11),
    "SequentialLR": (ValueError, 5),
    "LambdaLR": (ValueError, 3),
    "MultiplicativeLR": (ValueError, 3),
    "CyclicLR": (ValueError, 3),
    "CosineAnnealingWarmRestarts": (ValueError, 3),
    "OneCycleLR": (KeyError, 3),
}


def epochs(optimizer, scheduler, numbers):
    """Yield the rates behind each epoch."""
    for _ in numbers:
        optimizer.step()
        plateau = isinstance(scheduler, lr_scheduler.ReduceLROnPlateau)
        scheduler.step(*[1.0] * plateau)
        yield [group["lr"] for group in optimizer.param_groups]


@says(
    "finetune/unfreeze",
    "An optimizer of the head alone is given the body by `add_param_group` and keeps its state "
    "for the head, but schedulers may not bear it:",
    "`StepLR`, `MultiStepLR`, `ExponentialLR` | falls by the same factors",
    "`PolynomialLR`, `ReduceLROnPlateau` | falls by the same factors",
    "`CosineAnnealingLR` | falls too, but after `T_max` a ValueError",
    "`LinearLR`, `ConstantLR` | rises with the others, above its own rate",
    "`SequentialLR` | ValueError at the next milestone",
    "`LambdaLR`, `MultiplicativeLR`, `CyclicLR` | ValueError",
    "`CosineAnnealingWarmRestarts` | ValueError",
    "`OneCycleLR` | KeyError",
)
@pytest.mark.parametrize("name", MADE_BEFORE)
def test_a_group_added_under_a_scheduler(name):
    optimizer = torch.optim.SGD([weight()], lr=0.1, momentum=0.9)
    scheduler = MADE_BEFORE[name](optimizer)
    (*_, (start,)) = epochs(optimizer, scheduler, range(2))
    optimizer.add_param_group({"params": [weight()], "lr": 0.01})
    seen, error, at = [], None, 3
    try:
        for rates in epochs(optimizer, scheduler, range(10)):
            seen.append(rates)
            at += 1
    except (ValueError, KeyError) as raised:
        error = type(raised)
    if name in REFUSED:
        assert (error, at) == REFUSED[name]
    else:
        assert (error, len(seen)) == (None, 10)
    factors = [(old / start, new / 0.01) for old, new in seen]
    if name == "SequentialLR":  # up to the milestone nothing is amiss
        assert factors == [pytest.approx((old, old)) for old, _ in factors]
        assert len(seen) == 2
    elif seen:
        assert all(new == pytest.approx(old, abs=1e-9) for old, new in factors)
        rises = name in ("LinearLR", "ConstantLR")
        assert (max(new for _, new in factors) > 1.5) == rises
        assert (factors[-1][1] < 0.6) == (not rises)


@says(
    "finetune/unfreeze",
    "Made anew, `LambdaLR` starts the old group from its first rate again.",
)
@pytest.mark.parametrize("name", ["LambdaLR", "StepLR", "CosineAnnealingLR", "ExponentialLR"])
def test_a_scheduler_made_anew(name):
    optimizer = torch.optim.SGD([weight()], lr=0.1)
    (*_, (rate,)) = epochs(optimizer, MADE_BEFORE[name](optimizer), range(4))
    assert rate < 0.09
    optimizer.add_param_group({"params": [weight()], "lr": 0.01})
    MADE_BEFORE[name](optimizer)
    first = 0.1 if name == "LambdaLR" else rate  # the others go on from where it stands
    assert [group["lr"] for group in optimizer.param_groups] == [first, 0.01]


@says(
    "finetune/unfreeze",
    "The optimizer has both groups from the start: it passes over the frozen one, and a scheduler "
    "knows its rate.",
    "A function a group lets the body begin at its own rate.",
    "in eval, batch norm stands still too",
)
@pytest.mark.parametrize("name", [n for n in MADE_BEFORE if n != "ReduceLROnPlateau"])
@pytest.mark.parametrize("kind", ["SGD", "AdamW", "RMSprop"])
def test_both_groups_from_the_start(name, kind):
    """A frozen group stands still under each scheduler, and begins as if it were new."""
    head, body = weight(), weight().requires_grad_(False)
    groups = [{"params": [head]}, {"params": [body], "lr": 0.01}]
    options = {"momentum": 0.9} if kind != "AdamW" else {}
    optimizer = getattr(torch.optim, kind)(groups, lr=0.1, weight_decay=0.1, **options)
    scheduler = MADE_BEFORE[name](optimizer)
    for epoch in range(6):
        body.requires_grad_(epoch >= 3)
        optimizer.zero_grad()
        (head + body).sum().backward()
        before, rate = body.item(), optimizer.param_groups[1]["lr"]
        optimizer.step()
        scheduler.step()
        assert (body.item() == before) == (epoch < 3)
        assert (body in optimizer.state) == (epoch >= 3)
        if epoch == 3:
            alone = weight()
            new = getattr(torch.optim, kind)([alone], lr=rate, weight_decay=0.1, **options)
            alone.sum().backward()
            if name in ("OneCycleLR", "CyclicLR") and kind != "RMSprop":
                continue  # they change the momentum or a beta too
            new.step()
            assert body.item() == pytest.approx(alone.item())


@says(
    "finetune/unfreeze",
    "An optimizer of the head alone is given the body by `add_param_group` and keeps its state "
    "for the head, but schedulers may not bear it:",
)
def test_the_moments_of_the_head_are_kept():
    head, body = weight(), weight()
    optimizer = torch.optim.AdamW([head], lr=0.1)
    head.sum().backward()
    optimizer.step()
    before = optimizer.state[head]["exp_avg"].clone()
    body.sum().backward()
    optimizer.step()
    assert body.item() == 1
    optimizer.add_param_group({"params": [body]})
    assert optimizer.state[head]["step"] == 2
    assert before.item() > 0
    optimizer.step()
    assert body.item() < 1
    assert optimizer.state[body]["step"] == 1


@says(
    "finetune/features_once",
    "With a body that does not learn and no augmentation, its output for an image is the same in "
    "every epoch: compute it once, under `no_grad` and in eval mode.",
)
@pytest.mark.parametrize("layer", [nn.Dropout(0.5), nn.BatchNorm1d(8)])
@pytest.mark.parametrize("training", [True, False])
def test_features_of_a_fixed_body(layer, training):
    torch.manual_seed(0)
    body = nn.Sequential(nn.Linear(4, 8), layer).train(training)
    x = torch.randn(10, 4)
    with torch.no_grad():
        first, second = body(x), torch.cat([body(part) for part in x.split(5)])
    assert torch.allclose(first, second, atol=1e-6) != training
    nn.Linear(8, 2)(first).sum().backward()  # what inference_mode would refuse
    with torch.inference_mode():
        first = body(x)
    with pytest.raises(RuntimeError, match="Inference tensors cannot be saved"):
        nn.Linear(8, 2)(first)


@says(
    "finetune/features_once",
    "Then train a linear classifier on it, or one of scikit-learn's.",
)
def test_a_classifier_of_scikit_learn():
    entry = names_of("finetune/features_once")
    fitted = LogisticRegression(max_iter=1000, C=100).fit(entry["features"], entry["classes"])
    assert fitted.predict(entry["features"]).tolist() == entry["classes"].tolist()


@says(
    "finetune/resnet_weights",
    '`weights="DEFAULT"` downloads the best weights once and keeps them; the enum also has the '
    "transforms that belong to them.",
)
@pytest.mark.parametrize("name", ["ResNet18", "ResNet50", "MobileNet_V2", "EfficientNet_B1"])
def test_default_is_the_best(name):
    kinds = getattr(models, f"{name}_Weights")
    accuracies = [kind.meta["_metrics"]["ImageNet-1K"]["acc@1"] for kind in kinds]
    assert kinds.DEFAULT.meta["_metrics"]["ImageNet-1K"]["acc@1"] == max(accuracies)
    assert kinds.DEFAULT.transforms().mean == [0.485, 0.456, 0.406]


def test_weights_are_downloaded_once(monkeypatch, tmp_path):
    file, asked = tmp_path / "file.pt", []
    torch.save(models.squeezenet1_1().state_dict(), file)

    def download(url, target, *_, **__):
        asked.append(url)
        shutil.copy(file, target)

    monkeypatch.setattr(torch.hub, "download_url_to_file", download)
    monkeypatch.setattr(torch.hub, "get_dir", lambda: str(tmp_path / "hub"))
    for _ in range(2):
        models.squeezenet1_1(weights="DEFAULT")
    assert asked == [models.SqueezeNet1_1_Weights.DEFAULT.url]


@says(
    "finetune/resnet_weights",
    "resize to 256, crop 224, ImageNet's mean and std",
    "as the transforms leave them",
)
@given(height=st.integers(200, 400), width=st.integers(200, 400))
def test_the_transforms_of_resnet18(height, width):
    prepare = models.ResNet18_Weights.DEFAULT.transforms()
    assert (prepare.resize_size, prepare.crop_size) == ([256], [224])
    assert (prepare.mean, prepare.std) == ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
    image = prepare(torch.zeros(3, height, width))
    assert image.shape == (3, 224, 224)
    assert image[0, 0, 0].item() == pytest.approx(-0.485 / 0.229)


@says("finetune/resnet_weights", "new, so it learns")
def test_a_new_layer_learns():
    model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2)).requires_grad_(False)
    model[1] = nn.Linear(2, 3)
    assert [p.requires_grad for p in model.parameters()] == [False, False, True, True]


@says(
    "finetune/transfer_digits",
    "The body learns from the digits 0 to 4, each turned by quarter turns, which makes twenty "
    "classes and richer features.",
    "Then two images each of the digits 5 to 9 are all there is.",
)
@pytest.mark.parametrize("turns", range(4))
def test_the_twenty_classes(turns):
    entry = names_of("finetune/transfer_digits", "Pretrain once")
    part = slice(turns * len(entry["low_x"]), (turns + 1) * len(entry["low_x"]))
    image = entry["turned"][part][0, 0]
    assert torch.equal(image.rot90(-turns), entry["low_x"][0, 0])
    assert set(entry["kinds"][part].tolist()) == {5 * turns + digit for digit in range(5)}
    assert (len(entry["high_y"]) - 10, set(entry["high_y"].tolist())) == (886, set(range(5)))


@pytest.mark.parametrize("body_lr", [0.0, 1e-3])
def test_a_frozen_body_keeps_its_statistics(body_lr):
    entry = names_of("finetune/transfer_digits", "Pretrain once")
    model = entry["net"](5)
    before = {name: value.clone() for name, value in model.body.state_dict().items()}
    entry["train"](model, entry["high_x"][:10], entry["high_y"][:10], steps=2, body_lr=body_lr)
    moved = any(not torch.equal(v, before[n]) for n, v in model.body.state_dict().items())
    assert moved == (body_lr > 0)
