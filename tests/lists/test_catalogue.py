"""The catalogue of official lists."""

from __future__ import annotations

from typing import Any

import pytest

from nongrata.lists.catalogue import catalogue_of, chosen_entries, read_catalogue
from nongrata.values import SettingError

ROW: dict[str, Any] = {
    "id": "un_sc",
    "title": "UN",
    "publisher": "UN",
    "files": [{"name": "un.xml", "url": "https://un.example/un.xml"}],
}


def test_the_catalogue_holds_the_official_lists_by_https() -> None:
    entries = read_catalogue()

    assert [entry.list_id for entry in entries] == [
        "us_ofac_sdn", "us_ofac_cons", "us_csl", "un_sc", "eu_fsf", "uk_fcdo", "ch_seco", "ca_sema", "au_dfat",
        "jp_mof",
    ]  # fmt: skip
    assert all(file.url.startswith("https://") for entry in entries for file in entry.files)
    assert all((entry.licence, entry.rhythm, entry.page, entry.publisher) > ("",) * 4 for entry in entries)
    assert [file.name for file in entries[0].files] == ["sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"]


def test_ids_choose_and_an_unknown_one_is_said() -> None:
    entries = read_catalogue()

    assert [entry.list_id for entry in chosen_entries(entries, ["un_sc", "un_sc"])] == ["un_sc"]
    assert chosen_entries(entries, []) == entries
    with pytest.raises(SettingError, match="wanted one of us_ofac_sdn"):
        chosen_entries(entries, ["atlantis"])


@pytest.mark.parametrize(
    "table",
    [
        {},
        {"list": 5},
        {"list": [{}]},
        {"list": [ROW, ROW]},
        {"list": [{**ROW, "id": "../etc"}]},
        {"list": [{**ROW, "files": []}]},
        {"list": [{**ROW, "files": [{"name": "../x", "url": "https://un.example/"}]}]},
        {"list": [{**ROW, "files": [{"name": "x", "url": "file:///etc/passwd"}]}]},
        {"list": [{**ROW, "files": [{"name": "x", "url": "https://un.example/", "link": "("}]}]},
        {"list": [{**ROW, "files": [{"name": 5, "url": None}]}]},
    ],
)
def test_a_catalogue_that_is_none_is_said_in_one_line(table: dict[str, Any]) -> None:
    with pytest.raises(SettingError, match="wanted") as caught:
        catalogue_of(table, "mine.toml")
    assert "\n" not in str(caught.value)
