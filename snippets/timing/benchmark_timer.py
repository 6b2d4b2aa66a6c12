"""Timer: torch.utils.benchmark warms up, repeats and waits for the GPU.

Like `timeit`, but made for PyTorch: it synchronises a GPU, and runs on one thread
unless `num_threads` says otherwise, so set it to compare with your program. Read the
median; the interquartile range tells how noisy the machine is.

Raises:
    NameError: `Timer("x @ y").timeit(1)` name 'x' is not defined

Asked as:
    timeit; %timeit; time my function or a line of code correctly; execution time of a
    function; how long does an operation take; benchmark a function; blocked_autorange;
    timeit.repeat; tic toc; micro benchmark; milliseconds of a forward pass, averaged
    over many runs; better than time.time() to measure the speed of a function; my
    timings vary; number of threads in a benchmark; measure inference latency; benchmark
    two lines of code reliably; like timeit but for the GPU; measure time
"""

import torch
from torch.utils.benchmark import Timer

x = torch.randn(64, 64)
y = torch.randn(64, 64)

timer = Timer("x @ y", globals={"x": x, "y": y}, num_threads=1)  # <-
result = timer.blocked_autorange(min_run_time=0.05)
print(result.median > 0, result.iqr >= 0, result.number_per_run >= 1)
#> True True True

microseconds = result.median * 1e6
print(0.1 < microseconds < 100_000)  # print(result) shows it in words
#> True
