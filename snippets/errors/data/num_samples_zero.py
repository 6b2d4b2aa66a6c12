r"""num_samples should be a positive integer value: the dataset is empty.

A loader with `shuffle=True` asks the dataset for its length and gets 0. Usual causes: a
path or a pattern that matches no file, seen from another working directory; a filter
that removes everything; a `__len__` that counts the wrong thing. Without `shuffle`
nothing is raised: the loop runs over no batch.

Raises:
    ValueError: `DataLoader([], shuffle=True)`
        num_samples should be a positive integer value, but got num_samples=0

Also worded:
    ValueError: num_samples should be a positive integeral value, but got num_samples=0

Asked as:
    RandomSampler complains about an empty dataset; wrong path gives an empty dataset;
    DataLoader with shuffle=True fails, without shuffle nothing happens; training loop
    ends at once without an error; why is len(dataset) zero; no files found in my image
    folder
"""

import tempfile
from pathlib import Path

from torch.utils.data import DataLoader

with tempfile.TemporaryDirectory() as folder:
    (Path(folder) / "train").mkdir()
    (Path(folder) / "train" / "1.PNG").touch()
    files = sorted(Path(folder).glob("*.png"))
    try:
        DataLoader(files, shuffle=True)
    except ValueError as error:
        print(error)
        #> num_samples should be a positive integer value, but got num_samples=0
    print(len(files), len(list(DataLoader(files))))
    #> 0 0

    # Subfolders: rglob. Large and small letters: compare the suffix in small ones.
    everything = Path(folder).rglob("*")  # <-
    files = [path for path in everything if path.suffix.lower() == ".png"]
    print(len(files))
    #> 1

    # Say it where the files are looked for.
    if not files:
        raise FileNotFoundError(f"no .png file below {Path(folder).resolve()}")
