"""The set documented is the library's own set; what is left out is named, with its reason."""

import ast
import inspect

import torch
from support import ENTRIES
from torchvision.transforms import v2

from cheatsheet.names.spelled import static_names

EXCEPTIONS = {
    "LinearCrossEntropyOptions": "the options object of LinearCrossEntropyLoss, not a loss",
}


def used_in(topic: str = "") -> set[str]:
    """The last parts of the names that the code of a topic, or of all, spells."""
    return {
        name.split(".")[-1]
        for entry in ENTRIES
        if entry.name.startswith(f"{topic}/" if topic else "")
        for name in static_names(entry)
    }


def mentioned_in(topic: str = "") -> str:
    """The text of all entries of a topic, or of all."""
    prefix = f"{topic}/" if topic else ""
    return " ".join(entry.source for entry in ENTRIES if entry.name.startswith(prefix))


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
    memory_allocated empty_cache Event synchronize nvidia-smi CUDA_VISIBLE_DEVICES"""
    text = mentioned_in("devices")
    assert [name for name in names.split() if name not in text] == []


def test_every_optimizer_of_torch_is_used():
    optimizers = {n for n in torch.optim.__all__ if inspect.isclass(getattr(torch.optim, n))}
    assert len(optimizers) >= 16
    assert optimizers - used_in("optimizers") == set()


def test_every_scheduler_of_torch_is_used():
    assert set(torch.optim.lr_scheduler.__all__) - used_in("schedulers") == set()


def test_every_activation_of_torch_is_used():
    activations = set(torch.nn.modules.activation.__all__) - {"MultiheadAttention"}  # a layer
    assert activations - used_in("activations") == set()


def test_every_container_of_torch_is_used():
    containers = set(torch.nn.modules.container.__all__)
    assert containers - used_in("layers") - MODULE_EXCEPTIONS.keys() == set()


MODULE_EXCEPTIONS = {
    "Container": "deprecated: making one warns and points to Module",
    "RNNBase": "base class of RNN, LSTM and GRU; not for use by itself",
    "RNNCellBase": "base class of the three cells; not for use by itself",
    "NLLLoss2d": "deprecated name of NLLLoss; its warning is claimed",
}


def test_every_module_of_torch_nn_is_used():
    modules = set(torch.nn.modules.__all__)
    left_out = modules - used_in()
    assert left_out - MODULE_EXCEPTIONS.keys() == set()
    assert MODULE_EXCEPTIONS.keys() & modules - left_out == {"NLLLoss2d"} & used_in()
    share = 1 - len(left_out) / len(modules)
    print(f"torch.nn: {len(modules) - len(left_out)} of {len(modules)} names ({share:.0%})")


THE_22 = """RandomCrop CenterCrop RandomResizedCrop FiveCrop TenCrop RandomHorizontalFlip
RandomVerticalFlip RandomRotation Resize Normalize ToTensor Pad ColorJitter Grayscale
LinearTransformation RandomAffine RandomGrayscale ToPILImage Lambda RandomChoice RandomApply
RandomOrder""".split()

BESIDE_THE_22 = """Compose RandomPerspective GaussianBlur ElasticTransform RandomErasing
RandomPhotometricDistort AutoAugment RandAugment TrivialAugmentWide AugMix MixUp CutMix
BoundingBoxes Mask ToImage ToDtype""".split()

TRANSFORM_EXCEPTIONS = {
    "Identity": "does nothing; models use nn.Identity",
    "SetClampingMode": "how boxes are clamped inside other transforms; of use to few",
}


def test_the_22_transforms_stand_in_order_on_the_overview():
    overview = next(iter({e.path.parents[1] for e in ENTRIES if e.name.startswith("transforms/")}))
    rows = [r for r in (overview / "__init__.py").read_text().splitlines() if r.startswith("| ")]
    numbered = [r.split("`")[1] for r in rows if r.split("|")[1].strip().isdigit()]
    assert numbered == THE_22
    by_number = {}
    for entry in ENTRIES:
        if entry.name.startswith("transforms/") and entry.text.startswith("Transform "):
            by_number[int(entry.text.split()[1].rstrip(".,"))] = entry
    assert sorted(by_number) == list(range(1, 23))
    for number, name in enumerate(THE_22, start=1):
        assert name in by_number[number].source


def test_every_transform_of_the_list_is_used():
    wanted = {*THE_22, *BESIDE_THE_22} - {"ToTensor"}
    assert wanted - used_in("transforms") == set()
    assert "ToTensor" in mentioned_in("transforms")  # its warning is claimed


def test_the_share_of_torchvision_transforms():
    names = {
        n
        for n in dir(v2)
        if inspect.isclass(getattr(v2, n)) and issubclass(getattr(v2, n), v2.Transform)
    }
    left_out = names - used_in("transforms") - {"ToTensor"}
    print(
        f"transforms.v2: {len(names) - len(left_out)} of {len(names)}; left out {sorted(left_out)}"
    )
    assert left_out - TRANSFORM_EXCEPTIONS.keys() == set()


LISTS = {
    "autograd": """
        requires_grad backward grad zero_grad no_grad inference_mode detach .data gradient=
        autograd.grad retain_graph register_hook autograd.Function gradcheck vmap jacrev
        checkpoint
    """,
    "models": """
        Sequential OrderedDict nn.Module named_parameters children named_modules
        print(model) train() eval() register_forward_hook LeNet
        ResidualBlock list_models get_model _Weights create_feature_extractor
    """,
    "data": """
        Dataset ConcatDataset TensorDataset IterableDataset ImageFolder MNIST CIFAR10
        FakeData random_split SubsetRandomSampler WeightedRandomSampler DataLoader
        batch_size shuffle num_workers pin_memory drop_last collate_fn generator
        worker_init_fn make_grid
    """,
    "optimizers": """
        param_groups zero_grad state_dict load_state_dict add_param_group closure nesterov
        amsgrad weight_decay clip_grad_norm_ clip_grad_value_ foreach fused
    """,
    "schedulers": "SequentialLR LinearLR CosineAnnealingLR load_state_dict get_last_lr",
    "layers": """
        Linear Bilinear Flatten Unflatten Identity Dropout AlphaDropout Embedding
        EmbeddingBag pack_padded_sequence scaled_dot_product_attention ParameterList
        CosineSimilarity
    """,
    "training": """
        DataLoader val best tqdm patience autocast GradScaler clip_grad_norm_ accumul
        manual_seed use_deterministic_algorithms resume
    """,
    "projects": "DataLoader val best tqdm clip_grad_norm_ autocast resume SummaryWriter SIGTERM",
    "evaluation": """
        accuracy Per-class precision recall F1 confusion sklearn torchmetrics roc_auc topk
    """,
    "predict": "Resize Normalize unsqueeze(0) eval() no_grad softmax topk classes",
    "checkpoints": """
        state_dict weights_only map_location scheduler epoch class_to_idx name os.replace module.
        strict=False get_rng_state
    """,
    "finetune": """
        requires_grad fc add_param_group param_groups weights=None
    """,
    "devices": """
        memory_allocated empty_cache nvidia-smi non_blocking device_count cuda()
    """,
    "ship": "torch.export torch.compile onnx onnxruntime jit.trace jit.script quantize_dynamic",
    "scale": """
        DataParallel DistributedDataParallel torchrun fully_shard distributed.checkpoint
        DistributedSampler nccl
    """,
    "watching": """
        add_scalar add_scalars add_histogram add_image make_grid add_graph add_embedding add_text
        add_video add_figure add_image_with_boxes add_pr_curve add_pr_curve_raw
        export_scalars_to_json add_hparams add_mesh add_custom_scalars register_forward_hook
        Grad-CAM
    """,
    "lightning_recipe": "LitMNIST LightningModule Trainer",
    "": "torch.compile channels_last autocast register_buffer map_location",  # of any topic
}  # fmt: skip


def test_the_names_of_the_lists_are_in_their_topics():
    missing = {
        topic: [name for name in names.split() if name not in mentioned_in(topic)]
        for topic, names in LISTS.items()
    }
    assert not any(missing.values()), missing
