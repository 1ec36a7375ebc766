"""The end of an exercise: what came of it, whether it was useful, who sees what of it."""

from collections.abc import Mapping
from dataclasses import replace

from bot.domain import dialogue
from bot.domain.assignment import Assignment, Useful
from bot.domain.errors import NotAllowed
from bot.domain.homework import Outcome
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.sharing import Share
from bot.services import (
    homework_again,
    homework_calm,
    homework_cards,
    homework_given,
    keepsakes,
    menus,
    supported,
)
from bot.services.homework_given import Given
from bot.services.homework_labels import SHARES, USEFUL
from bot.services.questioning import Play, Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import assignments, runs

SHARED: Mapping[Share, Phrase] = {
    Share.EVERYTHING: Phrase("homework-shares-everything"),
    Share.STATE: Phrase("homework-shares-state"),
    Share.NOTHING: Phrase("homework-shares-nothing"),
}


async def with_more(scene: Scene, play: Play, message: Message) -> Message:
    """Return what is said in the end, with the question that follows if it was given to somebody.

    Where nothing was answered that counts, it goes on as it was.
    """
    found = await assignments.of_run(scene.session, play.kept.id)
    came = dialogue.outcome(play.exercise, play.run)
    if found is None or came is None:
        return message
    await homework_given.bring_no_more(scene, found)
    if found.is_success:
        await homework_given.keep(scene, found.ended(_best(found, came), scene.now))
        return message
    found = found.begun(play.kept.id, scene.now).gone_through(came)
    wanted = play.exercise.homework.times if play.exercise.homework else 1
    if found.rounds < wanted:
        await homework_given.keep(scene, found)
        return _once_more(found, wanted, message)
    await homework_given.keep(scene, found.ended(_best(found, came), scene.now))
    await homework_again.plan(scene, play)
    return _is_useful(found, message)


async def enough(scene: Scene, args: Plain) -> Phrase | None:
    """End what was done less often than wished for: that counts."""
    given = await homework_given.own(scene, args)
    came = so_far(given)
    if not given.assignment.is_ongoing or came is None:
        return Phrase("toast-already")
    await homework_given.bring_no_more(scene, given.assignment)
    await homework_given.keep(scene, given.assignment.ended(came, scene.now))
    await runs.leave(scene.session, scene.member.id, given.assignment.exercise)
    await show(scene, _is_useful(given.assignment, Message(says=Phrase("homework-enough"))))
    return None


def so_far(given: Given) -> Outcome | None:
    """Return what came of it so far: of the rounds before, or of the one that waits."""
    if given.assignment.outcome or given.run is None or given.exercise is None:
        return given.assignment.outcome
    return dialogue.outcome(given.exercise, given.run.run)


async def useful(scene: Scene, args: Plain) -> Phrase | None:
    """Note whether it was useful; what made things worse leads to something that calms."""
    given = await homework_given.own(scene, args)
    if given.assignment.is_ongoing:
        return Phrase("toast-gone")
    said = Useful(args["useful"])
    await homework_given.keep(scene, replace(given.assignment, useful=said))
    if said is Useful.WORSE:
        shares = Button(Phrase("button-who-sees-it"), "homework.shares", given.about)
        await show(scene, await homework_calm.after_worse(scene, (shares,)))
    else:
        await shares_of(scene, args)
    return None


async def shares_of(scene: Scene, args: Plain) -> None:
    """Ask what may be seen of it; answers of a private one are not offered."""
    given = await homework_given.own(scene, args)
    now = given.assignment.shares or Share.STATE
    rows: Rows = tuple(
        (Button(_label(one, label, now), "homework.share", {**given.about, "share": one.value}),)
        for one, label in SHARES.items()
        if one is not Share.EVERYTHING or _may_be_shared(given)
    )
    values: Values = {"title": given.title, "who": await _who_sees(scene, given)}
    says = Phrase("homework-shares-private", values)
    if _may_be_shared(given) and given.exercise:
        key = "homework-shares-in-group" if _may_be_counted(given) else "homework-shares"
        says = Phrase(key, {**values, "seen": Phrase(given.exercise.seen)})
    back = (homework_cards.TO_EXERCISES, *menus.TO_MENU)
    await show(scene, Message(says=says, rows=(*rows, back)))


