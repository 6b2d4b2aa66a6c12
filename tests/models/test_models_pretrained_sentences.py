"""What the sentences of models/pretrained say; what would download is kept from it."""

import re
import socket
import warnings
from pathlib import Path
from urllib.error import URLError

import pytest
import torch
from recipes import names_of
from support import entry_named, says
from torch import nn
from torchvision import models
from torchvision.models import ResNet18_Weights
from torchvision.models.feature_extraction import create_feature_extractor, get_graph_node_names
from torchvision.transforms import v2

HEADS = names_of("models/pretrained/heads_of_families")["HEADS"]


@pytest.fixture
def downloads(monkeypatch, tmp_path):
    """Write down what would be fetched, into a cache that is empty at first."""
    fetched = []

    def download(url, path, *_, **__):
        fetched.append(url)
        raise URLError("no network")

    monkeypatch.setattr(torch.hub, "download_url_to_file", download)
    monkeypatch.setattr(torch.hub, "_hub_dir", str(tmp_path))
    return fetched


@says(
    "models/pretrained",
    "`weights=None` gives random weights; most detection and segmentation models still download "
    "a backbone unless `weights_backbone=None`.",
)
def test_which_models_download_without_weights(downloads):
    for name in ("resnet18", "vgg11", "vit_b_32"):
        with torch.device("meta"):
            models.get_model(name, weights=None)
    assert downloads == []
    first, second = (models.resnet18(weights=None).conv1.weight for _ in range(2))
    assert not first.equal(second)
    names = [*models.list_models(models.detection), *models.list_models(models.segmentation)]
    tried = 0
    for name in names:
        with torch.device("meta"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                models.get_model(name, weights=None)
            except URLError:
                tried += 1
            if name.startswith(("ssd", "lraspp")):
                models.get_model(name, weights=None, weights_backbone=None)
    assert len(names) / 2 < tried == len(downloads) < len(names)


@says(
    "models/pretrained",
    '`weights="DEFAULT"`, or a member of the weights enum, downloads once into '
    "`~/.cache/torch/hub/checkpoints`.",
)
@pytest.mark.parametrize("weights", ["DEFAULT", ResNet18_Weights.IMAGENET1K_V1])
def test_weights_download_once(weights, monkeypatch, tmp_path):
    fetched = []

    def download(url, path, *_, **__):
        fetched.append(Path(path))
        torch.save(models.resnet18(weights=None).state_dict(), path)

    monkeypatch.setattr(torch.hub, "download_url_to_file", download)
    monkeypatch.setattr(torch.hub, "_hub_dir", None)
    monkeypatch.delenv("TORCH_HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for _ in range(2):
        models.resnet18(weights=weights)
    assert [path.parent for path in fetched] == [tmp_path / ".cache/torch/hub/checkpoints"]


@says(
    "models/pretrained/list_models",
    "Filter by a pattern, or by the module they come from.",
    "`list_models(models.detection)` gives detectors.",
)
def test_list_models():
    detectors = models.list_models(models.detection)
    assert "ssd300_vgg16" in detectors
    assert "resnet18" not in detectors
    assert all(hasattr(models.detection, name) for name in detectors)
    every = models.list_models()
    assert set(detectors) < set(every)
    assert models.list_models(include="vgg*") == [n for n in every if n.startswith("vgg")]


INPUTS = (
    "Inputs are normalised float images of shape (N, 3, H, W), of any H and W from 64 on, for "
    "`inception_v3` from 75, to train it from 299; `vit_b_16` and `maxvit_t` take one size alone, "
    "224."
)
RETURNS = (
    "A classifier returns 1000 ImageNet logits unless `num_classes` says otherwise, `inception_v3` "
    "a pair in training mode."
)


@says("models/pretrained/get_model", "Calls the function of that name, `models.resnet18`.")
def test_get_model_calls_the_function():
    torch.manual_seed(0)
    by_name = models.get_model("resnet18", weights=None, num_classes=4).state_dict()
    torch.manual_seed(0)
    by_function = models.resnet18(weights=None, num_classes=4).state_dict()
    assert all(tensor.equal(by_function[key]) for key, tensor in by_name.items())
    assert models.get_model_builder("resnet18") is models.resnet18


@says("models/pretrained/get_model", INPUTS, RETURNS)
@pytest.mark.parametrize(
    ("name", "takes", "refuses"),
    [
        ("alexnet", [(64, 64), (64, 65)], []),
        ("densenet121", [(64, 64), (64, 65)], []),
        ("swin_t", [(64, 64), (64, 65)], []),
        ("inception_v3", [(75, 75), (75, 90)], [(74, 75), (64, 64)]),
        ("vit_b_16", [(224, 224)], [(224, 240), (64, 64), (256, 256)]),
        ("maxvit_t", [(224, 224)], [(64, 64), (256, 256)]),
    ],
)
def test_sizes_that_a_classifier_takes(name, takes, refuses):
    options = {"init_weights": False} if name == "inception_v3" else {}
    with torch.device("meta"):
        model = models.get_model(name, weights=None, **options).eval()
        for size in takes:
            assert model(torch.zeros(1, 3, *size)).shape == (1, 1000)
        for size in refuses:
            with pytest.raises((RuntimeError, AssertionError)):
                model(torch.zeros(1, 3, *size))
        if name == "inception_v3":
            for size in (299, 320):
                logits, others = model.train()(torch.zeros(2, 3, size, size))
                assert logits.shape == others.shape == (2, 1000)
            for size in (224, 298):
                with pytest.raises(RuntimeError, match="Kernel size can't be greater"):
                    model(torch.zeros(2, 3, size, size))


@says("models/pretrained/get_model", INPUTS, RETURNS)
@pytest.mark.parametrize("name", ["resnet18", "mobilenet_v3_small", "squeezenet1_0"])
def test_input_and_output_of_a_classifier(name):
    default = models.get_model(name, weights=None).eval()
    assert default(torch.randn(2, 3, 64, 96)).shape == (2, 1000)
    few = models.get_model(name, weights=None, num_classes=7).eval()
    assert few(torch.randn(1, 3, 64, 96)).shape == (1, 7)
    with pytest.raises(RuntimeError):
        few(torch.zeros(1, 3, 64, 96, dtype=torch.uint8))
    transforms = models.get_model_weights(name).DEFAULT.transforms()
    assert transforms.mean == [0.485, 0.456, 0.406]


@says("models/pretrained/get_model", "`pretrained=True` is the old spelling and warns.")
def test_pretrained_warns_and_loads(downloads):
    with pytest.warns(UserWarning, match="'pretrained' is deprecated"), pytest.raises(URLError):
        models.get_model("resnet18", pretrained=True)
    assert downloads == [ResNet18_Weights.IMAGENET1K_V1.url]


@says(
    "models/pretrained/weights_enum",
    "A member knows its address, accuracy, class names and the transforms that the weights expect.",
    "Reading them downloads nothing.",
)
@pytest.mark.parametrize("name", ["resnet50", "vit_b_16", "efficientnet_v2_s", "vgg11"])
def test_what_a_member_knows(name, downloads, monkeypatch):
    monkeypatch.setattr(socket, "socket", None)
    for weights in models.get_model_weights(name):
        assert weights.url.startswith("https://")
        assert weights.url.endswith(".pth")
        assert 50 < weights.meta["_metrics"]["ImageNet-1K"]["acc@1"] < 100
        assert len(weights.meta["categories"]) == 1000
        size = weights.transforms().crop_size[0]
        photo = torch.zeros(3, 50, 70, dtype=torch.uint8)
        assert weights.transforms()(photo).shape == (3, size, size)
    assert downloads == []


@says(
    "models/pretrained/without_network",
    "The file is sought in `torch.hub.get_dir()/checkpoints` first.",
    "On a machine without network, copy it there under the name at the end of `weights.url`, or "
    "load a `state_dict` you saved.",
    "`check_hash=True` checks the hash of a download, not of a file that is there.",
    "no download now",
)
def test_a_file_in_the_cache_is_taken_as_it_is(downloads, monkeypatch):
    weights = ResNet18_Weights.DEFAULT
    with pytest.raises(URLError):
        models.resnet18(weights=weights)
    assert downloads == [weights.url]
    saved = models.resnet18(weights=None).state_dict()
    path = Path(torch.hub.get_dir(), "checkpoints", weights.url.rpartition("/")[2])
    torch.save(saved, path)  # its hash is another one
    assert weights.get_state_dict(check_hash=True)["fc.bias"].equal(saved["fc.bias"])
    assert models.resnet18(weights=weights).fc.bias.equal(saved["fc.bias"])
    assert downloads == [weights.url]
    path.unlink()
    hashes = []
    monkeypatch.setattr(
        torch.hub,
        "download_url_to_file",
        lambda url, path, prefix, **_: (hashes.append(prefix), torch.save(saved, path)),
    )
    weights.get_state_dict(check_hash=True)
    assert hashes == ["f37072fd"]
    assert "-f37072fd." in path.name


def test_a_download_with_another_hash_is_refused(tmp_path):
    source = tmp_path / "source"
    source.write_bytes(b"half of it")
    with pytest.raises(RuntimeError, match="invalid hash value"):
        torch.hub.download_url_to_file(
            source.as_uri(), str(tmp_path / "file"), "f37072fd", progress=False
        )
    assert not (tmp_path / "file").exists()


@says(
    "models/pretrained/heads_of_families",
    "The name differs: `fc`, `classifier`, `classifier[-1]`, `heads.head`, `head`.",
    "Printing the model shows it at the end.",
    "shapes only",
)
@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("resnet18", "fc"),
        ("densenet121", "classifier"),
        ("mobilenet_v3_small", "classifier[-1]"),
        ("efficientnet_b0", "classifier[-1]"),
        ("convnext_tiny", "classifier[-1]"),
        ("swin_t", "head"),
        ("vit_b_16", "heads.head"),
    ],
)
def test_the_head_is_the_last_module(name, spelled):
    with torch.device("meta"):
        model = models.get_model(name, weights=None)
    head = eval(f"model.{spelled}")
    assert model.get_submodule(HEADS[name]) is head is list(model.modules())[-1]
    assert head.out_features == 1000
    assert str(head) in "".join(str(model).splitlines()[-4:])
    assert all(p.is_meta for p in model.parameters())


