"""A page of words becomes a picture that Telegram takes, however it was written."""

import struct

import pytest

from bot.pictures.pages import LONGEST, draw
from bot.pictures.render import png

MOST = 10_000
"""Width and height together, in pixels: what Telegram takes as a photo."""


def size(picture: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_a_page_shows_its_heading_and_its_lines() -> None:
    drawing = draw("My plan\n\nSigns\nI sleep <badly> & wake")

    assert "My plan" in drawing
    assert "I sleep &lt;badly&gt; &amp; wake" in drawing
    assert png(drawing).startswith(b"\x89PNG")


@pytest.mark.parametrize("text", ["", "\n", "🙂", "a" * 3_000, "a\n" * 3_000, "W w " * 1_000])
def test_any_text_becomes_a_picture_of_a_size_that_is_taken(text: str) -> None:
    width, height = size(png(draw(f"Heading\n{text}")))

    assert width + height <= MOST
    assert height <= 20 * width


def test_what_is_too_long_for_a_page_is_left_out() -> None:
    assert draw("Heading\n" + "line\n" * 500).count("<text") == LONGEST + 1


def test_a_gap_stands_between_paragraphs() -> None:
    apart, together = draw("Heading\none\n\ntwo"), draw("Heading\none\ntwo")

    assert apart != together
    assert apart.count("<text") == together.count("<text")
