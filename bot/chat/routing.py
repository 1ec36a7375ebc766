"""From a raw update to the service it concerns: who acts, where, and what they did."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update
from telegram import Chat as TelegramChat

from bot.chat import in_groups
from bot.chat.answers import Answer
from bot.chat.tables import READERS, TAPS
from bot.chat.tapping import tapped_in
from bot.domain import rights
from bot.domain.budget import SLOTS
from bot.domain.commands import COMMANDS
from bot.domain.errors import NotAllowed, NotAnUpdate, NotApproved
from bot.domain.message import Phrase, Plain
from bot.domain.people import ChatKind, Language, Voice
from bot.services import (
    caring,
    consenting,
    contacting,
    discretion,
    entering,
    group_chat,
    groups,
    helping,
    noticing,
    word_answers,
)
from bot.services.deployment import Deployment
from bot.services.planning import Planner
from bot.services.ports import Bell
from bot.services.scene import Scene
from bot.services.tokens import REVEAL
from bot.store import carried, chats, group_chats, people, plans, questions
from bot.store.db import Session
from bot.store.questions import Question

LONGEST_TEXT = 4_096
PASSED_ON = (contacting.TOPIC, word_answers.TOPIC)
"""What is asked for that goes to somebody else as it is typed: only as long as it is the last."""

BESIDE = frozenset({"help"})
"""What is looked at beside a question."""

BLOCKED = frozenset({"kicked", "left"})


@dataclass(frozen=True, kw_only=True)
class Router:
    """Takes raw updates to the services.

    `asks_again` is whether anybody agreed to a text that has changed since.
    """

    deployment: Deployment
    planner: Planner
    bell: Bell
    asks_again: bool = False

    async def __call__(self, session: Session, raw: Any, now: datetime) -> Answer | None:
        """Handle one update inside the session's transaction; return what to answer a tap with.

        Raises NotAnUpdate, before anything is done, for what cannot be parsed.
        """
        update = _parsed(raw)
        if update.callback_query:
            return await self._tap(session, update.callback_query, now)
        message = update.message or update.edited_message
        if message and (message.migrate_to_chat_id or message.migrate_from_chat_id):
            await self._moved(session, message, now)
        elif message:
            scene = await self._scene(session, message.chat, _sender(message), now=now)
            await noticing.heard(scene)
            await _written(scene, message, edited=update.message is None)
            await self._ask_again(scene)
        elif update.my_chat_member:
            await self._member(session, update.my_chat_member, now)
        return None

    async def _tap(self, session: Session, query: CallbackQuery, now: datetime) -> Answer:
        if query.message is None:
            return Answer(query_id=query.id)
        scene = await self._scene(session, query.message.chat, query.from_user, now=now)
        await noticing.heard(scene)
        toast = await _tapped(scene, query)
        await self._ask_again(scene)
        text = self.deployment.library.say(toast, scene.chat.voice) if toast else ""
        return Answer(query_id=query.id, text=text)

    async def _member(self, session: Session, changed: ChatMemberUpdated, now: datetime) -> None:
        if changed.chat.type == TelegramChat.CHANNEL:
            return
        scene = await self._scene(session, changed.chat, changed.from_user, now=now)
        if scene.chat.kind is ChatKind.GROUP:
            await in_groups.membership(scene, changed)
            return
        gone = changed.new_chat_member.status in BLOCKED
        await (noticing.blocked(scene) if gone else noticing.heard(scene))

    async def _moved(self, session: Session, message: Message, now: datetime) -> None:
        """Follow a group that became a supergroup, if its chat is connected; both say so."""
        here, there = message.chat.id, message.migrate_to_chat_id
        old, new = (here, there) if there else (message.migrate_from_chat_id, here)
        chat = await group_chats.chat_with(session, [one for one in (old, new) if one])
        if chat is None:
            return
        if chat.telegram_id != new:
            await chats.move(session, chat.id, new)
        where = TelegramChat(new, TelegramChat.SUPERGROUP)
        scene = await self._scene(session, where, _sender(message), now=now)
        await noticing.heard(scene)
        await group_chat.moved(scene)

    async def _ask_again(self, scene: Scene) -> None:
        if self.asks_again and scene.chat.kind is ChatKind.PRIVATE:
            await consenting.ask_again(scene)

    async def _scene(
        self, session: Session, where: TelegramChat, who: Any, *, now: datetime
    ) -> Scene:
        private = where.type == TelegramChat.PRIVATE
        chat = await chats.hear(
            session,
            where.id,
            ChatKind.PRIVATE if private else ChatKind.GROUP,
            voice=self._voice(who),
            now=now,
        )
        theirs = chat if private or who is None else await chats.find(session, who.id)
        whose = theirs.person_id if theirs else None
        person = await people.get(session, whose) if whose else None
        return Scene(
            session=session,
            now=now,
            chat=chat,
            person=person,
            bell=self.bell,
            planner=self.planner,
            deployment=self.deployment,
            act=act,
            sender=who.full_name if who else "",
            first_name=who.first_name if who else "",
        )

    def _voice(self, who: Any) -> Voice:
        """Return how to speak to a stranger: in the language of their Telegram if we speak it."""
        spoken = (who.language_code or "")[:2] if who else ""
        known = {language.value: language for language in Language}
        return replace(
            self.deployment.voice, language=known.get(spoken, self.deployment.voice.language)
        )


async def act(scene: Scene, action: str, args: Plain) -> Phrase | None:
    """Do what a button of an action does; what is not theirs is answered with what there is."""
    handler = TAPS.get(action)
    if handler is None or not rights.may_tap(action, scene.person):
        await helping.out_of_date(scene)
        return None
    if action not in BESIDE:
        await _pass_nothing_on(scene)
    try:
        return await handler(scene, args)
    except NotAllowed:
        await helping.out_of_date(scene)
    except NotApproved:
        await helping.not_approved(scene)
    return None


async def answer(scene: Scene, question: Question, text: str) -> bool:
    """Take words as the answer to a question; what is not theirs is answered likewise.

    Return whether the words went to somebody.
    """
    if not rights.may_answer(question.topic, scene.person):
        await helping.out_of_date(scene)
        return False
    try:
        return bool(await READERS[question.topic](scene, question.details, text))
    except NotAllowed:
        await helping.out_of_date(scene)
        return False


def _parsed(raw: Any) -> Update:
    try:
        return Update.de_json(raw)
    except Exception as error:
        raise NotAnUpdate from error


async def _tapped(scene: Scene, query: CallbackQuery) -> Phrase | None:
    if scene.chat.kind is ChatKind.GROUP:
        return await in_groups.tapped(scene, query)
    found = await tapped_in(scene, query)
    buttons = found[0].message.buttons if found else ()
    if found is None or (found[1] >= len(buttons) and found[1] != REVEAL):
        await helping.out_of_date(scene)
        return None
    delivery, number = found
    tapping = replace(scene, tapped=delivery)
    if delivery.occasion and delivery.occasion.slot in SLOTS:
        others = await carried.plans_in(scene.session, delivery.id)
        await plans.answered(scene.session, [delivery.occasion.plan_id, *others], scene.now)
    if number == REVEAL:
        return await discretion.reveal(tapping)
    button = buttons[number]
    return await act(tapping, button.action, button.args)


async def _written(scene: Scene, message: Message, *, edited: bool) -> None:
    if scene.chat.kind is ChatKind.GROUP:
        if not edited:
            await in_groups.written(scene, message)
        return
    if not _says_something(message):
        return
    if edited:
        await caring.unless_worrying(scene, message.text or message.caption, helping.edited)
    elif message.text is None:
        await caring.unless_worrying(scene, message.caption, helping.cannot_read)
    elif message.text.startswith("/"):
        await _command(scene, message.text)
    else:
        await _typed(scene, message.text[:LONGEST_TEXT])


def _says_something(message: Message) -> bool:
    """Whether a person wrote this, and not Telegram about the chat itself."""
    return message.from_user is not None and not message.from_user.is_bot


async def _command(scene: Scene, text: str) -> None:
    word, _, payload = text[1:].partition(" ")
    name = word.partition("@")[0].casefold()
    if name == "start":
        await _pass_nothing_on(scene)
        await entering.start(scene, payload.strip())
    elif name in COMMANDS and rights.may_tap(COMMANDS[name], scene.person):
        await _go(scene, COMMANDS[name])
        await caring.answered(scene, payload)
    else:
        await caring.unless_worrying(scene, text, partial(helping.typed_elsewhere, text=text))


async def _go(scene: Scene, action: str) -> None:
    """Do what was typed; a group that is not made yet can be gone on with."""
    asked = await questions.pending(scene.session, scene.chat.id, scene.now)
    await act(scene, action, {})
    await groups.interrupted(scene, asked)


async def _typed(scene: Scene, text: str) -> None:
    meant = scene.deployment.library.match(text)
    if meant:
        await _go(scene, meant)
        return
    question = await questions.pending(scene.session, scene.chat.id, scene.now)
    if question is None or question.topic not in READERS:
        await caring.unless_worrying(scene, text, partial(helping.typed_elsewhere, text=text))
        return
    worries = scene.deployment.library.worry(text) is not None
    is_told = await answer(replace(scene, worries=worries), question, text)
    if await caring.answered(scene, text, is_told=is_told):
        # The card says that nobody else is told: what is typed below it goes to nobody.
        await _pass_nothing_on(scene)


async def _pass_nothing_on(scene: Scene) -> None:
    """Take what is typed from now on for nothing that goes to somebody else at once."""
    await questions.close_those(scene.session, scene.chat.id, PASSED_ON)


def _sender(message: Message) -> Any:
    return message.from_user
