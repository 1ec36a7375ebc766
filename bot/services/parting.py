"""A coach supports somebody no more: from then on they see nothing, and nothing goes to them.

What the person showed is kept to themselves again, unless another coach who saw it goes on:
whoever supports them next sees nothing before they decide it anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.delivery import Reason
from bot.domain.message import Phrase
from bot.domain.people import Person, SupportState
from bot.domain.plan import PlanKind, PlanState
from bot.domain.sharing import CHOOSABLE, Audience, Purpose, Stream
from bot.services import consenting, contact_steps, contacting
from bot.services.scene import Scene
from bot.store import chats, contacts, deliveries, job_phases, plans, sharing, supports


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
    shown: Sequence[Stream] = ()
    if is_followed or not await supports.of_participant(scene.session, person.id):
        shown = await _keep_back(scene, person)
    return Parted(shown=shown, noted=await _end_note(scene, person))


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


async def _keep_back(scene: Scene, person: Person) -> Sequence[Stream]:
    """Show no coach anything any more; return what was shown."""
    choices = await sharing.choices_of(scene.session, person.id)
    shown = [one for one in CHOOSABLE if one[1] is Audience.COACH and choices.get(one, False)]
    for one in shown:
        await sharing.choose(scene.session, person.id, one, shown=False)
    await job_phases.show(scene.session, person.id, shown=False)
    return [stream for stream, _ in shown]


async def _end_note(scene: Scene, person: Person) -> bool:
    """Let nobody be told any more that there was no answer: it was agreed to for one coach."""
    agreed = Purpose.NOTE in await sharing.standing(scene.session, person.id)
    await sharing.withdraw(scene.session, person.id, Purpose.NOTE, now=scene.now)
    await consenting.tell_nobody(scene, person.id)
    return agreed
