"""Fetching official lists, from a server of our own on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from nongrata.lists.catalogue import CatalogueEntry, CatalogueFile
from nongrata.lists.record import ListId
from nongrata.sources.download import DownloadLimits
from nongrata.store import ListShelf
from nongrata.store.lists.sync import Synced, SyncOptions, sync_list

LIMITS = DownloadLimits(seconds=10.0, silence=5.0, size=1_000_000, tries=2, pause=0.01)
OPTIONS = SyncOptions(allow_private=True, limits=LIMITS)


class Publisher(ThreadingHTTPServer):
    """A publisher's server: its files, how often each was asked for, and what goes wrong."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files: dict[str, bytes] = {}
        self.asked: list[tuple[str, int]] = []
        self.failures: list[int] = []  # statuses that the next requests get
        self.cut_at: int | None = None
        self.location: str | None = None
        self.fresh: Callable[[int], bytes] | None = None  # gives another body each time

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader that is killed is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Publisher)
        body = server.files.get(self.path) if server.fresh is None else server.fresh(len(server.asked))
        tag = f'"{hash(body)}"'
        status = 404 if body is None else 304 if self.headers.get("If-None-Match") == tag else 200
        if server.failures:
            status = server.failures.pop(0)
        server.asked.append((self.path, status))
        self.send_response(status)
        if status == 302 and server.location is not None:
            self.send_header("Location", server.location)
        sent = body if status == 200 and body is not None else b""
        self.send_header("ETag", tag)
        self.send_header("Last-Modified", "Fri, 03 May 2024 14:00:00 GMT")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent[: server.cut_at])

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with Publisher() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def shelf(tmp_path: Path) -> ListShelf:
    return ListShelf(tmp_path / "home")


def sdn(count: int, first: int = 1) -> bytes:
    empty = ",".join(["-0- "] * 8)
    rows = "".join(
        f'{number},"PARTY {number}","individual","SDGT",{empty}\r\n' for number in range(first, first + count)
    )
    return rows.encode() + b"\x1a"


def un(count: int, day: str = "2026-03-01") -> bytes:
    entry = (
        "<INDIVIDUAL><FIRST_NAME>PARTY {0}</FIRST_NAME><REFERENCE_NUMBER>QDi.{0}</REFERENCE_NUMBER>"
        "<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><LISTED_ON>2003-06-25</LISTED_ON></INDIVIDUAL>\n"
    )
    people = "".join(entry.format(number) for number in range(count))
    return (
        f'<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="{day}T00:00:00.000Z"><INDIVIDUALS>{people}'
        "</INDIVIDUALS><ENTITIES></ENTITIES></CONSOLIDATED_LIST>"
    ).encode()


def entry_for(url: str, list_id: str, *names: str) -> CatalogueEntry:
    files = tuple(CatalogueFile(name=name, url=f"{url}/{name}") for name in names)
    return CatalogueEntry(list_id=ListId(list_id), title="A list", publisher="A publisher", files=files)


def sync(shelf: ListShelf, entry: CatalogueEntry, options: SyncOptions = OPTIONS) -> Synced:
    return sync_list(shelf, entry, options, say=lambda words: None)


def test_a_list_is_fetched_and_its_origin_kept(publisher: Publisher, shelf: ListShelf) -> None:
    publisher.files = {"/sdn.csv": sdn(3), "/alt.csv": b'1,7,"aka","OTHER NAME",-0- \r\n\x1a'}
    synced = sync(shelf, entry_for(publisher.url, "us_ofac_sdn", "sdn.csv", "alt.csv"))

    assert synced.outcome == "new"
    (file,) = shelf.current()
    assert (file.version.version, file.version.entities) == ("2024-05-03", 3)
    assert [name.text for name in file.listings[0].names] == ["PARTY 1", "OTHER NAME"]
    kept = shelf.in_use("us_ofac_sdn")
    assert kept is not None
    assert [each.url for each in kept.raw] == [f"{publisher.url}/sdn.csv", f"{publisher.url}/alt.csv"]
    assert all(each.etag and each.fetched_at for each in kept.raw)
    assert [path.name for path in shelf.folder.iterdir() if path.name.startswith(".syncing")] == []


