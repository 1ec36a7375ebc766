"""Reminders that bring a technique, at moments that the person chose; each time another one."""

from datetime import date

from bot.domain.exercise import text_key
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.rotation import Rotation
from bot.domain.schedule import Rule
from bot.services import agreeing, coping_offers, menus, steering, tying
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import plans

ABOUT = {"kind": PlanKind.COPING.value}
TO_REMINDERS = Button(Phrase("button-technique-reminders"), "technique.reminders")


def brings(plan: Plan, day: date) -> Message:
    """Return what a reminder says on a day of it."""
    technique = Rotation.from_plain(plan.details).on(plan.rule, day)
    others = Button(Phrase("button-another-technique"), "stress")
    rows: Rows = ((others,), steering.row(plan.id))
    if technique is None:
        return Message(says=Phrase("technique-moment"), rows=rows)
    begin = Button(Phrase("button-see-steps"), "technique.start", {"technique": technique})
    says = Phrase("technique-reminder", {"title": Phrase(text_key(technique, "title"))})
    return Message(says=says, rows=((begin,), *rows))


async def every(scene: Scene, args: Plain) -> None:
    """Show the reminders of whoever acts, to be steered, and how to set another."""
    del args
    if not await coping_offers.may(scene):
        return
    active = await plans.of_person(
        scene.session, scene.member.id, PlanKind.COPING, state=PlanState.ACTIVE
    )
    lines = tuple(Phrase("line-reminder", {"when": steering.when(plan.rule)}) for plan in active)
    key = "technique-reminders" if lines else "technique-reminders-none"
    rows: Rows = tuple((_change(plan),) for plan in active[: coping_offers.OFFERED])
    rows += ((Button(Phrase("button-add-reminder"), "moment.ask", ABOUT),),)
    rows += ((Button(Phrase("button-strategies"), "strategies"),),)
    says = Phrase(key, {"lines": lines}) if lines else Phrase(key)
    await show(scene, Message(says=says, rows=(*rows, *menus.ANYWHERE)))


async def agree(scene: Scene, rule: Rule, details: Plain) -> None:
    """Set a reminder, and say when it comes."""
    plan = await agreeing.agree(scene, PlanKind.COPING, rule, details=details)
    says = Phrase("technique-reminder-agreed", {"when": tying.when(plan)})
    undo = Button(Phrase("button-undo"), "steer.stop", {"plan": plan.id})
    await show(scene, Message(says=says, rows=((undo,), (TO_REMINDERS,), *menus.ANYWHERE)))


def _change(plan: Plan) -> Button:
    label = Phrase("button-reminder-at", {"time": plan.rule.wall})
    return Button(label, "steer", {"plan": plan.id})
