"""What people do in our small Telegram; each act makes the update that the bot will get."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.sandbox.entities import with_found
from bot.sandbox.ground import FIRST_GROUP, FIRST_PERSON, Ground
from bot.sandbox.messages import Change, Group, Kind, Message, Person
from bot.sandbox.samples import sample
from bot.sandbox.wire import Json, unix, user_json

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
SUPERGROUP = -1_000_000_000_000


class ImpossibleError(ValueError):
    """A person tried what no phone would let them do."""


class World(Ground):
    """Persons and groups, and all that they can do. Values are frozen: look them up again."""

    def add_person(
        self, *, first_name: str, last_name: str = "", language_code: str = "fr", username: str = ""
    ) -> Person:
        """Give somebody a phone; they have not yet opened the bot."""
        person = Person(
            id=FIRST_PERSON + len(self.people),
            first_name=first_name,
            last_name=last_name,
            language_code=language_code,
            username=username,
        )
        self._know(person)
        return person

    def add_group(self, *, title: str, members: Sequence[int], has_bot: bool = True) -> Group:
        """Make a group of these people; the first of them adds the bot, unless it stays out."""
        group = Group(
            id=FIRST_GROUP - len(self.groups), title=title, members=tuple(members), has_bot=False
        )
        self.groups[group.id] = group
        return self._let_in_bot(group.id, by=group.members[0]) if has_bot else group

    def open_group_link(self, person_id: int, payload: str, *, group_id: int) -> Message:
        """Open a link that asks for a group, and choose one: the bot is in it then, and started."""
        if not PAYLOAD.fullmatch(payload):
            raise ImpossibleError("a payload has 1 to 64 of A-Z, a-z, 0-9, _ and -")
        if not self._need_group(person_id, group_id).has_bot:
            self._let_in_bot(group_id, by=person_id)
        return self.write(person_id, f"/start@{self.bot.username} {payload}", chat_id=group_id)

    def join_group(self, person_id: int, *, group_id: int) -> None:
        """Come into a group, as somebody whom another member adds."""
        group = self.groups[group_id]
        self.groups[group_id] = replace(group, members=(*group.members, person_id))
        self._serve(group_id, by=person_id, new_chat_members=[user_json(self.people[person_id])])

    def leave_group(self, person_id: int, *, group_id: int) -> None:
        """Leave a group; the bot is told by a line that Telegram writes."""
        self._need_open_chat(person_id, group_id)
        group = self.groups[group_id]
        there = tuple(one for one in group.members if one != person_id)
        self.groups[group_id] = replace(group, members=there)
        self._serve(group_id, by=person_id, left_chat_member=user_json(self.people[person_id]))

    def write(self, person_id: int, text: str, *, chat_id: int | None = None) -> Message:
        """Write a text, or press a button of the reply keyboard, which writes its label."""
        self._need_open_chat(person_id, chat_id)
        message = self.post(
            chat_id or person_id, sender_id=person_id, text=text, entities=with_found(text)
        )
        if self._is_heard(message):
            self.enqueue({"message": self.written(message)})
        return message

    def open_link(self, person_id: int, payload: str | None = None) -> Message:
        """Open the bot by its link and press START; it unblocks the bot, as the real one does."""
        if payload is not None and not PAYLOAD.fullmatch(payload):
            raise ImpossibleError("a payload has 1 to 64 of A-Z, a-z, 0-9, _ and -")
        if self.people[person_id].blocked:
            self.unblock(person_id)
        self._know(replace(self.people[person_id], started=True))
        return self.write(person_id, f"/start {payload}" if payload else "/start")

    def tap(
        self, person_id: int, message_id: int, *, row: int, column: int, chat_id: int | None = None
    ) -> str:
        """Tap an inline button and return the query's id; one without callback data is refused."""
        place = chat_id or person_id
        self._need_open_chat(person_id, chat_id)
        message = self._need_message(place, message_id)
        data = _button(message, row, column).get("callback_data")
        if data is None:
            raise ImpossibleError("this button tells the bot nothing")
        query = self.queries.ask(person_id, chat_id=place, message_id=message_id)
        callback: Json = {
            "id": query.id,
            "from": user_json(self.people[person_id]),
            "message": self.written(message),
            "chat_instance": str(abs(place) * 7919),
            "data": data,
        }
        self.enqueue({"callback_query": callback})
        return query.id

    def tap_label(
        self, person_id: int, label: str, *, whole: bool = False, chat_id: int | None = None
    ) -> str:
        """Tap the newest inline button that says this, and return the query's id.

        Its label holds these words, or with `whole` says nothing else.
        """
        for message in reversed(self.messages(chat_id or person_id)):
            for row, buttons in enumerate(message.inline_keyboard):
                for column, button in enumerate(buttons):
                    said = button["text"]
                    if said == label if whole else label in said:
                        return self.tap(
                            person_id, message.message_id, row=row, column=column, chat_id=chat_id
                        )
        raise ImpossibleError(f"no button says {label!r}")

    def send_kind(self, person_id: int, kind: str, *, chat_id: int | None = None) -> Message:
        """Send something that is no text: see Kind for what there is."""
        self._need_open_chat(person_id, chat_id)
        content = sample(Kind(kind), self.people[person_id], self.files)
        message = self.post(chat_id or person_id, sender_id=person_id, **content)
        if (chat_id or person_id) == person_id:
            self.enqueue({"message": self.written(message)})
        return message

    def edit(
        self, person_id: int, message_id: int, text: str, *, chat_id: int | None = None
    ) -> Message:
        """Change a text that this person wrote."""
        message = self._need_message(chat_id or person_id, message_id)
        if message.sender_id != person_id:
            raise ImpossibleError("people edit what they wrote themselves")
        edited = self.chats.replace(
            replace(message, text=text, entities=with_found(text), edited_at=self.clock.now())
        )
        if self._is_heard(edited):
            self.enqueue({"edited_message": self.written(edited)})
        return edited

    def delete(self, person_id: int, message_id: int) -> None:
        """Delete a message of the private chat on both sides; the bot is not told."""
        self.chats.remove(self._need_message(person_id, message_id))

    def block(self, person_id: int) -> None:
        """Block the bot: it is told, and can write no more."""
        self._know(replace(self.people[person_id], blocked=True))
        self._put_membership(person_id, by=person_id, became=("member", "kicked"))

    def unblock(self, person_id: int) -> None:
        """Unblock the bot: it is told, and can write again."""
        self._know(replace(self.people[person_id], blocked=False))
        self._put_membership(person_id, by=person_id, became=("kicked", "member"))

    def rename(self, person_id: int, first_name: str) -> Person:
        """Take another first name; the bot sees it with the next update."""
        return self._know(replace(self.people[person_id], first_name=first_name))

    def deactivate(self, person_id: int) -> None:
        """Delete an account: nobody is told, and nothing can be written there any more."""
        self._know(replace(self.people[person_id], deactivated=True))

    def remove_bot(self, group_id: int, *, by: int) -> None:
        """Take the bot out of a group."""
        self.groups[group_id] = replace(self.groups[group_id], has_bot=False)
        self._put_membership(group_id, by=by, became=("member", "kicked"))

    def upgrade(self, group_id: int) -> Group:
        """Make a supergroup of a group: it gets another id, and the old one leads nowhere."""
        group = self.groups[group_id]
        new = replace(group, id=SUPERGROUP + group_id, is_supergroup=True)
        self.groups[new.id] = new
        self.groups[group_id] = replace(group, upgraded_to=new.id)
        for chat_id, key, value in (
            (group_id, "migrate_to_chat_id", new.id),
            (new.id, "migrate_from_chat_id", group_id),
        ):
            self._serve(chat_id, by=group.members[0], **{key: value})
        self._put_membership(new.id, by=group.members[0], became=("left", "member"))
        return new

    def enqueue(self, raw_update: dict[str, Any]) -> int:
        """Queue any update, however malformed, and return its id: the next one if it has none."""
        return self.updates.put(raw_update)

    def _know(self, person: Person) -> Person:
        self.people[person.id] = person
        self.changes.tell(Change(chat_id=person.id, what="person"))
        return person

    def _need_open_chat(self, person_id: int, chat_id: int | None) -> None:
        person = self.people[person_id]
        if chat_id is not None and chat_id != person_id:
            self._need_group(person_id, chat_id)
        elif person.blocked:
            raise ImpossibleError("the bot must be unblocked first")
        elif not person.started:
            self._know(replace(person, started=True))

    def _need_group(self, person_id: int, group_id: int) -> Group:
        group = self.groups.get(group_id)
        if group is None or person_id not in group.members:
            raise ImpossibleError("this person is not in the group")
        return group

    def _need_message(self, chat_id: int, message_id: int) -> Message:
        message = self.chats.find(chat_id, message_id)
        if message is None:
            raise ImpossibleError("this message is not there any more")
        return message

    def _is_heard(self, message: Message) -> bool:
        """Say whether the bot gets a text: in groups, with privacy mode, only commands."""
        group = self.groups.get(message.chat_id)
        return group is None or (group.has_bot and message.text.startswith("/"))

    def _let_in_bot(self, group_id: int, *, by: int) -> Group:
        group = self.groups[group_id] = replace(self.groups[group_id], has_bot=True)
        self._put_membership(group_id, by=by, became=("left", "member"))
        return group

    def _serve(self, chat_id: int, *, by: int, **details: Any) -> None:
        """Write a line about a group itself, of which the bot is always told."""
        service = self.post(chat_id, sender_id=by, kind=Kind.SERVICE, details=details)
        if self.groups[chat_id].has_bot:
            self.enqueue({"message": self.written(service)})

    def _put_membership(self, chat_id: int, *, by: int, became: tuple[str, str]) -> None:
        old, new = (_member_json(self.bot_json(), status) for status in became)
        self.enqueue(
            {
                "my_chat_member": {
                    "chat": self.chat_json(chat_id),
                    "from": user_json(self.people[by]),
                    "date": unix(self.clock.now()),
                    "old_chat_member": old,
                    "new_chat_member": new,
                }
            }
        )


def _button(message: Message, row: int, column: int) -> Json:
    try:
        return dict(message.inline_keyboard[row][column])
    except IndexError:
        raise ImpossibleError("there is no such button") from None


def _member_json(user: Json, status: str) -> Json:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"user": user, "status": status} | until