@says(
    "models/pretrained/feature_extraction",
    "Names the nodes to return; `get_graph_node_names` lists them.",
    "The model is traced, so branches on values do not work; a forward hook works there, too.",
)
def test_what_can_be_traced():
    class Branch(nn.Module):
        def __init__(self):
            super().__init__()
            self.layer = nn.Linear(2, 2)

        def forward(self, x):
            y = self.layer(x)
            return -y if y.sum() > 0 else y

    plain = nn.Sequential(nn.Linear(2, 3), nn.ReLU())
    _, names = get_graph_node_names(plain)
    assert names[-2:] == ["0", "1"]
    x = torch.randn(4, 2)
    assert create_feature_extractor(plain, {"0": "a"})(x)["a"].equal(plain[0](x))
    with pytest.raises(torch.fx.proxy.TraceError):
        create_feature_extractor(Branch(), ["layer"])
    kept, model = [], Branch()
    model.layer.register_forward_hook(lambda module, args, output: kept.append(output))
    model(x)
    assert kept[0].equal(model.layer(x))


@says(
    "models/pretrained/cut_model",
    "Compute the vectors once, then train a small classifier on them: it needs no further pass "
    "through the network.",
    "a vector for each image.",
)
@pytest.mark.parametrize("count", [1, 3])
def test_vectors_are_what_the_head_got(count):
    torch.manual_seed(0)
    model = models.resnet18(weights=None).eval()
    images, head = torch.randn(count, 3, 64, 64), model.fc
    with torch.inference_mode():
        expected = model(images)
        model.fc = nn.Identity()
        vectors = model(images)
    assert vectors.shape == (count, 512)
    torch.testing.assert_close(head(vectors.clone()), expected)


