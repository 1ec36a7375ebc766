"""An exercise over the Bot API: given, planned, brought back, paused, done, seen, thanked."""

from datetime import UTC, datetime

from bot.domain.people import Role
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_ANSWER, CANARY_NAME

TUESDAY_AT_NINE = datetime(2026, 11, 24, 8, 0, 5, tzinfo=UTC)
DECEMBER = datetime(2026, 12, 15, 8, 0, 5, tzinfo=UTC)


async def test_an_exercise_with_vous_is_planned_paused_done_and_seen(stage: Stage) -> None:
    coach, person = await a_french_team(stage)
    await coach.write("/menu")
    await coach.tap("Personnes", CANARY_NAME, "Exercices", "Proposer un exercice", "1")
    await coach.tap("Mes premiers signes", "Proposer")
    await person.reads("Nadia vous propose un exercice.")
    await person.tap("Plus tard", "Demain")
    await person.write("9h")
    await person.tap("Après le café", "La fatigue")
    assert "Après le café, je fais « Mes premiers signes »." in plain(person)

    await stage.go_to(TUESDAY_AT_NINE)
    assert plain(person).startswith("C’est le moment que vous avez choisi.")
    await person.tap("Commencer", "le cœur", "Terminé", "Arrêter ici")
    await stage.go_to(DECEMBER)
    await person.write("/exercices")
    assert "commencé, à reprendre" in person.screen
    await person.tap("Mes premiers signes", "Continuer", "Passer", "Passer")
    await person.write(CANARY_ANSWER)
    await person.tap("Passer")
    assert "Était-ce utile" in person.screen
    await person.tap("Un peu", "Seulement")

    await coach.write("/menu")
    await coach.tap("Personnes", CANARY_NAME, "Exercices")
    assert "• Mes premiers signes : fait" in plain(coach)
    await coach.tap("Merci")
    await person.reads("Nadia vous dit merci.")
    assert not any(CANARY_ANSWER in one.words for one in coach.messages)


async def test_in_english_answers_are_read_once_the_person_shows_them(stage: Stage) -> None:
    coach, person = stage.phone("Nadia", "en"), stage.phone("Someone", "en")
    await coach.open(await stage.relais.invite(Role.COACH, "Nadia"))
    await coach.tap("English", "Yes", "09:00")
    await coach.reads("What would you like to do")
    await coach.tap("Invite")
    await invited(coach, person)
    await person.tap("Continue", "I understand", "I agree", "The essential", "Yes")
    await coach.reads("has been used")
    await coach.tap("Yes")

    await coach.write("/menu")
    await coach.tap("People", CANARY_NAME, "Exercises", "Suggest an exercise", "1")
    await coach.tap("My first signs", "Suggest")
    await person.reads("Nadia suggests an exercise to you.")
    await person.tap("Start now", "Skip", "Skip", "Skip")
    await person.write(CANARY_ANSWER)
    await person.tap("Skip")
    await person.reads("Was this useful?")
    await person.tap("Yes", "Keep it private")
    await coach.write("/menu")
    await coach.tap("People", CANARY_NAME, "Exercises")
    assert "My first signs: suggested" in coach.screen

    await person.write("/exercises")
    await person.tap("My first signs", "Who sees it", "Everything")
    assert "your answers are seen too" in person.screen
    await coach.write("/menu")
    await coach.tap("People", CANARY_NAME, "Exercises", "Answers: My first signs")
    assert CANARY_ANSWER in coach.screen
    await person.write("/privacy")
    await person.tap("Who looked")
    assert "Nadia" in person.screen


async def a_french_team(stage: Stage) -> tuple[Phone, Phone]:
    """Let Nadia in, and somebody whom she supports and who is told vous."""
    coach, person = stage.phone("Nadia"), stage.phone("Someone")
    await coach.open(await stage.relais.invite(Role.COACH, "Nadia"))
    await coach.tap("Français", "Oui", "09:00")
    await coach.reads("Que voulez-vous faire")
    await coach.tap("Inviter")
    await invited(coach, person)
    await person.tap("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Vous", "Oui")
    await coach.reads("est utilisée")
    await coach.tap("Oui")
    return coach, person


async def invited(coach: Phone, person: Phone) -> None:
    """Let the coach invite somebody, who opens the link."""
    await coach.write(CANARY_NAME)
    await coach.reads("?start=")
    await person.open(coach.link())


def plain(phone: Phone) -> str:
    """Return what stands on a screen, with usual spaces."""
    return phone.screen.replace("\N{NO-BREAK SPACE}", " ")
