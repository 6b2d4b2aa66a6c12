r"""Caught … in DataLoader worker process: the real error is at its end.

In place of the dots stands the type of the error that the dataset, the transform or
`collate_fn` raised in a worker. Its own traceback follows after `Original Traceback`;
the cause is at its end, and the line of your file stands above that. To see it without
the noise ask the dataset for the sample, or use `num_workers=0`.

Raises:
    IndexError: `list(DataLoader(Paths(), num_workers=1))`
        Caught IndexError in DataLoader worker process 0.

Also worded:
    RuntimeError: Caught RuntimeError in DataLoader worker process 0.
    KeyError: Caught KeyError in DataLoader worker process 0.
    TypeError: Caught TypeError in DataLoader worker process 0.
    ValueError: Caught ValueError in DataLoader worker process 0.
    FileNotFoundError: Caught FileNotFoundError in DataLoader worker process 0.
    AttributeError: Caught AttributeError in DataLoader worker process 0.
    PIL.UnidentifiedImageError: Caught UnidentifiedImageError in DataLoader worker
      process 0.

Asked as:
    Original Traceback (most recent call last); error in _worker_loop, data =
    fetcher.fetch(index); debug a dataset that fails in a worker; data.reraise() raise
    exception; error only with num_workers greater than 0; set_trace in a DataLoader
    worker
"""

from torch.utils.data import DataLoader, Dataset


class Paths(Dataset):
    labels = (0, 1, 0)

    def __len__(self):
        return 4  # one too many

    def __getitem__(self, index):
        return self.labels[index + 1]


if __name__ == "__main__":
    try:
        list(DataLoader(Paths(), num_workers=1))
    except IndexError as error:
        lines = str(error).strip().splitlines()
        print(lines[0], lines[-1], sep="\n")
        #> Caught IndexError in DataLoader worker process 0.
        #> IndexError: tuple index out of range

    # The shortest way to the line: no loader.
    dataset, broken = Paths(), []
    for index in range(len(dataset)):
        try:
            dataset[index]
        except Exception:
            broken.append(index)
    print(broken)
    #> [2, 3]

    # The loader in this process: the traceback is yours, a debugger stops in it.
    try:
        list(DataLoader(dataset, num_workers=0))  # <-
    except IndexError as error:
        print(error)
        #> tuple index out of range
