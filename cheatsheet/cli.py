"""The command line: a few lines a command, each calling the floors below."""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
import socket
import statistics
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from cheatsheet import catalog
from cheatsheet.check import recorded, runner, sentences
from cheatsheet.check.claims import KINDS, Report
from cheatsheet.check.claims import check as check_entry
from cheatsheet.check.sandbox import Request
from cheatsheet.entry import Entry, EntryError

if TYPE_CHECKING:
    from cheatsheet.benchmarks.results import Machine, Run
    from cheatsheet.find.rank import Hit

app = typer.Typer(
    help="A PyTorch cheat sheet in which every line has been run.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console()
err = Console(stderr=True)

#: Columns that no line of a table reaches.
_ONE_LINE = 2000

EntryName = Annotated[str, typer.Argument(metavar="ENTRY", help="losses/huber, or huber")]
AsJson = Annotated[bool, typer.Option("--json", help="print the result as JSON")]
Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ENTRY|TOPIC]...", help="entries, groups or topics; none means all"),
]


def _fail(message: str) -> typer.Exit:
    err.print(f"[red]error:[/] {escape(message)}", highlight=False, soft_wrap=True)
    return typer.Exit(2)


def _entries(names: list[str] | None) -> list[Entry]:
    try:
        return catalog.find(names or [])
    except (catalog.UnknownNameError, EntryError) as error:
        raise _fail(str(error)) from None


def _entry(name: str) -> Entry:
    try:
        return catalog.find_one(name)
    except (catalog.UnknownNameError, EntryError) as error:
        raise _fail(str(error)) from None


def _preload(entries: Iterable[Entry], *more: str) -> None:
    try:
        runner.preload({module for entry in entries for module in entry.imports}.union(more))
    except runner.CannotForkError as error:
        raise _fail(str(error)) from None


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=err,
        transient=True,
    )


#: What reads or writes more of the project than its entries.
_OF_A_CHECKOUT = {
    "bench-compare", "bench-table", "changes", "compare", "downloads", "names", "new", "prepare",
    "sentences", "serve", "update",
}  # fmt: skip


@app.callback()
def _refuse_without_a_checkout(context: typer.Context) -> None:
    command = context.invoked_subcommand
    if catalog.INSTALLED and command in _OF_A_CHECKOUT:
        raise _fail(
            f"`cheatsheet {command}` needs a checkout of the project, this is a wheel of it"
        )


def _print_json(found: object) -> None:
    sys.stdout.write(json.dumps(found, indent=2) + "\n")


@app.command("list")
def list_entries(
    topic: Annotated[str | None, typer.Argument(help="a topic or a group")] = None,
    as_json: AsJson = False,
) -> None:
    """List the entries, with what each is for."""
    from cheatsheet.export.reading import as_row

    entries = _entries([topic] if topic else None)
    if as_json:
        _print_json([as_row(entry) for entry in entries])
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    for entry in entries:
        table.add_row(
            f"[bold]{entry.name}[/]", escape(entry.heading), f"[dim]{escape(entry.summary)}[/]"
        )
    _print_wide(table)


def _print_wide(table: Table) -> None:
    """Print a table; a pipe or a file has no width: nothing is cut there and nothing wrapped."""
    (out if out.is_terminal else Console(width=_ONE_LINE)).print(table)


@app.command()
def show(name: EntryName, as_json: AsJson = False) -> None:
    """Print an entry, highlighted, its outputs dimmed."""
    from cheatsheet.export import reading

    entry = _entry(name)
    if as_json:
        return _print_json(reading.as_json(entry, recorded.runs()))
    out.print(*reading.shown(entry), sep="\n", highlight=False)
    # A line of code is a line: a narrow terminal must not break it where a copy would fail.
    return out.print(Text("\n"), reading.code_of(entry), sep="", end="", soft_wrap=True)