def test_what_did_not_change_is_not_fetched_again(publisher: Publisher, shelf: ListShelf) -> None:
    publisher.files = {"/sdn.csv": sdn(3), "/alt.csv": b'1,7,"aka","OTHER NAME",-0- \r\n\x1a'}
    entry = entry_for(publisher.url, "us_ofac_sdn", "sdn.csv", "alt.csv")
    sync(shelf, entry)
    publisher.asked.clear()

    assert sync(shelf, entry).outcome == "unchanged"
    assert [status for _, status in publisher.asked] == [304, 304]

    publisher.files["/alt.csv"] = b'1,7,"aka","NEW NAME",-0- \r\n\x1a'
    synced = sync(shelf, entry)
    assert synced.outcome == "new"
    assert synced.diff is not None
    assert [(change.entity_id, change.fields[0].field) for change in synced.diff.changed] == [("1", "names")]
    (file,) = shelf.current()
    assert file.version.entities == 3, "the file that did not change is taken from the shelf"


def test_the_same_bytes_under_another_tag_are_no_new_version(publisher: Publisher, shelf: ListShelf) -> None:
    publisher.files = {"/un.xml": un(3)}
    entry = entry_for(publisher.url, "un_sc", "un.xml")
    sync(shelf, entry)
    publisher.failures = [200]

    assert sync(shelf, entry).outcome == "unchanged"
    assert len(shelf.versions("un_sc")) == 1


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<!DOCTYPE html><title>503 Service Unavailable</title>", "a web page"),
        (b"", "an empty file"),
        (un(100)[:4_000], "breaks off"),
        (un(100).replace(b"REFERENCE_NUMBER", b"REFERENCE"), "cannot be used"),
        (un(94), "94 entries, and 6 of the 100 of version 2026-03-01 (6.0%) are gone"),
        (sdn(100), "list us_ofac_sdn"),
    ],
)
def test_what_cannot_be_trusted_never_replaces_a_good_list(
    publisher: Publisher, shelf: ListShelf, body: bytes, said: str
) -> None:
    entry = entry_for(publisher.url, "un_sc", "un.xml")
    publisher.files = {"/un.xml": un(100)}
    sync(shelf, entry)
    publisher.files = {"/un.xml": body}

    synced = sync(shelf, entry)

    assert synced.outcome == "refused"
    assert synced.reason is not None
    assert said in synced.reason
    assert "\n" not in synced.reason
    assert ".syncing" not in synced.reason
    (file,) = shelf.current()
    assert file.version.entities == 100


def test_accept_takes_a_list_that_shrank_and_is_recorded(publisher: Publisher, shelf: ListShelf) -> None:
    entry = entry_for(publisher.url, "un_sc", "un.xml")
    publisher.files = {"/un.xml": un(100)}
    sync(shelf, entry)
    publisher.files = {"/un.xml": un(50, "2026-04-01")}

    assert sync(shelf, entry).outcome == "refused"
    assert sync(shelf, entry, SyncOptions(accept=True, allow_private=True, limits=LIMITS)).outcome == "new"
    kept = shelf.in_use("un_sc")
    assert kept is not None
    assert (kept.addition.was_forced, kept.addition.lost) == (True, 50)


def test_a_download_that_is_cut_short_is_refused(publisher: Publisher, shelf: ListShelf) -> None:
    publisher.files = {"/sdn.csv": sdn(100)}
    publisher.cut_at = sdn(100).index(b'50,"PARTY')  # at the end of a row, where nothing in the file tells

    synced = sync(shelf, entry_for(publisher.url, "us_ofac_sdn", "sdn.csv"))

    assert synced.outcome == "refused"
    assert "no whole answer" in str(synced.reason)
    assert shelf.current() == ()


