"""The set documented is the library's own set; what is left out is named, with its reason."""

import ast

import torch
from support import ENTRIES

from cheatsheet.links import static_names

EXCEPTIONS = {
    "LinearCrossEntropyOptions": "the options object of LinearCrossEntropyLoss, not a loss",
}


def used_in(topic: str) -> set[str]:
    return {
        name.split(".")[-1]
        for entry in ENTRIES
        if entry.name.startswith(f"{topic}/")
        for name in static_names(entry)
    }


def mentioned_in(topic: str) -> str:
    return " ".join(entry.source for entry in ENTRIES if entry.name.startswith(f"{topic}/"))


def test_every_loss_of_torch_is_used():
    losses = set(torch.nn.modules.loss.__all__)
    assert losses - used_in("losses") - EXCEPTIONS.keys() - {"NLLLoss2d"} == set()
    assert "NLLLoss2d" in mentioned_in("losses")  # deprecated: its warning is claimed
    assert "AdaptiveLogSoftmaxWithLoss" in used_in("losses")


def test_every_public_initialisation_of_torch_is_used():
    methods = {n for n in dir(torch.nn.init) if n.endswith("_") and not n.startswith("_")}
    assert methods - used_in("init") == set()
    assert "calculate_gain" in used_in("init")


#: The names of the tensors section, by how an entry may spell them.
TENSORS = {
    "tensor", "from_numpy", "numpy", "zeros", "ones", "full", "empty", "arange", "linspace", "eye",
    "rand", "randn", "randint", "randperm", "zeros_like", "ones_like", "rand_like", "randn_like",
    "new_ones", "new_zeros", "shape", "size", "dtype", "device", "ndim", "numel", "is_contiguous",
    "item", "tolist", "gather", "take_along_dim", "where", "masked_fill", "index_select", "view",
    "reshape", "flatten", "unflatten", "squeeze", "unsqueeze", "permute", "transpose", "T", "mT",
    "contiguous", "expand", "repeat", "repeat_interleave", "movedim", "cat", "stack", "chunk",
    "split", "unbind", "sum", "mean", "std", "max", "min", "argmax", "topk", "sort", "argsort",
    "cumsum", "unique", "bincount", "any", "all", "matmul", "mm", "bmm", "einsum", "clamp",
    "sigmoid", "softmax", "outer", "eig", "eigh", "svd", "inv", "solve", "norm", "hamming_window",
    "to", "float", "long", "bool", "FloatTensor",
}  # fmt: skip


def test_every_name_of_the_tensors_list_is_in_code_that_runs():
    spelled = {
        node.attr
        for entry in ENTRIES
        if entry.name.startswith("tensors/")
        for node in ast.walk(entry.tree)
        if isinstance(node, ast.Attribute)
    }
    assert TENSORS - spelled == set()
    assert {"scatter", "scatter_"} & spelled


def test_the_devices_list_is_covered():
    names = """is_available current_accelerator device to cuda pin_memory non_blocking device_count
    memory_allocated empty_cache Event synchronize map_location nvidia-smi CUDA_VISIBLE_DEVICES"""
    text = mentioned_in("devices")
    assert [name for name in names.split() if name not in text] == []
