"""What was answered before is offered to be picked, instead of being typed once more."""

from bot.store import runs
from tests.services.conftest import Team
from tests.services.scenes import scene_of
from tests.services.stage import Phone
from tests.services.tour_of_exercises import begin, option

ID = "early-signs"


def labels(phone: Phone) -> list[str]:
    return [choice.label for choice in phone.bubbles[-1].choices]


async def answers_of(phone: Phone, step: str) -> list[str]:
    async with scene_of(phone) as scene:
        found = await runs.answers_of(scene.session, scene.member.id, (ID, step), limit=5)
        return list(found)


async def to_first_sign(phone: Phone, *body: str) -> None:
    """Choose signs of the body, one of the thoughts, and none of what one does."""
    await begin(phone, ID)
    for label in body:
        await phone.tap(label)
    await phone.choose("button-done")
    await phone.tap("la tête vide")
    await phone.choose("button-done", "button-done")


async def test_what_was_chosen_a_moment_ago_can_be_picked(team: Team) -> None:
    await to_first_sign(team.participant, "le cœur", "le ventre")
    shown = labels(team.participant)

    await team.participant.tap("«\xa0le ventre\xa0»")

    assert shown[:3] == ["«\xa0le cœur\xa0»", "«\xa0le ventre\xa0»", "«\xa0la tête vide\xa0»"]
    assert await answers_of(team.participant, "first") == ["le ventre"]


async def test_words_of_ones_own_are_taken_too(team: Team) -> None:
    await to_first_sign(team.participant)

    await team.participant.write("les mains froides")

    assert await answers_of(team.participant, "first") == ["les mains froides"]


async def test_an_option_that_says_nothing_by_itself_is_not_offered(team: Team) -> None:
    await begin(team.participant, ID)
    await team.participant.choose("button-more-answers")
    await team.participant.tap("rien")
    await team.participant.choose("button-done", "button-done", "button-done")

    assert labels(team.participant) == ["Retour", "Passer", "Arrêter ici"]


async def test_what_an_earlier_time_chose_comes_after_what_this_one_did(team: Team) -> None:
    await to_first_sign(team.participant, "le cœur")
    await team.participant.choose("button-skip", option("who", "me", ID))
    await team.participant.stage.pass_time(minutes=5)

    await to_first_sign(team.participant, "le ventre")

    assert labels(team.participant)[:2] == ["«\xa0le ventre\xa0»", "«\xa0le cœur\xa0»"]
