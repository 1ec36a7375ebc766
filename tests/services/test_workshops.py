"""What members hear of workshops: the evening before, and once when a date moves."""

from datetime import time, timedelta

import pytest

from bot.domain.delivery import State
from tests.services import group_plays as plays
from tests.services.group_plays import PLACE
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import ENROLLED, ON_SQLITE, leave
from tests.services.scenes import ends, recurs
from tests.services.stage import MONDAY, Stage

EVE = MONDAY.replace(day=30, hour=17)  # six in the evening in Paris, the day before the first
FIRST = MONDAY.replace(month=12, day=1, hour=13)


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    """Lina's group meets on eight Tuesdays at two; Sami is in it."""
    return await memories.recall(stage, plays.group_meets)


async def test_the_evening_before_says_when_and_where(stage: Stage, cast: Cast) -> None:
    await stage.go_to(EVE)

    assert cast["sami"].shown == "workshop-tomorrow"
    assert cast["sami"].screen.startswith("Atelier demain à 14:00.")
    assert PLACE in cast["sami"].screen
    assert cast["sami"].offers[:2] == ["button-coming", "button-cannot-come"]


async def test_who_comes_is_seen_by_the_facilitators(stage: Stage, cast: Cast) -> None:
    sami, lina = cast["sami"], cast["lina"]
    await stage.go_to(EVE)
    await sami.choose("button-coming")
    await plays.open_group(lina)
    assert "Sami\u00a0: vient" in lina.screen
    await sami.choose("button-cannot-come")
    await plays.open_group(lina)

    assert sami.shown == "not-coming-noted"
    assert "Sami\u00a0: ne peut pas venir" in lina.screen
    looks = await rows_of(stage, "look")
    assert len(looks) >= 2


async def test_each_workshop_is_told_once_in_eight_weeks(stage: Stage, cast: Cast) -> None:
    for weeks in range(9):
        await cast["sami"].write("/menu")
        await stage.go_to(EVE + timedelta(weeks=weeks))

    assert cast["sami"].keys.count("workshop-tomorrow") == 8


async def test_a_date_that_moves_is_told_once_and_everything_follows(
    stage: Stage, cast: Cast
) -> None:
    sami, lina = cast["sami"], cast["lina"]
    await stage.go_to(MONDAY.replace(day=25, hour=10))
    await plays.move_first(lina, "03/12")
    assert "L’atelier 1 est maintenant le jeudi 3 décembre à 10:00." in lina.screen
    await stage.go_to(EVE)
    assert "workshop-tomorrow" not in sami.keys
    await stage.go_to(MONDAY.replace(month=12, day=2, hour=17))

    assert sami.keys.count("workshop-moved") == 1
    assert "Avant\u00a0: mardi 1er décembre, 14:00" in sami.everything
    assert sami.screen.startswith("Atelier demain à 10:00.")


async def test_an_answer_to_the_former_date_counts_no_more(stage: Stage, cast: Cast) -> None:
    await stage.go_to(EVE)
    await cast["sami"].choose("button-coming")
    await plays.move_first(cast["lina"], "03/12")

    await plays.open_group(cast["lina"])

    assert "Sami\u00a0: réponse à venir" in cast["lina"].screen


@ON_SQLITE
async def test_a_workshop_moved_after_its_evening_is_told_again(stage: Stage, cast: Cast) -> None:
    await stage.go_to(EVE)
    await cast["sami"].choose("button-coming")
    await plays.move_first(cast["lina"], "04/12")
    await stage.go_to(MONDAY.replace(month=12, day=3, hour=17))

    assert cast["sami"].screen.startswith("Atelier demain à 10:00.")


@ON_SQLITE
async def test_a_workshop_that_comes_back_after_its_day_is_told_anew(
    stage: Stage, cast: Cast
) -> None:
    await plays.move_first(cast["lina"], "24/11", "18h")
    await stage.go_to(MONDAY.replace(hour=17))

    assert cast["sami"].shown == "workshop-tomorrow"


