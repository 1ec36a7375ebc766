"""Plays the beginning of a story with invented people, so that the page is not empty."""

from bot.sandbox.world import World


class Player:
    """Somebody of the cast, who waits for each answer before going on."""

    def __init__(self, world: World, person_id: int) -> None:
        self._world = world
        self.id = person_id

    async def open(self, payload: str) -> None:
        """Open an invitation."""
        before = self._heard()
        self._world.open_link(self.id, payload)
        await self._answered(before)

    async def write(self, text: str) -> None:
        """Write something."""
        before = self._heard()
        self._world.write(self.id, text)
        await self._answered(before)

    async def agree(self, times: int = 1) -> None:
        """Tap the first button under the newest message that has any, this many times."""
        for _ in range(times):
            await self.tap(row=0)

    async def tap(self, *, row: int) -> None:
        """Tap the first button of a row under the newest message that has any."""
        await self._world.settled(lambda: bool(self._with_buttons()))
        before = self._heard()
        self._world.tap(self.id, self._with_buttons()[-1], row=row, column=0)
        await self._answered(before)

    async def hears_of(self, words: str) -> None:
        """Wait until the newest message holds these words."""
        await self._world.settled(
            lambda: any(words in m.words for m in self._world.messages(self.id)[-1:])
        )

    def link(self) -> str:
        """Return the payload of the newest invitation link in the chat."""
        texts = [m.words for m in self._world.messages(self.id) if "?start=" in m.words]
        return texts[-1].rpartition("?start=")[2].split()[0]

    def _with_buttons(self) -> list[int]:
        return [m.message_id for m in self._world.messages(self.id) if m.inline_keyboard]

    async def _answered(self, before: int) -> None:
        await self._world.settled(lambda: self._heard() > before)

    def _heard(self) -> int:
        said = ("sendMessage", "sendPhoto", "editMessageText")
        return sum(one.chat_id == self.id and one.method in said for one in self._world.accepts)
