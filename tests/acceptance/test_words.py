"""A word from the coach over the Bot API: read again first, answered, and read within hours."""

from datetime import UTC, datetime

from tests.acceptance.desk import ENGLISH, FRENCH, comes_to_work, is_brought_in
from tests.acceptance.stage import Stage
from tests.canaries import CANARY_NAME, CANARY_OTHER_NAME, CANARY_TEXT
from tests.services.plays import ON_SQLITE

pytestmark = ON_SQLITE

EVENING = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
NINE = datetime(2026, 11, 24, 8, 0, 5, tzinfo=UTC)


async def test_a_word_to_one_and_to_several_in_french(stage: Stage) -> None:
    coach = await comes_to_work(stage, "Nadia", FRENCH)
    person = await is_brought_in(stage, coach, FRENCH)
    other = await is_brought_in(stage, coach, FRENCH, name=CANARY_OTHER_NAME)
    await coach.write("/menu")
    await coach.tap("Personnes accompagnées", CANARY_NAME, "Écrire un mot")
    await coach.write("Bon courage pour demain.")
    assert "Rien n’est encore envoyé" in coach.screen
    assert "Nadia vous écrit" not in person.screen
    await coach.tap("Envoyer")
    await person.reads("Nadia vous écrit.\n\nBon courage pour demain.")
    await person.tap("Répondre")
    await person.write(CANARY_TEXT)
    await person.reads("Nadia reçoit votre réponse maintenant")
    await coach.reads(f"{CANARY_NAME} vous répond.")
    assert CANARY_TEXT in coach.screen

    await coach.write("/menu")
    await coach.tap("Personnes accompagnées", "Écrire à plusieurs", CANARY_NAME)
    await coach.tap(CANARY_OTHER_NAME, "Continuer")
    await coach.write("Le bureau est fermé vendredi.")
    assert "Pour 2 personnes" in coach.screen
    await coach.tap("Envoyer")
    for phone in (person, other):
        await phone.reads("Le bureau est fermé vendredi.")
        assert "CANARI" not in phone.screen.upper()

    await stage.go_to(EVENING)
    await person.tap("Répondre")
    await person.write("Merci, à lundi.")
    assert "Nadia peut lire votre réponse mardi 24 novembre à partir de 09:00" in person.screen
    await stage.go_to(NINE)
    await coach.reads("Merci, à lundi.")


async def test_a_word_to_one_and_to_several_in_english(stage: Stage) -> None:
    coach = await comes_to_work(stage, "Nadia", ENGLISH)
    person = await is_brought_in(stage, coach, ENGLISH)
    other = await is_brought_in(stage, coach, ENGLISH, name=CANARY_OTHER_NAME)
    await coach.write("/menu")
    await coach.tap("People I support", "Write to several", CANARY_NAME)
    await coach.tap(CANARY_OTHER_NAME, "Continue")
    await coach.write("The office is closed on Friday.")
    assert "Nothing is sent yet" in coach.screen
    await coach.tap("Change")
    await coach.write("The office is closed on Monday.")
    await coach.tap("Send")
    for phone in (person, other):
        await phone.reads("Nadia writes to you.\n\nThe office is closed on Monday.")
        assert not [one for one in phone.messages if "Friday" in one.words]

    await person.tap("Answer")
    await person.write(CANARY_TEXT)
    await person.reads("Nadia gets your answer now")
    await coach.reads(f"{CANARY_NAME} answers you.")
    await coach.tap("Answer")
    await coach.write("Let us talk about it.")
    await coach.tap("Send")
    await person.reads("Let us talk about it.")
    assert "talk about it" not in other.screen

    await stage.go_to(EVENING)
    await other.tap("Answer")
    await other.write("Thanks, see you.")
    assert "Nadia can read your answer Tuesday 24 November from 09:00 on" in other.screen
    await stage.go_to(NINE)
    await coach.reads("Thanks, see you.")
