"""From the menu, taps and typed words lead to everything that those who work here can do.

The ways are written down, so that they are the same in each run; whoever adds a button for a coach
or a facilitator adds it where it is found.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from sqlalchemy import func
from sqlmodel import col, select

from bot.chat.routing import act, answer
from bot.domain import rights
from bot.domain.message import Button, Message, Phrase
from bot.domain.rights import GIVERS, Actor
from bot.store import questions
from bot.store.deliveries import as_delivery
from bot.store.tables import DeliveryRow
from tests.services.access_trials import Trials, said_to, trials
from tests.services.desk_plays import desk_fills
from tests.services.memories import Cast, Memories
from tests.services.plays import ON_SQLITE
from tests.services.stage import Stage

WAYS = """
menu
    people
        support.ask
            support.confirm
            support.deny
        write.several
        person
            contact.talked
            write
                write.send
            person.days
            person.exercises
                person.answers
                person.thank
            person.agreed
            person.notes
                person.note-write
                person.note
                    person.note-erase
            person.job
                person.phase
            person.arrivals
            person.reminders
                person.reminder
                    person.take-back
                    person.pause
                    person.reminder-stop
                        person.reminder-end
            technique.to-propose
                technique.about-to-propose
                    technique.propose
            support.options
                support.end
                    support.end-now
                handover
                    handover.whom
                        handover.ask
    remind
        remind.several
        remind.person
            remind.wakeup
                draft.time
                    draft.card
                draft.days
                draft.starts
                draft.holidays
                propose
            remind.what
                remind.anchor
                    remind.on
            remind.when
                remind.often
                    remind.day
                    remind.days
                        remind.time
                remind.place
                remind.lead
                remind.card
                remind.send
            assign
                assign.which
                    assign.ask
                        assign.give
    invite
        invite.cancel
    digest
        digest.time
            digest.at
    cover
        cover.first
            cover.last
                cover.keep
                    cover.end
    settings
        hours
            hours.keep
    groups
        group.new
            group.create
                group.first
                    group.wall
                        group.rhythm
                            group.table
                                group.draft-day
                                    group.draft
                                group.informal
                                group.keep
        group
            group.dates
                group.move
                    group.move-time
                        group.move-to
            group.boosters
            group.members
                group.invite
                group.member
                    group.remove
            attendance
                attendance.keep
            group.chat
                group.chat-end
            group.exercises
                group.choose
                    group.choose-which
                group.assign
            group.board
                group.prepare
                    group.prepare-picture
                    group.prepare-page
                group.people
                    group.person
                        group.thank
                        group.exercise
                            group.answers
                            group.word
                                group.word-send
                            group.easier
                                group.easier-send
                            group.day
                                group.day-send
            group.write
            group.leads
                group.invite-lead
                group.lead
                    group.lead-remove
            group.edit
                group.edit-name
                group.edit-place
"""
"""Each button stands once, under one that leads to it, or asks for the words that do."""

SETTINGS = """
menu
    settings
        language
            speak
        discreet
            discreet.turn
        privacy
            mydata
                mydata.send
            leave
                leave.now
"""
"""The way of everybody to what is theirs."""

UNASKED = {
    "contact.seen": "Somebody asks for their coach.",
    "contact.call": "Somebody asks for their coach.",
    "note.call": "Somebody did not answer in the morning.",
    "note.noted": "Somebody did not answer in the morning.",
    "cover.refuse": "A colleague will be away.",
    "handover.accept": "A colleague hands somebody over.",
    "handover.refuse": "A colleague hands somebody over.",
}
"""What answers a message that comes by itself, and what that message says."""

MENU = Button(Phrase("button-menu"), "menu")

TYPED = {"time": "10h", "date": "15/12", "draft.starts": "15/12"}
"""What is typed to a question, by what it is about."""

WORDS = "Bonjour"
"""What is typed to any other."""


@dataclass
class Way:
    """A button, and what it leads to."""

    action: str
    leads_to: list["Way"] = field(default_factory=list)

    def __iter__(self) -> Iterator[str]:
        """Name it, and all that it leads to, near or far."""
        yield self.action
        for way in self.leads_to:
            yield from way


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    return await memories.recall(stage, desk_fills)


def test_each_button_of_a_coach_and_a_facilitator_has_its_way() -> None:
    # What a supervisor may do too, anybody may: it is a command, or answers what came to them.
    theirs = {
        action
        for action, actors in rights.TAPS.items()
        if actors & GIVERS and Actor.SUPERVISOR not in actors
    }

    ways = [*written_down(WAYS)]

    assert sorted(ways) == sorted({"menu", "settings", *theirs - UNASKED.keys()})
    assert UNASKED.keys() - theirs == set()


@ON_SQLITE
async def test_the_menu_leads_to_all_that_a_coach_and_a_facilitator_can_do(cast: Cast) -> None:
    async with trials(cast["coach"], victims=(), secrets=()) as tried:
        assert await lost(tried, written_down(WAYS), [MENU]) == set()


@ON_SQLITE
async def test_the_menu_leads_to_what_everybody_sets(cast: Cast) -> None:
    async with trials(cast["coach"], victims=(), secrets=()) as tried:
        assert await lost(tried, written_down(SETTINGS), [MENU]) == set()


@ON_SQLITE
async def test_what_comes_unasked_brings_its_buttons(stage: Stage, cast: Cast) -> None:
    told = await said_to(stage, cast["coach"])
    offered = [button for _, message in told for button in message.buttons]

    async with trials(cast["coach"], victims=(), secrets=()) as tried:
        for action in UNASKED:
            assert await lost(tried, Way(action), offered) == set()


def written_down(text: str) -> Way:
    """Return the first way, with those it leads to: they stand below it, further in."""
    above: dict[int, Way] = {}
    for line in text.strip().splitlines():
        way = Way(line.strip())
        depth = len(line) - len(way.action)
        above[depth] = way
        if depth:
            above[depth - 4].leads_to.append(way)
    return above[0]


async def lost(tried: Trials, way: Way, offered: Sequence[Button]) -> set[str]:
    """Return what cannot be reached on a way by any of the buttons that are offered.

    One after the other is tapped, until there is nothing more to be found; each tap is taken back.
    """
    missing = {*way}
    for button in offered:
        if button.action != way.action or not missing:
            continue
        nested = await tried.session.begin_nested()
        said = await _answers(tried, button)
        if not any(one.says.key == "out-of-date" for one in said):
            missing.discard(way.action)
            then = [one for message in said for one in message.buttons]
            for further in way.leads_to:
                if missing & {*further}:
                    missing -= {*further} - await lost(tried, further, then)
        await nested.rollback()
        tried.session.expunge_all()
    return missing


async def _answers(tried: Trials, button: Button) -> Sequence[Message]:
    """Return what a tap is answered with, and then the words that are asked for."""
    session, scene = tried.session, tried.scene
    here = col(DeliveryRow.chat_id) == scene.chat.id
    last = (await session.exec(select(func.max(col(DeliveryRow.number))).where(here))).one()
    await act(scene, button.action, button.args)
    asked = await questions.pending(session, scene.chat.id, scene.now)
    answered = set[str]()
    while asked and asked.topic not in answered:
        answered.add(asked.topic)
        await answer(scene, asked, TYPED.get(asked.topic, WORDS))
        asked = await questions.pending(session, scene.chat.id, scene.now)
    await session.flush()
    rows = await session.exec(select(DeliveryRow).where(here, col(DeliveryRow.number) > last))
    return [as_delivery(session, row).message for row in rows]
