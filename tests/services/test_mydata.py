"""Somebody reads all that is kept about them: on a page, and in a file for programs."""

import json
from dataclasses import replace
from datetime import date, time, timedelta
from enum import StrEnum
from html import unescape
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import SQLModel

from bot.domain.dialogue import Run
from bot.domain.errors import NotAllowed
from bot.domain.message import Document, Phrase
from bot.domain.people import Address, Language, Voice
from bot.domain.schedule import WORKING_DAYS, Rule
from bot.library import Library
from bot.library.exercises import read_exercises
from bot.services import mydata
from bot.services.mydata_page import FIELDS, Reader, page
from bot.settings import CONTENT
from bot.store import people
from bot.store.db import Session
from bot.store.exporting import ABOUT, SEALED, SECRETS, everything
from bot.store.types import Named
from tests.canaries import CANARY_NAME
from tests.examples import NOW, a_chat
from tests.services.conftest import Team
from tests.services.memories import held
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone, Stage
from tests.store.filling import canary, fill, sealed_columns

VOICES = [
    Voice(language=Language.FRENCH),
    Voice(language=Language.FRENCH, address=Address.TU),
    Voice(language=Language.ENGLISH),
]
EXERCISES, _ = read_exercises(CONTENT)
TECHNICAL = SECRETS | {
    *("id", "person_id", "chat_id", "plan_id", "participant_id", "invited_by", "claimed_by"),
    *("text_hash", "planned_until", "set_aside_at", "phase", "exercise", "moved_at", "topic"),
    *("group_id", "session_id", "invitation_id"),
    *(
        "number",
        "reason",
        "until",
        "replaces",
        "carried_by",
        "weekly",
        "slot",
        "copies",
        "telegram_message",
        "ended_at",
    ),
    *("trace", "closes_at", "hold_until", "made_at"),
}
"""What is only in the other file: our own ids, and how messages are sent."""


HIDDEN = {
    "assignment": {"version", "due", "rounds", "begun_at", "planned_at", "run_id"},
    "chat": {"kind"},
    "consent": {"asked_at"},
    "contact_notice": {"request_id", "staff_id", "covers", "told"},
    "checkin": {"answered_at"},
    "plan": {"answered_at", "eased_at"},
    "delivery": {"kind", "day"},
    "group_chat": {"opened_by", "told_of"},
    "group_lead": {"told_of"},
    "job_phase": {"mark", "is_answered"},
    "morning": {"due"},
    "outing": {"organiser_id", "posted", "reminded"},
    "outing_member": {"outing_id"},
    "incoming": {"state"},
}
"""Likewise, of some tables only."""


