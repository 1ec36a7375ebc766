"""Which release of the time zones is in use: the machine's own, or the one installed with us."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from zoneinfo import TZPATH, available_timezones

KNOWN_EVERYWHERE = "Etc/UTC"
HEAD = "# version "
MARK_BYTES = 6


def zone_release(folders: Sequence[str] = TZPATH) -> str:
    """Return the release that Python takes zones from, such as `2026f`; empty if it says none.

    Python looks into the machine's folders first, and then into the package `tzdata`.
    """
    for folder in map(Path, folders):
        if folder.joinpath(KNOWN_EVERYWHERE).exists():
            return _version(folder / "tzdata.zi")
    return _version(files("tzdata") / "zoneinfo" / "tzdata.zi")


@cache
def zone_marks(folders: tuple[str, ...] = TZPATH) -> Mapping[str, str]:
    """Return a mark of each zone's rules: another one wherever anything in them is different.

    Reads some six hundred small files, once a run: so does Python.
    """
    ours = files("tzdata") / "zoneinfo"
    places: list[Traversable] = [*map(Path, folders), ours]
    found = {}
    for name in sorted(available_timezones()):
        file = next((one for place in places if (one := place / name).is_file()), None)
        if file is not None:
            found[name] = blake2b(file.read_bytes(), digest_size=MARK_BYTES).hexdigest()
    return found


def least_age(release: str, today: date) -> timedelta | None:
    """Return how old a release is at least, or None where that cannot be said.

    A release is named for its year, with a letter for its turn in that year.
    """
    year = release[:4]
    if not year.isdecimal():
        return None
    return max(today - date(int(year), 12, 31), timedelta())


def _version(file: Traversable) -> str:
    if not file.is_file():
        return ""
    with file.open(encoding="utf-8") as lines:
        first = lines.readline()
    return first.removeprefix(HEAD).strip() if first.startswith(HEAD) else ""
