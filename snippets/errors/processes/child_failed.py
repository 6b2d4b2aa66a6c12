r"""ChildFailedError: torchrun reports that a script failed; the error is higher up.

torchrun prints which rank ended first and with which exit code, and stops the others.
The traceback of the script itself stands above, among the lines of all ranks. Exit code
1 is an error in Python. A negative one is a signal: -9 (killed, most often for lack of
main memory), -11 (a crash in C++ code), -15 (ended by torchrun after another rank
failed). `record(main)` puts the traceback into torchrun's report. First run the
script alone, by `python`.

Also worded:
    torch.distributed.elastic.multiprocessing.errors.ChildFailedError:
    ERROR:torch.distributed.elastic.multiprocessing.api:failed (exitcode: 1) local_rank:
      0 (pid: 1234) of binary: /usr/bin/python3
    E0101 torch/distributed/elastic/multiprocessing/api.py:826] failed (exitcode: -9)
      local_rank: 0 (pid: 1234) of binary: /usr/bin/python3
    traceback : To enable traceback see:
      https://pytorch.org/docs/stable/elastic/errors.html
    WARNING:torch.distributed.elastic.multiprocessing.api:Sending process 1234 closing
      signal SIGTERM
    traceback : Signal 9 (SIGKILL) received by PID 1234
    subprocess.CalledProcessError: Command '['/usr/bin/python3', '-u', 'train.py',
      '--local_rank=0']' returned non-zero exit status 1.

Asked as:
    exitcode -11, the worker crashed; Root Cause (first observed failure); @record
    decorator; unrecognized arguments --local-rank, --local_rank in my script; Sending
    process closing signal SIGTERM; error_file N/A
"""

import os
import signal

from torch.distributed.elastic.multiprocessing.errors import record


def main(parts=2):
    return 4 / parts


if "TORCHELASTIC_RUN_ID" in os.environ:  # under torchrun: the traceback in its report
    main = record(main)  # <-


print(main())
#> 2.0
try:
    main(0)
except ZeroDivisionError as error:
    print(error)
    #> division by zero

# Which signal a negative exit code is.
print([signal.Signals(number).name for number in (9, 11, 15)])
#> ['SIGKILL', 'SIGSEGV', 'SIGTERM']

# Lines of all ranks in one log: say whose they are.
print(f"rank {os.environ.get('RANK', '0')}: started")
#> rank 0: started
