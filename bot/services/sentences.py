"""Sentences that people write for themselves: kept and shown as they wrote them, to nobody else."""

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.rotation import Rotation
from bot.domain.schedule import Rule
from bot.services import agreeing, coping_offers, menus, steering, tying
from bot.services.questioning import LABEL, Rows
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import plans, questions
from bot.store import sentences as kept
from bot.store.sentences import Sentence

TOPIC = "sentence"
LONGEST = 1_000
MOST = 50
ONLY = "sentence"
"""Where the details of a plan name the one sentence that it brings; without it, all in turn."""

TO_SENTENCES = Button(Phrase("button-sentences"), "sentences")


def brings(plan: Plan, day: date) -> Message:
    """Return what comes on a day of a plan; the sentence itself shows on a tap."""
    about = {"plan": plan.id, "day": day.isoformat()}
    read = Button(Phrase("button-read"), "sentence.read", about)
    return Message(says=Phrase("sentence-comes"), rows=((read,), steering.row(plan.id)))


async def every(scene: Scene, args: Plain) -> None:
    """Show the sentences of whoever acts, and how to write another or be reminded of them."""
    if not await coping_offers.may(scene):
        return
    await questions.close(scene.session, scene.chat.id)
    mine = await kept.of_person(scene.session, scene.member.id)
    start = int(args.get("from", 0))
    shown = mine[start : start + coping_offers.OFFERED]
    rows: Rows = tuple((_open(one),) for one in shown)
    if start + coping_offers.OFFERED < len(mine):
        more = {"from": start + coping_offers.OFFERED}
        rows += ((Button(Phrase("button-others"), "sentences", more),),)
    write = Button(Phrase("button-write"), "sentence.write")
    bring = Button(Phrase("button-bring-back"), "moment.ask", _about(None))
    rows += ((write, bring),) if mine else ((write,),)
    says = Phrase("sentences") if mine else Phrase("sentences-none")
    await show(scene, Message(says=says, rows=(*rows, *menus.ANYWHERE)))


async def one(scene: Scene, args: Plain) -> Phrase | None:
    """Show a sentence as it was written, and what can be done with it."""
    sentence = await _own(scene, args)
    if sentence is None:
        return Phrase("toast-gone")
    about = {"sentence": sentence.id}
    bring = Button(Phrase("button-bring-back"), "moment.ask", _about(sentence))
    rows = (
        (bring,),
        (
            Button(Phrase("button-rewrite"), "sentence.write", about),
            Button(Phrase("button-remove"), "sentence.remove", about),
        ),
        (TO_SENTENCES,),
        *menus.ANYWHERE,
    )
    await show(scene, Message(says=Phrase("sentence", {"text": sentence.text}), rows=rows))
    return None


async def write(scene: Scene, args: Plain) -> None:
    """Ask for the words of a new sentence, or other words for one."""
    if not await coping_offers.may(scene):
        return
    mine = await kept.of_person(scene.session, scene.member.id)
    if "sentence" not in args and len(mine) >= MOST:
        says = Phrase("sentences-full", {"count": MOST})
        await show(scene, Message(says=says, rows=((TO_SENTENCES,), *menus.ANYWHERE)))
        return
    await questions.ask(scene.session, scene.chat.id, TOPIC, details=dict(args), now=scene.now)
    rows = ((TO_SENTENCES,), *menus.ANYWHERE)
    await show(scene, Message(says=Phrase("sentence-write"), rows=rows))


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Keep what was typed, all of it; what is too long is not kept, and the person is told so."""
    if len(text) > LONGEST:
        says = Phrase("sentence-long", {"limit": LONGEST})
        await say(scene, Message(says=says, rows=((TO_SENTENCES,), *menus.ANYWHERE)))
        return
    await questions.close(scene.session, scene.chat.id)
    sentence = await _own(scene, details) if "sentence" in details else None
    if sentence:
        await kept.change(scene.session, sentence.id, text)
    else:
        sentence = await kept.add(scene.session, scene.member.id, text, now=scene.now)
    bring = Button(Phrase("button-bring-back"), "moment.ask", _about(sentence))
    rows = ((bring,), (TO_SENTENCES,), *menus.ANYWHERE)
    await say(scene, Message(says=Phrase("sentence-kept", {"text": text}), rows=rows))


async def remove(scene: Scene, args: Plain) -> Phrase | None:
    """Keep a sentence no more, and bring nothing that there is not any more."""
    sentence = await _own(scene, args)
    if sentence is None:
        return Phrase("toast-gone")
    await kept.remove(scene.session, sentence.id)
    left = await kept.of_person(scene.session, scene.member.id)
    for plan in await _plans(scene):
        if plan.details.get(ONLY) == sentence.id or not left:
            await agreeing.stop(scene, plan.id)
    rows = ((TO_SENTENCES,), *menus.ANYWHERE)
    await show(scene, Message(says=Phrase("sentence-removed"), rows=rows))
    return None


async def brought(scene: Scene, args: Plain) -> Phrase | None:
    """Show the sentence that a plan brings on a day: the one it is about, or the next in turn."""
    plan = await agreeing.own(scene, str(args["plan"]))
    mine = {one.id: one for one in await kept.of_person(scene.session, scene.member.id)}
    only = plan.details.get(ONLY)
    start = datetime.combine(plan.rule.starts, time.min)
    rotation = Rotation(techniques=[only] if only else list(mine), since=start)
    drawn = rotation.on(plan.rule, date.fromisoformat(args["day"]))
    if drawn not in mine:
        return Phrase("toast-gone")
    rows = ((TO_SENTENCES,), (steering.button(plan.id),), *menus.ANYWHERE)
    await show(scene, Message(says=Phrase("sentence", {"text": mine[drawn].text}), rows=rows))
    return None


async def agree(scene: Scene, rule: Rule, args: Plain) -> None:
    """Let a sentence come back, or all of them in turn, and say when."""
    details = {name: args[name] for name in (ONLY, tying.LEAD) if name in args}
    if ONLY in details and await _own(scene, details) is None:
        raise NotAllowed("no such sentence")
    plan = await agreeing.agree(scene, PlanKind.SENTENCE, rule, details=details)
    says = Phrase("sentence-agreed", {"when": tying.when(plan)})
    undo = Button(Phrase("button-undo"), "steer.stop", {"plan": plan.id})
    await show(scene, Message(says=says, rows=((undo,), (TO_SENTENCES,), *menus.ANYWHERE)))


async def _own(scene: Scene, args: Plain) -> Sentence | None:
    """Return a sentence of whoever acts, None for one that is gone; NotAllowed for another's."""
    sentence = await kept.get(scene.session, str(args["sentence"]))
    if sentence and sentence.person_id != scene.member.id:
        raise NotAllowed("not their own")
    return sentence


async def _plans(scene: Scene) -> Sequence[Plan]:
    return await plans.of_person(
        scene.session, scene.member.id, PlanKind.SENTENCE, state=PlanState.ACTIVE
    )


def _open(sentence: Sentence) -> Button:
    label = Phrase("button-own", {"text": sentence.text[:LABEL]})
    return Button(label, "sentence", {"sentence": sentence.id})


def _about(sentence: Sentence | None) -> Plain:
    return {"kind": PlanKind.SENTENCE.value} | ({ONLY: sentence.id} if sentence else {})
