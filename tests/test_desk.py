"""The desk: settings, the lists in use, and a source read into a dossier."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from nongrata.desk import open_desk, parse_day
from nongrata.dossiers import Dossier
from nongrata.lists import read_lists
from nongrata.screening.candidates.texts import Texts
from nongrata.settings import Settings
from nongrata.sources import Capture
from nongrata.store import ListShelf
from nongrata.values import ListError, MissingExtra, SettingError, Skipped
from nongrata.values.loading import load
from tests.command import STORY

SDN = b'7,"KIM, Jong Un","individual","DPRK3",' + b",".join([b'"-0- "'] * 7) + b',"DOB 08 Jan 1984."\r\n\x1a'


@pytest.mark.parametrize(
    ("environ", "home"),
    [
        ({"NONGRATA_HOME": "/srv/lists"}, "/srv/lists"),
        ({"NONGRATA_HOME": "here"}, "here"),
        ({"XDG_DATA_HOME": "/data", "HOME": "/home/ana"}, "/data/nongrata"),
        ({"XDG_DATA_HOME": "not/absolute", "HOME": "/home/ana"}, "/home/ana/.local/share/nongrata"),
        ({"HOME": "/home/ana"}, "/home/ana/.local/share/nongrata"),
    ],
)
def test_the_home_folder_is_named_by_the_environment(environ: Mapping[str, str], home: str) -> None:
    assert Settings.from_env(environ).home.as_posix() == home


@pytest.mark.parametrize("told", ["", " \t", "~nobody-of-this-name/x"])
def test_a_home_that_cannot_be_is_an_error_and_not_the_default(told: str) -> None:
    with pytest.raises(SettingError, match="wanted the path of a folder"):
        Settings.from_env({"NONGRATA_HOME": told, "HOME": "/home/ana"})


def test_without_lists_the_starter_list_is_used(tmp_path: Path) -> None:
    (used,) = open_desk(Settings(home=tmp_path)).index.versions

    assert used.is_starter
    assert open_desk(Settings(home=tmp_path), starter=False).index.versions == ()


def test_named_lists_are_used_and_what_they_lack_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "sdn.csv"
    path.write_bytes(SDN)

    desk = open_desk(Settings(home=tmp_path), lists=[path], starter=False)

    assert [version.list_id for version in desk.index.versions] == ["us_ofac_sdn"]
    assert [note.item for note in desk.notes] == [str(path)] * 2
    with pytest.raises(ListError):
        open_desk(Settings(home=tmp_path), lists=[tmp_path / "none.csv"])


def test_a_source_is_read_and_a_bad_one_is_skipped(tmp_path: Path) -> None:
    desk = open_desk(Settings(home=tmp_path))
    piped = desk.read("-", published=date(2023, 9, 13), stdin=io.BytesIO(STORY.encode()))
    skipped = desk.read(str(tmp_path / "none.txt"))

    assert isinstance(piped, Dossier)
    assert piped.article.text == STORY
    assert [story.story.published.basis for story in piped.stories] == ["given"]
    assert isinstance(skipped, Skipped)
    assert skipped.stage == "sources"


def test_a_page_that_was_fetched_before_is_read(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY.split("\n") if line)
    body = f"<html><head><title>Talks</title></head><body><article>{paragraphs}</article></body></html>"
    at = datetime(2023, 9, 14, tzinfo=UTC)
    capture = Capture(uri="https://news.example/1", body=body.encode(), media_type="text/html", fetched_at=at)

    found = open_desk(Settings(home=tmp_path)).read_capture(capture)

    assert isinstance(found, Dossier)
    names = {each.party.name for each in found.stories[0].parties if each.exposure == "listed"}
    assert "Kim Jong Un" in names
    assert found.article.fetched_at.startswith("2023-09-14")


def test_a_listed_party_shows_no_way_to_an_owner(tmp_path: Path) -> None:
    story = (
        "MOSCOW, March 3 (Reuters) - The Komsomolsk-on-Amur Aviation Plant, a unit of Russia's United Aircraft"
        " Corporation, and the Sokol Yard, a unit of United Aircraft Corporation, hired workers on Friday.\n"
    )
    found = open_desk(Settings(home=tmp_path)).read_text(story, published=date(2023, 3, 4))

    assert isinstance(found, Dossier)
    ways = {each.party.name: (each.exposure, bool(each.ownership)) for each in found.stories[0].parties}
    assert {exposure for exposure, has_way in ways.values() if has_way} <= {"owned", "linked", "possible"}
    assert any(exposure == "listed" for exposure, _has_way in ways.values())


def test_a_day_is_taken_as_text_or_as_a_date() -> None:
    day = date(2023, 9, 13)

    assert parse_day("as_of", None) is None
    assert parse_day("as_of", "2023-09-13") == parse_day("as_of", day) == day
    assert parse_day("as_of", datetime(2023, 9, 13, 8, tzinfo=UTC)) == day
    with pytest.raises(SettingError, match="as_of='yesterday': wanted a day"):
        parse_day("as_of", "yesterday")


def test_a_day_of_the_lists_in_use_needs_no_index_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "sdn.csv").write_bytes(SDN)
    home = Settings(home=tmp_path / "home")
    ListShelf(home.home).add(
        read_lists([tmp_path / "sdn.csv"])[0], [tmp_path / "sdn.csv"], now=datetime(2024, 5, 17, 12, tzinfo=UTC)
    )
    open_desk(home)

    of_the_day = open_desk(home, as_of=date(2030, 1, 1))

    assert isinstance(of_the_day.index.parties, Texts)  # opened, not built
    assert of_the_day.index.versions == open_desk(home).index.versions


def test_a_part_that_is_not_installed_names_its_packages() -> None:
    with pytest.raises(MissingExtra, match=r'pip install "pypdf'):
        load("nongrata_has_no_such_part:read", extra="pdf")
    with pytest.raises(ModuleNotFoundError):
        load("nongrata_has_no_such_part:read")


def test_a_name_that_the_list_gave_up_and_a_person_who_was_delisted_are_still_found(tmp_path: Path) -> None:
    shelf = ListShelf(tmp_path)
    tail = b",".join([b'"-0- "'] * 8) + b"\r\n"
    company = b'35901,"%s","-0-","RUSSIA-EO14024",' + tail
    person = b'7,"ORLOV, Arkady Semyonovich","individual","DPRK3",' + tail
    filler = b"".join(b'%d,"COMPANY %d","-0-","DPRK3",' % (n, n) + tail for n in range(100, 140))
    for day, rows in (
        ("2024-02-20", company % b"IRKUT CORPORATION" + person),
        ("2026-08-20", company % b"YAKOVLEV PJSC"),
    ):
        path = tmp_path / f"sdn_{day}.csv"
        path.write_bytes(rows + filler + b"\x1a")
        (file,) = read_lists([path])
        shelf.add(file.dated(day), [path], now=datetime(2026, 9, 1, tzinfo=UTC))
    desk = open_desk(Settings(home=tmp_path))
    told = desk.read_text("The jets were built by Irkut Corporation, and Arkady Semyonovich Orlov paid for them.")

    assert isinstance(told, Dossier)
    found = {
        str(match.entity_id): match
        for party in told.stories[0].parties
        for match in party.matches
        if match.verdict == "match"
    }
    assert found["35901"].caption == "YAKOVLEV PJSC"
    assert any("former" in reason.says for reason in found["35901"].reasons)
    assert str(found["7"].delisted_on) == "2024-02-20/2026-08-20"
    assert found["7"].in_force is False
