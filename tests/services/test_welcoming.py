import pytest

from bot.domain.people import Role
from tests.services.memories import held, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone, Stage


@pytest.fixture
async def newcomer(stage: Stage) -> Phone:
    phone = stage.phone("Nadia")
    await phone.open(await stage.invite(Role.COACH, "Nadia"))
    return phone


@pytest.fixture
async def asked_hours(newcomer: Phone) -> Phone:
    await newcomer.choose("button-french", "button-zone-usual")
    return newcomer


async def test_a_coach_comes_in_with_three_taps(coach: Phone) -> None:
    assert coach.keys == ["hours-kept", "coach-ready", "menu"]
    assert coach.offers == [
        "button-my-people",
        "button-new-reminder",
        "button-invite",
        "button-digest",
        "button-cover",
        "button-settings",
        "button-help",
    ]


async def test_a_coach_may_come_in_in_english(newcomer: Phone) -> None:
    await newcomer.choose("button-english", "button-zone-usual")
    await newcomer.tap("09:00")

    assert "What would you like to do?" in newcomer.screen


async def test_a_facilitator_is_offered_no_people(stage: Stage) -> None:
    facilitator = stage.phone("Omar")
    await facilitator.open(await stage.invite(Role.FACILITATOR, "Omar"))

    await facilitator.choose("button-french", "button-zone-usual")
    await facilitator.tap("09:00")

    assert facilitator.keys == ["hours-kept", "facilitator-ready", "menu"]
    assert facilitator.offers == ["button-my-groups", "button-settings", "button-help"]


@ON_SQLITE
@pytest.mark.parametrize(
    ("typed", "opens"),
    [("8h30-16h30", "08:30"), ("9h à 17h", "09:00"), ("10:00 to 18:00", "10:00")],
)
async def test_typed_hours_are_understood(
    asked_hours: Phone, stage: Stage, typed: str, opens: str
) -> None:
    await asked_hours.write(typed)

    assert asked_hours.shown == "menu"
    [person] = await rows_of(stage, "person")
    assert person["hours"]["opens"] == f"{opens}:00"


@ON_SQLITE
@pytest.mark.parametrize("typed", ["17h-9h", "9h", "25h-26h", "bonjour", "9h-9h", "-", "9" * 4000])
async def test_impossible_hours_are_asked_again(asked_hours: Phone, typed: str) -> None:
    await asked_hours.write(typed)
    assert asked_hours.shown == "hours-again"

    await asked_hours.write("9h-17h")
    assert asked_hours.shown == "menu"


async def test_another_place_can_be_tapped(newcomer: Phone, stage: Stage) -> None:
    await newcomer.choose("button-french", "button-zone-other")
    await newcomer.tap("04:00")

    assert newcomer.shown == "hours-question"
    assert (await rows_of(stage, "person"))[0]["zone"] == "America/Montreal"


async def test_another_place_can_be_typed(newcomer: Phone, stage: Stage) -> None:
    await newcomer.choose("button-french", "button-zone-other")
    await newcomer.write("athènes")
    await newcomer.choose("button-zone-right")

    assert newcomer.shown == "hours-question"
    assert (await rows_of(stage, "person"))[0]["zone"] == "Europe/Athens"


async def test_a_typed_place_that_was_meant_otherwise_can_be_left(newcomer: Phone) -> None:
    await newcomer.choose("button-french", "button-zone-other")
    await newcomer.write("apia")

    await newcomer.choose("button-zone-other", "button-back")

    assert newcomer.shown == "staff-welcome"


async def test_an_unknown_place_is_asked_again(newcomer: Phone) -> None:
    await newcomer.choose("button-french")

    await newcomer.write("Chez-moi-les-Bains")
    assert newcomer.shown == "zone-unknown"

    await newcomer.write("Lyon")
    assert newcomer.shown == "zone-confirm"


async def test_every_screen_has_a_way_back(asked_hours: Phone) -> None:
    await asked_hours.choose("button-back")
    assert asked_hours.shown == "zone-question"

    await asked_hours.choose("button-language")
    assert asked_hours.shown == "staff-welcome"


async def test_starting_again_on_the_way_makes_nobody_twice(newcomer: Phone, stage: Stage) -> None:
    await newcomer.choose("button-french")
    await newcomer.write("/start")

    assert newcomer.shown == "staff-welcome"
    assert await held(stage, "person", "role") == {"person": 1, "role": 1}


async def test_a_tap_left_over_from_coming_in_changes_nothing(
    asked_hours: Phone, stage: Stage
) -> None:
    late = asked_hours.find("button-back")
    await asked_hours.write("9h-17h")
    before = await rows_of(stage, "person")

    await asked_hours.press(*late)

    assert asked_hours.shown == "out-of-date"
    assert await rows_of(stage, "person") == before


async def test_places_are_called_as_in_the_language_just_chosen(newcomer: Phone) -> None:
    await newcomer.choose("button-english", "button-zone-other")
    await newcomer.write("athènes")

    assert "Athens" in newcomer.screen
