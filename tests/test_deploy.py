"""What starts Relais on a server agrees with the program, and with itself."""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from configparser import ConfigParser
from contextlib import chdir, closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.__main__ import Relais
from bot.engine.drains import LAST_CALL
from bot.parts import Part
from bot.settings import Settings
from tests.canaries import CANARY_TOKEN

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
COMPOSES = ["compose.yaml", "compose.postgresql.yaml"]
UNITS = ["relais.service", "relais-backup.service"]
SCRIPTS = ["as-relais.sh", "backup.sh", "restore.sh", "setup.sh"]
INSTALLED = "/opt/relais"
ON_A_SERVER = {"approvals_file", "database_url", "secret_key_file", "telegram_token"}
"""The settings that `env.example` gives; of all others it shows the defaults."""


def read(name: str) -> str:
    return (DEPLOY / name).read_text()


def composed(name: str) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe", pure=True).load(read(name))
    return found


def unit(name: str) -> ConfigParser:
    parser = ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign] # names keep their capitals
    parser.read_string(read(name))
    return parser


def example() -> dict[str, str]:
    """Return the settings of `env.example`, those that are commented out too."""
    lines = re.findall(r"^#?RELAIS_([A-Z_]+)=(.*)$", read("env.example"), re.MULTILINE)
    return {name.lower(): value for name, value in lines}


def copied() -> list[str]:
    """Return what the image is made of."""
    lines = re.findall(r"^COPY (?!--from)(.+)$", read("Dockerfile"), re.MULTILINE)
    return [source for line in lines for source in line.split()[:-1]]


def image_environment() -> dict[str, str]:
    return dict(re.findall(r"(RELAIS_[A-Z_]+)=(\S+)", read("Dockerfile")))


def test_every_setting_stands_in_the_example_and_no_other() -> None:
    assert set(example()) == set(Settings.model_fields)


def test_the_example_shows_the_defaults() -> None:
    fields = {name: Settings.model_fields[name].default for name in example()}

    shown = {name: value for name, value in example().items() if name not in ON_A_SERVER}
    usual = {name: str(fields[name]) for name in shown}
    usual["content_dir"] = f"{INSTALLED}/content"
    assert shown == usual


def test_the_example_is_valid_once_it_has_a_token(tmp_path: Path) -> None:
    given = read("env.example").replace("TOKEN=\n", f"TOKEN={CANARY_TOKEN}\n")
    (tmp_path / ".env").write_text(given)

    with chdir(tmp_path):
        settings = Settings()

    assert settings.database_url == image_environment()["RELAIS_DATABASE_URL"]
    assert str(settings.secret_key_file) == image_environment()["RELAIS_SECRET_KEY_FILE"]
    assert str(settings.approvals) == image_environment()["RELAIS_APPROVALS_FILE"]


def test_the_image_is_made_of_what_is_there() -> None:
    assert copied()
    assert [source for source in copied() if not (ROOT / source).exists()] == []


def test_the_image_is_given_what_it_copies_and_no_secret() -> None:
    let_in = re.findall(r"^!(.+)$", read("Dockerfile.dockerignore"), re.MULTILINE)

    assert read("Dockerfile.dockerignore").splitlines()[1] == "*"
    assert sorted(let_in) == sorted(copied())


def test_the_image_runs_as_nobody_special_and_says_how_it_is() -> None:
    port = Settings.model_fields["web_port"].default

    last_user = re.findall(r"^USER (\S+)$", read("Dockerfile"), re.MULTILINE)[-1]
    assert last_user == "relais"
    assert f"http://127.0.0.1:{port}/healthz" in read("Dockerfile")
    assert re.search(r'^CMD \["run"\]$', read("Dockerfile"), re.MULTILINE)


def containers(name: str) -> dict[str, Any]:
    """Return those that run Relais."""
    services = composed(name)["services"]
    return {each: one for each, one in services.items() if one["image"] == "relais"}


@pytest.mark.parametrize("name", COMPOSES)
def test_a_container_has_no_rights_and_keeps_its_data(name: str) -> None:
    for relais in containers(name).values():
        assert relais["read_only"] is True
        assert relais["cap_drop"] == ["ALL"]
        assert seconds(relais["stop_grace_period"]) > LAST_CALL
        assert "/var/lib/relais-key" in places(relais)


@pytest.mark.parametrize("name", COMPOSES)
def test_the_image_is_built_from_this_folder_and_no_container_is_open(name: str) -> None:
    services = composed(name)["services"]
    build = services["relais"]["build"]

    assert (ROOT / "deploy" / build["context"] / build["dockerfile"]).exists()
    assert [each for each, one in services.items() if "ports" in one] == []


def test_every_part_runs_somewhere_and_two_workers_send() -> None:
    running = containers("compose.postgresql.yaml")
    parts = {each: set(one["command"][2].split(",")) for each, one in running.items()}

    assert {one["command"][1] for one in running.values()} == {"--parts"}
    assert set().union(*parts.values()) == set(Part)
    assert all(Part.WEB in some for some in parts.values())
    assert [each for each, some in parts.items() if Part.INTAKE in some] == ["relais"]
    assert running["workers"]["deploy"]["replicas"] == 2


