r"""nvidia-smi: driver and memory, read safely.

The program is there only with an NVIDIA driver. Look for it first, name the fields, and
set a time limit. The "CUDA Version" in its banner is the newest that the driver
supports, not the one that PyTorch uses: that is `torch.version.cuda`.
"""

import shutil
import subprocess


def gpus():
    if shutil.which("nvidia-smi") is None:
        return []
    command = ["nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=10)
    return done.stdout.splitlines() if done.returncode == 0 else []


names = gpus()
print(isinstance(names, list))
#> True