@says(
    "models/pretrained/freeze_backbone",
    "First freeze everything, then make the new head, which is trainable by default.",
    "batch norm of the backbone",
)
def test_head_trains_and_backbone_stands_still():
    names = names_of("models/pretrained/freeze_backbone")
    model, optimizer = names["model"], names["optimizer"]
    assert all(p.requires_grad for p in nn.Linear(2, 2).parameters())
    before = {key: value.clone() for key, value in model.state_dict().items()}
    model(torch.randn(2, 3, 64, 64)).sum().backward()
    optimizer.step()
    moved = {key for key, value in model.state_dict().items() if not value.equal(before[key])}
    assert moved == {"fc.weight", "fc.bias"}


@says(
    "models/pretrained/grey_input",
    "`v2.Grayscale(3)` before the usual Normalize keeps the trained weights as they are.",
    "A new first convolution can start from the old one: its weights summed over the colours give "
    "the output of three equal channels.",
)
def test_grey_images_into_a_colour_network():
    grey = torch.rand(2, 1, 16, 16)
    three = v2.Grayscale(3)(grey)
    assert three.equal(grey.repeat(1, 3, 1, 1))
    normalised = v2.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])(three)
    colour = models.resnet18(weights=None).conv1
    assert colour(normalised).shape == (2, 64, 8, 8)
    summed = nn.functional.conv2d(grey, colour.weight.sum(1, keepdim=True), stride=2, padding=3)
    torch.testing.assert_close(summed, colour(three), atol=1e-5, rtol=1e-4)
    assert not normalised[:, 0].allclose(normalised[:, 2])


