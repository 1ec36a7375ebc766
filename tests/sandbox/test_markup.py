"""Telegram's HTML: what is marked, what is refused, and how it is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.entities import utf16_length, with_found
from bot.sandbox.markup import parse_html
from bot.sandbox.messages import Entity
from bot.sandbox.refusals import RefusalError


def marks(source: str) -> list[tuple[str, int, int]]:
    return [(each.type, each.offset, each.length) for each in parse_html(source)[1]]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("plain", "plain", []),
        ("<b>a</b><strong>b</strong>", "ab", [("bold", 0, 1), ("bold", 1, 1)]),
        ("<i>a</i><em>b</em>", "ab", [("italic", 0, 1), ("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        ("<s>a</s><strike>b</strike>", "ab", [("strikethrough", 0, 1), ("strikethrough", 1, 1)]),
        ("<del>a</del>", "a", [("strikethrough", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("🙂<b>é🙂</b>", "🙂é🙂", [("bold", 2, 3)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<B>a</b >", "a", [("bold", 0, 1)]),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("<b></b>a", "a", []),
        ("<code>a<b>b</b></code>", "ab", [("code", 0, 2)]),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;", '1 < 2 && 3 > 2 "', []),
        ("&#233;&#xE9;&nbsp;&#0;&#xD800;", "éé&nbsp;&#0;&#xD800;", []),
        ("a > b", "a > b", []),
    ],
)
def test_what_is_marked(source: str, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert parse_html(source)[0] == text
    assert marks(source) == expected


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ('<a href="https://example.org/?a=1&amp;b=2">ici</a>', "https://example.org/?a=1&b=2"),
        ("<a href='tg://user?id=1'>ici</a>", "tg://user?id=1"),
        ("<a>example.org</a>", "example.org"),
        ('<a href="https://example.org/?a>b">ici</a>', "https://example.org/?a>b"),
    ],
)
def test_a_link_keeps_its_address(source: str, url: str) -> None:
    (entity,) = parse_html(source)[1]

    assert (entity.type, entity.url) == ("text_link", url)


def test_a_link_that_leads_nowhere_is_only_text() -> None:
    assert parse_html('<a href="nowhere">ici</a>') == ("ici", ())


def test_code_says_its_language() -> None:
    _, entities = parse_html('<pre><code class="language-python">a = 1</code></pre>')

    assert entities == (Entity(type="pre", offset=0, length=5, language="python"),)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("é</b>", "Unexpected end tag at byte offset 2"),
        ("é<div>a</div>", 'Unsupported start tag "div" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("je t’aime <3 fort", 'Unsupported start tag "3" at byte offset 12'),
        ("<a href='https://example.org/>a</a>", "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "<a href>a</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
    ],
)
def test_what_cannot_be_parsed(source: str, words: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        parse_html(source)

    assert refusal.value.description == f"Bad Request: can't parse entities: {words}"


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert parse_html(escaped) == (text, ())


@given(st.text(alphabet="<>/bia &;#x=\"'é🙂"))
def test_any_source_is_read_or_refused_and_marks_stay_inside(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except RefusalError:
        return

    assert all(
        0 <= each.offset < each.offset + each.length <= utf16_length(text) for each in entities
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start abc", [("bot_command", 0, 6)]),
        ("🙂 /aide@relais_bot", [("bot_command", 3, 16)]),
        ("Voir https://example.org/a.", [("url", 5, 21)]),
        ("t.me/relais?start=abc", [("url", 0, 21)]),
        ("Écrire à @relais_demo", [("mention", 9, 12)]),
        ("alma@example.org", [("email", 0, 16)]),
        ("à 7.15 ou 7/8", []),
    ],
)
def test_what_telegram_marks_by_itself(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert [(each.type, each.offset, each.length) for each in with_found(text)] == expected


def test_nothing_is_found_inside_a_link_or_code() -> None:
    link = Entity(type="text_link", offset=0, length=19, url="https://example.net")
    bold = Entity(type="bold", offset=0, length=19)

    assert with_found("https://example.org", [link]) == (link,)
    assert [each.type for each in with_found("https://example.org", [bold])] == ["bold", "url"]
