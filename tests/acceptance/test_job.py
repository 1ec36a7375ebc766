"""A phase of work over the Bot API: noted in two taps, its reminders chosen, one of them comes."""

from datetime import UTC, datetime

from tests.acceptance.desk import ENGLISH, FRENCH, comes_to_work, is_brought_in
from tests.acceptance.stage import Stage
from tests.canaries import CANARY_NAME
from tests.services.plays import ON_SQLITE

pytestmark = ON_SQLITE

THE_EVE = datetime(2026, 11, 29, 17, 5, tzinfo=UTC)


async def test_a_job_begins_in_french(stage: Stage) -> None:
    nadia = await comes_to_work(stage, "Nadia", FRENCH)
    person = await is_brought_in(stage, nadia, FRENCH)
    await nadia.write("/menu")
    await nadia.tap("Personnes accompagnées", CANARY_NAME, "Étape de travail", "Commence lundi")
    assert f"C’est noté pour {CANARY_NAME}" in nadia.screen
    await person.reads("Nadia vous propose des rappels.")
    await person.tap("Tout prendre")
    assert "8 rappels sont en place" in person.screen
    await nadia.reads(f"{CANARY_NAME} a choisi 8 rappels.")

    await stage.go_to(THE_EVE)

    await person.reads("Rappel")
    await person.write("/travail")
    assert "Votre coach le voit" in person.screen


async def test_an_interview_comes_up_in_english(stage: Stage) -> None:
    nadia = await comes_to_work(stage, "Nadia", ENGLISH)
    person = await is_brought_in(stage, nadia, ENGLISH)
    await person.write("/job")
    await person.reads("Where are you with work?")
    await person.tap("An interview", "Tomorrow")
    assert "Noted: interview on" in person.screen
    await person.tap("Choose", "1", "Done")
    assert "One reminder is set" in person.screen
    await person.write("/job")
    assert "Nobody else sees it" in person.screen
    await person.tap("Tell my coach")
    await nadia.reads(f"{CANARY_NAME} tells you where they are with work.")
    await nadia.write("/menu")
    await nadia.tap("People I support", CANARY_NAME)
    assert "Work: interview on" in nadia.screen
