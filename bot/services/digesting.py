"""The coach's morning digest by exception: one message if there is something, silence if not.

Once a week it also says what became of the messages of the last one.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import structlog

from bot.domain.contact import Step, desk_of
from bot.domain.digest import AT_FIRST, Entry, Why, chosen, digest_time, next_digest
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person, Role
from bot.domain.schedule import local, moment
from bot.domain.sharing import Purpose
from bot.services import contact_steps, contact_words, menus, times, week_told
from bot.services.contact_steps import Place
from bot.services.planning import Planner
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import chats, contacts, desks, people, plans, questions, sharing
from bot.store.db import Database
from bot.store.desks import Mornings, Note

EVERY = timedelta(minutes=1)
AT_ONCE = 100
OFFERED = (0, 30, 60)

log = structlog.stdlib.get_logger(__name__)


async def tend(
    database: Database, planner: Planner, now: datetime, *, at_once: int = AT_ONCE
) -> None:
    """Tell each coach whose morning it is what there is; one that fails stops no other.

    They are looked up so many at once, until there is nobody left: all want it at one time.
    """
    async for coach_id in _due(database, now, at_once):
        try:
            async with database.begin() as session:
                bell, holidays = planner.bell, planner.holidays
                place = Place(session=session, now=now, bell=bell, holidays=holidays)
                await _morning(place, coach_id)
        except Exception:
            log.exception("digest_failed", coach=coach_id)


async def mine(scene: Scene, args: Plain) -> None:
    """Say when the digest comes, and offer another time."""
    del args
    await questions.close(scene.session, scene.chat.id)
    kept = await desks.of_coach(scene.session, scene.coach.id)
    hours = desk_of(scene.coach, scene.planner.holidays).hours
    rows = (
        (Button(Phrase("button-my-people"), "people"),),
        (Button(Phrase("button-change-time"), "digest.time"), *menus.TO_MENU),
    )
    says = Phrase("digest-mine", {"time": digest_time(hours, kept.wall)})
    await show(scene, Message(says=says, rows=rows))


async def ask_time(scene: Scene, args: Plain) -> None:
    """Ask at what time, inside the contact hours."""
    del args
    hours = desk_of(scene.coach, scene.planner.holidays).hours
    offered = [one for one in times.shifted(hours.opens, OFFERED) if one < hours.closes]
    says = Phrase("digest-which-time", {"opens": hours.opens, "closes": hours.closes})
    back = ((Button(Phrase("button-back"), "digest"),),)
    await times.ask(scene, says, "digest.at", offered=offered, about={}, more=back)


async def at(scene: Scene, args: Plain) -> None:
    """Keep the time; one outside the contact hours is asked about again."""
    wall, desk = time.fromisoformat(args["time"]), desk_of(scene.coach, scene.planner.holidays)
    if digest_time(desk.hours, wall) != wall:
        await ask_time(scene, {})
        return
    kept = await desks.of_coach(scene.session, scene.coach.id)
    following = next_digest(desk, wall, scene.now)
    await desks.keep(scene.session, replace(kept, wall=wall, next_at=following))
    await mine(scene, {})


async def follow_hours(scene: Scene, coach: Person) -> None:
    """Let the next digest come within a coach's hours as they are now; one that is due comes.

    It comes on no day before the one on which it was to come: that one had its digest.
    """
    kept = await desks.of_coach(scene.session, coach.id)
    if kept.next_at and kept.next_at > scene.now:
        desk = desk_of(coach, scene.planner.holidays)
        day_begins = moment(local(kept.next_at, desk.zone).date(), time.min, desk.zone)
        following = next_digest(desk, kept.wall, max(scene.now, day_begins))
        await desks.keep(scene.session, replace(kept, next_at=following))


async def _due(database: Database, now: datetime, at_once: int) -> AsyncIterator[str]:
    after = ""
    while True:
        async with database.look() as session:
            found = await desks.due(session, now, after=after, limit=at_once)
        for coach_id in found:
            yield coach_id
        if len(found) < at_once:
            return
        after = found[-1]


async def _morning(place: Place, coach_id: str) -> None:
    """Tell a coach what there is if it is time for it, and note when to look again."""
    coach = await people.get(place.session, coach_id)
    if coach is None or Role.COACH not in coach.roles:
        return
    kept = await desks.of_coach(place.session, coach_id)
    is_due = kept.next_at is not None and kept.next_at <= place.now
    if is_due:
        kept = await _tell(place, coach, kept)
    following = next_digest(desk_of(coach, place.holidays), kept.wall, place.now)
    await desks.keep(place.session, replace(kept, next_at=following))


async def _tell(place: Place, coach: Person, kept: Mornings) -> Mornings:
    chat = await chats.of_person(place.session, coach.id)
    if chat is None or not chat.reachable:
        # What is not told stays to be told once they are back.
        return kept
    supported = {one.id: one for one in await people.seen_by(place.session, coach.id)}
    several = list(supported.values())
    unreachable = await _unreachable(place, several)
    entries = [
        *await _asking(place, coach),
        *await _silent(place, coach, supported, since=kept.last_at or place.now - AT_FIRST),
        *(one for one in unreachable if one.person_id not in kept.unreachable),
    ]
    week = await week_told.line(place, coach, several, last=kept.last_at)
    if entries or week:
        await tell(place, coach.id, _message(entries, coach, week))
    told = [one.person_id for one in unreachable]
    return replace(kept, last_at=place.now, unreachable=told)


async def _asking(place: Place, coach: Person) -> list[Entry]:
    """Return who asked for a contact and was not seen, once the coach was reminded of it."""
    found = []
    for request in await contacts.shown_to(place.session, coach.id):
        for notice in await contacts.notices(place.session, request.id):
            case = await contact_steps.case_of(place, request, notice)
            if case and case.staff.id == coach.id and notice.step is not Step.REMIND:
                found.append(
                    Entry(
                        person_id=case.person.id,
                        name=case.person.name,
                        why=Why.CONTACT,
                        since=request.asked_at,
                        about=(("request", request.id),),
                    )
                )
    return found


async def _silent(
    place: Place, coach: Person, supported: dict[str, Person], *, since: datetime
) -> list[Entry]:
    """Return who did not answer on a morning, of which the coach was told with their leave."""
    chat = await chats.of_person(place.session, coach.id)
    notes: Sequence[Note] = ()
    if chat:
        notes = await desks.notes_between(place.session, chat.id, since=since, until=place.now)
    found = []
    for note in notes:
        plan = await plans.get(place.session, note.plan_id)
        person = supported.get(plan.person_id) if plan else None
        if person and await sharing.has_consented(place.session, person.id, Purpose.NOTE):
            about = (("plan", note.plan_id), ("day", note.day.isoformat()))
            found.append(
                Entry(
                    person_id=person.id,
                    name=person.name,
                    why=Why.NO_ANSWER,
                    since=note.told_at,
                    about=about,
                )
            )
    return found


async def _unreachable(place: Place, supported: Sequence[Person]) -> list[Entry]:
    reached = await chats.reachable_among(place.session, [one.id for one in supported])
    return [
        Entry(
            person_id=person.id,
            name=person.name,
            why=Why.UNREACHABLE,
            since=place.now,
            about=(("person", person.id),),
        )
        for person in supported
        if person.id not in reached
    ]


def _message(entries: Sequence[Entry], coach: Person, week: Phrase | None) -> Message:
    """Return who needs something and, once a week, what became of the last one; or that alone."""
    several, more = chosen(entries)
    lines = [_line(one, coach) for one in several]
    if more:
        lines.append(Phrase("line-digest-more", {"count": more}))
    if week:
        lines.append(week)
    digest = Phrase("digest", {"count": len(several) + more, "lines": tuple(lines)})
    rows = tuple((_button(one),) for one in several)
    people_row = (Button(Phrase("button-my-people"), "people"),)
    says = week if week and not entries else digest
    return Message(says=says, rows=(*rows, people_row), stays=True)


def _line(one: Entry, coach: Person) -> Phrase:
    name: Values = {"name": one.name}
    match one.why:
        case Why.CONTACT:
            return Phrase("line-digest-contact", {**name, **contact_words.at(one.since, coach)})
        case Why.NO_ANSWER:
            day = dict(one.about)["day"]
            return Phrase("line-digest-no-answer", {**name, "day": date.fromisoformat(day)})
        case Why.UNREACHABLE:
            return Phrase("line-digest-unreachable", name)


def _button(one: Entry) -> Button:
    args = dict(one.about)
    match one.why:
        case Why.CONTACT:
            return Button(Phrase("button-call-name", {"name": one.name}), "contact.call", args)
        case Why.NO_ANSWER:
            return Button(Phrase("button-call-name", {"name": one.name}), "note.call", args)
        case Why.UNREACHABLE:
            return Button(Phrase("button-person", {"name": one.name}), "person", args)
