from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import dialogue
from bot.domain.dialogue import Run, RunState
from bot.domain.exercise import Answers, Exercise, Step, StepKind
from tests.domain.exercises import BRANCHING, SAMPLES, a_step, after, an_exercise, exercises

Move: TypeAlias = Callable[[Exercise, Run], Run]

MOVES: dict[str, Move] = {
    "back": dialogue.back,
    "skip": dialogue.skip,
    "forward": dialogue.go_forward,
    "again": dialogue.again,
    "stop": lambda _, run: dialogue.stop(run),
    "resume": lambda _, run: dialogue.resume(run),
    "mark": lambda exercise, run: dialogue.mark(exercise, run, "a", chosen=True),
    "unmark": lambda exercise, run: dialogue.mark(exercise, run, "a", chosen=False),
}
WORDS = an_exercise(a_step("words", StepKind.TEXT), a_step("last"))


def moves() -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([*MOVES, "0", "1", "2"]), max_size=25)


def move(exercise: Exercise, run: Run, name: str) -> Run:
    """Make a move by its name; a number answers with one of the answers that fit."""
    step = dialogue.question(exercise, run)
    if name in MOVES:
        return MOVES[name](exercise, run)
    return dialogue.answer(exercise, run, sample(step, int(name))) if step else run


def sample(step: Step, number: int = 0) -> str | tuple[str, ...]:
    samples = SAMPLES[step.kind]
    return samples[number % len(samples)]


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ((), "first"),
        (("b",), "last"),
        (("a",), "only-a"),
        (("a", "a"), "last"),
        (("a", "b"), "deep"),
        (("a", "b", "c"), "last"),
        (("b", "a"), None),
    ],
)
def test_the_next_question_follows_the_answers(answers: tuple[str, ...], asked: str | None) -> None:
    assert after(BRANCHING, *answers).at == asked


def test_the_last_answer_finishes_the_run() -> None:
    run = after(BRANCHING, "b", "c")

    assert (run.state, run.at) == (RunState.FINISHED, None)


@pytest.mark.parametrize("value", ["", "d", "A", ("a",), ()])
def test_what_does_not_fit_changes_nothing(value: str | tuple[str, ...]) -> None:
    run = dialogue.begin(BRANCHING)

    assert dialogue.answer(BRANCHING, run, value) == run


def test_what_branching_leaves_out_counts_no_more_but_is_kept() -> None:
    run = after(BRANCHING, "a", "b", "c")
    for _ in range(3):
        run = dialogue.back(BRANCHING, run)

    run = dialogue.answer(BRANCHING, run, "b")

    assert dialogue.given(BRANCHING, run) == {"first": "b"}
    assert run.answers == {"first": "b", "only-a": "b", "deep": "c"}


def test_going_forward_again_asks_what_was_answered() -> None:
    run = after(BRANCHING, "a", "b", "c")
    for _ in range(3):
        run = dialogue.back(BRANCHING, run)

    asked = []
    for _ in range(4):
        asked.append((run.at, run.answers.get(run.at or "")))
        run = dialogue.go_forward(BRANCHING, run)

    assert asked == [("first", "a"), ("only-a", "b"), ("deep", "c"), ("last", None)]


def test_back_from_the_end_asks_the_last_question() -> None:
    run = dialogue.back(BRANCHING, after(BRANCHING, "b", "c"))

    assert (run.at, run.state) == ("last", RunState.OPEN)


def test_back_at_the_first_question_changes_nothing() -> None:
    run = dialogue.begin(BRANCHING)

    assert dialogue.back(BRANCHING, run) == run


def test_a_question_that_is_skipped_has_no_answer() -> None:
    run = dialogue.back(BRANCHING, after(BRANCHING, "a"))

    run = dialogue.skip(BRANCHING, run)

    assert (run.at, run.answers) == ("last", {})


def test_several_options_are_chosen_one_by_one() -> None:
    exercise = an_exercise(a_step("some", StepKind.SEVERAL), a_step("last"))
    run = dialogue.begin(exercise)

    for option, chosen in (("c", True), ("a", True), ("b", True), ("b", False), ("b", False)):
        run = dialogue.mark(exercise, run, option, chosen=chosen)

    assert (run.at, run.turn, run.answers) == ("some", 0, {"some": ("a", "c")})


def test_no_more_options_are_chosen_than_can_be() -> None:
    two_of_three = replace(a_step("some", StepKind.SEVERAL), at_most=2)
    exercise = an_exercise(two_of_three, a_step("last"))
    run = dialogue.begin(exercise)
    for option in ("a", "c"):
        run = dialogue.mark(exercise, run, option, chosen=True)

    assert dialogue.mark(exercise, run, "b", chosen=True) is run
    assert dialogue.mark(exercise, run, "a", chosen=True).answers == {"some": ("a", "c")}
    assert dialogue.mark(exercise, run, "a", chosen=False).answers == {"some": ("c",)}


