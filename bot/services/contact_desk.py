"""Staff look at a contact request: whoever asked gets a receipt, others who were told know too."""

from dataclasses import replace

from bot.domain.contact import Request, RequestState
from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Phrase, Plain
from bot.domain.people import Person, Standing
from bot.services import contact_steps, contact_words
from bot.services.contacting import SEEN_LATELY, place_of, tell_staff_again
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import contacts, people


async def seen(scene: Scene, args: Plain) -> Phrase | None:
    """The member of staff has seen it."""
    request, person = await _concerned(scene, args)
    if request.state is RequestState.OPEN:
        await _settle(scene, request, person, calls=False)
        return None
    return await _settled_already(scene, request, person)


async def call(scene: Scene, args: Plain) -> Phrase | None:
    """The member of staff has seen it and will call."""
    request, person = await _concerned(scene, args)
    is_to_call = _is_seen_by_me(scene, request) and not request.calls
    if request.state is RequestState.OPEN or is_to_call:
        await _settle(scene, request, person, calls=True)
        return None
    return await _settled_already(scene, request, person)


async def talked(scene: Scene, args: Plain) -> Phrase | None:
    """The member of staff who saw it has talked with who asked: nothing of it is left to do."""
    request, person = await _concerned(scene, args)
    if not _is_seen_by_me(scene, request):
        return await _settled_already(scene, request, person)
    request = replace(request, state=RequestState.ANSWERED)
    await contacts.keep(scene.session, request)
    await tell_staff_again(place_of(scene), request, but=scene.member.id)
    await show(scene, contact_words.settled(request, person, scene.member, seen_by=scene.member))
    return None


async def to_end(scene: Scene, person: Person) -> tuple[Button, ...]:
    """Return the button with which the coach who saw a request says that they have talked."""
    request = await contacts.seen_since(scene.session, person.id, scene.now - SEEN_LATELY)
    return (contact_words.to_end(request),) if request and _is_seen_by_me(scene, request) else ()


def _is_seen_by_me(scene: Scene, request: Request) -> bool:
    return request.state is RequestState.SEEN and request.seen_by == scene.member.id


async def _settle(scene: Scene, request: Request, person: Person, *, calls: bool) -> None:
    place, me = place_of(scene), scene.member
    request = replace(
        request,
        state=RequestState.SEEN,
        seen_by=me.id,
        seen_at=request.seen_at or scene.now,
        calls=calls,
    )
    await contacts.keep(scene.session, request)
    await contacts.rest(scene.session, request.id)
    await tell_staff_again(place, request, but=me.id)
    await contact_steps.tell_person(place, person, contact_words.receipt(request, me, person))
    await show(scene, contact_words.settled(request, person, me, seen_by=me))


async def _settled_already(scene: Scene, request: Request, person: Person) -> Phrase | None:
    if request.seen_by == scene.member.id:
        return Phrase("toast-already")
    seen_by = await people.get(scene.session, request.seen_by) if request.seen_by else None
    await show(scene, contact_words.settled(request, person, scene.member, seen_by=seen_by))
    return None


async def _concerned(scene: Scene, args: Plain) -> tuple[Request, Person]:
    """Return the request and who asked; raise NotAllowed for staff who are not to look at it."""
    request = await contacts.take(scene.session, str(args["request"]))
    if request is None:
        raise NotAllowed("no such request")
    for notice in await contacts.notices(scene.session, request.id):
        case = await contact_steps.case_of(place_of(scene), request, notice)
        is_theirs = case is not None and case.staff.id == scene.coach.id and notice.told
        if case and is_theirs and case.person.standing is Standing.ACTIVE:
            return request, case.person
    raise NotAllowed("not theirs to look at")
