"""Random states: save where the generators stand.

For a run that stops in the middle of an epoch, or does not seed each epoch. Python,
NumPy, PyTorch, a GPU and the generator of a loader have one. NumPy's array is kept as a
tensor, so that `weights_only=True` loads it.

Attributes: Shapes
    expected: (2,) float32

Asked as:
    save and restore rng state; torch.get_rng_state and set_rng_state;
    torch.cuda.get_rng_state_all; np.random.get_state; random.getstate and setstate;
    state of a torch.Generator; restore the RNG of CPU and cuda, set_rng_state_all; save
    and load the random state of numpy and python; keep random state between runs;
    snapshot of the random number generators; rng in a checkpoint; rewind randomness to
    an earlier point; continue the old stream of random numbers; continue in the middle
    of an epoch; random numbers differ after resuming; same shuffling order and dropout
    after a restart; dropout masks after reloading; augmentation after a restart must
    not repeat
"""

import io
import random

import numpy as np
import torch


def random_states(generator):
    kind, keys, *rest = np.random.get_state()
    return {
        "python": random.getstate(),
        "numpy": (kind, torch.tensor(keys.astype(np.int64)), *rest),
        "torch": torch.get_rng_state(),
        "cuda": torch.cuda.get_rng_state_all(),
        "loader": generator.get_state(),
    }


def restore(states, generator):
    kind, keys, *rest = states["numpy"]
    random.setstate(states["python"])
    np.random.set_state((kind, keys.numpy().astype(np.uint32), *rest))
    torch.set_rng_state(states["torch"])  # <-
    torch.cuda.set_rng_state_all(states["cuda"])
    generator.set_state(states["loader"])


def draw(generator):
    picked = torch.randperm(100, generator=generator, device="cpu")[0].item()
    return random.random(), np.random.rand(), torch.rand(2), picked


generator = torch.Generator().manual_seed(0)
file = io.BytesIO()
torch.save(random_states(generator), file)
python, numpy, expected, order = draw(generator)

draw(generator)  # the generators move on
file.seek(0)
restore(torch.load(file, map_location="cpu", weights_only=True), generator)
found = draw(generator)
print(found[:2] == (python, numpy), torch.equal(found[2], expected), found[3] == order)
#> True True True
