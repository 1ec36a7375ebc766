"""What a technique needs to know of a person, and what follows from what they say of it."""

from bot.domain import dialogue
from bot.services import supported, taking_turns
from bot.services.coping_cards import Around
from bot.services.questioning import Play
from bot.services.scene import Scene
from bot.store import sentences, toolboxes

SHOWN, SIGNS = 3, 120
"""How many sentences a card shows, the latest of those that are no longer than this."""


async def around(scene: Scene, play: Play) -> Around:
    """Return what can be read beside a technique."""
    library, country = scene.deployment.library, scene.deployment.country
    card = library.first_help(country, scene.chat.voice)
    has_coach = await supported.has_coach(scene)
    if not play.exercise.sentences:
        return Around(first_help=card, has_coach=has_coach)
    mine = await sentences.of_person(scene.session, scene.member.id)
    short = [one.text for one in mine if len(one.text) <= SIGNS]
    return Around(first_help=card, has_coach=has_coach, own=short[-SHOWN:])


async def note(scene: Scene, play: Play) -> None:
    """Put a technique aside that was worse, and take it back if somebody takes that back."""
    person = scene.member
    toolbox = await toolboxes.of_person(scene.session, person.id)
    given = dialogue.given(play.exercise, play.run)
    after = toolbox.after(play.exercise.id, play.kept.id, given)
    if after is not toolbox:
        await toolboxes.keep(scene.session, person.id, after, now=scene.now)
        await taking_turns.settle(scene)
