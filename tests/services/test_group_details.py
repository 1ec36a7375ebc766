"""A group gets another name or another place; members hear of a new place, once."""

import pytest

from tests.services import group_plays as plays
from tests.services.board_plays import stop_leading
from tests.services.group_plays import GROUP, PLACE
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import ENROLLED, ON_SQLITE
from tests.services.stage import MONDAY, Phone, Stage

OTHER = "3 place du Marché"


@pytest.fixture
async def team(stage: Stage, memories: Memories) -> Cast:
    """Lina’s group meets on eight Tuesdays from the first of December; Sami is in it."""
    return await memories.recall(stage, plays.group_meets)


async def ask(lina: Phone, key: str) -> None:
    await plays.open_group(lina)
    await lina.choose("button-group-edit", key)


async def move(lina: Phone, place: str = OTHER) -> None:
    await ask(lina, "button-group-place")
    await lina.write(place)


@pytest.mark.parametrize(
    ("language", "address", "told", "evening"),
    [
        ("fr", ("button-vous",), "Le lieu des ateliers change.", "Atelier demain"),
        ("fr", ("button-tu",), "Le lieu des ateliers change.", "Atelier demain"),
        ("en", (), "The workshops are in another place.", "Workshop tomorrow"),
    ],
)
async def test_members_hear_of_a_new_place_once_and_read_it_the_evening_before(
    stage: Stage, team: Cast, language: str, address: tuple[str, ...], told: str, evening: str
) -> None:
    lina, alex = team["lina"], stage.phone("Alex", language)
    await alex.open(await plays.invite_member(lina, "Alex"))
    await alex.choose(*ENROLLED[:4], *address, "button-zone-usual", "button-join")

    await move(lina)
    assert lina.shown == "group-place-told"
    await move(lina)
    assert lina.shown == "group-place-same"

    assert alex.keys.count("workshop-place") == 1
    assert alex.screen.startswith(told)
    assert OTHER in alex.screen
    await stage.go_to(MONDAY.replace(day=30, hour=18))
    assert alex.screen.startswith(evening)
    assert OTHER in alex.screen
    assert PLACE not in alex.screen


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "asks", "kept"),
    [
        ("button-french-vous", "Écrivez une adresse.", "C’est gardé"),
        ("button-french-tu", "Écris une adresse.", "C’est gardé"),
        ("button-english", "Write an address.", "It is kept"),
    ],
)
async def test_a_facilitator_is_asked_in_their_own_voice(
    team: Cast, voice: str, asks: str, kept: str
) -> None:
    lina = team["lina"]
    await lina.write("/language")
    await lina.choose(voice)

    await ask(lina, "button-group-place")
    assert asks in lina.screen
    await lina.write(OTHER)

    assert lina.screen.startswith(kept)


async def test_nobody_hears_of_a_new_name_and_what_comes_uses_it(stage: Stage, team: Cast) -> None:
    lina, sami = team["lina"], team["sami"]
    heard = len(sami.bubbles)

    await ask(lina, "button-group-name")
    await lina.write("Les mardis du port")

    assert lina.shown == "group-renamed"
    assert len(sami.bubbles) == heard
    await stage.go_to(MONDAY.replace(day=30, hour=18))
    assert "Les mardis du port" in sami.screen
    await plays.open_group(lina, "Les mardis du port")
    assert PLACE in lina.screen


@ON_SQLITE
async def test_with_no_workshop_to_come_nobody_is_told(stage: Stage, team: Cast) -> None:
    lina = team["lina"]
    await stage.go_to(MONDAY.replace(year=2027, month=2))

    await move(lina)

    assert lina.shown == "group-place-kept"
    assert "workshop-place" not in team["sami"].keys


@ON_SQLITE
async def test_the_other_facilitator_hears_of_it(team: Cast) -> None:
    marc = await plays.second_lead(team["lina"])

    await move(team["lina"])

    assert marc.shown == "group-place-changed"
    assert "group-place-changed" not in team["lina"].keys


@ON_SQLITE
@pytest.mark.parametrize("typed", ["…", "\u200b", "\u202e", "!" * 4_000])
async def test_what_is_no_name_or_place_is_asked_for_again(
    stage: Stage, team: Cast, typed: str
) -> None:
    lina = team["lina"]
    before = await rows_of(stage, "study_group")
    for key, again in (
        ("button-group-name", "group-name-again"),
        ("button-group-place", "group-place-again"),
    ):
        await ask(lina, key)
        await lina.write(typed)
        assert lina.shown == again

    assert await rows_of(stage, "study_group") == before


@ON_SQLITE
async def test_a_long_place_is_cut_to_one_line(team: Cast) -> None:
    await move(team["lina"], "a\n" * 4_000)

    await plays.open_group(team["lina"])

    assert f"Lieu\N{NO-BREAK SPACE}: {'a ' * 49}a\n" in team["lina"].screen


@ON_SQLITE
async def test_two_groups_of_theirs_have_two_names(team: Cast) -> None:
    lina = team["lina"]
    await lina.write("/groupes")
    await lina.choose("button-new-group")
    await lina.write("Jeudi")
    await lina.choose("button-skip", "eight-workshops/title")
    await lina.choose("button-group-edit", "button-group-name")

    await lina.write(GROUP)
    assert lina.shown == "group-name-taken"
    await lina.write("Jeudi")

    assert lina.shown == "group-renamed"


@ON_SQLITE
async def test_who_leads_it_no_more_or_never_did_changes_nothing(stage: Stage, team: Cast) -> None:
    lina = team["lina"]
    marc = await plays.second_lead(lina)
    other = await plays.facilitator_comes_in(stage, "Omar")
    await ask(marc, "button-group-place")
    await stop_leading(lina, "Marc")
    before = await rows_of(stage, "study_group")
    await plays.open_group(lina)

    await marc.write(OTHER)
    await other.press(*lina.find("button-group-edit"))

    assert marc.shown == other.shown == "out-of-date"
    assert await rows_of(stage, "study_group") == before
    assert "workshop-place" not in team["sami"].keys
