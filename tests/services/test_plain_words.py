"""Which plain words lead somewhere, and for whom."""

import pytest

from bot.domain.people import Address, Language, Person, Role, Standing, Voice
from bot.library import Library
from bot.services.plain_words import meant_by

FRENCH = Voice(language=Language.FRENCH)
ENGLISH = Voice(language=Language.ENGLISH)
TU = Voice(language=Language.FRENCH, address=Address.TU)


def somebody(*roles: Role, standing: Standing = Standing.ACTIVE) -> Person:
    return Person(
        id="person",
        name="Camille",
        roles=frozenset(roles),
        standing=standing,
        zone="Europe/Paris",
        paused_until=None,
        hours=None,
    )


COACH = somebody(Role.COACH)
FACILITATOR = somebody(Role.FACILITATOR)
PARTICIPANT = somebody(Role.PARTICIPANT)
ENROLLING = somebody(Role.COACH, standing=Standing.ENROLLING)


@pytest.mark.parametrize(
    ("text", "person", "voice", "expected"),
    [
        ("langue", PARTICIPANT, FRENCH, "language"),
        ("Réglages !", COACH, FRENCH, "settings"),
        ("REGLAGES", COACH, TU, "settings"),
        ("settings", COACH, FRENCH, "settings"),
        ("personnes", COACH, FRENCH, "people"),
        ("Personnes accompagnées.", COACH, FRENCH, "people"),
        ("People I support", COACH, ENGLISH, "people"),
        ("nouveau rappel", COACH, FRENCH, "remind"),
        ("/réglages", COACH, FRENCH, "settings"),
        ("créer un groupe", FACILITATOR, FRENCH, "group.new"),
        ("mes données", PARTICIPANT, FRENCH, "mydata"),
        ("Qui voit quoi ?", PARTICIPANT, FRENCH, "privacy"),
        ("who sees what", PARTICIPANT, ENGLISH, "privacy"),
        ("personnes", PARTICIPANT, FRENCH, None),
        ("personnes", FACILITATOR, FRENCH, None),
        ("groupes", COACH, FRENCH, None),
        ("personnes", ENROLLING, FRENCH, None),
        ("mes personnes", COACH, FRENCH, None),
        ("je pense à mes groupes", FACILITATOR, FRENCH, None),
        ("", COACH, FRENCH, None),
        ("!?", COACH, FRENCH, None),
        ("langue" * 600, COACH, FRENCH, None),
    ],
)
def test_words_mean_what_is_called_so(
    library: Library, text: str, person: Person, voice: Voice, expected: str | None
) -> None:
    assert meant_by(text, person, library=library, voice=voice) == expected
