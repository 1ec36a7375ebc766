"""A coach hands somebody over to a colleague who says yes; the person decides anew what to show."""

from collections.abc import Sequence
from datetime import time

from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person, Standing, SupportState
from bot.domain.plan import PlanKind, PlanState
from bot.domain.sharing import Audience, Stream
from bot.services import deskwork, menus, parting
from bot.services.parting import Parted
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import covers, deliveries, people, plans, sharing, supports

AT_MOST = 20


async def ask_whom(scene: Scene, args: Plain) -> None:
    """Show the colleagues to whom somebody can be handed over."""
    person = await deskwork.supported(scene, str(args["person"]))
    rows: Rows = tuple(
        (_named(one, {"person": person.id, "to": one.id}),)
        for one in (await _colleagues(scene, person))[:AT_MOST]
    )
    says = Phrase("handover-whom", {"name": person.name}) if rows else Phrase("cover-nobody")
    await show(scene, Message(says=says, rows=(*rows, _back(person))))


async def confirm(scene: Scene, args: Plain) -> None:
    """Say what follows, before anybody is asked."""
    person, other = await _both(scene, args)
    ask_them = (Button(Phrase("button-ask-colleague"), "handover.ask", dict(args)),)
    says = Phrase("handover-confirm", _names(person, other))
    await show(scene, Message(says=says, rows=(ask_them, _back(person))))


async def ask(scene: Scene, args: Plain) -> Phrase | None:
    """Ask the colleague, once; nothing changes before they say yes."""
    person, other = await _both(scene, args)
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    support = await supports.add(
        scene.session,
        coach_id=other.id,
        participant_id=person.id,
        now=scene.now,
        state=SupportState.ASKED,
    )
    about = {"support": support.id, "from": scene.coach.id}
    rows = (
        (Button(Phrase("button-agree"), "handover.accept", about),),
        (Button(Phrase("button-cover-refuse"), "handover.refuse", about),),
    )
    says = Phrase("handover-offer", {"coach": scene.coach.name, "name": person.name})
    await tell(scene, other.id, Message(says=says, rows=rows))
    asked = Phrase("handover-asked", _names(person, other))
    await show(scene, Message(says=asked, rows=(_back(person),)))
    return None


async def accept(scene: Scene, args: Plain) -> Phrase | None:
    """The colleague supports the person from now on; whoever did sees nothing any more."""
    found = await _offered(scene, args)
    if isinstance(found, Phrase):
        return found
    coach, person = found
    me = scene.coach
    parted = await parting.part(scene, coach, person, is_followed=True)
    if parted is None:
        return Phrase("toast-gone")
    if await supports.between(scene.session, me.id, person.id) is None:
        await _settle(scene, args, SupportState.ACTIVE)
    await supports.end_asked(scene.session, person.id)
    await tell(scene, person.id, told(coach, me, parted))
    done = Phrase("handover-done", _names(person, me))
    await tell(scene, coach.id, Message(says=done, rows=(menus.TO_MENU,)))
    to_person = Button(Phrase("button-person", {"name": person.name}), "person", _of(person))
    says = Phrase("handover-taken", {"name": person.name})
    await show(scene, Message(says=says, rows=((to_person,), menus.TO_MENU)))
    return None


async def refuse(scene: Scene, args: Plain) -> Phrase | None:
    """The colleague cannot: nothing changes, and whoever asked is told."""
    found = await _offered(scene, args)
    if isinstance(found, Phrase):
        return found
    coach, person = found
    await _settle(scene, args, SupportState.ENDED)
    await show(scene, Message(says=Phrase("handover-refused-noted"), rows=(menus.TO_MENU,)))
    says = Phrase("handover-refused", _names(person, scene.coach))
    await tell(scene, coach.id, Message(says=says, rows=(_back(person),)))
    return None