@pytest.mark.parametrize(
    ("at_most", "chosen", "option", "is_full"),
    [
        (2, ("a", "b"), "c", True),
        (2, ("a", "b"), "a", False),
        (2, ("a",), "c", False),
        (0, ("a", "b"), "c", False),
        (1, ("a", "b"), "c", True),
    ],
)
def test_a_choice_is_full_for_one_more(
    at_most: int, chosen: tuple[str, ...], option: str, *, is_full: bool
) -> None:
    exercise = an_exercise(replace(a_step("some", StepKind.SEVERAL), at_most=at_most))
    run = replace(dialogue.begin(exercise), answers={"some": chosen})

    assert dialogue.is_full(exercise, run, option) is is_full


def test_at_the_end_nothing_is_full() -> None:
    run = replace(dialogue.begin(BRANCHING), at=None)

    assert not dialogue.is_full(BRANCHING, run, "a")


def test_of_an_exercise_that_takes_less_now_what_is_too_much_is_asked_again() -> None:
    before = an_exercise(a_step("some", StepKind.SEVERAL), a_step("last"))
    less = replace(a_step("some", StepKind.SEVERAL), at_most=2)
    run = replace(dialogue.begin(before), answers={"some": ("a", "b", "c")})

    fitted = dialogue.fit_to(an_exercise(less, a_step("last"), version=2), run)

    assert (fitted.at, fitted.answers) == ("some", {})


def test_choosing_none_of_several_is_an_answer() -> None:
    exercise = an_exercise(a_step("some", StepKind.SEVERAL))

    run = dialogue.go_forward(exercise, dialogue.begin(exercise))

    assert (run.answers, run.state) == ({"some": ()}, RunState.FINISHED)


def test_only_several_options_can_be_marked() -> None:
    run = dialogue.begin(BRANCHING)

    assert dialogue.mark(BRANCHING, run, "a", chosen=True) == run


def test_a_run_that_was_stopped_goes_on_where_it_stood() -> None:
    stopped = dialogue.stop(after(BRANCHING, "a"))

    run = dialogue.resume(stopped)

    assert (stopped.state, run.state, run.at) == (RunState.STOPPED, RunState.OPEN, "only-a")
    assert run.answers == {"first": "a"}


def test_a_run_that_is_stopped_before_any_answer_is_left() -> None:
    assert dialogue.stop(dialogue.begin(BRANCHING)).state is RunState.LEFT


@pytest.mark.parametrize("state", [RunState.FINISHED, RunState.LEFT])
def test_what_is_over_is_neither_stopped_nor_resumed(state: RunState) -> None:
    run = replace(after(BRANCHING, "a"), state=state)

    assert dialogue.stop(run) == dialogue.resume(run) == run


def test_doing_it_again_offers_every_answer() -> None:
    run = dialogue.again(BRANCHING, after(BRANCHING, "b", "c"))

    assert (run.at, run.state, run.answers) == ("first", RunState.OPEN, {"first": "b", "last": "c"})


@pytest.mark.parametrize(
    ("earlier", "answers", "asked"),
    [
        ({"first": "b", "last": "a"}, {"first": "b", "last": "a"}, None),
        ({"first": "a", "last": "a"}, {"first": "a", "last": "a"}, "only-a"),
        ({"first": "b", "only-a": "b", "last": "a"}, {"first": "b", "last": "a"}, None),
        ({"first": "z", "last": "a"}, {"last": "a"}, "first"),
        ({}, {}, "first"),
    ],
)
def test_as_usual_repeats_what_is_on_the_way(
    earlier: Answers, answers: Answers, asked: str | None
) -> None:
    run = dialogue.repeat(BRANCHING, dialogue.begin(BRANCHING), earlier)

    assert (run.answers, run.at) == (answers, asked)


def test_words_are_not_as_usual() -> None:
    run = dialogue.repeat(WORDS, dialogue.begin(WORDS), {"words": "tired", "last": "a"})

    assert (run.answers, run.state) == ({"last": "a"}, RunState.FINISHED)


@pytest.mark.parametrize(
    ("more", "words"),
    [("b", "a\nb"), ("b" * 30, "a\n" + "b" * 18)],
)
def test_more_words_are_added_up_to_the_limit(more: str, words: str) -> None:
    run = dialogue.add(WORDS, after(WORDS, "a"), "words", more=more)

    assert run.answers == {"words": words}


@pytest.mark.parametrize("step", ["last", "gone"])
def test_words_are_added_only_to_words(step: str) -> None:
    run = after(WORDS, "a", "b")

    assert dialogue.add(WORDS, run, step, more="more") == run


