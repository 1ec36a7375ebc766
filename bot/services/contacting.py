"""Somebody asks for a contact: one tap, a line if they like; they are told what happens with it."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.contact import LONGEST_LINE, Notice, Request, RequestState, Step, desk_of
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person, Role, Standing
from bot.services import contact_steps, contact_words, helping, menus, supported
from bot.services.contact_steps import Place
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.telling import correct
from bot.store import chats, contacts, deliveries, people, questions

TOPIC = "contact"

SEEN_LATELY = timedelta(days=3)
"""How long it is told who saw a request: over a weekend, until the call was made."""


async def ask(scene: Scene, args: Plain) -> None:
    """Ask everybody who supports whoever acts for a contact; twice is once."""
    del args
    if not await _may(scene):
        return
    place = place_of(scene)
    request = await contacts.open_of(scene.session, scene.member.id)
    line = ""
    if request and not await contacts.goes_on(scene.session, request.id):
        # Nobody will look at it any more: it is asked anew, with what was written.
        line = request.line
        await _close(place, request, RequestState.RENEWED)
        request = None
    if request is None:
        if not await contact_steps.supporters(scene.session, scene.member.id):
            await show(scene, supported.nobody())
            return
        request = await contacts.ask(scene.session, scene.member.id, scene.now)
        if line:
            request = request.with_more(line)
            await contacts.keep(scene.session, request)
        await contact_steps.begin(place, request)
    await questions.ask(
        scene.session, scene.chat.id, TOPIC, details={"request": request.id}, now=scene.now
    )
    lines = await _what_happens(place, scene.member, request)
    if request.line:
        lines += (Phrase("line-contact-words", {"line": request.line}),)
    says = Phrase("contact-sent", {"lines": lines})
    await show(scene, Message(says=says, rows=_WAYS))


async def read(scene: Scene, details: Plain, text: str) -> bool:
    """Take words that go with the request, as long as nobody has seen it; return whether."""
    request = await contacts.take(scene.session, str(details["request"]))
    is_open = request is not None and request.state is RequestState.OPEN
    if request is None or not is_open or request.person_id != scene.member.id:
        await questions.close(scene.session, scene.chat.id)
        await helping.typed_elsewhere(scene, text)
        return False
    is_whole = request.has_room(text)
    request = request.with_more(text)
    await contacts.keep(scene.session, request)
    await tell_staff_again(place_of(scene), request)
    cut = Phrase("contact-line-cut", {"most": LONGEST_LINE, "line": request.line})
    says = Phrase("contact-line-added") if is_whole else cut
    await say(scene, Message(says=says, rows=_WAYS))
    return True


async def withdraw(scene: Scene, args: Plain) -> Phrase | None:
    """Take the request back, as long as nobody has seen it."""
    del args
    known = await contacts.open_of(scene.session, scene.member.id)
    request = await contacts.take(scene.session, known.id) if known else None
    if request is None or request.state is not RequestState.OPEN:
        since = scene.now - SEEN_LATELY
        is_seen = await contacts.seen_since(scene.session, scene.member.id, since)
        return Phrase("toast-gone" if is_seen else "toast-already")
    await _close(place_of(scene), request, RequestState.WITHDRAWN)
    await questions.close(scene.session, scene.chat.id)
    await show(scene, Message(says=Phrase("contact-withdrawn"), rows=menus.ANYWHERE))
    return None


async def waiting(scene: Scene, person: Person) -> list[Phrase]:
    """Return the line that a coach reads of a request that nobody has seen."""
    request = await contacts.open_of(scene.session, person.id)
    if request is None:
        return []
    return [Phrase("line-contact", contact_words.at(request.asked_at, scene.member))]


async def seen_lately(scene: Scene, person: Person) -> list[Phrase]:
    """Return the line that a coach reads of a request that was seen: by whom, and who will call.

    Not once the coach who was asked supports the person no more: who came after learns nothing.
    """
    request = await contacts.seen_since(scene.session, person.id, scene.now - SEEN_LATELY)
    by = await people.get(scene.session, request.seen_by) if request and request.seen_by else None
    if request is None or request.seen_at is None or by is None:
        return []
    notices = await contacts.notices(scene.session, request.id)
    asked = {one.covers or one.staff_id for one in notices if one.staff_id == by.id}
    if not asked & {one.id for one in await contact_steps.supporters(scene.session, person.id)}:
        return []
    key = "line-contact-call" if request.calls else "line-contact-seen"
    return [Phrase(key, {"name": by.name, **contact_words.at(request.seen_at, scene.member)})]


async def tell_staff_again(place: Place, request: Request, *, but: str = "") -> None:
    """Change the messages by which staff know of a request: to how it stands now."""
    person = await people.get(place.session, request.person_id)
    for notice in await contacts.notices(place.session, request.id):
        told = await deliveries.get(place.session, notice.told) if notice.told else None
        staff = await people.get(place.session, notice.staff_id)
        if request.state is RequestState.OPEN and not await contact_steps.case_of(
            place, request, notice
        ):
            # Who does not look at it any more learns nothing more of it.
            continue
        if told and person and staff and staff.id != but:
            await correct(
                place, told, await _as_it_stands(place, request, person, staff=staff, notice=notice)
            )


async def _close(place: Place, request: Request, state: RequestState) -> None:
    """Let a request wait no more, and say why to everybody who was told of it."""
    request = replace(request, state=state)
    await contacts.keep(place.session, request)
    await tell_staff_again(place, request)
    await contacts.rest(place.session, request.id)


def place_of(scene: Scene) -> Place:
    """Return the scene as a place in which steps are taken."""
    return Place(
        session=scene.session,
        now=scene.now,
        bell=scene.bell,
        holidays=scene.planner.holidays,
    )


_WAYS = (
    (Button(Phrase("button-take-back"), "contact.withdraw"),),
    *menus.ANYWHERE,
)


async def _as_it_stands(
    place: Place, request: Request, person: Person, *, staff: Person, notice: Notice
) -> Message:
    if request.state is RequestState.OPEN:
        coach = await people.get(place.session, notice.covers) if notice.covers else None
        return contact_words.to_staff(request, person, staff, instead_of=coach)
    seen_by = await people.get(place.session, request.seen_by) if request.seen_by else None
    return contact_words.settled(request, person, staff, seen_by=seen_by)


async def _what_happens(place: Place, person: Person, request: Request) -> tuple[Phrase, ...]:
    """Return who is told when, who instead of them, and that it is nobody else."""
    lines: list[Phrase] = []
    for notice in await contacts.notices(place.session, request.id):
        case = await contact_steps.case_of(place, request, notice)
        if case is None:
            continue
        lines.append(await _line(place, person, case))
        cover = await contact_steps.cover_of(place, case.staff) if case.instead_of is None else None
        if cover and notice.step in {Step.TELL, Step.REMIND, Step.HAND_OVER}:
            lines.append(
                Phrase("line-contact-cover", {"coach": case.staff.name, "cover": cover.name})
            )
    return tuple(lines)


async def _line(place: Place, person: Person, case: contact_steps.Case) -> Phrase:
    chat = await chats.of_person(place.session, case.staff.id)
    name = {"name": case.staff.name}
    if case.notice.told:
        return Phrase("line-contact-told", name)
    if chat is None or not chat.reachable:
        return Phrase("line-contact-unreachable", name)
    opens = desk_of(case.staff, place.holidays).opening(place.now)
    return Phrase("line-contact-later", {**name, **contact_words.at(opens, person)})


async def _may(scene: Scene) -> bool:
    """Whether asking for a contact is for whoever acts; others are told what there is for them."""
    if scene.person is None:
        await helping.stranger(scene)
    elif scene.person.standing is not Standing.ACTIVE:
        await say(scene, menus.going_on(scene.person))
    elif Role.PARTICIPANT not in scene.person.roles:
        await show(scene, Message(says=Phrase("contact-staff"), rows=(menus.TO_MENU,)))
    else:
        return True
    return False
