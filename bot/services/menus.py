"""What can be done from anywhere: the menu of each role, the help card, the switches of sharing."""

from bot.domain.message import Button, Message, Phrase
from bot.domain.people import Person, Role, Standing
from bot.domain.sharing import CHOOSABLE, Audience, Choices, Stream
from bot.services.scene import Scene

STREAMS = {
    (Stream.EXERCISES, Audience.COACH): (
        Phrase("button-exercises-shown"),
        Phrase("button-exercises-kept"),
    ),
    (Stream.WAKEUPS, Audience.COACH): (
        Phrase("button-wakeups-shown"),
        Phrase("button-wakeups-kept"),
    ),
    (Stream.CHECKINS, Audience.COACH): (
        Phrase("button-checkins-shown"),
        Phrase("button-checkins-kept"),
    ),
    (Stream.AFTERWORK, Audience.COACH): (
        Phrase("button-afterwork-shown"),
        Phrase("button-afterwork-kept"),
    ),
    (Stream.EXERCISES, Audience.FACILITATOR): (
        Phrase("button-facilitator-shown"),
        Phrase("button-facilitator-kept"),
    ),
}

TO_STRESS = (Button(Phrase("button-stress"), "stress"),)
TO_MENU = (Button(Phrase("button-menu"), "menu"),)
TO_HELP = (Button(Phrase("button-help"), "help"),)
TO_SETTINGS = (Button(Phrase("button-settings"), "settings"),)
TO_NEW_REMINDER = (Button(Phrase("button-new-reminder"), "remind"),)
TO_PLAN = (Button(Phrase("button-my-plan"), "myplan"),)
TO_CONTACT = (Button(Phrase("button-ask-contact"), "contact"),)
ANYWHERE = ((*TO_MENU, *TO_HELP),)


def menu(person: Person, *, has_coach: bool = True) -> Message:
    """Return the menu of somebody's roles.

    Who has no coach is not offered to ask for a contact: nobody would get it.
    """
    rows: tuple[tuple[Button, ...], ...] = ()
    if Role.COACH in person.roles:
        rows += (
            (Button(Phrase("button-my-people"), "people"),),
            TO_NEW_REMINDER,
            (Button(Phrase("button-invite"), "invite"),),
            (Button(Phrase("button-digest"), "digest"), Button(Phrase("button-cover"), "cover")),
        )
    if Role.FACILITATOR in person.roles:
        rows += ((Button(Phrase("button-my-groups"), "groups"),),)
    if Role.SUPERVISOR in person.roles:
        rows += ((Button(Phrase("button-overview"), "overview"),),)
    if Role.PARTICIPANT in person.roles:
        rows += (
            (Button(Phrase("button-checkin"), "checkin"),),
            TO_STRESS,
            (
                Button(Phrase("button-my-exercises"), "homework"),
                Button(Phrase("button-my-day"), "day"),
            ),
            (
                Button(Phrase("button-messages"), "messages"),
                Button(Phrase("button-sharing"), "privacy"),
            ),
            *((TO_CONTACT,) if has_coach else ()),
        )
    rows += ((*TO_SETTINGS, *TO_HELP),)
    return Message(says=Phrase("menu", {"name": person.name}), rows=rows)


def going_on(person: Person) -> Message:
    """Return what somebody is offered who is not in: to go on, or, on the way out, to stay."""
    if person.standing is Standing.LEAVING:
        return leaving()
    action = "welcome.language" if person.is_staff else "enrol.welcome"
    row = (Button(Phrase("button-continue"), action), *TO_HELP)
    return Message(says=Phrase("stranger"), rows=(row,))


def leaving() -> Message:
    """Return what somebody is offered who will be erased soon: to stay, or help."""
    rows = ((Button(Phrase("button-leave-undo"), "leave.undo"),), TO_HELP)
    return Message(says=Phrase("leave-soon"), rows=rows)


def help_card(scene: Scene, *, has_coach: bool, keyboard: bool = False) -> Message:
    """Return the help card of the country, for anybody; who works here goes on to the menu.

    Who has no coach is told of none, and is not offered to ask for a contact.
    """
    card = scene.deployment.library.help_text(
        scene.deployment.country, scene.chat.voice, has_coach=has_coach
    )
    is_inside = scene.person is not None and scene.person.standing is Standing.ACTIVE
    rows: tuple[tuple[Button, ...], ...] = ()
    if is_inside and not keyboard:
        rows = (TO_PLAN,) if Role.PARTICIPANT in scene.me.roles else (TO_MENU,)
    if is_inside and has_coach and not keyboard:
        rows += (TO_CONTACT,)
    return Message(says=Phrase("help-card", {"card": card}), rows=rows, keyboard=keyboard)


def sharing_rows(choices: Choices, action: str) -> tuple[tuple[Button, ...], ...]:
    """Return a switch for each stream that can be shown or kept; a tap turns it over."""
    return tuple((_switch(what, action, shown=choices.get(what, False)),) for what in CHOOSABLE)


def _switch(what: tuple[Stream, Audience], action: str, *, shown: bool) -> Button:
    stream, audience = what
    label = STREAMS[what][0 if shown else 1]
    return Button(label, action, {"stream": stream, "audience": audience, "shown": not shown})
