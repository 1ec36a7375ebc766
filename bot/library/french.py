"""What is particular to written French: spaces, and the two forms of address."""

import re
from collections.abc import Iterator

_VOUS = re.compile(
    r"(?<!\w)((?<!rendez-)vous|votre|vos|(?!chez\b|assez\b|nez\b|rez\b|rendez-vous\b)\w{2,}ez)"
    r"(?!\w)",
    re.IGNORECASE,
)
_TU = re.compile(r"(?<!\w)(tu|te|t’\w+|toi|ton|ta|tes)(?!\w)", re.IGNORECASE)
_NO_SPACE = re.compile(r"[^\s?!:;]*[^\N{NO-BREAK SPACE}?!:;][;?!:]+(?=\s|$)")
_OPENING = re.compile(r"«(?!\N{NO-BREAK SPACE})")
_CLOSING = re.compile(r"(?<!\N{NO-BREAK SPACE})»")
_DOUBLED_GENDER = re.compile(r"\w+(?:\((?:e|ne|le|trice|euse)s?\)|-e-?s?\b|/(?:e|ne|le)s?\b)")


def typography(text: str) -> Iterator[str]:
    """Yield what is wrong with the spaces and signs of a French text."""
    if found := _NO_SPACE.search(text):
        yield f"has no no-break space before the sign in “{found[0]}”"
    if _OPENING.search(text) or _CLOSING.search(text):
        yield "has no no-break space inside « »"
    if found := _DOUBLED_GENDER.search(text):
        yield f"doubles the gender in “{found[0]}”: write around it"


def vous_in(text: str) -> str | None:
    """Return the first word that says *vous* to somebody, or None."""
    found = _VOUS.search(text)
    return found[0] if found else None


def tu_in(text: str) -> str | None:
    """Return the first word that says *tu* to somebody, or None."""
    found = _TU.search(text)
    return found[0] if found else None
