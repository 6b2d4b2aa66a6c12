"""IterableDataset: a stream, no numbers.

For logs, sockets, or files too large to index. There is no length and no `shuffle`.
With workers each one runs the whole stream: [share it](work.md#shards) by
`get_worker_info()`, or every sample comes once a worker.

Raises:
    ValueError: `DataLoader(Stream(4), shuffle=True)` expected unspecified shuffle
        option
    TypeError: `len(Stream(4))` object of type 'Stream' has no len()

Asked as:
    stream data from a generator; stream a dataset that does not fit in memory, line by
    line; python generator as a dataset; tf.data.Dataset.from_generator; dataset of
    unknown length; endless dataset; samples are duplicated with several workers; why do
    I get every sample num_workers times; share a stream among workers; map-style or
    iterable-style; data from a database cursor, a socket or Kafka; get_worker_info;
    read a huge file line by line; train from a generator without knowing the length;
    stream a large file bit by bit; dataset too big for memory; batches from a
    generator; load a big file
"""

from torch.utils.data import DataLoader, IterableDataset, get_worker_info


class Stream(IterableDataset):  # <-
    def __init__(self, end):
        self.end = end

    def __iter__(self):
        worker = get_worker_info()  # None in the main process
        first, step = (worker.id, worker.num_workers) if worker else (0, 1)
        yield from range(first, self.end, step)


if __name__ == "__main__":
    print([batch.tolist() for batch in DataLoader(Stream(5), batch_size=2)])
    #> [[0, 1], [2, 3], [4]]
    loader = DataLoader(Stream(6), batch_size=None, num_workers=2)
    print(sorted(int(x) for x in loader))
    #> [0, 1, 2, 3, 4, 5]
