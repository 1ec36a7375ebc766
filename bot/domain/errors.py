"""What can go wrong, in our own terms; raised anywhere, caught at an edge."""

from datetime import timedelta


class RelaisError(Exception):
    """Something that the program expects may happen."""


class InvalidRule(RelaisError):
    """A rule of recurrence that makes no sense."""


class InvalidHours(RelaisError):
    """Contact hours that make no sense."""


class UnknownZone(RelaisError):
    """No time zone of that name."""


class InvalidName(RelaisError):
    """A name of which nothing can be read."""


class NotAllowed(RelaisError):
    """Somebody asked for what is not theirs to see or to do."""


class NoSuchStaff(RelaisError):
    """Nobody of that name works here as that."""


class SeveralStaff(RelaisError):
    """Several who work here have that name."""


class Withdrawn(RelaisError):
    """What a message would tell is not to be told to whoever it is for, not any more."""


class NotApproved(RelaisError):
    """A text that would be used, and that nobody has signed off as it stands."""


class NotAnUpdate(RelaisError):
    """Something came from Telegram that cannot be read as an update."""


class InvalidKeyFile(RelaisError):
    """A key file in which no usable key stands."""


class Unsealable(RelaisError):
    """A sealed value that this key, or this row, does not open."""


class DatabaseAway(RelaisError):
    """The database cannot be used for now: gone, locked or full."""


class HeldByAnother(RelaisError):
    """Another process is at this just now."""


class AddressTaken(RelaisError):
    """Nobody can listen at this address and port: taken, or not this machine's."""


class DatabaseInUse(RelaisError):
    """Somebody else has the database open, and this can only be done alone."""


class DatabaseNotEmpty(RelaisError):
    """The database holds something that would be lost."""


class NotABackup(RelaisError):
    """A file that is no backup which this version can bring back."""


class ToolTrouble(RelaisError):
    """Another program that is needed did not do it; `why` is empty where it is not installed."""

    def __init__(self, tool: str, why: str = "") -> None:
        super().__init__(tool)
        self.tool = tool
        self.why = why


class WebhookRefused(RelaisError):
    """Telegram does not bring updates to this address."""


class DatabaseNotReady(RelaisError):
    """The database does not have the tables of this version."""


class PartsApart(RelaisError):
    """Parts of the program were to run apart on a database that only one process may use."""


class OutsideError(RelaisError):
    """Telegram did not simply accept; each kind has one consequence, in `domain/delivery.py`."""


class ChatGone(OutsideError):
    """The chat cannot be reached any more: blocked, deleted, or never started."""


class ChatMoved(ChatGone):
    """The group goes on under another Telegram id."""

    def __init__(self, new_id: int) -> None:
        super().__init__("the group has moved")
        self.new_id = new_id


class Refused(OutsideError):
    """This message will never be accepted; others may."""


class SlowDown(OutsideError):
    """Too much for now: nothing to this chat for a window."""

    def __init__(self, window: timedelta) -> None:
        super().__init__("slow down")
        self.window = window


class TryLater(OutsideError):
    """It did not work this time; `perhaps_sent` when Telegram may have it all the same."""

    def __init__(self, *, perhaps_sent: bool) -> None:
        super().__init__("try later")
        self.perhaps_sent = perhaps_sent


class Stopped(OutsideError):
    """The token is not accepted: nothing can be sent or received."""
