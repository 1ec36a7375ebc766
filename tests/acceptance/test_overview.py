"""A supervisor's overview over the Bot API: reached by the menu and by typing, numbers alone."""

from dataclasses import dataclass

import pytest

from bot.domain.people import Role
from tests.acceptance import desk, groups
from tests.acceptance.desk import are_there, comes_to_work, is_brought_in
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARIES, CANARY_NAME, CANARY_TEXT
from tests.services.plays import ON_SQLITE

pytestmark = ON_SQLITE

OTHERS = ["P01", "P02", "P03", "P04"]
NAMES = (*CANARIES, *OTHERS, "Nadia", "Lina", "Mardi", "Tuesday", "rue du Port")
"""What stands for somebody, or for a group and where it meets."""

COMMANDS = ("/ensemble", "/overview")


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a supervisor reads and taps, and how a facilitator makes a group."""

    desk: desk.Words
    comes_in: tuple[str, ...]
    overview: str
    title: str
    few: tuple[str, ...]
    enough: tuple[str, ...]


FRENCH = Words(
    desk=desk.FRENCH,
    comes_in=("Français", "Oui"),
    overview="Vue d’ensemble",
    title="Vue d’ensemble, sans aucun nom.",
    few=("Coachs : 1", "Personnes accompagnées : moins de cinq"),
    enough=("Groupes : 1", "Coachs : 1", "Personnes qui animent : 1", "Personnes accompagnées : 5"),
)
ENGLISH = Words(
    desk=desk.ENGLISH,
    comes_in=("English", "Yes"),
    overview="Overview",
    title="The overview, without any name.",
    few=("Coaches: 1", "Supported people: fewer than five"),
    enough=("Groups: 1", "Coaches: 1", "Facilitators: 1", "Supported people: 5"),
)
IN_EACH_LANGUAGE = pytest.mark.parametrize("words", [FRENCH, ENGLISH], ids=["fr", "en"])


async def supervises(stage: Stage, words: Words) -> Phone:
    """Let Rose come in, who reads numbers."""
    rose = stage.phone("Rose", words.desk.language)
    await rose.open(await stage.relais.invite(Role.SUPERVISOR, "Rose"))
    await rose.tap(*words.comes_in)
    await rose.reads(words.desk.menu)
    return rose


def numbers(phone: Phone) -> list[str]:
    """Return the lines that the last message says."""
    return phone.screen.replace("\u00a0", " ").splitlines()


@IN_EACH_LANGUAGE
async def test_a_supervisor_reads_numbers_and_no_name(stage: Stage, words: Words) -> None:
    coach = await comes_to_work(stage, "Nadia", words.desk)
    person = await is_brought_in(stage, coach, words.desk)
    await person.write("/contact")
    await person.write(CANARY_TEXT)
    rose = await supervises(stage, words)
    await rose.tap(words.overview)
    assert words.title in rose.screen
    assert set(words.few) <= set(numbers(rose))

    await are_there(stage, "Nadia", OTHERS)
    await (groups.tuesdays if words is FRENCH else groups.tuesdays_in_english)(stage)
    for command in COMMANDS:
        await rose.write("/menu")
        await rose.write(command)
        assert set(words.enough) <= set(numbers(rose))
    await stage.pass_time(hours=26)

    said = "\n".join(one.words + str(one.inline_keyboard) for one in rose.messages)
    assert [name for name in NAMES if name in said] == []


@IN_EACH_LANGUAGE
async def test_a_supervisor_reaches_nobody_and_nobody_else_the_numbers(
    stage: Stage, words: Words
) -> None:
    coach = await comes_to_work(stage, "Nadia", words.desk)
    person = await is_brought_in(stage, coach, words.desk)
    rose = await supervises(stage, words)

    for phone in (coach, person):
        for command in COMMANDS:
            await phone.write(command)
            assert words.title not in phone.screen
    for command in ("/people", "/groups", CANARY_NAME, "P01"):
        await rose.write(command)
        assert CANARY_NAME not in rose.screen