def test_workers_wait_for_whoever_makes_the_key() -> None:
    running = containers("compose.postgresql.yaml")

    assert running["workers"]["depends_on"] == {"relais": {"condition": "service_healthy"}}


@pytest.mark.parametrize("name", COMPOSES)
def test_every_volume_is_declared(name: str) -> None:
    file = composed(name)
    used = {each.partition(":")[0] for one in file["services"].values() for each in one["volumes"]}

    assert used == set(file["volumes"])


def test_the_database_stays_when_the_container_goes() -> None:
    address = image_environment()["RELAIS_DATABASE_URL"].removeprefix("sqlite:///")

    assert str(Path(address).parent) in places(composed("compose.yaml")["services"]["relais"])


def test_the_image_can_back_up_the_server_beside_it() -> None:
    services = composed("compose.postgresql.yaml")["services"]
    version = services["relais"]["build"]["args"]["POSTGRESQL"]

    assert services["postgresql"]["image"].startswith(f"postgres:{version}-")
    assert f"ARG POSTGRESQL={version}\n" in read("Dockerfile")


def test_the_address_of_the_database_is_one_that_the_settings_take() -> None:
    services = composed("compose.postgresql.yaml")["services"]
    given = services["relais"]["environment"]["RELAIS_DATABASE_URL"]
    address = re.sub(r"\$\{[^}]*\}", "secret", given)

    settings = Settings(telegram_token=CANARY_TOKEN, database_url=address)

    owner = services["postgresql"]["environment"]["POSTGRES_USER"]
    assert settings.database_url == f"postgresql+psycopg://{owner}:secret@postgresql/relais"


def seconds(text: str) -> timedelta:
    return timedelta(seconds=int(text.removesuffix("s")))


def places(service: Mapping[str, Any]) -> set[str]:
    return {each.partition(":")[2] for each in service["volumes"]}


@pytest.mark.parametrize("name", UNITS)
def test_a_service_may_do_little(name: str) -> None:
    service = unit(name)["Service"]

    assert service["User"] == "relais"
    assert service["ProtectSystem"] == "strict"
    assert service["NoNewPrivileges"] == "yes"
    assert service["CapabilityBoundingSet"] == ""


@pytest.mark.parametrize("name", UNITS)
def test_a_service_starts_what_is_there(name: str) -> None:
    program, *_ = unit(name)["Service"]["ExecStart"].split()
    here = ROOT / Path(program).relative_to(INSTALLED)

    assert here.stat().st_mode & 0o111


def test_the_service_runs_a_command_and_ends_it_in_time() -> None:
    service = unit("relais.service")["Service"]

    assert service["ExecStart"].split()[1] in Relais.model_fields
    assert timedelta(seconds=int(service["TimeoutStopSec"])) > LAST_CALL
    assert service["Restart"] == "on-failure"


def test_the_service_may_write_where_the_example_says() -> None:
    kept = {
        f"/var/lib/{each}" for each in unit("relais.service")["Service"]["StateDirectory"].split()
    }

    written = {example()["database_url"].removeprefix("sqlite:///"), example()["secret_key_file"]}
    assert {str(Path(each).parent) for each in written} == kept


def test_the_proxy_passes_on_the_webhook_alone() -> None:
    passed = re.findall(r"reverse_proxy (\S+)", read("Caddyfile"))

    host, port = (Settings.model_fields[name].default for name in ("web_host", "web_port"))
    assert passed == [f"{host}:{port}"]
    assert re.findall(r"^\s*path (.+)$", read("Caddyfile"), re.MULTILINE) == ["/telegram"]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_can_be_read_and_run(name: str) -> None:
    shell = shutil.which("sh")
    assert shell

    assert subprocess.run([shell, "-n", DEPLOY / name], check=False).returncode == 0  # noqa: S603
    assert (DEPLOY / name).stat().st_mode & 0o111


def test_the_readme_names_every_file() -> None:
    made_by_tools = {"requirements.txt", "requirements-dev.txt", "README.md"}
    files = {each.name for each in DEPLOY.iterdir()} - made_by_tools

    assert {name for name in files if f"`{name}`" not in read("README.md")} == set()


def test_backups_come_and_old_ones_go(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for kind, count in (("recent", 40), ("daily", 20)):
        (folder / kind).mkdir(parents=True)
        for number in range(count):
            (folder / kind / f"relais-200001{number:02}T000000Z.backup").touch()
    (folder / "recent" / "a note").touch()

    run_backup(tmp_path, folder)

    recent = sorted(each.name for each in (folder / "recent").iterdir())
    daily = sorted(each.name for each in (folder / "daily").iterdir())
    assert (len(recent), len(daily)) == (36 + 1, 14)
    assert "a note" in recent
    assert not recent[-1].startswith("relais-2000")
    assert not daily[-1].startswith("relais-2000")
    assert daily[-2].startswith("relais-2000")


def run_backup(place: Path, folder: Path) -> None:
    """Run the script as the timer does, on a database that is there."""
    (place / ".env").write_text(f"RELAIS_TELEGRAM_TOKEN={CANARY_TOKEN}\n")
    with closing(sqlite3.connect(place / "relais.sqlite")) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    subprocess.run([DEPLOY / "backup.sh", folder], cwd=place, check=True, capture_output=True)  # noqa: S603
