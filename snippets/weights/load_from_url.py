"""load_state_dict_from_url: fetch weights once, then take the copy.

The file goes to `torch.hub.get_dir()/checkpoints`, or `model_dir`, under the last part
of the address or `file_name`; where a file of that name is there, nothing is fetched
and nothing compared. `check_hash=True` compares what it fetches with the digits in the
name, `net-f37072fd.pt`. It runs the code that a file may hold, unlike `torch.load`,
unless `weights_only=True` is passed. An address of kind `file:` works without a
network.

Asked as:
    torch.hub.load_state_dict_from_url; download weights from a URL; model_dir and
    file_name of a download; torch.hub.set_dir; torch.hub.download_url_to_file;
    torch.utils.model_zoo.load_url, its successor; pretrained weights of my own server;
    progress bar of a download; check_hash of load_state_dict_from_url; weights are not
    downloaded again after I changed the file; cached download is out of date; is it
    safe to load weights from a URL; TORCH_HOME and hub checkpoints folder; torch.hub
    cache, delete and fetch again
"""

import contextlib
import io
import tempfile
from pathlib import Path

import torch
from torch.hub import load_state_dict_from_url

said = io.StringIO()
with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(said):
    source, wrong = Path(folder, "net.pt"), Path(folder, "net-00000000.pt")
    for path in (source, wrong):
        torch.save({"weight": torch.ones(2)}, path)

    url, cache = source.as_uri(), f"{folder}/cache"  # in earnest: https://…
    options = {"progress": False, "weights_only": True}
    for _ in range(2):
        state = load_state_dict_from_url(url, cache, **options)  # <-
    kept = [path.name for path in Path(cache).iterdir()]
    try:
        load_state_dict_from_url(wrong.as_uri(), cache, check_hash=True, **options)
    except RuntimeError as error:
        refused = str(error).split(",")[0]

print(said.getvalue().count("net.pt\""), kept, state)
#> 1 ['net.pt'] {'weight': tensor([1., 1.])}
print(refused)
#> invalid hash value (expected "00000000"