class Reading(HTMLParser):
    """Reads a page: its tags and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.said: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def reader(library: Library, voice: Voice = VOICES[0]) -> Reader:
    return Reader(library=library, voice=voice, zone=ZoneInfo("Europe/Paris"))


async def page_of(session: Session, person_id: str, reader: Reader) -> str:
    person = await people.get(session, person_id)
    assert person is not None
    return page(await everything(session, person), reader, NOW)


def files(phone: Phone) -> dict[str, str]:
    found = [bubble.worded.file for bubble in phone.bubbles]
    return {one.name: one.content.decode() for one in found if one}


@pytest.mark.parametrize("command", ["/mydata", "/mesdonnees"])
async def test_it_is_said_first_which_way_it_goes(team: Team, command: str) -> None:
    await team.participant.write(command)

    assert team.participant.shown == "mydata-question"
    assert "Telegram" in team.participant.screen
    assert team.participant.offers == ["button-mydata", "button-back"]


async def test_both_files_come_at_once(agreed: Team) -> None:
    await agreed.participant.write("/mydata")
    await agreed.participant.choose("button-mydata")

    found = files(agreed.participant)
    assert list(found) == ["relais-donnees.html", "relais-donnees.json"]
    assert CANARY_NAME in found["relais-donnees.html"]
    assert json.loads(found["relais-donnees.json"])["tables"]["person"][0]["name"] == CANARY_NAME


async def test_nothing_of_the_files_is_kept(agreed: Team) -> None:
    before = await held(agreed.stage, *ABOUT)
    await agreed.participant.write("/mydata")
    await agreed.participant.choose("button-mydata")

    after = await held(agreed.stage, *ABOUT)
    assert {name for name in ABOUT if before[name] != after[name]} == {"delivery"}


async def test_privacy_leads_there(team: Team) -> None:
    await team.participant.write("/privacy")
    await team.participant.choose("button-my-data", "button-back")

    assert team.participant.shown == "privacy"


async def test_staff_get_theirs_without_a_word_about_others(agreed: Team) -> None:
    await agreed.coach.choose("button-menu", "button-my-people")
    await agreed.coach.write("/mydata")
    await agreed.coach.choose("button-mydata")

    found = files(agreed.coach)
    assert len(found) == 2
    assert [name for name, text in found.items() if CANARY_NAME in text] == []


async def test_who_is_leaving_can_take_it_along(team: Team) -> None:
    await team.participant.write("/leave")
    await team.participant.choose("button-leave-now")

    await team.participant.write("/mydata")
    await team.participant.choose("button-mydata")

    assert len(files(team.participant)) == 2


async def test_a_stranger_has_none(coach: Phone) -> None:
    stranger = coach.stage.phone("Passant")

    await stranger.write("/mydata")

    assert (stranger.shown, files(stranger)) == ("privacy-stranger", {})


async def test_who_was_erased_meanwhile_gets_nothing(team: Team) -> None:
    async with team.stage.database.begin() as session:
        chat = replace(await a_chat(session), person_id=None)

        with pytest.raises(NotAllowed):
            await mydata.file(
                session, chat, Document.PAGE, deployment=team.stage.deployment, now=NOW
            )


@ON_SQLITE
@pytest.mark.parametrize("voice", VOICES, ids=lambda one: f"{one.language}-{one.address}")
async def test_all_words_stand_on_the_page(stage: Stage, voice: Voice) -> None:
    async with stage.database.begin() as session:
        text = await page_of(session, await fill(session), reader(stage.library, voice))

    shown = unescape(text)
    missing = [one for one in sealed_columns() if canary(*one) not in shown]
    assert missing == []
    assert CANARY_NAME in shown


@ON_SQLITE
async def test_the_page_has_no_script_and_nothing_from_elsewhere(stage: Stage) -> None:
    async with stage.database.begin() as session:
        text = await page_of(session, await fill(session), reader(stage.library))

    tags = set(Reading(text).tags)
    assert tags <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "article"),
    }
    assert "http" not in text.replace("http-equiv", "")


@ON_SQLITE
@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "</article>&amp;", "\x00\ud83d"])
async def test_words_are_shown_as_they_were_written(stage: Stage, hostile: str) -> None:
    async with stage.database.begin() as session:
        person_id = await fill(session)
        person = await people.get(session, person_id)
        assert person is not None
        export = {**await everything(session, person), "event": [{"what": hostile}]}

    text = page(export, reader(stage.library), NOW)

    assert "script" not in Reading(text).tags
    assert hostile.strip("\x00") in unescape(text)
    assert mydata.data(export, NOW)


@pytest.mark.parametrize("id_", sorted(EXERCISES.by_id))
def test_each_answer_that_can_be_tapped_is_told_in_words(library: Library, id_: str) -> None:
    for step in (one for one in EXERCISES.by_id[id_].steps if one.options):
        run = Run(exercise=id_, version=1, at=None, answers={step.id: step.options})

        text = page({"run": [{"run": run.as_plain()}]}, reader(library), NOW)

        told = library.say(Phrase(EXERCISES.by_id[id_].prompt(step)), VOICES[0])
        assert " ".join(told.split()) in " ".join(unescape(text).split())


def test_an_answer_that_an_older_question_took_is_told_as_it_is_kept(library: Library) -> None:
    run = Run(exercise="routine-night", version=1, at=None, answers={"bedtime": "late"})

    assert "late" in page({"run": [{"run": run.as_plain()}]}, reader(library), NOW)


def test_of_a_reminder_its_words_are_told(library: Library) -> None:
    details = {"reminder": {"what": "Appeler l’agence", "wall": "10:00", "days": [0, 1]}}

    said = " ".join(Reading(page({"plan": [{"details": details}]}, reader(library), NOW)).said)

    assert "Mots\N{NO-BREAK SPACE}: Appeler l’agence" in said
    assert "10:00" not in said


def test_of_a_question_its_buttons_are_not_told(library: Library) -> None:
    details = {"action": "evening.at", "rows": [[{"action": "evening.back"}]]}

    text = page({"question": [{"details": details}]}, reader(library), NOW)

    assert "evening.at" in text
    assert "evening.back" not in text


def test_what_has_a_last_day_says_it(library: Library) -> None:
    day = date(2026, 12, 13)
    rule = Rule(days=WORKING_DAYS, wall=time(7), starts=day - timedelta(days=13), ends=day)

    for one, told in ((rule, True), (replace(rule, ends=None), False)):
        text = page({"plan": [{"rule": one.as_values()}]}, reader(library), NOW)

        assert ("dimanche 13 décembre" in text) is told


def test_a_step_that_was_only_read_is_no_answer(library: Library) -> None:
    run = Run(exercise="feet", version=1, at=None, answers={"how": "done", "helped": "yes"})

    text = page({"run": [{"run": run.as_plain()}]}, reader(library), NOW)

    assert "Est-ce que cela a aidé" in text
    assert "done" not in text


def test_what_has_no_words_yet_is_shown_as_it_is_kept(library: Library) -> None:
    text = page({"run": [], "chore": [{"name": "a chore"}]}, reader(library), NOW)

    assert "<h2>chore</h2>" in text
    assert "a chore" in text


@pytest.mark.parametrize("table", ABOUT)
def test_each_column_is_shown_or_is_technical(table: str) -> None:
    columns = {one.name.removeprefix(SEALED) for one in SQLModel.metadata.tables[table].columns}

    assert columns - TECHNICAL == {*FIELDS[table]} | HIDDEN.get(table, set())


@pytest.mark.parametrize("table", ABOUT)
def test_each_state_that_is_shown_has_words(library: Library, table: str) -> None:
    columns = SQLModel.metadata.tables[table].columns
    shown = [one for name in FIELDS[table] if (one := columns.get(name)) is not None]
    values: list[StrEnum] = []
    for column in shown:
        if isinstance(column.type, Named):
            choices: Any = column.type.choices
            values += choices

    for value in values:
        if value.value not in {"waiting", "handled", "dead"}:
            phrase = Phrase(f"mydata-value-{value.value.replace('_', '-')}")
            assert library.say(phrase, VOICES[0])