@says(
    "models/pretrained/detection_output",
    "a list in, a list of dictionaries out.",
    "Images may differ in size, values in 0 to 1, not normalised.",
    "In eval mode each image gives boxes, labels and scores; in training mode the model takes "
    "targets and returns losses.",
)
@pytest.mark.parametrize("sizes", [[(90, 120)], [(90, 120), (64, 50), (120, 90)]])
def test_detector_in_and_out(sizes):
    model = names_of("models/pretrained/detection_output")["model"]
    images = [torch.rand(3, *size) for size in sizes]
    with torch.inference_mode():
        found = model.eval()(images)
    assert [set(image) for image in found] == [{"boxes", "labels", "scores"}] * len(sizes)
    assert max(model.transform.image_mean) > 0  # it normalises by itself
    with pytest.raises(AssertionError, match="targets should not be none"):
        model.train()(images)
    box = torch.tensor([[5.0, 5.0, 30.0, 40.0]])
    losses = model(images * 2, [{"boxes": box, "labels": torch.tensor([1])}] * 2 * len(sizes))
    assert all(loss.ndim == 0 and loss.requires_grad for loss in losses.values())


def table_of(name):
    """The numbers of a table of builders, by builder."""
    cells = re.findall(r"`(\w+)` ([\d.]+)", entry_named(name).text)
    return {builder: float(number) for builder, number in cells}


@says(
    "models/pretrained/builders",
    "`alexnet` 61.1 | `vgg11` 132.9 | `vgg11_bn` 132.9",
    "`vgg13` 133.0 | `vgg13_bn` 133.1 | `vgg16` 138.4",
    "`vgg16_bn` 138.4 | `vgg19` 143.7 | `vgg19_bn` 143.7",
    "`resnet18` 11.7 | `resnet34` 21.8 | `resnet50` 25.6",
    "`resnet101` 44.5 | `resnet152` 60.2 | `resnext50_32x4d` 25.0",
    "`resnext101_32x8d` 88.8 | `resnext101_64x4d` 83.5 | `wide_resnet50_2` 68.9",
    "`wide_resnet101_2` 126.9 | `densenet121` 8.0 | `densenet161` 28.7",
    "`densenet169` 14.1 | `densenet201` 20.0 | `googlenet` 6.6",
    "`inception_v3` 27.2 | `squeezenet1_0` 1.2 | `squeezenet1_1` 1.2",
    "`mobilenet_v2` 3.5 | `mobilenet_v3_small` 2.5 | `mobilenet_v3_large` 5.5",
    "`mnasnet0_5` 2.2 | `mnasnet0_75` 3.2 | `mnasnet1_0` 4.4",
    "`mnasnet1_3` 6.3 | `shufflenet_v2_x0_5` 1.4 | `shufflenet_v2_x1_0` 2.3",
    "`shufflenet_v2_x1_5` 3.5 | `shufflenet_v2_x2_0` 7.4 | `efficientnet_b0` 5.3",
    "`efficientnet_b1` 7.8 | `efficientnet_b2` 9.1 | `efficientnet_b3` 12.2",
    "`efficientnet_b4` 19.3 | `efficientnet_b5` 30.4 | `efficientnet_b6` 43.0",
    "`efficientnet_b7` 66.3 | `efficientnet_v2_s` 21.5 | `efficientnet_v2_m` 54.1",
    "`efficientnet_v2_l` 118.5 | `regnet_x_400mf` 5.5 | `regnet_x_800mf` 7.3",
    "`regnet_x_1_6gf` 9.2 | `regnet_x_3_2gf` 15.3 | `regnet_x_8gf` 39.6",
    "`regnet_x_16gf` 54.3 | `regnet_x_32gf` 107.8 | `regnet_y_400mf` 4.3",
    "`regnet_y_800mf` 6.4 | `regnet_y_1_6gf` 11.2 | `regnet_y_3_2gf` 19.4",
    "`regnet_y_8gf` 39.4 | `regnet_y_16gf` 83.6 | `regnet_y_32gf` 145.0",
    "`regnet_y_128gf` 644.8 | `convnext_tiny` 28.6 | `convnext_small` 50.2",
    "`convnext_base` 88.6 | `convnext_large` 197.8 | `vit_b_16` 86.6",
    "`vit_b_32` 88.2 | `vit_l_16` 304.3 | `vit_l_32` 306.5",
    "`vit_h_14` 633.5 | `swin_t` 28.3 | `swin_s` 49.6",
    "`swin_b` 87.8 | `swin_v2_t` 28.4 | `swin_v2_s` 49.7",
    "`swin_v2_b` 87.9 | `maxvit_t` 30.9",
)
@says(
    "models/pretrained/builders",
    "Those that were trained on ImageNet, with the head for its 1000 classes.",
)
def test_builders_of_images_have_as_many_parameters():
    """All builders of the module; the number is that which was written with the weights."""
    table = table_of("models/pretrained/builders")
    assert set(table) == set(models.list_models(module=models))
    for name, millions in table.items():
        meta = models.get_model_weights(name).DEFAULT.meta
        assert round(meta["num_params"] / 1e6, 1) == millions, name
        assert len(meta["categories"]) == 1000, name


