"""After work: half an hour after the shift one question, answered in one tap.

What else it asks, and what is said in the end, stands in the content and is played like any other
exercise.
"""

from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain import afterwork, dialogue
from bot.domain.afterwork import AFTERWORK, ANSWERS, OFFERED, WENT
from bot.domain.dialogue import RunState
from bot.domain.errors import NotAllowed
from bot.domain.exercise import Exercise, text_key
from bot.domain.message import Button, Days, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanKind, PlanState, not_over
from bot.domain.schedule import EVERY_DAY, WORKING_DAYS, Rule
from bot.domain.sharing import may_see
from bot.services import (
    agreeing,
    checking_in,
    conversing,
    drafting,
    following_up,
    menus,
    playing,
    supported,
    times,
)
from bot.services.afterwork_seen import SHOWN
from bot.services.drafting import DAY_WORDS, LAST_DAY
from bot.services.questioning import Play, Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import row as steering_row
from bot.services.steering import when
from bot.store import plans, questions, runs, sharing, wishes

SAYINGS = 3


def invitation(plan: Plan, day: date) -> Message:
    """Return the message that comes after work: its buttons are the answers."""
    skip = (Button(Phrase("button-not-this-time"), "recurring.skip", {"plan": plan.id}),)
    key = f"afterwork-due-{day.toordinal() % SAYINGS + 1}"
    return _question(day, key, more=(skip, steering_row(plan.id)))


async def mine(scene: Scene, args: Plain) -> None:
    """Show when the question comes and what can be changed, or offer it."""
    del args
    if not await checking_in.may(scene):
        return
    await questions.close(scene.session, scene.chat.id)
    _exercise(scene)
    plan = await current(scene)
    if plan:
        await show(scene, await _card(scene, plan))
        return
    rows = (
        (Button(Phrase("button-yes"), "afterwork.ends"),),
        (Button(Phrase("button-answer-now"), "afterwork.now"),),
        menus.TO_MENU,
    )
    await show(scene, Message(says=Phrase("afterwork-offer"), rows=rows))


async def ask_end(scene: Scene, args: Plain) -> None:
    """Ask when work ends."""
    del args
    await _ask_end(scene, Phrase("afterwork-which-end"))


async def begin(scene: Scene, args: Plain) -> None:
    """Let the question come after work, on the days of the wake-up or from Monday to Friday.

    One that has a last day comes until then, and the new one after it.
    """
    if not await checking_in.may(scene):
        return
    plan = await current(scene)
    ends = plan.rule.ends if plan else None
    kept = None if ends else plan
    wakeups = await drafting.agreed_with(scene, scene.member.id)
    days = (kept or wakeups[-1]).rule.days if kept or wakeups else WORKING_DAYS
    rule = afterwork.rule_of(time.fromisoformat(args["time"]), days, now=scene.now, zone=scene.zone)
    if ends:
        rule = replace(rule, starts=max(rule.starts, ends + timedelta(days=1)))
    if (await wishes.of_person(scene.session, scene.member.id)).quiet.holds(rule.wall):
        await _ask_end(scene, Phrase("afterwork-quiet"))
        return
    await questions.close(scene.session, scene.chat.id)
    if kept:
        kept = await agreeing.change(scene, kept.id, rule=rule)
    else:
        kept = await agreeing.agree(scene, PlanKind.AFTERWORK, rule)
        await _heed_today(scene)
    await show(scene, await _card(scene, kept))


async def days(scene: Scene, args: Plain) -> Phrase | None:
    """Take a day in or out, one at least stays, and ask for more."""
    plan = await current(scene)
    if plan is None:
        return Phrase("toast-gone")
    chosen = plan.rule.days
    if "day" in args:
        chosen ^= {int(args["day"])}
        if not chosen:
            return LAST_DAY
        plan = await agreeing.change(scene, plan.id, rule=_on(plan, chosen))
    switches = [_switch(day, chosen=day in chosen) for day in sorted(EVERY_DAY)]
    done = (Button(Phrase("button-done"), "afterwork"),)
    says = Phrase("draft-which-days", {"days": Days(numbers=chosen)})
    rows = (tuple(switches[:4]), tuple(switches[4:]), done)
    await show(scene, Message(says=says, rows=rows))
    return None


async def show_coach(scene: Scene, args: Plain) -> Phrase | None:
    """Show the answers to the coach, or keep them."""
    plan = await current(scene)
    if plan is None:
        return Phrase("toast-gone")
    await sharing.choose(scene.session, scene.member.id, SHOWN, shown=bool(args["shown"]))
    await show(scene, await _card(scene, plan))
    return None


