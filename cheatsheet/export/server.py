"""What an assistant may ask, by the Model Context Protocol: find, show, explain, check.

The four are served on standard input and output. Each answer names the release of torch on which
the entry was checked, and when.
"""

from __future__ import annotations

import contextlib
import io
from importlib.metadata import version
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from cheatsheet import catalog
from cheatsheet.check import recorded, runner
from cheatsheet.check.claims import check as check_entry
from cheatsheet.entry import Entry, EntryError
from cheatsheet.export import prose
from cheatsheet.find import index
from cheatsheet.find.rank import Ranking

server = MCPServer(
    "pytorch-cheatsheet",
    instructions=(
        "PyTorch snippets, each a complete script that has been run. Look an entry up with `find` "
        "or `explain`, read it with `show`, and run it on the torch of this machine with `check`."
    ),
    version=version("pytorch-cheatsheet"),
    log_level="WARNING",
)
_READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)


def run() -> None:
    """Serve until the input ends."""
    server.run("stdio")


@server.tool(annotations=_READS, structured_output=False)
def find(question: str, limit: int = 5) -> str:
    """Find entries by a question, a name of any library or an error; the best comes first.

    Args:
        question: As one would say it: add an axis; np.newaxis; loss for imbalanced classes.
        limit: How many entries at most.
    """
    hits = Ranking(index.read()).search(question, max(1, limit))
    runs = recorded.runs()
    rows = [
        f"- `{hit.document.name}`: {hit.document.heading}, {hit.document.summary}\n"
        f"  `{hit.document.call}`\n  {recorded.in_words(hit.document.name, runs)}"
        for hit in hits
    ]
    return "\n".join(rows) or f"Nothing found. {recorded.release(runs)}"


@server.tool(annotations=_READS, structured_output=False)
def show(entry: str) -> str:
    """Read an entry: what it is for, its text, shapes, errors and code with the outputs.

    Args:
        entry: Its name, such as losses/regression/huber, or huber where no other is called so.
    """
    return _shown(_entry(entry))


@server.tool(annotations=_READS, structured_output=False)
def explain(message: str) -> str:
    """Explain an error message or a traceback of PyTorch: the cause, and the fix.

    Args:
        message: The message, or all that was printed.
    """
    documents = {document.name: document for document in index.read()}
    read, found = index.explain(index.messages(documents.values()), message)
    if not found:
        release = recorded.release(recorded.runs())
        return f"This message is not known here. `find` looks for its words. {release}"
    others = ", ".join(f"`{known.name}`" for known in found[1:4])
    shown = f"Read: {read.splitlines()[0]}\n\n{_shown(catalog.find_one(found[0].name))}"
    return f"{shown}\nAlso: {others}\n" if others else shown


@server.tool(annotations=_READS, structured_output=False)
def check(entry: str) -> str:
    """Run an entry on the torch of this machine, and tell which of its claims hold there.

    Args:
        entry: Its name, as for `show`.
    """
    read = _entry(entry)
    # Standard output is the protocol's.
    with contextlib.redirect_stdout(io.StringIO()):
        runner.preload(read.imports)
        report = check_entry(read)
    here: Any = report.observation.torch
    if report.skipped:
        told = f"Skipped here: needs {', '.join(report.observation.unmet)}."
    elif report.failures:
        told = f"{len(report.failures)} claims fail here, on torch {here}.\n\n{report.explain()}"
    else:
        told = f"All {len(report.claims)} claims hold here, on torch {here}."
    return f"`{read.name}`: {told}\n{recorded.in_words(read.name, recorded.runs())}"


def _entry(name: str) -> Entry:
    try:
        return catalog.find_one(name)
    except (catalog.UnknownNameError, EntryError) as error:
        raise ToolError(str(error)) from None


def _shown(entry: Entry) -> str:
    parts = (
        f"# {entry.heading}: {entry.summary}",
        f"Entry `{entry.name}`. {recorded.in_words(entry.name, recorded.runs())}",
        prose.of_entry(entry, prose.no_address),
        prose.fenced(entry.code),
    )
    return "\n\n".join(filter(None, parts)) + "\n"
