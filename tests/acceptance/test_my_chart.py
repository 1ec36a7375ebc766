"""The chart of thoughts and the people around somebody, over the Bot API."""

from tests.acceptance.stage import Phone, Stage
from tests.acceptance.test_homework import a_french_team, plain
from tests.acceptance.test_my_days import pictures
from tests.canaries import CANARY_ANSWER, CANARY_NAME

GIVE = ("Personnes", CANARY_NAME, "Exercices", "Proposer un exercice")


async def given(coach: Phone, *taps: str) -> None:
    await coach.write("/menu")
    await coach.tap(*GIVE, *taps, "Proposer")


def assert_nobody_read(coach: Phone) -> None:
    assert not any(CANARY_ANSWER in one.words for one in coach.messages)


async def test_what_was_filled_in_is_a_row_and_a_picture_to_bring_along(stage: Stage) -> None:
    coach, person = await a_french_team(stage)
    await given(coach, "3", "Mon tableau")
    await person.reads("Nadia vous propose un exercice.")
    await person.tap("Commencer", "petite tension")
    await person.write(CANARY_ANSWER)
    await person.tap("tristesse", "beaucoup", "on ne veut pas", "plutôt")
    await person.tap("aucun", "aucun", "il y a peut-être", "un peu", "un peu", "attendre")

    await person.tap("Relire mon tableau")
    assert f"• Situation : {CANARY_ANSWER}" in plain(person)
    await person.tap(CANARY_ANSWER, "En image")

    [picture] = pictures(person)
    assert picture.photo is not None
    assert picture.photo.content.startswith(b"\x89PNG")
    assert CANARY_ANSWER in picture.words
    assert_nobody_read(coach)


async def test_who_was_noted_stands_on_the_map(stage: Stage) -> None:
    coach, person = await a_french_team(stage)
    await given(coach, "À tout moment", "Autour de moi")
    await person.reads("Nadia vous propose un exercice.")
    await person.tap("Commencer")
    await person.write(CANARY_ANSWER)
    await person.tap("très proche", "la famille", "de l’écoute", "Terminé", "Passer")

    await person.tap("Autour de moi")

    [picture] = pictures(person)
    assert picture.photo is not None
    assert f"• très proche : {CANARY_ANSWER}" in picture.words.replace("\xa0", " ")
    assert_nobody_read(coach)
