"""OutOfMemoryError: go on with half of the batch.

While an `except` block runs, the exception holds the frame that failed and the tensors
in it: free and try again behind the block, not inside. `torch.OutOfMemoryError` is a
`RuntimeError`; what the CPU raises is a plain `RuntimeError`. Set the gradients to zero
before the new try. Here `step` has room for 300 rows.

Attributes: Shapes
    data: (1000, 8) float32

Raises:
    RuntimeError: `torch.empty(10**15, device="cpu")` can't allocate memory

Asked as:
    catch CUDA out of memory and continue; except torch.OutOfMemoryError;
    torch.cuda.OutOfMemoryError; find the largest batch size automatically; auto batch
    size finder; retry with a smaller batch after OOM; memory is not freed inside the
    except block; out of memory again after catching the exception; skip a batch that is
    too large; exception keeps tensors alive, traceback holds GPU memory; recover from
    OOM without restarting; find_executable_batch_size; try except RuntimeError "out of
    memory" in str(e); halve the batch until it fits; lower the batch size automatically
    when memory is full
"""

import weakref

import torch

made, alive = [], []


def step(batch):  # stands for a training step on a GPU
    activations = batch * 2
    made.append(weakref.ref(activations))
    if len(batch) > 300:
        raise torch.OutOfMemoryError("CUDA out of memory.")


def largest(data, size):
    while True:
        try:
            step(data[:size])
            return size
        except torch.OutOfMemoryError:
            if size <= 1:
                raise
            alive.append(made[-1]() is not None)
        alive.append(made[-1]() is not None)  # <- behind the block
        torch.accelerator.empty_cache()
        size //= 2


data = torch.ones(1000, 8)
print(largest(data, 1000), alive)
#> 250 [True, False, True, False]
