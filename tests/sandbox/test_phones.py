from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import httpx
import pytest

from bot.sandbox.messages import Attachment, Kind
from tests.sandbox.stage import FRIDAY_MORNING, Stage, make_stage, tapping

HOUR = timedelta(hours=1)


@pytest.fixture
def stage() -> Stage:
    return make_stage()


@pytest.fixture
async def client(stage: Stage) -> AsyncIterator[httpx.AsyncClient]:
    async with stage.client() as client:
        yield client


@pytest.mark.parametrize(
    ("wanted", "language", "word"),
    [("fr-FR,fr", "fr", "Nouveau téléphone"), ("en-GB", "en", "New phone"), ("el", "fr", "Pause")],
)
async def test_the_page_speaks_the_language_of_the_browser(
    client: httpx.AsyncClient, wanted: str, language: str, word: str
) -> None:
    page = (await client.get("/", headers={"Accept-Language": wanted})).text

    assert f'<html lang="{language}">' in page
    assert word in page


async def test_the_page_allows_nothing_from_elsewhere_and_nothing_inline(
    client: httpx.AsyncClient,
) -> None:
    page = await client.get("/")

    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert " style=" not in page.text
    assert "<style" not in page.text
    assert "onclick" not in page.text


@pytest.mark.parametrize("file", ["main.js", "words.json", "phone.css", "icon.svg"])
async def test_the_page_brings_its_own_files(client: httpx.AsyncClient, file: str) -> None:
    answer = await client.get(f"/page/{file}")

    assert answer.status_code == 200
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_both_languages_have_the_same_words(client: httpx.AsyncClient) -> None:
    words = (await client.get("/page/words.json")).json()

    assert words["fr"].keys() == words["en"].keys()
    assert all(sentence for language in words.values() for sentence in language.values())


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8011", "Origin": "http://evil.example:8011"},
        {"Host": "[broken"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "null"},
        {"Content-Type": "text/plain"},
    ],
)
async def test_strangers_cannot_act(stage: Stage, headers: dict[str, str]) -> None:
    sent = {"Content-Type": "application/json"} | headers

    async with stage.client() as client:
        answer = await client.post(
            f"/phones/{stage.david}/write", content='{"text":"Hi"}', headers=sent
        )

    assert answer.status_code == 403
    assert not stage.world.messages(stage.david)


async def test_another_name_for_this_machine_does_not_even_get_the_page(stage: Stage) -> None:
    async with stage.client(Host="evil.example") as client:
        assert (await client.get("/")).status_code == 403
        assert (await client.get("/events")).status_code == 403


async def test_what_a_phone_does_happens_in_the_world(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    phone = f"/phones/{stage.david}"
    asked = stage.say("Debout ?", [tapping("Oui")])

    await client.post(f"{phone}/open", json={"payload": "abc"})
    await client.post(f"{phone}/write", json={"text": "Bonjour"})
    await client.post(f"{phone}/send", json={"kind": "voice"})
    tap = await client.post(
        f"{phone}/tap", json={"message": asked.message_id, "row": 0, "column": 0}
    )

    own = [each for each in stage.world.messages(stage.david) if not each.from_bot]
    assert [each.text or each.kind for each in own] == ["/start abc", "Bonjour", Kind.VOICE]
    assert tap.json()["query"].isdigit()


async def test_an_owner_can_edit_rename_block_and_unblock(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    phone = f"/phones/{stage.david}"
    written = stage.world.write(stage.david, "7h15")

    await client.post(f"{phone}/edit", json={"message": written.message_id, "text": "7h30"})
    await client.post(f"{phone}/rename", json={"name": "Dave"})
    await client.post(f"{phone}/block", json={"blocked": True})
    blocked = stage.world.people[stage.david]
    await client.post(f"{phone}/block", json={"blocked": False})

    assert stage.world.messages(stage.david)[0].text == "7h30"
    assert (blocked.first_name, blocked.blocked) == ("Dave", True)
    assert not stage.world.people[stage.david].blocked


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/phones/{david}/write", {"text": ""}, 400),
        ("/phones/{david}/write", {"text": "x" * 4097}, 400),
        ("/phones/{david}/write", {"text": "x", "more": 1}, 400),
        ("/phones/{david}/send", {"kind": "service"}, 400),
        ("/phones/{david}/tap", {"message": 99, "row": 0, "column": 0}, 409),
        ("/phones/{david}/tap", {"message": 1, "row": -1, "column": 0}, 400),
        ("/phones/{david}/open", {"payload": "not a payload"}, 409),
        ("/phones/{david}/fly", {}, 404),
        ("/phones/12/write", {"text": "x"}, 404),
        ("/phones/{david}/write", {"text": "x", "chat": -1}, 409),
        ("/phones/{david}/write", {"text": "x", "chat": 7_000_000_002}, 409),
        ("/phones/{david}/open", {"payload": "abc", "group": -1}, 409),
        ("/phones/{david}/read", {"chat": -1}, 404),
        ("/phones", {"name": ""}, 400),
        ("/clock/pace", {"pace": -1}, 400),
        ("/clock/travel", {"to": "yesterday"}, 400),
    ],
)
async def test_what_cannot_be_done_is_refused(
    stage: Stage, client: httpx.AsyncClient, path: str, body: dict[str, Any], status: int
) -> None:
    answer = await client.post(path.format(david=stage.david), json=body)

    assert answer.status_code == status
    assert not stage.world.messages(stage.david)


