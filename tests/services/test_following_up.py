"""What follows a check-in: mostly nothing, once a month a question, after low days an offer."""

import pytest

from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone
from tests.services.test_checking_in import option
from tests.services.test_recurring import DUE, agree

HELPS = ["button-yes", "button-no", "button-they-bother"]


async def check_in(phone: Phone, mood: str = "good") -> None:
    """Answer the question of today about the mood, and skip the others."""
    await phone.write("/moi")
    await phone.choose(option("mood", mood), *["button-skip"] * 4)


async def after_a_month(phone: Phone) -> None:
    await agree(phone, "button-every-week")
    await phone.stage.pass_time(days=29)
    await check_in(phone)


async def switch_on(phone: Phone) -> None:
    """Agree to the questions, and to be asked after low days."""
    await agree(phone)
    await phone.choose("button-my-checkins", "button-low-days-off")


async def low_days(phone: Phone, count: int = 3, mood: str = "very-low") -> None:
    for _ in range(count):
        await phone.stage.pass_time(days=1)
        await check_in(phone, mood)


async def test_it_is_asked_once_a_month_whether_they_help(team: Team) -> None:
    await after_a_month(team.participant)
    assert team.participant.offers[:3] == HELPS

    await team.participant.choose("button-yes")
    assert team.participant.shown == "checkin-goes-on"
    await team.stage.pass_time(days=27)
    await check_in(team.participant)
    assert HELPS[0] not in team.participant.offers
    await team.stage.pass_time(days=1)
    await check_in(team.participant)

    assert team.participant.offers[:3] == HELPS


async def test_who_has_no_questions_by_themselves_is_not_asked(team: Team) -> None:
    await check_in(team.participant)
    await team.participant.choose("button-no-thanks")
    await team.stage.pass_time(days=40)

    await check_in(team.participant)

    assert team.participant.shown == "mood/closing"


@ON_SQLITE
async def test_where_they_do_not_help_fewer_come(team: Team) -> None:
    await after_a_month(team.participant)

    await team.participant.choose("button-no", "button-fewer")

    assert "toutes les 2 semaines" in team.participant.screen


@ON_SQLITE
async def test_where_they_do_not_help_none_can_come(team: Team) -> None:
    await after_a_month(team.participant)
    await team.participant.choose("button-no", "button-stop-these")
    before = len(team.participant.bubbles)

    await team.stage.pass_time(days=15)

    assert len(team.participant.bubbles) == before


@ON_SQLITE
async def test_where_they_bother_they_end_at_once(team: Team) -> None:
    await after_a_month(team.participant)
    await team.participant.choose("button-they-bother")
    assert (team.participant.shown, team.participant.offers[0]) == (
        "checkin-bothered",
        "button-undo",
    )

    await team.stage.pass_time(days=15)

    assert team.participant.shown == "checkin-bothered"


@ON_SQLITE
async def test_that_they_end_can_be_taken_back(team: Team) -> None:
    await after_a_month(team.participant)
    await team.participant.choose("button-they-bother", "button-undo")

    await team.stage.pass_time(days=8)

    assert team.participant.shown in DUE


@ON_SQLITE
async def test_three_low_days_are_answered_if_the_person_wanted_it(team: Team) -> None:
    await switch_on(team.participant)

    await low_days(team.participant, 2)
    assert team.participant.shown == "mood/closing"
    await low_days(team.participant, 1)

    assert team.participant.offers[:4] == [
        "button-talk-to-coach",
        "button-one-technique",
        "button-help-numbers",
        "button-nothing-now",
    ]


@pytest.mark.parametrize("mood", ["low", "very-good"])
@ON_SQLITE
async def test_other_days_are_answered_with_thanks(team: Team, mood: str) -> None:
    await switch_on(team.participant)

    await low_days(team.participant, 3, mood)

    assert team.participant.shown == "mood/closing"


@ON_SQLITE
async def test_who_did_not_switch_it_on_is_never_asked(team: Team) -> None:
    await agree(team.participant)

    await low_days(team.participant, 3)

    assert team.participant.shown == "mood/closing"


@ON_SQLITE
async def test_it_can_be_switched_off_again(team: Team) -> None:
    await switch_on(team.participant)
    await team.participant.choose("button-low-days-on")

    await low_days(team.participant, 3)

    assert team.participant.shown == "mood/closing"


@ON_SQLITE
async def test_a_fourth_low_day_is_not_asked_about_again(team: Team) -> None:
    await switch_on(team.participant)

    await low_days(team.participant, 4)

    assert team.participant.shown == "mood/closing"


@ON_SQLITE
async def test_looking_at_the_answers_again_asks_nothing_again(team: Team) -> None:
    await switch_on(team.participant)
    await low_days(team.participant, 3)

    await team.participant.choose("button-back", "button-skip")

    assert team.participant.shown == "mood/closing"


@ON_SQLITE
async def test_nobody_else_hears_of_low_days(team: Team) -> None:
    await switch_on(team.participant)
    before = len(team.coach.bubbles)

    await low_days(team.participant, 3)
    await team.participant.choose("button-talk-to-coach")
    await team.stage.pass_time(hours=1)

    assert team.participant.shown == "low-coach"
    assert len(team.coach.bubbles) == before


@ON_SQLITE
@pytest.mark.parametrize(
    ("button", "shown"),
    [
        ("button-help-numbers", "help-card"),
        ("button-one-technique", "stress"),
        ("button-nothing-now", "low-nothing"),
    ],
)
async def test_help_is_one_tap_away_and_nothing_is_an_answer(
    team: Team, *, button: str, shown: str
) -> None:
    await switch_on(team.participant)
    await low_days(team.participant, 3)

    await team.participant.choose(button)

    assert team.participant.shown == shown


async def test_what_was_switched_on_stands_sealed_in_the_database(team: Team) -> None:
    await switch_on(team.participant)

    assert "low_days" not in repr(await rows_of(team.stage, "plan"))
