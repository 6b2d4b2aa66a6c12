"""What the sentences of data/splits say."""

import functools
import inspect
import operator
from collections import Counter

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split
from support import says
from torch.utils.data import (
    BatchSampler,
    DataLoader,
    RandomSampler,
    SequentialSampler,
    Subset,
    SubsetRandomSampler,
    TensorDataset,
    WeightedRandomSampler,
    random_split,
)


@says("data/splits/random_split", "Shares must sum to 1.")
@given(percent=st.integers(1, 99), total=st.integers(60, 140))
def test_shares_sum_to_one(percent, total):
    shares = [percent / 100, (total - percent) / 100]
    if total == 100:
        assert sum(len(part) for part in random_split(range(50), shares)) == 50
    else:
        with pytest.raises(ValueError, match="Sum of input lengths"):
            random_split(range(50), shares)


@says(
    "data/splits/random_split",
    "Without a seed another run splits differently, and validation samples leak into training "
    "when you resume.",
)
@says(
    "data/splits",
    "Set the seed, or the validation images of today are training images tomorrow.",
)
@given(first=st.integers(0, 10**6), second=st.integers(0, 10**6))
def test_splits_of_two_runs(first, second):
    def split(state, generator=None):
        torch.manual_seed(state)  # an unseeded process has another one in each run
        train, val = random_split(range(1000), [0.8, 0.2], generator)
        return set(train.indices), set(val.indices)

    train, _ = split(first)
    _, val = split(second)
    assert bool(train & val) == (first != second)
    seeded = [split(state, torch.Generator().manual_seed(3)) for state in (first, second)]
    assert seeded[0] == seeded[1]


@says(
    "data/splits/split_8_1_1",
    "Shuffle the list of files once, with a seed, and split it at 80 and 90 percent.",
)
def test_8_1_1():
    names = names_of("data/splits/split_8_1_1")
    parts, files = names["parts"], names["files"]
    assert {name: len(part) for name, part in parts.items()} == {"train": 16, "val": 2, "test": 2}
    assert functools.reduce(operator.iadd, parts.values(), []) == files != sorted(files)
    again = names_of("data/splits/split_8_1_1")["files"]
    assert [file.name for file in again] == [file.name for file in files]


@says("data/splits/subset", "Takes a dataset and a sequence of numbers.")
@given(st.lists(st.integers(0, 9)), st.sampled_from([list, tuple, torch.tensor]))
def test_subset(numbers, kind):
    part = Subset([10 * n for n in range(10)], kind(numbers))
    assert [part[n] for n in range(len(part))] == [10 * n for n in numbers]


@says(
    "data/splits/stratified_split",
    "A random split of few samples can leave a class out.",
    "every class in its share.",
)
@given(seed=st.integers(0, 50), rare=st.integers(2, 5))
def test_stratified_split_keeps_the_shares(seed, rare):
    labels = torch.tensor([0] * 4 * rare + [1] * rare * 2)
    train, val = train_test_split(
        range(len(labels)), test_size=0.5, stratify=labels.tolist(), random_state=seed
    )
    assert labels[train].bincount().tolist() == [2 * rare, rare]
    assert labels[val].bincount().tolist() == [2 * rare, rare]
    few = [random_split([0] * 8 + [1] * 2, [0.5, 0.5]) for _ in range(50)]
    assert any(sum(part) == 0 for parts in few for part in parts)


@says(
    "data/splits/stratified_split",
    "`train_test_split` splits the numbers by label; `Subset` makes datasets of them.",
)
def test_stratified_parts_are_datasets():
    names = names_of("data/splits/stratified_split")
    train, val, labels = names["train"], names["val"], names["labels"]
    assert sorted([int(n) for part in (train, val) for n, _ in part]) == list(range(10))
    assert all(label == labels[n] for part in (train, val) for n, label in part)


@says("data/splits/k_fold", "each sample validates once.")
@given(n=st.integers(4, 30), k=st.integers(2, 4), seed=st.integers(0, 99))
def test_each_sample_validates_once(n, k, seed):
    labels = [number % 2 for number in range(2 * n)]
    folds = StratifiedKFold(k, shuffle=True, random_state=seed)
    parts = list(folds.split(labels, labels))
    assert sorted(int(i) for _, val in parts for i in val) == list(range(2 * n))
    assert all(len(train) + len(val) == 2 * n for train, val in parts)
    assert not any(set(train) & set(val) for train, val in parts)


