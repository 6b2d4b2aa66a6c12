"""What an old call does today: the error that it raises, the warnings that it gives."""

import warnings
from collections.abc import Callable

import pytest


def message_of(call: Callable[[], object], error: type[Exception] = RuntimeError) -> str:
    """Return the message of the error that a call raises, on one line."""
    with pytest.raises(error) as caught:
        call()
    return " ".join(str(caught.value).split())


def warnings_of(call: Callable[[], object]) -> list[str]:
    """Return the messages of the warnings that a call gives."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call()
    return [str(warning.message) for warning in caught]