async def now(scene: Scene, args: Plain) -> None:
    """Ask the question of today without waiting for it."""
    del args
    if not await checking_in.may(scene):
        return
    exercise = _exercise(scene)
    kept = await runs.of_day(scene.session, scene.member.id, exercise.id, day=scene.today)
    if kept is None:
        # Whoever asks for it may be in the middle of the day: nothing says that it is over.
        await show(scene, _question(scene.today, "afterwork-due-3", more=menus.ANYWHERE))
        return
    again = (Button(Phrase("button-again"), "afterwork.again"),)
    await show(scene, Message(says=Phrase("afterwork-today"), rows=(again, *menus.ANYWHERE)))


async def again(scene: Scene, args: Plain) -> Phrase | None:
    """Go through the answers of today once more."""
    del args
    kept = await runs.of_day(scene.session, scene.member.id, AFTERWORK, day=scene.today)
    if kept is None:
        return Phrase("toast-gone")
    if kept.run.state is not RunState.FINISHED:
        return await conversing.go_on(scene, {"run": kept.id})
    await playing.again(scene, kept)
    return None


async def answer(scene: Scene, args: Plain) -> Phrase | None:
    """Take the answer for the day it was asked about, and ask on."""
    if not await checking_in.may(scene):
        return None
    person, exercise, day = scene.member, _exercise(scene), date.fromisoformat(args["day"])
    if await runs.of_day(scene.session, person.id, exercise.id, day=day):
        return Phrase("toast-already")
    await runs.leave(scene.session, person.id, exercise.id)
    run = dialogue.begin(exercise)
    kept = await runs.add(scene.session, person.id, run, day=day, now=scene.now)
    play = Play(exercise=exercise, kept=kept, today=scene.today)
    await following_up.begun(scene, play)
    await playing.go_to(scene, play, dialogue.answer(exercise, run, str(args["answer"])))
    return None


async def current(scene: Scene) -> Plan | None:
    """Return the plan by which the question comes to whoever acts, if there is one."""
    active = await _active(scene)
    return active[-1] if active else None


async def _ask_end(scene: Scene, says: Phrase) -> None:
    back = ((Button(Phrase("button-back"), "afterwork"),),)
    await times.ask(scene, says, "afterwork.at", offered=OFFERED, about={}, more=back)


async def _active(scene: Scene) -> list[Plan]:
    active = await plans.of_person(
        scene.session, scene.member.id, PlanKind.AFTERWORK, state=PlanState.ACTIVE
    )
    return not_over(active, scene.today)


async def _heed_today(scene: Scene) -> None:
    """Let what was just agreed not ask today what was answered today already."""
    exercise = _exercise(scene)
    kept = await runs.of_day(scene.session, scene.member.id, exercise.id, day=scene.today)
    if kept:
        play = Play(exercise=exercise, kept=kept, today=scene.today)
        await following_up.begun(scene, play)


def _question(day: date, key: str, *, more: Rows) -> Message:
    rows = tuple(
        (
            Button(
                Phrase(text_key(AFTERWORK, "steps", WENT, "options", one)),
                "afterwork.answer",
                {"day": day.isoformat(), "answer": one},
            ),
        )
        for one in ANSWERS
    )
    prompt = Phrase(text_key(AFTERWORK, "steps", WENT, "prompt"))
    return Message(says=Phrase(key, {"prompt": prompt}), rows=(*rows, *more))


def _exercise(scene: Scene) -> Exercise:
    exercise = scene.deployment.library.exercise(AFTERWORK)
    if exercise is None:
        raise NotAllowed("no such questions")
    return exercise


async def _card(scene: Scene, plan: Plan) -> Message:
    choices = await sharing.choices_of(scene.session, scene.member.id)
    shown = may_see(choices, *SHOWN)
    label, seen = menus.STREAMS[SHOWN], "afterwork-shown" if shown else "afterwork-kept"
    if not await supported.has_coach(scene):
        seen = "afterwork-shown-no-coach" if shown else "afterwork-kept-no-coach"
    rows = (
        (Button(Phrase("button-answer-now"), "afterwork.now"),),
        (
            Button(Phrase("button-time-of-day"), "afterwork.ends"),
            Button(Phrase("button-which-days"), "afterwork.days"),
        ),
        (Button(label[0 if shown else 1], "afterwork.show", {"shown": not shown}),),
        (Button(Phrase("button-stop-these"), "steer.stop", {"plan": plan.id}),),
        menus.TO_MENU,
    )
    comes = when(plan.rule)
    if plan.rule.ends:
        comes = Phrase("when-until", {"when": comes, "day": plan.rule.ends})
    says = Phrase("afterwork-plan", {"when": comes, "seen": Phrase(seen)})
    return Message(says=says, rows=rows)


def _on(plan: Plan, chosen: frozenset[int]) -> Rule:
    return replace(plan.rule, days=chosen)


def _switch(day: int, *, chosen: bool) -> Button:
    label = Phrase("button-day-in" if chosen else "button-day-out", {"day": Phrase(DAY_WORDS[day])})
    return Button(label, "afterwork.days", {"day": day})
