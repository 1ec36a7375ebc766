"""The program keeps its shape: short files and functions, few patches, nothing foreign inside."""

import ast
import re
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).resolve().parent.parent
Function = ast.FunctionDef | ast.AsyncFunctionDef
WITHIN = ast.stmt | ast.excepthandler | ast.match_case
"""What a function can stand in."""

TOP_LEVEL = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "bot",
    "content",
    "deploy",
    "pyproject.toml",
    "tests",
    "uv.lock",
}
MADE_BY_TOOLS = {"uv.lock", "deploy/requirements.txt", "deploy/requirements-dev.txt"}
FOREIGN = {
    "a path of someone's machine": re.compile(r"(?<![\w./~-])/(?:work|tmp|root|Users)/\w"),
    "the host of a registry": re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)"),
    "the number of an issue": re.compile(r"\bissues?(?:/| #?)\d+", re.IGNORECASE),
}
PATCHES = {"monkeypatch", "mocker", "patch", "Mock", "MagicMock", "AsyncMock"}


@cache
def kept_files() -> list[str]:
    """Return what git keeps, as paths from the root; where there is no git, what a clone holds."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        files = (each.relative_to(ROOT) for each in ROOT.rglob("*") if each.is_file())
        return [str(each) for each in files if is_kept_without_git(each)]
    command = [git, "-c", "safe.directory=*", "ls-files", "-z"]
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    return [each for each in run.stdout.split("\0") if each and (ROOT / each).exists()]


@cache
def written_by_hand() -> dict[str, str]:
    """Return the texts of the files that somebody wrote, by name."""
    raw = {name: (ROOT / name).read_bytes() for name in kept_files() if name not in MADE_BY_TOOLS}
    return {name: each.decode(errors="ignore") for name, each in raw.items() if b"\0" not in each}


def is_kept_without_git(file: Path) -> bool:
    known = {".ci", ".gitignore"}
    return all(part in known or not part.startswith((".", "__pycache__")) for part in file.parts)


def python_files(folder: str) -> list[Path]:
    kept = [each for each in kept_files() if each.startswith(f"{folder}/")]
    return [ROOT / each for each in kept if each.endswith(".py") and "/versions/" not in each]


def line_count(file: Path) -> int:
    return len(file.read_text().splitlines())


@cache
def functions(file: Path) -> Sequence[Function]:
    """Return the functions of a file, which is taken apart once for all that is asked of them."""
    found: list[Function] = []
    waiting: list[ast.AST] = [ast.parse(file.read_text())]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Function):
            found.append(node)
        # No function stands inside an expression, which is most of what stands in a file.
        waiting += [each for each in ast.iter_child_nodes(node) if isinstance(each, WITHIN)]
    return found


def length(function: Function) -> int:
    """Count the lines of a function from `def` to its end, without the docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is None or len(function.body) == 1:
        return lines
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1)


def does_patch(test: Function) -> bool:
    for each in ast.walk(test):
        match each:
            case ast.arg(arg=name) | ast.Name(id=name) | ast.Attribute(attr=name):
                if name in PATCHES:
                    return True
    return False


def settings() -> list[str]:
    """Return the environment's name of each setting."""
    tree = ast.parse((ROOT / "bot/settings.py").read_text())
    classes = [each for each in tree.body if isinstance(each, ast.ClassDef)]
    fields = [field for each in classes if each.name == "Settings" for field in each.body]
    targets = [each.target for each in fields if isinstance(each, ast.AnnAssign)]
    return [f"RELAIS_{each.id.upper()}" for each in targets if isinstance(each, ast.Name)]


def test_most_modules_are_short() -> None:
    lengths = [line_count(each) for each in python_files("bot") if each.name != "__init__.py"]

    assert median(lengths) <= 120


@pytest.mark.parametrize("folder", ["bot", "tests"])
def test_no_module_is_long(folder: str) -> None:
    long = {str(each.relative_to(ROOT)): line_count(each) for each in python_files(folder)}

    assert {name: lines for name, lines in long.items() if lines > 400} == {}


def test_most_functions_are_short() -> None:
    lengths = [length(each) for file in python_files("bot") for each in functions(file)]

    assert median(lengths) <= 8
    assert quantiles(lengths, n=20)[-1] <= 30


@pytest.mark.parametrize("folder", ["bot", "tests"])
def test_no_function_is_long(folder: str) -> None:
    long = {
        f"{file.relative_to(ROOT)}:{each.lineno} {each.name}": length(each)
        for file in python_files(folder)
        for each in functions(file)
    }

    assert {name: lines for name, lines in long.items() if lines > 50} == {}


def test_few_tests_patch() -> None:
    every = [each for file in python_files("tests") for each in functions(file)]
    tests = [each for each in every if each.name.startswith("test_")]
    patching = [each.name for each in tests if does_patch(each)]

    assert len(patching) <= 0.05 * len(tests), patching


def test_every_setting_is_explained_to_those_who_run_it() -> None:
    named = set(re.findall(r"RELAIS_[A-Z_]+", (ROOT / "README.md").read_text()))

    assert settings()
    assert set(settings()) - named == set()


def test_every_setting_that_is_explained_exists() -> None:
    named = set(re.findall(r"`(RELAIS_[A-Z_]+)`", (ROOT / "README.md").read_text()))

    assert named - set(settings()) == set()


def test_the_top_level_holds_only_what_belongs_there() -> None:
    assert {each.split("/")[0] for each in kept_files()} - TOP_LEVEL == set()


@pytest.mark.parametrize("kind", FOREIGN)
def test_no_file_names_a_place_it_was_made_at(kind: str) -> None:
    found = [
        f"{name}: {match[0]}"
        for name, text in written_by_hand().items()
        for match in FOREIGN[kind].finditer(text)
    ]

    assert found == []


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [
        ("a path of someone's machine", "see /{}/x.py", "work"),
        ("a path of someone's machine", '"/{}/x"', "tmp"),
        ("the host of a registry", "https://{}.org/simple", "pypi"),
        ("the number of an issue", "as {} #12 asks", "issue"),
    ],
)
def test_a_foreign_place_is_recognised(kind: str, text: str, name: str) -> None:
    assert FOREIGN[kind].search(text.format(name))


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("def f():\n    return 1", 2),
        ('def f():\n    """Say.\n\n    More.\n    """\n    return 1', 2),
        ('@wraps\ndef f():\n    """Say."""', 2),
        ("async def f():\n    return 1", 2),
    ],
)
def test_a_function_is_measured_without_its_docstring(source: str, lines: int) -> None:
    [function] = ast.parse(source).body

    assert isinstance(function, Function)
    assert length(function) == lines


@pytest.mark.parametrize(
    ("source", "patches"),
    [
        ("def test_x(monkeypatch): ...", True),
        ("def test_x(): mock.patch.object(a, 'b')", True),
        ("def test_x(person): person.answer()", False),
    ],
)
def test_a_patch_is_recognised(source: str, *, patches: bool) -> None:
    [test] = ast.parse(source).body

    assert isinstance(test, Function)
    assert does_patch(test) is patches
