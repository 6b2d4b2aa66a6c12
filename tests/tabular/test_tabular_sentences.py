"""What tables and series say: against NumPy, pandas and scikit-learn."""

import numpy as np
import pandas as pd
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from sklearn.base import BaseEstimator, RegressorMixin, clone
from sklearn.impute import SimpleImputer
from sklearn.inspection import permutation_importance
from sklearn.model_selection import GridSearchCV
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from support import says
from torch import nn

SEEDS = range(3)


def tables(name, until=None, **inputs):
    return names_of(f"tabular/tables/{name}", until, **inputs)


def series(name, until=None, **inputs):
    return names_of(f"tabular/series/{name}", until, **inputs)


def drawn(seed, *shape):
    return torch.from_numpy(np.random.default_rng(seed).standard_normal(shape)).float()


# Tables


@says(
    "tabular/tables/table_to_tensors",
    "`pd.factorize` and `np.unique` give codes of one table; for a table to come keep the list of "
    "known values.",
    'as a DataFrame has it: table["area"] is a column',
)
def test_codes_are_those_of_one_table():
    for encode in (
        lambda v: np.unique(v, return_inverse=True)[1].tolist(),
        lambda v: pd.factorize(np.array(v))[0].tolist(),
    ):
        assert encode(["north", "south"])[1] != encode(["south", "west"])[0]  # both are "south"
    entry = tables("table_to_tensors")
    frame = pd.DataFrame(entry["table"])
    again = tables("table_to_tensors", table=frame)
    assert torch.equal(again["numbers"], entry["numbers"])
    assert torch.equal(again["categories"], entry["categories"])


@says(
    "tabular/tables/fill_missing",
    "NaN in one input makes the whole output of its row NaN, and after one step that of all rows.",
)
@pytest.mark.parametrize("loss", [F.mse_loss, F.l1_loss, F.huber_loss])
@pytest.mark.parametrize("hidden", [0, 4])
@pytest.mark.parametrize("column", [0, 2])
def test_one_nan_spoils_all_rows(hidden, column, loss):
    torch.manual_seed(0)
    layers = [nn.Linear(3, hidden), nn.Tanh(), nn.Linear(hidden, 2)] if hidden else []
    model = nn.Sequential(*layers) if layers else nn.Linear(3, 2)
    x = torch.randn(4, 3)
    x[1, column] = float("nan")
    output = model(x)
    assert output.isnan().all(dim=1).tolist() == [False, True, False, False]
    loss(output, torch.zeros(4, 2)).backward()
    torch.optim.SGD(model.parameters(), lr=0.1).step()
    assert model(torch.randn(4, 3)).isnan().all()


@says(
    "tabular/tables/fill_missing",
    "`nanmedian` leaves the NaN out; of an even number it takes the lower of the two in the "
    "middle.",
)
@given(st.integers(0, 10_000), st.integers(1, 9))
def test_fill_missing(seed, known):
    values = drawn(seed, known)
    column = torch.cat([values, torch.full((3,), float("nan"))])
    expected = np.quantile(values.numpy(), 0.5, method="lower")
    assert column.nanmedian().item() == pytest.approx(expected)
    train = torch.stack([column, column.flip(0)], dim=1)
    entry = tables("fill_missing", train=train)
    if known % 2:  # then the median is one value, for both
        theirs = SimpleImputer(strategy="median", add_indicator=True).fit(train.numpy())
        test = torch.tensor([[float("nan"), 1.0], [2.0, float("nan")]])
        np.testing.assert_allclose(entry["fill"](test), theirs.transform(test.numpy()))


@says(
    "tabular/tables/category_codes",
    "Its row of the embedding learns only if training has some of it: count rare values as "
    "unknown, too.",
)
@pytest.mark.parametrize("unknown", [0, 1, 3])
def test_the_row_of_the_unknown_learns_from_unknown_values(unknown):
    entry = tables("category_codes")
    assert None not in entry["known"]  # though the training rows have it twice
    codes = entry["encode"](["east", "north", "north"] + ["attic"] * unknown)
    embedding = entry["embedding"]
    embedding.zero_grad()
    embedding(codes).square().sum().backward()
    assert embedding.weight.grad[0].any().item() == (unknown > 0)