@app.command("run")
def run_entry(name: EntryName) -> None:
    """Run an entry and print what it prints."""
    entry = _entry(name)
    _preload([entry])
    seen = runner.run(Request(entry))
    for line in sorted(seen.printed):
        sys.stdout.write(seen.printed[line])
    sys.stderr.write(seen.stderr)
    if seen.unmet:
        raise _fail(f"{entry.name} needs {', '.join(seen.unmet)}")
    if seen.error:
        raise _fail(f"{entry.name} fails\n{seen.error}")


@app.command()
def check(
    names: Names = None,
    device: Annotated[str | None, typer.Option(help="default device of the run, e.g. cuda")] = None,
    as_json: AsJson = False,
    durations: Annotated[bool, typer.Option(help="print what each entry costs")] = False,
    limit: Annotated[float, typer.Option(help="seconds before an entry counts as hanging")] = (
        runner.TIME_LIMIT
    ),
    record: Annotated[
        bool, typer.Option(help="note in results/claims/ what held, for the pages to show")
    ] = False,
    changed: Annotated[
        bool, typer.Option(help="only what the record lacks, or has of another text")
    ] = False,
) -> None:
    """Run entries and check every claim they make."""
    entries = _entries(names)
    if device is not None:
        _require_device(device)
    if changed:
        machine, file = _record_of(device or "cpu")
        entries = recorded.changed(entries, recorded.known(file, machine.torch))
    _preload(entries)
    reports: list[Report] = []
    with _progress() as progress:
        task = progress.add_task("checking", total=len(entries))
        requests = [Request(entry) for entry in entries]
        for report in runner.each(lambda r: check_entry(r.entry, device, limit), requests):
            reports.append(report)
            progress.advance(task)
    order = [entry.name for entry in entries]
    reports.sort(key=lambda report: order.index(report.entry.name))
    if as_json:
        _print_json(_as_json(reports, device))
    else:
        _print_reports(reports, durations, device)
    if record:
        _record(reports, device or "cpu", keep=changed or bool(names))
    if any(report.failures for report in reports):
        raise typer.Exit(1)


def _record(reports: list[Report], device: str, *, keep: bool) -> None:
    """Write which entries held here; the pages show the records."""
    import torchvision

    machine, file = _record_of(device)
    run = recorded.as_run(
        reports,
        recorded.known(file, machine.torch) if keep else {},
        device=(machine.gpu if device.startswith("cuda") else None) or machine.processor,
        torch=machine.torch,
        torchvision=torchvision.__version__,
        python=machine.python,
        date=datetime.date.today().isoformat(),
    )
    recorded.write(file, run)
    out.print(f"recorded in {file}")


def _record_of(device: str) -> tuple[Machine, Path]:
    """Return this machine, and the file that records it with its release of torch and a device."""
    from packaging.version import Version

    from cheatsheet.benchmarks.machine import this_machine

    machine = this_machine()
    major, minor = Version(machine.torch).release[:2]
    name = f"torch-{major}.{minor}-{machine.name}-{device.replace(':', '-')}.json"
    return machine, recorded.RESULTS / name


def _require_device(device: str) -> None:
    import torch

    try:
        torch.empty(1, device=device).tolist()
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        first = str(error).splitlines()[0]
        raise _fail(f"no device {device!r} on this machine: {first}") from None


def _as_json(reports: list[Report], device: str | None) -> dict[str, Any]:
    versions = {report.observation.torch for report in reports} - {""}
    return {
        "torch": next(iter(versions), None),
        "device": device or "cpu",
        "entries": [
            {
                "name": report.entry.name,
                "skipped": report.observation.unmet,
                "seconds": round(report.observation.seconds, 4),
                "peak_mib": round(report.observation.peak_mib, 1),
                "cost": round(report.observation.cost, 4),
                "claims": [dataclasses.asdict(claim) for claim in report.claims],
            }
            for report in reports
        ],
    }


