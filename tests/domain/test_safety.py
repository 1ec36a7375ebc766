"""How words are recognised; which words are, is tried in `tests/content`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.safety import Tier, Watcher, WordList

WORDS = WordList(
    spellings={"want": ["wnat", "w ant"], "leave": ["go away"], "de": ["2", "d"]},
    fillers=["really", "je"],
    denials=["not"],
    sayings=["want to leave (early|on time)", "leave it to … chance"],
    direct=["want to leave", "(envie|besoin) de partir", "all … over"],
    possible=["tired of (it|this|) all", "leav*"],
)


@pytest.fixture(scope="module")
def watcher() -> Watcher:
    return Watcher(WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "want to leave",
        "I WANT TO LEAVE!!!",
        "Ça va. I want to leave. Bye",
        "wnat to leave",
        "w ant to leave",
        "wannnt too leeave",
        "I want to go away",
        "want to go\N{NO-BREAK SPACE}away",
        "I really want to really leave",
        "w4nt t0 leave",
        "w a n t to leave",
        "want… to leave",
        "want... to leave",
        "j’ai ÉNVIE d’partir",
        "besoin 2 partir",
        "all is over",
        "all over",
        "all of it is over",
        "not today, want to leave",
        "I will not. want to leave",
        "want to leave early, want to leave",
    ],
)
def test_what_is_meant_is_found_however_it_is_written(watcher: Watcher, text: str) -> None:
    assert watcher.find(text) is Tier.DIRECT


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "…",
        "want",
        "want to. leave",
        "wants to leaf",
        "not want to leave",
        "not really want to leave",
        "want to leave early",
        "want to leave on time",
        "all of it is not over",
        "all of it will soon be over",
        "leave it to chance",
        "leave it to mere blind chance",
    ],
)
def test_what_is_not_meant_is_left_alone(watcher: Watcher, text: str) -> None:
    assert watcher.find(text) is not Tier.DIRECT


@pytest.mark.parametrize("text", ["tired of it all", "tired of all", "Leaving", "leaves"])
def test_what_is_only_possible_is_told_apart(watcher: Watcher, text: str) -> None:
    assert watcher.find(text) is Tier.POSSIBLE


def test_what_is_direct_counts_first(watcher: Watcher) -> None:
    assert watcher.find("tired of it all. want to leave") is Tier.DIRECT


@pytest.mark.parametrize("phrase", ["", "…", "really", "(a|) b", "… leave"])
def test_a_phrase_that_would_find_anything_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="no phrase"):
        Watcher(WordList(fillers=["really", "b"], direct=[phrase]))


@given(st.text(max_size=200))
def test_anything_can_be_read(text: str) -> None:
    Watcher(WORDS).find(text)
