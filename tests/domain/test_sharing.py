"""Who may see what of a person: every stream, every audience, every choice."""

from itertools import product

import pytest

from bot.domain.sharing import (
    ALWAYS,
    CHOOSABLE,
    PRESETS,
    Audience,
    Preset,
    Stream,
    keeps_something,
    may_see,
)

EVERY = list(product(Stream, Audience))
ALL_CHOSEN = dict.fromkeys(EVERY, True)
NONE_CHOSEN = dict.fromkeys(EVERY, False)

# The table of streams in the design, as (coach, facilitators).
TABLE = {
    Stream.REACHED: ("always", "always"),
    Stream.EXERCISES: ("as chosen", "as chosen"),
    Stream.WAKEUPS: ("as chosen", "never"),
    Stream.CHECKINS: ("as chosen", "never"),
    Stream.AFTERWORK: ("as chosen", "never"),
}


@pytest.mark.parametrize(("stream", "audience"), EVERY)
def test_a_stream_is_seen_as_the_design_says(stream: Stream, audience: Audience) -> None:
    said = dict(zip((Audience.COACH, Audience.FACILITATOR), TABLE[stream], strict=True))

    unsaid = may_see({}, stream, audience)
    refused = may_see(NONE_CHOSEN, stream, audience)
    allowed = may_see(ALL_CHOSEN, stream, audience)

    assert (unsaid, refused, allowed) == {
        "always": (True, True, True),
        "as chosen": (False, False, True),
        "never": (False, False, False),
    }[said[audience]]


@pytest.mark.parametrize("chosen", CHOOSABLE)
def test_a_choice_shows_that_one_stream_to_that_one_audience(
    chosen: tuple[Stream, Audience],
) -> None:
    shown = {each for each in EVERY if may_see({chosen: True}, *each)}

    assert shown == ALWAYS | {chosen}


@pytest.mark.parametrize(
    ("preset", "shown"),
    [
        (Preset.ESSENTIAL, set(CHOOSABLE)),
        (Preset.MINIMUM, {(Stream.EXERCISES, Audience.FACILITATOR)}),
    ],
)
def test_a_preset_answers_every_question(
    preset: Preset, shown: set[tuple[Stream, Audience]]
) -> None:
    choices = PRESETS[preset]

    assert set(choices) == set(CHOOSABLE)
    assert {each for each in EVERY if may_see(choices, *each)} == ALWAYS | shown


def test_somebody_keeps_something_unless_all_is_shown() -> None:
    one = next(one for one in CHOOSABLE if one[1] is Audience.COACH)

    assert not keeps_something(ALL_CHOSEN, Audience.COACH)
    assert keeps_something({**ALL_CHOSEN, one: False}, Audience.COACH)
    assert not keeps_something({**ALL_CHOSEN, one: False}, Audience.FACILITATOR)
    assert keeps_something({}, Audience.FACILITATOR)
