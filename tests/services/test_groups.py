"""A facilitator makes a group, chooses its dates, and sees who comes."""

from dataclasses import replace

import pytest

from bot.library.programmes import Programmes
from tests.services import group_plays as plays
from tests.services.group_plays import GROUP, PLACE
from tests.services.memories import Memories, held, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import MONDAY, NotingLibrary, Phone, Stage


@pytest.fixture
async def lina(stage: Stage, memories: Memories) -> Phone:
    """A facilitator with a group that has neither dates nor members."""
    return (await memories.recall(stage, plays.group_begins))["lina"]


async def test_a_group_is_made_of_a_name_and_a_place(lina: Phone) -> None:
    assert lina.shown == "group"
    assert f"« {GROUP} »".replace(" ", "\u00a0") in lina.screen
    assert PLACE in lina.screen
    assert "Les dates ne sont pas encore choisies." in lina.screen


@ON_SQLITE
async def test_a_place_can_be_left_out(lina: Phone) -> None:
    await lina.write("/groupes")
    await lina.choose("button-new-group")
    await lina.write("Jeudi")
    await lina.choose("button-skip", "eight-workshops/title")

    assert lina.shown == "group"
    assert PLACE not in lina.screen


@ON_SQLITE
async def test_a_name_without_letters_is_asked_for_again(lina: Phone) -> None:
    await lina.write("/groupes")
    await lina.choose("button-new-group")
    await lina.write("…")

    assert lina.shown == "group-name-again"


@ON_SQLITE
@pytest.mark.parametrize(
    ("typed", "shown"),
    [("/groupes", "groups"), ("/newgroup", "group-which-name"), ("menu", "menu")],
)
async def test_a_command_in_the_middle_leaves_a_group_to_be_gone_on_with(
    lina: Phone, typed: str, shown: str
) -> None:
    await lina.write("/nouveaugroupe")
    await lina.write("Jeudi")
    await lina.write(typed)
    assert lina.keys[-2:] == [shown, "group-not-made"]

    await lina.choose("button-continue")
    await lina.write("12 rue des Lilas")
    await lina.choose("eight-workshops/title")

    assert lina.shown == "group"
    assert "Jeudi" in lina.screen


@ON_SQLITE
@pytest.mark.parametrize("typed", ["/aide", "/langue"])
async def test_a_command_that_asks_nothing_leaves_the_question_open(
    lina: Phone, typed: str
) -> None:
    await lina.write("/nouveaugroupe")
    await lina.write("Jeudi")
    await lina.write(typed)

    await lina.write("12 rue des Lilas")

    assert lina.shown == "group-which-programme"
    assert "group-not-made" not in lina.keys


@ON_SQLITE
async def test_a_group_without_a_name_is_nothing_to_go_on_with(lina: Phone) -> None:
    await lina.write("/nouveaugroupe")
    await lina.write("/groupes")

    assert lina.shown == "groups"


@ON_SQLITE
async def test_a_group_is_made_once(lina: Phone) -> None:
    await lina.write("/groupes")
    await lina.choose("button-new-group")
    await lina.write("Jeudi")
    await lina.choose("button-skip")
    again = lina.find("eight-workshops/title")
    await lina.press(*again)
    await lina.press(*again)

    assert await held(lina.stage, "study_group") == {"study_group": 2}


async def test_eight_dates_are_chosen_in_five_steps(lina: Phone) -> None:
    await lina.choose("button-set-dates")
    await lina.write("1er décembre")
    await lina.tap("14:00")
    await lina.choose("button-every-two-weeks")
    assert await held(lina.stage, "group_session") == {"group_session": 0}
    await lina.choose("button-that-is-it")

    days = [f"{row['day']:%d/%m}" for row in await rows_of(lina.stage, "group_session")]
    assert sorted(days) == sorted(
        ["01/12", "15/12", "29/12", "12/01", "26/01", "09/02", "23/02", "09/03"]
    )
    assert "1. mardi 1er décembre, 14:00" in lina.screen


