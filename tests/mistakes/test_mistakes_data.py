"""The mistakes in the data against NumPy, PIL and other sizes."""

import os
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from PIL import Image
from recipes import names_of
from sklearn.datasets import load_digits
from sklearn.feature_selection import f_classif
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier, NearestCentroid
from support import says
from torch import nn
from torch.utils.data import DataLoader, Subset, TensorDataset
from torchvision import transforms, tv_tensors
from torchvision.datasets import ImageFolder
from torchvision.transforms import v2

X, Y = load_digits(return_X_y=True)
X = X / 16


@says(
    "mistakes/data/shuffled_apart",
    "an accuracy of chance.",
    "Shapes and types still fit; on new images the model does no better than chance, "
    "although a large one learns the training set by heart.",
)
@pytest.mark.parametrize("seed", range(3))
def test_shuffled_apart(seed):
    """One neighbour learns by heart: all right in training, chance on new images."""
    rng = np.random.default_rng(seed)
    x, y = X[rng.permutation(len(X))], Y[rng.permutation(len(X))]
    model = KNeighborsClassifier(1).fit(x[:1000], y[:1000])
    assert model.score(x[:1000], y[:1000]) == 1
    assert abs(model.score(x[1000:], y[1000:]) - 0.1) < 4 * np.sqrt(0.09 / 797)


@says(
    "mistakes/data/sorted_by_class",
    "The model learns each class in turn and forgets it.",
    "The mean loss of the first epoch is even lower than with shuffled batches, for the "
    "answer of a moment ago is right again; then the model gives the last class for all.",
)
@pytest.mark.parametrize("rate", [0.1, 0.5])
def test_sorted_by_class(rate):
    """SGD on the softmax regression, in NumPy."""
    rng = np.random.default_rng(0)

    def train(order):
        w, b, losses, learned = np.zeros((64, 10)), np.zeros(10), [], []
        for k, i in enumerate(np.split(order[:1790], 179)):
            p = np.exp(X[i] @ w + b)
            p /= p.sum(1, keepdims=True)
            losses.append(-np.log(p[np.arange(10), Y[i]]).mean())
            error = (p - np.eye(10)[Y[i]]) / 10
            w -= rate * X[i].T @ error
            b -= rate * error.sum(0)
            if k % 18 == 16:  # near the end of a class
                of_class = X[Y[i[0]] == Y] @ w + b
                learned.append((of_class.argmax(1) == Y[i[0]]).mean())
        return np.mean(losses), (X @ w + b).argmax(1), learned

    loss, found, learned = train(np.argsort(Y, kind="stable"))
    shuffled_loss, shuffled, _ = train(rng.permutation(len(X)))
    assert min(learned) > 0.9  # each class in its turn
    assert (found == 9).all()
    assert round((found == Y).mean(), 1) == 0.1
    assert (shuffled == Y).mean() > 0.8
    assert loss < shuffled_loss


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
def test_not_scaled(dtype):
    x = torch.arange(256, dtype=torch.uint8).reshape(1, 16, 16)
    assert (v2.ToDtype(dtype)(x).max(), v2.ToDtype(dtype, scale=True)(x).max()) == (255, 1)


@says("mistakes/data/not_scaled", "of values from 0 to 1")
def test_not_scaled_values():
    found = names_of("mistakes/data/not_scaled")
    scaled = found["pictures"].double() / 255
    assert scaled.mean().item() == pytest.approx(0.31, abs=0.01)
    assert scaled.std().item() == pytest.approx(0.38, abs=0.01)
    assert found["wrong"].max() == pytest.approx((255 - 0.31) / 0.38, rel=1e-5)
    assert found["right"].max() == pytest.approx((1 - 0.31) / 0.38, rel=1e-5)


