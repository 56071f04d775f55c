"""`nongrata lists diff`, `export`, `verify`, `prune` and `sync`, as the command line runs them."""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from nongrata.lists import read_lists
from nongrata.outputs.lists.command import add_lists_commands
from nongrata.settings import Settings
from nongrata.values import ListError, NongrataError, SettingError

Run = Callable[..., int]
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    """Run a command as the command line does, in a home of its own."""
    parser = argparse.ArgumentParser()
    add_lists_commands(parser.add_subparsers())

    def run_command(*words: str) -> int:
        args = parser.parse_args(["lists", *words])
        status: int = args.run(args, Settings(home=home))
        return status

    return run_command


def sdn(folder: Path, day: str, names: list[str]) -> str:
    empty = ",".join(["-0- "] * 8)
    rows = "".join(f'{number},"{name}","individual","SDGT",{empty}\r\n' for number, name in enumerate(names, start=1))
    path = folder / f"sdn_{day}.csv"
    path.write_bytes(rows.encode() + b"\x1a")
    return str(path)


@pytest.fixture
def both(tmp_path: Path) -> tuple[str, str]:
    """Two versions of a list: one entry under a new name, one more, and a hostile one."""
    return (
        sdn(tmp_path, "2026-01-01", ["IRKUT", "ROSTEC"]),
        sdn(tmp_path, "2026-02-01", ["YAKOVLEV", "ROSTEC", "<b>=HYPERLINK(1)\x1b[31m</b>", "=1+1"]),
    )


def test_two_files_are_compared(run: Run, both: tuple[str, str], capsys: Printed) -> None:
    assert run("diff", *both) == 0
    said = capsys.readouterr().out
    assert "OFAC Specially Designated Nationals: version 2026-01-01 → 2026-02-01, 2 → 4 entries" in said
    assert "2 added, 0 removed, 1 changed (1 of them renamed)" in said
    assert "→ 1 IRKUT → YAKOVLEV" in said
    assert "\x1b" not in said


def test_kept_versions_are_compared(run: Run, both: tuple[str, str], capsys: Printed) -> None:
    run("add", *both)
    capsys.readouterr()
    for days in ([], ["2026-01-01"], ["2026-01-01", "2026-02-01"], ["2026-01-15", "2026-03-01"]):
        assert run("diff", "us_ofac_sdn", *days, "--json") == 0
        told = json.loads(capsys.readouterr().out)
        assert told["schema"] == "nongrata/lists/1"
        assert told["diffs"][0]["counts"] == {"added": 2, "removed": 0, "changed": 1, "renamed": 1, "renumbered": 0}
        assert told["diffs"][0]["changed"][0]["is_renamed"] is True


def test_what_changed_is_a_page_that_escapes_everything(
    run: Run, both: tuple[str, str], tmp_path: Path, capsys: Printed
) -> None:
    page = tmp_path / "changes.html"
    assert run("diff", *both, "--html", str(page)) == 0
    html = page.read_text("utf-8")
    assert "IRKUT → <b>YAKOVLEV</b>" in html
    assert "&lt;b&gt;=HYPERLINK" in html
    assert "\x1b" not in html
    assert "<script" not in html
    assert "default-src 'none'" in html
    assert f"page written to {page}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["us_ofac_sdn", "2020-01-01"], "not before the first kept version"),
        (["us_ofac_sdn", "soon"], "a day as YYYY-MM-DD"),
        (["us_ofac_sdn", "2026-01-01", "2026-01-02", "2026-01-03"], "3 days"),
        (["atlantis"], "two list files"),
    ],
)
def test_what_cannot_be_compared_is_said(run: Run, both: tuple[str, str], words: list[str], said: str) -> None:
    run("add", *both)
    with pytest.raises(NongrataError, match=said):
        run("diff", *words)


def test_one_version_alone_cannot_be_compared(run: Run, both: tuple[str, str]) -> None:
    run("add", both[0])
    with pytest.raises(NongrataError, match="one kept version"):
        run("diff", "us_ofac_sdn")


def test_files_of_two_lists_cannot_be_compared(run: Run, both: tuple[str, str], tmp_path: Path) -> None:
    cons = tmp_path / "cons_prim.csv"
    cons.write_bytes(Path(both[0]).read_bytes())
    with pytest.raises(ListError, match="two versions of one list"):
        run("diff", both[0], str(cons))


