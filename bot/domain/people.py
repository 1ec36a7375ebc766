"""Who takes part: people, the chat each is reached in, and who supports whom."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.hours import Hours

INVITATION_LIFE = timedelta(hours=72)


class Role(StrEnum):
    """What somebody is here for."""

    PARTICIPANT = "participant"
    COACH = "coach"
    FACILITATOR = "facilitator"
    SUPERVISOR = "supervisor"


STAFF = frozenset({Role.COACH, Role.FACILITATOR, Role.SUPERVISOR})


class Language(StrEnum):
    """A language the companion speaks."""

    FRENCH = "fr"
    ENGLISH = "en"


class Address(StrEnum):
    """How French addresses a person."""

    VOUS = "vous"
    TU = "tu"


@dataclass(frozen=True, kw_only=True)
class Voice:
    """How somebody wants to be spoken to."""

    language: Language
    address: Address = Address.VOUS


class ChatKind(StrEnum):
    """Where a conversation takes place."""

    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, kw_only=True)
class Chat:
    """A conversation on Telegram; a stranger's has no person.

    In one that `is_discreet` what comes unasked says nothing until somebody wants to see it.
    """

    id: str
    telegram_id: int
    kind: ChatKind
    voice: Voice
    person_id: str | None
    shard: int
    reachable: bool
    is_discreet: bool = False


class Standing(StrEnum):
    """How far somebody has come in, or is on the way out: erased soon, silent until then."""

    ENROLLING = "enrolling"
    ACTIVE = "active"
    LEAVING = "leaving"


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who takes part; `hours` are a coach's contact hours, in `zone`."""

    id: str
    name: str
    roles: frozenset[Role]
    standing: Standing
    zone: str
    paused_until: datetime | None
    hours: Hours | None

    @property
    def is_staff(self) -> bool:
        """Whether this person works here, rather than being supported."""
        return bool(self.roles & STAFF)

    def is_paused(self, now: datetime) -> bool:
        """Whether the person asked for silence at this moment."""
        return self.paused_until is not None and now < self.paused_until


class InvitationState(StrEnum):
    """What became of an invitation."""

    OPEN = "open"
    CLAIMED = "claimed"
    USED = "used"
    REVOKED = "revoked"


NOBODY_IN = frozenset({InvitationState.OPEN, InvitationState.CLAIMED})
"""As long as nobody came in by it, an invitation can be taken back."""


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """A one-time way in for somebody; `invited_by` is None from the command line."""

    id: str
    role: Role
    name: str
    invited_by: str | None
    state: InvitationState
    expires_at: datetime
    claimed_by: str | None

    def opens_for(self, chat_id: str, now: datetime) -> bool:
        """Whether this chat may go in (again) now."""
        if now >= self.expires_at:
            return False
        return self.state is InvitationState.OPEN or (
            self.state is InvitationState.CLAIMED and self.claimed_by == chat_id
        )


class SupportState(StrEnum):
    """How it stands between a coach and a participant.

    One is asked whom a colleague would hand somebody over to.
    """

    ASKED = "asked"
    PENDING = "pending"
    ACTIVE = "active"
    ENDED = "ended"


@dataclass(frozen=True, kw_only=True)
class Support:
    """That a coach supports a participant; nothing is shown before the coach confirmed the name."""

    id: str
    coach_id: str
    participant_id: str
    state: SupportState
