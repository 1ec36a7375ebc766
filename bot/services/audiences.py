"""Whom a word from staff goes to: people a coach chose, a group, or those in it who were missed."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.group import Group
from bot.domain.message import Button, Phrase, Plain
from bot.domain.people import Person
from bot.domain.sharing import Purpose
from bot.domain.word import is_missed
from bot.services.groups import TO_GROUPS, to_group
from bot.services.scene import Scene
from bot.store import chats, deliveries, groups, people, sharing


@dataclass(frozen=True, kw_only=True)
class Audience:
    """Those a word goes to as it stands now, how they are named together, and the way back.

    `nobody` says why there is none, where that is so.
    """

    people: Sequence[Person]
    named: Phrase
    back: Button
    nobody: Phrase
    group: Group | None = None


async def audience_of(scene: Scene, about: Plain) -> Audience:
    """Return those a word goes to: of others than one's own nobody is ever among them."""
    if "group" in about:
        return await _in_group(scene, about)
    wanted = [str(one) for one in about["to"]]
    mine = await people.seen_by(scene.session, scene.coach.id)
    return _chosen([one for one in mine if one.id in wanted])


async def is_reached(scene: Scene, person: Person) -> bool:
    """Whether a word would come to somebody: their chat can be written to, and they agree to it."""
    chat = await chats.of_person(scene.session, person.id)
    can_be = chat is not None and chat.reachable
    return can_be and await sharing.has_consented(scene.session, person.id, Purpose.CHANNEL)


def _chosen(several: Sequence[Person]) -> Audience:
    named = Phrase("write-to-people", {"count": len(several)})
    back = Button(Phrase("button-back"), "people")
    if len(several) == 1:
        [one] = several
        named = Phrase("write-to-person", {"name": one.name})
        back = Button(Phrase("button-back"), "person", {"person": one.id})
    return Audience(people=several, named=named, back=back, nobody=Phrase("write-nobody"))


async def _in_group(scene: Scene, about: Plain) -> Audience:
    group = await groups.get(scene.session, str(about["group"]))
    staff = scene.facilitator
    if group is None or not await groups.is_led_by(scene.session, group.id, staff.id):
        why = Phrase("board-not-leading")
        return Audience(people=(), named=why, back=TO_GROUPS[0], nobody=why)
    several, nobody = await groups.members(scene.session, group.id), Phrase("group-no-members")
    if about["missed"]:
        several = [one for one in several if await _was_missed(scene, one)]
        nobody = Phrase("write-nobody-missed", {"group": group.name})
    return Audience(
        people=several,
        named=Phrase("write-to-group", {"group": group.name, "count": len(several)}),
        back=to_group(group, Phrase("button-back")),
        nobody=nobody,
        group=group,
    )


async def _was_missed(scene: Scene, person: Person) -> bool:
    """Whether the last message did not come to somebody, and the next one would."""
    chat = await chats.of_person(scene.session, person.id)
    if chat is None or not await is_reached(scene, person):
        return False
    return is_missed(await deliveries.last_told(scene.session, chat.id))