def test_a_server_that_stumbles_is_asked_again(publisher: Publisher, shelf: ListShelf) -> None:
    publisher.files = {"/un.xml": un(3)}
    publisher.failures = [503]

    assert sync(shelf, entry_for(publisher.url, "un_sc", "un.xml")).outcome == "new"
    assert [status for _, status in publisher.asked] == [503, 200]


@pytest.mark.parametrize(("failures", "said"), [([503, 503], "HTTP 503"), ([403], "HTTP 403"), ([304], "HTTP 304")])
def test_a_server_that_refuses_is_said(publisher: Publisher, shelf: ListShelf, failures: list[int], said: str) -> None:
    publisher.files = {"/un.xml": un(3)}
    publisher.failures = failures

    synced = sync(shelf, entry_for(publisher.url, "un_sc", "un.xml"))

    assert (synced.outcome, said in str(synced.reason)) == ("refused", True)


def test_a_file_beyond_the_bound_is_refused(publisher: Publisher, shelf: ListShelf) -> None:
    publisher.files = {"/un.xml": b"x" * 1_500_000}

    assert "found more than 0 MiB" in str(sync(shelf, entry_for(publisher.url, "un_sc", "un.xml")).reason)


def test_a_private_address_is_refused_unless_told(publisher: Publisher, shelf: ListShelf) -> None:
    publisher.files = {"/un.xml": un(3)}
    entry = entry_for(publisher.url, "un_sc", "un.xml")

    assert "private address" in str(sync(shelf, entry, SyncOptions(limits=LIMITS)).reason)
    assert publisher.asked == []


def test_a_redirect_inwards_is_refused(publisher: Publisher, shelf: ListShelf) -> None:
    publisher.failures = [302]
    publisher.location = "file:///etc/passwd"

    assert "a file: address" in str(sync(shelf, entry_for(publisher.url, "un_sc", "un.xml")).reason)


def test_a_file_with_a_day_in_its_name_is_found_by_its_link(publisher: Publisher, shelf: ListShelf) -> None:
    page = b'<html><a href="./un20260101.xml">old</a> <a href="./un20260301.xml">new</a> <a href="x.pdf">x</a></html>'
    publisher.files = {"/page.html": page, "/un20260301.xml": un(3)}
    file = CatalogueFile(name="un.xml", url=f"{publisher.url}/page.html", link=r"un\d{8}\.xml")
    entry = CatalogueEntry(list_id=ListId("un_sc"), title="A list", publisher="A publisher", files=(file,))

    assert sync(shelf, entry).outcome == "new"
    publisher.files["/page.html"] = b"<html>nothing</html>"
    assert "no link to" in str(sync(shelf, entry).reason)


def test_a_damaged_version_in_use_is_fetched_anew(publisher: Publisher, shelf: ListShelf) -> None:
    publisher.files = {"/un.xml": un(3)}
    entry = entry_for(publisher.url, "un_sc", "un.xml")
    sync(shelf, entry)
    kept = shelf.in_use("un_sc")
    assert kept is not None
    (shelf.snapshot(kept) / "entities.jsonl").write_bytes(b"damaged")

    assert sync(shelf, entry).outcome == "new"
    assert shelf.current()[0].version.entities == 3


