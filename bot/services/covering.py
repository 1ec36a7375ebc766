"""A coach names who looks at contact requests in their place, from one day to another.

Whoever is named is told and can say no; the people who ask are told before it comes to that.
"""

from datetime import date

from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.services import dates, menus
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import covers, people, questions
from bot.store.covers import Cover

AT_MOST = 20


async def mine(scene: Scene, args: Plain) -> None:
    """Show who looks in the place of the coach, or whom they can name."""
    del args
    await questions.close(scene.session, scene.chat.id)
    cover = await _standing(scene)
    named = await people.get(scene.session, cover.cover_id) if cover else None
    if cover is None or named is None:
        await _offer(scene)
        return
    rows = ((Button(Phrase("button-cover-end"), "cover.end"),), menus.TO_MENU)
    await show(scene, Message(says=Phrase("cover-mine", _values(named, cover)), rows=rows))


async def ask_first(scene: Scene, args: Plain) -> None:
    """Ask from which day on."""
    named = await _other(scene, str(args["staff"]))
    says = Phrase("cover-first", {"name": named.name})
    await dates.ask(scene, says, "cover.last", about={"staff": named.id}, more=_BACK)


async def ask_last(scene: Scene, args: Plain) -> None:
    """Ask until which day: none before the first is offered."""
    named, first = await _other(scene, str(args["staff"])), date.fromisoformat(args["date"])
    says = Phrase("cover-last", {"name": named.name, "first": first})
    about = {"staff": named.id, "first": first.isoformat()}
    days = dates.next_ones(max(first, scene.today))
    await dates.ask(scene, says, "cover.keep", about=about, offered=days, more=_BACK)


async def keep(scene: Scene, args: Plain) -> None:
    """Let somebody look in the coach's place, and tell them; days end after they begin."""
    named = await _other(scene, str(args["staff"]))
    first, last = date.fromisoformat(args["first"]), date.fromisoformat(args["date"])
    if last < max(first, scene.today):
        await ask_last(scene, {"staff": named.id, "date": first.isoformat()})
        return
    cover = Cover(coach_id=scene.coach.id, cover_id=named.id, first=first, last=last)
    earlier = await _standing(scene)
    if earlier != cover:
        await _tell_over(scene, earlier)
        await covers.keep(scene.session, cover)
        refuse = Button(Phrase("button-cover-refuse"), "cover.refuse", {"coach": scene.coach.id})
        says = Phrase("cover-asked", _values(scene.coach, cover))
        await tell(scene, named.id, Message(says=says, rows=((refuse,), menus.TO_MENU)))
    await mine(scene, {})


async def end(scene: Scene, args: Plain) -> Phrase | None:
    """Let nobody look in the coach's place any more, and tell who did."""
    del args
    cover = await _standing(scene)
    if cover is None:
        return Phrase("toast-already")
    await covers.end(scene.session, scene.coach.id)
    await _tell_over(scene, cover)
    await _offer(scene)
    return None


async def refuse(scene: Scene, args: Plain) -> Phrase | None:
    """Whoever was named cannot: the coach is told and can name somebody else."""
    cover = await covers.of_coach(scene.session, str(args["coach"]))
    if cover is None or cover.cover_id != scene.coach.id:
        return Phrase("toast-gone")
    await covers.end(scene.session, cover.coach_id)
    again = (Button(Phrase("button-cover"), "cover"),)
    says = Phrase("cover-refused", {"name": scene.coach.name})
    await tell(scene, cover.coach_id, Message(says=says, rows=(again, menus.TO_MENU)))
    await show(scene, Message(says=Phrase("cover-refused-noted"), rows=(menus.TO_MENU,)))
    return None


_BACK = ((Button(Phrase("button-back"), "cover"),),)


async def _offer(scene: Scene) -> None:
    others = [one for one in await covers.coaches(scene.session) if one.id != scene.coach.id]
    if not others:
        await show(scene, Message(says=Phrase("cover-nobody"), rows=(menus.TO_MENU,)))
        return
    rows = tuple(
        (Button(Phrase("button-person", {"name": one.name}), "cover.first", {"staff": one.id}),)
        for one in others[:AT_MOST]
    )
    await show(scene, Message(says=Phrase("cover-offer"), rows=(*rows, menus.TO_MENU)))


async def _standing(scene: Scene) -> Cover | None:
    """Return who looks in the coach's place, now or later."""
    cover = await covers.of_coach(scene.session, scene.coach.id)
    return cover if cover and cover.last >= scene.today else None


async def _other(scene: Scene, staff_id: str) -> Person:
    """Return another coach; raise NotAllowed for anybody else."""
    for one in await covers.coaches(scene.session):
        if one.id == staff_id != scene.coach.id:
            return one
    raise NotAllowed("no other coach")


async def _tell_over(scene: Scene, cover: Cover | None) -> None:
    if cover:
        says = Phrase("cover-over", {"name": scene.coach.name})
        await tell(scene, cover.cover_id, Message(says=says))


def _values(named: Person, cover: Cover) -> Values:
    when = Phrase("cover-days", {"first": cover.first, "last": cover.last})
    if cover.first == cover.last:
        when = Phrase("cover-day", {"day": cover.first})
    return {"name": named.name, "when": when}
