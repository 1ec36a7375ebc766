"""A small folder of the phases of work."""

from pathlib import Path

from tests.library.content_folder import add

PHASES = """\
phases:
  searching: []
  interview:
    - { id: eve, days: -1, at: "18:00" }
  starting:
    - { id: weekly, days: 7, at: "18:30", every: 1, until: 28 }
  working: []
  ended: []
"""
TEXTS = """\
reminders:
  eve: The eve
  weekly: Every week
"""


def write_small_phases(content: Path) -> Path:
    """Write two reminders of two phases into a content folder, and return the content folder."""
    there = content / "job-phases"
    there.mkdir()
    for name, text in (("phases.yaml", PHASES), ("fr.yaml", TEXTS), ("en.yaml", TEXTS)):
        add(there / name, text)
    return content
