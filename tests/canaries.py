"""Names, sentences and ids that tests give to people, and that no log may ever hold.

Use them wherever a test needs something personal: the whole run's log is searched for them.
"""

CANARY_NAME = "Zéphyrine-Canari"
CANARY_OTHER_NAME = "Barnabé-Canari"
CANARY_TEXT = "le perroquet violet a mal dormi"
CANARY_ANSWER = "plutôt comme un canari mouillé"
CANARY_TOKEN = "7000000042:AAH-canary_canary_canary_canary_can"
CANARY_INVITATION = "canary-invitation-AAAA"

CANARY = "le canari "
"""How all begins that somebody writes for themselves, or for those alone whom they choose."""

CANARIES = (
    CANARY,
    CANARY_NAME,
    CANARY_OTHER_NAME,
    CANARY_TEXT,
    CANARY_ANSWER,
    CANARY_TOKEN,
    CANARY_INVITATION,
)

PERSON_IDS = range(7_000_000_000, 7_001_000_000)
"""The Telegram ids of test people; the sandbox gives its cast ids from here too."""


def private(place: str) -> str:
    """Return words that somebody writes in one place, and that stand in no other."""
    return f"{CANARY}{place}"
