r"""nvidia-smi: driver and memory, read safely.

The program comes with the NVIDIA driver. Be ready for its absence, name the fields, and
set a time limit. The "CUDA Version" in its banner is the newest that the driver
supports; the one that PyTorch uses is `torch.version.cuda`.

Asked as:
    which GPU do I have; total memory or VRAM of a graphics card; get GPU info, driver
    version; query the graphics driver from a script; call nvidia-smi inside Python and
    parse the output; read driver and memory without a crash where there is none; CUDA
    version of nvidia-smi differs from torch.version.cuda; The NVIDIA driver on your
    system is too old; GPUtil, pynvml, --query-gpu; nvidia-smi shows another CUDA
    version than torch; name of the graphics card, which one is installed; name and
    memory of my GPU, how much has it; how much memory does my GPU have; GPU memory size
"""

import subprocess

QUERY = ["--query-gpu=name,driver_version,memory.total", "--format=csv,noheader"]  # <-


def parse(text):
    return [line.split(", ") for line in text.splitlines()]


def gpus(program="nvidia-smi"):
    try:
        done = subprocess.run([program, *QUERY], capture_output=True, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return parse(done.stdout.decode()) if done.returncode == 0 else []


print(parse("NVIDIA A100-SXM4-40GB, 580.65.06, 40960 MiB\n"))
#> [['NVIDIA A100-SXM4-40GB', '580.65.06', '40960 MiB']]
print(gpus(program="absent"))
#> []