@pytest.mark.parametrize(
    ("steps", "answers", "asked"),
    [
        (("first", "only-a", "last"), {"first": "a", "only-a": "b"}, "last"),
        (("only-a", "last"), {"only-a": "b"}, "last"),
        (("first", "only-a"), {"first": "a", "only-a": "b"}, None),
        (("new", "first"), {"first": "a"}, "new"),
    ],
)
def test_an_exercise_that_changed_goes_on_with_the_answers_it_still_takes(
    steps: tuple[str, ...], answers: Answers, asked: str | None
) -> None:
    run = replace(after(BRANCHING, "a", "b"), at="last")
    changed = an_exercise(*map(a_step, steps), version=2)

    run = dialogue.fit_to(changed, run)

    assert (run.version, run.answers, run.at) == (2, answers, asked)


def test_an_option_that_is_gone_is_no_answer_any_more() -> None:
    changed = an_exercise(replace(a_step("first"), options=("b", "c")), version=2)

    run = dialogue.fit_to(changed, after(BRANCHING, "a"))

    assert (run.answers, run.at) == ({}, "first")


def test_a_run_that_is_over_stays_over_when_the_exercise_changes() -> None:
    run = dialogue.fit_to(an_exercise(a_step("new"), version=2), after(BRANCHING, "b", "a"))

    assert (run.state, run.at) == (RunState.FINISHED, None)


def test_the_same_version_changes_nothing() -> None:
    run = after(BRANCHING, "a")

    assert dialogue.fit_to(BRANCHING, run) is run


@pytest.mark.parametrize(
    ("answers", "steps", "kept", "asked"),
    [
        ((), ["first", "third"], {}, "first"),
        (("a",), ["first", "third"], {"first": "a"}, "third"),
        (("a", "b"), ["second"], {"second": "b"}, "second"),
        (("a",), ["second"], {}, "second"),
    ],
)
def test_the_easier_version_keeps_the_answers_of_its_steps_and_asks_one_of_them(
    answers: tuple[str, ...], steps: list[str], kept: Answers, asked: str
) -> None:
    whole = an_exercise(a_step("first"), a_step("second"), a_step("third"))
    short = an_exercise(*map(a_step, steps))

    run = dialogue.shortened(short, after(whole, *answers))

    assert (run.state, run.answers, run.at) == (RunState.OPEN, kept, asked)


@given(exercises(), moves())
@settings(deadline=None)
def test_going_back_loses_nothing_whatever_was_tapped(exercise: Exercise, names: list[str]) -> None:
    run = dialogue.begin(exercise)
    for name in names:
        before, run = run, move(exercise, run, name)
        if name == "back":
            assert run.answers == before.answers
        if name not in {"skip", "unmark"}:
            assert before.answers.keys() <= run.answers.keys()


@given(exercises(), moves())
@settings(deadline=None)
def test_only_what_is_on_the_way_is_asked(exercise: Exercise, names: list[str]) -> None:
    run = dialogue.begin(exercise)
    for name in names:
        run = move(exercise, run, name)
        step = dialogue.question(exercise, run)
        assert (step is None) == (run.state is RunState.FINISHED)
        assert step is None or step.is_asked(dialogue.given(exercise, run))
        assert step is None or step in dialogue.path(exercise, run)


@given(exercises(), moves(), st.lists(st.sampled_from(["0", "1", "2", "skip", "forward"])))
@settings(deadline=None)
def test_going_forward_always_ends(exercise: Exercise, names: list[str], onward: list[str]) -> None:
    run = dialogue.begin(exercise)
    for name in names:
        run = move(exercise, run, name)

    for number in range(len(exercise.steps)):
        run = move(exercise, run, onward[number] if number < len(onward) else "0")

    assert dialogue.question(exercise, run) is None


@given(exercises(), moves())
@settings(deadline=None)
def test_a_run_comes_back_from_its_plain_form(exercise: Exercise, names: list[str]) -> None:
    run = dialogue.begin(exercise)
    for name in names:
        run = move(exercise, run, name)

    assert Run.from_plain(run.as_plain()) == run


@given(exercises(), moves(), exercises())
@settings(deadline=None)
def test_a_run_goes_on_in_any_other_version(
    exercise: Exercise, names: list[str], other: Exercise
) -> None:
    run = dialogue.begin(exercise)
    for name in names:
        run = move(exercise, run, name)
    changed = replace(other, version=2)

    run = dialogue.fit_to(changed, run)

    step = dialogue.question(changed, run)
    assert step is None or step in dialogue.path(changed, run)
    assert all(one.fits(run.answers[one.id]) for one in other.steps if one.id in run.answers)
    assert run.answers.keys() <= {one.id for one in other.steps}
