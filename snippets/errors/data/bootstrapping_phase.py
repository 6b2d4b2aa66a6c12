r"""An attempt has been made to start a new process before: the main guard is missing.

On Windows and macOS, and from Python 3.14 on Linux too, a worker imports your script
before it works. Without `if __name__ == "__main__":` that import reaches the loop over
the loader again and would start workers of its own. Put all that runs, training above
all, below the guard; classes and functions stay above it. `num_workers=0` needs none.
An example is [`workers`](../data/loader.md#workers).

Also worded:
    RuntimeError: An attempt has been made to start a new process before the current
      process has finished its bootstrapping phase.
    This probably means that you are not using fork to start your child processes and
      you have forgotten to use the proper idiom in the main module:
    The "freeze_support()" line can be omitted if the program is not going to be frozen
      to produce an executable.
    BrokenPipeError: [Errno 32] Broken pipe

Asked as:
    num_workers greater than 0 fails on Windows; freeze_support() error with a
    DataLoader; my code runs twice when the loader starts; Broken pipe in a DataLoader
    on Windows; proper idiom in the main module; prints at the top of the file come once
    for each worker
"""

import subprocess
import sys
import tempfile
from pathlib import Path

UNGUARDED = """
import multiprocessing
spawn = multiprocessing.get_context("spawn")  # as on Windows and macOS
spawn.Process(target=print, args=("a worker",)).start()
"""
GUARDED = """
import multiprocessing
def main():
    spawn = multiprocessing.get_context("spawn")
    spawn.Process(target=print, args=("a worker",)).start()
if __name__ == "__main__":
    main()
"""


def run(code):
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "script.py"
        script.write_text(code)
        return subprocess.run([sys.executable, script], capture_output=True, text=True)


if __name__ == "__main__":  # <-
    lines = run(UNGUARDED).stderr.partition("RuntimeError:")[2].split("\n")
    print(*[line.strip() for line in lines[1:3]], sep="\n")
    #> An attempt has been made to start a new process before the
    #> current process has finished its bootstrapping phase.
    print(run(GUARDED).stdout.strip())
    #> a worker
