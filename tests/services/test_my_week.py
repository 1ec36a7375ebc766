"""The week: its working days in parts, what comes when, in words and as a picture."""

from datetime import UTC, datetime

from tests.services.conftest import Team
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone
from tests.services.test_looking_back import picture
from tests.services.test_setting_reminders import set_one

pytestmark = ON_SQLITE


def lines(phone: Phone) -> list[str]:
    """Return the lines of the week, without its heading."""
    assert phone.shown == "week"
    return phone.screen.replace("\xa0", " ").split("\n")[2:]


async def has_a_routine(phone: Phone) -> None:
    """Answer when the evening ends and the work does."""
    await phone.write("/routine")
    await phone.choose("button-routine-night")
    await phone.write("22:30")
    await phone.write("/apresletravail")
    await phone.choose("button-yes")
    await phone.write("17h")


async def test_an_empty_week_says_what_finds_its_place_there(team: Team) -> None:
    await team.participant.write("/semaine")

    assert team.participant.shown == "week-empty"
    assert picture(team.participant) is None


async def test_what_was_agreed_stands_in_it_with_its_days(agreed: Team) -> None:
    await set_one(agreed.participant, "lessive", at="20:00")

    await agreed.participant.write("/week")

    assert lines(agreed.participant) == [
        "07:00 Réveil (du mardi au vendredi)",
        "08:15 Départ (du mardi au vendredi)",
        "20:00 Lessive (mardi)",
    ]


async def test_the_answers_about_the_routine_divide_its_days(agreed: Team) -> None:
    phone = agreed.participant
    await has_a_routine(phone)

    await phone.write("/semaine")

    drawn = picture(phone)
    assert drawn is not None
    assert drawn.startswith(b"\x89PNG")
    assert "17:30 Après le travail (du lundi au vendredi)" in lines(phone)


async def test_a_day_without_work_has_no_wakeup(agreed: Team) -> None:
    await agreed.stage.go_to(datetime(2026, 11, 23, 18, 30, tzinfo=UTC))
    await agreed.participant.choose("button-no-work")

    await agreed.participant.write("/week")

    assert lines(agreed.participant) == [
        "07:00 Réveil (du mercredi au vendredi)",
        "08:15 Départ (du mercredi au vendredi)",
    ]


async def test_in_a_pause_it_says_that_nothing_comes(agreed: Team) -> None:
    await agreed.participant.write("/pause")
    await agreed.participant.choose("button-pause-7")

    await agreed.participant.write("/semaine")

    assert lines(agreed.participant)[0] == "La pause est en cours : je n’écris pas."


async def test_it_is_no_screen_of_staff(team: Team) -> None:
    await team.coach.write("/semaine")

    assert team.coach.shown == "reminders-staff"