def _print_reports(reports: list[Report], durations: bool, device: str | None) -> None:
    for report in reports:
        if report.failures:
            out.print(escape(report.explain()), highlight=False, soft_wrap=True)
    table = Table("claim", "made", "hold", "fail", "skipped", box=None, header_style="dim")
    claims = [claim for report in reports for claim in report.claims]
    for kind in KINDS:
        of_kind = [claim for claim in claims if claim.kind == kind]
        if of_kind:
            table.add_row(kind, *_counts(of_kind))
    table.add_row("[bold]all[/]", *_counts(claims))
    out.print(table)
    skipped = [report for report in reports if report.skipped]
    for report in skipped:
        out.print(f"skipped {report.entry.name}: needs {', '.join(report.observation.unmet)}")
    if durations:
        _print_durations([report for report in reports if not report.skipped])
    failed = sum(bool(report.failures) for report in reports)
    out.print(
        f"{len(reports)} entries: {len(reports) - failed - len(skipped)} hold, "
        f"{failed} fail, {len(skipped)} skipped"
    )
    versions = {report.observation.torch for report in reports} - {""}
    if device in (None, "cpu") and versions:
        lines = recorded.compared(reports, recorded.runs(), versions.pop())
        out.print(escape("\n".join(lines)), highlight=False, soft_wrap=True)
        rounded = [report.entry.name for report in reports if report.rounded]
        if rounded:
            names = ", ".join(rounded)
            out.print(f"other last digits or blanks, which `cheatsheet update` writes: {names}")
    if catalog.INSTALLED:  # what holds sentences are tests, which a wheel has not
        return
    total = sentences.Account()
    for report in reports:
        total.add(sentences.account(report.entry.name))
    out.print(f"their sentences: {total}")


def _counts(claims: list[Any]) -> tuple[str, ...]:
    hold = sum(claim.holds for claim in claims)
    skipped = sum(claim.skipped is not None for claim in claims)
    return tuple(map(str, (len(claims), hold, len(claims) - hold - skipped, skipped)))


def _print_durations(reports: list[Report]) -> None:
    if not reports:
        return
    table = Table("entry", "code ms", "run ms", "peak MiB", box=None, header_style="dim")
    for report in sorted(reports, key=lambda r: r.observation.cost, reverse=True):
        seen = report.observation
        table.add_row(
            report.entry.name,
            f"{seen.seconds * 1000:.0f}",
            f"{seen.cost * 1000:.0f}",
            f"{seen.peak_mib:.0f}",
        )
    out.print(table)
    # The first run waits for the server to import torch: the median is not moved by it.
    median = statistics.median(report.observation.cost for report in reports)
    out.print(f"median cost of a run, process start included: {median * 1000:.0f} ms")


@app.command("sentences")
def list_sentences(
    names: Names = None,
    draft: Annotated[
        bool, typer.Option(help="print what nothing holds as lines for tests/sentences/")
    ] = False,
) -> None:
    """Tell which sentences a test or a claim holds, and which nothing does."""
    # A file is named too, as git and its hooks do: `snippets/losses/__init__.py` is a page.
    wanted = [re.sub(r"^snippets/|(/__init__)?\.py$", "", name).strip("/") for name in names or []]
    owners = [
        owner
        for owner in sentences.owners()
        if not wanted or any(f"{owner}/".startswith(f"{name}/") for name in wanted)
    ]
    if not owners:
        raise _fail(f"nothing is named {', '.join(wanted)}; `cheatsheet list` shows what there is")
    total = sentences.Account()
    for owner in owners:
        account = sentences.account(owner)
        total.add(account)
        if draft and account.open:
            rows = [f"?: {sentence.text}" for sentence in account.open]
            sys.stdout.write("\n".join([f"## {owner}", *rows, "", ""]))
    if not draft:
        sys.stdout.writelines(f"{problem}\n" for problem in total.problems)
        sys.stdout.write(f"{len(owners)} pages and entries: {total}\n")
    if total.problems:
        raise typer.Exit(1)


@app.command()
def update(names: Annotated[list[str], typer.Argument(metavar="ENTRY...")]) -> None:
    """Rewrite the `#>` lines of entries from what they print, and nothing else."""
    from cheatsheet.check.update import UpdateError
    from cheatsheet.check.update import update as update_entry

    entries = _entries(names)
    _preload(entries)
    failed = False
    for entry in entries:
        try:
            changed = update_entry(entry)
        except UpdateError as error:
            err.print(f"[red]error:[/] {escape(str(error))}", highlight=False, soft_wrap=True)
            failed = True
        else:
            out.print(f"{entry.name}: {'rewritten' if changed else 'unchanged'}")
    if failed:
        raise typer.Exit(1)