@ON_SQLITE
async def test_a_date_is_moved_before_it_is_kept(lina: Phone) -> None:
    await lina.choose("button-set-dates")
    await lina.write("01/12")
    await lina.write("14h")
    await lina.choose("button-twice-a-week")
    await lina.tap("8")
    await lina.write("29/12")
    assert "8. mardi 29 décembre" in lina.screen
    await lina.tap("5")
    await lina.tap("lundi 14 décembre")
    assert "5. lundi 14 décembre" in lina.screen
    await lina.tap("2")
    await lina.write("08/12")

    assert "Il y a déjà un atelier ce jour-là." in lina.screen
    assert "2. vendredi 4 décembre" in lina.screen


@ON_SQLITE
async def test_the_informal_moment_has_its_own_time(lina: Phone) -> None:
    await lina.choose("button-set-dates")
    await lina.write("01/12")
    await lina.write("14h")
    await lina.choose("button-every-week", "button-informal", "button-after")
    await lina.write("15h")
    assert "l’atelier finit à 16:00" in lina.screen
    await lina.write("16h15")
    assert "Moment convivial après, à 16:15" in lina.screen
    await lina.choose("button-informal", "button-before")
    await lina.write("15h")
    assert "l’atelier commence à 14:00" in lina.screen
    await lina.tap("13:30")
    assert "Moment convivial avant, à 13:30" in lina.screen
    await lina.choose("button-informal", "button-no-informal")

    assert "convivial" not in lina.screen


@ON_SQLITE
async def test_a_first_day_gone_by_is_asked_about_again(lina: Phone) -> None:
    await lina.choose("button-set-dates")
    today = lina.find("button-today")
    await lina.stage.go_to(MONDAY.replace(day=24))
    await lina.press(*today)

    assert "Ce moment est déjà passé." in lina.screen
    assert "button-today" in lina.offers


@ON_SQLITE
async def test_dates_that_went_by_meanwhile_are_not_kept(lina: Phone) -> None:
    await lina.choose("button-set-dates")
    await lina.write("01/12")
    await lina.write("14h")
    await lina.choose("button-every-week")
    await lina.stage.go_to(MONDAY.replace(month=12, day=2))
    await lina.choose("button-that-is-it")

    assert "Ce moment est déjà passé." in lina.screen
    assert await held(lina.stage, "group_session") == {"group_session": 0}


@ON_SQLITE
async def test_dates_are_kept_once(lina: Phone) -> None:
    await lina.choose("button-set-dates")
    await lina.write("01/12")
    await lina.write("14h")
    await lina.choose("button-every-week")
    keep = lina.find("button-that-is-it")
    await lina.press(*keep)

    assert await lina.press(*keep) == "C’est déjà noté."
    assert await held(lina.stage, "group_session") == {"group_session": 8}


@ON_SQLITE
async def test_several_programmes_are_asked_about(stage: Stage) -> None:
    lina = (await plays.group_begins(stage, "towards-interview"))["lina"]
    await lina.choose("button-set-dates")

    assert "Il y en a 4." in lina.screen


@ON_SQLITE
async def test_the_only_programme_is_not_asked_about(stage: Stage) -> None:
    content = stage.library.content
    eight = content.programmes.by_id["eight-workshops"]
    programmes = replace(content.programmes, by_id={eight.id: eight})
    stage.library = NotingLibrary(replace(content, programmes=programmes))
    stage.hold_back()
    lina = await plays.facilitator_comes_in(stage)
    await lina.write("/groupes")
    await lina.choose("button-new-group")
    await lina.write("Jeudi")
    await lina.choose("button-skip")

    assert lina.shown == "group"


@ON_SQLITE
async def test_a_group_whose_programme_is_gone_keeps_its_dates(lina: Phone) -> None:
    await plays.set_dates(lina)
    content = lina.stage.library.content
    lina.stage.library = NotingLibrary(replace(content, programmes=Programmes()))
    lina.stage.hold_back()
    await plays.open_group(lina)
    await lina.choose("button-dates")

    assert "1. mardi 1er décembre, 14:00" in lina.screen
    assert "Le stress" not in lina.screen


@ON_SQLITE
async def test_whoever_leads_no_group_is_offered_to_make_one(stage: Stage) -> None:
    lina = await plays.facilitator_comes_in(stage)

    await lina.choose("button-my-groups")

    assert lina.shown == "groups-none"
    assert lina.offers == ["button-new-group", "button-menu"]
