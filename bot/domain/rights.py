"""Who may do what: for each button and each question the roles that may use it, others none.

A command, or a word that is typed, does what a button does. Whose person or group it is, each
service asks by itself. Who organises something is a participant like the others; who administers
has no place here, for that is done by commands of the machine alone, which show no content.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from bot.domain.people import Person, Role, Standing


class Actor(StrEnum):
    """What somebody is at the moment in which they act; `FORMER` is in, and has no role left."""

    STRANGER = "stranger"
    ENROLLING = "enrolling"
    LEAVING = "leaving"
    FORMER = "former"
    PARTICIPANT = "participant"
    COACH = "coach"
    FACILITATOR = "facilitator"
    SUPERVISOR = "supervisor"


Actors: TypeAlias = frozenset[Actor]

ANYBODY = frozenset(Actor)
KNOWN = ANYBODY - {Actor.STRANGER}
CAME_IN = KNOWN - {Actor.ENROLLING}
INSIDE = CAME_IN - {Actor.LEAVING, Actor.FORMER}
ENROLLING = frozenset({Actor.ENROLLING})
PARTICIPANTS = frozenset({Actor.PARTICIPANT})
COACHES = frozenset({Actor.COACH})
FACILITATORS = frozenset({Actor.FACILITATOR})
GIVERS = COACHES | FACILITATORS
SUPERVISORS = frozenset({Actor.SUPERVISOR})

# What anybody may ask for tells those whom it is not for what there is for them: above all, help.
_TAPS = (
    (ANYBODY, "menu help care.danger care.no settings speak language discreet privacy"),
    (ANYBODY, "mydata leave"),
    (ANYBODY, "checkin afterwork days contact sentences stress strategies helps technique.start"),
    (ANYBODY, "myplan myplan.fill myplan.picture"),
    (KNOWN, "mydata.send leave.now"),
    (CAME_IN, "leave.undo discreet.turn"),
    (INSIDE, "day day.tomorrow week routine plan-b reminders homework chart messages workshops"),
    (INSIDE, "job pause resume join join.decline outings outing.new"),
    (ENROLLING, "enrol.welcome enrol.speak enrol.limits enrol.channel enrol.agree enrol.refuse"),
    (ENROLLING, "enrol.share enrol.preset enrol.choose enrol.chosen enrol.to-address"),
    (ENROLLING, "enrol.address enrol.zone"),
    (ENROLLING, "welcome.speak welcome.language welcome.ask-zone welcome.zone welcome.hours"),
    (ENROLLING, "zone.others"),
    (COACHES, "people person person.days person.exercises person.answers person.thank"),
    (COACHES, "person.agreed person.notes person.note person.note-write person.note-erase"),
    (COACHES, "person.job person.phase"),
    (COACHES, "person.arrivals person.reminders person.reminder person.take-back person.pause"),
    (COACHES, "person.reminder-stop person.reminder-end remind.several remind.wakeup remind.what"),
    (COACHES, "remind.when remind.often remind.day remind.days remind.time remind.anchor"),
    (COACHES, "remind.on remind.place remind.lead remind.card remind.send write.several"),
    (COACHES, "support.options support.end support.end-now handover handover.whom"),
    (COACHES, "handover.ask handover.accept handover.refuse"),
    (COACHES, "invite support.confirm support.deny support.ask remind remind.person propose"),
    (COACHES, "technique.to-propose technique.about-to-propose technique.propose"),
    (COACHES, "contact.seen contact.call contact.talked note.call note.noted"),
    (COACHES, "digest digest.time digest.at"),
    (COACHES, "cover cover.first cover.last cover.keep cover.end cover.refuse"),
    (GIVERS, "write write.send hours hours.keep"),
    (GIVERS, "invite.cancel assign assign.which assign.ask assign.give"),
    (FACILITATORS, "groups group group.new group.create group.edit group.edit-name"),
    (FACILITATORS, "group.edit-place group.first group.wall group.rhythm group.table group.draft"),
    (FACILITATORS, "group.draft-day group.informal group.keep group.boosters group.dates"),
    (FACILITATORS, "group.move group.move-time group.move-to group.exercises group.choose"),
    (FACILITATORS, "group.choose-which group.assign group.members group.member group.remove"),
    (FACILITATORS, "group.leads group.lead group.lead-remove group.invite group.invite-lead"),
    (FACILITATORS, "group.board group.people group.person group.exercise group.answers"),
    (FACILITATORS, "group.thank group.word group.word-send group.easier group.easier-send"),
    (FACILITATORS, "group.day group.day-send group.prepare group.prepare-picture"),
    (FACILITATORS, "group.chat group.chat-end"),
    (FACILITATORS, "group.write group.prepare-page attendance attendance.keep"),
    (SUPERVISORS, "overview"),
    (COACHES | PARTICIPANTS, "draft.card draft.time draft.days draft.starts draft.holidays"),
    (PARTICIPANTS, "proposal.accept proposal.time proposal.at proposal.decline"),
    (PARTICIPANTS, "wakeup wakeup.draft wakeup.keep wakeup.end around.evening"),
    (PARTICIPANTS, "around.evening-at around.leaves-at around.tells-at nudge.up nudge.snooze"),
    (PARTICIPANTS, "nudge.off nudge.unwell phase.next phase.enough evening evening.ready"),
    (PARTICIPANTS, "evening.time evening.at evening.off evening.work leaving.go leaving.late"),
    (PARTICIPANTS, "checkin.again recurring recurring.change recurring.time recurring.at"),
    (PARTICIPANTS, "recurring.day recurring.on recurring.no recurring.skip recurring.helps"),
    (PARTICIPANTS, "recurring.helps-not recurring.bothers recurring.low low.coach low.nothing"),
    (PARTICIPANTS, "afterwork.ends afterwork.at afterwork.days afterwork.show afterwork.now"),
    (PARTICIPANTS, "afterwork.again afterwork.answer routine.part routine.offer routine.keep"),
    (PARTICIPANTS, "reminder reminder.new reminder.delete reminder.undo reminder.what"),
    (PARTICIPANTS, "reminder.often reminder.day reminder.days reminder.time reminder.lead"),
    (PARTICIPANTS, "reminder.card reminder.keep reminder.again reminder.done reminder.skip"),
    (PARTICIPANTS, "reminder.later reminder.put-off reminder.move reminder.move-time"),
    (PARTICIPANTS, "reminder.move-to contact.withdraw mark mark.day mark.remove"),
    (PARTICIPANTS, "technique.timed technique.about technique.add technique.remove toolbox"),
    (PARTICIPANTS, "technique.decline technique.reminders moment moment.ask moment.days"),
    (PARTICIPANTS, "moment.on moment.time moment.at sentence sentence.write sentence.remove"),
    (PARTICIPANTS, "sentence.read"),
    (PARTICIPANTS, "homework.one homework.start homework.later homework.time homework.habit"),
    (PARTICIPANTS, "homework.obstacle homework.plan homework.not homework.reason"),
    (PARTICIPANTS, "homework.easier homework.let-go homework.enough homework.useful"),
    (PARTICIPANTS, "homework.shares homework.share homework.bring chart.row chart.picture"),
    (PARTICIPANTS, "network network.words proposed.easier proposed.day proposed.leave word.thank"),
    (PARTICIPANTS, "run.go-on run.answer run.mark run.page run.keep run.skip run.back run.stop"),
    (PARTICIPANTS, "run.usual pause.until steer steer.fewer steer.time steer.at steer.stop"),
    (PARTICIPANTS, "steer.undo steer.leave messages.budget messages.at-most messages.quiet"),
    (PARTICIPANTS, "messages.quiet-until messages.quiet-keep messages.recurring change"),
    (PARTICIPANTS, "change.what change.pause change.wakeups change.undo change.day job.from"),
    (PARTICIPANTS, "job.rest job.phase job.turn job.offer job.pick job.take job.decline"),
    (PARTICIPANTS, "job.undo resting.over hard-day hard-day.undo privacy.switch privacy.screen"),
    (PARTICIPANTS, "privacy.days privacy.looks consents consents.ask consents.agree consents.end"),
    (PARTICIPANTS, "consents.review workshop.coming workshop.cannot workshops.leave"),
    (
        PARTICIPANTS,
        "workshops.left support.keep word.read word.answer word.thanks handed.same offered",
    ),
    (PARTICIPANTS, "outing.one outing.leave outing.hand outing.hand-to outing.cancel"),
    (PARTICIPANTS, "outing.cancelled outing.time outing.place outing.card outing.post outing.in"),
    (PARTICIPANTS, "outing.out"),
    (PARTICIPANTS, "offered.agree offered.time offered.at offered.decline reminder.go"),
)

_QUESTIONS = (
    (INSIDE, "time date"),
    (ENROLLING, "enrol zone"),
    (ENROLLING | GIVERS, "hours"),
    (COACHES, "invite people coach-note remind-weeks remind.place remind.what"),
    (GIVERS, "write"),
    (COACHES | PARTICIPANTS, "draft.starts"),
    (FACILITATORS, "group-name group-place group-new-name group-new-place group-invite group-word"),
    (
        PARTICIPANTS,
        "reminder-what reminder-weeks pause change run sentence contact word-answer",
    ),
    (
        PARTICIPANTS,
        "outing-what outing-place",
    ),
    (PARTICIPANTS, "mark mark-day"),
)


def _each(lines: tuple[tuple[Actors, str], ...]) -> Mapping[str, Actors]:
    return {name: actors for actors, names in lines for name in names.split()}


TAPS = _each(_TAPS)
"""By what a button does: who may do it."""

QUESTIONS = _each(_QUESTIONS)
"""By what a question is about: whose words may answer it."""


def actors(person: Person | None) -> Actors:
    """Return what somebody is now; somebody unknown is a stranger."""
    if person is None:
        return frozenset({Actor.STRANGER})
    if person.standing is Standing.ENROLLING:
        return frozenset({Actor.ENROLLING})
    if person.standing is Standing.LEAVING:
        return frozenset({Actor.LEAVING})
    return frozenset(_OF_ROLE[role] for role in person.roles) or frozenset({Actor.FORMER})


def may_tap(action: str, person: Person | None) -> bool:
    """Whether somebody may do what a button does; what stands nowhere here, nobody may."""
    return bool(TAPS.get(action, frozenset()) & actors(person))


def may_answer(topic: str, person: Person | None) -> bool:
    """Whether somebody's words may answer a question; what stands nowhere here, nobody's may."""
    return bool(QUESTIONS.get(topic, frozenset()) & actors(person))


_OF_ROLE: Mapping[Role, Actor] = {
    Role.PARTICIPANT: Actor.PARTICIPANT,
    Role.COACH: Actor.COACH,
    Role.FACILITATOR: Actor.FACILITATOR,
    Role.SUPERVISOR: Actor.SUPERVISOR,
}
