"""What taps and words do in an exercise; nothing that was answered gets lost.

Each button knows its turn: a second tap changes nothing, and a tap on an older question is told
which one is asked now. Words answer the question that is asked; where they cannot, those that come
soon after an answer in words are added to it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from bot.domain import dialogue
from bot.domain.dialogue import WAITING, Run, RunState
from bot.domain.exercise import WRITTEN, Step
from bot.domain.message import Phrase, Plain
from bot.services import helping, playing, questioning, understanding
from bot.services.questioning import Play
from bot.services.saying import say
from bot.services.scene import Scene
from bot.store import deliveries

Move: TypeAlias = Callable[[Play], Run]
Told: TypeAlias = Callable[[Play], Phrase | None]


async def go_on(scene: Scene, args: Plain) -> Phrase | None:
    """Ask what is asked now, however long ago it was interrupted."""
    play = await playing.found(scene, str(args["run"]))
    if play is None or play.run.state is RunState.LEFT:
        return Phrase("toast-gone")
    if play.run.state is RunState.FINISHED:
        return Phrase("toast-already")
    await playing.go_to(scene, play, dialogue.resume(_fitted(play)))
    return None


async def answer(scene: Scene, args: Plain) -> Phrase | None:
    """Take an answer that was tapped."""
    tapped = str(args["answer"])

    def move(play: Play) -> Run:
        step = dialogue.question(play.exercise, play.run)
        is_example = step and step.kind in WRITTEN and tapped in step.options
        said = understanding.said_by(scene, play, tapped) if is_example else tapped
        return dialogue.answer(play.exercise, play.run, said)

    return await _tapped(scene, args, move)


async def mark(scene: Scene, args: Plain) -> Phrase | None:
    """Choose one of several options, or choose it no more; one too many is told so."""
    option, chosen = str(args["option"]), bool(args["chosen"])

    def told(play: Play) -> Phrase | None:
        step = dialogue.question(play.exercise, play.run)
        if step is None or not chosen or not dialogue.is_full(play.exercise, play.run, option):
            return None
        return Phrase("run-at-most", {"count": step.at_most})

    return await _tapped(
        scene,
        args,
        lambda play: dialogue.mark(play.exercise, play.run, option, chosen=chosen),
        told=told,
    )


async def page(scene: Scene, args: Plain) -> Phrase | None:
    """Show others of the answers that can be tapped."""
    return await _tapped(scene, args, lambda play: play.run)


async def keep(scene: Scene, args: Plain) -> Phrase | None:
    """Go on with the answer as it stands."""
    return await _tapped(scene, args, lambda play: dialogue.go_forward(play.exercise, play.run))


async def skip(scene: Scene, args: Plain) -> Phrase | None:
    """Go on without an answer."""
    return await _tapped(scene, args, lambda play: dialogue.skip(play.exercise, play.run))


async def back(scene: Scene, args: Plain) -> Phrase | None:
    """Ask the question before."""
    return await _tapped(scene, args, lambda play: dialogue.back(play.exercise, play.run))


async def stop(scene: Scene, args: Plain) -> Phrase | None:
    """Stop here; what was answered stays."""
    return await _tapped(scene, args, lambda play: dialogue.stop(play.run))


async def usual(scene: Scene, args: Plain) -> Phrase | None:
    """Answer as the last time."""
    play = await playing.found(scene, str(args["run"]))
    earlier = await playing.last_time(scene, play) if play else {}
    return await _tapped(
        scene, args, lambda play: dialogue.repeat(play.exercise, play.run, earlier)
    )


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Take words that were typed: an answer, more of the last one, or neither."""
    play = await playing.found(scene, str(details["run"]))
    if play is None or play.run.state not in {RunState.OPEN, RunState.FINISHED}:
        await helping.typed_elsewhere(scene, text)
        return
    play = play.moved(_fitted(play))
    if await _answered(scene, play, text) or await _added(scene, play, details, text=text):
        return
    step = dialogue.question(play.exercise, play.run)
    if step is None:
        if not scene.worries:
            await helping.typed_elsewhere(scene, text)
        return
    message = await playing.now(scene, play)
    await say(scene, questioning.after(Phrase(understanding.again(step)), message))


async def _tapped(
    scene: Scene, args: Plain, move: Move, *, told: Told | None = None
) -> Phrase | None:
    """Move a run as a button of the question that is asked wants it; `told` is said before it."""
    play = await playing.found(scene, str(args["run"]))
    if play is None:
        return Phrase("toast-gone")
    play = replace(play, page=int(args.get("page", 0)))
    fitted, turn = _fitted(play), int(args["turn"])
    if play.run.state in WAITING and fitted is not play.run:
        await playing.go_to(scene, play, fitted, first=Phrase("run-changed"))
    elif turn == play.run.turn and play.run.state is not RunState.LEFT:
        await playing.go_to(scene, play, move(play), first=told(play) if told else None)
    elif turn == play.run.turn - 1:
        return Phrase("toast-already")
    else:
        await playing.explain(scene, play)
    return None


async def _answered(scene: Scene, play: Play, text: str) -> bool:
    """Take words as the answer to the question that is asked, if they are one."""
    step = dialogue.question(play.exercise, play.run)
    value = understanding.understood(scene, play, text) if step else None
    if step is None or value is None:
        return False
    said = step if step.kind in WRITTEN else None
    cut = _cut(step) if said and len(text) > step.limit else None
    run = dialogue.answer(play.exercise, play.run, value)
    await playing.go_to(scene, play, run, said=said, first=cut)
    return True


async def _goes_on(scene: Scene, play: Play, details: Plain) -> bool:
    """Whether words are more of what was just said: soon after it, with nothing in between.

    What worries after the end is no answer any more: it is answered with help, and kept nowhere.
    """
    asked = datetime.fromisoformat(str(details["asked"]))
    if scene.now > asked + playing.ADDED_WITHIN:
        return False
    if scene.worries and play.run.state is RunState.FINISHED:
        return False
    return not await deliveries.told_since(scene.session, scene.chat.id, since=asked, now=scene.now)


async def _added(scene: Scene, play: Play, details: Plain, *, text: str) -> bool:
    """Add words to the answer just given in words, if there was one a short time ago."""
    step = next((one for one in play.exercise.steps if one.id == details["said"]), None)
    if step is None or not await _goes_on(scene, play, details):
        return False
    run = dialogue.add(play.exercise, play.run, step.id, more=text)
    if run is play.run:
        return False
    is_whole = str(run.answers[step.id]).endswith(text)
    first = Phrase("run-added") if is_whole else _cut(step)
    await playing.go_to(scene, play, run, said=step, first=first)
    return True


def _cut(step: Step) -> Phrase:
    return Phrase("run-cut", {"limit": step.limit})


def _fitted(play: Play) -> Run:
    return dialogue.fit_to(play.exercise, play.run)
