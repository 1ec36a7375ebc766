"""A coach supports somebody, or anybody, no more: they see nothing, and nothing goes to them.

What the person showed is kept to themselves again, unless another coach who saw it goes on:
whoever supports them next sees nothing before they decide it anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.delivery import Reason
from bot.domain.message import Message, Phrase, Values
from bot.domain.people import Person, SupportState
from bot.domain.plan import PlanKind, PlanState
from bot.domain.sharing import CHOOSABLE, Audience, Purpose, Stream
from bot.services import consenting, contact_steps, contacting
from bot.services.scene import Scene
from bot.services.telling import Place, tell
from bot.store import chats, contacts, deliveries, job_phases, people, plans, sharing, supports


@dataclass(frozen=True, kw_only=True)
class Parted:
    """What ended with a support: which streams a coach was shown, and whether they got a note."""

    shown: Sequence[Stream]
    noted: bool

    @property
    def lines(self) -> tuple[Phrase, ...]:
        """What else the person is told of it."""
        return (Phrase("line-handed-note"),) if self.noted else ()


async def part(scene: Scene, coach: Person, person: Person, *, is_followed: bool) -> Parted | None:
    """Let a coach support somebody no more; return what ended, None where they did not.

    `is_followed` is whether somebody comes in their place.
    """
    support = await supports.between(scene.session, coach.id, person.id)
    was, becomes = SupportState.ACTIVE, SupportState.ENDED
    if support is None or not await supports.change(
        scene.session, support.id, was=was, becomes=becomes
    ):
        return None
    await _take_back(scene, person, names=coach)
    await _take_back(scene, coach, names=person)
    await _end_proposals(scene, coach, person)
    await _end_requests(scene, coach, person)
    return await _end_showing(scene, person, is_followed=is_followed)


async def leave(place: Place, coach: Person) -> Sequence[Person]:
    """Let a coach who leaves Relais support nobody any more; return who has no coach now.

    Each person is told that the coach left, and what else ended with it.
    """
    alone = []
    for one in await supports.of_coach(place.session, coach.id):
        await supports.change(place.session, one.id, was=one.state, becomes=SupportState.ENDED)
        person = await people.get(place.session, one.participant_id)
        if person is None:
            continue
        parted = await _end_showing(place, person, is_followed=False)
        await tell(place, person.id, _told_of_leaving(coach, parted))
        if not await supports.of_participant(place.session, person.id):
            alone.append(person)
    return tuple(alone)


def _told_of_leaving(coach: Person, parted: Parted) -> Message:
    shown = (Phrase("line-left-shown"),) if parted.shown else ()
    values: Values = {"name": coach.name, "lines": (*parted.lines, *shown)}
    return Message(says=Phrase("coach-left", values))


async def _end_showing(place: Place, person: Person, *, is_followed: bool) -> Parted:
    """End what a coach was shown and told, once they support somebody no more; return what it was.

    What another coach sees who goes on stays shown, unless the one who left is followed.
    """
    shown: Sequence[Stream] = ()
    if is_followed or not await supports.of_participant(place.session, person.id):
        shown = await _keep_back(place, person)
    return Parted(shown=shown, noted=await _end_note(place, person))


async def _take_back(scene: Scene, reader: Person, *, names: Person) -> None:
    """Take back what is still to be told to one of them and names the other."""
    chat = await chats.of_person(scene.session, reader.id)
    if chat:
        await deliveries.withdraw_naming(
            scene.session, chat.id, names.id, reason=Reason.WITHDRAWN, now=scene.now
        )


async def _end_proposals(scene: Scene, coach: Person, person: Person) -> None:
    """End what the coach proposed and nobody answered: an answer would go to them."""
    was, becomes = PlanState.PROPOSED, PlanState.ENDED
    for kind in PlanKind:
        for plan in await plans.of_person(scene.session, person.id, kind, state=was):
            if plan.proposed_by == coach.id:
                await plans.change(scene.session, plan.id, was=was, becomes=becomes)


async def _end_requests(scene: Scene, coach: Person, person: Person) -> None:
    """Let no request wait for the coach, or for who covers them: the person hears that it did."""
    request = await contacts.open_of(scene.session, person.id)
    if request is None:
        return
    for notice in await contacts.notices(scene.session, request.id):
        if coach.id in {notice.staff_id, notice.covers} and notice.next_at:
            await contacts.move(scene.session, notice.then(notice.step, scene.now))
    await contact_steps.go_on(contacting.place_of(scene), request)


async def _keep_back(place: Place, person: Person) -> Sequence[Stream]:
    """Show no coach anything any more; return what was shown."""
    choices = await sharing.choices_of(place.session, person.id)
    shown = [one for one in CHOOSABLE if one[1] is Audience.COACH and choices.get(one, False)]
    for one in shown:
        await sharing.choose(place.session, person.id, one, shown=False)
    await job_phases.show(place.session, person.id, shown=False)
    return [stream for stream, _ in shown]


async def _end_note(place: Place, person: Person) -> bool:
    """Let nobody be told any more that there was no answer: it was agreed to for one coach."""
    agreed = Purpose.NOTE in await sharing.standing(place.session, person.id)
    await sharing.withdraw(place.session, person.id, Purpose.NOTE, now=place.now)
    await consenting.tell_nobody(place, person.id)
    return agreed
