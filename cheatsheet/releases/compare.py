"""What one release offers and the one before it does not, and the other way round."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any

from packaging.version import Version

from cheatsheet import catalog
from cheatsheet.releases.surface import Surface

#: One file a release, which `cheatsheet compare` writes.
RESULTS = catalog.ROOT / "results" / "releases"


@dataclass
class Changes:
    """What changed from one release to the next.

    Attributes:
        before: The versions of torch and torchvision before.
        after: Those after.
        added: Names that are new.
        removed: Names that are gone.
        parameters: By name that is in both, what is different: in words, in order.
        deprecated: By name, the warning that the newer release gives and the older did not, or not
            in these words.
    """

    before: tuple[str, str]
    after: tuple[str, str]
    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    parameters: dict[str, list[str]] = field(default_factory=dict)
    deprecated: dict[str, str] = field(default_factory=dict)

    @property
    def release(self) -> str:
        """The release of torch as one says it: `2.14`."""
        return ".".join(map(str, Version(self.after[0]).release[:2]))


def compare(before: Surface, after: Surface) -> Changes:
    """Return what changed between two releases."""
    both = before.names.keys() & after.names.keys()
    differences = {n: _parameters(before.names[n], after.names[n]) for n in sorted(both)}
    old, new = (
        {name: _without_place(text) for name, text in surface.deprecated.items()}
        for surface in (before, after)
    )
    return Changes(
        before=_versions(before),
        after=_versions(after),
        added=sorted(after.names.keys() - both),
        removed=sorted(before.names.keys() - both),
        parameters={name: words for name, words in differences.items() if words},
        deprecated={n: text for n, text in sorted(new.items()) if n in both and old.get(n) != text},
    )


def write(changes: Changes) -> str:
    """Write what changed, and return the name of the file."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{changes.release}.json"
    path.write_text(json.dumps(asdict(changes), indent=1) + "\n")
    return path.relative_to(catalog.ROOT).as_posix()


def recorded() -> list[Changes]:
    """Return what was written, the oldest release first."""
    found = [Changes(**json.loads(path.read_text())) for path in RESULTS.glob("*.json")]
    return sorted(found, key=lambda changes: Version(changes.release))


def _versions(surface: Surface) -> tuple[str, str]:
    return Version(surface.torch).base_version, Version(surface.torchvision).base_version


def _without_place(warning: str) -> str:
    """Drop the place in the C++ source, which moves from release to release."""
    return re.sub(r" ?\(Triggered internally at .*", "", warning)


Signatures = list[dict[str, str | None]]


def _parameters(before: Signatures, after: Signatures) -> list[str]:
    """Say which parameters differ: of several signatures, what any of them has."""
    if not before or not after:
        return []  # one of them says nothing
    old, new = _defaults(before), _defaults(after)
    words = [f"new parameter `{_shown(name, new[name])}`" for name in new if name not in old]
    words += [f"without `{name}`" for name in old if name not in new]
    words += [
        f"default of `{name}`: `{_first(old[name])}`, then `{_first(new[name])}`"
        for name in new
        if name in old and _first(old[name]) != _first(new[name]) and not new[name] & old[name]
    ]
    return words


def _defaults(signatures: Signatures) -> dict[str, set[str | None]]:
    found: dict[str, set[str | None]] = {}
    for signature in signatures:
        for name, default in signature.items():
            if not name.startswith("_"):
                found.setdefault(name, set()).add(default)
    return found


def _first(defaults: set[Any]) -> str:
    return min((d for d in defaults if d is not None), default="required")


def _shown(name: str, defaults: set[Any]) -> str:
    first = _first(defaults)
    return name if first == "required" else f"{name}={first}"
