"""Who comes to a workshop: members say so themselves, facilitators note who was there."""

from bot.domain.errors import NotAllowed
from bot.domain.group import Group, GroupSession
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.services import menus, workshop_words
from bot.services.groups import back, led_session, note_look
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import attendance, groups


async def coming(scene: Scene, args: Plain) -> Phrase | None:
    """Whoever acts comes to a workshop."""
    return await _answer(scene, args, is_coming=True)


async def cannot(scene: Scene, args: Plain) -> Phrase | None:
    """Whoever acts cannot come to a workshop."""
    return await _answer(scene, args, is_coming=False)


async def ask(scene: Scene, args: Plain) -> None:
    """Show who is taken to have been there; a tap takes somebody out or in, nothing is kept yet."""
    group, one = await _begun(scene, args)
    several = await groups.members(scene.session, group.id)
    known = await attendance.of_session(scene.session, one.id)
    away = args.get("away")
    if away is None:
        away = [
            person.id
            for person in several
            if person.id in known and False in {known[person.id].came, known[person.id].coming}
            if known[person.id].came is not True
        ]
    rows = []
    for person in several:
        await note_look(scene, person)
        is_away = person.id in away
        key = "button-was-away" if is_away else "button-was-there"
        turned = [id_ for id_ in away if id_ != person.id] if is_away else [*away, person.id]
        about = {"session": one.id, "away": turned}
        rows.append((Button(Phrase(key, {"name": person.name}), "attendance", about),))
    done = {"session": one.id, "away": [*away]}
    finish = ((Button(Phrase("button-done"), "attendance.keep", done),),) if several else ()
    line = workshop_words.line(scene.deployment.library, group, one)
    key = "attendance" if several else "attendance-nobody"
    says = Phrase(key, {"workshop": line})
    await show(scene, Message(says=says, rows=(*finish, *rows, back(group))))


async def keep(scene: Scene, args: Plain) -> None:
    """Note who was there and who was not."""
    group, one = await _begun(scene, args)
    several = await groups.members(scene.session, group.id)
    there = 0
    for person in several:
        came = person.id not in args["away"]
        there += came
        await attendance.note(scene.session, one.id, person.id, came=came)
    values = {"number": one.number, "there": there, "count": len(several)}
    rows = (back(group), menus.TO_MENU)
    await show(scene, Message(says=Phrase("attendance-kept", values), rows=rows))


async def _answer(scene: Scene, args: Plain, *, is_coming: bool) -> Phrase | None:
    one = await groups.get_session(scene.session, str(args["session"]))
    group = await groups.get(scene.session, one.group_id) if one else None
    if one is None or group is None:
        raise NotAllowed("no such workshop")
    if not await groups.is_in(scene.session, group.id, scene.member.id):
        raise NotAllowed("not in the group")
    if one.ends(group.where) <= scene.now:
        return Phrase("toast-over")
    await attendance.note(scene.session, one.id, scene.member.id, coming=is_coming)
    yes, no = workshop_words.answers(one.id)
    values: Values = {
        "day": one.day,
        "time": one.wall,
        "lines": workshop_words.around(group, one),
    }
    key = "coming-noted" if is_coming else "not-coming-noted"
    other = no if is_coming else yes
    await show(scene, Message(says=Phrase(key, values), rows=((other,), menus.TO_MENU)))
    return None


async def _begun(scene: Scene, args: Plain) -> tuple[Group, GroupSession]:
    """Return a workshop that has begun, of a group that whoever acts leads."""
    group, one = await led_session(scene, args)
    if one.begins(group.where) > scene.now:
        raise NotAllowed("not begun")
    return group, one
