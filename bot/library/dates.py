"""Words for hours, dates, days of the week, and for what is listed in a sentence."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from babel.dates import format_date
from babel.lists import format_list

from bot.domain.message import Days, Phrase
from bot.domain.people import Language

_LOCALES = {Language.FRENCH: "fr", Language.ENGLISH: "en_GB"}
_MONDAY = date(2024, 1, 1)
_WEEK = 7
_RANGE = 3


def word_time(value: time) -> str:
    """Return an hour the way clocks show it, in every language."""
    return value.strftime("%H:%M")


def phrase_date(value: date, language: Language) -> Phrase:
    """Return a day as a phrase: weekday, number and month."""
    month = format_date(value, "MMMM", _LOCALES[language])
    weekday = format_date(value, "EEEE", _LOCALES[language])
    return Phrase("value-date", {"weekday": weekday, "day": value.day, "month": month})


def phrase_short_date(value: date, language: Language) -> Phrase:
    """Return a day as a short phrase: number and month, the month cut as is usual."""
    month = format_date(value, "MMM", _LOCALES[language])
    return Phrase("value-short-date", {"day": value.day, "month": month})


def word_weekday(value: date, language: Language) -> str:
    """Return the day of the week, cut as is usual."""
    return format_date(value, "EEE", _LOCALES[language])


def phrase_days(value: Days, language: Language) -> Phrase:
    """Return days of the week as a phrase: all, one, a range of three or more, or a list."""
    numbers = sorted(value.numbers)
    names = [format_date(_MONDAY + timedelta(days=n), "EEEE", _LOCALES[language]) for n in numbers]
    if not names:
        return Phrase("value-days-none")
    if len(names) == _WEEK:
        return Phrase("value-days-all")
    if len(names) >= _RANGE and numbers[-1] - numbers[0] == len(names) - 1:
        return Phrase("value-days-range", {"first": names[0], "last": names[-1]})
    return Phrase("value-days-list", {"days": word_list(names, language)})


def word_list(several: Sequence[str], language: Language) -> str:
    """Return what is listed as it is read in a sentence: with *and* before the last."""
    return format_list(several, locale=_LOCALES[language])
