r"""nvidia-smi: driver and memory, read safely.

The program is there only with an NVIDIA driver. Look for it first, name the fields, and
set a time limit. The "CUDA Version" in its banner is the newest that the driver
supports, not the one that PyTorch uses: that is `torch.version.cuda`.

Asked as:
    which GPU do I have; total memory or VRAM of a graphics card; get GPU info, driver
    version; query the graphics driver from a script; call nvidia-smi inside Python and
    parse the output; read driver and memory without a crash where there is none; CUDA
    version of nvidia-smi differs from torch.version.cuda; The NVIDIA driver on your
    system is too old; GPUtil, pynvml, --query-gpu; nvidia-smi shows another CUDA
    version than torch; name of the graphics card, which one is installed; name and
    memory of my GPU, how much has it; how much memory does my GPU have; GPU memory size
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
