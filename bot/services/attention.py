"""Who of a coach's people needs something, and why: of what each of them shows, and no more."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.domain.caseload import Why, silent_mornings
from bot.domain.message import Phrase
from bot.domain.people import Person
from bot.domain.sharing import Audience, Stream, may_see
from bot.services.scene import Scene
from bot.store import chats, contacts, mornings, plans, sharing

LATELY = timedelta(days=28)
"""How far back mornings count: somebody who works on one day a week has had four."""


async def why_of(scene: Scene, several: Sequence[Person]) -> Mapping[str, Why]:
    """Return why people need something, by their ids; of several reasons the most pressing one."""
    ids = {one.id for one in several}
    session, coach = scene.session, scene.coach
    reachable = await chats.reachable_among(session, ids)
    reasons = (
        (Why.PROPOSED, await plans.proposed_among(session, ids, proposed_by=coach.id)),
        (Why.UNREACHABLE, ids.difference(reachable)),
        (Why.SILENT, await silent_among(scene, several)),
        (Why.CONTACT, await contacts.asking_among(session, ids)),
    )
    found: dict[str, Why] = {}
    for why, whom in reasons:
        found |= dict.fromkeys(whom, why)
    return found


async def silent_among(scene: Scene, several: Sequence[Person]) -> Mapping[str, int]:
    """Return on how many of the last mornings people did not answer, where it is several.

    Only of those who show them and do not rest.
    """
    ids = [one.id for one in several if not one.is_paused(scene.now)]
    choices = await sharing.choices_among(scene.session, ids)
    shown = [one for one in ids if may_see(choices[one], Stream.WAKEUPS, Audience.COACH)]
    since = (scene.now - LATELY).date()
    known = await mornings.woken_on(scene.session, shown, since=since)
    counts = {one: silent_mornings(theirs, scene.now) for one, theirs in known.items()}
    return {one: count for one, count in counts.items() if count}


async def silence(scene: Scene, person: Person) -> list[Phrase]:
    """Return the line that a coach reads of somebody who did not answer on the last mornings."""
    counts = await silent_among(scene, [person])
    return [Phrase("line-silent", {"count": count}) for count in counts.values()]
