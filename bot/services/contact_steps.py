"""Takes a contact request on, step by step: tell, remind once, tell the cover person, say so.

Nothing is written ahead: whether somebody still supports the person, still works here, and is
reachable within their hours is looked at when each step is taken.
"""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import structlog

from bot.domain.contact import PATIENCE, Desk, Notice, Request, RequestState, Step, desk_of
from bot.domain.delivery import LIMITS, Class, Delivery
from bot.domain.message import Button, Message, Phrase
from bot.domain.people import Chat, Person, Standing
from bot.domain.quiet import after_quiet
from bot.domain.schedule import local, zone
from bot.services import contact_words, menus
from bot.services.planning import Planner
from bot.services.ports import Bell
from bot.store import chats, contacts, covers, deliveries, people, supports, wishes
from bot.store.db import Database, Session
from bot.store.ids import new_id

EVERY = timedelta(minutes=1)
AT_ONCE = 100
LATER = timedelta(hours=1)

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a step is taken: a transaction, its moment, what wakes the engine, the holidays."""

    session: Session
    now: datetime
    bell: Bell
    holidays: Container[date]


@dataclass(frozen=True, kw_only=True)
class Case:
    """A request, who asked, and one of the staff who are to look at it."""

    request: Request
    person: Person
    notice: Notice
    staff: Person
    chat: Chat | None
    desk: Desk
    instead_of: Person | None


async def tend(database: Database, planner: Planner, now: datetime) -> None:
    """Take every step that is due; one that fails stops no other."""
    async with database.look() as session:
        found = await contacts.due(session, now, limit=AT_ONCE)
    for request_id in found:
        try:
            async with database.begin() as session:
                request = await contacts.take(session, request_id)
                if request:
                    bell, holidays = planner.bell, planner.holidays
                    await go_on(
                        Place(session=session, now=now, bell=bell, holidays=holidays), request
                    )
        except Exception:
            log.exception("contact_step_failed", request=request_id)


async def begin(place: Place, request: Request) -> None:
    """Let everybody who supports whoever asked look at a request, now or once their hours begin."""
    for staff in await supporters(place.session, request.person_id):
        opens = desk_of(staff, place.holidays).opening(place.now)
        notice = Notice(id=new_id(), request_id=request.id, staff_id=staff.id, next_at=opens)
        await contacts.notify(place.session, notice)
    await go_on(place, request)


async def go_on(place: Place, request: Request) -> None:
    """Take the steps of a request that are due."""
    if request.state is not RequestState.OPEN:
        await contacts.rest(place.session, request.id)
        return
    for notice in await contacts.notices(place.session, request.id):
        if notice.next_at and notice.next_at <= place.now:
            await _take_step(place, request, notice)


async def case_of(place: Place, request: Request, notice: Notice) -> Case | None:
    """Return all that a step needs to know; None where this member of staff is not concerned."""
    session = place.session
    person = await people.get(session, request.person_id)
    staff = await people.get(session, notice.staff_id)
    if person is None or staff is None or staff.standing is not Standing.ACTIVE:
        return None
    their_own = notice.covers or notice.staff_id
    if their_own not in {one.id for one in await supporters(session, person.id)}:
        return None
    coach = await people.get(session, notice.covers) if notice.covers else None
    cover = await cover_of(place, coach) if coach else staff
    if cover is None or cover.id != staff.id:
        return None
    return Case(
        request=request,
        person=person,
        notice=notice,
        staff=staff,
        chat=await chats.of_person(session, staff.id),
        desk=desk_of(staff, place.holidays),
        instead_of=coach,
    )


async def supporters(session: Session, person_id: str) -> list[Person]:
    """Return the staff who support somebody and are not on the way out, longest first."""
    found = [
        await people.get(session, one.coach_id)
        for one in await supports.of_participant(session, person_id)
    ]
    return [one for one in found if one and one.standing is Standing.ACTIVE]


async def cover_of(place: Place, coach: Person) -> Person | None:
    """Return who looks in the place of a coach on the day it is for that coach."""
    cover = await covers.of_coach(place.session, coach.id)
    if cover is None or not cover.holds(local(place.now, zone(coach.zone)).date()):
        return None
    found = await people.get(place.session, cover.cover_id)
    return found if found and found.standing is Standing.ACTIVE else None


async def tell_person(place: Place, person: Person, message: Message) -> None:
    """Tell whoever asked what became of it: at once, but in their quiet hours after them.

    It answers what they did, so it comes during a pause too.
    """
    chat = await chats.of_person(place.session, person.id)
    if chat is None:
        return
    quiet = (await wishes.of_person(place.session, person.id)).quiet
    due = after_quiet(place.now, zone(person.zone), quiet)
    await _write(place, chat, message, due=due, until=due + LIMITS[Class.CONTACT].lateness)


async def _take_step(place: Place, request: Request, notice: Notice) -> None:
    case = await case_of(place, request, notice)
    if case is None:
        await _end(place, request, notice)
    elif case.person.standing is not Standing.ACTIVE:
        await contacts.move(place.session, notice.then(notice.step, place.now + LATER))
    else:
        await _step(place, case)


async def _step(place: Place, case: Case) -> None:
    is_reachable = case.chat is not None and case.chat.reachable
    match case.notice.step:
        case Step.TELL | Step.REMIND if not is_reachable:
            await _hand_over(place, case)
        case Step.TELL | Step.REMIND if not case.desk.is_open(place.now):
            opens = case.desk.opening(place.now)
            await contacts.move(place.session, case.notice.then(case.notice.step, opens))
        case Step.TELL:
            await _tell(place, case)
        case Step.REMIND:
            await _remind(place, case)
        case Step.HAND_OVER:
            await _hand_over(place, case)
        case Step.GIVE_UP | Step.DONE:
            await _end(place, case.request, case.notice)


async def _tell(place: Place, case: Case) -> None:
    message = contact_words.to_staff(
        case.request, case.person, case.staff, instead_of=case.instead_of
    )
    told = await _ping(place, case, message)
    after = case.desk.after(place.now, PATIENCE)
    step = Step.GIVE_UP if case.notice.covers else Step.REMIND
    await contacts.move(place.session, replace(case.notice.then(step, after), told=told))


async def _remind(place: Place, case: Case) -> None:
    message = contact_words.again(case.request, case.person, case.staff)
    told = await _ping(place, case, message)
    after = case.desk.after(place.now, PATIENCE)
    await contacts.move(place.session, replace(case.notice.then(Step.HAND_OVER, after), told=told))


async def _ping(place: Place, case: Case, message: Message) -> str | None:
    """Write to a member of staff within their hours; say which message it is."""
    if case.chat is None:
        return None
    until = case.desk.closing(place.now)
    return await _write(place, case.chat, message, due=place.now, until=until)


async def _hand_over(place: Place, case: Case) -> None:
    """Let the cover person look, and say so to whoever asked; without one say that nobody has."""
    cover = None if case.notice.covers else await cover_of(place, case.staff)
    known = {one.staff_id for one in await contacts.notices(place.session, case.request.id)}
    if cover is None or cover.id in known:
        await _end(place, case.request, case.notice)
        return
    await contacts.move(place.session, case.notice.then(Step.DONE, None))
    opens = desk_of(cover, place.holidays).opening(place.now)
    notice = Notice(
        id=new_id(),
        request_id=case.request.id,
        staff_id=cover.id,
        covers=case.staff.id,
        next_at=opens,
    )
    await contacts.notify(place.session, notice)
    if opens == place.now:
        await _take_step(place, case.request, notice)
    if case.request.asked_at < place.now:
        await _say_who_looks(place, case, cover=cover, opens=opens)


async def _say_who_looks(place: Place, case: Case, *, cover: Person, opens: datetime) -> None:
    names = {"coach": case.staff.name, "cover": cover.name}
    key = "contact-handed-over" if opens == place.now else "contact-handed-over-later"
    values = names if opens == place.now else {**names, **contact_words.at(opens, case.person)}
    await tell_person(place, case.person, _with_ways(Phrase(key, values)))


async def _end(place: Place, request: Request, notice: Notice) -> None:
    """Take no further step for one; once that was the last, say truly that nobody looked yet."""
    await contacts.move(place.session, notice.then(Step.DONE, None))
    others = await contacts.notices(place.session, request.id)
    person = await people.get(place.session, request.person_id)
    is_news = request.asked_at < place.now
    if is_news and person and all(one.next_at is None for one in others):
        await tell_person(place, person, _with_ways(Phrase("contact-unread")))


def _with_ways(says: Phrase) -> Message:
    take_back = Button(Phrase("button-take-back"), "contact.withdraw")
    return Message(says=says, rows=((take_back,), *menus.ANYWHERE))


async def _write(
    place: Place, chat: Chat, message: Message, *, due: datetime, until: datetime
) -> str:
    delivery = Delivery(
        id=new_id(), chat_id=chat.id, kind=Class.CONTACT, message=message, due=due, until=until
    )
    await deliveries.add(place.session, delivery)
    place.bell.ring(place.session, chat.shard)
    return delivery.id
