r"""Ran out of input, unexpected EOF: the file is empty or cut off.

The reader wants more than the file holds. `EOFError`, without a text where
`weights_only` is True, is mostly an empty file: saving was broken off before the first
byte, the disk was full, or a buffer was not rewound after `torch.save` into it.
`unexpected EOF` and `storage has wrong byte size` are files of the format before torch
1.6 that are cut off or damaged, as by several processes that write at once; files of
today's format raise [another message](loading.md#failed_finding_central_directory).
What is missing is lost.

Raises:
    EOFError: `torch.load(io.BytesIO(b""), weights_only=False)` Ran out of input
    RuntimeError: `torch.load(io.BytesIO(old[:-10]))` unexpected EOF, expected 10 more
        bytes. The file might be corrupted.
    UnpicklingError: `torch.load(io.BytesIO(old[:300]), weights_only=False)` pickle data
        was truncated

Also worded:
    RuntimeError: unexpected EOF. The file might be corrupted.
    RuntimeError: unexpected EOF, expected 3302200 more bytes. The file might be
      corrupted.
    RuntimeError: storage has wrong size: expected 0 got 64
    RuntimeError: storage has wrong byte size: expected 16 got 20

Asked as:
    forgot seek(0) before torch.load of a BytesIO; several ranks saved to one path, file
    broken; old format checkpoint is too short; two processes write one checkpoint;
    storage of the checkpoint has a wrong size; pickle data ends too early
"""

import io

import torch
from torch import nn

state = nn.Linear(2, 3).state_dict()
file = io.BytesIO()
torch.save(state, file, _use_new_zipfile_serialization=False)
old = file.getvalue()  # as torch before 1.6 wrote it
for content in (b"", old[:300], old[:-10]):
    try:
        torch.load(io.BytesIO(content), weights_only=False)
    except Exception as error:
        print(type(error).__name__, str(error).split(". ")[0])
        #> EOFError Ran out of input
        #> UnpicklingError pickle data was truncated
        #> RuntimeError unexpected EOF, expected 10 more bytes

# A buffer stands at its end after writing: rewind it.
file = io.BytesIO()
torch.save(state, file)
file.seek(0)  # <-
print(list(torch.load(file)))
#> ['weight', 'bias']

# Several processes, one file: the first one writes, the others wait.
rank = 0  # torch.distributed.get_rank()
if rank == 0:
    torch.save(state, file)
# torch.distributed.barrier()
