"""What the phases of work propose is read as it stands; what is wrong is told with its line."""

from datetime import time
from pathlib import Path

import pytest

from bot.domain.job_phase import Brought, JobPhase
from bot.domain.message import Phrase
from bot.domain.people import Address, Language, Voice
from bot.library.job_phases import read_job_phases
from bot.library.shelf import open_library
from tests.library.content_folder import CONTENT, add, write_small_content
from tests.library.job_phases_folder import write_small_phases

FAMILIAR = Voice(language=Language.FRENCH, address=Address.TU)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_small_phases(write_small_content(tmp_path / "content"))


def told(content: Path) -> list[str]:
    _, faults = read_job_phases(content)
    return [f"{one.file.name}:{one.line}: {one.field} {one.what}" for one in faults]


def test_every_phase_that_ships_proposes_something_in_every_language() -> None:
    library = open_library(CONTENT)

    for phase in JobPhase:
        assert library.job_phase(phase)
        for one in library.job_phase(phase):
            for language in Language:
                assert library.say(Phrase(one.key), Voice(language=language))


def test_a_template_says_what_its_files_say(content: Path) -> None:
    add(content / "job-phases/fr-tu.yaml", "reminders: { eve: Yours }\n")

    library = open_library(content)

    [eve] = library.job_phase(JobPhase.INTERVIEW)
    assert eve == Brought(id="eve", days=-1, wall=time(18))
    assert library.say(Phrase(eve.key), FAMILIAR) == "Yours"
    [weekly] = library.job_phase(JobPhase.STARTING)
    assert weekly == Brought(id="weekly", days=7, wall=time(18, 30), weeks=1, until=28)
    assert told(content) == []


@pytest.mark.parametrize(
    ("file", "was", "becomes", "fault"),
    [
        ("phases.yaml", "  ended: []\n", "", "phases.yaml:1: phases.ended is missing"),
        ("phases.yaml", "until: 28", "until: 7", "phases.yaml:6: phases.starting.0 is over before"),
        (
            "phases.yaml",
            ", until: 28",
            "",
            "phases.yaml:6: phases.starting.0 comes back: say",
        ),
        ("phases.yaml", "every: 1, ", "", "phases.yaml:6: phases.starting.0 comes once"),
        ("phases.yaml", '"18:00"', '"25:00"', "phases.yaml:4: phases.interview.0.at "),
        ("phases.yaml", "working", "dreaming", "phases.yaml:7: phases.dreaming"),
        (
            "phases.yaml",
            "    - { id: eve, days: -1",
            '    - { id: eve, at: "09:00" }\n    - { id: eve, days: -1',
            "phases.yaml:5: phases.interview.1 stands here twice",
        ),
        ("en.yaml", "  eve: The eve\n", "", "en.yaml:1: reminders.eve is missing"),
        ("fr.yaml", "eve:", "dawn:", "fr.yaml:1: reminders.eve is missing"),
        ("en.yaml", "weekly:", "eva: Eva\n  weekly:", "en.yaml:3: reminders.eva belongs to no"),
    ],
)
def test_what_is_wrong_is_told(
    content: Path, file: str, was: str, becomes: str, fault: str
) -> None:
    path = content / "job-phases" / file
    path.write_text(path.read_text(encoding="utf-8").replace(was, becomes), encoding="utf-8")

    assert told(content)[0].startswith(fault)


def test_words_that_are_missing_or_belong_to_nothing_are_told_file_by_file(content: Path) -> None:
    there = content / "job-phases"
    (there / "fr.yaml").write_text("# Words\nreminders:\n  noon: At noon\n")
    add(there / "fr-tu.yaml", "reminders:\n  eve: Yours\n  lost: Yours\n")

    assert told(content) == [
        "fr.yaml:2: reminders.eve is missing",
        "fr.yaml:2: reminders.weekly is missing",
        "fr.yaml:3: reminders.noon belongs to no reminder of a phase",
        "fr-tu.yaml:3: reminders.lost belongs to no reminder of a phase",
    ]


def test_a_folder_that_is_not_there_is_told(content: Path) -> None:
    (content / "job-phases" / "en.yaml").unlink()

    assert "cannot be read" in told(content)[0]
