"""Takes the picture of the README from the demo, in real Chromium: `python -m tests.pictures`."""

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import ViewportSize

from bot import logs
from tests.acceptance.demo_page import DemoPage, opened_demo
from tests.pictures.palette import with_few_colours
from tests.sandbox.phones_page import launched

PICTURE = Path(__file__).with_name("phones.png")
SIZE: ViewportSize = {"width": 1900, "height": 950}

ENROLS = (
    ("You are invited by Nadia", "Continue"),
    ("not an emergency service", "I understand"),
    ("Do you agree", "I agree"),
)


async def take() -> None:
    """Take the picture of a Tuesday at seven."""
    with tempfile.TemporaryDirectory() as scratch:
        async with (
            launched() as browser,
            opened_demo(browser, Path(scratch), locale="en-GB", viewport=SIZE) as opened,
        ):
            await _wake_everybody(opened)
            PICTURE.write_bytes(with_few_colours(await opened.page.screenshot()))


async def _wake_everybody(opened: DemoPage) -> None:
    camille, alex, nadia = (opened.phone(name) for name in ("Camille", "Alex", "Nadia"))
    link = nadia.message("Invitation pour Alex").get_by_role("link")
    await opened.go("tomorrow", arrives="06:00")
    await opened.open_on(link, alex)
    await opened.go("next", arrives="07:00")
    await alex.plays(ENROLS)
    await alex.reads("What may Nadia see")
    await nadia.plays((("Que voulez-vous faire", "Personnes"),))
    await nadia.reads("pas encore de réponse")
    await camille.reads("C’est l’heure du réveil")


logs.set_up("WARNING", readable=True)
asyncio.run(take())
