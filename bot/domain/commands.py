"""What can be typed after a slash, in French and in English; each command does what a button does.

Whether somebody may, the rights say; what stands here says only who finds what in their list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.message import Phrase
from bot.domain.people import Language, Person, Role
from bot.domain.rights import may_tap


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command: what it does, its name in each language, and what it is called in a list."""

    action: str
    names: Mapping[Language, str]
    called: Phrase


def _each(*lines: tuple[str, str, str, str]) -> tuple[Command, ...]:
    return tuple(
        Command(
            action=action,
            names={Language.FRENCH: french, Language.ENGLISH: english},
            called=Phrase(called),
        )
        for action, french, english, called in lines
    )


_FIRST = _each(("menu", "menu", "menu", "command-menu"))

_AT_THE_DESK = _each(
    ("people", "personnes", "people", "button-my-people"),
    ("write.several", "ecrire", "write", "button-write-word"),
    ("remind", "nouveaurappel", "newreminder", "button-new-reminder"),
    ("invite", "inviter", "invite", "button-invite"),
    ("digest", "resumedumatin", "digest", "button-digest"),
    ("cover", "absence", "absence", "button-cover"),
    ("groups", "groupes", "groups", "button-my-groups"),
    ("group.new", "nouveaugroupe", "newgroup", "button-new-group"),
    ("hours", "heures", "hours", "button-my-hours"),
    ("overview", "ensemble", "overview", "button-overview"),
)

_OWN = _each(
    ("checkin", "moi", "checkin", "button-checkin"),
    ("days", "mesjours", "days", "command-days"),
    ("homework", "exercices", "exercises", "button-my-exercises"),
    ("chart", "tableau", "chart", "command-chart"),
    ("day", "aujourdhui", "today", "button-my-day"),
    ("day.tomorrow", "demain", "tomorrow", "button-tomorrow"),
    ("wakeup", "reveil", "wakeup", "button-my-wakeup"),
    ("week", "semaine", "week", "button-week"),
    ("reminders", "rappel", "remind", "button-reminders"),
    ("workshops", "ateliers", "workshops", "button-my-workshops"),
    ("outings", "sorties", "outings", "command-outings"),
    ("outing.new", "proposer", "propose", "button-propose-outing"),
    ("routine", "routine", "routine", "button-routine"),
    ("plan-b", "planb", "planb", "command-plan-b"),
    ("job", "travail", "job", "button-my-job"),
    ("stress", "stress", "stress", "button-stress"),
    ("contact", "contact", "contact", "button-ask-contact"),
    ("myplan", "plan", "plan", "command-plan"),
    ("pause", "pause", "pause", "button-pause"),
    ("resume", "reprendre", "resume", "command-resume"),
)

_LAST = _each(
    ("help", "aide", "help", "command-help"),
    ("privacy", "confidentialite", "privacy", "button-sharing"),
    ("discreet", "discret", "discreet", "button-discreet"),
    ("mydata", "mesdonnees", "mydata", "button-my-data"),
    ("settings", "reglages", "settings", "button-settings"),
    ("language", "langue", "language", "command-language"),
    ("leave", "quitter", "leave", "command-leave"),
)

_IN_NO_LIST = {
    "afterwork": "afterwork",
    "apresletravail": "afterwork",
    "calme": "stress",
    "helps": "helps",
    "cequimaide": "helps",
    "sentences": "sentences",
    "phrases": "sentences",
    "messages": "messages",
    "forget": "leave",
    "oublier": "leave",
}

COMMANDS: Mapping[str, str] = {
    **{
        name: command.action
        for command in (*_FIRST, *_AT_THE_DESK, *_OWN, *_LAST)
        for name in command.names.values()
    },
    **_IN_NO_LIST,
}
"""By the name of a command, without its slash: what it does."""

FOR_ANYBODY: Sequence[Command] = (*_FIRST, *_OWN, *_LAST)
"""What stands in the list of whoever does not work here."""


def at_the_desk(person: Person) -> Sequence[Command]:
    """Return the commands for the work that somebody does here."""
    return tuple(one for one in _AT_THE_DESK if may_tap(one.action, person))


def listed(person: Person) -> Sequence[Command]:
    """Return what somebody finds in their list: their work first, and no tools they have not."""
    if not person.is_staff:
        return FOR_ANYBODY
    own = _OWN if Role.PARTICIPANT in person.roles else ()
    return (*_FIRST, *at_the_desk(person), *own, *_LAST)