@app.command("new")
def new_entry(
    name: Annotated[str, typer.Argument(help="losses/regression/log_cosh; losses/robust --page")],
    heading: Annotated[str | None, typer.Option(help="the name a reader would search for")] = None,
    summary: Annotated[str | None, typer.Option(help="what it is for, in half a sentence")] = None,
    page: Annotated[bool, typer.Option("--page", help="make a group or a topic")] = False,
    after: Annotated[str | None, typer.Option(help="the neighbour that it stands below")] = None,
) -> None:
    """Write a new entry with its test and its lists, and the pages above it that are missing."""
    from cheatsheet.new import NewError, new

    try:
        done = new(name, heading, summary, page=page, after=after)
    except (NewError, EntryError) as error:
        raise _fail(str(error)) from None
    for what, path in done:
        out.print(f"{what:<8}{path.relative_to(catalog.ROOT).as_posix()}", soft_wrap=True)
    steps = [
        f"put your code and words into the files that are {'written' if page else 'new'}",
        *([] if page else [f"cheatsheet update {name}", f"cheatsheet check {name}"]),
        *([f"cheatsheet new {name}/ENTRY"] if page else []),
        f"cheatsheet sentences {name}",
        "make serve",
    ]
    out.print("next:", *(f"  {step}" for step in steps), sep="\n", soft_wrap=True)


@app.command()
def changes(
    report: Annotated[typer.FileText, typer.Argument(help="what `check --json` wrote; - for it")],
) -> None:
    """Name the entries whose outputs and messages differ from what is documented."""
    try:
        checked = json.load(report)
        entries = [(entry["name"], entry["claims"]) for entry in checked["entries"]]
    except (ValueError, TypeError, KeyError) as error:
        raise _fail(
            f"{report.name}: expected what `cheatsheet check --json` writes: {error}"
        ) from None
    problems = {name: [c for c in claims if c["problem"]] for name, claims in entries}
    changed = {name: claims for name, claims in problems.items() if claims}
    for name, claims in changed.items():
        out.print(name, style="bold", highlight=False)
        for claim in claims:
            text = f"  line {claim['line']}, {claim['kind']}: {claim['problem']}"
            out.print(escape(text), highlight=False, soft_wrap=True)
    out.print(f"torch {checked['torch']}: {len(changed)} of {len(entries)} entries differ")
    if changed:
        raise typer.Exit(1)


@app.command()
def surface(
    into: Annotated[Path, typer.Argument(metavar="FILE", help="what is written, as JSON")],
) -> None:
    """Write the public names of the torch that is installed, with signatures and deprecations."""
    from cheatsheet.releases.surface import write

    read = write(into)
    out.print(
        f"torch {read.torch}, torchvision {read.torchvision}: {len(read.names)} names, "
        f"{len(read.deprecated)} deprecated"
    )


@app.command()
def compare(
    before: Annotated[Path, typer.Argument(help="what `surface` wrote on a release")],
    after: Annotated[Path, typer.Argument(help="and on the release after it")],
) -> None:
    """Record what changed between two releases; the pages of the releases show it."""
    from cheatsheet.releases import compare, surface

    changes = compare.compare(surface.read(before), surface.read(after))
    out.print(
        f"{compare.write(changes)}: {len(changes.added)} names added, {len(changes.removed)} "
        f"removed, {len(changes.parameters)} with other parameters, "
        f"{len(changes.deprecated)} deprecated"
    )


