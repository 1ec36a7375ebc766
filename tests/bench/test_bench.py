"""Each part of the bench runs, at its very smallest; `make bench` measures."""

from collections.abc import AsyncIterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.bench.bench import Bench, Size
from tests.bench.parts import PARTS
from tests.bench.places import Places
from tests.bench.standing_in import a_server


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    with ExitStack() as stack:
        places = Places(folder=tmp_path, stack=stack)
        async with a_server(places.empty()) as server:
            yield Bench(size=Size.TINY, runs=1, places=places, server=server)


PLAYED = [
    pytest.param(name, marks=[pytest.mark.postgresql] if name == "workers" else [])
    for name in PARTS
]


@pytest.mark.parametrize("name", PLAYED)
async def test_a_part_of_the_bench_runs(bench: Bench, name: str) -> None:
    tables = await PARTS[name](bench)

    assert tables
    assert all(len(row) == len(table.head) for table in tables for row in table.rows)
