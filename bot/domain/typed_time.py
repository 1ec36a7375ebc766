"""Understands a time or a date as people type it, in French and in English.

What is impossible, unclear or followed by something else is None: the question is asked again.
"""

import re
import unicodedata
from datetime import date, time, timedelta

# More than any time or date needs: longer texts are not even looked at.
_LONGEST = 40

_TWO_YEARS = timedelta(days=731)

_LATELY = timedelta(days=92)

_LEADING_WORDS = {"a", "at", "le", "on"}

_NAMED_TIMES = {"midi": time(12), "noon": time(12), "minuit": time(0), "midnight": time(0)}

_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2}?) ?(?:h|heures?|[:.])? ?(?P<minute>[0-9]{2})?(?: ?(?P<half>[ap])\.?m\.?)?"
)

_NEAR_DAYS = {
    "aujourd'hui": 0,
    "today": 0,
    "demain": 1,
    "tomorrow": 1,
    "apres-demain": 2,
    "apres demain": 2,
}

_PAST_DAYS = {
    "aujourd'hui": 0,
    "today": 0,
    "hier": 1,
    "yesterday": 1,
    "avant-hier": 2,
    "avant hier": 2,
}

_WEEKDAYS = {
    name: number
    for names in (
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "monday tuesday wednesday thursday friday saturday sunday",
    )
    for number, name in enumerate(names.split())
}

_COMING = re.compile(r"(?:(?:ce|this|next) )?(?P<weekday>[a-z]+)(?: prochain| qui vient)?")

_MONTHS = {
    name: number
    for names in (
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "janv fevr mars avr mai juin juil aout sept oct nov dec",
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "01 02 03 04 05 06 07 08 09 10 11 12",
    )
    for number, name in enumerate(names.split(), start=1)
}

_DATES = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    re.compile(
        r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})"
        r"(?:(?P=mark)(?P<year>[0-9]{4}|[0-9]{2})?)?"
    ),
    re.compile(
        r"(?P<day>[0-9]{1,2})(?:er|st|nd|rd|th)? ?(?P<month>[a-z]{3,9})\.?(?: (?P<year>[0-9]{4}))?"
    ),
)


def read_time(text: str) -> time | None:
    """Return the time of day that a text says (`7h15`, `07:15`, `7:15 pm`, `midi`), or None."""
    plain = _plain(text)
    if plain in _NAMED_TIMES:
        return _NAMED_TIMES[plain]
    match = _TIME.fullmatch(plain)
    if not match:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        return _half_day(hour, minute, afternoon=match["half"] == "p")
    return _time(hour, minute)


def read_date(text: str, *, today: date) -> date | None:
    """Return the date that a text says (`28/11`, `2026-11-28`, `28 nov`, `demain`), or None.

    Without a year it is the next such date, today included; a day of the week is the next one after
    today, `mardi` and `mardi prochain` alike. Dates gone by, and those more than two years away,
    are None.
    """
    plain = _plain(text)
    found = _near_day(plain, today) or _written_day(plain, today)
    return found if found and found <= furthest(today) else None


def is_too_far(text: str, *, today: date) -> bool:
    """Whether a text says a date that `read_date` does not take because it is too far away."""
    found = _written_day(_plain(text), today)
    return found is not None and found > furthest(today)


def is_over(text: str, *, today: date) -> bool:
    """Whether a text says a date that has lately gone by: so near, next year's is hardly meant."""
    plain = _plain(text)
    if plain in _PAST_DAYS:
        return _PAST_DAYS[plain] > 0
    found = _written_day(plain, today - _LATELY)
    return found is not None and found < today


def furthest(today: date) -> date:
    """Return the last date that is taken."""
    return today + _TWO_YEARS


def read_past_date(text: str, *, today: date, back: timedelta) -> date | None:
    """Return the date gone by that a text says (`28/11`, `hier`), or None.

    It is not longer ago than `back`; a day of the week is the latest one before today.
    """
    plain = _plain(text)
    if plain in _PAST_DAYS:
        return today - timedelta(days=_PAST_DAYS[plain])
    if plain in _WEEKDAYS:
        return today - timedelta(days=(today.weekday() - _WEEKDAYS[plain] - 1) % 7 + 1)
    found = _written_day(plain, today - back)
    return found if found and found <= today else None


def _plain(text: str) -> str:
    """Bring widths, accents, capitals, apostrophes and spaces to their plainest form."""
    if len(text) > _LONGEST:
        return ""
    taken_apart = unicodedata.normalize("NFKD", text.replace("’", "'"))
    letters = "".join(sign for sign in taken_apart if not unicodedata.combining(sign))
    words = letters.casefold().split()
    if words and words[0] in _LEADING_WORDS:
        words = words[1:]
    return " ".join(words)


def _half_day(hour: int, minute: int, *, afternoon: bool) -> time | None:
    if hour not in range(1, 13):
        return None
    return _time(hour % 12 + 12 * afternoon, minute)


def _time(hour: int, minute: int) -> time | None:
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _near_day(plain: str, today: date) -> date | None:
    if plain in _NEAR_DAYS:
        return today + timedelta(days=_NEAR_DAYS[plain])
    coming = _COMING.fullmatch(plain)
    weekday = _WEEKDAYS.get(coming["weekday"]) if coming else None
    if weekday is None:
        return None
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _written_day(plain: str, today: date) -> date | None:
    first, _, rest = plain.partition(" ")
    weekday = _WEEKDAYS.get(first.rstrip(","))
    if weekday is None:
        return _numbered_day(plain, today)
    found = _numbered_day(rest, today)
    return found if found and found.weekday() == weekday else None


def _numbered_day(plain: str, today: date) -> date | None:
    match = next(filter(None, (form.fullmatch(plain) for form in _DATES)), None)
    if not match:
        return None
    month, day = _MONTHS.get(match["month"], 0), int(match["day"])
    days = (_date(year, month, day) for year in _years(match["year"], today))
    return next((found for found in days if found and found >= today), None)


def _years(written: str | None, today: date) -> range:
    if not written:
        return range(today.year, today.year + 3)
    year = int(written) if len(written) == len("2026") else 2000 + int(written)
    return range(year, year + 1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
