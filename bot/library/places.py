"""What cities are called."""

from babel import Locale

from bot.domain.people import Language
from bot.domain.typed_zone import city as bare_city

ACCENTED = {"America/Montreal": "Montréal"}
"""Zones that Babel knows under another city's name only."""


def city(zone: str, language: Language) -> str:
    """Return the city that a time zone is named for, as a language calls it."""
    if zone in ACCENTED:
        return ACCENTED[zone]
    known = Locale(language.value).time_zones.get(zone)
    return str(known["city"]) if known and "city" in known else bare_city(zone)
