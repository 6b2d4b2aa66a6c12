"""Scale: several processes, several GPUs, several machines.

| You have | Use |
|---|---|
| one GPU that is too slow | a larger batch, mixed precision, `torch.compile`; then more GPUs |
| several GPUs, the model fits on one | [`DistributedDataParallel`](#ddp) |
| a model too large for one GPU | [`fully_shard`](#fully_shard) |
| several machines | the same script, [one `torchrun` on each](#several_machines) |
| processes that get killed | [`--max-restarts` and a checkpoint](#restart) |
| code with `nn.DataParallel` | [what replaces it](#data_parallel) |

One process drives one GPU. They run one script; [`torchrun`](#torchrun_environment)
starts them and tells each its rank. The outputs here are the same with one process, two,
three and four. [`ddp`](#ddp) and [`fully_shard`](#fully_shard) take GPUs and nccl where there
are some, and the CPU and gloo otherwise; the other groups stay on the CPU with gloo.
When a script is started by `python` it makes a group of one.
"""

__all__ = [
    "torchrun_environment",
    "collectives",
    "data_parallel",
    "ddp",
    "ddp_gradients",
    "distributed_sampler",
    "no_sync",
    "uneven_inputs",
    "reduce_metrics",
    "save_on_rank_zero",
    "restart",
    "distributed_checkpoint",
    "fully_shard",
    "sharded_from_meta",
    "several_machines",
]

#: What the home page names of it.
WANTED = ["ddp", "fully_shard", "torchrun_environment"]