@app.command()
def prepare(names: Names = None) -> None:
    """Make what the site needs: figures of entries that changed, indexes, benchmark pages."""
    from cheatsheet.benchmarks.page import write_pages
    from cheatsheet.benchmarks.results import ResultsError
    from cheatsheet.export import editors, markdown, notebooks, take_along
    from cheatsheet.figures import FigureError, draw_all, read_record, sliders
    from cheatsheet.find import index, questions
    from cheatsheet.find import site as search
    from cheatsheet.names import documented
    from cheatsheet.names.shown import Shown
    from cheatsheet.releases import page as releases
    from cheatsheet.site import checked, previews
    from cheatsheet.site.api_index import write_index

    entries = _entries(names)
    _preload(entries, "matplotlib.pyplot")
    with _progress() as progress:
        task = progress.add_task("drawing", total=len(entries))
        try:
            for _ in draw_all(entries):
                progress.advance(task)
        except FigureError as error:
            raise _fail(str(error)) from None
    sliders.write()
    all_entries, record = catalog.find([]), read_record()
    shown = Shown(all_entries, record, documented.read())
    write_index(shown)
    documents = index.write(all_entries, shown)
    search.write(documents)
    questions.write(documents)
    checked.write(shown)
    releases.write(all_entries, record)
    try:
        write_pages()
    except ResultsError as error:
        raise _fail(str(error)) from None
    for kind in (markdown, notebooks, editors, take_along, previews):
        kind.write(all_entries)


@app.command("names")
def list_names(
    update: Annotated[
        bool, typer.Option("--update", help="write the list of the names that none shows anew")
    ] = False,
) -> None:
    """Count the documented names of torch that entries show, by module."""
    from cheatsheet.figures import read_record
    from cheatsheet.names import documented, unshown
    from cheatsheet.names.shown import Shown

    shown = Shown(catalog.find([]), read_record(), documented.read())
    share = shown.share()
    counts = {**share, "all": tuple(map(sum, zip(*share.values(), strict=True)))}
    rows = [
        (module, str(count), str(of), f"{count / of:.0%}")
        for module, (count, of) in counts.items()
        if of
    ]
    _print_table(("module", "shown", "documented", "share"), rows)
    open_names = unshown.update(shown) if update else unshown.without_reason(shown)
    if open_names:
        typer.echo("neither shown nor listed with a reason: " + " ".join(open_names))
        raise typer.Exit(1)


@app.command("downloads")
def write_downloads() -> None:
    """Make the PDFs and the zip of the site; what else can be taken along `prepare` makes."""
    from cheatsheet.export import downloads
    from cheatsheet.export.paper import PaperError

    try:
        for path in downloads.write(_entries(None)):
            size = path.stat().st_size / 1e6
            out.print(f"{path.relative_to(catalog.ROOT)}  {size:.1f} MB", soft_wrap=True)
    except (PaperError, subprocess.CalledProcessError) as error:
        raise _fail(str(error)) from None


@app.command()
def find(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="as you would say it")],
    as_json: AsJson = False,
    limit: Annotated[int, typer.Option(min=1, help="how many entries at most")] = 10,
) -> None:
    """Find the entries that answer a question, a name or an error; exit code 1 where none does."""
    from cheatsheet.find import index
    from cheatsheet.find.rank import Ranking

    hits = Ranking(index.read()).search(" ".join(words), limit)
    if as_json:
        _print_json([_hit_as_json(hit) for hit in hits])
    elif hits:
        out.print("\n".join(map(_hit_as_text, hits)), highlight=False, soft_wrap=True)
    else:
        err.print("nothing found. `cheatsheet list` shows all entries")
    if not hits:
        raise typer.Exit(1)


def _hit_as_text(hit: Hit) -> str:
    found = hit.document
    lines = [
        f"[bold]{escape(found.heading)}[/]  {escape(found.summary)}  [dim]{found.name}[/]",
        f"    {escape(found.call)}",
    ]
    if hit.line is not None and hit.line.kind == "message":
        lines.append(f"    [dim]{escape(hit.line.text)}[/]")
    return "\n".join(lines)


def _hit_as_json(hit: Hit) -> dict[str, Any]:
    found = hit.document
    return {
        "name": found.name,
        "heading": found.heading,
        "summary": found.summary,
        "page": found.page,
        "url": found.url,
        "call": found.call,
        "matched": hit.line and {"kind": hit.line.kind, "text": hit.line.text},
        "score": round(hit.score, 3),
    }


