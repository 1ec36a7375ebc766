"""A check-in as it is played on the demo's page, in real Chromium."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.acceptance.demo_page import opened_demo
from tests.canaries import CANARY_TEXT
from tests.sandbox.phones_page import CHROMIUM, launched

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="install Chromium: apt-get install chromium"),
]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with launched() as browser:
        yield browser


async def test_somebody_checks_in_and_the_coach_reads_the_words(
    browser: Browser, tmp_path: Path
) -> None:
    async with opened_demo(browser, tmp_path, locale="fr-FR") as opened:
        person, coach = opened.phone("Camille"), opened.phone("Nadia")

        await person.writes("/moi")
        await expect(person.region.locator(".preview-body")).to_contain_text("Petit point")
        await person.plays((("question 1 sur 5", "moyenne"), ("question 2 sur 5", "haute")))
        await person.plays((("question 3 sur 5", "Retour"), ("réponse\xa0: haute", "Garder")))
        await person.plays((("question 3 sur 5", "calme"), ("question 4 sur 5", "bon")))
        await person.reads("question 5 sur 5")
        await person.writes(CANARY_TEXT)
        await person.reads("C’est noté. Merci.")

        await coach.plays((("Que voulez-vous faire", "Personnes"), ("• Camille", "Camille")))
        await coach.reads("humeur\xa0: moyenne")
        await expect(coach.region).not_to_contain_text(CANARY_TEXT)
    assert not opened.complaints
