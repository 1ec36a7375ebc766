"""What there is to know of a group before a workshop, as far as each person shows it now."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain import dialogue
from bot.domain.assignment import NotNow
from bot.domain.board import Mark, counted
from bot.domain.dialogue import Run
from bot.domain.exercise import UNNAMED, Exercise
from bot.domain.group import Group, GroupSession, evening_of, latest_of, next_of
from bot.domain.message import Phrase
from bot.domain.people import Person
from bot.domain.preparation import Counted, Overview, coming_of, reasons_told, themes_told
from bot.domain.quiet import USUAL
from bot.domain.schedule import moment, zone
from bot.services import group_board, workshop_words
from bot.services.group_board import Standing
from bot.services.viewing import View
from bot.store import attendance, groups, plans, runs
from bot.store.attendance import Attendance


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """What can be shown to everybody, and the names that stay with the facilitators.

    `brings` names by exercise who wants to speak of it, `unreached` whom no message reaches.
    """

    group: Group
    workshop: GroupSession | None
    overview: Overview
    brings: Sequence[tuple[Exercise, Sequence[str]]]
    unreached: Sequence[str]


async def gather(view: View, group: Group) -> Preparation:
    """Return what there is to know before the next workshop of a group.

    The exercises are those that were wanted since the latest workshop.
    """
    sessions = await groups.sessions_of(view.session, group.id)
    latest = latest_of(sessions, group.where, view.now)
    coming = next_of(sessions, group.where, view.now)
    after = latest.day if latest else None
    exercises, standings = await group_board.look(view, group, after=after)
    brings = [(one, _who_brings(standings, at)) for at, one in enumerate(exercises)]
    unreached = [one.person.name for one in standings if not one.is_reached]
    overview = Overview(
        group=group.name,
        workshop=workshop_words.line(view.deployment.library, group, coming) if coming else None,
        coming=await _coming(view, coming, standings, where=group.where) if coming else None,
        exercises=tuple(_counted(standings, at, one) for at, one in enumerate(exercises)),
        reasons=reasons_told(_reasons(standings), members=len(standings)),
        themes=themes_told(await _themes(view, standings), members=len(standings)),
        brought=sum(any(place.is_brought for place in one.places) for one in standings),
        unreached=len(unreached),
    )
    return Preparation(
        group=group, workshop=coming, overview=overview, brings=brings, unreached=unreached
    )


def _counted(standings: Sequence[Standing], at: int, exercise: Exercise) -> Counted:
    marks = [one.places[at].mark for one in standings]
    return Counted(title=Phrase(exercise.title), counts=counted(marks))


def _who_brings(standings: Sequence[Standing], at: int) -> Sequence[str]:
    return [one.person.name for one in standings if one.places[at].is_brought]


async def _coming(
    view: View, workshop: GroupSession, standings: Sequence[Standing], *, where: ZoneInfo
) -> tuple[int, int, int] | None:
    """Return how many come, how many do not, how many have not said; None before one is asked."""
    kept = await attendance.of_session(view.session, workshop.id)
    said, asked = [], []
    for one in standings:
        known = kept.get(one.person.id)
        said.append(known.coming if known else None)
        asked.append(await _asked(view, one.person, workshop.begins(where), known=known))
    return coming_of(said, asked, now=view.now)


async def _asked(
    view: View, person: Person, begins: datetime, *, known: Attendance | None
) -> datetime:
    """Return when somebody is asked whether they come: as it is planned, or as is usual."""
    where = zone(person.zone)
    plan = await plans.get(view.session, known.plan_id) if known and known.plan_id else None
    day, wall = (plan.rule.starts, plan.rule.wall) if plan else evening_of(begins, where, USUAL)
    return moment(day, wall, where)


def _reasons(standings: Sequence[Standing]) -> Mapping[str, Sequence[NotNow]]:
    """Return by person why it was not this week, of those of whom that it was not is shown."""
    found: defaultdict[str, list[NotNow]] = defaultdict(list)
    for one in standings:
        for place in one.places:
            if place.given and place.mark is Mark.NOT_THIS_WEEK:
                found[one.person.id].append(place.given.reason or NotNow.UNSAID)
    return found


async def _themes(view: View, standings: Sequence[Standing]) -> Mapping[str, Sequence[str]]:
    """Return by the key of each theme who chose it in an exercise of which they show all."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in standings:
        for place in one.places:
            run_id = place.given.run_id if place.given and place.is_open else None
            kept = await runs.get(view.session, run_id) if run_id else None
            for key in _chosen(place.exercise, kept.run) if kept else ():
                found[key].append(one.person.id)
    return found


def _chosen(exercise: Exercise, run: Run) -> Iterator[str]:
    """Yield what was chosen at the steps that name themes; never what was written."""
    answers = dialogue.given(exercise, run)
    for step in exercise.steps:
        if exercise.homework is None or step.id not in exercise.homework.themes or step.private:
            continue
        answer = answers.get(step.id, ())
        for one in (answer,) if isinstance(answer, str) else answer:
            if one in step.options and one not in UNNAMED:
                yield exercise.label(step, one)
