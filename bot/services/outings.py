"""An outing in the chat of a group: who taps is in, by the first name that the chat shows anyway.

Only members of the group are; staff have no part in it. The first names stand in one message, that
changes; who leaves the group, or Relais, is in none of it any more.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.domain.delivery import Class
from bot.domain.errors import NotAllowed
from bot.domain.group import Group
from bot.domain.group_chat import is_evening_before
from bot.domain.message import Button, Message, Phrase, Plain, Value, Values
from bot.domain.names import read_name
from bot.domain.outing import Outing, Refusal, heir, places_left, why_not_in, why_not_out
from bot.domain.people import Chat, ChatKind
from bot.domain.quiet import after_quiet
from bot.domain.schedule import local, zone
from bot.services.scene import Scene
from bot.services.telling import Place, tell, write
from bot.store import chats, deliveries, group_chats, groups
from bot.store import outings as kept
from bot.store.keeping import UNENDED
from bot.store.outings import Member

PAYLOAD = "proposer"
"""What the link to the private chat begins with where somebody wants to propose something."""

NAMING = frozenset({"outing", "outing-hand"})
"""What is said with first names in it."""

TOASTS = {
    Refusal.OVER: Phrase("toast-outing-over"),
    Refusal.ALREADY: Phrase("toast-already"),
    Refusal.FULL: Phrase("toast-outing-full"),
    Refusal.ORGANISES: Phrase("toast-outing-yours"),
}


async def come(scene: Scene, args: Plain) -> Phrase:
    """Be in: the others read the first name from now on."""
    group, outing = await _tapped(scene, args)
    if not outing.is_open(group.where, scene.now):
        return TOASTS[Refusal.OVER]
    why = why_not_in(outing, await _those_in(scene, outing), scene.member.id)
    if why is not None:
        return TOASTS[why]
    await put_in(scene, outing)
    await show_again(scene, group, outing)
    return Phrase("toast-outing-in")


async def stay_away(scene: Scene, args: Plain) -> Phrase:
    """Be in no more: the first name goes."""
    group, outing = await _tapped(scene, args)
    if not outing.is_open(group.where, scene.now):
        return TOASTS[Refusal.OVER]
    why = why_not_out(outing, await _those_in(scene, outing), scene.member.id)
    if why is not None:
        return TOASTS[why]
    await take_out(scene, group, outing, who=scene.member.id)
    return Phrase("toast-outing-out")


async def put_in(scene: Scene, outing: Outing) -> None:
    """Let whoever acts be in, by the first name that Telegram shows of them."""
    name = read_name(scene.first_name) or ""
    await kept.put_in(scene.session, outing.id, scene.member.id, name=name, now=scene.now)


async def take_out(place: Place, group: Group, outing: Outing, *, who: str) -> None:
    """Let somebody be in no more: the chat names them no more, nor does what is kept of it."""
    await kept.take_out(place.session, outing.id, who)
    message = await _message(place, outing)
    await _reword(
        place, await group_chats.chat_of(place.session, group.id), outing, message=message
    )
    await _change(place, group, outing, message=message)


async def show_again(place: Place, group: Group, outing: Outing) -> None:
    """Change the message in the chat to what is so now."""
    await _change(place, group, outing, message=await _message(place, outing))


async def post(place: Place, group: Group, outing: Outing) -> None:
    """Say in the chat what is proposed."""
    chat = await group_chats.chat_of(place.session, group.id)
    if chat is not None and chat.reachable:
        message = await _message(place, outing)
        said = await write(place, chat, message, due=place.now, kind=Class.DIGEST)
        await kept.post(place.session, outing.id, said)


async def post_anew(place: Place, group: Group) -> None:
    """Say once more what is to come, where the message that said it can be changed no more."""
    for outing in await kept.of_group(place.session, group.id, since=_today(place, group)):
        said = await deliveries.get(place.session, outing.posted or "")
        is_there = said is not None and (said.telegram_message or said.state in UNENDED)
        if outing.is_open(group.where, place.now) and not is_there:
            await post(place, group, outing)


def due(near: Sequence[tuple[Outing, str]], now: datetime) -> list[str]:
    """Return which outings it is time to say again, given those that are near and their zones."""
    return [
        outing.id
        for outing, where in near
        if is_evening_before(outing.begins(zone(where)), zone(where), now)
    ]


async def remind(place: Place, outing_id: str) -> None:
    """Say on the evening before, without a name, what is on."""
    outing = await kept.take(place.session, outing_id)
    chat = await group_chats.chat_of(place.session, outing.group_id) if outing else None
    if outing is None or not await kept.note_reminded(place.session, outing.id):
        return
    if chat is not None and chat.reachable:
        message = Message(
            says=Phrase("outing-tomorrow", about(outing)),
            rows=_answers(outing, reminds=True),
            stays=True,
        )
        await write(place, chat, message, due=place.now, kind=Class.HOMEWORK)


async def cancel(place: Place, group: Group, outing: Outing) -> None:
    """Let an outing take place no more; where others were in, the chat hears of it."""
    those_in = await kept.members(place.session, outing.id)
    await _close(place, group, outing)
    chat = await group_chats.chat_of(place.session, group.id)
    if chat is not None and chat.reachable and len(those_in) > 1:
        says = Phrase("outing-cancelled", about(outing))
        moment = after_quiet(place.now, group.where)
        await write(place, chat, Message(says=says, stays=True), due=moment, kind=Class.DIGEST)


async def end_all(place: Place, group: Group) -> None:
    """End what is proposed in a chat that is no group’s any more; who proposed it is told."""
    for outing in await kept.of_group(place.session, group.id, since=_today(place, group)):
        await _close(place, group, outing)
        if outing.is_open(group.where, place.now):
            says = Phrase("outing-without-chat", about(outing))
            await tell(place, outing.organiser_id, Message(says=says))


async def vanish(place: Place, person_id: str, *, group_id: str | None = None) -> None:
    """Take somebody off every outing, of a group or of all; another looks after theirs, or none."""
    for outing in await kept.of_person(place.session, person_id, group_id=group_id):
        group = await groups.get(place.session, outing.group_id)
        if group is not None:
            await _vanish(place, group, outing, who=person_id)


async def hand_to(place: Place, group: Group, outing: Outing, *, to: str) -> Outing:
    """Let somebody else who is in look after an outing, and tell them so."""
    await kept.hand_to(place.session, outing.id, to)
    if outing.is_open(group.where, place.now):
        see = Button(Phrase("button-see-outing"), "outing.one", {"outing": outing.id})
        says = Phrase("outing-yours", about(outing))
        await tell(place, to, Message(says=says, rows=((see,),)))
    return replace(outing, organiser_id=to)


def told(outing: Outing, those_in: Sequence[Member]) -> Phrase:
    """Return an outing with the first names of who is in."""
    names = {one.person_id: _name(one) for one in those_in}
    organiser = names.pop(outing.organiser_id, Phrase("outing-somebody"))
    lines = [Phrase("line-outing", {"name": name}) for name in names.values()]
    left = places_left(outing, [one.person_id for one in those_in])
    if left is not None:
        lines.append(Phrase("outing-left", {"count": left}) if left else Phrase("outing-full"))
    values: Values = {**about(outing), "organiser": organiser, "lines": tuple(lines)}
    return Phrase("outing", values)


def about(outing: Outing) -> Values:
    """Return what is proposed, when and where."""
    return {"what": outing.what, "place": outing.place, "day": outing.day, "time": outing.wall}


async def _message(place: Place, outing: Outing) -> Message:
    says = told(outing, await kept.members(place.session, outing.id))
    return Message(says=says, rows=_answers(outing), stays=True)


def _answers(outing: Outing, *, reminds: bool = False) -> tuple[tuple[Button, ...], ...]:
    args = {"outing": outing.id, "reminds": reminds}
    return (
        (
            Button(Phrase("button-outing-in"), "outing.in", args),
            Button(Phrase("button-outing-out"), "outing.out", args),
        ),
    )


def _name(member: Member) -> Value:
    return member.name or Phrase("outing-somebody")


async def _those_in(scene: Scene, outing: Outing) -> list[str]:
    return [one.person_id for one in await kept.members(scene.session, outing.id)]


async def _tapped(scene: Scene, args: Plain) -> tuple[Group, Outing]:
    """Return the outing that was tapped in its group’s chat, which nobody else changes now.

    Raises NotAllowed for whoever is no member of the group. The message that was tapped is the one
    that changes from now on; what reminds of it names nobody and stays as it is.
    """
    outing = await kept.take(scene.session, str(args["outing"]))
    group = await group_chats.group_in(scene.session, scene.chat.id)
    is_here = outing is not None and group is not None and outing.group_id == group.id
    if outing is None or group is None or not is_here or scene.chat.kind is not ChatKind.GROUP:
        raise NotAllowed("not in this chat")
    if not await groups.is_in(scene.session, group.id, scene.member.id):
        raise NotAllowed("not in the group")
    if scene.tapped and not args["reminds"] and scene.tapped.id != outing.posted:
        await kept.post(scene.session, outing.id, scene.tapped.id)
        outing = replace(outing, posted=scene.tapped.id)
    return group, outing


async def _vanish(place: Place, group: Group, outing: Outing, *, who: str) -> None:
    those_in = [one.person_id for one in await kept.members(place.session, outing.id)]
    follows = heir(outing, those_in)
    is_theirs = outing.organiser_id == who
    if is_theirs and follows is None:
        await _close(place, group, outing)
        return
    if is_theirs and follows is not None:
        outing = await hand_to(place, group, outing, to=follows)
    await take_out(place, group, outing, who=who)
    await _forget_names(place, outing, those_in)


async def _close(place: Place, group: Group, outing: Outing) -> None:
    """Let the message in the chat say that this is proposed no more, and name nobody."""
    those_in = [one.person_id for one in await kept.members(place.session, outing.id)]
    await kept.cancel(place.session, outing.id)
    message = Message(says=Phrase("outing-closed", about(outing)), stays=True)
    await _reword(
        place, await group_chats.chat_of(place.session, group.id), outing, message=message
    )
    await _forget_names(place, outing, those_in)
    await _change(place, group, outing, message=message)


async def _change(place: Place, group: Group, outing: Outing, *, message: Message) -> None:
    chat = await group_chats.chat_of(place.session, group.id)
    if chat is not None and chat.reachable and outing.posted:
        due, replaces = place.now, outing.posted
        await write(place, chat, message, due=due, kind=Class.DIGEST, replaces=replaces)


async def _forget_names(place: Place, outing: Outing, those_in: Sequence[str]) -> None:
    """Let the private chats of who is in, as far as they are kept, name nobody either."""
    message = Message(says=Phrase("outing-closed", about(outing)))
    for person_id in those_in:
        chat = await chats.of_person(place.session, person_id)
        await _reword(place, chat, outing, message=message)


async def _reword(place: Place, chat: Chat | None, outing: Outing, *, message: Message) -> None:
    if chat is not None:
        named = ("outing", outing.id)
        await deliveries.reword_about(place.session, chat.id, named, keys=NAMING, message=message)


def _today(place: Place, group: Group) -> date:
    return local(place.now, group.where).date()
