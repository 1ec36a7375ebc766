from pathlib import Path

import pytest

from bot.library.entries import read_words
from bot.library.patterns import texts, variables


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("Hello", ["Hello"]),
        ("Hello { $name }", ["Hello {$name}"]),
        ("Hello { { $name } }", ["Hello {$name}"]),
        ("Hello { other }", ["Hello Other {$x}"]),
        ("Hello { -term }", ["Hello Term"]),
        ("Hello { nowhere }", ["Hello {nowhere}"]),
        ("Hello { one }", ["Hello {one}"]),
        ('Hello { "{" }', ["Hello {"]),
        ("Hello { 3 }", ["Hello {}"]),
        (
            "{ $n ->\n    [one] A day\n   *[other] { $n } days\n } left",
            ["A day left", "{$n} days left"],
        ),
    ],
)
def test_a_pattern_is_told_as_every_text_it_can_become(
    tmp_path: Path, pattern: str, expected: list[str]
) -> None:
    file = tmp_path / "words.ftl"
    file.write_text(f"one = {pattern}\nother = Other {{ $x }}\n-term = Term\n", encoding="utf-8")

    words, faults = read_words(file)

    assert faults == []
    assert texts(words.entries["one"], words.entries) == expected


def test_variables_are_found_through_references(tmp_path: Path) -> None:
    file = tmp_path / "words.ftl"
    file.write_text("one = { two } { $a }\ntwo = { one } { $b } { -t }\n-t = { $c }\n")
    words, _ = read_words(file)
    one = words.entries["one"]

    assert variables(one, words.entries) == {"a", "b", "c"}
    assert one.named.keys == {"two"}
