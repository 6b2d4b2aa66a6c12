r"""This DataLoader will create worker processes in total: more than there are cores.

A warning: the loader has more workers than this process has processors, 2 in many
notebooks in the cloud. It works, but may be slower, as workers share the cores, and
each process takes memory. Take the suggested number, or fewer if several trainings run
on the machine.

Warns:
    UserWarning: `DataLoader([0], num_workers=1000)`
        This DataLoader will create 1000 worker processes in total.

Also worded:
    UserWarning: This DataLoader will create 4 worker processes in total. Our suggested
      max number of worker in current system is 2, which is smaller than what this
      DataLoader is going to create. Please be aware that excessive worker creation
      might get DataLoader running slow or even freeze, lower the worker number to avoid
      potential slowness/freeze if necessary.
    UserWarning: This DataLoader will create 8 worker processes in total. Our suggested
      max number of worker in current system is 4 (`cpuset` is not taken into account)

Asked as:
    Our suggested max number of worker in current system is 2; excessive worker creation
    might get DataLoader running slow or even freeze; number of workers in Google Colab;
    warning about worker processes on Kaggle; lower the worker number to avoid slowness;
    does num_workers=8 with 2 cores matter
"""

import os
import warnings

from torch.utils.data import DataLoader

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    DataLoader([0], num_workers=1000)
print(str(caught[0].message).split(". ")[0])
#> This DataLoader will create 1000 worker processes in total

# The cores that this process may use; on a cluster these are fewer than the machine's.
cores = os.cpu_count() or 1
if hasattr(os, "sched_getaffinity"):  # Linux
    cores = len(os.sched_getaffinity(0))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loader = DataLoader([0], num_workers=min(8, cores))  # <-
print(len(caught), loader.num_workers <= cores)
#> 0 True
