"""Time zones as people type them: a city's name."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from zoneinfo import available_timezones

LONGEST = 60
# No cities, but parts of countries and, in `Etc`, hours whose sign is turned round.
NO_CITIES = frozenset({"Brazil", "Canada", "Chile", "Etc", "Mexico", "US"})
KNOWN_AS = {
    "la reunion": "Indian/Reunion",
    "londres": "Europe/London",
    "bruxelles": "Europe/Brussels",
    "geneve": "Europe/Zurich",
    "athenes": "Europe/Athens",
    "lyon": "Europe/Paris",
    "marseille": "Europe/Paris",
    "quebec": "America/Montreal",
}


def read_zone(text: str) -> str | None:
    """Return the zone of a typed city, whatever its accents; None if it is unknown."""
    if len(text) > LONGEST:
        return None
    return _zones().get(_plain(text))


def city(zone: str) -> str:
    """Return the city a zone is named for, as it can be shown."""
    return zone.rpartition("/")[2].replace("_", " ")


@cache
def _zones() -> Mapping[str, str]:
    names = sorted(name for name in available_timezones() if "/" in name)
    places = [name for name in names if name.partition("/")[0] not in NO_CITIES]
    by_name = {_plain(name): name for name in places}
    return {_plain(city(name)): name for name in places} | by_name | KNOWN_AS


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(bare.replace("_", " ").replace("-", " ").casefold().split())
