"""One ranking of all entries for the tests of this folder."""

import pytest
from support import ENTRIES, shown

from cheatsheet.find import index
from cheatsheet.find.rank import Ranking


@pytest.fixture(scope="session")
def ranking():
    return Ranking(index.build(ENTRIES, shown()))
