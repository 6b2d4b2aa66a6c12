"""Messages as readers paste them: with their own numbers and names, and inside tracebacks."""

from __future__ import annotations

import random
import re

FLOATS = ("Float", "Double", "Half", "BFloat16")
WHOLE = ("Long", "Int", "Short", "Byte")
NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")
SIZES = re.compile(r"(?<!\w)\d+( ?x ?)\d+(?!\w)")
SHAPE = re.compile(r"(?<=[\[(])\d+(?:, \d+)+(?=[\])])")


def varied(message: str, seed: int) -> str:
    """Put other numbers, shapes, dtypes, names, devices and paths into a message."""
    rng = random.Random(seed)

    def number(_: object) -> str:
        return str(rng.choice([2, 7, 12, 33, 96, 224, 511, 4096]))

    def shape(match: re.Match[str]) -> str:
        return ", ".join(number(match) for _ in match[0].split(","))

    def among(kinds: tuple[str, ...]) -> str:
        return rng.choice(kinds)

    text = SIZES.sub(lambda m: number(m) + m[1] + number(m), SHAPE.sub(shape, message))
    text = NUMBER.sub(number, text)
    text = re.sub(rf"\b(?:{'|'.join(FLOATS)})(?=Tensor\b|\b)", lambda m: among(FLOATS), text)
    text = re.sub(rf"\b(?:{'|'.join(WHOLE)})(?=Tensor\b|\b)", lambda m: among(WHOLE), text)
    text = re.sub(
        r"torch\.float(?:16|32|64)", lambda m: among(("torch.float16", "torch.float64")), text
    )
    text = re.sub(r"cuda:\d+", f"cuda:{rng.randrange(8)}", text)
    text = re.sub(r"(?:(?<=\s)|(?<='))(?:/[\w.-]+)+", "/home/anna/runs/0417/best.pt", text)
    text = re.sub(r"\b(?:fc|head|layer1|conv1)\.(?=weight|bias)", "encoder.blocks.3.proj.", text)
    return re.sub(r"\b(?:Net|MyModel|MyDataset)\b", "SegmentationUNet", text)


def _plain(message: str) -> str:
    return f"""Traceback (most recent call last):
  File "/home/anna/work/train.py", line 184, in <module>
    main(parse_args())
  File "/home/anna/work/train.py", line 97, in train_one_epoch
    outputs = model(images.to(device), labels)  # ValueError was here before
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/opt/conda/lib/python3.12/site-packages/torch/nn/modules/m.py", line 1786, in _call_impl
    return forward_call(*args, **kwargs)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
{message}
"""


def _notebook(message: str) -> str:
    kind, _, text = message.partition(": ")
    return (
        "\x1b[31m---------------------------------------------------------------------------\x1b[39m\n"
        f"\x1b[31m{kind}\x1b[39m                              Traceback (most recent call last)\n"
        "\x1b[36mCell\x1b[39m\x1b[36m \x1b[39m\x1b[32mIn[12]\x1b[39m\x1b[32m, line 4\x1b[39m\n"
        "\x1b[32m      2\x1b[39m model.train()\n"
        "\x1b[32m----> 4\x1b[39m loss = criterion(model(x), y)\n\n"
        "\x1b[36mFile \x1b[39m\x1b[32m/usr/lib/torch/nn/functional.py:3494\x1b[39m\n"
        "\x1b[32m   3492\x1b[39m     target,\n"
        f"\n\x1b[31m{kind}\x1b[39m: {text}"
    )


def _worker(message: str) -> str:
    kind = message.partition(": ")[0].split(".")[-1]
    return f"""Traceback (most recent call last):
  File "train.py", line 41, in <module>
    for images, labels in loader:
  File "/usr/lib/python3.11/site-packages/torch/_utils.py", line 769, in reraise
    raise exception
{kind}: Caught {kind} in DataLoader worker process 3.
Original Traceback (most recent call last):
  File "/usr/lib/python3.11/torch/utils/data/_utils/worker.py", line 349, in _worker_loop
    data = fetcher.fetch(index)
{message}
"""


def _distributed(message: str) -> str:
    lines = (
        _plain(message) + "\nE0417 09:31:07 torch/distributed/elastic failed (exitcode: 1)"
    ).splitlines()
    return "\n".join(f"[rank3]: {line}" for line in lines)


#: Ways in which a message reaches the clipboard.
FRAMES = {
    "bare": str,
    "traceback": _plain,
    "notebook": _notebook,
    "worker": _worker,
    "rank": _distributed,
}
