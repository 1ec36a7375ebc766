"""A week becomes a picture whatever stands in it: numbers on its days, and each told beneath."""

from datetime import time

import pytest

from bot.domain.week import Entry, Part, Week, WorkingDay, divided
from bot.pictures.render import png
from bot.pictures.week import Words, draw
from tests.pictures.test_pages import MOST, size

NAMES = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]
DAY = WorkingDay(wakes=time(7), leaves=time(8), ends=time(17))
WORKING = [DAY] * 5 + [None, None]


def words(*entries: str) -> Words:
    parts = {Part.NIGHT: "Nuit", Part.MORNING: "Matin", Part.WORK: "Travail"}
    return Words(title="Ma semaine", days=NAMES, parts=parts, entries=entries)


def entry(at: time, what: str, *days: int) -> Entry:
    return Entry(at=at, what=what, days=frozenset(days))


def test_each_day_has_its_parts_and_each_thing_its_number() -> None:
    things = (entry(time(7), "Réveil", 0, 1), entry(time(18), "<b>", 6))
    drawing = draw(Week(stretches=divided(WORKING, time(22)), entries=things), words("a", "<b>"))

    assert drawing.count('fill="url(#work)"') == 5 + 1
    assert drawing.count(">1</text>") == 2 + 1
    assert "&lt;b&gt;" in drawing
    assert png(drawing).startswith(b"\x89PNG")


def test_what_comes_at_one_time_stands_one_below_the_other() -> None:
    things = (entry(time(7), "a", 0), entry(time(7), "b", 0))

    drawing = draw(Week(entries=things), words("a", "b"))
    places = [
        line.split('cy="')[1].split('"')[0] for line in drawing.splitlines() if 'cy="' in line
    ]

    assert len(set(places[:2])) == 2


@pytest.mark.parametrize("what", ["", "🙂", "a" * 3_000, "W w " * 1_000])
def test_any_words_become_a_picture_of_a_size_that_is_taken(what: str) -> None:
    things = tuple(entry(time(hour), what[:60], *range(7)) for hour in range(12))

    drawing = draw(Week(entries=things), words(*[one.what for one in things]))

    assert sum(size(png(drawing))) <= MOST
