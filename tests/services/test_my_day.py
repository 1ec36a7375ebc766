"""The list of a day: what comes, in the order of the clock, and what was answered."""

import pytest

from tests.services.conftest import Team
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone
from tests.services.test_checking_in import check_in
from tests.services.test_setting_reminders import begin, set_one


def lines(phone: Phone) -> list[str]:
    """Return the lines of the list, without its heading."""
    assert phone.shown == "day"
    return phone.screen.replace("\xa0", " ").split("\n")[2:]


async def set_appointment(phone: Phone, lead: str) -> None:
    """Set a doctor's appointment on Tuesday at half past two, told before."""
    await begin(phone, "médecin")
    await phone.choose("button-once", "button-tomorrow")
    await phone.write("14h30")
    await phone.choose("button-lead", lead, "button-that-is-it")


async def test_an_empty_day_is_said_kindly(team: Team) -> None:
    await team.participant.write("/aujourdhui")

    assert team.participant.screen.split("\n")[0] == "lundi 23 novembre"
    assert lines(team.participant) == ["Rien de prévu. Cette journée est à vous."]


async def test_the_week_and_earlier_days_are_one_tap_away(team: Team) -> None:
    await check_in(team.participant)
    await team.participant.write("/today")
    assert team.participant.offers[1:3] == ["button-week", "button-my-days"]

    await team.participant.choose("button-my-days")

    assert team.participant.shown.startswith("days")


async def test_it_is_in_the_order_of_the_clock(agreed: Team) -> None:
    phone = agreed.participant
    await set_one(phone, "appeler l’agence", at="12:00")
    await set_one(phone, "lessive", at="20:00")

    await phone.write("/demain")

    assert lines(phone) == [
        "07:00 Réveil",
        "08:15 Départ",
        "12:00 appeler l’agence",
        "20:00 lessive",
    ]


@pytest.mark.parametrize("lead", ["button-lead-evening", "button-lead-two-hours"])
async def test_an_appointment_stands_at_its_own_time(team: Team, lead: str) -> None:
    await set_appointment(team.participant, lead)

    await team.participant.write("/rappel")
    assert "mardi 24 novembre à 14:30" in team.participant.screen
    await team.participant.write("/tomorrow")
    assert lines(team.participant) == ["14:30 médecin"]
    await team.participant.choose("button-today")

    assert lines(team.participant) == ["Rien de prévu. Cette journée est à vous."]


async def test_what_was_answered_is_told(agreed: Team) -> None:
    phone = agreed.participant
    await set_one(phone, "appeler l’agence", at="08:00")
    await phone.stage.pass_time(hours=22)
    await phone.choose("button-reminder-done", "button-up")
    await check_in(phone)

    await phone.write("/today")

    assert lines(phone) == [
        "07:00 Réveil : debout",
        "08:00 appeler l’agence : fait",
        "08:00 Petit point : fait",
        "08:15 Départ",
    ]


async def test_who_does_not_work_does_not_leave(agreed: Team) -> None:
    phone = agreed.participant
    await phone.stage.pass_time(hours=21, minutes=1)
    await phone.choose("button-not-working")

    await phone.write("/today")

    assert lines(phone) == ["07:00 Réveil : pas de travail"]


async def test_during_a_pause_it_says_so(team: Team) -> None:
    await team.participant.choose("button-messages", "button-pause", "button-pause-3")

    await team.participant.write("/today")

    assert lines(team.participant)[0] == "La pause est en cours : je n’écris pas."


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "told"),
    [
        ("button-french-tu", "Rien de prévu. Cette journée est à toi."),
        ("button-english", "Nothing planned. This day is yours."),
    ],
)
async def test_it_is_said_in_every_voice(team: Team, *, voice: str, told: str) -> None:
    await team.participant.write("/langue")
    await team.participant.choose(voice)

    await team.participant.write("/menu")
    await team.participant.choose("button-my-day")

    assert lines(team.participant) == [told]


async def test_a_coach_is_told_whom_it_is_for(team: Team) -> None:
    await team.coach.write("/today")

    assert team.coach.shown == "reminders-staff"


@pytest.mark.parametrize(("at", "stands"), [("09:00", False), ("12:00", True)])
async def test_a_reminder_of_every_day_is_not_on_the_day_on_which_it_was_over_already(
    team: Team, *, at: str, stands: bool
) -> None:
    phone = team.participant
    await begin(phone, "médecin")
    await phone.choose("button-every-day")
    await phone.tap(at)
    await phone.choose("button-that-is-it")

    await phone.write("/aujourdhui")
    assert (f"{at} médecin" in lines(phone)) is stands
    await phone.write("/demain")
    assert f"{at} médecin" in lines(phone)