async def share(scene: Scene, args: Plain) -> None:
    """Keep what may be seen of it, and say so; that can be changed at any time."""
    given = await homework_given.own(scene, args)
    chosen = Share(args["share"])
    if chosen is Share.EVERYTHING and not _may_be_shared(given):
        raise NotAllowed("it is private")
    brings = given.assignment.brings and chosen is Share.EVERYTHING
    await homework_given.keep(scene, replace(given.assignment, shares=chosen, brings=brings))
    says = Phrase("homework-shared", {"what": SHARED[chosen]})
    change = Button(Phrase("button-share-change"), "homework.shares", given.about)
    bring = (Button(Phrase("button-bring"), "homework.bring", given.about),)
    first: Rows = (bring,) if chosen is Share.EVERYTHING and given.assignment.group_id else ()
    kept = keepsakes.of_any({given.assignment.exercise})
    rows = (*first, (change,), *kept, (homework_cards.TO_EXERCISES,), *menus.ANYWHERE)
    await show(scene, Message(says=says, rows=rows))


async def bring(scene: Scene, args: Plain) -> Phrase | None:
    """Note that somebody wants to speak of it in the workshop, of which all is shown."""
    given = await homework_given.own(scene, args)
    kept = given.assignment
    if kept.shares is not Share.EVERYTHING or kept.group_id is None:
        return Phrase("toast-gone")
    await homework_given.keep(scene, replace(kept, brings=True))
    change = Button(Phrase("button-share-change"), "homework.shares", given.about)
    rows = ((change,), (homework_cards.TO_EXERCISES,), *menus.ANYWHERE)
    await show(scene, Message(says=Phrase("homework-brings"), rows=rows))
    return None


async def _who_sees(scene: Scene, given: Given) -> Phrase:
    """Return who sees what somebody shows of an exercise: the team, a coach once there is one."""
    if await supported.has_coach(scene):
        return Phrase("homework-shares-to-coach")
    is_of_group = given.assignment.group_id is not None
    return Phrase("homework-shares-to-team" if is_of_group else "homework-shares-later")


def _best(found: Assignment, came: Outcome) -> Outcome:
    return Outcome.DONE if found.outcome is Outcome.DONE else came


def _once_more(found: Assignment, wanted: int, message: Message) -> Message:
    about = {"assignment": found.id}
    more = Phrase("homework-once-more", {"rounds": found.rounds, "times": wanted})
    says = Phrase("run-first", {"first": message.says, "then": more})
    rows = (
        (Button(Phrase("button-choose-moment"), "homework.later", about),),
        (Button(Phrase("button-that-is-enough"), "homework.enough", about),),
        *keepsakes.of_any({found.exercise}),
        *menus.ANYWHERE,
    )
    return replace(message, says=says, rows=rows)


def _is_useful(found: Assignment, message: Message) -> Message:
    buttons = [
        Button(label, "homework.useful", {"assignment": found.id, "useful": one.value})
        for one, label in USEFUL.items()
    ]
    says = Phrase("run-first", {"first": message.says, "then": Phrase("homework-useful")})
    back = tuple(one for row in message.rows for one in row if one.action == "run.back")
    kept = keepsakes.of_any({found.exercise})
    rows = (tuple(buttons[:3]), tuple(buttons[3:]), *kept, (*back, *menus.TO_HELP))
    return replace(message, says=says, rows=rows)


def _label(one: Share, label: Phrase, now: Share) -> Phrase:
    return Phrase("button-chosen", {"what": label}) if one is now else label


def _may_be_shared(given: Given) -> bool:
    exercise = given.exercise
    return exercise is not None and exercise.homework is not None and not exercise.homework.private


def _may_be_counted(given: Given) -> bool:
    """Whether a group can be told, without names, what several people chose in it."""
    homework = given.exercise.homework if given.exercise else None
    return given.assignment.group_id is not None and homework is not None and bool(homework.themes)
