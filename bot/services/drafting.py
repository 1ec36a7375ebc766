"""The card on which a wake-up is set: good defaults, each changed in a tap or typed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain.caseload import Entry, ordered, part_of
from bot.domain.draft import Draft, of_plan, usual
from bot.domain.message import Button, Days, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.domain.plan import Plan, PlanKind, PlanState, not_over
from bot.domain.schedule import EVERY_DAY, WORKING_DAYS, local, zone
from bot.domain.typed_time import read_date
from bot.services import caseload, deskwork, menus, times
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import people, plans, questions

STARTS_TOPIC = "draft.starts"
MONDAY = 0
OFFERED = tuple(time(hour, minute) for hour in (6, 7, 8) for minute in (0, 15, 30))


async def choose_person(scene: Scene, args: Plain) -> None:
    """Ask for whom the reminder is, a few names at a time."""
    await questions.close(scene.session, scene.chat.id)
    mine = await people.seen_by(scene.session, scene.coach.id)
    if not mine:
        rows: tuple[tuple[Button, ...], ...] = ((Button(Phrase("button-invite"), "invite"),),)
        await show(scene, Message(says=Phrase("people-none"), rows=(*rows, menus.TO_MENU)))
        return
    every = ordered(Entry(id=one.id, name=one.name) for one in mine)
    part = part_of(every, int(args.get("from", 0)))
    names = [
        Button(Phrase("button-person", {"name": one.name}), "remind.person", {"person": one.id})
        for one in part.here
    ]
    rows = (*caseload.beside(names), *caseload.turning(part, "remind", {}))
    if len(mine) > 1:
        rows += ((Button(Phrase("button-several"), "remind.several"),),)
    await show(scene, Message(says=Phrase("remind-whom"), rows=(*rows, menus.TO_MENU)))


async def start(scene: Scene, args: Plain) -> None:
    """Show the card with the usual values, for oneself or for somebody one supports."""
    person = await whose(scene, str(args.get("person", scene.member.id)))
    today = _today_of(scene, person)
    own = person.id == scene.member.id
    known = await (agreed_with(scene, person.id) if own else deskwork.plans_to_see(scene, person))
    if known and not own:
        await deskwork.note_look(scene, person)
    draft = of_plan(known[-1], today) if known else usual(person.id, today)
    await _card(scene, draft, person)


async def card(scene: Scene, args: Plain) -> None:
    """Show the card as it is, with whatever was just changed."""
    draft = Draft.from_plain(args)
    if "time" in args:
        draft = replace(draft, wall=time.fromisoformat(args["time"]))
    await _card(scene, draft, await whose(scene, draft.person_id))


async def ask_time(scene: Scene, args: Plain) -> None:
    """Ask for another time."""
    draft = Draft.from_plain(args)
    await whose(scene, draft.person_id)
    back = ((Button(Phrase("button-back"), "draft.card", draft.as_plain()),),)
    await times.ask(
        scene,
        Phrase("draft-which-time"),
        "draft.card",
        offered=OFFERED,
        about=draft.as_plain(),
        more=back,
    )


async def ask_days(scene: Scene, args: Plain) -> Phrase | None:
    """Ask for the days; a tap takes one in or out, and the last one stays."""
    draft = Draft.from_plain(args)
    await whose(scene, draft.person_id)
    if "day" in args:
        before, draft = draft, draft.turned(int(args["day"]))
        if draft == before:
            return LAST_DAY
    presets = tuple(
        Button(
            Phrase("button-days", {"days": Days(numbers=days)}),
            "draft.card",
            replace(draft, days=days).as_plain(),
        )
        for days in (WORKING_DAYS, EVERY_DAY)
    )
    switches = [_switch(draft, day) for day in sorted(EVERY_DAY)]
    done = (Button(Phrase("button-done"), "draft.card", draft.as_plain()),)
    says = Phrase("draft-which-days", {"days": Days(numbers=draft.days)})
    rows = (presets, tuple(switches[:4]), tuple(switches[4:]), done)
    await show(scene, Message(says=says, rows=rows))
    return None


async def ask_start(scene: Scene, args: Plain) -> None:
    """Ask from which day on."""
    draft = Draft.from_plain(args)
    person = await whose(scene, draft.person_id)
    await questions.ask(
        scene.session, scene.chat.id, STARTS_TOPIC, details=draft.as_plain(), now=scene.now
    )
    rows = _starts(draft, today=_today_of(scene, person))
    await show(scene, Message(says=Phrase("draft-which-start"), rows=rows))


async def read_start(scene: Scene, details: Plain, text: str) -> None:
    """Take the first day that was typed, or ask again with an example and the same buttons."""
    draft = Draft.from_plain(details)
    person = await whose(scene, draft.person_id)
    today = _today_of(scene, person)
    day = read_date(text, today=today)
    if day is None:
        await say(scene, Message(says=Phrase("date-again"), rows=_starts(draft, today=today)))
        return
    await questions.close(scene.session, scene.chat.id)
    await _card(scene, replace(draft, starts=day), person)


async def turn_holidays(scene: Scene, args: Plain) -> None:
    """Take public holidays in or out."""
    draft = Draft.from_plain(args)
    person = await whose(scene, draft.person_id)
    await _card(scene, replace(draft, holidays=not draft.holidays), person)


async def _card(scene: Scene, draft: Draft, person: Person) -> None:
    plain = draft.as_plain()
    own = person.id == scene.member.id
    finish = (
        Button(Phrase("button-that-is-it"), "wakeup.keep", plain)
        if own
        else Button(Phrase("button-propose"), "propose", plain)
    )
    holidays = "button-holidays-on" if draft.holidays else "button-holidays-off"
    rows = (
        (finish,),
        (
            Button(Phrase("button-time-of-day"), "draft.time", plain),
            Button(Phrase("button-which-days"), "draft.days", plain),
        ),
        (
            Button(Phrase("button-starts"), "draft.starts", plain),
            Button(Phrase(holidays), "draft.holidays", plain),
        ),
        menus.TO_MENU,
    )
    await times.listen_on_card(scene, "draft.card", plain, offered=OFFERED)
    says = Phrase("draft-own" if own else "draft-for", {"name": person.name, **summary(draft)})
    await show(scene, Message(says=says, rows=rows))


def summary(draft: Draft) -> dict[str, Phrase]:
    """Return how a draft is told: its days, time, start and holidays, as one phrase."""
    values: Values = {
        "days": Days(numbers=draft.days),
        "time": draft.wall,
        "starts": draft.first_day,
    }
    key = "rule-with-holidays" if draft.holidays else "rule"
    return {"rule": Phrase(key, values)}


async def agreed_with(scene: Scene, person_id: str) -> Sequence[Plan]:
    """Return the wake-ups that are agreed with a person; one that goes on comes last."""
    active = await plans.of_person(
        scene.session, person_id, PlanKind.WAKEUP, state=PlanState.ACTIVE
    )
    return not_over(active, scene.today)


async def whose(scene: Scene, person_id: str) -> Person:
    """Return the person a draft is for: oneself, or somebody one supports."""
    if person_id == scene.member.id:
        return scene.member
    return await deskwork.supported(scene, person_id)


def _switch(draft: Draft, day: int) -> Button:
    key = "button-day-in" if day in draft.days else "button-day-out"
    label = Phrase(key, {"day": Phrase(DAY_WORDS[day])})
    return Button(label, "draft.days", {**draft.as_plain(), "day": day})


LAST_DAY = Phrase("toast-last-day")
"""What is said to a tap that would take out the last day."""

DAY_WORDS = ("day-mon", "day-tue", "day-wed", "day-thu", "day-fri", "day-sat", "day-sun")


def _today_of(scene: Scene, person: Person) -> date:
    return local(scene.now, zone(person.zone)).date()


def _starts(draft: Draft, *, today: date) -> tuple[tuple[Button, ...], ...]:
    """Return the first days to tap, and the way back to the card."""
    monday = today + timedelta(days=(MONDAY - today.weekday()) % 7 or 7)
    offered = dict.fromkeys((today + timedelta(days=1), today + timedelta(days=2), monday))
    back = (Button(Phrase("button-back"), "draft.card", draft.as_plain()),)
    return (*((_starting(draft, day),) for day in offered), back)


def _starting(draft: Draft, day: date) -> Button:
    label = Phrase("button-date", {"day": day})
    return Button(label, "draft.card", replace(draft, starts=day).as_plain())
