"""Projects: whole programs to start from.

| You want | Use |
|---|---|
| a training run that resumes, logs and scales | [fit](#fit) |
| what plain nets reach on CIFAR-10 | [baselines](#cifar10_baselines) |

Copy the file, run it as it stands, then change it.
"""

__all__ = ["fit", "cifar10_baselines"]

#: What the home page names of it.
WANTED = ["fit", "cifar10_baselines"]
