"""How texts are written for tired people, as far as it can be measured.

A rule is waived for one key by a comment above it that names the rule and says why, such as
`# long: three numbers have to be shown together`.
"""

import re
from collections.abc import Iterator

from bot.domain.people import Language
from bot.library import french
from bot.library.avoiding import Avoid
from bot.library.entries import Entries, Entry
from bot.library.faults import Fault
from bot.library.patterns import texts

MESSAGE_WORDS = 50
SENTENCE_WORDS = 20
LABEL_WORDS = 3
LABEL_WORDS_AT_MOST = 4
LABEL_SIGNS = 24
OPTION_SIGNS = 40

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_WORD = re.compile(r"\w")


def length(entry: Entry, entries: Entries) -> Iterator[Fault]:
    """Yield messages and sentences that are too long; `long: why` waives it."""
    if "long" in entry.notes:
        return
    for text in texts(entry, entries):
        if count_words(text) > MESSAGE_WORDS:
            yield entry.fault(f"has {count_words(text)} words; {MESSAGE_WORDS} at most")
        for sentence in _SENTENCE_END.split(text):
            if count_words(sentence) > SENTENCE_WORDS:
                yield entry.fault(f"has a sentence of {count_words(sentence)} words: {sentence}")


def labels(entry: Entry, entries: Entries) -> Iterator[Fault]:
    """Yield labels of buttons that are too long; `label: why` allows one word more."""
    if entry.key.startswith(("button-", "keyboard-")):
        yield from label(entry, entries)


def label(entry: Entry, entries: Entries) -> Iterator[Fault]:
    """Yield what is too long about a label."""
    words = LABEL_WORDS_AT_MOST if "label" in entry.notes else LABEL_WORDS
    for text in texts(entry, entries):
        if count_words(text) > words:
            yield entry.fault(f"is a button of {count_words(text)} words; {words} at most")
        if len(text) > LABEL_SIGNS:
            yield entry.fault(f"is a button of {len(text)} signs; {LABEL_SIGNS} at most")


def sentence(entry: Entry, entries: Entries) -> Iterator[Fault]:
    """Yield a sentence that is too long to be tapped."""
    for text in texts(entry, entries):
        if len(text) > OPTION_SIGNS:
            yield entry.fault(f"is an option of {len(text)} signs; {OPTION_SIGNS} at most")


def signs(text: str, language: Language) -> Iterator[str]:
    """Yield what is wrong with the signs of a text."""
    for sign, name in (
        ("'", "a straight apostrophe"),
        ('"', "a straight quote"),
        ("·", "a middle dot"),
        ("%", "a percentage"),
        ("...", "three dots instead of …"),
    ):
        if sign in text:
            yield f"has {name}"
    if language is Language.FRENCH:
        yield from french.typography(text)


def lock_screen(
    entry: Entry, entries: Entries, *, language: Language, avoid: Avoid
) -> Iterator[Fault]:
    """Yield what a first line gives away, for the keys marked `lock-screen`."""
    if "lock-screen" not in entry.notes:
        return
    for text in texts(entry, entries):
        for word in avoid.revealing(text.split("\n", 1)[0], language):
            yield entry.fault(f"shows “{word}” on a lock screen")


def count_words(text: str) -> int:
    """Return how many words a text has; a variable counts as one."""
    return sum(1 for part in text.split() if _WORD.search(part))
