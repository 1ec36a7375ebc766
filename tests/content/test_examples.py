import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest

from bot.domain.group import read_place
from bot.domain.names import read_name
from bot.domain.typed_hours import read_hours
from bot.domain.typed_time import read_date, read_past_date, read_time
from bot.domain.typed_zone import read_zone
from bot.library.entries import read_words
from bot.library.patterns import texts
from tests.library.content_folder import CONTENT

EXAMPLE = re.compile(r"(?:par exemple\N{NO-BREAK SPACE}|for example): (.+?)\.?$", re.MULTILINE)
TODAY = date(2026, 11, 20)
MONTHS = timedelta(days=310)

READERS: dict[str, Callable[[str], object]] = {
    "hours-": read_hours,
    "zone-": read_zone,
    "invite-": read_name,
    "group-which-name": read_name,
    "group-name-again": read_name,
    "group-place-again": read_place,
    "group-which-first": partial(read_date, today=TODAY),
    "workshop-which-day": partial(read_date, today=TODAY),
    "mark-which-day": partial(read_past_date, today=TODAY, back=MONTHS),
    "mark-": read_name,
    "date-": partial(read_date, today=TODAY),
    "draft-which-start": partial(read_date, today=TODAY),
    "cover-": partial(read_date, today=TODAY),
    "change-which-day": partial(read_date, today=TODAY),
    "job-which-day": partial(read_date, today=TODAY),
    "moment-day": partial(read_date, today=TODAY),
    "day-of-": partial(read_date, today=TODAY),
    "remind-place": read_place,
    "reminder-which-day": partial(read_date, today=TODAY),
    "reminder-which-first-day": partial(read_date, today=TODAY),
    "outing-which-day": partial(read_date, today=TODAY),
    "outing-wh": read_place,
    "pause-": partial(read_date, today=TODAY),
    "": read_time,
}


def given_examples(file: str) -> list[tuple[str, str]]:
    """Return every example that a text gives, with its key."""
    words, _ = read_words(CONTENT / "words" / file)
    return [
        (key, example)
        for key, entry in words.entries.items()
        for text in texts(entry, words.entries)
        for example in EXAMPLE.findall(text)
    ]


@pytest.mark.parametrize("file", ["fr.ftl", "en.ftl"])
def test_most_questions_give_an_example(file: str) -> None:
    keys = {key for key, _ in given_examples(file)}

    assert {"hours-question", "zone-others", "around-leaving", "pause-question"} <= keys


@pytest.mark.parametrize(
    ("key", "example"),
    [one for file in ("fr.ftl", "fr-tu.ftl", "en.ftl") for one in given_examples(file)],
)
def test_an_example_is_understood_when_it_is_typed(key: str, example: str) -> None:
    read = next(reader for start, reader in READERS.items() if key.startswith(start))

    assert read(example) is not None
