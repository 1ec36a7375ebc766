"""How long each kind of row is kept: a rule for every table, and none for what is not there."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from sqlalchemy import inspect
from sqlmodel import SQLModel

from bot import store
from bot.store.keeping import LAST_CONTACT, RULES, Aged, aged


def test_every_table_has_a_rule() -> None:
    for module in iter_modules(store.__path__, f"{store.__name__}."):
        import_module(module.name)

    assert set(RULES) == {table.name for table in SQLModel.metadata.sorted_tables}


@pytest.mark.parametrize("rule", aged(), ids=lambda rule: f"{rule.table}.{rule.since}")
def test_a_rule_names_a_moment_of_its_table_and_says_why(rule: Aged) -> None:
    assert rule.since in inspect(rule.row).columns
    assert rule.why
    assert rule.age <= LAST_CONTACT


@pytest.mark.parametrize("table", sorted(RULES))
def test_the_rules_of_a_table_are_about_that_table(table: str) -> None:
    assert {one.table for one in RULES[table] if isinstance(one, Aged)} <= {table}


def test_whoever_runs_it_reads_how_long_each_table_is_kept() -> None:
    text = (Path(__file__).parents[2] / "deploy" / "README.md").read_text()
    part = text.partition("## What is kept, and for how long")[2].partition("\n## ")[0]

    assert {one.table for one in aged() if f"`{one.table}`" not in part} == set()
    assert {days for days in {one.age.days for one in aged()} if f"{days} day" not in part} <= {0}
