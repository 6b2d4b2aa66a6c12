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
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from cheatsheet import catalog
from cheatsheet.check import runner, sentences
from cheatsheet.check.claims import KINDS, Report
from cheatsheet.check.claims import check as check_entry
from cheatsheet.check.lies import plant
from cheatsheet.check.sandbox import Request
from cheatsheet.entry import Entry, EntryError

if TYPE_CHECKING:
    from cheatsheet.benchmarks.results import Row, Run
    from cheatsheet.find.rank import Hit

app = typer.Typer(
    help="A PyTorch cheat sheet in which every line has been run.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console()
err = Console(stderr=True)

EntryName = Annotated[str, typer.Argument(metavar="ENTRY", help="losses/huber, or huber")]
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


@app.command("list")
def list_entries(
    topic: Annotated[str | None, typer.Argument(help="a topic or a group")] = None,
) -> None:
    """List the entries, with what each is for."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for entry in _entries([topic] if topic else None):
        table.add_row(
            f"[bold]{entry.name}[/]", escape(entry.heading), f"[dim]{escape(entry.summary)}[/]"
        )
    out.print(table)


@app.command()
def show(name: EntryName) -> None:
    """Print an entry, highlighted, its outputs dimmed."""
    entry = _entry(name)
    highlighted = Syntax("", "python", theme="ansi_dark").highlight(entry.code)
    text = Text()
    for line in highlighted.split("\n", allow_blank=True):
        if line.plain.lstrip().startswith("#>"):
            line = Text(line.plain, style="dim")
        text.append_text(line).append("\n")
    heading = Text.assemble((entry.heading, "bold"), f": {entry.summary}\n")
    body = Text(f"{entry.text}\n") if entry.text else Text("")
    rows = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for shape in entry.shapes:
        rows.add_row(shape.name, escape(str(shape.shape)), escape(shape.description))
    for failure in entry.raises + entry.warns:
        rows.add_row(failure.type, escape(failure.expression), escape(failure.message))
    # Text and code have lines of their own: a narrow terminal must not break them twice.
    out.print(heading, body, sep="\n", soft_wrap=True)
    out.print(rows)
    out.print(Text("\n"), text, sep="", end="", soft_wrap=True)


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
    as_json: Annotated[bool, typer.Option("--json", help="print the result as JSON")] = False,
    durations: Annotated[bool, typer.Option(help="print what each entry costs")] = False,
    limit: Annotated[float, typer.Option(help="seconds before an entry counts as hanging")] = (
        runner.TIME_LIMIT
    ),
    record: Annotated[
        bool, typer.Option(help="note in results/claims/ what held, for the pages to show")
    ] = False,
) -> None:
    """Run entries and check every claim they make."""
    entries = _entries(names)
    if device is not None:
        _require_device(device)
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
        sys.stdout.write(json.dumps(_as_json(reports, device), indent=2) + "\n")
    else:
        _print_reports(reports, durations)
    if record:
        _record(reports, device or "cpu")
    if any(report.failures for report in reports):
        raise typer.Exit(1)


def _record(reports: list[Report], device: str) -> None:
    """Write which entries held here; the pages show the newest record that has an entry."""
    from cheatsheet.benchmarks.machine import this_machine
    from cheatsheet.site.pages import RESULTS

    machine = this_machine()
    claims = [claim for report in reports for claim in report.claims]
    lies = [plant(report) for report in reports if not report.skipped and not report.failures]
    kinds: dict[str, list[str]] = {"hold": [], "fail": [], "skipped": []}
    for report in reports:
        kind = "skipped" if report.skipped else "fail" if report.failures else "hold"
        kinds[kind].append(report.entry.name)
    run = {
        "device": machine.gpu if device.startswith("cuda") else machine.processor,
        "torch": machine.torch,
        "date": datetime.date.today().isoformat(),
        "claims": {kind: sum(c.kind == kind and c.holds for c in claims) for kind in KINDS},
        "lies planted": sum(planted for planted, _ in lies),
        "lies caught": sum(planted - len(missed) for planted, missed in lies),
        **kinds,
    }
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{machine.name}-{device.replace(':', '-')}.json"
    path.write_text(json.dumps(run, indent=1) + "\n")
    out.print(f"recorded in {path}")


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


def _print_reports(reports: list[Report], durations: bool) -> None:
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
def prepare(names: Names = None) -> None:
    """Make what the site needs: figures of entries that changed, indexes, benchmark pages."""
    from cheatsheet.benchmarks.page import write_pages
    from cheatsheet.benchmarks.results import ResultsError
    from cheatsheet.figures import FigureError, draw_all, read_record, sliders
    from cheatsheet.find import index, questions
    from cheatsheet.find import site as search
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
    write_index(all_entries, record)
    documents = index.write(all_entries, record)
    search.write(documents)
    questions.write(documents)
    checked.write()
    try:
        write_pages()
    except ResultsError as error:
        raise _fail(str(error)) from None
    previews.write(all_entries)


@app.command()
def find(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="as you would say it")],
    as_json: Annotated[bool, typer.Option("--json", help="print the result as JSON")] = False,
    limit: Annotated[int, typer.Option(min=1, help="how many entries at most")] = 10,
) -> None:
    """Find the entries that answer a question, a name or an error; exit code 1 where none does."""
    from cheatsheet.find import index
    from cheatsheet.find.rank import Ranking

    hits = Ranking(index.read()).search(" ".join(words), limit)
    if as_json:
        sys.stdout.write(json.dumps([_hit_as_json(hit) for hit in hits], indent=2) + "\n")
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
    as_json: Annotated[bool, typer.Option("--json", help="print the result as JSON")] = False,
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
        sys.stdout.write(json.dumps({"read": read, "entries": rows}, indent=2) + "\n")
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
    from cheatsheet.benchmarks.machine import this_machine
    from cheatsheet.benchmarks.page import in_words

    run = _benchmarks(name or this_machine().name)
    rows: dict[tuple[str, str], dict[str, Row]] = {}
    for row in run.rows:
        rows.setdefault((row.workload, row.label), {})[row.device] = row
    columns = ("operation", "size", "CPU", "GPU", "CPU / GPU", "GPU with copies")
    table = Table(*columns, box=None, header_style="dim")
    for key, of in rows.items():
        cpu, gpu = of.get("cpu"), of.get("cuda")
        ratio = f"{cpu.median / gpu.median:.2g}" if cpu and gpu else ""
        on_cpu, on_gpu = (in_words(row.median) if row else "" for row in (cpu, gpu))
        copies = in_words(gpu.with_copies) if gpu and gpu.with_copies else ""
        table.add_row(*key, on_cpu, on_gpu, ratio, copies)
    out.print(table)


def _benchmarks(name: str) -> Run:
    from cheatsheet.benchmarks.results import RESULTS, ResultsError, read

    path = RESULTS / f"{name.removesuffix('.json')}.json"
    if not path.exists():
        known = ", ".join(sorted(p.stem for p in RESULTS.glob("*.json"))) or "none"
        raise _fail(f"no results named {name!r} in {RESULTS}; there are: {known}")
    try:
        return read(path)
    except ResultsError as error:
        raise _fail(str(error)) from None


@app.command("bench-compare")
def bench_compare(first: str, second: str) -> None:
    """Print two machines' benchmark results side by side, by the names of their files."""
    from cheatsheet.benchmarks.page import in_words

    runs = [_benchmarks(first), _benchmarks(second)]
    times = [{(r.workload, r.label, r.device): r.median for r in run.rows} for run in runs]
    table = Table("operation", "size", "device", first, second, "ratio", box=None)
    for key, a in times[0].items():
        if key in times[1]:
            b = times[1][key]
            table.add_row(*key, in_words(a), in_words(b), f"{a / b:.2f}")
    out.print(table)


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
