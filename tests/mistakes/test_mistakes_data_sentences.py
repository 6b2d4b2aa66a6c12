"""What the sentences of mistakes/data say, where no test of an entry holds it."""

import inspect
from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from recipes import names_of
from sklearn.datasets import load_digits
from support import library, says
from torch import nn
from torch.utils.data import DataLoader, Dataset, TensorDataset, WeightedRandomSampler
from torchvision.datasets import ImageFolder
from torchvision.io import decode_image
from torchvision.models import ResNet18_Weights
from torchvision.transforms import v2

X, Y = load_digits(return_X_y=True)
X = X / 16


@says(
    "mistakes/data/not_scaled",
    "`x.float()` and `ToDtype` without `scale=True` change the type and keep the values.",
    "Wrong: another type, the same values.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_another_type_keeps_the_values(dtype):
    array = np.arange(256, dtype=np.uint8).reshape(1, 16, 16)
    x = torch.from_numpy(array)
    for found in (x.float(), v2.ToDtype(dtype)(x)):
        assert found.is_floating_point()
        np.testing.assert_array_equal(found, array)
    np.testing.assert_allclose(v2.ToDtype(dtype, scale=True)(x), array / 255, rtol=1e-6)


@says(
    "mistakes/data/sorted_by_class",
    "`ImageFolder` lists one class after the other, and a `DataLoader` does not shuffle unless"
    " told to.",
)
@pytest.mark.parametrize("shuffle", [None, True])
def test_folders_come_in_turn(tmp_path, shuffle):
    for name in "cab":
        (tmp_path / name).mkdir()
        for number in range(20):
            Image.new("L", (2, 2)).save(tmp_path / name / f"{number}.png")
    folder = ImageFolder(tmp_path, transform=v2.ToImage())
    assert folder.targets == [0] * 20 + [1] * 20 + [2] * 20
    told = {} if shuffle is None else {"shuffle": shuffle}
    found = [y.item() for _, y in DataLoader(folder, **told)]
    assert (found == folder.targets) == (shuffle is None)


@says("mistakes/data/sorted_by_class", "More epochs make up for a part of it.")
@pytest.mark.parametrize("rate", [0.1, 0.5])
def test_more_epochs_make_up_for_a_part(rate):
    rng = np.random.default_rng(0)

    def scores(order):
        w, b, found = np.zeros((64, 10)), np.zeros(10), []
        for _ in range(5):
            for i in np.split(order[:1790], 179):
                p = np.exp(X[i] @ w + b)
                error = (p / p.sum(1, keepdims=True) - np.eye(10)[Y[i]]) / 10
                w -= rate * X[i].T @ error
                b -= rate * error.sum(0)
            found.append(((X @ w + b).argmax(1) == Y).mean())
        return found

    first, *_, last = scores(np.argsort(Y, kind="stable"))
    assert first + 0.2 < last < scores(rng.permutation(len(X)))[-1] - 0.2


@says("mistakes/data/shuffled_apart", "Two permutations give the images the labels of others.")
@pytest.mark.parametrize("seed", range(3))
def test_two_permutations_part_the_pairs(seed):
    torch.manual_seed(seed)
    assert (torch.randperm(1000) == torch.randperm(1000)).sum() < 10


@says(
    "mistakes/data/shuffled_apart",
    "Draw one order and index both with it, or let `shuffle=True` of a `DataLoader` move the"
    " pairs.",
)
@pytest.mark.parametrize("batch", [1, 7, 50])
def test_pairs_move_together(batch):
    x = torch.arange(50)
    order = torch.randperm(50)
    assert torch.equal(x[order] * 2, (x * 2)[order])
    loader = DataLoader(TensorDataset(x, x * 2), batch, shuffle=True)
    drawn = list(loader)
    assert all(torch.equal(a * 2, b) for a, b in drawn)
    assert not torch.equal(torch.cat([a for a, _ in drawn]), x)


@says("mistakes/data/shuffled_apart", "Two lists of files, sorted differently, come apart too.")
def test_lists_sorted_differently():
    images, masks = ([f"{kind}{n}.png" for n in range(1, 13)] for kind in ("image", "mask"))
    numbers = [[int("".join(filter(str.isdigit, name))) for name in names]
               for names in (sorted(images), sorted(masks, key=lambda s: (len(s), s)))]  # fmt: skip
    assert sorted(numbers[0]) == numbers[1] != numbers[0]


@says("mistakes/data/normalised_twice", "How much depends on the layers.")
@pytest.mark.parametrize("norm", [nn.LayerNorm, nn.Identity])
def test_a_first_norm_undoes_the_second_pass(norm):
    torch.manual_seed(0)
    x = torch.tensor(X[:100])
    once, twice = (x - 0.3) / 0.4, ((x - 0.3) / 0.4 - 0.3) / 0.4
    model = nn.Sequential(*[norm(64)] if norm is nn.LayerNorm else [], nn.Linear(64, 10)).double()
    gap = (model(once) - model(twice)).abs().max()
    assert (gap < 1e-3) == (norm is nn.LayerNorm)


@says(
    "mistakes/data/duplicates_in_both",
    "Split first, by what belongs together (patient, video, original), and make copies of the"
    " training part alone: a sampler draws rare classes more often without a copy on disk.",
)
def test_a_sampler_draws_rare_classes_more_often():
    torch.manual_seed(0)
    y = torch.tensor([0] * 90 + [1] * 10)
    drawn = torch.tensor(list(WeightedRandomSampler(1 / y.bincount()[y], 10_000)))
    assert y[drawn].double().mean().item() == pytest.approx(0.5, abs=0.03)
    assert drawn.max() < 100


@says("mistakes/data/bgr_as_rgb", "`cv2.imread` returns blue, green, red.")
def test_blue_comes_first_in_opencv(tmp_path):
    cv2 = library("cv2")
    Image.new("RGB", (4, 4), (1, 2, 3)).save(tmp_path / "pixels.png")
    assert cv2.imread(str(tmp_path / "pixels.png"))[0, 0].tolist() == [3, 2, 1]


@says(
    "mistakes/data/bgr_as_rgb",
    "PIL, torchvision and the models trained with them expect red, green, blue.",
    "RGB",
)
def test_red_comes_first(tmp_path):
    Image.new("RGB", (4, 4), "red").save(tmp_path / "red.png")
    by_torchvision = decode_image(str(tmp_path / "red.png"))[:, 0, 0].tolist()
    by_pil = v2.ToImage()(Image.open(tmp_path / "red.png"))[:, 0, 0].tolist()
    assert by_torchvision == by_pil == [255, 0, 0]
    mean = ResNet18_Weights.DEFAULT.transforms().mean
    assert mean[0] > mean[1] > mean[2]  # of ImageNet: more red than blue
    photo = names_of("mistakes/data/bgr_as_rgb")["photo"]
    assert photo[:, 110:320, 200:450].mean(dim=(1, 2)).argmax() == 0  # an orange flower


@says(
    "mistakes/data/class_numbers_of_two_folders",
    "Compare `class_to_idx` of both, and number by the training folders, with a subclass whose"
    " `find_classes` returns theirs; `allow_empty=True` lets one be missing.",
)
@pytest.mark.parametrize("allow_empty", [False, True])
def test_allow_empty_lets_a_class_be_missing(tmp_path, allow_empty):
    class Numbered(ImageFolder):
        def find_classes(self, directory):
            return ["cat", "dog", "owl"], {"cat": 0, "dog": 1, "owl": 2}

    for name in "cat", "owl":
        (tmp_path / name).mkdir()
        Image.new("L", (2, 2)).save(tmp_path / name / "1.png")
    if allow_empty:
        assert Numbered(tmp_path, allow_empty=True).targets == [0, 2]
    else:
        with pytest.raises(FileNotFoundError, match="dog"):
            Numbered(tmp_path)


@says(
    "mistakes/data/selected_before_split",
    "The same goes for a threshold, a number of epochs or a model that was picked on the samples"
    " it is reported on.",
)
@pytest.mark.parametrize("candidates", [20, 200])
def test_what_was_picked_scores_high_where_it_was_picked(candidates):
    """Candidates that answer by lot: thresholds, epochs or models without any skill."""
    rng = np.random.default_rng(0)
    right = rng.integers(0, 2, (300, candidates, 100))  # by repetition, candidate and sample
    picked = right[:, :, :50].mean(2).argmax(1)
    best = right[np.arange(300), picked]
    assert best[:, :50].mean() > 0.6
    assert abs(best[:, 50:].mean() - 0.5) < 0.03


class Noting(Dataset):
    def __init__(self, events):
        self.events = events

    def __len__(self):
        return 12

    def __getitem__(self, index):
        self.events.append("load")
        return index


@says(
    "mistakes/data/loader_waits",
    "the GPU waits.",
    "With `num_workers=0`, the default, the loop reads and transforms the next batch only after"
    " the step: a GPU that is through with it waits.",
)
@given(batch=st.integers(1, 6))
def test_nothing_is_loaded_ahead(batch):
    assert inspect.signature(DataLoader).parameters["num_workers"].default == 0
    events = []
    sizes = []
    for x in DataLoader(Noting(events), batch):
        events.append("step")
        sizes.append(len(x))
    steps = [place for place, event in enumerate(events) if event == "step"]
    assert [b - a - 1 for a, b in pairwise([-1, *steps])] == sizes
