"""Every message fits the screen of a phone: its words and its buttons are seen at one look.

The demo’s page on a phone 390 px wide shows about 38 signs a line, each 20 px high, and each row of
buttons 42 px high: so estimated, a text is within a line of what a browser draws. How high a
message with a picture is follows from its picture.
"""

import textwrap

import pytest

from bot.services.ports import Choice, Worded
from tests.services.access_plays import everybody_plays
from tests.services.memories import Memories
from tests.services.plays import ON_SQLITE
from tests.services.stage import Stage

SIGNS = 38
MOST = 20
"""How many lines a message is high at most, 433 px; a row of buttons is as high as two."""

LONG = {
    "myplan-whole": "all that somebody wrote down for hard moments is read in one place",
    "technique-card": "the steps of a technique are signed off as they stand",
    "care-direct": "what is said to who may need help is signed off as it stands",
    "care-stays": "what is said to who may need help is signed off as it stands",
    "enrol-limits": "what this is and is not is read once, before anything is agreed to",
    "enrol-share": "what each choice shows is read before it is made",
    "homework-shares-in-group": "what each choice shows is read before it is made",
    "workshop-dates": "members hear all dates with their titles once, to keep them",
    "workshops": "all dates of a group with their titles",
    "person": "what somebody shows their coach, with all that can be done",
    "job-offered": "what is taken together is read together",
    "job-own": "what is taken together is read together",
    "job-pick": "what is taken together is read together",
}
"""What may be higher, and why."""


def height(worded: Worded) -> int:
    """Return how high a message is, in lines."""
    lines = sum(max(1, len(textwrap.wrap(line, SIGNS))) for line in worded.text.split("\n"))
    return lines + 2 * len(worded.rows)


@ON_SQLITE
async def test_what_everybody_is_sent_fits_a_phone(stage: Stage, memories: Memories) -> None:
    await memories.recall(stage, everybody_plays)

    high = [one for one in stage.shelf.sent if height(one) > MOST and not one.picture]

    keys = {key for one in high for key in stage.library.keys_of(one.text)[-1:] or [one.text]}
    assert keys - LONG.keys() == set()


@pytest.mark.parametrize(
    ("text", "rows", "expected"),
    [("", 0, 1), ("mot " * 10, 0, 2), ("un\n\ndeux", 0, 3), ("un", 4, 9)],
)
def test_a_height_counts_lines_and_rows(text: str, rows: int, expected: int) -> None:
    row = (Choice(label="un", token="un"), Choice(label="deux", token="deux"))

    assert height(Worded(text=text, rows=(row,) * rows)) == expected
