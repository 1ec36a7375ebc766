"""One’s own outings, in private: those somebody is in, and what can be done with one of them."""

from bot.domain.errors import NotAllowed
from bot.domain.group import Group
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.outing import Outing
from bot.services import menus, outings
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import groups, questions
from bot.store import outings as kept

PROPOSE = (Button(Phrase("button-propose-outing"), "outing.new"),)
TO_ALL = (Button(Phrase("button-back"), "outings"),)


async def mine(scene: Scene, args: Plain) -> None:
    """Show the outings to come that whoever acts is in."""
    del args
    await questions.close(scene.session, scene.chat.id)
    rows: list[tuple[Button, ...]] = []
    for outing in await kept.of_person(scene.session, scene.member.id):
        group = await groups.get(scene.session, outing.group_id)
        if group is not None and outing.is_open(group.where, scene.now):
            label = Phrase("button-outing", {"day": outing.day, "what": outing.what})
            rows.append((Button(label, "outing.one", _of(outing)),))
    says = Phrase("outings") if rows else Phrase("outings-none")
    await show(scene, Message(says=says, rows=(*rows, PROPOSE, menus.TO_MENU)))


async def one(scene: Scene, args: Plain) -> None:
    """Show an outing that whoever acts is in: who else is, and what can be done."""
    _, outing = await _own(scene, args)
    those_in = await kept.members(scene.session, outing.id)
    rows: tuple[tuple[Button, ...], ...] = (
        (Button(Phrase("button-outing-out"), "outing.leave", _of(outing)),),
    )
    if outing.organiser_id == scene.member.id:
        hand = Button(Phrase("button-hand-outing"), "outing.hand", _of(outing))
        end = Button(Phrase("button-cancel-outing"), "outing.cancel", _of(outing))
        rows = ((hand, end),) if len(those_in) > 1 else ((end,),)
    says = outings.told(outing, those_in)
    await show(scene, Message(says=says, rows=(*rows, TO_ALL)))


async def leave(scene: Scene, args: Plain) -> None:
    """Be in no more; who looks after it hands it over first."""
    group, outing = await _own(scene, args)
    if outing.organiser_id == scene.member.id:
        raise NotAllowed("looks after it")
    await outings.take_out(scene, group, outing, who=scene.member.id)
    says = Phrase("outing-left-it", outings.about(outing))
    await show(scene, Message(says=says, rows=(TO_ALL, menus.TO_MENU)))


async def ask_hand(scene: Scene, args: Plain) -> None:
    """Ask who of the others looks after it from now on."""
    _, outing = await _looked_after(scene, args)
    rows = tuple(
        (
            Button(
                Phrase("button-person", {"name": one.name or Phrase("outing-somebody")}),
                "outing.hand-to",
                {**_of(outing), "person": one.person_id},
            ),
        )
        for one in await kept.members(scene.session, outing.id)
        if one.person_id != scene.member.id
    )
    back = (Button(Phrase("button-back"), "outing.one", _of(outing)),)
    says = Phrase("outing-hand", outings.about(outing))
    await show(scene, Message(says=says, rows=(*rows, back)))


async def hand(scene: Scene, args: Plain) -> None:
    """Let somebody else who is in look after it."""
    group, outing = await _looked_after(scene, args)
    those_in = {one.person_id for one in await kept.members(scene.session, outing.id)}
    if args["person"] not in those_in - {scene.member.id}:
        raise NotAllowed("not in")
    handed = await outings.hand_to(scene, group, outing, to=str(args["person"]))
    await outings.show_again(scene, group, handed)
    says = Phrase("outing-handed", outings.about(outing))
    await show(scene, Message(says=says, rows=(TO_ALL, menus.TO_MENU)))


async def ask_cancel(scene: Scene, args: Plain) -> None:
    """Ask once more whether it is to take place no more."""
    _, outing = await _looked_after(scene, args)
    rows = (
        (Button(Phrase("button-cancel-outing"), "outing.cancelled", _of(outing)),),
        (Button(Phrase("button-back"), "outing.one", _of(outing)),),
    )
    says = Phrase("outing-cancel", outings.about(outing))
    await show(scene, Message(says=says, rows=rows))


async def cancel(scene: Scene, args: Plain) -> None:
    """Let it take place no more."""
    group, outing = await _looked_after(scene, args)
    await outings.cancel(scene, group, outing)
    says = Phrase("outing-cancel-done", outings.about(outing))
    await show(scene, Message(says=says, rows=(TO_ALL, menus.TO_MENU)))


async def _own(scene: Scene, args: Plain) -> tuple[Group, Outing]:
    """Return an outing to come that whoever acts is in; raise NotAllowed for any other."""
    outing = await kept.take(scene.session, str(args["outing"]))
    group = await groups.get(scene.session, outing.group_id) if outing else None
    if outing is None or group is None or not outing.is_open(group.where, scene.now):
        raise NotAllowed("no such outing")
    those_in = await kept.members(scene.session, outing.id)
    if scene.member.id not in {one.person_id for one in those_in}:
        raise NotAllowed("not in")
    return group, outing


async def _looked_after(scene: Scene, args: Plain) -> tuple[Group, Outing]:
    """Return an outing to come that whoever acts looks after; raise NotAllowed for any other."""
    group, outing = await _own(scene, args)
    if outing.organiser_id != scene.member.id:
        raise NotAllowed("not theirs")
    return group, outing


def _of(outing: Outing) -> Plain:
    return {"outing": outing.id}