async def test_a_new_phone_belongs_to_a_new_person(stage: Stage, client: httpx.AsyncClient) -> None:
    answer = await client.post("/phones", json={"name": "Lou", "language": "en"})

    person = stage.world.people[answer.json()["id"]]
    assert (person.first_name, person.language_code, person.started) == ("Lou", "en", False)
    sent = await client.post(f"/phones/{person.id}/write", json={"text": "Hi"})
    assert sent.status_code == 200


async def test_a_picture_is_shown_and_a_document_is_only_saved(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    image = Attachment(file_id="p", content=b"png", mime_type="image/png")
    evil = Attachment(file_id="d", content=b"<script>", mime_type="text/html")
    bot = stage.world.bot.id
    photo = stage.world.post(stage.david, sender_id=bot, kind=Kind.PHOTO, attachment=image)
    document = stage.world.post(stage.david, sender_id=bot, kind=Kind.DOCUMENT, attachment=evil)

    shown = await client.get(f"/phones/{stage.david}/files/{photo.message_id}/p")
    saved = await client.get(f"/phones/{stage.david}/files/{document.message_id}/d")
    foreign = await client.get(f"/phones/{stage.ines}/files/{photo.message_id}/p")

    assert (shown.content, shown.headers["Content-Type"]) == (b"png", "image/png")
    assert saved.headers["Content-Type"] == "application/octet-stream"
    assert saved.headers["Content-Disposition"] == "attachment"
    assert foreign.status_code == 404


async def test_the_clock_runs_at_the_pace_that_was_asked(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    await client.post("/clock/pace", json={"pace": 60})

    assert stage.clock.pace == 60


@pytest.mark.parametrize(
    ("to", "passed"), [("ten", timedelta(minutes=10)), ("tomorrow", timedelta(days=1))]
)
async def test_the_clock_can_be_sent_ahead(
    stage: Stage, client: httpx.AsyncClient, to: str, passed: timedelta
) -> None:
    answer = await client.post("/clock/travel", json={"to": to})

    assert answer.json() == {"arrived": True, "came": True}
    assert stage.clock.now() == FRIDAY_MORNING + passed


async def test_tomorrow_is_six_by_the_wall_when_the_clocks_change(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    stage.clock.jump(FRIDAY_MORNING.replace(year=2027, month=3, day=27))

    await client.post("/clock/travel", json={"to": "tomorrow"})

    assert stage.clock.now().isoformat() == "2027-03-28T04:00:00+00:00"


async def test_a_journey_lets_the_bot_send_what_is_planned(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    stage.planned = {FRIDAY_MORNING + HOUR: "une", FRIDAY_MORNING + 2 * HOUR: "deux"}

    first = await client.post("/clock/travel", json={"to": "next"})
    at_first = stage.clock.now()
    await client.post("/clock/travel", json={"to": "tomorrow"})

    sent = {each.text: each.date for each in stage.world.messages(stage.david)}
    assert first.json()["arrived"]
    assert at_first == FRIDAY_MORNING + HOUR
    assert sent == {"une": FRIDAY_MORNING + HOUR, "deux": FRIDAY_MORNING + 2 * HOUR}


async def test_that_nothing_came_in_a_week_is_said(stage: Stage, client: httpx.AsyncClient) -> None:
    answer = await client.post("/clock/travel", json={"to": "next"})

    assert answer.json() == {"arrived": True, "came": False}
    assert stage.clock.now() == FRIDAY_MORNING + timedelta(days=7)


async def test_what_becomes_a_message_on_the_way_is_the_next_one(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    stage.planned = {FRIDAY_MORNING + 9 * HOUR: "ce soir"}
    asked = count()

    async def next_planned() -> datetime | None:
        if next(asked) == 4:
            stage.say("une demande que personne n’a lue", to=stage.ines)
        return await Stage.next_planned(stage)

    stage.next_planned = next_planned  # type: ignore[method-assign]
    await client.post("/clock/travel", json={"to": "next"})

    assert stage.clock.now() < FRIDAY_MORNING + 9 * HOUR


async def test_a_journey_looks_again_while_the_bot_is_quiet(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    looks = iter([FRIDAY_MORNING, FRIDAY_MORNING, None])

    async def next_planned() -> datetime | None:
        return next(looks, None)

    stage.next_planned = next_planned  # type: ignore[method-assign]
    answer = await client.post("/clock/travel", json={"to": "ten"})

    assert answer.json()["arrived"]
    assert stage.clock.now() == FRIDAY_MORNING + timedelta(minutes=10)


async def test_an_answer_on_its_way_is_not_the_next_message(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    later = FRIDAY_MORNING + HOUR
    stage.planned = {FRIDAY_MORNING: "une réponse", later: "un rappel"}

    await client.post("/clock/travel", json={"to": "next"})

    assert stage.clock.now() == later
