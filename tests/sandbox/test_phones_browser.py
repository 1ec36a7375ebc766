"""The phones page as people use it: in real Chromium."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.sandbox.messages import Answer, Attachment, Change, Entity, Kind
from bot.sandbox.samples import picture
from tests.sandbox.phones_page import CHROMIUM, PATIENCE, Opened, launched, opened_page
from tests.sandbox.stage import Stage, make_stage, tapping

INVITATION = "https://t.me/relais_demo_bot?start=abc-123"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="install Chromium: apt-get install chromium"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with launched() as browser:
        yield browser


@pytest.fixture
def stage() -> Stage:
    return make_stage()


@pytest_asyncio.fixture(loop_scope="module")
async def opened(stage: Stage, browser: Browser) -> AsyncIterator[Opened]:
    async with opened_page(stage, browser, width=1200) as opened:
        yield opened
    assert not opened.complaints


async def test_start_comes_first_and_typing_after_it(opened: Opened) -> None:
    field = opened.david.get_by_role("textbox", name="Message")
    await expect(field).to_be_hidden()

    await opened.david.get_by_role("button", name="Démarrer").click()
    await field.fill("7h15")
    await field.press("Enter")

    await opened.until_wrote("/start", "7h15")
    await expect(opened.david.get_by_role("log")).to_contain_text("7h15")


async def test_a_message_arrives_on_its_phone_and_on_its_lock_screen(opened: Opened) -> None:
    opened.stage.say("6h30. Bonjour David.")

    await expect(opened.david.locator(".bubble")).to_contain_text("Bonjour David")
    await expect(opened.david.locator(".preview-body")).to_have_text("6h30. Bonjour David.")
    await expect(opened.david.locator(".preview-head time")).to_have_text("06:00")
    await expect(opened.david.locator(".contact .unread")).to_have_text("1")
    await expect(opened.ines.locator(".bubble")).to_have_count(0)


async def test_what_was_read_is_no_longer_unread(opened: Opened) -> None:
    opened.stage.say("6h30. Bonjour David.")
    await expect(opened.david.locator(".of-unread")).to_be_visible()

    await opened.david.locator(".bubble").click()

    await expect(opened.david.locator(".of-unread")).to_have_count(0)
    await expect(opened.david.locator(".contact .unread")).to_be_hidden()


async def test_whoever_has_just_written_sees_the_answer_come_in(opened: Opened) -> None:
    opened.stage.world.open_link(opened.stage.david)
    await opened.david.get_by_role("textbox", name="Message").fill("7h15")
    await opened.page.keyboard.press("Enter")
    await opened.until_wrote("/start", "7h15")

    opened.stage.say("C’est noté.")

    await expect(opened.david.locator(".bubble").last).to_contain_text("C’est noté.")
    await expect(opened.david.locator(".of-unread")).to_have_count(0)
    await expect(opened.david.locator(".contact .unread")).to_be_hidden()


@pytest.mark.parametrize(("alert", "shown"), [(False, ".toast"), (True, "#alert-text")])
async def test_the_answer_to_a_tap_is_shown(opened: Opened, alert: bool, shown: str) -> None:  # noqa: FBT001 (a row of the table)
    world = opened.stage.world
    opened.stage.say("Debout ?", [tapping("Oui"), tapping("Non")])

    async with opened.page.expect_response("**/tap") as tap:
        await opened.david.get_by_role("button", name="Oui").click()
    query = (await (await tap.value).json())["query"]
    world.queries.answer(query, Answer(text="C’est noté.", show_alert=alert))
    world.changes.tell(Change(chat_id=opened.stage.david, what="answer", query_id=query))

    await expect(opened.page.locator(shown)).to_have_text("C’est noté.")


async def test_an_edit_in_place_says_so_and_keeps_the_focus(opened: Opened) -> None:
    world = opened.stage.world
    message = opened.stage.say("Debout ?", [tapping("Oui"), tapping("Non")])
    await opened.david.get_by_role("button", name="Non").focus()

    world.chats.replace(replace(message, text="Toujours au lit ?", edited_at=world.clock.now()))

    await expect(opened.david.locator(".bubble")).to_contain_text("Toujours au lit ?modifié 06:00")
    await expect(opened.david.get_by_role("button", name="Non")).to_be_focused()


async def test_marked_text_is_shown_and_markup_is_only_text(opened: Opened) -> None:
    marks = [("bold", 0, 4), ("italic", 5, 8), ("spoiler", 14, 6), ("code", 21, 4)]
    opened.stage.world.post(
        opened.stage.david,
        sender_id=opened.stage.world.bot.id,
        text="😀as italique secret code <img src=x onerror=alert(1)> /help",
        entities=tuple(Entity(type=name, offset=at, length=size) for name, at, size in marks),
    )

    text = opened.david.locator(".text")
    await expect(text.locator("strong")).to_have_text("😀as")
    await expect(text.locator("em")).to_have_text("italique")
    await expect(text.locator("code")).to_have_text("code")
    await expect(text.locator("img")).to_have_count(0)
    await expect(text).to_contain_text("<img src=x onerror=alert(1)>")
    await expect(opened.david.locator(".preview-body")).to_contain_text("italique ⠿⠿⠿⠿⠿⠿ code")


async def test_a_command_in_a_text_can_be_pressed(opened: Opened) -> None:
    opened.stage.say("Essayez /help.")

    await opened.david.get_by_role("button", name="/help", exact=True).click()

    await opened.until_wrote("/help")


async def test_an_invitation_opens_on_a_new_phone(opened: Opened) -> None:
    opened.stage.say("Voici le lien", [{"text": "Ouvrir", "url": INVITATION}])

    await opened.david.get_by_role("link", name="Ouvrir").click()
    await opened.page.get_by_role("button", name="Un nouveau téléphone").click()
    await opened.page.get_by_label("Prénom ou surnom").fill("Lou")
    await opened.page.get_by_role("button", name="Créer").click()
    await (
        opened.page.get_by_role("region", name="Lou").get_by_role("button", name="Démarrer").click()
    )

    lou = max(opened.stage.world.people)
    await opened.until_wrote("/start abc-123", person_id=lou)


async def test_an_invitation_opens_on_a_phone_that_is_there(opened: Opened) -> None:
    opened.stage.say(f"Voici le lien : {INVITATION}")

    await opened.david.get_by_role("link").click()
    await opened.page.get_by_role("button", name="Inès Coach").click()
    await opened.ines.get_by_role("button", name="Démarrer").click()

    await opened.until_wrote("/start abc-123", person_id=opened.stage.ines)


async def test_a_group_is_chosen_for_the_bot_and_everybody_acts_in_it(
    stage: Stage, browser: Browser
) -> None:
    members = [stage.david, stage.ines]
    there = stage.world.add_group(title="Mardi", members=members, has_bot=False)
    link = "https://t.me/relais_demo_bot?startgroup=abc-123"
    stage.say("Quel groupe ?", [{"text": "Choisir", "url": link}], to=stage.ines)
    async with opened_page(stage, browser, width=390) as opened:
        group = opened.page.get_by_role("region", name="Mardi, Chat de groupe")
        await opened.page.get_by_role("navigation").get_by_role("button", name="Inès").click()
        await opened.ines.get_by_role("link", name="Choisir").click()
        await opened.page.get_by_role("button", name="Mardi").last.click()
        await expect(group).to_be_in_viewport(ratio=0.9)
        await expect(group.locator(".contact")).to_contain_text("2 personnes et Relais")

        stage.say("Un café ?", [tapping("J’y vais")], to=there.id)
        await expect(group.get_by_role("button", name="Inès")).to_have_attribute(
            "aria-pressed", "true"
        )
        await group.get_by_role("textbox", name="Message").fill("Oui !")
        await opened.page.keyboard.press("Enter")
        await expect(group.locator(".mine").last).to_contain_text("Oui !")
        async with opened.page.expect_response("**/tap"):
            await group.get_by_role("button", name="J’y vais").click()

        tapped = stage.world.updates.waiting()[-1]["callback_query"]
        assert tapped["from"]["id"] == stage.ines
        assert await opened.page.evaluate("document.documentElement.scrollWidth") == 390
        assert not opened.complaints


async def test_a_link_to_elsewhere_makes_no_phone(opened: Opened) -> None:
    await opened.page.get_by_role("button", name="Nouveau téléphone").click()
    await opened.page.get_by_label("Lien d’invitation").fill("https://t.me/other_bot?start=abc")
    await opened.page.get_by_role("button", name="Créer").click()

    await expect(opened.page.get_by_role("alert")).to_contain_text("n’ouvre pas")
    assert len(opened.stage.world.people) == 2


async def test_a_picture_can_be_enlarged(opened: Opened) -> None:
    image = Attachment(file_id="p", content=picture(), mime_type="image/png", width=64, height=48)
    opened.stage.world.post(
        opened.stage.david, sender_id=opened.stage.world.bot.id, kind=Kind.PHOTO, attachment=image
    )

    await opened.david.get_by_role("button", name="Agrandir").click()

    large = opened.page.locator("#picture-dialog img")
    await expect(large).to_be_visible()
    assert await large.evaluate("image => image.naturalWidth") == 64


async def test_the_menu_lists_commands_and_sends_the_chosen_one(opened: Opened) -> None:
    opened.stage.world.open_link(opened.stage.david)

    await opened.david.get_by_role("button", name="Commandes").click()
    await opened.david.get_by_role("button", name="/help Aide").click()

    await opened.until_wrote("/start", "/help")


async def test_a_suggested_answer_is_sent_as_it_stands(opened: Opened) -> None:
    opened.stage.world.open_link(opened.stage.david)
    opened.stage.world.post(
        opened.stage.david,
        sender_id=opened.stage.world.bot.id,
        text="Et ?",
        reply_keyboard={"keyboard": [["Plus tard", "Maintenant"]]},
    )

    await opened.david.get_by_role("button", name="Plus tard").click()

    await opened.until_wrote("/start", "Plus tard")


async def test_what_is_no_text_can_be_sent(opened: Opened) -> None:
    opened.stage.world.open_link(opened.stage.david)

    await opened.david.get_by_role("button", name="Joindre").click()
    await opened.david.get_by_role("button", name="Message vocal").click()

    await opened.until_wrote("/start", Kind.VOICE)
    await expect(opened.david.locator(".mine").last).to_contain_text("Message vocal")


async def test_the_bot_can_be_blocked_and_let_in_again(opened: Opened) -> None:
    world, david = opened.stage.world, opened.stage.david
    world.open_link(david)

    await opened.david.get_by_role("button", name="Options").click()
    await opened.david.get_by_role("button", name="Bloquer le bot").click()
    await world.settled(lambda: world.people[david].blocked, within=PATIENCE)
    await opened.david.get_by_role("button", name="Débloquer le bot").click()

    await world.settled(lambda: not world.people[david].blocked, within=PATIENCE)


async def test_a_text_to_copy_is_copied(opened: Opened) -> None:
    text = "Bonjour, j’arriverai vers 9h15."
    opened.stage.say("En retard ?", [{"text": "Copier", "copy_text": {"text": text}}])

    await opened.david.get_by_role("button", name="Copier").click()

    await expect(opened.david.locator(".toast")).to_contain_text(text)
    assert await opened.page.evaluate("navigator.clipboard.readText()") == text


async def test_the_last_line_can_be_corrected(opened: Opened) -> None:
    world = opened.stage.world
    world.write(opened.stage.david, "7h15")
    field = opened.david.get_by_role("textbox", name="Message")

    await field.press("ArrowUp")
    await expect(field).to_have_value("7h15")
    await field.fill("7h30")
    await field.press("Enter")

    await opened.until_wrote("7h30")


async def test_everything_can_be_reached_by_keyboard(opened: Opened) -> None:
    await opened.david.locator(".scroll").focus()

    await opened.page.keyboard.press("Tab")
    await expect(opened.david.get_by_role("button", name="Démarrer")).to_be_focused()
    await opened.page.keyboard.press("Enter")

    await opened.until_wrote("/start")
    await expect(opened.david.get_by_role("textbox", name="Message")).to_be_focused()


async def test_the_page_changes_its_language(opened: Opened) -> None:
    await opened.page.get_by_role("button", name="English").click()

    await expect(opened.david.get_by_role("button", name="Start")).to_be_visible()
    await expect(opened.page.get_by_role("button", name="Next message")).to_be_visible()
    await expect(opened.page.locator("html")).to_have_attribute("lang", "en")


async def test_the_clock_is_shown_and_moved(opened: Opened) -> None:
    moment = opened.page.locator("#time")
    await expect(moment).to_have_text("06:00")

    await opened.page.get_by_role("button", name="+10 min").click()
    await expect(moment).to_have_text("06:10")
    await opened.page.get_by_role("button", name="Demain 06:00").click()

    await expect(opened.page.locator("#day")).to_have_text(re.compile("21 nov. 2026"))
    await expect(moment).to_have_text("06:00")


async def test_the_pace_that_time_runs_at_is_marked(opened: Opened) -> None:
    fast = opened.page.get_by_role("button", name="Une heure par minute")
    await expect(opened.page.get_by_role("button", name="Pause")).to_have_attribute(
        "aria-pressed", "true"
    )

    await fast.click()

    await expect(fast).to_have_attribute("aria-pressed", "true")
    assert opened.stage.clock.pace == 60


async def test_on_a_narrow_screen_the_chat_gets_most_of_the_height(
    stage: Stage, browser: Browser
) -> None:
    async with opened_page(stage, browser, width=360) as opened:
        pace = opened.page.get_by_role("button", name="60×")
        chat = await opened.ines.locator(".chat").bounding_box()
        assert chat is not None
        assert chat["height"] > 0.75 * 800
        await expect(pace).to_be_hidden()

        await opened.page.get_by_role("button", name="Horloge, écran verrouillé").focus()
        await opened.page.keyboard.press("Enter")

        await expect(pace).to_be_visible()
        await expect(opened.ines.get_by_text("Ce qu’une personne à côté peut lire")).to_be_visible()
        assert await opened.page.evaluate("document.documentElement.scrollWidth") == 360
        assert not opened.complaints


async def test_a_narrow_screen_shows_one_phone_and_tabs(stage: Stage, browser: Browser) -> None:
    async with opened_page(stage, browser, width=360) as opened:
        await expect(opened.david).to_be_in_viewport(ratio=0.9)
        await expect(opened.ines).not_to_be_in_viewport()

        await opened.page.get_by_role("navigation").get_by_role("button", name="Inès").click()

        await expect(opened.ines).to_be_in_viewport(ratio=0.9)
        wide = await opened.page.evaluate("document.documentElement.scrollWidth")
        assert wide == 360
        assert not opened.complaints
