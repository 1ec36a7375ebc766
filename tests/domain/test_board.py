"""A board counts marks for an exercise, never for a person."""

from bot.domain.board import Board, Line, Mark

BOARD = Board(
    exercises=("A", "B"),
    lines=(
        Line(name="Camille", marks=(Mark.DONE, Mark.NONE)),
        Line(name="Noa", marks=(Mark.NOT_RECEIVED, Mark.TRIED)),
        Line(name="Lou", marks=(Mark.DONE, Mark.NONE)),
    ),
)


def test_the_marks_of_an_exercise_are_counted_and_what_is_not_seen_is_left_out() -> None:
    assert BOARD.counts(0) == {Mark.DONE: 2, Mark.NOT_RECEIVED: 1}
    assert BOARD.counts(1) == {Mark.TRIED: 1}


def test_a_board_comes_back_from_plain_values() -> None:
    assert Board.from_plain(BOARD.as_plain()) == BOARD
