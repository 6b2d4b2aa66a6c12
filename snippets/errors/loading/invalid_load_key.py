r"""invalid load key: the file is not a checkpoint but a page, a pointer, a text.

The key is the first character that a pickle cannot have there, mostly the first of the
file. `'<'` or a newline is the start of an HTML page: the address led to a web page,
not to the file. `'v'` is a pointer of git-lfs, some 130 bytes of text in place of the
weights. `'H'` and others: another format, such as HDF5 of Keras or safetensors. With
`weights_only`, the default, the message is "Unsupported operand" with the number of the
character. A file of `pickle.dump` has no "magic number": `pickle.load` reads it. Look
at the first bytes and at the size.

Raises:
    UnpicklingError: `torch.load(io.BytesIO(page), weights_only=False)` invalid load
        key, '<'.
    UnpicklingError: `torch.load(io.BytesIO(page))` Unsupported operand 60

Also worded:
    _pickle.UnpicklingError: invalid load key, 'v'.
    _pickle.UnpicklingError: invalid load key, '\x0a'.
    _pickle.UnpicklingError: invalid load key, 'H'.
    _pickle.UnpicklingError: invalid load key, '\x1f'.
    _pickle.UnpicklingError: invalid load key, '\x00'.
    _pickle.UnpicklingError: invalid load key, '{'.
    RuntimeError: Invalid magic number; corrupt file?
    WeightsUnpickler error: Unsupported operand 118
    WeightsUnpickler error: Unsupported operand 10

Asked as:
    wget saved a web page in place of the weights; Google Drive download is a warning
    page; git clone without git lfs pull; file begins with <!DOCTYPE html>; first byte
    of the file is wrong for pickle; GitHub blob link instead of raw
"""

import io
import pickle

import torch

page = b"<!DOCTYPE html>\n<html>404</html>"
pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 468\n"
for content in (page, pointer):
    try:
        torch.load(io.BytesIO(content), weights_only=False)
    except pickle.UnpicklingError as error:
        print(error)
        #> invalid load key, '<'.
        #> invalid load key, 'v'.


# Look at the first bytes of the file: what is it?
def kind(content):
    if content.startswith(b"PK"):
        return "a zip archive, as torch.save writes it"
    if content.startswith(b"version https://git-lfs"):
        return "a pointer: run `git lfs pull` in the clone"
    if content.lstrip().startswith(b"<"):
        return "a web page: take the address of the file itself"
    return f"something else: {content[:8]!r}"


file = io.BytesIO()
torch.save({"weight": torch.ones(2)}, file)
for content in (page, pointer, file.getvalue(), b"\x89HDF\r\n\x1a\n"):
    print(kind(content))  # <-
    #> a web page: take the address of the file itself
    #> a pointer: run `git lfs pull` in the clone
    #> a zip archive, as torch.save writes it
    #> something else: b'\x89HDF\r\n\x1a\n'
