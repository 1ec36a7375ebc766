"""Opens the phones page in real Chromium, served through a real socket."""

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import uvicorn
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.sandbox.stream import end_streams
from tests.sandbox.stage import Stage

PATIENCE = timedelta(seconds=15)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass(kw_only=True)
class Opened:
    """The page in a browser, and what the browser complained of."""

    stage: Stage
    page: Page
    complaints: list[str] = field(default_factory=list)

    @property
    def david(self) -> Locator:
        return self.phone(self.stage.david)

    @property
    def ines(self) -> Locator:
        return self.phone(self.stage.ines)

    def phone(self, person_id: int) -> Locator:
        return self.page.locator(f"#phone-{person_id}")

    async def until_wrote(self, *texts: str, person_id: int | None = None) -> None:
        """Wait until somebody, David if nobody is named, wrote exactly this."""
        world, who = self.stage.world, person_id or self.stage.david
        await world.settled(
            lambda: [m.text or m.kind for m in world.messages(who) if not m.from_bot] == [*texts],
            within=PATIENCE,
        )


@asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    expect.set_options(timeout=PATIENCE.total_seconds() * 1000)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        await browser.close()


@asynccontextmanager
async def opened_page(stage: Stage, browser: Browser, *, width: int) -> AsyncIterator[Opened]:
    context = await browser.new_context(
        viewport={"width": width, "height": 800}, locale="fr-FR", reduced_motion="reduce"
    )
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = Opened(stage=stage, page=await context.new_page())
    opened.page.on("console", lambda line: opened.complaints.append(line.text))
    opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    async with served(stage) as address:
        await opened.page.goto(address)
        await opened.ines.wait_for()
        try:
            yield opened
        finally:
            await context.close()


@asynccontextmanager
async def served(stage: Stage) -> AsyncIterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(stage.app, log_level="warning", lifespan="off"))
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        server.should_exit = True
        end_streams(stage.world)
        await serving
