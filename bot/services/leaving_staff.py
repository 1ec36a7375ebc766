"""A member of staff leaves: what they were here ends at once, and with it all they saw and do."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.domain.delivery import Class
from bot.domain.group import Group
from bot.domain.message import Button, Message, Phrase
from bot.domain.people import InvitationState, Person, Role, SupportState
from bot.services import menus, parting
from bot.services.forgetting import CAN_BE_DELETED
from bot.services.telling import Place, write
from bot.store import (
    chats,
    contacts,
    covers,
    desks,
    erasing,
    groups,
    invitations,
    people,
    supports,
)


@dataclass(frozen=True, kw_only=True)
class Left:
    """Who has no coach any more, and which groups nobody leads."""

    people: Sequence[Person] = ()
    groups: Sequence[Group] = ()


async def part(place: Place, person: Person, roles: Collection[Role]) -> Left:
    """End these roles of somebody; return whom they leave alone.

    Nothing that was written to them and did not go out does; nothing that did can be tapped or
    shown again, and what Telegram still lets go is taken back.
    """
    for role in roles:
        await people.take_role(place.session, person.id, role)
    alone = await _support_nobody(place, person) if Role.COACH in roles else ()
    unled = await _lead_nothing(place, person) if Role.FACILITATOR in roles else ()
    for one in await invitations.open_ones(place.session, person.id, place.now):
        if one.state is InvitationState.OPEN:
            await invitations.take_back(place.session, one.id)
    await _clear(place, person, is_over=not person.roles - set(roles))
    return Left(people=alone, groups=unled)


async def _support_nobody(place: Place, coach: Person) -> Sequence[Person]:
    session = place.session
    await covers.end_with(session, coach.id)
    await contacts.hurry(session, coach.id, place.now)
    await desks.clear(session, coach.id)
    for one in await supports.pending_of(session, coach.id):
        await supports.change(session, one.id, was=one.state, becomes=SupportState.ENDED)
    return await parting.leave(place, coach)


async def _lead_nothing(place: Place, facilitator: Person) -> Sequence[Group]:
    unled = []
    for group in await groups.groups_led_by(place.session, facilitator.id):
        await groups.lead_no_more(place.session, group.id, facilitator.id)
        if not await groups.leads(place.session, group.id):
            unled.append(group)
    return tuple(unled)


async def _clear(place: Place, person: Person, *, is_over: bool) -> None:
    """Forget what was said in somebody's chat, and say that what they were here is over."""
    chat = await chats.of_person(place.session, person.id)
    if chat is None:
        return
    said = await erasing.said_since(place.session, chat, place.now - CAN_BE_DELETED)
    await chats.clear(place.session, chat.id, but=None)
    key = "role-ended" if is_over else "role-ended-partly"
    data = (Button(Phrase("button-my-data"), "mydata"), Button(Phrase("button-leave"), "leave"))
    rows = (data, menus.TO_HELP) if is_over else menus.ANYWHERE
    last = Message(says=Phrase(key), rows=rows, clears=tuple(said))
    await write(place, chat, last, due=place.now, kind=Class.REPLY)
