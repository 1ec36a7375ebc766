"""What is kept, who sees it and who looked; every stream is switched here."""

from dataclasses import replace

from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Role, Standing
from bot.domain.schedule import local, shown
from bot.domain.sharing import Audience, Stream
from bot.services import deskwork, looking_back, menus, supported
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import people, sharing

LOOKS = 10
SAME = 10  # looks of the same minute are told once


async def notice(scene: Scene, args: Plain) -> None:
    """Say what is kept and who sees it; offer what somebody can change."""
    del args
    rows: tuple[tuple[Button, ...], ...] = ()
    consents: tuple[Button, ...] = ()
    person = scene.person
    has_coach = await supported.has_coach(scene)
    if person and person.standing is Standing.ACTIVE and Role.PARTICIPANT in person.roles:
        seen = (Button(Phrase("button-coach-screen"), "privacy.screen"),) if has_coach else ()
        rows += (
            (Button(Phrase("button-switch-sharing"), "privacy.switch"),),
            (*seen, Button(Phrase("button-who-looked"), "privacy.looks")),
        )
        consents = (Button(Phrase("button-my-consents"), "consents"),)
    if person:
        rows += (
            (*consents, Button(Phrase("button-my-data"), "mydata")),
            (Button(Phrase("button-leave"), "leave"), *menus.TO_MENU),
        )
    await show(scene, Message(says=_notice(scene, has_coach=has_coach), rows=rows))


async def switch(scene: Scene, args: Plain) -> None:
    """Show each stream; a tap turns it over, at once."""
    person = scene.member
    if args:
        what = (Stream(args["stream"]), Audience(args["audience"]))
        await sharing.choose(scene.session, person.id, what, shown=bool(args["shown"]))
    choices = await sharing.choices_of(scene.session, person.id)
    back = (Button(Phrase("button-back"), "privacy"),)
    rows = (*menus.sharing_rows(choices, "privacy.switch"), back)
    key = await supported.said(scene, "privacy-switch", "privacy-switch-no-coach")
    await show(scene, Message(says=Phrase(key), rows=rows))


async def screen(scene: Scene, args: Plain) -> Phrase | None:
    """Show exactly what a coach is shown, as long as there is one."""
    del args
    if not await supported.has_coach(scene):
        return Phrase("toast-gone")
    shown = await deskwork.whole_screen(scene, scene.member)
    days = await looking_back.shown_to_coach(scene, scene.member)
    rows = (
        *(((Button(Phrase("button-coach-days"), "privacy.days"),),) if days else ()),
        (Button(Phrase("button-back"), "privacy"),),
    )
    await show(scene, Message(says=Phrase("privacy-screen", {"screen": shown}), rows=rows))
    return None


async def days(scene: Scene, args: Plain) -> Phrase | None:
    """Show exactly what a coach is shown of the last days."""
    del args
    message = await looking_back.shown_to_coach(scene, scene.member)
    if message is None or not await supported.has_coach(scene):
        return Phrase("toast-gone")
    says = Phrase("privacy-screen", {"screen": message.says})
    back = (Button(Phrase("button-back"), "privacy.screen"),)
    await show(scene, replace(message, says=says, rows=(back,)))
    return None


async def looks(scene: Scene, args: Plain) -> None:
    """Show who looked, and when."""
    del args
    lines: list[Phrase] = []
    for look in await sharing.looks_at(scene.session, scene.member.id, limit=LOOKS * SAME):
        staff = await people.get(scene.session, look.staff_id)
        values: Values = {
            "name": staff.name if staff else "",
            "day": local(look.looked_at, scene.zone).date(),
            "time": shown(look.looked_at, scene.zone),
        }
        line = Phrase("line-look", values)
        if line not in lines and len(lines) < LOOKS:
            lines.append(line)
    rows = ((Button(Phrase("button-back"), "privacy"),),)
    says = Phrase("looks", {"lines": tuple(lines)}) if lines else Phrase("looks-none")
    await show(scene, Message(says=says, rows=rows))


def _notice(scene: Scene, *, has_coach: bool) -> Phrase:
    """Return what is kept; whoever takes part reads too that some words bring the help card."""
    if scene.person is None:
        return Phrase("privacy-stranger")
    if scene.person.is_staff:
        return Phrase("privacy-staff")
    watches = scene.deployment.library.watches
    key = "privacy" if has_coach else "privacy-no-coach"
    return Phrase(key, {"words": (Phrase("privacy-words"),) if watches else ()})
