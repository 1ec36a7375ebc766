from datetime import timedelta

import pytest

from bot.domain.coping import Helped, Toolbox, Tried, ranked, times_helped
from bot.domain.exercise import Exercise, ExerciseKind, Line, Step, StepKind

FEET, WATER, BREATH = "feet", "water", "breath"


def a_technique(id_: str, *, at_first: bool = True) -> Exercise:
    return Exercise(id=id_, kind=ExerciseKind.TECHNIQUE, version=1, steps=(), at_first=at_first)


TECHNIQUES = (a_technique(FEET), a_technique(WATER), a_technique(BREATH, at_first=False))


def ids(techniques: object) -> list[str]:
    assert isinstance(techniques, list | tuple)
    return [one.id for one in techniques]


def tried(technique: str, *helped: Helped) -> list[Tried]:
    return [Tried(technique=technique, helped=one) for one in helped]


@pytest.mark.parametrize(
    ("toolbox", "allowed"),
    [
        (Toolbox(), [FEET, WATER]),
        (Toolbox(chosen={BREATH: True}), [FEET, WATER, BREATH]),
        (Toolbox(chosen={FEET: False}), [WATER]),
        (Toolbox(aside={WATER: "run"}), [FEET]),
        (Toolbox(chosen={BREATH: True}, aside={BREATH: "run"}), [FEET, WATER]),
        (Toolbox(aside={WATER: "run"}).choose(WATER, wanted=True), [FEET, WATER]),
        (Toolbox().choose(FEET, wanted=False), [WATER]),
        (Toolbox().choose(FEET, wanted=False).choose(FEET, wanted=True), [FEET, WATER]),
    ],
)
def test_a_person_decides_and_the_rest_is_as_at_first(toolbox: Toolbox, allowed: list[str]) -> None:
    assert ids(toolbox.allowed(TECHNIQUES)) == allowed


def test_what_was_worse_is_put_aside() -> None:
    toolbox = Toolbox().after(FEET, "run", {"helped": Helped.WORSE})

    assert ids(toolbox.allowed(TECHNIQUES)) == [WATER]


def test_who_meant_another_answer_has_it_back() -> None:
    worse = Toolbox().after(FEET, "run", {"helped": Helped.WORSE})

    assert worse.after(FEET, "run", {"helped": Helped.NO}) == Toolbox()
    assert worse.after(FEET, "run", {}) == Toolbox()


def test_a_later_and_better_time_does_not_bring_it_back() -> None:
    worse = Toolbox().after(FEET, "run", {"helped": Helped.WORSE})

    assert worse.after(FEET, "later", {"helped": Helped.YES}) is worse


@pytest.mark.parametrize("helped", [Helped.YES, Helped.A_BIT, Helped.NO])
def test_any_other_answer_changes_nothing(helped: Helped) -> None:
    toolbox = Toolbox(chosen={BREATH: True})

    assert toolbox.after(FEET, "run", {"helped": helped}) is toolbox


def test_it_is_the_same_after_being_stored() -> None:
    toolbox = Toolbox(chosen={BREATH: True, FEET: False}, aside={WATER: "run"})

    assert Toolbox.from_plain(toolbox.as_plain()) == toolbox


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], [FEET, WATER, BREATH]),
        (tried(WATER, Helped.A_BIT), [WATER, FEET, BREATH]),
        (tried(WATER, Helped.NO, Helped.WORSE), [FEET, WATER, BREATH]),
        (tried(BREATH, Helped.YES) + tried(WATER, Helped.A_BIT), [BREATH, WATER, FEET]),
        (
            tried(BREATH, Helped.YES) + tried(WATER, Helped.A_BIT, Helped.A_BIT),
            [WATER, BREATH, FEET],
        ),
    ],
)
def test_what_helped_oftenest_comes_first(said: list[Tried], expected: list[str]) -> None:
    assert ids(ranked(TECHNIQUES, said)) == expected


def test_a_bit_counts_as_help_and_no_does_not() -> None:
    said = tried(FEET, Helped.YES, Helped.A_BIT, Helped.NO, Helped.WORSE)

    assert times_helped(said) == {FEET: 2}


def test_a_technique_stands_in_its_frame() -> None:
    before = Step(id="before", kind=StepKind.SCALE, options=("calm", "tense"))
    after = Step(id="after", kind=StepKind.SCALE, options=("calm", "tense"))
    frame = Exercise(id="around", kind=ExerciseKind.PRACTICE, version=1, steps=(before, after))
    lines = tuple(Line(id=f"l{n}", lasts=timedelta(seconds=20)) for n in range(3))
    how = Step(id="how", kind=StepKind.GUIDE, lines=lines)
    whole = Exercise(id=FEET, kind=ExerciseKind.TECHNIQUE, version=1, steps=(how,)).within(frame)

    assert whole.steps == (before, how, after)
    assert whole.lasts == timedelta(minutes=1)
    assert whole.prompt(how) == "feet/steps/how/prompt"
    assert whole.prompt(before) == "around/steps/before/prompt"
    assert whole.name(before) == "around/steps/before/name"
    assert whole.label(how, "l0") == "feet/steps/how/lines/l0"
    assert (whole.closing, whole.caution) == ("around/closing", "feet/caution")
