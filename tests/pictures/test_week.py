"""A week becomes a picture whatever stands in it: numbers on its days, and each told beneath."""

import math
import re
from datetime import time
from itertools import combinations

import pytest

from bot.domain.week import Entry, Part, Week, WorkingDay, divided
from bot.pictures.render import png
from bot.pictures.week import HOUR, TOP, Words, draw
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


def dots(drawing: str) -> list[tuple[float, float]]:
    """Return where the numbers stand: how far right, how far down."""
    found = re.findall(r'<circle cx="([0-9.]+)" cy="([0-9.]+)" r="20"', drawing)
    return [(float(x), float(y)) for x, y in found]


def down(at: time) -> float:
    return TOP + HOUR * (at.hour + at.minute / 60)


@pytest.mark.parametrize(
    "times",
    [
        [time(7), time(7, 30), time(7, 45)],
        [time(7), time(7), time(7)],
        [time(0), time(23, 59)],
        [time(7), time(7, 50), time(8, 40), time(9, 30), time(10, 20)],
    ],
)
def test_each_number_stands_at_its_time_and_hides_no_other(times: list[time]) -> None:
    things = tuple(entry(at, "a", 0) for at in times)

    there = dots(draw(Week(entries=things), words(*"abcde"[: len(times)])))[: len(times)]

    assert [y for _, y in there] == pytest.approx([down(at) for at in times], abs=0.1)
    assert all(math.dist(*pair) >= 2 * 20 for pair in combinations(there, 2))


def test_more_numbers_than_fit_beside_each_other_stand_in_one_frame() -> None:
    early = [
        entry(time(7, minute), "a", 0, *([1] if minute != 20 else []))
        for minute in range(0, 50, 10)
    ]
    drawing = draw(Week(entries=(*early, entry(time(12), "f", 0))), words(*"abcdef"))

    assert ">1–5</text>" in drawing
    assert ">1, 2, 4,</text>" in drawing
    assert f'y="{down(time(7)) - 20:.1f}"' in drawing
    assert next(y for _, y in dots(drawing)) == down(time(12))


def test_the_legend_uses_the_whole_width() -> None:
    told = "19:00 Repas de la pause (lundi, mardi, mercredi,"

    assert f">{told}</text>" in draw(
        Week(entries=(entry(time(19), "a", 0),)), words(f"{told} jeudi et dimanche)")
    )


@pytest.mark.parametrize("what", ["", "🙂", "a" * 3_000, "W w " * 1_000])
def test_any_words_become_a_picture_of_a_size_that_is_taken(what: str) -> None:
    things = tuple(entry(time(hour), what[:60], *range(7)) for hour in range(12))

    drawing = draw(Week(entries=things), words(*[one.what for one in things]))

    assert sum(size(png(drawing))) <= MOST
