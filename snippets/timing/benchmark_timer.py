"""Timer: torch.utils.benchmark warms up, repeats and waits for the GPU.

Like `timeit`, but made for PyTorch: it synchronises a GPU, and runs on one thread
unless `num_threads` says otherwise, so set it to compare with your program. Read the
median; the interquartile range tells how noisy the machine is.

Raises:
    NameError: `Timer("x @ y").timeit(1)` name 'x' is not defined
"""

import torch
from torch.utils.benchmark import Timer

x = torch.randn(64, 64)
y = torch.randn(64, 64)

timer = Timer("x @ y", globals={"x": x, "y": y}, num_threads=1)
result = timer.blocked_autorange(min_run_time=0.05)
print(result.median > 0, result.iqr >= 0, result.number_per_run >= 1)
#> True True True

microseconds = result.median * 1e6
print(0.1 < microseconds < 100_000)  # print(result) shows it in words
#> True
