"""The week as a picture and in words, over the Bot API."""

import pytest

from tests.acceptance.stage import Stage
from tests.acceptance.test_my_days import pictures
from tests.acceptance.test_own_data import somebody

AGREE = {
    "vous": ("/menu", ("Ma journée", "Mon réveil", "C’est bon", "Pas besoin", "Pas besoin")),
    "tu": ("/menu", ("Ma journée", "Mon réveil", "C’est bon", "Pas besoin", "Pas besoin")),
    "en": ("/menu", ("My day", "My wake-up", "That’s it", "Not needed", "Not needed")),
}


@pytest.mark.parametrize(
    ("voice", "command", "empty", "line"),
    [
        ("vous", "/semaine", "Votre semaine est encore vide.", "07:00 Réveil"),
        ("tu", "/semaine", "Ta semaine est encore vide.", "07:00 Réveil"),
        ("en", "/week", "Your week is still empty.", "07:00 Wake-up"),
    ],
)
async def test_what_was_agreed_finds_its_place_in_the_week(
    stage: Stage, voice: str, command: str, empty: str, line: str
) -> None:
    person = await somebody(stage, voice)
    await person.write(command)
    assert empty in person.screen
    menu, taps = AGREE[voice]
    await person.write(menu)
    await person.tap(*taps)

    await person.write(command)

    [picture] = pictures(person)
    assert picture.photo is not None
    assert picture.photo.content.startswith(b"\x89PNG")
    assert line in picture.words