@says(
    "models/pretrained/dense_builders",
    "`fasterrcnn_resnet50_fpn` 41.8 | `fasterrcnn_resnet50_fpn_v2` 43.7",
    "`fasterrcnn_mobilenet_v3_large_fpn` 19.4",
    "`fasterrcnn_mobilenet_v3_large_320_fpn` 19.4 | `fcos_resnet50_fpn` 32.3",
    "`retinanet_resnet50_fpn` 34.0 | `retinanet_resnet50_fpn_v2` 38.2",
    "`ssd300_vgg16` 35.6 | `ssdlite320_mobilenet_v3_large` 3.4",
    "`maskrcnn_resnet50_fpn` 44.4 | `maskrcnn_resnet50_fpn_v2` 46.4",
    "`keypointrcnn_resnet50_fpn` 59.1 | `fcn_resnet50` 35.3 | `fcn_resnet101` 54.3",
    "`deeplabv3_resnet50` 42.0 | `deeplabv3_resnet101` 61.0",
    "`deeplabv3_mobilenet_v3_large` 11.0 | `lraspp_mobilenet_v3_large` 3.2",
    "`r3d_18` 33.4 | `mc3_18` 11.7 | `r2plus1d_18` 31.5",
    "`s3d` 8.3 | `mvit_v1_b` 36.6 | `mvit_v2_s` 34.5",
    "`swin3d_t` 28.2 | `swin3d_s` 49.8 | `swin3d_b` 88.0",
    "`raft_small` 1.0 | `raft_large` 5.3",
)
@says(
    "models/pretrained/dense_builders",
    "With the head of the weights that torchvision has.",
)
def test_builders_of_dense_models_have_as_many_parameters():
    table = table_of("models/pretrained/dense_builders")
    modules = (models.detection, models.segmentation, models.video, models.optical_flow)
    assert set(table) == {name for module in modules for name in models.list_models(module=module)}
    for name, millions in table.items():
        meta = models.get_model_weights(name).DEFAULT.meta
        assert round(meta["num_params"] / 1e6, 1) == millions, name


@pytest.mark.parametrize("name", models.list_models(module=models, include="regnet*"))
@says(
    "models/pretrained/builders",
    "On the device `meta` a model has shapes and no values; a `regnet` cannot be made there.",
)
def test_no_regnet_on_meta(name):
    with torch.device("meta"), pytest.raises(NotImplementedError, match="out of meta tensor"):
        models.get_model(name)


@says(
    "models/pretrained/builders",
    "On the device `meta` a model has shapes and no values; a `regnet` cannot be made there.",
)
@pytest.mark.parametrize("name", ["resnet18", "squeezenet1_1", "vit_b_32"])
def test_a_model_on_meta_has_no_values(name):
    with torch.device("meta"):
        model = models.get_model(name)
    state = model.state_dict().values()
    assert all(value.is_meta for value in state)
    counted = sum(p.numel() for p in model.parameters())
    assert counted == models.get_model_weights(name).DEFAULT.meta["num_params"]
    with pytest.raises(RuntimeError, match="meta tensors"):
        next(iter(state)).sum().item()


@says(
    "models/pretrained/dense_builders",
    "`weights_backbone=None` keeps a backbone from being downloaded.",
)
@pytest.mark.parametrize(
    "name", ["lraspp_mobilenet_v3_large", "ssdlite320_mobilenet_v3_large", "deeplabv3_resnet50"]
)
def test_a_backbone_is_not_downloaded(downloads, name):
    with torch.device("meta"):
        models.get_model(name, weights_backbone=None)
        assert downloads == []
        with pytest.raises(URLError):
            models.get_model(name)
    assert len(downloads) == 1