@says(
    "mistakes/data/not_scaled",
    "A step of SGD that suits 0 to 1 can kill all units of a ReLU layer, and the loss "
    "stays at log C; a model trained on scaled images makes more errors on unscaled ones.",
)
@pytest.mark.parametrize("seed", range(3))
def test_not_scaled_units_are_dead(seed):
    torch.manual_seed(seed)
    x, y = torch.tensor(X * 255).float(), torch.tensor(Y)
    first = nn.Linear(64, 64)
    model = nn.Sequential(first, nn.ReLU(), nn.Linear(64, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for _ in range(100):
        loss = F.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert (first(x) > 0).float().mean() < 0.01
    assert loss.item() == pytest.approx(np.log(10), abs=0.01)
    scaled, unscaled = ((z[:1000] - 0.31) / 0.38 for z in (x / 255, x))
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for _ in range(100):  # the same step with pixels from 0 to 1
        optimizer.zero_grad()
        F.cross_entropy(model(scaled), y[:1000]).backward()
        optimizer.step()
    right, wrong = ((model(z).argmax(1) == y[:1000]).float().mean() for z in (scaled, unscaled))
    assert right > 0.98
    assert wrong < right - 0.02


@says(
    "mistakes/data/normalised_twice",
    "The second pass subtracts and divides once more: the mean is no longer 0, the "
    "standard deviation no longer 1.",
)
@pytest.mark.parametrize(("mean", "std"), [(0.3, 0.4), (0.485, 0.229)])
def test_normalised_twice(mean, std):
    x = torch.rand(50, 1, 8, 8, dtype=torch.float64)
    x = (x - x.mean()) / x.std() * std + mean
    once = v2.Normalize([mean], [std])
    twice = once(once(x))
    assert twice.mean().item() == pytest.approx(-mean / std)
    assert twice.std().item() == pytest.approx(1 / std)
    torch.testing.assert_close(twice, (x - mean) / std**2 - mean / std)


@says(
    "mistakes/data/normalised_twice",
    "A model that is trained and tested on such images hardly suffers, so nothing shows.",
    "It can fail where one side does it: in a program that normalises once, or with a "
    "pretrained model.",
)
def test_normalised_twice_is_not_seen():
    """Trained and tested on the doubled values: nearly the score of the right ones."""
    once = (X - X.mean()) / X.std()
    twice = (once - X.mean()) / X.std()
    scores = []
    for x in (once, twice):
        model = KNeighborsClassifier(3).fit(x[:500], Y[:500])
        scores.append([model.score(z[500:], Y[500:]) for z in (once, twice)])
    assert abs(scores[0][0] - scores[1][1]) < 0.01
    assert scores[1][0] < scores[1][1] - 0.05


@says(
    "mistakes/data/augmented_validation",
    "a score that is lower, and moves.",
    "The score then depends on what was drawn: it changes from one evaluation to the next"
    " without any training, and is here lower than on the images as they are.",
)
@pytest.mark.filterwarnings("ignore:self.within_class_std_dev_")
@pytest.mark.parametrize(
    "transform",
    [v2.RandomErasing(p=1.0, scale=(0.2, 0.4)), v2.RandomAffine(30, (0.2, 0.2))],
)
def test_augmented_validation(transform):
    torch.manual_seed(0)
    model = NearestCentroid().fit(X[:1000], Y[:1000])
    part = slice(1000, 1200)
    images = torch.tensor(X[part]).reshape(-1, 1, 8, 8)

    def score():
        moved = torch.stack([transform(image) for image in images])
        return model.score(moved.flatten(1).numpy(), Y[part])

    scores = [score() for _ in range(4)]
    assert len(set(scores)) > 1
    assert max(scores) < model.score(X[part], Y[part]) - 0.1


@says(
    "mistakes/data/shared_transform",
    "the last assignment wins.",
    "`random_split` makes two `Subset` objects of one dataset.",
    "`val.dataset.transform = None` sets it on that one dataset: augmentation is off for "
    "training too, or, the other way round, on for validation.",
    "`val.transform = None` sets an attribute that nobody reads.",
    "Wrong: val.dataset is train.dataset.",
)
def test_shared_transform():
    found = names_of("mistakes/data/shared_transform")
    images, flip = found["images"], found["flip"]
    assert isinstance(found["val"], Subset)
    train, val = found["random_split"](found["Images"](images, flip), [80, 20])
    assert train.dataset is val.dataset
    assert isinstance(train, Subset)
    assert isinstance(val, Subset)
    val.transform = None  # nobody reads it
    assert (found["changed"](train), found["changed"](val)) == (80, 20)
    train.dataset.transform = None
    assert (found["changed"](train), found["changed"](val)) == (0, 0)
    val.dataset.transform = None
    train.dataset.transform = flip  # the last one wins, for both
    assert (found["changed"](train), found["changed"](val)) == (80, 20)


@says(
    "mistakes/data/duplicates_in_both",
    "noise that validates well.",
    "Copies made before the split, by oversampling, augmentation or frames of one video, "
    "fall into both parts.",
    "The model then knows the answers of validation by heart.",
    "Here labels are drawn by lot, so that half is all that can be reached on new samples.",
)
@pytest.mark.parametrize("copies", [3, 5])
def test_duplicates_in_both(copies):
    """The nearest neighbour of a copy is a copy: right unless all others are held out."""
    rng = np.random.default_rng(0)
    x, y = rng.standard_normal((1000, 50)), rng.integers(0, 2, 1000)
    number = np.tile(np.arange(1000), copies)
    x = x[number] + 0.1 * rng.standard_normal((len(number), 50))
    held_out = rng.random(len(number)) < 0.2

    def score(held_out):
        model = KNeighborsClassifier(1).fit(x[~held_out], y[number[~held_out]])
        return model.score(x[held_out], y[number[held_out]])

    both = np.isin(number[held_out], number[~held_out]).mean()
    assert both == pytest.approx(1 - 0.2 ** (copies - 1), abs=0.02)
    assert score(held_out) == pytest.approx(1 - 0.2 ** (copies - 1) / 2, abs=0.02)
    assert score(number < 200) == pytest.approx(0.5, abs=0.12)


@says(
    "mistakes/data/selected_before_split",
    "chance scores high.",
    "With many features some agree with the labels by accident.",
    "Whoever picks them with all labels in sight has used those of the validation part "
    "too, and the same accident is found there.",
    "Here features and labels are noise, so that half is all there is.",
)
@pytest.mark.parametrize(("samples", "features"), [(100, 2000), (60, 1000)])
def test_selected_before_split(samples, features):
    """Another measure of agreement and another classifier."""
    rng = np.random.default_rng(0)
    half, scores = samples // 2, []
    for _ in range(20):
        x, y = rng.standard_normal((samples, features)), rng.integers(0, 2, samples)
        assert f_classif(x, y)[1].min() < 0.01  # by accident
        for part in (slice(None), slice(half)):
            best = f_classif(x[part], y[part])[0].argsort()[-20:]
            model = GaussianNB().fit(x[:half, best], y[:half])
            scores.append(model.score(x[half:, best], y[half:]))
    wrong, right = np.reshape(scores, (20, 2)).mean(0)
    assert wrong > 0.8
    assert abs(right - 0.5) < 0.06


@says(
    "mistakes/data/test_with_own_statistics",
    "differences go.",
    "A large test set that is drawn alike has nearly the same ones, which hides the mistake.",
    "A few samples, or samples of one class, do not: subtracting their own mean takes "
    "away what they have in common, and with it what tells them from others; one row "
    "minus its own mean is zero.",
    "some pixels never change",
)
@pytest.mark.filterwarnings("ignore:self.within_class_std_dev_")
@pytest.mark.parametrize("digit", [0, 4, 7])
def test_test_with_own_statistics(digit):
    mean, std = X[:1000].mean(0), X[:1000].std(0) + 0.1
    model = NearestCentroid().fit((X[:1000] - mean) / std, Y[:1000])
    test, y = X[1000:], Y[1000:]
    one = test[y == digit]

    def own(x):
        return (x - x.mean(0)) / (x.std(0) + 0.1)

    far = np.abs(one.mean(0) - X[:1000].mean(0)).max()
    assert np.abs(test.mean(0) - X[:1000].mean(0)).max() < 0.1 < 0.4 < far
    assert (X[:1000].std(0) == 0).any()
    assert model.score(own(test), y) > 0.8  # the whole set hides it
    right = (model.predict((one - mean) / std) == digit).mean()
    assert right > 0.8
    assert (model.predict(own(one)) == digit).mean() < 0.5
    assert not own(one[:1]).any()


@says(
    "mistakes/data/class_numbers_of_two_folders",
    "a missing one shifts the rest.",
    "Where the test set has no `dog`, or an extra one, all classes after it have another "
    "number than in training, and right answers count as wrong.",
)
@pytest.mark.parametrize(("missing", "shifted"), [("a", "bcd"), ("c", "d"), ("d", "")])
def test_class_numbers_of_two_folders(tmp_path, missing, shifted):
    for folder in [f"train/{c}" for c in "abcd"] + [f"test/{c}" for c in "abcde"]:
        if folder != f"test/{missing}":
            os.makedirs(tmp_path / folder)
            Image.new("L", (2, 2)).save(tmp_path / folder / "1.png")
    train = ImageFolder(tmp_path / "train").class_to_idx
    test = ImageFolder(tmp_path / "test").class_to_idx
    assert "".join(c for c in train if c in test and test[c] != train[c]) == shifted
    right = names_of("mistakes/data/class_numbers_of_two_folders")["NumberedAs"](
        tmp_path / "test", train
    )
    found = {Path(path).parent.name: number for path, number in right.samples}
    assert found == {c: n for c, n in train.items() if c != missing}


@says(
    "mistakes/data/class_numbers_of_two_folders",
    "`ImageFolder` numbers the folders that it finds, in the order of their names.",
)
def test_an_extra_folder_shifts_too(tmp_path):
    for c in "abc":
        os.makedirs(tmp_path / c)
        Image.new("L", (2, 2)).save(tmp_path / c / "1.png")
    os.makedirs(tmp_path / ".ipynb_checkpoints")
    Image.new("L", (2, 2)).save(tmp_path / ".ipynb_checkpoints" / "1.png")
    assert ImageFolder(tmp_path).class_to_idx["a"] == 1
    assert list(ImageFolder(tmp_path).class_to_idx.items()) == [
        (name, number) for number, name in enumerate(sorted(os.listdir(tmp_path)))
    ]


@says(
    "mistakes/data/bgr_as_rgb",
    "red and blue change places.",
    "Nothing is raised, grey images stay what they are, and a model that goes by colour "
    "fails on the others.",
    "Turn the last dimension of the array round, `array[..., ::-1].copy()`, or index a "
    "tensor (C, H, W) with `[2, 1, 0]`.",
    "in [0, 1]",
    "Wrong: the patches as OpenCV would read them; orange petals are blue.",
)
def test_bgr_as_rgb():
    found = names_of("mistakes/data/bgr_as_rgb")
    patches, target = found["patches"].mean(dim=(2, 3)).numpy(), found["target"].numpy()
    model = NearestCentroid().fit(patches, target)
    assert model.score(patches, target) > 0.9
    assert model.score(patches[:, ::-1], target) < 0.8
    for images in found["patches"], found["bgr"]:
        assert 0 <= images.min() < 0.1 < 0.9 < images.max() <= 1
    petals = found["bgr"][found["target"] == 0].mean((0, 2, 3))
    assert petals.argmax() == 2  # red, where blue should be
    assert patches[target == 0].mean(0).argmax() == 0
    array = np.random.default_rng(0).integers(0, 256, (4, 5, 3), dtype=np.uint8)
    turned = torch.from_numpy(array[..., ::-1].copy()).permute(2, 0, 1)
    assert torch.equal(turned, torch.from_numpy(array).permute(2, 0, 1)[[2, 1, 0]])
    grey = torch.rand(1, 4, 4).repeat(3, 1, 1)
    assert torch.equal(grey, grey[[2, 1, 0]])


@says(
    "mistakes/data/image_and_mask_apart",
    "Each call of a random transform draws anew.",
    "Called for the image and again for its mask, it can flip or crop them differently, "
    "and the labels of the pixels are those of others; of two plain tensors in one call, "
    "only the first is moved.",
    "Wrap the mask as `tv_tensors.Mask` and hand over both in one call: see tv_tensors.",
)
@pytest.mark.parametrize("p", [0.2, 0.5])
def test_image_and_mask_apart(p):
    """Two draws agree with probability p² + (1 - p)²; one call, each time."""
    torch.manual_seed(0)
    found = names_of("mistakes/data/image_and_mask_apart")
    flip, image, mask, fits = v2.RandomHorizontalFlip(p), *map(found.get, ("image", "mask", "fits"))
    share = np.mean([fits(flip(image), flip(mask)) for _ in range(2000)])
    assert share == pytest.approx(p**2 + (1 - p) ** 2, abs=0.05)
    pair = tv_tensors.Image(image), tv_tensors.Mask(mask)
    assert all(fits(*flip(*pair)) for _ in range(100))
    always = v2.RandomHorizontalFlip(1.0)
    for first, second in [(image, mask), (mask, image)]:
        moved, left = always(first, second)
        assert torch.equal(moved, first.flip(-1))
        assert torch.equal(left, second)
    crop = v2.RandomCrop(5)
    assert all(fits(*crop(*pair)) for _ in range(100))
    assert not all(fits(crop(image), crop(mask)) for _ in range(100))
    moved = v2.RandomHorizontalFlip(1.0)(image, mask)  # plain tensors
    assert not torch.equal(moved[0], image)
    assert torch.equal(moved[1], mask)


@says(
    "mistakes/data/mask_interpolated",
    "classes that nobody labelled.",
    "`Resize` and the crops that resize mix neighbouring pixels, which is right for "
    "colours and wrong for numbers of classes: between 0 and 4 lie 1, 2 and 3.",
    "The type is unchanged, and the loss takes the new classes for real ones.",
    "Mark the mask as `tv_tensors.Mask`, which takes the nearest pixel, or say so.",
)
@pytest.mark.parametrize("size", [5, 12, 20])
@pytest.mark.parametrize("dtype", [torch.uint8, torch.int64, torch.float32])
def test_mask_interpolated(size, dtype):
    mask = torch.zeros(1, 8, 8, dtype=dtype)
    mask[:, 2:6, 2:6] = 4
    for transform in (
        v2.Resize((size, size)),
        v2.RandomResizedCrop((size, size), (1.0, 1.0), (1.0, 1.0)),
    ):
        wrong = transform(mask)
        assert wrong.dtype == dtype
        assert len(wrong.unique()) > 2
        logits = torch.zeros(1, 5, size, size)
        assert F.cross_entropy(logits, wrong.long()).item() == pytest.approx(np.log(5))
        assert transform(tv_tensors.Mask(mask)).unique().tolist() == [0, 4]
        nearest = v2.Resize((size, size), transforms.InterpolationMode.NEAREST)(mask)
        assert nearest.unique().tolist() == [0, 4]


@says(
    "mistakes/data/mask_interpolated",
    "`Image.resize` of PIL mixes too, except for the modes P and 1.",
)
def test_mask_interpolated_by_pil():
    array = np.zeros((8, 8), dtype=np.uint8)
    array[2:6, 2:6] = 40
    grey = Image.fromarray(array)
    assert len(np.unique(grey.resize((12, 12)))) > 2
    palette = Image.new("P", (8, 8))
    palette.putdata(array.flatten().tolist())
    assert np.unique(palette.resize((12, 12))).tolist() == [0, 40]
    assert np.unique(grey.resize((12, 12), Image.Resampling.NEAREST)).tolist() == [0, 40]
    assert len(np.unique(grey.convert("1").resize((12, 12)))) == 2
    kinds = [grey.convert(mode) for mode in ("RGB", "RGBA", "LA", "I", "F")]
    for image in (*kinds, Image.fromarray(array.astype(np.uint16))):
        assert len(np.unique(np.array(image.resize((12, 12))))) > 3


@says(
    "mistakes/data/grey_with_three_means",
    "v2 makes three channels of one.",
    "`v2.Normalize` with the three means of ImageNet broadcasts (1, H, W) to (3, H, W): "
    "one image three times, each with another offset and scale.",
    "A first layer for three channels then accepts what was meant for one. v1 raises "
    "here, and so does v2 with `inplace=True`.",
    "Give `Normalize` one mean and one std, those of your own images; for a model that "
    "wants three channels, say so with `Grayscale(3)`.",
)
@pytest.mark.parametrize("shape", [(1, 4, 4), (5, 1, 4, 4)])
def test_grey_with_three_means(shape):
    x, mean, std = torch.rand(shape), [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
    wrong = v2.Normalize(mean, std)(x)
    expected = (x.numpy() - np.reshape(mean, (3, 1, 1))) / np.reshape(std, (3, 1, 1))
    np.testing.assert_allclose(wrong, expected, rtol=1e-4, atol=1e-5)
    assert nn.Conv2d(3, 2, 1)(wrong).shape[-3:] == (2, 4, 4)
    for raises in transforms.Normalize(mean, std), v2.Normalize(mean, std, inplace=True):
        with pytest.raises(RuntimeError, match="doesn't match the broadcast shape"):
            raises(x.clone())
    assert v2.Grayscale(3)(x).shape[-3:] == (3, 4, 4)
    of_page = names_of("mistakes/data/grey_with_three_means")
    assert [f"{m:.1f}" for m in (X.mean() - mean) / std] == ["-0.8", "-0.7", "-0.4"]
    np.testing.assert_allclose(of_page["wrong"].mean((0, 2, 3)), (X.mean() - mean) / std, rtol=1e-4)


@says(
    "mistakes/data/evaluated_with_drop_last",
    "samples that never count.",
    "The loader leaves out the incomplete last batch, in evaluation too.",
    "Without shuffling these are the same samples each time, here the only ones of class "
    "2; with shuffling others, and the score can change from run to run.",
    "Divided by `len(dataset)` even a perfect model stays below 1, and a set smaller than"
    " a batch gives no batch.",
)
@pytest.mark.parametrize(("size", "batch"), [(10, 4), (12, 4), (3, 4)])
def test_evaluated_with_drop_last(size, batch):
    dataset = TensorDataset(torch.arange(size))
    kept = sum(len(x) for (x,) in DataLoader(dataset, batch, drop_last=True))
    assert kept == size // batch * batch
    assert sum(len(x) for (x,) in DataLoader(dataset, batch)) == size
    assert (kept / size < 1) == (size % batch > 0)
    for _ in range(2):
        seen = [i.item() for (x,) in DataLoader(dataset, batch, drop_last=True) for i in x]
        assert seen == list(range(kept))


@says(
    "mistakes/data/evaluated_with_drop_last",
    "Without shuffling these are the same samples each time, here the only ones of class "
    "2; with shuffling others, and the score can change from run to run.",
)
def test_evaluated_with_drop_last_shuffled():
    torch.manual_seed(0)
    found = names_of("mistakes/data/evaluated_with_drop_last")
    left_out = [i for i, y in enumerate(found["target"].tolist()) if y == 2]
    assert left_out == [8, 9]  # behind two batches of four
    loader = DataLoader(found["dataset"], 4, shuffle=True, drop_last=True)
    assert len({found["evaluate"](loader) for _ in range(50)}) > 1