@ON_SQLITE
@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("08/12", "Il y a déjà un atelier ce jour-là."),
        ("09/12", "Les ateliers gardent leur ordre."),
    ],
)
async def test_a_day_on_which_it_cannot_be_is_asked_about_again(
    cast: Cast, day: str, sentence: str
) -> None:
    lina = cast["lina"]
    await plays.open_group(lina)
    await lina.choose("button-dates")
    await lina.tap("1")
    await lina.write(day)

    assert sentence in lina.screen
    assert "button-date" in lina.offers


@ON_SQLITE
@pytest.mark.parametrize("number", ["1", "4", "8"])
async def test_a_day_that_is_offered_is_not_refused(cast: Cast, number: str) -> None:
    lina = cast["lina"]
    await plays.open_group(lina)
    await lina.choose("button-dates")
    await lina.tap(number)
    assert lina.offers.count("button-date") == 4

    await lina.choose("button-date")

    assert lina.shown == "workshop-which-time"


@ON_SQLITE
async def test_a_time_gone_by_is_asked_about_again(cast: Cast) -> None:
    lina = cast["lina"]
    await plays.open_group(lina)
    await lina.choose("button-dates")
    await lina.tap("1")
    await lina.write("aujourd’hui")
    await lina.write("8h")

    assert "Ce moment est déjà passé." in lina.screen


@ON_SQLITE
async def test_a_workshop_that_has_begun_is_moved_no_more(stage: Stage, cast: Cast) -> None:
    lina = cast["lina"]
    await plays.open_group(lina)
    await lina.choose("button-dates")
    first = lina.token("1")
    await lina.press(*first)
    day = lina.find("button-date")
    await stage.go_to(FIRST)
    await lina.press(*day)
    assert "Cet atelier a déjà commencé." in lina.screen
    await lina.press(*first)
    assert "Cet atelier a déjà commencé." in lina.screen
    await plays.open_group(lina)
    await lina.choose("button-dates")

    assert "1" not in lina.labels
    assert "2" in lina.labels


@ON_SQLITE
async def test_the_other_facilitator_knows_of_a_date_that_moves(cast: Cast) -> None:
    marc = await plays.second_lead(cast["lina"])
    await plays.move_first(cast["lina"], "03/12")

    assert marc.shown == "group-date-moved"


@ON_SQLITE
async def test_moving_twice_to_the_same_moment_is_once(cast: Cast) -> None:
    lina = cast["lina"]
    await plays.open_group(lina)
    await lina.choose("button-dates")
    await lina.tap("1")
    await lina.write("03/12")
    ten = lina.token("14:00")
    await lina.press(*ten)

    assert await lina.press(*ten) == "C’est déjà noté."
    assert cast["sami"].keys.count("workshop-moved") == 1


async def test_whoever_pauses_is_told_nothing(stage: Stage, cast: Cast) -> None:
    sami = cast["sami"]
    await sami.write("/pause")
    await sami.choose("button-pause-7")
    await plays.move_first(cast["lina"], "26/11")
    await stage.go_to(MONDAY.replace(day=26, hour=9))

    assert "workshop-moved" not in sami.keys
    assert "workshop-tomorrow" not in sami.keys


async def test_whoever_left_is_told_nothing_and_gone_from_the_list(
    stage: Stage, cast: Cast
) -> None:
    sami, lina = cast["sami"], cast["lina"]
    await leave(sami)
    await plays.move_first(lina, "03/12")
    await stage.go_to(EVE)
    await plays.open_group(lina)

    assert "workshop-moved" not in sami.keys
    assert "Sami" not in lina.screen
    assert "Personne dans ce groupe" in lina.screen


@ON_SQLITE
async def test_whoever_comes_back_has_the_dates_as_they_are(stage: Stage, cast: Cast) -> None:
    sami = cast["sami"]
    await sami.write("/leave")
    await sami.choose("button-leave-now")
    await plays.move_first(cast["lina"], "03/12")
    await sami.choose("button-leave-undo")
    await stage.go_to(MONDAY.replace(month=12, day=2, hour=17))

    assert sami.screen.startswith("Atelier demain à 10:00.")


