"""How often the bot speaks, on one screen: how many a day, quiet hours, what recurs, a pause."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time

from bot.domain.budget import LARGEST_BUDGET, UNASKED
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanKind
from bot.domain.quiet import Quiet
from bot.services import menus, stopped, times
from bot.services.numbering import numbered
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import what, when
from bot.store import plans, questions, wishes

BEGINNINGS = tuple(time(hour, minute) for hour in (20, 21, 22) for minute in (0, 30))[:5]
ENDINGS = tuple(time(hour, minute) for hour in (6, 7, 8) for minute in (0, 30))[:5]
ON_A_SCREEN = 3

BACK = (Button(Phrase("button-back"), "messages"),)


async def overview(scene: Scene, args: Plain) -> None:
    """Show what is set, and offer to change it."""
    del args
    await questions.close(scene.session, scene.chat.id)
    if scene.member.is_staff:
        await show(scene, Message(says=Phrase("messages-staff"), rows=(menus.TO_MENU,)))
        return
    known = await wishes.of_person(scene.session, scene.member.id)
    rows = (
        (
            Button(Phrase("button-how-many"), "messages.budget"),
            Button(Phrase("button-quiet"), "messages.quiet"),
        ),
        (
            Button(Phrase("button-recurring"), "messages.recurring"),
            Button(Phrase("button-change"), "change"),
        ),
        (Button(Phrase("button-discreet"), "discreet"), _pause_or_its_end(scene)),
        menus.TO_MENU,
    )
    quiet = known.quiet
    lines = (
        Phrase("messages-at-most", {"budget": known.budget}),
        Phrase("messages-quiet", {"begins": quiet.begins, "ends": quiet.ends}),
    )
    why = await stopped.told(scene)
    key = "messages-at-rest" if why else "messages"
    await show(scene, Message(says=Phrase(key, {"why": why, "lines": lines}), rows=rows))


def _pause_or_its_end(scene: Scene) -> Button:
    if scene.member.is_paused(scene.now):
        return Button(Phrase("button-resume"), "resume")
    return Button(Phrase("button-pause"), "pause")


async def ask_budget(scene: Scene, args: Plain) -> None:
    """Ask how many a day at most."""
    del args
    numbers = tuple(
        Button(Phrase("button-number", {"number": one}), "messages.at-most", {"budget": one})
        for one in range(LARGEST_BUDGET + 1)
    )
    await show(scene, Message(says=Phrase("messages-how-many"), rows=(numbers, BACK)))


async def keep_budget(scene: Scene, args: Plain) -> Phrase:
    """Keep how many a day at most."""
    known = await wishes.of_person(scene.session, scene.member.id)
    kept = replace(known, budget=int(args["budget"]))
    await wishes.keep(scene.session, scene.member.id, kept)
    await overview(scene, {})
    return Phrase("toast-noted")


async def ask_quiet(scene: Scene, args: Plain) -> None:
    """Ask when the quiet hours begin."""
    del args
    says = Phrase("messages-quiet-begins")
    more = (BACK,)
    await times.ask(scene, says, "messages.quiet-until", offered=BEGINNINGS, about={}, more=more)


async def ask_quiet_end(scene: Scene, args: Plain) -> None:
    """Ask when they end."""
    begins = time.fromisoformat(args["time"])
    offered = [wall for wall in ENDINGS if wall != begins]
    says = Phrase("messages-quiet-ends", {"begins": begins})
    about = {"begins": begins.isoformat("minutes")}
    back = ((Button(Phrase("button-back"), "messages.quiet"),),)
    await times.ask(scene, says, "messages.quiet-keep", offered=offered, about=about, more=back)


async def keep_quiet(scene: Scene, args: Plain) -> Phrase | None:
    """Keep the quiet hours, and say what would not come any more because of them."""
    begins, ends = time.fromisoformat(args["begins"]), time.fromisoformat(args["time"])
    if begins == ends:
        await ask_quiet_end(scene, {"time": args["begins"]})
        return None
    known = await wishes.of_person(scene.session, scene.member.id)
    quiet = Quiet(begins=begins, ends=ends)
    await wishes.keep(scene.session, scene.member.id, replace(known, quiet=quiet))
    inside = [
        plan
        for plan in await _recurring(scene)
        if plan.kind in UNASKED and quiet.holds(plan.rule.wall)
    ]
    if inside:
        await questions.close(scene.session, scene.chat.id)
        inside.sort(key=lambda plan: plan.rule.starts)
        here = dict(enumerate(inside[:ON_A_SCREEN], start=1))
        says = Phrase("messages-in-quiet", {"lines": _lines(here)})
        rows = (*_numbered(here), BACK)
        await show(scene, Message(says=says, rows=rows))
    else:
        await overview(scene, {})
    return Phrase("toast-noted")


async def recurring(scene: Scene, args: Plain) -> None:
    """Show all that recurs, a few at a time; each can be steered."""
    several = [plan for plan in await _recurring(scene) if plan.kind is not PlanKind.WORKSHOP]
    after = int(args.get("after", 0))
    here = dict(enumerate(several[after : after + ON_A_SCREEN], start=after + 1))
    if not here:
        await show(scene, Message(says=Phrase("messages-none-recur"), rows=(BACK,)))
        return
    ways: tuple[Button, ...] = BACK
    if len(several) > after + ON_A_SCREEN:
        more = {"after": after + ON_A_SCREEN}
        ways = (Button(Phrase("button-more"), "messages.recurring", more), *BACK)
    says = Phrase("messages-recurring", {"lines": _lines(here)})
    await show(scene, Message(says=says, rows=(*_numbered(here), ways)))


async def _recurring(scene: Scene) -> Sequence[Plan]:
    active = await plans.active_of(scene.session, scene.member.id)
    return [plan for plan in active if not plan.rule.is_over(scene.today)]


def _lines(several: Mapping[int, Plan]) -> tuple[Phrase, ...]:
    return tuple(
        Phrase(
            "line-numbered-recurring",
            {"number": number, "what": what(plan), "when": when(plan.rule)},
        )
        for number, plan in several.items()
    )


def _numbered(several: Mapping[int, Plan]) -> Rows:
    return numbered({number: _way(plan) for number, plan in several.items()})


def _way(plan: Plan) -> tuple[str, Plain]:
    """Return where a plan is changed."""
    match plan.kind:
        case PlanKind.WAKEUP:
            return "wakeup", {}
        case PlanKind.EXERCISE:
            return "homework", {}
        case _:
            return "steer", {"plan": plan.id}