@says(
    "tabular/tables/standardise_table",
    "The numbers come from the training rows alone and are kept with the model, as buffers: they "
    "move with it and are saved with it.",
    "A column that never changes is divided by 1, not by 0.",
)
@pytest.mark.parametrize("unit", [1.0, 1e-9, 1e6])
@pytest.mark.parametrize("constant", [0.0, 7.0, -3.1])
def test_standardise_table(constant, unit):
    entry = tables("standardise_table")
    train, test = unit * (drawn(0, 30, 3) * 20 + 5), unit * drawn(1, 9, 3) * 30
    train[:, 2] = constant * unit
    test[:, 2] = (constant + 0.5) * unit
    scale = entry["Standardise"](train)
    theirs = StandardScaler().fit(train.numpy().astype(np.float64))
    np.testing.assert_allclose(
        scale(test), theirs.transform(test.numpy().astype(np.float64)), rtol=1e-3, atol=1e-4
    )
    saved = nn.Sequential(scale).double().state_dict()
    assert {k: v.dtype for k, v in saved.items()} == dict.fromkeys(
        ("0.mean", "0.std"), torch.float64
    )


def test_the_widths_of_the_embeddings():
    entry = tables("categories_and_numbers")
    model = entry["TableNet"](numbers=1, cardinalities=[1, 10, 999])
    assert [e.weight.shape[1] for e in model.embeddings] == [1, 5, 50]
    output = model(torch.zeros(2, 1), torch.tensor([[1, 10, 999], [0, 0, 0]]))
    assert output.shape == (2,)


@says(
    "tabular/tables/column_transformer",
    "It gives float64, and with many categories a sparse matrix: ask for a dense one, and convert.",
    "a DataFrame works as well: then name the columns",
)
def test_a_pipeline_gives_what_torch_does_not_take():
    entry = tables("column_transformer")
    table = np.array([[1.0, 2.0, str(n)] for n in range(40)], dtype=object)
    prepare = clone(entry["prepare"])
    assert prepare.fit_transform(table).dtype == np.float64
    prepare.transformers[1] = ("c", OneHotEncoder(), [2])
    with pytest.raises(TypeError, match="sparse"):
        torch.tensor(prepare.fit_transform(table))
    frame = pd.DataFrame(entry["table"], columns=["area", "rooms", "district"])
    named = clone(entry["prepare"])
    named.transformers = [
        (name, step, [["area", "rooms"], ["district"]][i])
        for i, (name, step, _) in enumerate(named.transformers)
    ]
    np.testing.assert_allclose(named.fit_transform(frame), entry["x"], rtol=1e-5)


@says(
    "tabular/tables/sklearn_estimator",
    "With these methods a net goes into `cross_val_score`, `GridSearchCV` and pipelines.",
    "`__init__` does nothing but store its arguments, under their names: `clone` makes a fresh "
    "estimator from them.",
    "The seed that `fit` sets is that of the whole program.",
)
def test_a_net_is_an_estimator():
    entry = tables("sklearn_estimator")
    net = entry["NetClassifier"](steps=20, width=7)
    names = np.array(["setosa", "versicolor", "virginica"])[entry["y"]]
    search = GridSearchCV(net, {"width": [4, 16]}, cv=2).fit(entry["x"], names)
    assert set(search.predict(entry["x"])) <= set(names)
    fresh = clone(search.best_estimator_)
    assert fresh.get_params() == search.best_estimator_.get_params()
    assert not hasattr(fresh, "net_")
    assert vars(net) == net.get_params()
    np.testing.assert_allclose(entry["probs"].sum(axis=1), 1, rtol=1e-5)
    after = []
    for seed in (1, 2):
        torch.manual_seed(seed)
        net.fit(entry["x"], entry["y"])
        after.append(torch.rand(1).item())
    assert after[0] == after[1]


class Given(RegressorMixin, BaseEstimator):
    """A model of torch, as scikit-learn's function wants it."""

    def __init__(self, model):
        self.model = model

    def fit(self, x, y):
        self.fitted_ = True
        return self

    def predict(self, x):
        return self.model(torch.from_numpy(x)).numpy()


