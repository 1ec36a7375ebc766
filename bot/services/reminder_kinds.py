"""A coach chooses a reminder for somebody: the kind, then the moment; nothing before it is sent."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

from bot.domain.message import Button, Message, Phrase, Plain, Value
from bot.domain.names import read_line
from bot.domain.passing_on import read_words
from bot.domain.proposal import LONGEST_PLACE, Anchor, Kind, anchored, blank, offered
from bot.domain.reminder import LONGEST, ONCE, Lead, Reminder
from bot.services import checking_in, dates, menus, times
from bot.services.questioning import Rows
from bot.services.reminder_cards import LEADS, carried
from bot.services.reminder_people import named, whom
from bot.services.reminding import OFFERED
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.steering import when as coming
from bot.store import questions

WHAT_TOPIC = "remind.what"
PLACE_TOPIC = "remind.place"

LABELS: Mapping[Kind, Phrase] = {
    Kind.CHECKIN: Phrase("button-kind-checkin"),
    Kind.APPOINTMENT: Phrase("button-kind-appointment"),
    Kind.WORDS: Phrase("button-kind-words"),
}
ANCHORS: Mapping[Anchor, Phrase] = {
    Anchor.INTERVIEW: Phrase("button-before-interview"),
    Anchor.START: Phrase("button-after-start"),
}


async def kinds(scene: Scene, args: Plain) -> None:
    """Ask which kind of reminder; what is set for one person alone is offered for one alone."""
    some = await whom(scene, args)
    await questions.close(scene.session, scene.chat.id)
    about = {"to": [one.id for one in some]}
    checkin, appointment, words = (_kind(kind, about) for kind in Kind)
    rows: Rows = ((checkin, appointment), (words,))
    back = (Button(Phrase("button-back"), "remind.several", about), *menus.TO_MENU)
    if len(some) == 1:
        person = {"person": some[0].id}
        rows = (
            (Button(Phrase("button-kind-wakeup"), "remind.wakeup", person), checkin),
            (appointment, words),
            (
                Button(Phrase("button-kind-technique"), "technique.to-propose", person),
                Button(Phrase("button-kind-exercise"), "assign", person),
            ),
        )
        back = (Button(Phrase("button-back"), "person", person), *menus.TO_MENU)
    says = Phrase("remind-kind", {"name": named(some)})
    await show(scene, Message(says=says, rows=(*rows, back)))


async def ask_what(scene: Scene, args: Plain) -> None:
    """Ask for the words."""
    some = await whom(scene, args)
    await questions.ask(scene.session, scene.chat.id, WHAT_TOPIC, details=dict(args), now=scene.now)
    says = Phrase("remind-what", {"name": named(some)})
    await show(scene, Message(says=says, rows=(_back(args),)))


async def read_what(scene: Scene, details: Plain, text: str) -> None:
    """Take the words as they can be read again, or ask again."""
    some = await whom(scene, details)
    words = read_words(text)
    if not words or len(words) > LONGEST:
        key = "reminder-too-long" if words else "remind-what"
        says = Phrase(key, {"name": named(some), "most": LONGEST})
        await say(scene, Message(says=says, rows=(_back(details),)))
        return
    await questions.close(scene.session, scene.chat.id)
    await (card if "what" in details else when)(scene, {**details, "what": words})


async def when(scene: Scene, args: Plain) -> None:
    """Ask for the moment: a few to tap, a time to type, or every other way in another tap."""
    some = await whom(scene, args)
    kind = Kind(args["kind"])
    if kind is Kind.CHECKIN:
        # Raises where nobody signed the questions off.
        checking_in.exercise_of(scene)
    one = blank(kind, scene.today, str(args.get("what", "")))
    about = carried(one, args)
    moments = tuple((_at(each, args),) for each in offered(one, kind, scene.today))
    rarer = "remind.days" if kind is Kind.CHECKIN else "remind.often"
    other: Rows = ((Button(Phrase("button-another-moment"), rarer, about),),)
    if kind is Kind.WORDS:
        follows = tuple(
            Button(label, "remind.anchor", {**about, "anchor": anchor.value})
            for anchor, label in ANCHORS.items()
        )
        other = (follows, *other)
    rows: Rows = (*moments, *other, _back(args))
    await times.listen(scene, "remind.card", about, rows=rows)
    says = Phrase("remind-when", {"name": named(some)})
    await show(scene, Message(says=says, rows=rows))


async def ask_anchor(scene: Scene, args: Plain) -> None:
    """Ask for the day of an interview or of a start, from which the moment follows."""
    await whom(scene, args)
    anchor = Anchor(args["anchor"])
    says = Phrase(f"day-of-{anchor}")
    await dates.ask(scene, says, "remind.on", about=args, more=(_back(args),))


async def on(scene: Scene, args: Plain) -> None:
    """Show what would be proposed for the day that follows from the one that was named."""
    day = date.fromisoformat(args["date"])
    one = anchored(Reminder.from_plain(args), Anchor(args["anchor"]), day)
    await card(scene, carried(one, args))


async def ask_place(scene: Scene, args: Plain) -> None:
    """Ask where an appointment is."""
    await whom(scene, args)
    await questions.ask(
        scene.session, scene.chat.id, PLACE_TOPIC, details=dict(args), now=scene.now
    )
    await show(scene, Message(says=Phrase("remind-place"), rows=(_to_card(args),)))


async def read_place(scene: Scene, details: Plain, text: str) -> None:
    """Take the place that was typed, or ask again."""
    place = read_line(text)
    if not place or len(place) > LONGEST_PLACE:
        key = "reminder-too-long" if place else "remind-place"
        says = Phrase(key, {"most": LONGEST_PLACE})
        await say(scene, Message(says=says, rows=(_to_card(details),)))
        return
    await questions.close(scene.session, scene.chat.id)
    await card(scene, {**details, "place": place})


async def ask_lead(scene: Scene, args: Plain) -> None:
    """Ask how long before it the message comes."""
    some, one = await whom(scene, args), Reminder.from_plain(args)
    rows = tuple(
        (Button(label, "remind.card", carried(replace(one, lead=lead), args)),)
        for lead, label in LEADS.items()
    )
    await show(scene, Message(says=Phrase("remind-lead", {"name": named(some)}), rows=rows))


async def card(scene: Scene, args: Plain) -> None:
    """Show what would be proposed, with whatever was just chosen."""
    some, one = await whom(scene, args), Reminder.from_plain(args)
    if "time" in args:
        one = replace(one, wall=time.fromisoformat(args["time"]))
    about = carried(one, args)
    await times.listen_on_card(scene, "remind.card", about, offered=OFFERED)
    says = Phrase(
        "remind-card",
        {
            "name": named(some),
            "what": what(one, Kind(args["kind"])),
            "lines": lines_of(one, of_coach=True),
        },
    )
    rows = ((Button(Phrase("button-propose"), "remind.send", about),), *_changes(args, about))
    await show(scene, Message(says=says, rows=(*rows, _back(args))))


def what(one: Reminder, kind: Kind) -> Value:
    """Return what is proposed, in the words of whoever typed them, if anybody did."""
    if kind is Kind.CHECKIN:
        return Phrase("plan-checkin")
    return one.what or Phrase("appointment")


def lines_of(one: Reminder, *, of_coach: bool) -> tuple[Phrase, ...]:
    """Return when and where it is, from which day on, and when its message comes."""
    lines = [Phrase("line-when", {"when": _moment(one)})]
    if one.weeks != ONCE:
        lines.append(Phrase("line-from", {"day": replace(one, lead=Lead.NONE).rule.first_day}))
    if one.place:
        lines.append(Phrase("line-where", {"place": one.place}))
    if one.lead is not Lead.NONE:
        key = "line-coming" if of_coach else "line-message"
        lines.append(Phrase(key, {"when": coming(one.rule)}))
    return tuple(lines)


def _changes(args: Plain, about: Plain) -> Rows:
    """Return what can be changed on the card of a kind."""
    words = Button(Phrase("button-words"), "remind.what", about)
    moment = Button(Phrase("button-moment"), "remind.often", about)
    lead = Button(Phrase("button-lead"), "remind.lead", about)
    match Kind(args["kind"]):
        case Kind.CHECKIN:
            return ((Button(Phrase("button-moment"), "remind.days", about),),)
        case Kind.APPOINTMENT:
            place = Button(Phrase("button-place"), "remind.place", about)
            return ((words, moment), (place, lead))
        case Kind.WORDS:
            return ((words, moment), (lead,))


def _kind(kind: Kind, about: Plain) -> Button:
    action = "remind.what" if kind is Kind.WORDS else "remind.when"
    return Button(LABELS[kind], action, {**about, "kind": kind.value})


def _at(one: Reminder, args: Plain) -> Button:
    return Button(Phrase("button-when", {"when": _moment(one)}), "remind.card", carried(one, args))


def _moment(one: Reminder) -> Phrase:
    return coming(replace(one, lead=Lead.NONE).rule)


def _to_card(args: Plain) -> tuple[Button, ...]:
    return (Button(Phrase("button-back"), "remind.card", args),)


def _back(args: Plain) -> tuple[Button, ...]:
    return (Button(Phrase("button-back"), "remind.person", {"to": args["to"]}), *menus.TO_MENU)
