"""Names that have another spelling, with the same meaning, and names that are reported alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet.upgrade.edits import attribute, spelled
from cheatsheet.upgrade.program import Program
from cheatsheet.upgrade.rule import ATTRIBUTES, CALLS, NAMES, Fix, Found, on
from cheatsheet.upgrade.rules.table import RULES

_INIT = """uniform normal constant eye dirac xavier_uniform xavier_normal kaiming_uniform
    kaiming_normal orthogonal sparse""".split()
_FUNC = "vmap grad grad_and_value vjp jvp jacrev jacfwd hessian functionalize".split()
_SIZED = """Conv ConvTranspose MaxPool AvgPool AdaptiveAvgPool AdaptiveMaxPool BatchNorm Dropout
    InstanceNorm ConstantPad ReflectionPad ReplicationPad MaxUnpool""".split()


def _sized(wrong: str) -> dict[str, str]:
    """Return the misspelled names of layers that have one to three dimensions in their name."""
    names = {}
    for name in _SIZED:
        for n in "123":
            right = f"torch.nn.{name}{n}d"
            names[wrong.format(name=name, lower=name.capitalize(), n=n)] = right
    return {old: new for old, new in names.items() if old != new}


#: Old qualified names and new ones, by rule.
RENAMED: dict[str, dict[str, str]] = {
    "ger": {"torch.ger": "torch.outer"},
    "upsample": {"torch.nn.functional.upsample": "torch.nn.functional.interpolate"},
    "nll-loss-2d": {"torch.nn.NLLLoss2d": "torch.nn.NLLLoss"},
    "functional-sigmoid": {
        f"torch.nn.functional.{name}": f"torch.{name}" for name in ("sigmoid", "tanh")
    },
    "init-underscore": {f"torch.nn.init.{name}": f"torch.nn.init.{name}_" for name in _INIT},
    "clip-grad-norm": {"torch.nn.utils.clip_grad_norm": "torch.nn.utils.clip_grad_norm_"},
    "functional-call": {"torch.nn.utils.stateless.functional_call": "torch.func.functional_call"},
    "data-parallel-cpu": {
        "torch.nn.parallel.DistributedDataParallelCPU": "torch.nn.parallel.DistributedDataParallel"
    },
    "memory-cached": {
        "torch.cuda.memory_cached": "torch.cuda.memory_reserved",
        "torch.cuda.max_memory_cached": "torch.cuda.max_memory_reserved",
    },
    "reset-max-memory": {
        "torch.cuda.reset_max_memory_allocated": "torch.cuda.reset_peak_memory_stats",
        "torch.cuda.reset_max_memory_cached": "torch.cuda.reset_peak_memory_stats",
    },
    "deterministic": {
        "torch.set_deterministic": "torch.use_deterministic_algorithms",
        "torch.is_deterministic": "torch.are_deterministic_algorithms_enabled",
    },
    "is-compiling": {
        "torch._utils.is_compiling": "torch.compiler.is_compiling",
        "torch._dynamo.is_compiling": "torch.compiler.is_compiling",
        "torch._dynamo.external_utils.is_compiling": "torch.compiler.is_compiling",
    },
    "private-vmap": {"torch._vmap_internals.vmap": "torch.vmap"},
    "impl-abstract": {"torch.library.impl_abstract": "torch.library.register_fake"},
    "assert-allclose": {"torch.testing.assert_allclose": "torch.testing.assert_close"},
    "reduce-op": {
        f"torch.distributed.reduce_op.{op}": f"torch.distributed.ReduceOp.{op}"
        for op in ("SUM", "PRODUCT", "MIN", "MAX")
    },
    "transforms-scale": {
        "torchvision.transforms.Scale": "torchvision.transforms.Resize",
        "torchvision.transforms.RandomSizedCrop": "torchvision.transforms.RandomResizedCrop",
    },
    "load-url": {
        "torchvision.models.utils.load_state_dict_from_url": "torch.hub.load_state_dict_from_url",
        "torch.utils.model_zoo.load_url": "torch.hub.load_state_dict_from_url",
    },
    "functional-tensor": {
        f"torchvision.transforms.functional_tensor.{name}": (
            f"torchvision.transforms.functional.{name}"
        )
        for name in (
            """rgb_to_grayscale adjust_brightness adjust_contrast adjust_saturation adjust_hue
            adjust_gamma crop hflip vflip normalize pad resize convert_image_dtype""".split()
        )
    },
    "functorch": {f"functorch.{name}": f"torch.func.{name}" for name in _FUNC},
    "tensorboardx": {"tensorboardX.SummaryWriter": "torch.utils.tensorboard.SummaryWriter"},
    "numpy-names": {
        "numpy.Inf": "numpy.inf",
        "numpy.Infinity": "numpy.inf",
        "numpy.infty": "numpy.inf",
        "numpy.PINF": "numpy.inf",
        "numpy.NaN": "numpy.nan",
        "numpy.NAN": "numpy.nan",
        "numpy.float_": "numpy.float64",
        "numpy.complex_": "numpy.complex128",
        "numpy.product": "numpy.prod",
        "numpy.cumproduct": "numpy.cumprod",
        "numpy.float": "builtins.float",
        "numpy.int": "builtins.int",
        "numpy.object": "builtins.object",
        "numpy.complex": "builtins.complex",
        "numpy.str": "builtins.str",
    },
    "get-cmap": {
        "matplotlib.cm.get_cmap": "matplotlib.pyplot.get_cmap",
        "matplotlib.pyplot.cm.get_cmap": "matplotlib.pyplot.get_cmap",
    },
    "typos": {
        **_sized("torch.nn.{name}{n}D"),
        **_sized("torch.nn.{lower}{n}d"),
        **_sized("torch.nn.{lower}{n}D"),
        "torch.nn.ReLu": "torch.nn.ReLU",
        "torch.nn.Relu": "torch.nn.ReLU",
        "torch.nn.RELU": "torch.nn.ReLU",
        "torch.nn.SoftMax": "torch.nn.Softmax",
        "torch.nn.LeakyRelu": "torch.nn.LeakyReLU",
        "torch.nn.CrossentropyLoss": "torch.nn.CrossEntropyLoss",
        "torch.nn.DropOut": "torch.nn.Dropout",
        "torch.optim.RMSProp": "torch.optim.RMSprop",
        "torch.optim.ADAM": "torch.optim.Adam",
        "torch.optim.Sgd": "torch.optim.SGD",
        "torch.utils.data.Dataloader": "torch.utils.data.DataLoader",
        "torch.utils.data.DataSet": "torch.utils.data.Dataset",
        "torch.utils.data2.Dataset": "torch.utils.data.Dataset",
        "torch.utils.data2.DataLoader": "torch.utils.data.DataLoader",
        "torchvision.transforms.ToTenser": "torchvision.transforms.ToTensor",
    },
}

#: Expressions that become a call.
FLAGS = {
    "torch.has_cuda": "torch.backends.cuda.is_built",
    "torch.has_mps": "torch.backends.mps.is_built",
    "torch.has_cudnn": "torch.backends.cudnn.is_available",
    "torch.has_mkldnn": "torch.backends.mkldnn.is_available",
}

_QUANTIZATION = """prepare quantize quantize_dynamic prepare_qat quantize_qat convert prepare_fx
    prepare_qat_fx convert_fx get_default_qconfig_dict get_default_qat_qconfig_dict
    QConfigDynamic""".split()
_JIT = """script trace trace_module script_method trace_method save freeze fork wait
    optimize_for_inference set_fusion_strategy""".split()

#: Names that are reported, with what to write.
REPORTED: dict[str, dict[str, str]] = {
    "eig": {"torch.eig": "torch.linalg.eig"},
    "svd": {"torch.svd": "U, S, Vh = torch.linalg.svd(A, full_matrices=False); V is Vh.mH"},
    "lapack-names": {
        "torch.gels": "torch.linalg.lstsq(A, B)",
        "torch.gesv": "torch.linalg.solve(A, B)",
        "torch.potrf": "torch.linalg.cholesky(A, upper=True)",
        "torch.potri": "torch.cholesky_inverse(A, upper=True)",
        "torch.potrs": "torch.cholesky_solve(B, A, upper=True)",
        "torch.pstrf": "torch.linalg.cholesky",
        "torch.trtrs": "torch.linalg.solve_triangular(A, B, upper=True)",
        "torch.btrifact": "torch.linalg.lu_factor",
        "torch.btrifact_with_info": "torch.linalg.lu_factor_ex",
        "torch.btrisolve": "torch.linalg.lu_solve",
        "torch.btriunpack": "torch.lu_unpack",
    },
    "fft": {
        "torch.rfft": "torch.fft.rfftn",
        "torch.irfft": "torch.fft.irfftn",
        "torch.ifft": "torch.fft.ifftn",
    },
    "container": {"torch.nn.Container": "torch.nn.Module"},
    "apply-permutation": {
        "torch.nn.modules.rnn.apply_permutation": "tensor.index_select(dim, permutation)",
        "torch.ao.nn.quantized.dynamic.modules.rnn.apply_permutation": (
            "tensor.index_select(dim, permutation)"
        ),
    },
    "sdp-kernel": {"torch.backends.cuda.sdp_kernel": "torch.nn.attention.sdpa_kernel(backends)"},
    "jit": {
        **{f"torch.jit.{name}": "torch.export.export, torch.compile" for name in _JIT},
        "torch.jit.save": "torch.export.save",
    },
    "gradcheck-jacobians": {
        f"torch.autograd.gradcheck.get_{kind}_jacobian": "torch.autograd.gradcheck.gradcheck"
        for kind in ("numerical", "analytical")
    },
    "quantization": {
        f"torch.{part}.{name}": "torchao.quantization"
        for part in ("quantization", "ao.quantization", "ao.quantization.quantize_fx")
        for name in _QUANTIZATION
    },
    "profiler-legacy": {
        "torch.autograd.profiler_legacy.profile": "torch.profiler.profile",
        "torch.autograd.profiler.load_nvprof": "torch.profiler",
        "torch.autograd.profiler.parse_nvprof_trace": "torch.profiler",
        "torch.autograd.profiler.EnforceUnique": "torch.profiler",
    },
    "onnx-private": {
        f"torch.onnx.{name}": "torch.onnx.export(model, args, path)"
        for name in (
            "_export utils._export select_model_mode_for_export disable_apex_o2_state_dict_hook"
            " setup_onnx_logging exporter_context unconvertible_ops"
            " utils.select_model_mode_for_export utils.disable_apex_o2_state_dict_hook"
            " utils.setup_onnx_logging utils.exporter_context utils.unconvertible_ops"
        ).split()
    },
    "pytree-private": {
        **{
            f"torch.utils.{module}._register_pytree_node": (
                f"torch.utils.{module}.register_pytree_node"
            )
            for module in ("_pytree", "_cxx_pytree")
        },
        "torch.utils._pytree._is_namedtuple_instance": (
            "torch.utils._pytree.is_namedtuple_instance"
        ),
        "torch.utils._pytree._is_leaf": "torch.utils._pytree.tree_is_leaf",
        "torch.utils._pytree.pytree_to_str": "torch.utils._pytree.treespec_dumps",
        "torch.utils._pytree.str_to_pytree": "torch.utils._pytree.treespec_loads",
    },
    "collective-names": {
        "torch.distributed._all_gather_base": "torch.distributed.all_gather_into_tensor",
        "torch.distributed._reduce_scatter_base": "torch.distributed.reduce_scatter_tensor",
        "torch.distributed.all_reduce_coalesced": "torch.distributed.all_reduce",
        "torch.distributed.all_gather_coalesced": "torch.distributed.all_gather",
    },
    "checkpoint-names": {
        f"torch.distributed.checkpoint.{verb}_state_dict": f"torch.distributed.checkpoint.{verb}"
        for verb in ("save", "load")
    },
    "video-io": {
        f"torchvision.io.{name}": "torchcodec.decoders.VideoDecoder"
        for name in ("read_video", "read_video_timestamps", "VideoReader", "write_video")
    },
    "functorch-models": {
        "functorch.make_functional": "torch.func.functional_call",
        "functorch.make_functional_with_buffers": "torch.func.functional_call",
        "functorch.combine_state_for_ensemble": "torch.func.stack_module_state",
    },
    "torch-six": {
        "torch._six.string_classes": "(str, bytes)",
        "torch._six.int_classes": "int",
        "torch._six.container_abcs": "collections.abc",
        "torch._six.inf": "math.inf",
        "torch._six.nan": "math.nan",
        "torch._six.PY3": "True",
    },
    "apex": {
        "apex.amp.initialize": 'torch.amp.GradScaler("cuda"); the model and the optimizer stay',
        "apex.amp.scale_loss": "scaler.scale(loss).backward()",
        "apex.amp.master_params": "scaler.unscale_(optimizer); model.parameters()",
        "apex.parallel.DistributedDataParallel": "torch.nn.parallel.DistributedDataParallel",
        "apex.parallel.SyncBatchNorm": "torch.nn.SyncBatchNorm",
        "apex.parallel.convert_syncbn_model": "torch.nn.SyncBatchNorm.convert_sync_batchnorm",
        "apex.fp16_utils.FP16_Optimizer": 'torch.amp.GradScaler("cuda")',
    },
    "legacy-function": {"torch.autograd.function.traceable": "nothing: leave it out"},
}

#: Modules whose import is reported, by the beginning of their name.
IMPORTED: dict[str, dict[str, str]] = {
    "torchtext": {"torchtext": "a tokenizer library, or a Dataset of your own"},
    "apex": {
        "apex.amp": "torch.amp",
        "apex.parallel": "torch.nn.parallel, torch.nn.SyncBatchNorm",
        "apex.fp16_utils": "torch.amp",
        "apex": "torch.amp, torch.nn.parallel",
    },
    "lightning-metrics": {"pytorch_lightning.metrics": "torchmetrics"},
    "distributed-launch": {"torch.distributed.launch": "torchrun"},
    "torch-six": {"torch._six": "str, collections.abc, math.inf"},
    "typos": {"torch.utils.data2": "torch.utils.data"},
    "functional-tensor": {
        "torchvision.transforms.functional_tensor": "torchvision.transforms.functional",
        "torchvision.transforms.functional_pil": "torchvision.transforms.functional",
    },
    "load-url": {"torchvision.models.utils": "torch.hub"},
    "removed-modules": {
        "torch.utils.ffi": "torch.utils.cpp_extension",
        "torch.legacy": "torch.nn",
        "torch.nn.backends": "torch.nn.functional",
        "torch.utils.serialization.load_lua": "nothing: files of Lua",
        "torch.utils.serialization.read_lua_file": "nothing: files of Lua",
        "torch.utils.trainer": "a loop of your own",
    },
}

#: Names whose import fails on the newest release.
GONE = frozenset(
    "transforms-scale deterministic load-url functional-tensor typos lapack-names fft video-io"
    " torch-six".split()
)


def _renamed(program: Program, node: ast.AST) -> Iterator[Found]:
    name = program.name(node) or ""
    rule, new = _NEW[name]
    if not isinstance(node, ast.expr):
        return
    shown = new.removeprefix("builtins.")
    yield Found(rule, node, shown, rule.safety, Fix(node, spelled(node, new), (node, new)))


def _flag(program: Program, node: ast.AST) -> Iterator[Found]:
    new = FLAGS[program.name(node) or ""]
    if isinstance(node, ast.expr):
        rule = RULES["has-flags"]
        fix = Fix(node, spelled(node, new, "{}()"), (node, new))
        yield Found(rule, node, f"{new}()", rule.safety, fix)


def _reported(program: Program, node: ast.AST) -> Iterator[Found]:
    rule, new = _ONLY[program.name(node) or ""]
    yield Found(rule, node, new, "report")


_NEW = {old: (RULES[rule], new) for rule, names in RENAMED.items() for old, new in names.items()}
_ONLY = {old: (RULES[rule], new) for rule, names in REPORTED.items() for old, new in names.items()}
on(NAMES, *_NEW)(_renamed)
on(NAMES, *FLAGS)(_flag)
on(NAMES, *_ONLY)(_reported)


def _module(program: Program, node: ast.AST) -> Iterator[Found]:
    """Report a module that is reached through the one above it: `pl.metrics`."""
    if isinstance(node, ast.Attribute):
        found = old_module(program.name(node) or "")
        if found is not None:
            yield Found(found.rule, node, found.new, "report")


on(NAMES, "pytorch_lightning.metrics", "torch.utils.ffi", "torch._six", "torch.legacy")(_module)


@on(CALLS, "torch.fft")
def fft_is_a_module(program: Program, node: ast.AST) -> Iterator[Found]:
    """Report `torch.fft(x, 1)`."""
    yield Found(RULES["fft"], node, "torch.fft.fftn", "report")


def gone(name: str) -> Found | None:
    """Return what is to be said of an import of a name that is not there any more."""
    for table in (_NEW, _ONLY):
        if name in table and table[name][0].name in GONE:
            rule, new = table[name]
            return Found(rule, ast.Pass(), new, "report")
    return None


def old_module(name: str) -> Found | None:
    """Return what is to be said of an import of a module, if it is an old one."""
    best: tuple[str, str, str] | None = None
    for rule, modules in IMPORTED.items():
        for module, new in modules.items():
            longer = best is None or len(module) > len(best[0])
            if (name == module or name.startswith(f"{module}.")) and longer:
                best = (module, rule, new)
    return Found(RULES[best[1]], ast.Pass(), best[2], "report") if best else None


@on(ATTRIBUTES, "_save_for_lite_interpreter", "_save_to_buffer_for_lite_interpreter")
def lite_interpreter(program: Program, node: ast.AST) -> Iterator[Found]:
    """Report methods of scripted modules."""
    rule = RULES["lite-interpreter"]
    yield Found(rule, node, rule.new, "report")


@on(ATTRIBUTES, "cuda_time_total", "self_cuda_time_total", "self_cuda_memory_usage")
def profiler_times(program: Program, node: ast.AST) -> Iterator[Found]:
    """Report attributes of profiled events that are named after CUDA."""
    if isinstance(node, ast.Attribute) and program.name(node.value) is None:
        new = node.attr.replace("cuda", "device")
        rule = RULES["profiler-cuda-time"]
        yield Found(rule, node, f".{new}", rule.safety, Fix(node, attribute(new)))