@says(
    "data/splits/k_fold",
    "`KFold` without shuffle can validate sorted labels on a class that was not trained.",
)
def test_k_fold_of_sorted_labels():
    labels = torch.tensor([0] * 4 + [1] * 4 + [2] * 4)

    def unseen(folds):
        return [set(labels[v].tolist()) - set(labels[t].tolist()) for t, v in folds]

    assert unseen(KFold(3).split(labels)) == [{0}, {1}, {2}]
    assert unseen(KFold(6).split(labels)) == [set()] * 6
    assert unseen(StratifiedKFold(3).split(labels, labels)) == [set()] * 3


@says(
    "data/splits/subset_random_sampler",
    "`shuffle` must stay off: the sampler decides the order.",
)
@given(numbers=st.permutations(range(8)))
def test_the_sampler_decides_the_order(numbers):
    assert [int(n) for n in DataLoader(range(8), sampler=numbers)] == numbers
    sampler = SubsetRandomSampler(numbers[:5])
    assert sorted(int(n) for n in DataLoader(range(8), sampler=sampler)) == sorted(numbers[:5])
    with pytest.raises(ValueError, match="mutually exclusive with shuffle"):
        DataLoader(range(8), sampler=sampler, shuffle=True)


@says(
    "data/splits/weighted_random_sampler",
    "A weight for each sample; weights need not sum to 1.",
    "With one over the count of its class, classes come equally often on average.",
    "Drawn with replacement: some samples come twice in an epoch, others do not come.",
)
@given(counts=st.lists(st.integers(1, 200), min_size=2, max_size=4), scale=st.integers(1, 1000))
def test_weighted_draws(counts, scale):
    labels = torch.repeat_interleave(torch.arange(len(counts)), torch.tensor(counts))
    weights = 1 / labels.bincount()[labels]
    n = 20_000

    def draw(weights):
        generator = torch.Generator().manual_seed(0)
        return list(WeightedRandomSampler(weights, n, generator=generator))

    drawn = draw(weights)
    shares = labels[drawn].bincount() / n
    expected = 1 / len(counts)
    assert ((shares - expected).abs() < 5 * (expected * (1 - expected) / n) ** 0.5).all()
    scaled = labels[draw(weights * scale)].bincount() / n
    torch.testing.assert_close(scaled, shares, atol=2e-3, rtol=0)
    assert inspect.signature(WeightedRandomSampler).parameters["replacement"].default is True
    epoch = Counter(WeightedRandomSampler(torch.ones(500), 500))
    assert max(epoch.values()) >= 2
    assert len(epoch) < 500


@says(
    "data/splits/samplers",
    "`shuffle=False` is a `SequentialSampler`, `shuffle=True` a `RandomSampler`.",
    "A sampler of your own yields numbers.",
)
def test_samplers_of_a_loader():
    dataset = TensorDataset(torch.arange(4))
    assert type(DataLoader(dataset, shuffle=False).sampler) is SequentialSampler
    assert type(DataLoader(dataset, shuffle=True).sampler) is RandomSampler
    assert inspect.signature(DataLoader).parameters["shuffle"].default in (None, False)
    backward = names_of("data/splits/samplers")["Backward"](dataset)
    assert list(backward) == [3, 2, 1, 0]


@says("data/splits/batch_sampler", "Yields lists of numbers.")
@given(n=st.integers(0, 12), size=st.integers(1, 5), drop=st.booleans())
def test_batch_sampler(n, size, drop):
    whole = [list(range(i, min(i + size, n))) for i in range(0, n, size)]
    kept = [batch for batch in whole if len(batch) == size or not drop]
    assert list(BatchSampler(range(n), size, drop)) == kept


@says(
    "data/splits/batch_sampler",
    "Here words of similar length go together, so that little is padded.",
    "shuffles the batches",
)
def test_batches_by_length():
    names = names_of("data/splits/batch_sampler")
    words, batches, shuffled = names["words"], names["batches"], names["shuffled"]

    def padding(batches):
        lengths = [[len(words[n]) for n in batch] for batch in batches]
        return sum(max(batch) - length for batch in lengths for length in batch)

    assert padding(batches) < padding(BatchSampler(range(6), 2, False))
    epochs = [list(shuffled) for _ in range(20)]
    assert all(sorted(epoch) == sorted(batches) for epoch in epochs)
    assert len({str(epoch) for epoch in epochs}) > 1
    assert len(DataLoader(words, batch_sampler=shuffled)) == 3


@says(
    "data/splits/batch_sampler",
    "With `batch_sampler`, leave `batch_size`, `shuffle` and `drop_last` out.",
)
@pytest.mark.parametrize("option", [{"batch_size": 2}, {"shuffle": True}, {"drop_last": True}])
def test_a_batch_sampler_stands_alone(option):
    with pytest.raises(ValueError, match="mutually exclusive"):
        DataLoader(range(4), batch_sampler=[[0, 1], [2, 3]], **option)