@app.command()
def explain(
    message: Annotated[
        list[str] | None,
        typer.Argument(metavar="[MESSAGE]", help="the message or traceback; else standard input"),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Explain an error message or a traceback; exit code 1 where it is not known."""
    from cheatsheet.find import index

    if message:
        pasted = " ".join(message)
    else:
        pasted = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    documents = {document.name: document for document in index.read()}
    read, found = index.explain(index.messages(documents.values()), pasted)
    if as_json:
        rows = [{"name": k.name, "url": documents[k.name].url, "message": k.message} for k in found]
        _print_json({"read": read, "entries": rows})
    elif not found:
        err.print("This message is not known here. `cheatsheet find` looks for its words.")
    else:
        first = escape(read.splitlines()[0])
        out.print(f"[dim]read:[/] {first}\n", highlight=False, soft_wrap=True)
        show(found[0].name)
        others = ", ".join(known.name for known in found[1:4])
        address = documents[found[0].name].url
        out.print(f"\n[dim]page:[/] {address}", highlight=False, soft_wrap=True)
        if others:
            out.print(f"[dim]also:[/] {others}", highlight=False, soft_wrap=True)
    if not found:
        raise typer.Exit(1)


@app.command()
def mcp() -> None:
    """Serve find, show, explain and check to an assistant, on standard input and output."""
    try:
        from cheatsheet.export import server
    except ModuleNotFoundError as error:
        raise _fail(f"{error}. Install the extra: pip install 'pytorch-cheatsheet[mcp]'") from None
    server.run()


@app.command("bench")
def bench(
    target: Annotated[str, typer.Argument(metavar="FILE.py:FUNCTION")],
) -> None:
    """Time your own step on the CPU and the GPU; FUNCTION takes a device and returns the step."""
    from cheatsheet.benchmarks import machine, own, tables

    try:
        timed = own.time_step(own.find(target), machine.devices())
    except own.OwnError as error:
        raise _fail(str(error)) from None
    _print_table(("device", "a call", "one call and its wait"), tables.of_own(timed))
    out.print(tables.verdict(timed))


@app.command("bench-record")
def bench_record(
    part: Annotated[
        str, typer.Option("-k", help="a part of the names of workloads or groups")
    ] = "",
    quick: Annotated[bool, typer.Option(help="three sizes of each, two short looks")] = False,
    again: Annotated[bool, typer.Option(help="measure anew what is there")] = False,
    machine: Annotated[str | None, typer.Option(help="the name of the results file")] = None,
) -> None:
    """Time what this machine's results file lacks, in several looks; exit code 1 where one fails.

    A run that is cut off goes on where it ended.
    """
    from cheatsheet.benchmarks.record import record
    from cheatsheet.benchmarks.results import ResultsError

    def say(line: str) -> None:
        err.print(line, highlight=False, markup=False)

    try:
        refused = record(machine, words=part, quick=quick, again=again, say=say)
    except ResultsError as error:
        raise _fail(str(error)) from None
    for row in refused:
        say(f"no figure: {row.words}: {row.why}")
    if refused:
        raise typer.Exit(1)


@app.command()
def upgrade(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE|FOLDER]...", help="- for standard input")
    ] = None,
    fix: Annotated[bool, typer.Option(help="rewrite what keeps its result")] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="rewrite also what can change a result")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="print the changes, write nothing")] = False,
    target: Annotated[
        str | None, typer.Option(help="the oldest torch that the code has to run on, e.g. 2.13")
    ] = None,
    select: Annotated[list[str] | None, typer.Option(help="these rules alone")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="all rules but these")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print the result as JSON")] = False,
    github: Annotated[bool, typer.Option("--github", help="print annotations for GitHub")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="list the rules")] = False,
) -> None:
    """Report old calls of torch in .py and .ipynb; exit code 1 if there are, 2 if unreadable."""
    from cheatsheet.upgrade import command

    if rules:
        command.list_rules()
        return
    level: command.Level = "unsafe" if unsafe else "safe" if fix or diff else "none"
    form: command.Form = "json" if as_json else "github" if github else "diff" if diff else "text"
    wanted = command.Wanted(target, command.listed(select), command.listed(ignore))
    try:
        code = command.upgrade(names or [], wanted, level, form, write=not diff)
    except command.UsageError as error:
        raise _fail(str(error)) from None
    if code:
        raise typer.Exit(code)


@app.command()
def shapes(
    model: Annotated[str, typer.Argument(help="net.py:Net, package.module:make_net")],
    inputs: Annotated[list[str], typer.Option("--input", help="1,3,224,224; once an input")],
    dtypes: Annotated[
        list[str] | None, typer.Option("--dtype", help="int64; once an input, in their order")
    ] = None,
    kwargs: Annotated[str, typer.Option(help="what it is made with: 'num_classes=10'")] = "",
    train: Annotated[bool, typer.Option("--train", help="in training mode")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="print the result as JSON")] = False,
) -> None:
    """Print the output shape of every layer of a model, without memory for it.

    Exit code 1 where a layer does not fit: its line, and the entry that explains it.
    """
    from cheatsheet.trace import layers, report, target

    try:
        chosen, given = target.find_target(model), target.read_inputs(inputs, dtypes or [])
        traced = layers.trace(chosen, target.read_arguments(chosen, kwargs), given, training=train)
    except target.TargetError as error:
        raise _fail(str(error)) from None
    if as_json:
        sys.stdout.write(json.dumps(report.as_json(traced), indent=2) + "\n")
    else:
        out.print(report.as_text(traced), highlight=False, soft_wrap=True)
    if traced.misfit:
        raise typer.Exit(1)


@app.command("bench-table")
def bench_table(name: Annotated[str | None, typer.Argument(help="a results file")] = None) -> None:
    """Print a machine's benchmark results; without a name those of this machine."""
    from cheatsheet.benchmarks import tables
    from cheatsheet.benchmarks.machine import this_machine

    _print_table(tables.COLUMNS, tables.of_one(_benchmarks(name or this_machine().name)))


@app.command("bench-compare")
def bench_compare(first: str, second: str) -> None:
    """Print two machines' benchmark results side by side, by the names of their files."""
    from cheatsheet.benchmarks import tables

    a, b = _benchmarks(first), _benchmarks(second)
    columns = ("operation", "size", "device", first, second, "ratio")
    _print_table(columns, tables.of_two(a, b))
    out.print(tables.agreement(a, b))


@app.command("bench-check")
def bench_check(name: Annotated[str, typer.Argument(help="a results file")]) -> None:
    """Check a results file before it is sent: nothing missing, nothing that cannot be."""
    from cheatsheet.benchmarks.tables import problems

    run = _benchmarks(name)
    found = problems(run)
    for problem in found:
        out.print(problem, highlight=False, markup=False, soft_wrap=True)
    if found:
        raise typer.Exit(1)
    out.print(f"{run.machine.name}: {len(run.rows)} rows, all that are timed on such a machine")


def _print_table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    table = Table(*columns, box=None, header_style="dim")
    for row in rows:
        table.add_row(*row)
    _print_wide(table)


def _benchmarks(name: str) -> Run:
    from cheatsheet.benchmarks.results import RESULTS, ResultsError, path_of, read

    path = path_of(name)
    if not path.exists():
        known = ", ".join(sorted(p.stem for p in RESULTS.glob("*.json"))) or "none"
        raise _fail(f"no results named {name!r} in {RESULTS}; there are: {known}")
    try:
        return read(path)
    except ResultsError as error:
        raise _fail(str(error)) from None


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="port on 127.0.0.1")] = 8000,
) -> None:
    """Build the site and serve it; pages follow as entries are edited."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise _fail(
                f"port {port} on 127.0.0.1 is taken. Choose another: make serve PORT={port + 1}"
            ) from None
    out.print(f"Building the site. Then open [bold]http://127.0.0.1:{port}[/] (Ctrl+C ends it)")
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    raise typer.Exit(subprocess.run(command, cwd=catalog.ROOT).returncode)


if __name__ == "__main__":
    app()
