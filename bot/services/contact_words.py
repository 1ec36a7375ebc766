"""What is said about a contact request: to staff who are to look at it, and to who asked."""

from datetime import datetime

from bot.domain.contact import Request, RequestState
from bot.domain.message import Button, Message, Phrase, Values
from bot.domain.people import Person
from bot.domain.schedule import local, shown, zone
from bot.services import menus

_GONE = {
    RequestState.WITHDRAWN: "contact-taken-back",
    RequestState.RENEWED: "contact-asked-anew",
}


def to_staff(
    request: Request, person: Person, staff: Person, *, instead_of: Person | None = None
) -> Message:
    """Return what a member of staff is told of a request that nobody saw."""
    first = Phrase("contact-asked", {"name": person.name})
    return _to_look_at(first, request, staff=staff, instead_of=instead_of)


def again(
    request: Request, person: Person, staff: Person, *, instead_of: Person | None = None
) -> Message:
    """Return what a member of staff is reminded of."""
    first = Phrase("contact-remind", {"name": person.name})
    return _to_look_at(first, request, staff=staff, instead_of=instead_of)


def settled(
    request: Request, person: Person, staff: Person, *, seen_by: Person | None = None
) -> Message:
    """Return how a request ended, for a member of staff who was told of it."""
    name: Values = {"name": person.name}
    if request.state in _GONE:
        return Message(says=Phrase(_GONE[request.state], name))
    if seen_by is None or request.seen_at is None:
        return Message(says=Phrase("contact-settled", name))
    values: Values = {**name, **at(request.seen_at, staff)}
    if seen_by.id == staff.id:
        return _seen_by_me(request, values)
    key = "contact-call-by-other" if request.calls else "contact-seen-by-other"
    if request.state is RequestState.ANSWERED:
        key = "contact-talked-by-other"
    says = Phrase(key, {**values, "other": seen_by.name})
    return Message(says=says, rows=(menus.TO_MENU,))


def receipt(request: Request, staff: Person, person: Person) -> Message:
    """Return what whoever asked is told once somebody has seen it."""
    key = "contact-receipt-call" if request.calls else "contact-receipt"
    values = {"name": staff.name, **at(request.seen_at or request.asked_at, person)}
    return Message(says=Phrase(key, values))


def to_end(request: Request) -> Button:
    """Return the button with which staff say that they have talked with who asked."""
    return Button(Phrase("button-talked"), "contact.talked", {"request": request.id})


def at(moment: datetime, reader: Person) -> Values:
    """Return the day and the time of a moment where somebody lives."""
    where = zone(reader.zone)
    return {"day": local(moment, where).date(), "time": shown(moment, where)}


def _seen_by_me(request: Request, values: Values) -> Message:
    if request.state is RequestState.ANSWERED:
        return Message(says=Phrase("contact-talked", values), rows=(menus.TO_MENU,))
    key = "contact-will-call" if request.calls else "contact-seen-by-me"
    ways = (to_end(request),) if request.calls else (_call(request), to_end(request))
    return Message(says=Phrase(key, values), rows=(ways, menus.TO_MENU))


def _to_look_at(
    first: Phrase, request: Request, *, staff: Person, instead_of: Person | None
) -> Message:
    lines = [Phrase("line-contact-since", at(request.asked_at, staff))]
    if instead_of:
        lines.append(Phrase("line-contact-instead", {"coach": instead_of.name}))
    # Last, below what a locked phone shows.
    words = (Phrase("line-contact-says", {"line": request.line}),) if request.line else ()
    about = {"request": request.id}
    buttons = (Button(Phrase("button-seen"), "contact.seen", about), _call(request))
    values: Values = {"first": first, "lines": tuple(lines), "words": words}
    says = Phrase("contact-to-look-at", values)
    return Message(says=says, rows=(buttons,))


def _call(request: Request) -> Button:
    return Button(Phrase("button-i-will-call"), "contact.call", {"request": request.id})
