"""The demo's page in real Chromium, and the fingers of those who play on it."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from bot import demo

WIDE: ViewportSize = {"width": 1640, "height": 1000}

Steps = tuple[tuple[str, str], ...]


@dataclass(kw_only=True)
class DemoPage:
    """The page, and what the browser complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def phone(self, name: str) -> "Phone":
        """Return the phone of somebody who has one."""
        region = self.page.get_by_role("region", name=re.compile(f"^{name}, "))
        return Phone(name=name, region=region)

    async def open_on_new_phone(self, link: Locator, name: str) -> "Phone":
        """Open a link on a phone that somebody has just been given."""
        await link.click()
        await self.page.locator("#link-dialog .choices button").first.click()
        await self.page.locator("#new-dialog [name=name]").fill(name)
        await self.page.locator("#new-dialog [type=submit]").click()
        phone = self.phone(name)
        await phone.region.locator(".start").click()
        return phone

    async def open_on(self, link: Locator, phone: "Phone") -> None:
        """Open a link on a phone that is there."""
        await link.click()
        choice = self.page.locator("#link-dialog .choices button")
        await choice.filter(has_text=phone.name).click()
        await phone.region.locator(".start").click()

    async def go(self, to: str, *, arrives: str) -> None:
        """Travel in time, and wait until the clock shows where."""
        await self.page.locator(f"#clock [data-travel={to}]").click()
        await expect(self.page.locator("#clock.is-travelling")).to_have_count(0)
        await expect(self.page.locator("#time")).to_have_text(arrives)


@dataclass(frozen=True, kw_only=True)
class Phone:
    """Somebody's phone on the page."""

    name: str
    region: Locator

    def message(self, words: str) -> Locator:
        """Return the newest message of the bot that holds these words."""
        return self.region.locator(".theirs").filter(has_text=words).last

    async def reads(self, words: str) -> None:
        """Wait until a message of the bot holds these words."""
        await expect(self.message(words)).to_be_visible()

    async def plays(self, steps: Steps) -> None:
        """Read a message and tap the button under it that begins so, again and again."""
        for words, label in steps:
            key = self.message(words).get_by_role("button", name=re.compile(f"^{label}"))
            await key.click()

    async def writes(self, text: str) -> None:
        """Write something."""
        field = self.region.get_by_role("textbox")
        await field.fill(text)
        await field.press("Enter")

    async def opens_menu(self) -> None:
        """Tap the first of the two buttons at the bottom."""
        await self.region.locator(".replies button").first.click()


@asynccontextmanager
async def opened_demo(
    browser: Browser, scratch: Path, *, locale: str, viewport: ViewportSize = WIDE
) -> AsyncIterator[DemoPage]:
    """Run the demo and open its page, with time standing still."""
    async with demo.playing(scratch) as playing:
        context = await browser.new_context(
            viewport=viewport, locale=locale, reduced_motion="reduce"
        )
        opened = DemoPage(page=await context.new_page())
        opened.page.on("console", lambda line: opened.complaints.append(line.text))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        await opened.page.goto(playing.address)
        await opened.page.locator("#clock [data-pace='0']").click()
        try:
            yield opened
        finally:
            await context.close()