def told(coach: Person, other: Person, parted: Parted) -> Message:
    """Return what the person is told: who supports them now, and that they decide what is shown."""
    values: Values = {"coach": coach.name, "other": other.name, "lines": parted.lines}
    same = Button(
        Phrase("button-show-same"),
        "handed.same",
        {"coach": other.id, "streams": [*parted.shown], "noted": parted.noted},
    )
    choose = (Button(Phrase("button-switch-sharing"), "privacy.switch"),)
    rows: Rows = ((same,), choose) if parted.shown else (choose,)
    return Message(says=Phrase("handed-over", values), rows=(*rows, *menus.ANYWHERE))


async def same(scene: Scene, args: Plain) -> Phrase | None:
    """Show the coach of now what the one before was shown, once; it can be changed at any time."""
    me, coach = scene.member, await people.get(scene.session, str(args["coach"]))
    if coach is None or await supports.between(scene.session, coach.id, me.id) is None:
        return Phrase("toast-gone")
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    for stream in args["streams"]:
        what = (Stream(stream), Audience.COACH)
        await sharing.choose(scene.session, me.id, what, shown=True)
    choose = (Button(Phrase("button-switch-sharing"), "privacy.switch"),)
    note = await _note_to(scene, coach) if args.get("noted") else ()
    lines = (Phrase("line-handed-note-again", {"coach": coach.name}),) if note else ()
    says = Phrase("handed-same", {"coach": coach.name, "lines": lines})
    await show(scene, Message(says=says, rows=(*note, choose, *menus.ANYWHERE)))
    return None


async def _note_to(scene: Scene, coach: Person) -> Rows:
    """Return what asks whether this coach is told of a silent morning, as the one before was."""
    active = await plans.of_person(
        scene.session, scene.member.id, PlanKind.WAKEUP, state=PlanState.ACTIVE
    )
    label = Phrase("button-note-to", {"coach": coach.name})
    return tuple(
        # Leaving home stays as it is; what is asked next is the note.
        (
            Button(
                label, "around.leaves-at", {"plan": plan.id, "time": _written(plan.around.leaves)}
            ),
        )
        for plan in active[:1]
    )


def _written(wall: time | None) -> str | None:
    return wall.isoformat() if wall else None


async def _settle(scene: Scene, args: Plain, state: SupportState) -> None:
    """Let what the coach who acts was asked be answered."""
    await supports.change(
        scene.session, str(args["support"]), was=SupportState.ASKED, becomes=state
    )


async def _colleagues(scene: Scene, person: Person) -> Sequence[Person]:
    """Return the other coaches, but for those who support the person already."""
    theirs = {one.coach_id for one in await supports.of_participant(scene.session, person.id)}
    return [one for one in await covers.coaches(scene.session) if one.id not in theirs]


async def _both(scene: Scene, args: Plain) -> tuple[Person, Person]:
    """Return who is handed over and to whom; raise NotAllowed where that cannot be."""
    person = await deskwork.supported(scene, str(args["person"]))
    for one in await _colleagues(scene, person):
        if one.id == str(args["to"]):
            return person, one
    raise NotAllowed("no colleague who could")


async def _offered(scene: Scene, args: Plain) -> tuple[Person, Person] | Phrase:
    """Return who asked whoever acts and for whom, or why that is over; else raise NotAllowed."""
    support = await supports.get(scene.session, str(args["support"]))
    if support is None or support.coach_id != scene.coach.id:
        raise NotAllowed("not asked")
    if support.state is SupportState.ACTIVE:
        return Phrase("toast-already")
    coach = await people.get(scene.session, str(args["from"]))
    person = await people.get(scene.session, support.participant_id)
    is_asked = support.state is SupportState.ASKED
    if not is_asked or coach is None or person is None or person.standing is not Standing.ACTIVE:
        return Phrase("toast-gone")
    if await supports.between(scene.session, coach.id, person.id) is None:
        return Phrase("toast-gone")
    return coach, person


def _names(person: Person, other: Person) -> Values:
    return {"name": person.name, "other": other.name}


def _named(one: Person, about: Plain) -> Button:
    return Button(Phrase("button-person", {"name": one.name}), "handover.whom", about)


def _of(person: Person) -> Plain:
    return {"person": person.id}


def _back(person: Person) -> tuple[Button, ...]:
    return (Button(Phrase("button-back"), "support.options", _of(person)), *menus.TO_MENU)
