r"""Old calls: what tutorials of 2017 to 2022 write, and what to write today.

Each row has been run: what the old call does today, and the call in its place. `as before`
means no warning and an equal result up to rounding, `other result` no warning and
another one. An old name leads `cheatsheet find` to its entry.

On torch 2.13 `torch.qr`, `torch.cholesky` and the profiler's `use_cuda=` still worked
with a warning; 2.14 took them away.

The entries: [Tensors](tensors.md), [Layers and functions](modules.md), [Training](training.md),
[torchvision](vision.md), [Other packages](ecosystem.md).

By release, where the message of torch or its documentation names one:

| Since | Old | Today | Write |
|---|---|---|---|
| 1.1 | `scheduler.step(); optimizer.step()` | UserWarning | [`optimizer.step(); scheduler.step()`](../schedulers/combine.md#order_of_calls) |
| 1.3 | `F.grid_sample(image, grid)` | UserWarning | [`F.grid_sample(image, grid, align_corners=False)`](modules.md#grid_sample_corners) |
| 1.3 | `F.affine_grid(theta, image.shape)` | UserWarning | [`F.affine_grid(theta, image.shape, align_corners=False)`](modules.md#grid_sample_corners) |
| 1.9 | `torch.cholesky(A)` | RuntimeError | [`torch.linalg.cholesky(A)`](tensors.md#qr_and_cholesky) |
| 1.9 | `torch.eig(A)` | RuntimeError | [`torch.linalg.eig(A)`](tensors.md#symeig_and_eig) |
| 1.9 | `torch.lstsq(b, A)` | RuntimeError | [`torch.linalg.lstsq(A, b)`](tensors.md#solve_and_lstsq) |
| 1.9 | `torch.matrix_rank(A)` | RuntimeError | [`torch.linalg.matrix_rank(A)`](tensors.md#lu_and_triangular) |
| 1.9 | `torch.qr(A)` | RuntimeError | [`torch.linalg.qr(A)`](tensors.md#qr_and_cholesky) |
| 1.9 | `torch.solve(b, A)` | RuntimeError | [`torch.linalg.solve(A, b)`](tensors.md#solve_and_lstsq) |
| 1.9 | `torch.symeig(A)` | RuntimeError | [`torch.linalg.eigh(A)`](tensors.md#symeig_and_eig) |
| 1.12 | `torch.testing.assert_allclose(x, x)` | FutureWarning | [`torch.testing.assert_close(x, x)`](tensors.md#renamed) |
| 2.0 | `functorch.vmap(torch.sin)(x)` | FutureWarning | [`torch.vmap(torch.sin)(x)`](ecosystem.md#functorch) |
| 2.0 | `functorch.grad(torch.sum)(x)` | FutureWarning | [`torch.func.grad(torch.sum)(x)`](ecosystem.md#functorch) |
| 2.0 | `functorch.vjp(torch.sin, x)[0]` | FutureWarning | [`torch.func.vjp(torch.sin, x)[0]`](ecosystem.md#functorch) |
| 2.0 | `functorch.jvp(torch.sin, (x,), (x,))[1]` | FutureWarning | [`torch.func.jvp(torch.sin, (x,), (x,))[1]`](ecosystem.md#functorch) |
| 2.0 | `functorch.jacrev(torch.sin)(x)` | FutureWarning | [`torch.func.jacrev(torch.sin)(x)`](ecosystem.md#functorch) |
| 2.0 | `functorch.jacfwd(torch.sin)(x)` | FutureWarning | [`torch.func.jacfwd(torch.sin)(x)`](ecosystem.md#functorch) |
| 2.0 | `functorch.hessian(torch.sum)(x)` | FutureWarning | [`torch.func.hessian(torch.sum)(x)`](ecosystem.md#functorch) |
| 2.0 | `functorch.functionalize(torch.sin)(x)` | FutureWarning | [`torch.func.functionalize(torch.sin)(x)`](ecosystem.md#functorch) |
| 2.0 | `functorch.make_functional(layer)` | FutureWarning | [`torch.func.functional_call(layer, dict(layer.named_parameters()), (b.T,))`](ecosystem.md#functorch) |
| 2.0 | `functorch.combine_state_for_ensemble([layer, layer])` | FutureWarning | [`torch.func.stack_module_state([layer, layer])`](ecosystem.md#functorch) |
| 2.0 | `torch.nn.utils.stateless.functional_call(layer, {}, (b.T,))` | FutureWarning | [`torch.func.functional_call(layer, {}, (b.T,))`](ecosystem.md#functorch) |
| 2.1 | `torch.set_default_tensor_type(torch.FloatTensor)` | UserWarning | [`torch.set_default_dtype(torch.float32)`](tensors.md#default_tensor_type) |
| 2.6 | `torch.save(layer, "old.pt"); torch.load("old.pt")` | UnpicklingError | [`torch.save(layer.state_dict(), "new.pt"); torch.load("new.pt")`](../errors/loading.md#weights_only_load_failed) |
| torchvision 0.13 | `resnet18(pretrained=False)` | UserWarning | [`resnet18(weights=None)`](../errors/loading.md#pretrained_deprecated) |
| torchvision 0.13 | `resnet18(False)` | UserWarning | [`resnet18(weights=None)`](../errors/loading.md#pretrained_deprecated) |

By subject:

| Where | Old | Today | Write |
|---|---|---|---|
| Tensors | `Variable(x)` | as before | [`x`](../autograd/basics.md#variable) |
| Tensors | `Variable(x, volatile=True)` | UserWarning | [`torch.no_grad()`](training.md#loop_of_2017) |
| Tensors | `x.sum().data[0]` | IndexError | [`x.sum().item()`](../autograd/tracking.md#keep_the_number) |
| Tensors | `torch.FloatTensor([1, 2])` | as before | [`torch.tensor([1.0, 2.0])`](../tensors/dtypes.md#legacy_tensor_types) |
| Tensors | `torch.norm(A)` | as before | [`torch.linalg.vector_norm(A)`](tensors.md#norm_of_a_matrix) |
| Tensors | `torch.svd(C).V` | other result | [`torch.linalg.svd(C).Vh`](tensors.md#svd_v_transposed) |
| Tensors | `torch.lu(A)[0]` | UserWarning | [`torch.linalg.lu_factor(A)[0]`](tensors.md#lu_and_triangular) |
| Tensors | `torch.lu_solve(b, LU, pivots)` | UserWarning | [`torch.linalg.lu_solve(LU, pivots, b)`](tensors.md#lu_and_triangular) |
| Tensors | `torch.triangular_solve(b, A)[0]` | UserWarning | [`torch.linalg.solve_triangular(A, b, upper=True)`](tensors.md#lu_and_triangular) |
| Tensors | `torch.chain_matmul(A, A, b)` | UserWarning | [`torch.linalg.multi_dot([A, A, b])`](tensors.md#lu_and_triangular) |
| Tensors | `torch.ger(x, x)` | as before | [`torch.outer(x, x)`](tensors.md#renamed) |
| Tensors | `torch.range(0, 3)` | UserWarning | [`torch.arange(0.0, 4.0)`](tensors.md#range_to_arange) |
| Tensors | `image.T` | UserWarning | [`image.permute(3, 2, 1, 0)`](tensors.md#t_of_three_dimensions) |
| Tensors | `x[(x > 1).byte()]` | UserWarning | [`x[x > 1]`](tensors.md#byte_masks) |
| Tensors | `1 - (x > 1)` | NotImplementedError | [`~(x > 1)`](tensors.md#byte_masks) |
| Tensors | `x.masked_fill((x > 1).byte(), 0.0)` | RuntimeError | [`x.masked_fill(x > 1, 0.0)`](tensors.md#byte_masks) |
| Tensors | `n / 2` | other result | [`torch.div(n, 2, rounding_mode="trunc")`](tensors.md#division_of_integers) |
| Tensors | `torch.add(x, 2, x)` | UserWarning | [`torch.add(x, x, alpha=2)`](tensors.md#scalar_before_tensor) |
| Tensors | `torch.addcmul(x, 2, x, x)` | UserWarning | [`torch.addcmul(x, x, x, value=2)`](tensors.md#scalar_before_tensor) |
| Tensors | `torch.rfft(x, 1)` | AttributeError | [`torch.fft.rfft(x)`](tensors.md#fft_and_stft) |
| Tensors | `torch.stft(x, 4)` | RuntimeError | [`torch.stft(x, 4, window=torch.ones(4), return_complex=True)`](tensors.md#fft_and_stft) |
| Tensors | `torch.meshgrid(x, x)[0]` | UserWarning | [`torch.meshgrid(x, x, indexing="ij")[0]`](tensors.md#grid_and_cross) |
| Tensors | `torch.cross(C, C + x[:3])` | UserWarning | [`torch.cross(C, C + x[:3], dim=0)`](tensors.md#grid_and_cross) |
| Tensors | `x.resize(2, 2)` | UserWarning | [`x.reshape(2, 2)`](tensors.md#renamed) |
| Tensors | `x.storage().data_ptr()` | UserWarning | [`x.untyped_storage().data_ptr()`](tensors.md#renamed) |
| Layers and functions | `F.upsample(image, scale_factor=2)` | UserWarning | [`F.interpolate(image, scale_factor=2)`](modules.md#upsample_bilinear) |
| Layers and functions | `F.upsample_nearest(image, scale_factor=2)` | UserWarning | [`F.interpolate(image, scale_factor=2)`](modules.md#upsample_bilinear) |
| Layers and functions | `F.upsample_bilinear(image, scale_factor=2)` | UserWarning | [`F.interpolate(image, scale_factor=2, mode="bilinear", align_corners=True)`](modules.md#upsample_bilinear) |
| Layers and functions | `nn.UpsamplingNearest2d(scale_factor=2)(image)` | as before | [`nn.Upsample(scale_factor=2)(image)`](../layers/rearrange.md#upsample) |
| Layers and functions | `nn.UpsamplingBilinear2d(scale_factor=2)(image)` | as before | [`nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True)(image)`](../layers/rearrange.md#upsample) |
| Layers and functions | `F.softmax(A)` | UserWarning | [`F.softmax(A, dim=1)`](../errors/losses.md#implicit_dimension_choice) |
| Layers and functions | `F.sigmoid(x)` | as before | [`torch.sigmoid(x)`](modules.md#renamed_layers) |
| Layers and functions | `F.tanh(x)` | as before | [`torch.tanh(x)`](modules.md#renamed_layers) |
| Layers and functions | `nn.MSELoss(size_average=False)(x, 0 * x)` | UserWarning | [`nn.MSELoss(reduction="sum")(x, 0 * x)`](../errors/losses.md#size_average_deprecated) |
| Layers and functions | `nn.MSELoss(reduce=False)(x, 0 * x)` | UserWarning | [`nn.MSELoss(reduction="none")(x, 0 * x)`](../errors/losses.md#size_average_deprecated) |
| Layers and functions | `nn.KLDivLoss()(x, x)` | UserWarning | [`nn.KLDivLoss(reduction="batchmean")(A, A)`](../errors/losses.md#batchmean) |
| Layers and functions | `nn.init.xavier_uniform(torch.ones(2, 2))` | FutureWarning | [`nn.init.xavier_uniform_(torch.ones(2, 2))`](../init/practice.md#deprecated_names) |
| Layers and functions | `nn.init.constant(torch.ones(2), 3.0)` | FutureWarning | [`nn.init.constant_(torch.ones(2), 3.0)`](../init/practice.md#deprecated_names) |
| Layers and functions | `nn.utils.weight_norm(nn.Linear(2, 2))` | FutureWarning | [`nn.utils.parametrizations.weight_norm(nn.Linear(2, 2))`](modules.md#weight_norm) |
| Layers and functions | `layers.register_backward_hook(hook); layers(w[None]).sum().backward()` | FutureWarning | [`layers.register_full_backward_hook(hook); layers(w[None]).sum().backward()`](modules.md#backward_hook_not_full) |
| Layers and functions | `nn.init.calculate_gain("gelu")` | ValueError | [`nn.init.calculate_gain("relu")`](../init/practice.md#gain) |
| Layers and functions | `nn.init.calculate_gain("silu")` | ValueError | [`nn.init.calculate_gain("relu")`](../init/practice.md#gain) |
| Layers and functions | `nn.Hardtanh(min_value=0.0)(x)` | FutureWarning | [`nn.Hardtanh(min_val=0.0)(x)`](modules.md#renamed_layers) |
| Layers and functions | `nn.Conv2D(3, 8, 3)` | AttributeError | [`nn.Conv2d(3, 8, 3)`](modules.md#misspelled) |
| Layers and functions | `nn.MaxPool2D(2)` | AttributeError | [`nn.MaxPool2d(2)`](modules.md#misspelled) |
| Training and files | `compile("x.cuda(async=True)", "old.py", "eval")` | SyntaxError | [`x.to("cpu", non_blocking=True)`](training.md#async_argument) |
| Training and files | `scheduler.get_lr()` | UserWarning | [`scheduler.get_last_lr()`](training.md#scheduler_arguments) |
| Training and files | `optimizer.step(); scheduler.step(1)` | UserWarning | [`optimizer.step(); scheduler.step()`](training.md#scheduler_arguments) |
| Training and files | `StepLR(optimizer, 2, verbose=True)` | TypeError | [`scheduler.get_last_lr()`](training.md#scheduler_arguments) |
| Training and files | `torch.optim.RMSProp(weights)` | AttributeError | [`torch.optim.RMSprop(weights)`](modules.md#misspelled) |
| Training and files | `torch.optim.SGD(weights).param_groups[0]["lr"]` | as before | [`torch.optim.SGD(weights, lr=1e-3).param_groups[0]["lr"]`](../optimizers/methods.md#sgd) |
| Training and files | `optimizer.zero_grad(); weights[0].grad` | other result | [`optimizer.zero_grad(set_to_none=False); weights[0].grad`](../autograd/basics.md#zero_grad) |
| Training and files | `iter(DataLoader(x)).next()` | AttributeError | [`next(iter(DataLoader(x)))`](../data/loader.md#one_batch) |
| Training and files | `torch.utils.data.Dataloader(x)` | AttributeError | [`torch.utils.data.DataLoader(x)`](modules.md#misspelled) |
| Training and files | `__import__("torch.utils.data2")` | ModuleNotFoundError | [`__import__("torch.utils.data")`](modules.md#misspelled) |
| Training and files | `checkpoint(torch.sin, w)` | UserWarning | [`checkpoint(torch.sin, w, use_reentrant=False)`](../autograd/further.md#checkpointing) |
| Training and files | `torch.profiler.profile(use_cuda=True)` | TypeError | [`torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CPU])`](../timing/index.md#profile_operations) |
| Training and files | `torch.jit.script(layer)` | FutureWarning | [`torch.export.export(layer, (b.T,))`](../errors/compile.md#deprecated_jit) |
| Training and files | `torch.jit.trace(layer, b.T)` | FutureWarning | [`torch.export.export(layer, (b.T,))`](../ship/index.md#jit_trace) |
| Training and files | `torch.quantization.quantize_dynamic(layer)` | DeprecationWarning | [the package torchao](../ship/index.md#quantize_dynamic) |
| Training and files | `torch.distributed.reduce_op.MAX` | FutureWarning | [`torch.distributed.ReduceOp.MAX`](training.md#renamed_helpers) |
| Training and files | `torch.has_cuda` | UserWarning | [`torch.backends.cuda.is_built()`](training.md#renamed_helpers) |
| Training and files | `torch.has_mps` | UserWarning | [`torch.backends.mps.is_built()`](training.md#renamed_helpers) |
| Training and files | `torch.get_autocast_gpu_dtype()` | DeprecationWarning | [`torch.get_autocast_dtype("cuda")`](training.md#renamed_helpers) |
| Training and files | `torch.is_autocast_cpu_enabled()` | DeprecationWarning | [`torch.is_autocast_enabled("cpu")`](training.md#renamed_helpers) |
| torchvision | `transforms.Scale(4)` | AttributeError | [`transforms.Resize(4)`](vision.md#renamed_transforms) |
| torchvision | `transforms.RandomSizedCrop(4)` | AttributeError | [`transforms.RandomResizedCrop(4)`](vision.md#renamed_transforms) |
| torchvision | `transforms.LinearTransformation(A)` | TypeError | [`transforms.LinearTransformation(A, torch.zeros(2))`](vision.md#renamed_transforms) |
| torchvision | `v2.ToTensor()(picture)` | UserWarning | [`v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])(picture)`](vision.md#renamed_transforms) |
| torchvision | `type(transforms.FiveCrop(2)(image))` | as before | [`tuple`](vision.md#renamed_transforms) |
| torchvision | `transforms.RandomRotation(9, resample=2)` | TypeError | [`transforms.RandomRotation(9, interpolation=InterpolationMode.BILINEAR)`](vision.md#resample_and_fillcolor) |
| torchvision | `transforms.RandomAffine(9, fillcolor=0)` | TypeError | [`transforms.RandomAffine(9, fill=0)`](vision.md#resample_and_fillcolor) |
| torchvision | `transforms.Resize(2, interpolation=2)(image)` | as before | [`transforms.Resize(2, interpolation=InterpolationMode.BILINEAR)(image)`](vision.md#resample_and_fillcolor) |
| torchvision | `make_grid(image, normalize=True, range=(0, 1))` | TypeError | [`make_grid(image, normalize=True, value_range=(0, 1))`](vision.md#renamed_attributes) |
| torchvision | `MNIST.train_data.fget(stand_in)` | UserWarning | [`stand_in.data`](vision.md#renamed_attributes) |
| torchvision | `MNIST.test_labels.fget(stand_in)` | UserWarning | [`stand_in.targets`](vision.md#renamed_attributes) |
| torchvision | `__import__("torchvision.models.utils")` | ModuleNotFoundError | [`torch.hub.load_state_dict_from_url`](vision.md#renamed_attributes) |
| Other packages | `__import__("torch._six")` | ModuleNotFoundError | Python's own names |
| Other packages | `__import__("torch.utils.ffi")` | ModuleNotFoundError | `__import__("torch.utils.cpp_extension")` |
| Other packages | `__import__("torchtext")` | ModuleNotFoundError | [`collections.Counter`](ecosystem.md#torchtext) |
| Other packages | `__import__("apex")` | ModuleNotFoundError | [`torch.amp`](ecosystem.md#apex) |
| Other packages | `__import__("pytorch_lightning.metrics")` | ModuleNotFoundError | [`torchmetrics.Accuracy(task="binary")`](ecosystem.md#lightning_metrics) |
| Other packages | `tensorboardX.SummaryWriter.__name__` | as before | [`SummaryWriter.__name__`](../watching/tensorboard.md#summary_writer) |
| Other packages | `np.float` | AttributeError | [`float`](ecosystem.md#numpy_names) |
| Other packages | `np.product` | AttributeError | [`np.prod`](ecosystem.md#numpy_names) |
| Other packages | `plt.cm.get_cmap` | AttributeError | [`plt.get_cmap`](ecosystem.md#numpy_names) |

By name, what a decorator of torch 2.15 marks as deprecated in its public modules:

| Old | Write |
|---|---|
| `torch.cuda.amp.autocast` | `torch.amp.autocast` |
| `torch.cuda.amp.GradScaler` | `torch.amp.GradScaler` |
| `torch.cuda.amp.custom_fwd` | `torch.amp.custom_fwd` |
| `torch.cuda.amp.custom_bwd` | `torch.amp.custom_bwd` |
| `torch.cpu.amp.autocast` | `torch.amp.autocast` |
| `torch.cpu.amp.GradScaler` | `torch.amp.GradScaler` |
| `torch.backends.cuda.sdp_kernel` | `torch.nn.attention.sdpa_kernel` |
| `torch.cuda.memory_cached` | `torch.cuda.memory_reserved` |
| `torch.cuda.max_memory_cached` | `torch.cuda.max_memory_reserved` |
| `torch.nn.NLLLoss2d` | `torch.nn.NLLLoss` |
| `torch.nn.Container` | `torch.nn.Module` |
| `torch.nn.utils.clip_grad_norm` | `torch.nn.utils.clip_grad_norm_` |
| `torch.nn.utils.stateless.functional_call` | `torch.func.functional_call` |
| `torch.nn.parallel.DistributedDataParallelCPU` | `torch.nn.parallel.DistributedDataParallel` |
| `torch.testing.assert_allclose` | `torch.testing.assert_close` |
| `torch.distributions.Distribution.sample_n` | `torch.distributions.Distribution.sample` |
| `torch.utils.data.ConcatDataset.cummulative_sizes` | no name in its place |
| `torch.library.impl_abstract` | `torch.library.register_fake` |
| `torch.autograd.profiler_legacy.profile` | `torch.profiler` |
| `torch.autograd.profiler_util.FunctionEvent.cuda_time` | `torch.autograd.profiler_util.FunctionEvent.device_time` |
| `torch.autograd.profiler_util.FunctionEvent.cuda_time_total` | `torch.autograd.profiler_util.FunctionEvent.device_time_total` |
| `torch.autograd.profiler_util.FunctionEvent.self_cuda_time_total` | `torch.autograd.profiler_util.FunctionEvent.self_device_time_total` |
| `torch.autograd.profiler_util.FunctionEvent.self_cuda_memory_usage` | no name in its place |
| `torch.autograd.profiler_util.FunctionEvent.event_metadata` | no name in its place |
| `torch.autograd.profiler.load_nvprof` | no name in its place |
| `torch.autograd.profiler.parse_nvprof_trace` | no name in its place |
| `torch.autograd.profiler.EnforceUnique` | no name in its place |
| `torch.autograd.function.FunctionCtx.mark_shared_storage` | no name in its place |
| `torch.profiler.profile.export_memory_timeline` | `torch.cuda.memory` |
| `torch.distributed.checkpoint.load_state_dict` | `torch.distributed.checkpoint.load` |
| `torch.distributed.checkpoint.save_state_dict` | `torch.distributed.checkpoint.save` |
| `torch.distributed.all_reduce_coalesced` | no name in its place |
| `torch.distributed.all_gather_coalesced` | no name in its place |
| `torch.distributed.launch.main` | `torch.distributed.run` |
| `torch.distributed.fsdp.FSDPModule.set_reduce_scatter_divide_factor` | `torch.distributed.fsdp.FSDPModule.set_gradient_divide_factor` |
| `torch.ao.quantization.quantize.quantize` | no name in its place |
| `torch.ao.quantization.quantize_dynamic` | no name in its place |
| `torch.ao.quantization.quantize_qat` | no name in its place |
| `torch.ao.quantization.prepare` | no name in its place |
| `torch.ao.quantization.prepare_qat` | no name in its place |
| `torch.ao.quantization.convert` | no name in its place |
| `torch.ao.quantization.quantize_fx.prepare_fx` | no name in its place |
| `torch.ao.quantization.quantize_fx.prepare_qat_fx` | no name in its place |
| `torch.ao.quantization.quantize_fx.convert_fx` | no name in its place |
| `torch.ao.quantization.QConfigDynamic` | `torch.ao.quantization.QConfig` |
| `torch.ao.quantization.get_default_qconfig_dict` | `torch.ao.quantization.get_default_qconfig_mapping` |
| `torch.ao.quantization.get_default_qat_qconfig_dict` | `torch.ao.quantization.get_default_qat_qconfig_mapping` |
| `torch.utils._pytree._register_pytree_node` | `torch.utils._pytree.register_pytree_node` |
"""

__all__ = ["tensors", "modules", "training", "vision", "ecosystem"]

#: What the home page names of it.
WANTED = ["tensors/symeig_and_eig", "tensors/scalar_before_tensor"]