@says(
    "tabular/tables/permutation_importance",
    "Of two columns that say the same, each looks less important than it is.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_permutation_importance(seed):
    entry = tables("permutation_importance")
    x, model = drawn(seed, 2000, 3), entry["model"]
    ours = entry["importances"](model, x, model(x), repeats=10)
    theirs = permutation_importance(
        Given(model).fit(None, None), x.numpy(), model(x).numpy(), n_repeats=10, random_state=0,
        scoring="neg_mean_squared_error",
    )  # fmt: skip
    np.testing.assert_allclose(ours, theirs.importances_mean, rtol=0.1, atol=1e-3)

    def alone(x):
        return x[:, 0]

    def shared(x):
        return (x[:, 0] + x[:, 1]) / 2

    x[:, 1] = x[:, 0]
    of_one = entry["importances"](alone, x, x[:, 0])[0]
    of_two = entry["importances"](shared, x, x[:, 0])
    assert (of_two[:2] < 0.5 * of_one).all()


@says(
    "tabular/tables/table_run",
    "The best weights of the validation part are kept; see early stopping for the end of a longer "
    "run.",
)
def test_the_run_keeps_the_best_weights():
    entry = tables("table_run", "Use")
    torch.manual_seed(0)
    columns = entry["draw"](150)
    train, val = zip(*[c.split([50, 100]) for c in columns], strict=True)
    seen = []

    class Spied(entry["TableNet"]):
        def forward(self, numbers, district):
            predicted = super().forward(numbers, district)
            if not self.training:
                seen.append(F.mse_loss(predicted, val[2]).item())
            return predicted

    model = entry["fit"](Spied(), train, val, epochs=8).eval()
    with torch.no_grad():
        assert F.mse_loss(model(*val[:2]), val[2]).item() == pytest.approx(min(seen), rel=1e-4)


# Series


@says(
    "tabular/series/series_windows",
    "`unfold` makes all windows at once, as views: no copy, no loop.",
    "Several series or features stand in a last dimension, which `unfold` moves: bring it back "
    "with `movedim`.",
)
@pytest.mark.parametrize("T", [1, 3, 8])
def test_windows_of_a_series(T):
    values = drawn(T, 12)
    windows = series("series_windows", series=values, T=T)["windows"]
    expected = np.lib.stride_tricks.sliding_window_view(values.numpy(), T + 1)
    np.testing.assert_array_equal(windows, expected)
    assert windows.untyped_storage().data_ptr() == values.untyped_storage().data_ptr()
    several = drawn(T, 12, 2)
    moved = several.unfold(0, T + 1, 1)
    assert moved.shape == (12 - T, 2, T + 1)
    assert torch.equal(moved.movedim(1, 2)[3], several[3 : 4 + T])


@says(
    "tabular/series/split_in_time",
    "First cut the series, then make the windows of each part: a random split of windows puts "
    "neighbours that share all values but one into both parts.",
    "The test part starts T values early, so that its first target has an input; these are inputs "
    "only.",
)
@pytest.mark.parametrize("T", [1, 3, 6])
def test_a_split_in_time(T):
    entry = series("split_in_time", T=T)
    values, cut = entry["series"], entry["cut"]
    assert torch.equal(entry["test"][:, -1], values[cut:])
    assert torch.equal(entry["train"][:, -1], values[T:cut])
    windows = values.unfold(0, T + 1, 1)
    torch.manual_seed(T)
    order = torch.randperm(len(windows))
    train, test = order[:10].tolist(), order[10:].tolist()
    shared = [abs(a - b) for a in train for b in test]
    assert 1 in shared  # they share T of T + 1 values


@says("tabular/series/scale_series", "Mean and deviation of the whole series know the future.")
@pytest.mark.parametrize("future", [5.0, -50.0])
def test_a_scale_of_the_past_does_not_know_the_future(future):
    entry = series("scale_series")
    cut, changed = entry["cut"], entry["series"].clone()
    changed[cut:] += future
    again = series("scale_series", series=changed)
    assert torch.equal(again["scaled"][:cut], entry["scaled"][:cut])
    whole = [(x - x.mean()) / x.std() for x in (entry["series"], changed)]
    assert not torch.allclose(whole[0][:cut], whole[1][:cut], atol=0.05)


@says(
    "tabular/series/time_features",
    "As a point on a circle each hour is as far from the next as any other.",
    "One column is not enough: the sines of 2 and of 10 o'clock are equal.",
)
@pytest.mark.parametrize("period", [7, 12, 24])
def test_time_features(period):
    on_circle = series("time_features")["on_circle"]
    features = on_circle(torch.arange(period), period)
    angle = 2 * np.pi * np.arange(period) / period
    np.testing.assert_allclose(features, np.stack([np.sin(angle), np.cos(angle)], 1), atol=1e-6)
    steps = (features - features.roll(1, 0)).norm(dim=1)
    torch.testing.assert_close(steps, steps[:1].expand(period))
    two, ten = on_circle(torch.tensor([2, 10]), 24)
    assert two[0].item() == pytest.approx(ten[0].item(), abs=1e-6)
    assert two[1] != ten[1]


@says(
    "tabular/series/naive_forecasts",
    "The scaled error (MASE) divides by the naive error of the training part, so that it can be "
    "compared between series.",
)
@pytest.mark.parametrize("season", [1, 24])
@pytest.mark.parametrize("factor", [1.0, 1000.0])
def test_naive_forecasts(season, factor):
    entry = series("naive_forecasts")
    train, test = (entry[part].double().numpy() * factor for part in ("train", "test"))
    guess = np.zeros_like(test)
    expected = np.abs(test - guess).mean() / np.abs(train[season:] - train[:-season]).mean()
    found = entry["mase"](torch.zeros(len(test)), season)
    assert found.item() == pytest.approx(expected, rel=1e-4)


def net_of(kernel, dilations, layer):
    return nn.Sequential(*[layer(1, 1, kernel, dilation=d) for d in dilations])


@says(
    "tabular/series/causal_convolution",
    "Pad on the left only, by `dilation * (kernel_size - 1)`: the output has the length of the "
    "input.",
    "Each layer doubles the dilation, so that few layers look far back: with kernels of 2 and "
    "dilations 1, 2, 4 and 8 it is 16 steps.",
)
@pytest.mark.parametrize("kernel", [1, 2, 3])
@pytest.mark.parametrize("dilations", [(1,), (1, 2, 4, 8), (1, 3, 9)])
def test_causal_convolution(kernel, dilations):
    torch.manual_seed(0)
    model = net_of(kernel, dilations, series("causal_convolution")["CausalConv1d"])
    for layer in model:
        nn.init.constant_(layer.weight, 1.0)
    x = torch.randn(1, 1, 60, requires_grad=True)
    output = model(x)
    assert output.shape == x.shape
    output[0, 0, 50].backward()
    seen = x.grad[0, 0].nonzero().squeeze(1)
    field = 1 + (kernel - 1) * sum(dilations)
    assert (seen.min().item(), seen.max().item()) == (51 - field, 50)
    if (kernel, dilations) == (2, (1, 2, 4, 8)):
        assert field == 16


@says(
    "tabular/series/conv_forecast",
    "With kernels of 2 and dilations from 1 to 32 it looks back 64 steps.",
)
def test_the_forecast_looks_back_64_steps():
    torch.manual_seed(0)
    model = series("conv_forecast", "Training")["Forecaster"]()
    for name, parameter in model.named_parameters():
        nn.init.constant_(parameter, 0.1 if "weight" in name else 0.0)
    x = torch.ones(1, 90, requires_grad=True)
    model(x)[0, 80].backward()
    seen = x.grad[0].nonzero().squeeze(1)
    assert (seen.min().item(), seen.max().item()) == (80 - 63, 80)


def test_forecasts_of_several_steps_of_a_wave_are_exact():
    """Without noise a wave goes on as its last two values say: both ways find it."""
    t = torch.arange(400, dtype=torch.float64)
    wave = torch.sin(2 * torch.pi * t / 24)
    entry = series("several_steps", series=wave, T=2)
    for way in ("recursive", "direct"):
        torch.testing.assert_close(entry[way], wave[-12:], atol=1e-6, rtol=0)


@says("tabular/series/quantile_forecast", "`sort` mends quantiles that cross.")
@given(st.integers(0, 10_000))
def test_sorted_quantiles_are_no_worse(seed):
    q = torch.tensor([0.05, 0.5, 0.95])
    band, truth = drawn(seed, 20, 3), drawn(seed + 1, 20).unsqueeze(1)

    def pinball(band):
        return torch.maximum(q * (truth - band), (q - 1) * (truth - band)).mean()

    mended = band.sort(dim=1).values
    assert (mended.diff(dim=1) >= 0).all()
    assert pinball(mended) <= pinball(band) + 1e-6


@says(
    "tabular/series/anomaly_score",
    "The threshold is a quantile of the training errors, so about one in a thousand usual values "
    "is above it.",
    "An error in the inputs raises the scores after it, too: look at the first of a run.",
)
@pytest.mark.parametrize("place", [1700, 1850])
def test_anomaly_score(place):
    entry = series("anomaly_score")
    of_train = entry["scores"](entry["series"][: entry["cut"]])
    assert 0 < (of_train > entry["threshold"]).float().mean() < 0.003
    usual = entry["series"][entry["cut"] - entry["T"] :]
    changed = usual.clone()
    place -= entry["cut"]
    changed[place + entry["T"]] += 3
    more = entry["scores"](changed) - entry["scores"](usual)
    assert more[place] > 2
    assert not more[:place].any()
    assert (more[place + 1 : place + 1 + entry["T"]] > 0).float().mean() > 0.5
    assert more[place + 1 + entry["T"] :].abs().max() < 1e-5
