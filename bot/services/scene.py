"""What a service is given when somebody acts: the session, the moment, who acts and where."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot.domain.delivery import Delivery
from bot.domain.errors import NotAllowed
from bot.domain.message import Phrase, Plain
from bot.domain.people import Chat, Person, Role, Standing
from bot.domain.schedule import local, zone
from bot.services.deployment import Deployment
from bot.services.planning import Planner
from bot.services.ports import Bell
from bot.store.db import Session


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One update being handled: all that happens in it is one transaction.

    `tapped` is the delivery whose button was tapped; `sender` is the name Telegram shows for
    whoever wrote, `first_name` the first of it: never kept without their consent. In a group,
    `chat` is that of the group and `person` who acts there. `act` does what a button of that
    action would do, for words typed instead of a tap. It `worries` where the words that are
    answered may mean that somebody needs help now.
    """

    session: Session
    now: datetime
    chat: Chat
    person: Person | None
    bell: Bell
    planner: Planner
    deployment: Deployment
    act: "Action"
    sender: str = ""
    first_name: str = ""
    tapped: Delivery | None = None
    worries: bool = False

    @property
    def me(self) -> Person:
        """Whoever acts; raises NotAllowed for a stranger."""
        if self.person is None:
            raise NotAllowed("a stranger")
        return self.person

    @property
    def member(self) -> Person:
        """Whoever acts and has come in completely; raises NotAllowed for others."""
        if self.me.standing is not Standing.ACTIVE:
            raise NotAllowed("not enrolled")
        return self.me

    @property
    def coach(self) -> Person:
        """Whoever acts, who is a coach; raises NotAllowed for others."""
        if Role.COACH not in self.member.roles:
            raise NotAllowed("not a coach")
        return self.member

    @property
    def staff(self) -> Person:
        """Whoever acts, who works here; raises NotAllowed for others."""
        if not self.member.is_staff:
            raise NotAllowed("not staff")
        return self.member

    @property
    def facilitator(self) -> Person:
        """Whoever acts, who is a facilitator; raises NotAllowed for others."""
        if Role.FACILITATOR not in self.member.roles:
            raise NotAllowed("not a facilitator")
        return self.member

    @property
    def supervisor(self) -> Person:
        """Whoever acts, who is a supervisor; raises NotAllowed for others."""
        if Role.SUPERVISOR not in self.member.roles:
            raise NotAllowed("not a supervisor")
        return self.member

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which whoever acts lives."""
        return zone(self.person.zone if self.person else self.deployment.zone)

    @property
    def today(self) -> date:
        """The day it is for whoever acts."""
        return local(self.now, self.zone).date()


Action: TypeAlias = Callable[[Scene, str, Plain], Awaitable[Phrase | None]]

Handler: TypeAlias = Callable[[Scene, Plain], Awaitable[Phrase | None]]
"""What a tap does; the phrase it returns is shown for a moment on the screen that was tapped."""

Reader: TypeAlias = Callable[[Scene, Plain, str], Awaitable[bool | None]]
"""What typed words do, given what the question was about; True where they went to somebody."""
