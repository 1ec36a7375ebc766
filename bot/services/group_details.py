"""The name and the place of a group can be changed; members hear of a new place once."""

from dataclasses import replace

from bot.domain.group import Group, read_place
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.names import is_too_long, read_name
from bot.services import groups, menus, workshops
from bot.services.naming import TOO_LONG
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import groups as groups_kept
from bot.store import questions

NAME_TOPIC = "group-new-name"
PLACE_TOPIC = "group-new-place"


async def ask(scene: Scene, args: Plain) -> None:
    """Ask what is to be changed."""
    group = await groups.led(scene, args)
    about = {"group": group.id}
    await questions.close(scene.session, scene.chat.id)
    rows = (
        (
            Button(Phrase("button-group-name"), "group.edit-name", about),
            Button(Phrase("button-group-place"), "group.edit-place", about),
        ),
        groups.back(group),
    )
    says = Phrase("group-edit", {"name": group.name})
    await show(scene, Message(says=says, rows=rows))


async def ask_name(scene: Scene, args: Plain) -> None:
    """Ask for another name."""
    await _ask(scene, await groups.led(scene, args), NAME_TOPIC, key="group-new-name")


async def ask_place(scene: Scene, args: Plain) -> None:
    """Ask for another place."""
    await _ask(scene, await groups.led(scene, args), PLACE_TOPIC, key="group-new-place")


async def read_group_name(scene: Scene, details: Plain, text: str) -> None:
    """Keep the name that was typed; nobody is told, what comes next uses it."""
    group, name = await groups.led(scene, details), read_name(text)
    led = await groups_kept.groups_led_by(scene.session, scene.facilitator.id)
    if name is None:
        await _again(scene, group, Phrase("group-name-again"))
    elif is_too_long(text):
        await _again(scene, group, TOO_LONG)
    elif name in {one.name for one in led if one.id != group.id}:
        await _again(scene, group, Phrase("group-name-taken", {"name": name}))
    else:
        group = replace(group, name=name)
        await _keep(scene, group)
        await _say_kept(scene, group, Phrase("group-renamed", {"name": name}))


async def read_group_place(scene: Scene, details: Plain, text: str) -> None:
    """Keep the place that was typed; where a workshop is to come, the members are told once."""
    group, place = await groups.led(scene, details), read_place(text)
    if not place:
        await _again(scene, group, Phrase("group-place-again"))
        return
    if place == group.place:
        await _say_kept(scene, group, Phrase("group-place-same", {"place": place}))
        return
    group = replace(group, place=place)
    await _keep(scene, group)
    is_told = await workshops.place_changed(scene, group)
    key = "group-place-told" if is_told else "group-place-kept"
    await _say_kept(scene, group, Phrase(key, {"place": place}))
    says = Phrase("group-place-changed", {"group": group.name, "place": place})
    for lead in await groups_kept.leads(scene.session, group.id):
        if lead.id != scene.member.id:
            await tell(scene, lead.id, Message(says=says, rows=(groups.back(group),)))


async def _ask(scene: Scene, group: Group, topic: str, *, key: str) -> None:
    about = {"group": group.id}
    await questions.ask(scene.session, scene.chat.id, topic, details=about, now=scene.now)
    says = Phrase(key, {"name": group.name})
    await show(scene, Message(says=says, rows=(groups.back(group),)))


async def _again(scene: Scene, group: Group, says: Phrase) -> None:
    await say(scene, Message(says=says, rows=(groups.back(group),)))


async def _keep(scene: Scene, group: Group) -> None:
    """Keep what changed, and let what is planned of the workshops say it."""
    await groups_kept.change(scene.session, group)
    await workshops.plan_anew(scene, group)


async def _say_kept(scene: Scene, group: Group, says: Phrase) -> None:
    await questions.close(scene.session, scene.chat.id)
    rows = ((groups.to_group(group, Phrase("button-group", {"name": group.name})),), menus.TO_MENU)
    await say(scene, Message(says=says, rows=rows))
