"""A tour through an exercise between two workshops, so that each of its buttons was shown once."""

from bot.domain.exercise import Exercise
from bot.domain.network import NETWORK_MAP
from bot.domain.thought_chart import THOUGHT_CHART
from bot.services import playing
from bot.services.delivering import drain
from tests.canaries import CANARY_TEXT, private
from tests.services.scenes import scene_of
from tests.services.stage import Phone


async def through_exercises(participant: Phone) -> None:
    """See a question with more answers than are shown at once."""
    await begin(participant, "stress-thermometer")
    await participant.choose(option("now", "tense"), option("highest", "morning"))
    await participant.choose("button-more-answers", "button-first-ones", option("what", "task"))
    await participant.tap("le cœur")
    await participant.choose("button-stop-here")
    await through_chart(participant)
    await through_network(participant)


async def through_chart(participant: Phone) -> None:
    """See the chart of thoughts, a row of it, and a picture."""
    await begin(participant, THOUGHT_CHART)
    await participant.choose(option("tension", "tense", THOUGHT_CHART))
    await participant.write(CANARY_TEXT)
    await participant.choose("button-stop-here")
    await participant.write("/tableau")
    await participant.choose("button-chart-row", "button-chart-picture")


async def through_network(participant: Phone) -> None:
    """See the map of people in both ways."""
    await begin(participant, NETWORK_MAP)
    await participant.write(private("Lou"))
    await participant.choose("button-stop-here")
    await participant.write("/exercices")
    await participant.choose("button-my-network", "button-network-words")


async def begin(phone: Phone, id_: str) -> Exercise:
    """Let an exercise begin, as whoever offers it would."""
    exercise = phone.stage.library.exercise(id_)
    assert exercise is not None
    async with scene_of(phone) as scene:
        await playing.first(scene, exercise)
    await drain(phone.stage.post)
    return exercise


def option(step: str, name: str, exercise: str = "stress-thermometer") -> str:
    """Return the key of an option of a step."""
    return f"{exercise}/steps/{step}/options/{name}"
