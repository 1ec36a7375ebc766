"""The release of the time zones is read where Python takes the zones from."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.library.zone_release import least_age, zone_marks, zone_release

TODAY = date(2026, 11, 20)


def a_folder(place: Path, head: str | None) -> str:
    (place / "Etc").mkdir()
    (place / "Etc" / "UTC").touch()
    if head is not None:
        (place / "tzdata.zi").write_text(f"{head}\nR A\n")
    return str(place)


@pytest.mark.parametrize(
    ("head", "release"), [("# version 2024a", "2024a"), ("R A", ""), (None, "")]
)
def test_the_zones_of_the_machine_come_first(
    tmp_path: Path, head: str | None, release: str
) -> None:
    assert zone_release([a_folder(tmp_path, head)]) == release


def test_where_the_machine_has_none_ours_are_in_use(tmp_path: Path) -> None:
    ours = zone_release([str(tmp_path)])

    assert ours[:4].isdecimal()
    assert ours >= "2026f"


def test_a_zone_whose_rules_are_others_has_another_mark(tmp_path: Path) -> None:
    (tmp_path / "Europe").mkdir()
    (tmp_path / "Europe" / "Paris").write_bytes(b"other rules")

    before, after = zone_marks(()), zone_marks((str(tmp_path),))

    assert {name for name in before if before[name] != after[name]} == {"Europe/Paris"}


@pytest.mark.parametrize(
    ("release", "days"), [("2024a", 689), ("2025b", 324), ("2026f", 0), ("2027a", 0)]
)
def test_a_release_is_as_old_as_the_end_of_its_year(release: str, days: int) -> None:
    assert least_age(release, TODAY) == timedelta(days=days)


@pytest.mark.parametrize("release", ["", "unknown", "posix"])
def test_what_is_no_release_has_no_age(release: str) -> None:
    assert least_age(release, TODAY) is None
