"""Every button leads somewhere, and every way is offered by some button."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from bot.chat.tables import READERS, TAPS
from bot.domain import rights
from bot.domain.commands import COMMANDS

SERVICES = Path(__file__).parents[2] / "bot" / "services"
HEARD = {"menu", "help"}
DOTTED = re.compile(r"[a-z]+\.[a-z-]+")
LABEL_AND_ACTION = 2


def nodes() -> Iterator[ast.AST]:
    for file in SERVICES.glob("*.py"):
        yield from ast.walk(ast.parse(file.read_text()))


def texts() -> set[str]:
    """Return every text that stands in the services."""
    return {
        node.value
        for node in nodes()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def actions_of_buttons() -> set[str]:
    """Return what the buttons do of which that is written out."""
    calls = [node for node in nodes() if isinstance(node, ast.Call)]
    buttons = [call for call in calls if getattr(call.func, "id", "") == "Button"]
    second = [call.args[1] for call in buttons if len(call.args) >= LABEL_AND_ACTION]
    return {str(one.value) for one in second if isinstance(one, ast.Constant)}


def test_every_button_has_a_service_that_answers_it() -> None:
    assert len(actions_of_buttons()) > 40
    assert actions_of_buttons() - TAPS.keys() == set()


def test_every_action_named_anywhere_has_a_service_that_answers_it() -> None:
    named = {text for text in texts() if DOTTED.fullmatch(text)}

    assert named - TAPS.keys() - READERS.keys() == set()


def test_every_service_that_answers_is_offered_by_a_button() -> None:
    assert TAPS.keys() - texts() == set()


def test_every_command_and_every_word_heard_has_a_service() -> None:
    assert ({*COMMANDS.values()} | HEARD) - TAPS.keys() == set()


def test_every_question_has_a_service_that_reads_the_answer() -> None:
    assert READERS.keys() - texts() == set()


def test_every_button_and_every_question_has_its_rights() -> None:
    assert rights.TAPS.keys() == TAPS.keys()
    assert rights.QUESTIONS.keys() == READERS.keys()