def test_an_export_is_read_again(run: Run, both: tuple[str, str], tmp_path: Path, capsys: Printed) -> None:
    run("add", *both)
    capsys.readouterr()
    assert run("export") == 0
    (tmp_path / "export.jsonl").write_text(capsys.readouterr().out, "utf-8")
    (again,) = read_lists([tmp_path / "export.jsonl"])
    assert (again.version.version, again.version.entities) == ("2026-02-01", 4)

    assert run("export", "us_ofac_sdn", "--as-of", "2026-01-20", "--out", str(tmp_path), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["written"] == [
        {"list_id": "us_ofac_sdn", "file": str(tmp_path / "us_ofac_sdn_2026-01-01.jsonl"), "entities": 2}
    ]


def test_no_cell_of_the_csv_is_a_formula(run: Run, both: tuple[str, str], capsys: Printed) -> None:
    run("add", both[1])
    capsys.readouterr()
    run("export", "--format", "csv")
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert [row["name"] for row in rows][-1] == "'=1+1"
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert not [cell for row in rows for cell in row.values() if "\x1b" in cell]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export", "atlantis"], "list id"),
        (["export", "--out", "nowhere"], "a folder that is there"),
        (["export", "--as-of", "soon"], "YYYY-MM-DD"),
        (["verify", "atlantis"], "list id"),
        (["prune", "--keep", "0"], "a whole number from 1"),
        (["sync", "atlantis"], "list id"),
        (["sync", "--catalogue", "nowhere.toml"], "a TOML file"),
        (["add", "x", "--max-lost", "lots"], "0 to 100"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(run: Run, both: tuple[str, str], words: list[str], said: str) -> None:
    run("add", both[0])
    with pytest.raises(SettingError, match=said) as caught:
        run(*words)
    assert "\n" not in str(caught.value)


def test_followthemoney_entities_are_read_again(
    run: Run, both: tuple[str, str], tmp_path: Path, capsys: Printed
) -> None:
    run("add", both[0])
    capsys.readouterr()
    assert run("export", "--format", "ftm") == 0
    path = tmp_path / "us_ofac_sdn.ftm.json"
    path.write_text(capsys.readouterr().out, "utf-8")
    (again,) = read_lists([path])
    assert [listing.caption for listing in again.listings] == ["IRKUT", "ROSTEC"]


def test_a_list_of_ones_own_is_kept_with_its_meaning(run: Run, tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "watch.toml").write_text('list = "watch"\nversion = "2026-01-01"\n[columns]\nname = "Who"\n')
    (tmp_path / "watch.csv").write_text("Who\nAnna Orlova\n")
    assert run("add", str(tmp_path / "watch.csv")) == 0
    assert run("verify", "watch") == 0
    assert "watch, version 2026-01-01: sound, 1 entries" in capsys.readouterr().out


def test_nothing_to_export_is_said(run: Run) -> None:
    with pytest.raises(NongrataError, match="no lists to export"):
        run("export")


def test_verify_finds_what_was_changed(run: Run, both: tuple[str, str], home: Path, capsys: Printed) -> None:
    run("add", *both)
    capsys.readouterr()
    assert run("verify", "--all") == 0
    assert capsys.readouterr().out.count(": sound, ") == 2

    (raw,) = (home / "lists" / "us_ofac_sdn").glob("*/raw/*sdn_2026-02-01.csv")
    raw.write_bytes(raw.read_bytes().replace(b"ROSTEC", b"ROSNEF"))
    assert run("verify", "--json") == 2
    (row,) = json.loads(capsys.readouterr().out)["lists"]
    assert "other bytes than those that were kept" in row["flaws"][0]

    (raw.parent.parent / "entities.jsonl").write_bytes(b"")
    assert run("verify") == 2
    assert "damaged" in capsys.readouterr().out


def test_prune_keeps_the_one_in_use_the_newest_and_the_last_year(
    run: Run, tmp_path: Path, home: Path, capsys: Printed
) -> None:
    for year in range(2015, 2026):
        run("add", sdn(tmp_path, f"{year}-01-01", ["IRKUT", "ROSTEC"]))
    run("add", sdn(tmp_path, "2016-01-01", ["IRKUT", "ROSTEC"]), "--accept")  # an old one in use
    capsys.readouterr()

    assert run("prune", "--keep", "3", "--dry-run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    gone = [row["version"][:4] for row in told["lists"]]
    assert sorted(gone) == ["2015", "2017", "2018", "2019", "2020", "2021", "2022"]
    assert len(list((home / "lists" / "us_ofac_sdn").glob("*/manifest.json"))) == 11

    run("prune", "--keep", "3")
    assert capsys.readouterr().out.count("taken away") == 7
    assert len(list((home / "lists" / "us_ofac_sdn").glob("*/manifest.json"))) == 4
    run("prune", "--keep", "3")
    assert "nothing to take away" in capsys.readouterr().out


class Publisher(BaseHTTPRequestHandler):
    """A publisher of one list."""

    body = b""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Publisher) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        path = tmp_path / "mirror.toml"
        path.write_text(
            '[[list]]\nid = "us_ofac_sdn"\ntitle = "SDN"\npublisher = "A mirror"\n'
            f'files = [{{ name = "sdn.csv", url = "http://127.0.0.1:{server.server_port}/sdn.csv" }}]\n'
        )
        yield str(path)
        server.shutdown()


def test_lists_are_fetched_from_a_mirror(
    run: Run, both: tuple[str, str], catalogue: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Publisher, "body", Path(both[0]).read_bytes())
    words = ("sync", "--catalogue", catalogue, "--allow-private")
    assert run(*words) == 0
    assert "2 entries: in use from now on" in capsys.readouterr().out
    assert run(*words) == 0
    assert ": unchanged" in capsys.readouterr().out

    monkeypatch.setattr(Publisher, "body", Path(both[1]).read_bytes())
    assert run(*words) == 0
    assert "+2 −0, 1 changed since version" in capsys.readouterr().out
    monkeypatch.setattr(Publisher, "body", b"<html><title>Sorry</title>")
    assert run(*words) == 2
    said = capsys.readouterr().out
    assert "us_ofac_sdn: not taken:" in said
    assert "a web page (Sorry)" in said
    assert "4 entries stays in use" in said
    assert run(*words, "--json") == 2
    assert json.loads(capsys.readouterr().out)["lists"][0]["outcome"] == "refused"


def test_the_catalogue_is_shown(run: Run, capsys: Printed) -> None:
    assert run("sync", "--list", "un_sc") == 0
    assert "https://scsanctions.un.org/" in capsys.readouterr().out
    run("sync", "--list", "--json")
    assert len(json.loads(capsys.readouterr().out)["catalogue"]) == 10
