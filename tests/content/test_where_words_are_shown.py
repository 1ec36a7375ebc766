import pytest

from bot.domain.message import Phrase
from bot.domain.people import Address, Language, Voice
from bot.library import Library, open_library
from bot.library.entries import Entries, read_words
from tests.library.content_folder import CONTENT

UNASKED = [
    "afterwork-due-1",
    "afterwork-due-2",
    "afterwork-due-3",
    "appointment-going",
    "board-word-thanked",
    "boosters-proposed",
    "checkin-due-1",
    "checkin-due-2",
    "checkin-due-3",
    "coach-left",
    "contact-asked",
    "contact-handed-over",
    "contact-handed-over-later",
    "contact-receipt",
    "contact-receipt-call",
    "contact-remind",
    "contact-unread",
    "cover-asked",
    "cover-over",
    "cover-refused",
    "digest",
    "digest-week",
    "discreet-message",
    "eased",
    "ended-by-coach",
    "erased",
    "evening",
    "evening-leaving",
    "group-chat-begins",
    "group-chat-bye",
    "group-chat-connected",
    "group-chat-gone",
    "group-chat-hello",
    "group-chat-taken",
    "group-chat-workshop",
    "group-date-moved",
    "group-homework-given",
    "group-joined",
    "group-lead-joined",
    "group-lead-over",
    "group-left-by-team",
    "group-member-left",
    "group-place-changed",
    "handed-over",
    "handover-done",
    "handover-offer",
    "handover-refused",
    "homework-day-proposal",
    "homework-easier-proposal",
    "homework-given",
    "homework-moment",
    "homework-reminder",
    "homework-thanked",
    "homework-word",
    "invite-not-confirmed",
    "invite-used",
    "job-coach-declined",
    "job-coach-taken",
    "job-coach-told",
    "job-offered",
    "job-offered-nothing",
    "leaving",
    "note-no-answer",
    "nudge",
    "offered-accepted",
    "offered-appointment",
    "offered-change",
    "offered-checkin",
    "offered-declined",
    "offered-other-time",
    "offered-words",
    "outing",
    "outing-cancelled",
    "outing-closed",
    "outing-tomorrow",
    "outing-without-chat",
    "outing-yours",
    "participant-left",
    "prepare",
    "proposal",
    "proposal-accepted",
    "proposal-declined",
    "proposal-other-time",
    "reminder-due",
    "reminder-due-shown",
    "role-ended",
    "role-ended-partly",
    "sentence-comes",
    "silence",
    "staff-word",
    "staff-word-group",
    "support-over",
    "technique-moment",
    "technique-proposal",
    "technique-reminder",
    "word-answered",
    "word-thanked",
    "workshop-dates",
    "workshop-moved",
    "workshop-place",
    "workshop-tomorrow",
]

COPIED = ["late-coach", "late-employer", "low-text-coach", "unwell-coach", "unwell-employer"]
TOASTS = [
    "toast-already",
    "toast-gone",
    "toast-members-only",
    "toast-no-more-snooze",
    "toast-outing-yours",
    "toast-over",
]
VOICES = [Voice(language=language, address=address) for language in Language for address in Address]


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library(CONTENT)


@pytest.fixture(scope="module")
def french() -> Entries:
    words, _ = read_words(CONTENT / "words" / f"{Language.FRENCH.value}.ftl")
    return words.entries


def test_what_comes_unasked_is_marked_and_nothing_else(french: Entries) -> None:
    marked = [key for key, entry in french.items() if "lock-screen" in entry.notes]

    assert sorted(marked) == UNASKED


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("key", COPIED)
def test_a_text_to_copy_is_no_longer_than_telegram_copies(
    library: Library, key: str, voice: Voice
) -> None:
    assert 0 < len(library.say(Phrase(key), voice)) <= 256


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("key", TOASTS)
def test_a_word_shown_for_a_moment_fits_on_the_screen(
    library: Library, key: str, voice: Voice
) -> None:
    assert 0 < len(library.say(Phrase(key), voice)) <= 200
