"""Before a workshop: counts for everybody, names for facilitators, what is private for nobody."""

from dataclasses import replace

import pytest

from bot.chat.texts import LONGEST_TEXT
from bot.services.group_board import COLUMNS
from bot.services.preparation import gather
from bot.services.preparing_made import words
from bot.store import groups
from tests.canaries import CANARY_ANSWER, CANARY_TEXT
from tests.services.group_plays import (
    facilitator_comes_in,
    group_begins,
    remove_lead,
    second_lead,
)
from tests.services.homework_plays import EVERY, SMALL, add_exercises, title
from tests.services.memories import Cast, Memories
from tests.services.plays import ON_SQLITE
from tests.services.preparing_plays import (
    EVE,
    FIRST,
    MEMBERS,
    bring,
    drawing_of,
    five_have_homework,
    keep_all,
    made,
    not_this_week,
    prepare,
    prepare_page,
    show_all,
)
from tests.services.scenes import scene_of
from tests.services.stage import Phone, Stage


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    add_exercises(stage, *EVERY)
    return await memories.recall(stage, five_have_homework)


@pytest.fixture
def lina(cast: Cast) -> Phone:
    return cast["lina"]


def page_of(lina: Phone) -> str:
    """Return the page that was sent last, with plain spaces."""
    page = made(lina).file
    assert page is not None
    return page.content.decode().replace("\N{NO-BREAK SPACE}", " ")


async def test_it_says_how_it_stands_and_who_was_not_reached(cast: Cast, lina: Phone) -> None:
    await bring(cast["sami"])
    await show_all(cast["bob"])
    await cast["noa"].change_membership("kicked")

    told = await prepare(lina)

    assert told.startswith("Avant l’atelier : Mardi")
    assert "1. mardi 1er décembre, 14:00 : Le stress au travail" in told
    assert "Présence : pas encore demandée, ce sera la veille" in told
    assert f"• {title(SMALL)} :\nfait : 2\nreçu : 2\npas reçu : 1" in told
    assert f"• « {title(SMALL)} », pour en parler à l’atelier : Sami\n" in told
    assert told.endswith("• Sans contact : Noa")


@ON_SQLITE
async def test_who_comes_is_counted_once_they_are_asked(
    stage: Stage, cast: Cast, lina: Phone
) -> None:
    await prepare_page(lina)
    assert "pas encore demandée" in page_of(lina)
    await stage.go_to(EVE.replace(hour=17, minute=1))
    await cast["sami"].choose("button-coming")

    told = await prepare(lina)

    assert "Présence : oui 1, non 0, sans réponse 4" in told
    assert "demandée" not in told
    await prepare_page(lina)
    assert "oui 1, non 0, sans réponse 4" in page_of(lina)


@ON_SQLITE
@pytest.mark.parametrize("share", ["button-share-state", "button-share-nothing"])
async def test_who_keeps_the_answers_after_all_speaks_of_nothing(
    cast: Cast, lina: Phone, share: str
) -> None:
    sami = cast["sami"]
    await bring(sami)
    old = sami.find("button-share-change")
    await sami.choose("button-share-change", share)
    assert "en parlent" not in await prepare(lina)
    await sami.press(*old)
    await sami.choose("button-share-everything")

    assert "en parlent" not in await prepare(lina)


@ON_SQLITE
async def test_an_old_button_brings_nothing_that_is_kept_now(cast: Cast, lina: Phone) -> None:
    sami = cast["sami"]
    await show_all(sami)
    old = sami.find("button-bring")
    await sami.choose("button-share-change", "button-share-nothing")

    await sami.press(*old)

    assert "en parlent" not in await prepare(lina)
    assert "Sami" not in made(lina).text


async def test_reasons_are_counted_where_nobody_is_known_by_one(cast: Cast, lina: Phone) -> None:
    await not_this_week(cast["sami"], "energy")
    await not_this_week(cast["noa"], "energy")
    await lina.stage.pass_time(hours=2)
    assert "raisons" not in await prepare(lina)
    await not_this_week(cast["ana"], "forgot")
    await lina.stage.pass_time(hours=2)

    told = await prepare(lina)

    assert "• Pas cette semaine, raisons :\nOublié : 1\nÉnergie ou temps : 2" in told