@ON_SQLITE
async def test_what_is_said_of_workshops_counts_as_unasked(stage: Stage, cast: Cast) -> None:
    sami = cast["sami"]
    await sami.write("/messages")
    await sami.choose("button-how-many")
    await sami.tap("1")
    await recurs(sami, time(12))
    await stage.go_to(EVE)

    assert (await ends(stage, State.SKIPPED))[-1] == "Mon 17:00 budget"


@ON_SQLITE
async def test_the_evening_before_keeps_out_of_the_quiet_hours(stage: Stage) -> None:
    lina = (await plays.group_begins(stage))["lina"]
    await plays.set_dates(lina)
    token = await plays.invite_member(lina, "Sami")
    sami = stage.phone("Sami")
    await sami.open(token)
    await sami.choose(*ENROLLED, "button-not-now")
    await sami.write("/messages")
    await sami.choose("button-quiet")
    await sami.write("17h30")
    await sami.write("7h")
    await sami.open(await plays.invite_member(lina, "Sami"))
    await sami.choose("button-join")
    await stage.go_to(EVE.replace(hour=16))

    assert sami.shown == "workshop-tomorrow"


@ON_SQLITE
async def test_whoever_wants_no_such_message_gets_none_after_a_move_either(
    stage: Stage, cast: Cast
) -> None:
    sami = cast["sami"]
    await stage.go_to(EVE)
    await sami.choose("button-steer", "button-stop-these")
    await plays.move_first(cast["lina"], "03/12")
    await stage.go_to(MONDAY.replace(month=12, day=2, hour=18))

    assert sami.shown == "workshop-moved"


@ON_SQLITE
async def test_who_wants_none_any_more_gets_none_before_the_next_workshop_either(
    stage: Stage, cast: Cast
) -> None:
    sami = cast["sami"]
    await stage.go_to(EVE)
    await sami.choose("button-steer", "button-stop-these")
    await stage.go_to(EVE + timedelta(days=8))
    assert sami.shown == "steer-stopped"

    await sami.choose("button-undo")
    assert "lundi 14 décembre à 18:00" in sami.screen
    await stage.go_to(EVE + timedelta(days=15))

    assert sami.shown == "workshop-tomorrow"


@ON_SQLITE
async def test_another_time_is_that_of_the_next_workshops_too(stage: Stage, cast: Cast) -> None:
    sami = cast["sami"]
    await stage.go_to(EVE)
    await sami.choose("button-steer", "button-other-time")
    await sami.tap("17:30")

    assert "lundi 7 décembre à 17:30" in sami.screen
    await stage.go_to(EVE + timedelta(days=7, minutes=-29))
    assert sami.shown == "workshop-tomorrow"


async def test_today_shows_the_workshop_of_the_day(stage: Stage, cast: Cast) -> None:
    sami = cast["sami"]
    await stage.go_to(FIRST.replace(hour=8))
    await sami.write("/aujourdhui")

    assert "14:00 Atelier, 12 rue du Port" in sami.screen
    await sami.write("/demain")
    assert "Atelier" not in sami.screen


@ON_SQLITE
async def test_workshops_are_not_among_what_recurs(cast: Cast) -> None:
    await cast["sami"].write("/messages")
    await cast["sami"].choose("button-recurring")

    assert cast["sami"].shown == "messages-none-recur"


@ON_SQLITE
async def test_adjusting_says_when_the_next_reminder_comes(stage: Stage, cast: Cast) -> None:
    await stage.go_to(EVE)

    sami = cast["sami"]

    await sami.choose("button-steer")
    assert "Rappel de l’atelier\u00a0: lundi 7 décembre à 18:00." in sami.screen
    await sami.choose("button-fewer")

    assert "lundi 7 décembre à 18:00" in sami.screen


@ON_SQLITE
async def test_those_that_fall_into_new_quiet_hours_are_told_in_their_order(cast: Cast) -> None:
    sami = cast["sami"]
    await sami.write("/messages")
    await sami.choose("button-quiet")
    await sami.write("17h")
    await sami.tap("07:00")

    told = [day for day in ("30 novembre", "7 décembre", "14 décembre") if day in sami.screen]
    assert told == sorted(told, key=sami.screen.index)
    assert len(told) == 3