# One process imports, and its children sync: each is killed at a moment of its own, within the time that one takes.
CHILDREN = """
import os, random, signal, sys, time
from pathlib import Path
from nongrata.lists.catalogue import catalogue_of
from nongrata.sources.download import DownloadLimits
from nongrata.store import ListShelf
from nongrata.store.lists.sync import SyncOptions, sync_list
(entry,) = catalogue_of(
    {"list": [{"id": "un_sc", "title": "A list", "publisher": "A publisher",
               "files": [{"name": "un.xml", "url": sys.argv[1]}]}]}, "a test")
limits = DownloadLimits(seconds=30.0, silence=10.0, tries=1)
pick = random.Random(int(sys.argv[4]))

def sync():
    child = os.fork()
    if child == 0:
        options = SyncOptions(allow_private=True, limits=limits)
        synced = sync_list(ListShelf(Path(sys.argv[2])), entry, options, say=lambda words: None)
        os._exit(synced.outcome == "refused")
    return child

begin = time.monotonic()
first = os.waitpid(sync(), 0)[1]
whole = time.monotonic() - begin
killed = 0
for number in range(int(sys.argv[3])):
    child = sync()
    time.sleep(pick.random() * whole)
    os.kill(child, signal.SIGKILL)
    at_work = os.WIFSIGNALED(os.waitpid(child, 0)[1])
    killed += at_work
    # A sync takes longer on a busy machine than the first one did: aim so that about two in three are caught at work.
    whole *= 1.05 if at_work else 0.9
    print(*(file.version.version for file in ListShelf(Path(sys.argv[2])).current()), flush=True)
print("killed", killed, first)
"""


def day_of(number: int) -> str:
    return (date(2026, 1, 1) + timedelta(days=number)).isoformat()


def children(publisher: Publisher, shelf: ListShelf, points: int, seed: int) -> subprocess.Popen[str]:
    words = [f"{publisher.url}/un.xml", str(shelf.home), str(points), str(seed)]
    return subprocess.Popen(
        [sys.executable, "-c", CHILDREN, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_killed_at_a_hundred_random_moments_of_a_sync_the_store_opens_whole(
    publisher: Publisher, shelf: ListShelf
) -> None:
    publisher.fresh = lambda number: un(60 + number, day_of(number))
    process = children(publisher, shelf, 100, seed=1)
    out, err = process.communicate(timeout=120)

    assert process.returncode == 0, err
    *opened, last = out.splitlines()
    assert len(opened) == 100
    assert opened == sorted(opened), "never an older version than before"
    assert int(last.split()[1]) > 50, "most were killed at work"
    assert len(set(opened)) > 1, "some were killed too late"
    publisher.fresh = lambda number: un(300, "2026-12-01")
    assert sync(shelf, entry_for(publisher.url, "un_sc", "un.xml")).outcome == "new"
    assert [path.name for path in (shelf.folder / "un_sc").iterdir() if path.name.startswith(".")] == []


def test_of_two_syncs_at_once_the_newer_list_stays(publisher: Publisher, shelf: ListShelf) -> None:
    publisher.fresh = lambda number: un(60 + number, day_of(number))
    several = [children(publisher, shelf, 8, seed=seed) for seed in (1, 2)]
    for process in several:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        opened = out.splitlines()[:-1]
        assert opened == sorted(opened), "never an older version than before"
    assert len(shelf.current()) == 1


# A disk that is full: no file may grow beyond so many bytes.
FULL = """
import resource, sys
from pathlib import Path
from nongrata.outputs.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
@pytest.mark.parametrize("room", [0, 10, 400, 1_000, 5_000, 20_000])
def test_a_full_disk_leaves_the_old_version_whole(tmp_path: Path, room: int) -> None:
    home = tmp_path / "home"
    environment = {**os.environ, "NONGRATA_HOME": str(home)}
    old, new = tmp_path / "old.xml", tmp_path / "new.xml"
    old.write_bytes(un(100, "2026-01-01"))
    new.write_bytes(un(101, "2026-02-01"))
    shelf = ListShelf(home)
    words = [sys.executable, "-c", FULL]
    subprocess.run([*words, "100000000", "lists", "add", str(old)], env=environment, check=True, capture_output=True)

    done = subprocess.run(
        [*words, str(room), "lists", "add", str(new)], env=environment, check=False, capture_output=True, text=True
    )

    assert done.returncode == 2
    assert "error: " in done.stderr
    assert done.stderr.count("\n") == 1
    assert [file.version.version for file in shelf.current()] == ["2026-01-01"]
    assert [path.name for path in (shelf.folder / "un_sc").iterdir() if path.name.startswith(".")] == []
