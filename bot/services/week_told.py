"""The line in a coach's digest, once a week: what was sent, answered, never received; only counts.

Only what somebody shows is counted, so that the numbers of few people tell nothing else.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.digest import A_WEEK, COUNTED, week_of, week_to_tell
from bot.domain.message import Phrase
from bot.domain.people import Person
from bot.domain.schedule import zone
from bot.domain.sharing import Audience, may_see
from bot.services.contact_steps import Place
from bot.store import sharing, weeks


async def line(
    place: Place, coach: Person, several: Sequence[Person], *, last: datetime | None
) -> Phrase | None:
    """Return what became of the week that is over, if it was not told and something was sent.

    `last` is when the digest before this one came, or would have.
    """
    monday = week_to_tell(last, place.now, zone(coach.zone))
    if monday is None:
        return None
    choices = await sharing.choices_among(place.session, [one.id for one in several])
    whose = {
        kind: [id_ for id_, theirs in choices.items() if may_see(theirs, stream, Audience.COACH)]
        for kind, stream in COUNTED.items()
    }
    asked = await weeks.asked(place.session, whose, first=monday, until=monday + A_WEEK)
    week = week_of(asked)
    return Phrase("digest-week", {**vars(week)}) if week else None
