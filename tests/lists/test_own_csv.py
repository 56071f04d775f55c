"""A user's own csv, read by the TOML beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nongrata.lists import Address, Identifier, Link, ListedName
from nongrata.lists.own_csv import mapping_beside, read_own_csv
from nongrata.values import ListError, PartialDate

Write = Callable[..., Path]

TOML = """\
list = "bank_watch"
title = "The bank's watch list"
version = "2026-01-31"
delimiter = ";"
separator = "|"
authority = "Compliance"
schema = "Person"

[columns]
id = "Ref"
name = ["First", "Last"]
aliases = "Also"
weak_names = "Nick"
schema = "Type"
birth_date = "Born"
country = "Country"
gender = "Sex"
position = "Job"
address = "Street"
city = "City"
program = "Why listed"
reason = "Text"
url = "Link"
listed_on = "Since"
delisted_on = "Until"
owner = "Owner"

[identifiers]
passport = "Passport"
inn = "INN"

[schemas]
P = "Person"
S = "Vessel"
"""
HEADER = (
    "Ref;First;Last;Also;Nick;Type;Born;Country;Sex;Job;Street;City;Why listed;Text;Link;Since;Until;Owner;Passport;INN"
)
ROW = (
    "7;Anna;Orlova;A. Orlova|Анна Орлова;Anya;P;07/10/1961|1962;Russia|cy;F;Director;1 Beregovaya ul.;Tver;RUS|YARDS;"
    "Runs the yards;https://bank.example/7;2022-03-24;;Orlova Holding;A 12|B 13;770300358016"
)
SHIP = "8;SEA;LARK;;;S;;;;;;;;;;;2025-01-01;;;"


def own(write: Write, *rows: str, toml: str = TOML) -> Path:
    write("watch.toml", toml)
    return write("watch.csv", "\n".join((HEADER, *rows)) + "\n")


def test_a_row_is_read_by_the_meaning_of_its_columns(write: Write) -> None:
    file = read_own_csv(own(write, ROW, SHIP))
    person, vessel = file.listings

    assert (file.version.list_id, file.version.title, file.version.version) == (
        "bank_watch",
        "The bank's watch list",
        "2026-01-31",
    )
    assert (person.schema, vessel.schema) == ("Person", "Vessel")
    assert person.names == (
        ListedName(text="Anna Orlova", kind="primary"),
        ListedName(text="A. Orlova"),
        ListedName(text="Анна Орлова"),
        ListedName(text="Anya", kind="weak"),
    )
    assert person.birth_dates == (PartialDate("1961-10-07"), PartialDate("1962"))
    assert (person.countries, person.genders, person.positions) == (("ru", "cy"), ("female",), ("Director",))
    assert person.addresses == (Address(text="1 Beregovaya ul., Tver", city="Tver"),)
    assert person.identifiers == (
        Identifier(kind="passport", value="A 12"),
        Identifier(kind="passport", value="B 13"),
        Identifier(kind="inn", value="770300358016"),
    )
    assert person.links == (Link(kind="owner", to_name="Orlova Holding", source="Owner: Orlova Holding"),)


def test_the_designation_is_by_the_users_list(write: Write) -> None:
    person, vessel = read_own_csv(own(write, ROW, SHIP)).listings
    (act,) = person.designations

    assert (act.list_id, act.entity_id, act.authority) == ("bank_watch", "7", "Compliance")
    assert (act.programs, act.listed_on, act.delisted_on) == (("RUS", "YARDS"), PartialDate("2022-03-24"), None)
    assert (act.reason, act.source_url) == ("Runs the yards", "https://bank.example/7")
    assert vessel.designations[0].delisted_on == PartialDate("2025-01-01")


def test_without_an_id_the_name_and_birth_date_are_one(write: Write) -> None:
    write("watch.toml", '[columns]\nname = "Name"')
    path = write("watch.csv", "Name\nAnna Orlova\nIvan Petrov\nAnna Orlova\n")

    file = read_own_csv(path)

    assert (file.version.list_id, file.version.version) == ("watch", "undated")
    assert file.version.entities == 2
    assert "a second time" in file.skipped[0].reason


def test_the_toml_bears_the_name_of_the_csv(write: Write) -> None:
    toml = write("watch.toml", TOML)

    assert mapping_beside(toml.with_name("watch.csv")) == toml
    assert mapping_beside(toml.with_name("watch.csv.gz")) == toml
    assert mapping_beside(toml.with_name("other.csv")) is None
    with pytest.raises(ListError, match=r"csv of no known publisher; wanted other\.toml beside it"):
        read_own_csv(write("other.csv", "Name\nAnna\n"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[columns]", "[column]", r"found 'column'; wanted one of list, title"),
        ('name = ["First", "Last"]\n', "", r"no column for the name; wanted name ="),
        ("aliases =", "alias =", r"\[columns\] 'alias'; wanted one of id, name, aliases"),
        ('passport = "', 'pasport = "', r"\[identifiers\] 'pasport'; wanted one of .*passport"),
        ('"Also"', "3", r"\[columns\] aliases = 3; wanted a column's name"),
        ('"Also"', '"Alias"', r"watch\.csv:1: found no column 'Alias' among Ref, First"),
        ('"bank_watch"', '"../home"', "wanted a plain id"),
        ('delimiter = ";"', 'delimiter = ";;"', "wanted one character"),
        ('delimiter = ";"', "", r"no column 'Ref' among Ref;First"),
        ('version = "2026-01-31"', 'version = "soon"', "wanted a day"),
        ('S = "Vessel"', 'S = "Ship"', "schema 'Ship'; wanted one of Person"),
        ("[columns]", "[columns", "no TOML"),
        ('title = "', 'title = 3 # "', "title = 3; wanted a text in quotes"),
    ],
)
def test_a_toml_that_cannot_be_used_says_why(write: Write, old: str, new: str, said: str) -> None:
    with pytest.raises(ListError, match=said) as caught:
        read_own_csv(own(write, ROW, toml=TOML.replace(old, new)))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (";P;", ";X;", "schema 'X': wanted one of P, S (entry 7)"),
        ("07/10/1961", "yesterday", "birth_date 'yesterday': wanted a date"),
        ("Anna;Orlova", ";", "entry 7 without a name"),
        ("7;Anna", ";Anna", "an entry without an id"),
        (";770300358016", "", "a row of 19 columns instead of 20"),
        ("Orlova;A. Or", f"Orlova;{'A' * 10_001}", "a field that is no text of at most 10000 characters"),
    ],
)
def test_a_row_that_cannot_be_used_is_skipped(write: Write, old: str, new: str, said: str) -> None:
    file = read_own_csv(own(write, ROW.replace(old, new, 1), SHIP))

    assert said in file.skipped[0].reason
    assert file.skipped[0].item.endswith("watch.csv:2")
    assert file.version.entities == 1


def test_a_country_that_is_none_is_told_once_and_its_entry_taken(write: Write) -> None:
    rows = [ROW.replace("Russia|cy", "Narnia|cy").replace("7;Anna", f"{number};Anna") for number in (1, 2)]
    file = read_own_csv(own(write, *rows))

    assert [listing.countries for listing in file.listings] == [("cy",), ("cy",)]
    (note,) = file.skipped
    assert (note.item[-5:], note.reason) == (
        "csv:2",
        "the country 'Narnia' is none that we know: its entries are taken without it",
    )