@ON_SQLITE
async def test_three_with_the_same_reason_and_no_other_would_be_known_by_it(
    cast: Cast, lina: Phone
) -> None:
    for name in ("sami", "noa", "ana"):
        await not_this_week(cast[name], "energy")
    await lina.stage.pass_time(hours=2)

    assert "raisons" not in await prepare(lina)


async def test_a_theme_is_told_once_three_show_it(cast: Cast, lina: Phone) -> None:
    await show_all(cast["sami"])
    await show_all(cast["noa"])
    assert "Choisi le plus souvent" not in await prepare(lina)
    await show_all(cast["ana"])

    told = await prepare(lina)

    assert "• Choisi le plus souvent :\nwhat rest : 3" in told
    await keep_all(cast["ana"])
    assert "Choisi le plus souvent" not in await prepare(lina)


@ON_SQLITE
async def test_what_everybody_met_is_not_told(cast: Cast, lina: Phone) -> None:
    for name in MEMBERS:
        await show_all(cast[name.lower()])

    assert "Choisi le plus souvent" not in await prepare(lina)


@ON_SQLITE
async def test_the_picture_and_the_page_name_nobody_and_hold_no_answer(
    cast: Cast, lina: Phone
) -> None:
    for name in ("sami", "noa", "ana"):
        await bring(cast[name])
    await cast["bob"].change_membership("kicked")
    await prepare(lina)
    await lina.choose("button-prepare-picture")
    picture = made(lina)
    drawing = await drawing_of(lina)
    await lina.choose("button-prepare-page")
    page = made(lina).file

    assert picture.picture is not None
    assert picture.picture.startswith(b"\x89PNG")
    assert page is not None
    assert page.name == "atelier.html"
    content = page.content.decode()
    assert "what rest" in content
    assert '<td data-mark="fait">3</td>' in content
    assert "what rest" in drawing
    for told in (content, drawing, picture.text, made(lina).text):
        assert not any(one in told for one in (*MEMBERS, CANARY_ANSWER, CANARY_TEXT))
    assert CANARY_TEXT not in lina.everything
    assert CANARY_ANSWER not in lina.everything


@ON_SQLITE
async def test_a_name_that_looks_like_html_is_words_on_the_page(stage: Stage) -> None:
    lina = await facilitator_comes_in(stage)
    await lina.write("/groupes")
    await lina.choose("button-new-group")
    await lina.write("<b>A & B")
    await lina.choose("button-skip", "eight-workshops/title")
    await prepare_page(lina)

    page = made(lina).file
    assert page is not None
    assert "&lt;b&gt;A &amp; B" in page.content.decode()


@ON_SQLITE
async def test_a_group_of_nobody_has_a_page_that_says_so(stage: Stage) -> None:
    lina = (await group_begins(stage))["lina"]

    await prepare_page(lina)

    page = made(lina).file
    assert page is not None
    assert "Pas d’exercice cette fois." in page.content.decode()


@ON_SQLITE
async def test_what_was_wanted_before_the_latest_workshop_is_not_in_it(
    stage: Stage, cast: Cast, lina: Phone
) -> None:
    await show_all(cast["sami"])
    await stage.go_to(FIRST)

    told = await prepare(lina)

    assert title(SMALL) not in told
    assert "Pas d’exercice cette fois." in told


@ON_SQLITE
async def test_a_facilitator_who_was_removed_prepares_nothing(lina: Phone) -> None:
    marc = await second_lead(lina)
    await prepare(marc)
    buttons = [marc.find(f"button-prepare-{one}") for one in ("picture", "page")]
    await remove_lead(lina, "Marc")
    said = len(marc.bubbles)

    for button in buttons:
        await marc.press(*button)

    assert all(one.worded.file is None for one in marc.bubbles[said:])
    assert all(one.worded.picture is None for one in marc.bubbles[said:])


@ON_SQLITE
async def test_many_people_with_long_names_find_room(lina: Phone) -> None:
    names = tuple("Maximilienne-Alexandrine de la Rochefouc" for _ in range(20))
    async with scene_of(lina) as scene:
        [group] = await groups.groups_led_by(scene.session, scene.member.id)
        found = await gather(scene, group)
        [exercise] = [one for one, _ in found.brings]
        crowded = replace(found, unreached=names, brings=[(exercise, names)] * COLUMNS)
        told = scene.deployment.library.say(words(crowded), scene.chat.voice)

    assert len(told.encode("utf-16-le")) // 2 < LONGEST_TEXT
    assert "et 14 de plus" in told
